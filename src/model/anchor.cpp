#include "model/anchor.hpp"

#include "base/utf8.hpp"
#include "base/xml.hpp"

#include <algorithm>
#include <cstdint>

namespace demarche {
namespace {

constexpr std::size_t kStride = 256;
/// Bytes of the article that are folded to be compared with a prefix or suffix, for each of its bytes and at least.
constexpr std::size_t kContextFactor = 4;
constexpr std::size_t kContextLeast = 64;

/// The most places of one quote that are looked at: with more it is ambiguous whatever stands around it.
constexpr std::size_t kMostPlaces = 10'000;
/// Bytes that may be folded for the prefixes or suffixes of one quote's places.
constexpr std::size_t kContextBudget = std::size_t{16} << 20;

/// For each byte of `words` the length of the longest beginning of `words`, shorter than all of it, that ends there.
std::vector<std::uint32_t> borders_of(const std::string& words) {
    std::vector<std::uint32_t> borders(words.size(), 0);
    for (std::size_t i = 1, length = 0; i < words.size(); ++i) {
        while (length > 0 && words[i] != words[length]) {
            length = borders[length - 1];
        }
        length += words[i] == words[length] ? 1 : 0;
        borders[i] = static_cast<std::uint32_t>(length);
    }
    return borders;
}

/// The places of `words` in `text`, overlapping ones too, at most `most`. Bytes will do: in UTF-8 a match never begins
/// inside a code point. Linear whatever the words are (Knuth, Morris and Pratt, "Fast Pattern Matching in Strings",
/// 1977): text that repeats itself makes a search that starts over at every byte take the product of the lengths.
std::vector<ByteRange> places_of(const std::string& words, const std::string& text, std::size_t most) {
    std::vector<ByteRange> places;
    if (words.empty() || words.size() > text.size()) {
        return places;
    }
    const std::vector<std::uint32_t> borders = borders_of(words);
    std::size_t matched = 0;
    for (std::size_t i = 0; i < text.size() && places.size() < most; ++i) {
        while (matched > 0 && text[i] != words[matched]) {
            matched = borders[matched - 1];
        }
        matched += text[i] == words[matched] ? 1 : 0;
        if (matched == words.size()) {
            places.push_back({i + 1 - words.size(), i + 1});
            matched = borders[matched - 1];
        }
    }
    return places;
}

/// The bytes of the article next to a place that are compared with a prefix or suffix.
std::size_t context_bytes(const std::string& folded) {
    return folded.size() * kContextFactor + kContextLeast;
}

/// How many places of a quote are looked at.
std::size_t most_places(const std::string& prefix, const std::string& suffix) {
    const std::size_t bytes = context_bytes(prefix) + context_bytes(suffix);
    return std::clamp<std::size_t>(kContextBudget / bytes, 1, kMostPlaces);
}

} // namespace

AnchorText::AnchorText(std::string utf8) : text_(std::move(utf8)), folded_(text_), words_(text_) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (i % kStride == 0) {
            counts_.push_back(count);
        }
        count += is_continuation(text_[i]) ? 0 : 1;
    }
}

std::size_t AnchorText::code_points_before(std::size_t byte) const {
    if (counts_.empty()) {
        return 0;
    }
    const std::size_t block = std::min(byte / kStride, counts_.size() - 1);
    std::size_t count = counts_[block];
    for (std::size_t i = block * kStride; i < byte; ++i) {
        count += is_continuation(text_[i]) ? 0 : 1;
    }
    return count;
}

std::vector<ByteRange> AnchorText::places(const std::string& quote, bool tolerant, std::size_t most) const {
    if (!tolerant) {
        return places_of(quote, text_, most);
    }
    std::vector<ByteRange> found = places_of(fold(quote), folded_.text(), most);
    for (ByteRange& place : found) {
        place = folded_.origin(place);
    }
    return found;
}

bool AnchorText::fits(const std::string& prefix, const std::string& suffix, const ByteRange& place) const {
    const std::string_view text = text_;
    if (!prefix.empty()) {
        std::size_t begin = place.begin - std::min(place.begin, context_bytes(prefix));
        while (begin < place.begin && is_continuation(text[begin])) {
            ++begin;
        }
        if (!fold(text.substr(begin, place.begin - begin)).ends_with(prefix)) {
            return false;
        }
    }
    if (!suffix.empty()) {
        std::size_t end = std::min(text.size(), place.end + context_bytes(suffix));
        while (end < text.size() && is_continuation(text[end])) {
            ++end;
        }
        if (!fold(text.substr(place.end, end - place.end)).starts_with(suffix)) {
            return false;
        }
    }
    return true;
}

AnchorText::Fitting AnchorText::fitting(const Citation& citation, bool regardless, bool tolerant) const {
    const std::string prefix = regardless ? std::string() : fold(citation.prefix);
    const std::string suffix = regardless ? std::string() : fold(citation.suffix);
    const std::size_t most = most_places(prefix, suffix);
    Fitting found;
    found.places = places(citation.quote, tolerant, most + 1);
    found.occurrences = found.places.size();
    if (found.places.size() > most) {
        found.too_many = true;
        found.places.clear();
        return found;
    }
    std::erase_if(found.places, [&](const ByteRange& place) { return !fits(prefix, suffix, place); });
    std::vector<ByteRange> whole = found.places;
    std::erase_if(whole, [&](const ByteRange& place) {
        return cuts_a_word(text_, place.begin) || cuts_a_word(text_, place.end);
    });
    if (!whole.empty()) {
        found.places = std::move(whole);
    }
    return found;
}

std::vector<ByteRange> AnchorText::candidates(const Citation& citation, bool regardless) const {
    Fitting exact = fitting(citation, regardless, false);
    return exact.places.empty() && !exact.too_many ? fitting(citation, regardless, true).places : exact.places;
}

Passage AnchorText::passage(const ByteRange& place) const {
    return {code_points_before(place.begin), code_points_before(place.end),
            text_.substr(place.begin, place.end - place.begin)};
}

bool AnchorText::has_prefix(const std::string& prefix, const ByteRange& place) const {
    return fits(fold(prefix), {}, place);
}

bool AnchorText::has_suffix(const std::string& suffix, const ByteRange& place) const {
    return fits({}, fold(suffix), place);
}

Anchor AnchorText::find(const Citation& citation) const {
    Anchor anchor;
    if (citation.quote.empty()) {
        return anchor;
    }
    for (const bool tolerant : {false, true}) {
        const Fitting found = fitting(citation, false, tolerant);
        anchor.occurrences = std::max(anchor.occurrences, found.occurrences);
        if (found.too_many) {
            anchor.failure = AnchorFailure::ambiguous;
            return anchor;
        }
        if (found.places.empty()) {
            continue;
        }
        anchor.occurrences = found.places.size();
        anchor.tolerant = tolerant;
        const auto recorded = std::find_if(found.places.begin(), found.places.end(), [&](const ByteRange& place) {
            return citation.start && code_points_before(place.begin) == *citation.start;
        });
        if (found.places.size() > 1 && recorded == found.places.end()) {
            anchor.failure = AnchorFailure::ambiguous;
            return anchor;
        }
        anchor.passage = passage(recorded == found.places.end() ? found.places[0] : *recorded);
        return anchor;
    }
    anchor.failure = AnchorFailure::missing;
    return anchor;
}

std::string AnchorText::nearest(const std::string& quote) const {
    const ByteRange near = words_.find(quote);
    return xml::collapse_blanks(std::string_view(text_).substr(near.begin, near.end - near.begin));
}

} // namespace demarche
