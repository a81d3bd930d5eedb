#include "extract/phrase_text.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 7> kPlaceBefore{"in", "at", "near", "outside", "inside", "across", "into"};
constexpr std::array<std::string_view, 17> kSettlements{
    "capital", "city",   "town",   "village", "region", "province", "port",      "resort", "district",
    "state",   "island", "suburb", "enclave", "palace", "hotel",    "peninsula", "area"};
constexpr std::array<std::string_view, 16> kDirections{"northern",     "southern",     "eastern",      "western",
                                                       "central",      "downtown",     "occupied",     "northeastern",
                                                       "northwestern", "southeastern", "southwestern", "neighbouring",
                                                       "neighboring",  "nearby",       "coastal",      "north-eastern"};

} // namespace

/// Behind the capitalised words of a place; `i` itself: none begins here.
std::uint32_t PhraseText::end_of_place(std::uint32_t i) const {
    std::uint32_t end = i;
    while (is_capital(end) && time_at(end) == kNone) {
        const std::uint32_t mention = mention_at(end);
        if (mention != kNone && (actors_.mentions[mention].kind == MentionKind::person ||
                                 actors_.mentions[mention].kind == MentionKind::group)) {
            return i;
        }
        ++end;
        if ((is(end, "of") || is(end, "the") || is(end, "de") || is(end, "al")) && is_capital(end + 1) &&
            document_.words(document_.tokens[end])[0] >= 'a' && end + 1 < last_ && end > i &&
            mention_at(end - 1) != kNone && mention_at(end - 1) == mention_at(end + 1)) {
            ++end;
        }
    }
    if (end == i) {
        return i;
    }
    const LexMatch match = lexicon_.match(document_, i, last_);
    const bool adjective = match.classes.any(LexClass::adjective, LexClass::people) &&
                           !match.classes.any(LexClass::country, LexClass::capital, LexClass::place);
    const bool alone = match.tokens >= end - i;
    if (adjective && alone) {
        return i;
    }
    return end;
}

/// "the Saudi capital", "the western city of": behind it and its "of" or comma; i: none.
std::uint32_t PhraseText::behind_city_of(std::uint32_t i) const {
    std::uint32_t at = i;
    for (int words = 0; words < 4 && is_word(at); ++words, ++at) {
        if (one_of(kSettlements, word(at))) {
            ++at;
            at += is(at, "of") || is_sign(at, ",") ? 1 : 0;
            return is_capital(at) ? at : i;
        }
    }
    return i;
}

/// The place behind the preposition at `at`, the finer one first; moves `at` behind it. Empty: none.
std::vector<Span> PhraseText::one_place(std::uint32_t& at) const {
    std::uint32_t begin = at + 1;
    begin += is(begin, "the") ? 1 : 0;
    begin += one_of(kDirections, word(begin)) ? 1 : 0;
    begin = behind_city_of(begin);
    std::uint32_t end = end_of_place(begin);
    const bool described = is(at + 1, "the") && begin == at + 2; // "to the Arab nation"
    if (end == begin || (described && is_word(end) && !is_capital(end) && time_at(end) == kNone &&
                         mention_at(begin) == kNone && word(end).size() > 3)) {
        return {};
    }
    std::vector<Span> places{span(begin, end)};
    if (is_possessive(end)) { // "in Peru's capital of Lima", "in Peru's Cusco region"
        const std::uint32_t finer = behind_city_of(end + 1);
        const std::uint32_t finer_end = end_of_place(finer);
        if (finer_end == finer) {
            return {};
        }
        places.insert(places.begin(), span(finer, finer_end));
        end = finer_end;
    }
    const std::uint32_t after_comma = is_sign(end, ",") ? mention_at(end + 1) : kNone;
    if (after_comma != kNone && actors_.mentions[after_comma].kind == MentionKind::state &&
        !is_possessive(end_of_place(end + 1))) { // "Lima, Peru"
        const std::uint32_t wider = end_of_place(end + 1);
        if (wider > end + 1) {
            places.push_back(span(end + 1, wider));
            end = wider;
        }
    }
    at = end;
    return places;
}

std::vector<Span> PhraseText::places_from(std::uint32_t& i, bool to) const {
    std::vector<Span> places;
    std::uint32_t at = i;
    while (places.size() < 4 && (one_of(kPlaceBefore, word(at)) || (to && at == i && is(at, "to")))) {
        const std::vector<Span> found = one_place(at);
        if (found.empty()) {
            break;
        }
        places.insert(places.end(), found.begin(), found.end());
    }
    i = at;
    return places;
}

} // namespace demarche::extract
