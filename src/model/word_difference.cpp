#include "model/word_difference.hpp"

#include "base/folding.hpp"
#include "base/xml.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace demarche {
namespace {

/// Pairs of words that are compared to find the fewest marks; two bytes each.
constexpr std::size_t kMostPairs = 1'000'000;
/// A stretch that both have is cut from so many words on; so many of it stay beside each difference.
constexpr std::size_t kCutFrom = 9;
constexpr std::size_t kBeside = 4;

struct Word {
    std::string text;
    std::string folded;
    bool shared = false;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    const std::string collapsed = xml::collapse_blanks(text);
    for (std::size_t at = 0; at < collapsed.size();) {
        const std::size_t end = std::min(collapsed.find(' ', at), collapsed.size());
        words.push_back({collapsed.substr(at, end - at), fold(collapsed.substr(at, end - at)), false});
        at = end + 1;
    }
    return words;
}

void share(Word& a, Word& b) {
    a.shared = b.shared = true;
}

/// The longest common subsequence of what is left between `begin` and the ends.
void share_between(
    std::vector<Word>& a, std::vector<Word>& b, std::size_t begin, std::size_t a_end, std::size_t b_end) {
    const std::size_t rows = a_end - begin;
    const std::size_t columns = b_end - begin;
    if (rows == 0 || columns == 0 || rows > kMostPairs || rows * columns > kMostPairs) {
        return;
    }
    // lengths[i][j]: of what a has from i and b from j on.
    std::vector<std::uint16_t> lengths((rows + 1) * (columns + 1), 0);
    const auto length = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return lengths[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            length(i, j) = a[begin + i].folded == b[begin + j].folded
                               ? static_cast<std::uint16_t>(length(i + 1, j + 1) + 1)
                               : std::max(length(i + 1, j), length(i, j + 1));
        }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (a[begin + i].folded == b[begin + j].folded) {
            share(a[begin + i++], b[begin + j++]);
        } else if (length(i + 1, j) >= length(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

/// Words from `begin` to `end`; of a long stretch that both wordings have only what stands beside a difference.
std::string stretch_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    const bool cut = words[begin].shared && count >= kCutFrom && count < words.size();
    std::string text;
    for (std::size_t k = begin; k < end; ++k) {
        const bool follows = begin > 0 && k < begin + kBeside;
        const bool precedes = end < words.size() && k + kBeside >= end;
        if (!cut || follows || precedes) {
            text += (text.empty() ? "" : " ") + words[k].text;
        } else if (k == begin || !text.ends_with("…")) {
            text += text.empty() ? "…" : " …";
        }
    }
    return text;
}

std::string written(const std::vector<Word>& words, const char* marks) {
    std::string text;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && words[end].shared == words[i].shared) {
            ++end;
        }
        const std::string stretch = stretch_of(words, i, end);
        text += text.empty() ? "" : " ";
        text += words[i].shared ? stretch : marks[0] + stretch + marks[1];
        i = end;
    }
    return text;
}

} // namespace

MarkedWordings mark_differences(std::string_view before, std::string_view after) {
    std::vector<Word> a = words_of(before);
    std::vector<Word> b = words_of(after);
    std::size_t begin = 0;
    std::size_t a_end = a.size();
    std::size_t b_end = b.size();
    while (begin < std::min(a_end, b_end) && a[begin].folded == b[begin].folded) {
        share(a[begin], b[begin]);
        ++begin;
    }
    while (a_end > begin && b_end > begin && a[a_end - 1].folded == b[b_end - 1].folded) {
        share(a[--a_end], b[--b_end]);
    }
    share_between(a, b, begin, a_end, b_end);
    const bool has_brackets =
        before.find_first_of("[]") != std::string_view::npos || after.find_first_of("[]") != std::string_view::npos;
    const char* marks = has_brackets ? "{}" : "[]";
    return {written(a, marks), written(b, marks)};
}

} // namespace demarche
