#pragma once
/// The event model: what happened, who, when, by which source. The dossier is this at rest.

#include "base/calendar.hpp"
#include "model/actor.hpp"
#include "model/chart.hpp"
#include "model/citation.hpp"
#include "model/event.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

/// The value of `review` that says so.
inline constexpr const char* kRejected = "rejected";

/// What a person rejected (`review="rejected"`): kept so that no program brings it back, and nowhere drawn, counted
/// or exported. Nothing outside refers to it.
struct Rejected {
    std::vector<Actor> actors;
    std::vector<Delegation> delegations;
    std::vector<Event> events;
    std::vector<Tie> ties;
};

/// What rests on retracted articles alone and was left out for it (model/retracted.hpp).
struct LeftOut {
    std::vector<Event> events;
    std::vector<Delegation> delegations;
    std::vector<Tie> ties;
    std::vector<std::pair<std::string, Role>> roles;    ///< by the actor who was said to hold it
    std::vector<std::pair<std::string, Party>> parties; ///< by the event, which stands without them
};

/// Lists keep the order of the dossier. Ids are unique over the whole model.
struct Model {
    std::string title;
    std::string as_of;           ///< YYYY-MM-DD; empty: the latest publication date
    std::string language = "en"; ///< BCP 47, of the charts' own words
    Weekday week_starts = Weekday::monday;
    std::vector<Article> articles;
    std::vector<Side> sides;
    std::vector<Actor> actors;
    std::vector<Delegation> delegations;
    std::vector<Event> events;
    std::vector<Tie> ties;
    std::vector<ChartSpec> charts;
    Rejected rejected;
    LeftOut left_out; ///< filled by without_retracted alone; a dossier that is read has none
    std::string file; ///< where it was read from; empty: nowhere

    [[nodiscard]] const Article* article(const std::string& id) const;
    [[nodiscard]] const Side* side(const std::string& id) const;
    [[nodiscard]] const Actor* actor(const std::string& id) const;
    [[nodiscard]] const Event* event(const std::string& id) const;
    /// The as-of day: `as_of`, else the latest publication date, else nothing.
    [[nodiscard]] std::optional<Day> as_of_day() const;
    /// The same as YYYY-MM-DD; "" for nothing.
    [[nodiscard]] std::string as_of_text() const;
};

} // namespace demarche
