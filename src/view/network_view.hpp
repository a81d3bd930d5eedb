#pragma once
/// The network's view of the model: cards, hubs and ties, with no positions yet.
///
/// A card is a delegation, the actors of a side that sends none, or one actor. A hub is an event that its
/// parties took part in together; who was absent is a note, never a line. Statements are no hubs: a subject
/// of a statement was not there. An act against somebody is the words on the arrow from source to target; an act
/// that names no source or no target has no such arrow and is not drawn.

#include "view/news.hpp"
#include "view/selection.hpp"
#include "view/support.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::view {

/// A tie to somebody on the same card: words in the row, no line.
struct RowTie {
    TieType type = TieType::advises;
    std::string verb; ///< the dossier's own words; empty: the template's for the type
    std::string from; ///< short name; empty: the row's own
    std::string to;   ///< short name; empty: the row's own
    Edtf when;        ///< empty: no time is given
};

/// A role that the card does not print: it is told to those who cannot see the chart.
struct LaterRole {
    std::string title; ///< "Foreign Minister"
    std::string body;  ///< "Egypt"; empty where the title or the card says it
    Edtf when;         ///< may be empty
};

/// An actor on a card.
struct CardRow {
    std::string actor; ///< id
    std::string name;
    std::string short_name;
    std::string role;      ///< "Secretary of State"; may be empty
    std::string role_body; ///< "United States"; empty where the role or the card says it
    std::vector<LaterRole> later_roles;
    bool head = false;                 ///< the dossier says that they lead
    bool possible = false;             ///< might be part of it
    std::vector<std::string> leads_at; ///< short titles of the events where they lead, where the card joins delegations
    std::vector<RowTie> own_ties;
    Support support;        ///< of the actor, all of its roles and its ties within the card
    News news = News::none; ///< of the actor and its ties within the card (view/since.hpp)
};

struct NetworkCard {
    std::string id;                       ///< of the delegation, side or actor, with a prefix that keeps them apart
    std::string title;                    ///< empty: one actor alone, whose name is the title
    std::vector<std::string> delegations; ///< ids of those that stand on it
    int side = -1;                        ///< index into NetworkView::sides; -1: none
    std::vector<CardRow> rows;
    Support support;        ///< of the delegations
    News news = News::none; ///< likewise
};

struct NetworkHub {
    std::string event;    ///< id
    bool hostile = false; ///< no meeting: words on the way from its sources to its targets
    std::string title;    ///< short title; empty: the template's words for its type
    std::string long_title;
    EventType type;
    std::string place;
    Edtf when;
    std::string words; ///< overrides the printed date
    Status status = Status::occurred;
    bool plan_passed = false; ///< planned for a day before the as-of date, and nobody confirmed it
    bool single_source = false;
    bool disputed = false;
    bool unreviewed = false;
    std::vector<std::string> said_by; ///< short names
    std::vector<std::string> absent;  ///< short names of those named as not there
    Support support;
    std::vector<std::size_t> links; ///< its lines, in the order of the event's parties
    int weight = 5;
    bool emphasis = false;
    News news = News::none;
};

/// A card, or one row of it.
struct CardEnd {
    std::size_t card = 0;
    int row = -1; ///< -1: the whole card

    friend bool operator==(const CardEnd&, const CardEnd&) = default;
    friend auto operator<=>(const CardEnd&, const CardEnd&) = default;
};

/// An actor whom a line stands for.
struct NamedActor {
    std::string id, name;

    friend bool operator==(const NamedActor&, const NamedActor&) = default;
};

/// Who took part in a hub.
struct NetworkLink {
    CardEnd from;          ///< its row is the first of several
    std::vector<int> rows; ///< two or more, ascending, where that many of the card's rows but not the card took part
    std::size_t hub = 0;
    Part as = Part::participant;    ///< participant, host or mediator; source or target of an act
    std::vector<NamedActor> actors; ///< who took part, in the order of the event's parties
    Support support;
};

/// A standing tie in words.
struct TieKind {
    TieType type = TieType::advises;
    std::string verb; ///< the dossier's own words; empty: the template's for the type
    Edtf when;        ///< empty: no time is given

    friend bool operator==(const TieKind&, const TieKind&) = default;
};

/// All standing ties from one end to another: one directed line.
struct NetworkTie {
    std::string id;
    CardEnd from;
    CardEnd to;
    std::vector<TieKind> kinds;                     ///< at least one
    std::vector<NamedActor> from_actors, to_actors; ///< in the order of the dossier's ties
    Support support;
    News news = News::none;
};

struct NetworkSide {
    std::string id, code, name;
    std::size_t index = 0; ///< in the dossier's order
    std::optional<Colour> colour;
};

/// "{names} not at {event}": named as absent.
struct AbsenceNote {
    std::vector<std::string> names;
    std::string event;
};

struct NetworkView {
    std::string title;
    std::string subtitle;
    std::string as_of; ///< YYYY-MM-DD; may be empty
    std::string language = "en";
    std::vector<NetworkSide> sides; ///< those on cards, in the dossier's order
    std::vector<NetworkCard> cards;
    std::vector<NetworkHub> hubs; ///< meetings and acts, in order of time
    std::vector<NetworkLink> links;
    std::vector<NetworkTie> ties;
    std::vector<AbsenceNote> absences;
    std::size_t events = 0;     ///< that this chart shows
    std::size_t events_of = 0;  ///< in the dossier
    std::size_t hubs_of = 0;    ///< selected that have a hub: more than `events` where the weightiest were kept
    std::size_t unreviewed = 0; ///< facts shown that nobody has reviewed: events, actors, delegations, ties
    std::size_t retracted = 0;  ///< facts that rest on retracted articles alone: not shown
    bool years_shown = false;   ///< dates say their year: they lie in several, or not in the as-of day's
    bool one_independent_source = false; ///< everything shown rests on one and the same text
    std::vector<std::string> not_drawn;  ///< events that the chart names although they have no hub
    Sources sources;
    SourcePosition where;           ///< of the <chart>, for findings
    std::optional<NewsCount> since; ///< where news are marked
};

/// A network of more hubs than this cannot be read: the weightiest are shown.
constexpr std::size_t kMostHubs = 40;

/// `chart` selects events; ties are shown where both of their ends are on a card. Where no event with a hub is
/// selected, the standing ties between the chart's actors and sides are the network.
NetworkView make_network_view(const Model& model, const ChartSpec& chart);

} // namespace demarche::view
