#pragma once
/// What one article says happened, was to happen or did not: mentions of events with who, when, where and how sure.
///
/// A mention is what one clause, or one noun with what hangs on it, says. Which mentions are of one event is not
/// decided here. Nothing is inferred: a party that nobody names is none, and what is only supposed (if, might, could)
/// is no event.

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/event_noun.hpp"
#include "extract/speech.hpp"
#include "extract/timex.hpp"
#include "model/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demarche::extract {

/// Somebody's part in an event.
struct EventParty {
    std::uint32_t mention = kNone; ///< in Actors::mentions; its chain may be kNone
    Part as = Part::participant;
    bool subject = false; ///< does what the verb says: Roe and Lind of "Roe and Lind phoned Dahl"
};

/// How long lies between two events, in days: "hours after" 0 to 1, "two days after" 2 to 2.
struct OrderGap {
    std::int32_t least = 0;
    std::int32_t most = 0;

    friend bool operator==(const OrderGap&, const OrderGap&) = default;
};

/// How an event stands to another one that its sentence names: "after the call", "ahead of the talks".
struct EventOrder {
    bool after = true; ///< false: before
    Span words;        ///< "After the call"
    Span other;        ///< the noun or verb that names the other event: "call"; a mention with this trigger may exist
    std::optional<OrderGap> gap = {}; ///< as far as the words before it say
};

/// In the order of the text.
struct EventMention {
    Span trigger; ///< the word or words that name it: "met", "held talks", "phone call"
    Span clause;  ///< what says it, as a citation quotes it: a clause or a whole sentence, complete words, one line
    std::uint32_t sentence = 0;
    EventType type;    ///< of known_event_types()
    std::string cameo; ///< "041"; empty: not known
    Status status = Status::occurred;
    std::vector<EventParty> parties; ///< in the order of the text, each chain once
    Edtf when;                       ///< empty: nothing says when
    Span when_words;                 ///< "last week"; empty: none
    std::vector<Span> places;        ///< "Diriyah Palace", "Riyadh": the finer one first
    std::vector<EventOrder> order;
    /// Whose word it is, where the article does not say it as its own: in Actors::mentions. Empty: the article's own
    /// word.
    std::vector<std::uint32_t> said_by;
    Span said_words; ///< the words for whoever that is, named or not: "a spokesman"; empty: the article's own word
    /// Of speech: what is said, demanded, refused ("NATO membership for Ukraine was not realistic"); else what it is
    /// about
    /// ("to discuss ..."). Empty: nothing says it.
    Span topic;
    Span topic_verb; ///< the verb of the clause that the topic is: "met" of "Roe, who knew Lind, met Dahl"; empty: none
    bool noun = false;         ///< named in passing by a noun ("after the call"), not told
    bool definite = false;     ///< of a noun: "the talks", "Tuesday's meeting": speaks of a known event
    bool intent = false;       ///< "said they would release Roe": typed by what the speaker means to do
    bool open_subject = false; ///< who did it is a pronoun that names nobody: those named did not do it alone
    bool others = false;       ///< people whom nobody names took part too: "with other leaders"
    bool repeated = false;     ///< "have repeatedly said", "meets every week": no single event
};

/// All of them between `body`'s ends (all of the document where it is empty). Linear in the text.
std::vector<EventMention> find_events(const Document& document,
                                      const Actors& actors,
                                      const WordTables& tables,
                                      const std::vector<Timex>& times,
                                      const std::vector<Speech>& speech,
                                      const std::vector<EventNoun>& nouns,
                                      Span body = {});

} // namespace demarche::extract
