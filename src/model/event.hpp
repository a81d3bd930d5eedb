#pragma once
/// Events, the parties to them, and the delegations that act there.

#include "base/edtf.hpp"
#include "model/citation.hpp"

#include <string>
#include <vector>

namespace demarche {

enum class Part { participant, source, target, host, speaker, addressee, mediator, absent };

/// An actor's part in an event.
struct Party {
    std::string actor; ///< id
    Part as = Part::participant;
    std::vector<Citation> citations;
    SourcePosition where;
};

enum class Status { occurred, ongoing, planned, cancelled, denied };

/// PLOVER category and mode, or `statement`; see event_type.hpp for the table.
struct EventType {
    std::string category; ///< "consult", "assault", "statement", ... lower case
    std::string mode;     ///< "call", "meet", "visit", ...; may be empty

    friend bool operator==(const EventType&, const EventType&) = default;
};

struct Event {
    std::string id;
    std::string title;               ///< fit for a chart: "Trump and Putin speak by phone"
    std::string short_title;         ///< for a hub of the network: "Phone call"; empty: derived from type or title
    std::string detail;              ///< one line more; may be empty
    Edtf when;                       ///< empty: no date known
    std::string words;               ///< overrides the printed date; may be empty
    std::vector<std::string> after;  ///< ids of events that came before this one
    std::vector<std::string> before; ///< ids of events that came after this one
    std::string where_held;          ///< place; may be empty
    EventType type;
    std::string cameo; ///< may be empty
    Status status = Status::occurred;
    std::vector<std::string> said_by; ///< actor ids: whose word it is; empty: the articles' own
    int weight = 5;                   ///< 1 (aside) to 10 (the story)
    bool emphasis = false;            ///< a key event: stands on a band
    std::string review;
    std::vector<Party> parties;
    std::vector<Citation> citations;
    SourcePosition where;
};

/// Actors who act together for a side at an event.
struct Delegation {
    std::string id;
    std::string name;                  ///< "U.S. delegation"; empty: derived from the side
    std::string event;                 ///< id
    std::string side;                  ///< id
    std::string head;                  ///< actor id; empty: nobody is said to lead
    std::vector<std::string> members;  ///< actor ids, the head included, order of the dossier
    std::vector<std::string> possible; ///< actor ids of those who might be part of it
    std::string review;
    std::vector<Citation> citations;
    SourcePosition where;
};

const char* to_text(Part part);
const char* to_text(Status status);
/// "consult/call", "statement".
std::string to_text(const EventType& type);

} // namespace demarche
