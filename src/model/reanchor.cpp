#include "model/reanchor.hpp"

#include "base/utf8.hpp"
#include "base/xml.hpp"
#include "model/dossier_schema.hpp"
#include "model/dossier_values.hpp"

#include <algorithm>

namespace demarche {
namespace {

/// Stretches whose likeness differs by less are equally good.
constexpr double kAsGood = 0.04;

bool has_position(const Citation& citation) {
    return citation.start && citation.end && *citation.start < *citation.end;
}

std::size_t distance(std::size_t a, std::size_t b) {
    return a < b ? b - a : a - b;
}

std::vector<ByteRange> blank_parted(std::string_view text) {
    std::vector<ByteRange> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(xml::kBlanks, at);
        if (begin == std::string_view::npos) {
            break;
        }
        at = std::min(text.find_first_of(xml::kBlanks, begin), text.size());
        words.push_back({begin, at});
    }
    return words;
}

/// As many words next to a place as the old prefix or suffix had.
std::string context_of(const std::string& text, const ByteRange& place, const std::string& old, bool before) {
    constexpr std::size_t kBytes = 2000; // a context is a few words
    const std::size_t wanted = std::max<std::size_t>(1, blank_parted(old).size());
    std::size_t begin = before ? place.begin - std::min(place.begin, kBytes) : place.end;
    std::size_t end = before ? place.begin : std::min(text.size(), place.end + kBytes);
    while (begin < end && is_continuation(text[begin])) {
        ++begin;
    }
    while (end > begin && end < text.size() && is_continuation(text[end])) {
        --end;
    }
    const std::string_view beside = std::string_view(text).substr(begin, end - begin);
    const std::vector<ByteRange> words = blank_parted(beside);
    if (words.empty()) {
        return {};
    }
    const std::size_t count = std::min(wanted, words.size());
    const std::size_t from = before ? words[words.size() - count].begin : words.front().begin;
    const std::size_t to = before ? words.back().end : words[count - 1].end;
    return xml::collapse_blanks(beside.substr(from, to - from));
}

bool is_punctuation(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_continuation(text[begin])) {
        --begin;
    }
    const std::u32string points = decode_utf8(text.substr(begin, at - begin + 1));
    return !points.empty() && !is_word_character(points.front()) &&
           xml::kBlanks.find(text[begin]) == std::string_view::npos;
}

/// A quote that begins or ends with a mark takes the marks at the stretch's ends, too.
ByteRange with_marks(const std::string& text, ByteRange place, const std::string& quote) {
    constexpr std::size_t kMost = 12; // bytes
    const auto marks_at_end = [](std::string_view words) { return is_punctuation(words, words.size() - 1); };
    if (marks_at_end(quote)) {
        std::size_t end = place.end;
        while (end < text.size() && end < place.end + kMost) {
            std::size_t next = end + 1;
            while (next < text.size() && is_continuation(text[next])) {
                ++next;
            }
            if (!is_punctuation(text, next - 1)) {
                break;
            }
            end = next;
        }
        place.end = end;
    }
    std::size_t first = 1;
    while (first < quote.size() && is_continuation(quote[first])) {
        ++first;
    }
    if (is_punctuation(quote, first - 1)) {
        const std::size_t least = place.begin - std::min(place.begin, kMost);
        while (place.begin > least && is_punctuation(text, place.begin - 1)) {
            --place.begin;
        }
        while (place.begin < place.end && is_continuation(text[place.begin])) {
            ++place.begin;
        }
    }
    return place;
}

} // namespace

void Reanchoring::learn(const Citation& citation, const Anchor& anchor) {
    if (anchor.passage && anchor.occurrences == 1 && has_position(citation)) {
        shifts_.emplace_back(*citation.start, anchor.passage->start);
    }
}

std::size_t Reanchoring::expected(const Citation& citation) const {
    // The text around the recorded position moved as far as the nearest words of which that is known.
    const auto nearer = [&](const auto& a, const auto& b) {
        return distance(a.first, *citation.start) < distance(b.first, *citation.start);
    };
    const auto witness = std::min_element(shifts_.begin(), shifts_.end(), nearer);
    if (witness == shifts_.end()) {
        return *citation.start;
    }
    const std::size_t moved = witness->second + *citation.start;
    return moved - std::min(witness->first, moved);
}

bool Reanchoring::is_expected(const ByteRange& place, const Citation& citation) const {
    constexpr std::size_t kNear = 100; // code points
    return has_position(citation) &&
           distance(text_.passage(place).start, expected(citation)) <= kNear + (*citation.end - *citation.start);
}

