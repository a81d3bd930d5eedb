#include "base/suggest.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <unicode/uchar.h>

namespace demarche {

namespace {

/// Names longer than this are no slips of the pen, and the distance is quadratic.
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostChoices = 12;

std::u32string folded(std::string_view text) {
    std::u32string code_points = decode_utf8(text);
    for (char32_t& c : code_points) {
        c = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    }
    return code_points;
}

/// Damerau-Levenshtein in its restricted form: a pair of letters is swapped at most once.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

} // namespace

std::optional<std::string> nearest(std::string_view found, const std::vector<std::string>& choices) {
    if (found.size() > kLongestName) {
        return std::nullopt;
    }
    const std::u32string wanted = folded(found);
    const std::string* best = nullptr;
    std::size_t best_distance = 0;
    for (const std::string& choice : choices) {
        if (choice.size() > kLongestName) {
            continue;
        }
        const std::u32string candidate = folded(choice);
        const std::size_t longer = std::max(wanted.size(), candidate.size());
        const std::size_t shorter = std::min(wanted.size(), candidate.size());
        const std::size_t allowed = std::max<std::size_t>(1, longer / 3);
        if (longer - shorter > allowed) {
            continue;
        }
        const std::size_t apart = distance(wanted, candidate);
        if (apart > allowed || (apart > 0 && apart >= longer)) {
            continue;
        }
        if (best == nullptr || apart < best_distance) {
            best = &choice;
            best_distance = apart;
        }
    }
    return best == nullptr ? std::nullopt : std::optional<std::string>(*best);
}

std::string suggestion(std::string_view found, const std::vector<std::string>& choices) {
    if (const std::optional<std::string> near = nearest(found, choices)) {
        return "did you mean \"" + *near + "\"?";
    }
    if (choices.empty()) {
        return "";
    }
    std::string text = "choices: ";
    for (std::size_t i = 0; i < std::min(choices.size(), kMostChoices); ++i) {
        text += (i > 0 ? ", " : "") + choices[i];
    }
    return choices.size() > kMostChoices ? text + ", ..." : text;
}

} // namespace demarche
