#pragma once
/// Inside the finder of event nouns: what hangs on such a noun behind it ("between Roe and Lind in Oslo on Tuesday").

#include "extract/event_noun.hpp"
#include "extract/event_noun_table.hpp"
#include "extract/phrase_text.hpp"

namespace demarche::extract {

/// Once each.
void add_party(EventNoun& noun, std::uint32_t mention, Part part);

/// The part of whoever owns such a noun: "Roe's visit".
Part owner_part(NounFrame frame);

/// Reads from token `at`, behind the noun, and gives the token behind all that hangs on it. `separate`: the noun is
/// called so.
std::uint32_t attach_behind(const PhraseText& text,
                            const EventNounTable& table,
                            std::uint32_t at,
                            const NounEntry& entry,
                            bool separate,
                            EventNoun& noun);

} // namespace demarche::extract
