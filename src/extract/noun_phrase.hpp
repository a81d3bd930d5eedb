#pragma once
/// Inside the finder of event nouns: what stands before such a noun in its own phrase.

#include "extract/event_noun.hpp"
#include "extract/event_noun_table.hpp"
#include "extract/phrase_text.hpp"

#include <vector>

namespace demarche::extract {

struct BeforeNoun {
    std::uint32_t begin = 0; ///< first token of the phrase
    bool determined = false; ///< an article, a possessive, a number: surely a noun
    bool definite = false;
    bool negated = false;
    bool described = false; ///< an adjective or a name stands before it
    bool separate = false;
    bool rejected = false; ///< "heart attack"
    NounHint hint = NounHint::none;
    std::uint32_t time = kNone;
    std::uint32_t owner = kNone;       ///< mention: "Roe's", "Peru's"
    Span place;                        ///< a name that is nobody's: "the Jeddah talks"; empty: none
    std::vector<std::uint32_t> before; ///< mentions: "U.S.-Russia", "Peruvian"; in the order of the text
};

/// Reads leftwards from `noun`, at most a dozen words.
BeforeNoun read_before(const PhraseText& text, const EventNounTable& table, std::uint32_t noun, const NounEntry& entry);

} // namespace demarche::extract
