#include "model/anchor.hpp"

#include "base/utf8.hpp"
#include "base/xml.hpp"

#include <algorithm>
#include <functional>

namespace demarche {
namespace {

constexpr std::size_t kStride = 256;
/// Bytes of the article that are folded to be compared with a prefix or suffix, for each of its bytes and at least.
constexpr std::size_t kContextFactor = 4;
constexpr std::size_t kContextLeast = 64;

/// Every place of `words` in `text`. Bytes will do: in UTF-8 a match never begins inside a code point.
std::vector<ByteRange> places_of(const std::string& words, const std::string& text) {
    std::vector<ByteRange> places;
    if (words.empty()) {
        return places;
    }
    const std::boyer_moore_horspool_searcher searcher(words.begin(), words.end());
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), searcher);
        if (at == text.end()) {
            return places;
        }
        const auto begin = static_cast<std::size_t>(at - text.begin());
        places.push_back({begin, begin + words.size()});
    }
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

std::vector<ByteRange> AnchorText::exact_places(const std::string& quote) const {
    return places_of(quote, text_);
}

std::vector<ByteRange> AnchorText::folded_places(const std::string& quote) const {
    std::vector<ByteRange> places = places_of(fold(quote), folded_.text());
    for (ByteRange& place : places) {
        place = folded_.origin(place);
    }
    return places;
}

bool AnchorText::fits(const Citation& citation, const ByteRange& place) const {
    const std::string_view text = text_;
    if (!citation.prefix.empty()) {
        const std::string wanted = fold(citation.prefix);
        std::size_t begin = place.begin - std::min(place.begin, wanted.size() * kContextFactor + kContextLeast);
        while (begin < place.begin && is_continuation(text[begin])) {
            ++begin;
        }
        if (!fold(text.substr(begin, place.begin - begin)).ends_with(wanted)) {
            return false;
        }
    }
    if (!citation.suffix.empty()) {
        const std::string wanted = fold(citation.suffix);
        std::size_t end = std::min(text.size(), place.end + wanted.size() * kContextFactor + kContextLeast);
        while (end < text.size() && is_continuation(text[end])) {
            ++end;
        }
        if (!fold(text.substr(place.end, end - place.end)).starts_with(wanted)) {
            return false;
        }
    }
    return true;
}

Anchor AnchorText::find(const Citation& citation) const {
    Anchor anchor;
    if (citation.quote.empty()) {
        return anchor;
    }
    for (const bool tolerant : {false, true}) {
        std::vector<ByteRange> places = tolerant ? folded_places(citation.quote) : exact_places(citation.quote);
        anchor.occurrences = std::max(anchor.occurrences, places.size());
        std::erase_if(places, [&](const ByteRange& place) { return !fits(citation, place); });
        std::vector<ByteRange> whole = places;
        std::erase_if(whole, [&](const ByteRange& place) {
            return cuts_a_word(text_, place.begin) || cuts_a_word(text_, place.end);
        });
        if (!whole.empty()) {
            places = std::move(whole);
        }
        if (places.empty()) {
            continue;
        }
        anchor.occurrences = places.size();
        anchor.tolerant = tolerant;
        const auto recorded = std::find_if(places.begin(), places.end(), [&](const ByteRange& place) {
            return citation.start && code_points_before(place.begin) == *citation.start;
        });
        if (places.size() > 1 && recorded == places.end()) {
            anchor.failure = AnchorFailure::ambiguous;
            return anchor;
        }
        const ByteRange place = recorded == places.end() ? places[0] : *recorded;
        anchor.passage = Passage{code_points_before(place.begin), code_points_before(place.end),
                                 text_.substr(place.begin, place.end - place.begin)};
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
