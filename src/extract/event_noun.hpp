#pragma once
/// Nouns that name events ("a phone call between Roe and Lind on Tuesday", "Tuesday's talks in Oslo", "the 2019
/// invasion") and what hangs on them within their own phrase. Whether the event took place is for the clause around it
/// to say.

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/timex.hpp"
#include "model/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::extract {

enum class NounHint : std::uint8_t {
    none,
    planned,   ///< "upcoming", "planned", "scheduled", "next week's"
    possible,  ///< "possible", "potential": no event unless a clause plans it
    cancelled, ///< "cancelled", "abandoned"
    negated,   ///< "no talks", "without talks"
    past,      ///< "recent", "last week's"
};

/// Parties of an event noun, as its own phrase names them.
struct NounParty {
    std::uint32_t mention = kNone; ///< in Actors::mentions
    Part as = Part::participant;   ///< source for "Russia's invasion", target for "invasion of Ukraine"
};

/// In the order of the text.
struct EventNoun {
    Span noun;  ///< "phone call", "talks", "invasion"
    Span whole; ///< the noun phrase with what hangs on it: "a phone call between Roe and Lind last week"
    std::uint32_t sentence = 0;
    EventType type; ///< no category: PLOVER has no word for it ("election", "trial"); only to order others by
    std::string cameo;
    std::vector<NounParty> parties;
    std::uint32_t time = kNone; ///< in the list of times: "Tuesday's", "in September 2019"
    std::vector<Span> places;   ///< the finer one first
    bool definite = false;      ///< "the", "this", a possessive before it
    bool plural = false;        ///< several of them: "phone calls with both Roe and Lind"
    bool separate = false;      ///< with "each", "both", or of the plural: one event a party, beside the one who calls
    NounHint hint = NounHint::none;
    Span relation;     ///< the words before it that order: "after", "ahead of", "following"; empty: none
    bool after = true; ///< what the clause around it tells came after this; false: before
    /// Words before it that put what the clause tells into it: "on the sidelines of", "during", "at"; empty: none. Its
    /// places are those of the clause, too.
    Span within;
};

/// All of them between `body`'s ends (all of the document where it is empty), outside of headings. Linear.
std::vector<EventNoun> find_event_nouns(const Document& document,
                                        const Actors& actors,
                                        const WordTables& tables,
                                        const std::vector<Timex>& times,
                                        Span body = {});

} // namespace demarche::extract