std::optional<ByteRange> Reanchoring::nearest(const std::vector<ByteRange>& places, const Citation& citation) const {
    if (!has_position(citation) || places.empty()) {
        return std::nullopt;
    }
    const std::size_t expected = this->expected(citation);
    std::size_t best = 0;
    std::size_t least = static_cast<std::size_t>(-1);
    std::size_t second = least;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t away = distance(text_.passage(places[i]).start, expected);
        if (away < least) {
            second = least;
            least = away;
            best = i;
        } else {
            second = std::min(second, away);
        }
    }
    // Half as far as the next at most: else it is a guess.
    return places.size() == 1 || least <= second / 2 ? std::optional(places[best]) : std::nullopt;
}

Reanchored Reanchoring::chosen(Hold hold, const ByteRange& place) const {
    return {hold, place, text_.passage(place), 1};
}

Reanchored Reanchoring::find(const Citation& citation, const Anchor& anchor) const {
    if (citation.quote.empty()) {
        return {Hold::whole, {}, {}, 0};
    }
    if (anchor.passage) {
        const bool there = !has_position(citation) ||
                           (*citation.start == anchor.passage->start && *citation.end == anchor.passage->end);
        return {there ? Hold::stands : Hold::moved, {}, anchor.passage, anchor.occurrences};
    }
    if (anchor.failure == AnchorFailure::ambiguous) {
        const auto near = nearest(text_.candidates(citation), citation);
        return near ? chosen(Hold::moved, *near) : Reanchored{Hold::ambiguous, {}, {}, anchor.occurrences};
    }
    return anchor.occurrences > 0 ? find_regardless(citation) : find_altered(citation);
}

Reanchored Reanchoring::find_regardless(const Citation& citation) const {
    const std::vector<ByteRange> places = text_.candidates(citation, true);
    std::vector<ByteRange> half; // where one of the two still fits
    std::copy_if(places.begin(), places.end(), std::back_inserter(half), [&](const ByteRange& place) {
        return (!citation.prefix.empty() && text_.has_prefix(citation.prefix, place)) ||
               (!citation.suffix.empty() && text_.has_suffix(citation.suffix, place));
    });
    const std::vector<ByteRange>& choice = half.empty() ? places : half;
    if (choice.size() == 1) {
        return chosen(Hold::context, choice.front());
    }
    const auto near = nearest(choice, citation);
    return near ? chosen(Hold::context, *near) : Reanchored{Hold::ambiguous, {}, {}, choice.size()};
}

Reanchored Reanchoring::find_altered(const Citation& citation) const {
    if (!reworded_) {
        reworded_ = std::make_unique<RewordedText>(text_.text());
    }
    std::vector<Rewording> found = reworded_->find(citation.quote);
    std::erase_if(found, [&](const Rewording& one) { return !one.sure && !is_expected(one.bytes, citation); });
    if (found.empty()) {
        return {};
    }
    std::erase_if(found,
                  [best = found.front().likeness](const Rewording& one) { return one.likeness < best - kAsGood; });
    std::vector<ByteRange> places;
    places.reserve(found.size());
    for (const Rewording& one : found) {
        places.push_back(with_marks(text_.text(), one.bytes, citation.quote));
    }
    if (places.size() > 1 && !(citation.prefix.empty() && citation.suffix.empty())) {
        std::vector<ByteRange> beside;
        std::copy_if(places.begin(), places.end(), std::back_inserter(beside), [&](const ByteRange& place) {
            return text_.has_prefix(citation.prefix, place) && text_.has_suffix(citation.suffix, place);
        });
        places = beside.empty() ? places : beside;
    }
    if (places.size() == 1) {
        return chosen(Hold::altered, places.front());
    }
    const auto near = nearest(places, citation);
    return near ? chosen(Hold::altered, *near) : Reanchored{Hold::ambiguous, {}, {}, places.size()};
}

std::optional<Citation> settled(const Citation& citation, const Reanchored& found, const AnchorText& text) {
    const bool words = found.hold == Hold::altered;
    if (!found.passage || (found.hold != Hold::moved && found.hold != Hold::context && !words)) {
        return std::nullopt;
    }
    Citation result = citation;
    result.quote = words ? xml::collapse_blanks(found.passage->exact) : citation.quote;
    if (words && (result.quote.size() > kLongestWords || fault_of_words(result.quote))) {
        return std::nullopt;
    }
    const auto record = [&] {
        result.start = found.passage->start;
        result.end = found.passage->end;
    };
    if (citation.start && citation.end) {
        record();
    }
    const auto holds = [&] { return text.find(result).passage == found.passage; };
    if (found.hold == Hold::context || (words && !holds())) {
        const auto adapt = [&](std::string& beside, bool fits, bool before) {
            if (!beside.empty() && !fits) {
                beside = context_of(text.text(), found.place, beside, before);
            }
        };
        adapt(result.prefix, text.has_prefix(result.prefix, found.place), true);
        adapt(result.suffix, text.has_suffix(result.suffix, found.place), false);
        if (fault_of_words(result.prefix) || fault_of_words(result.suffix)) {
            return std::nullopt;
        }
    }
    if (!holds()) {
        record();
    }
    return holds() ? std::optional(result) : std::nullopt;
}

} // namespace demarche
