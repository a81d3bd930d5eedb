#include "model/nearest_words.hpp"

#include "base/suggest.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace demarche {
namespace {

/// Calls `found` with each word, case folded, and its bytes.
template <class Found>
void each_word(std::string_view text, Found found) {
    std::u32string word;
    std::size_t begin = 0;
    std::size_t at = 0;
    const auto end_word = [&] {
        if (!word.empty()) {
            found(encode_utf8(word), ByteRange{begin, at});
            word.clear();
        }
    };
    for (const char32_t c : decode_utf8(text)) {
        if (is_word_character(c)) {
            begin = word.empty() ? at : begin;
            word += fold_case(c);
        } else {
            end_word();
        }
        at += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    }
    end_word();
}

/// A quote of more words gets no suggestion: looking for one takes the words of the text times those of the quote.
constexpr std::size_t kLongestQuote = 200;

constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

} // namespace

NearestWords::NearestWords(std::string_view text) {
    each_word(text, [&](std::string word, const ByteRange& bytes) {
        const auto [known, is_new] = ids_.try_emplace(std::move(word), spellings_.size());
        if (is_new) {
            spellings_.push_back(known->first);
        }
        words_.push_back({known->second, bytes});
    });
}

ByteRange NearestWords::find(std::string_view quote) const {
    std::vector<std::string> words;
    each_word(quote, [&](std::string word, const ByteRange&) { words.push_back(std::move(word)); });
    if (words.empty() || words_.empty() || words.size() > kLongestQuote) {
        return {};
    }
    const ByteRange stretch = find_stretch(words);
    return stretch == ByteRange{} && words.size() == 1 ? find_spelling(words[0]) : stretch;
}

ByteRange NearestWords::find_stretch(const std::vector<std::string>& quote) const {
    // wanted[id] counts down as a word comes into the window: what it takes from above zero is shared.
    std::unordered_map<std::size_t, long long> wanted;
    std::vector<std::size_t> ids;
    for (const std::string& word : quote) {
        const auto known = ids_.find(word);
        ids.push_back(known == ids_.end() ? kUnknown : known->second);
        ++wanted[ids.back()];
    }
    const std::size_t width = std::min(quote.size(), words_.size());
    std::size_t shared = 0;
    std::size_t best = 0;
    std::size_t best_end = 0;
    std::size_t best_aligned = 0; // words at their own place in the quote
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (const auto in = wanted.find(words_[i].id); in != wanted.end() && in->second-- > 0) {
            ++shared;
        }
        if (i >= width) {
            if (const auto out = wanted.find(words_[i - width].id); out != wanted.end() && out->second++ >= 0) {
                --shared;
            }
        }
        if (shared == 0 || shared < best) {
            continue;
        }
        const std::size_t first = i + 1 - std::min(width, i + 1);
        std::size_t aligned = 0;
        for (std::size_t k = first; k <= i; ++k) {
            aligned += words_[k].id == ids[k - first] ? 1 : 0;
        }
        if (shared > best || aligned > best_aligned) {
            best = shared;
            best_aligned = aligned;
            best_end = i;
        }
    }
    if (best * 2 < quote.size()) {
        return {};
    }
    const std::size_t first = best_end + 1 - std::min(width, best_end + 1);
    return {words_[first].bytes.begin, words_[best_end].bytes.end};
}

ByteRange NearestWords::find_spelling(const std::string& word) const {
    const auto like = nearest(word, spellings_);
    if (!like) {
        return {};
    }
    const std::size_t id = ids_.at(*like);
    const auto found =
        std::find_if(words_.begin(), words_.end(), [&](const Word& candidate) { return candidate.id == id; });
    return found->bytes;
}

} // namespace demarche
