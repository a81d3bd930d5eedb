#include "view/standing.hpp"

#include "base/kept_order.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace demarche::view {

namespace {

/// The lane of an actor; nullopt where it has none in this chart.
std::optional<std::size_t> lane_of(const Actor& actor, const std::vector<Lane>& lanes) {
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const Lane& lane = lanes[i];
        const bool here = lane.kind == Lane::Kind::axis || (lane.kind == Lane::Kind::others && actor.side.empty()) ||
                          (lane.kind == Lane::Kind::side && lane.side == actor.side);
        if (here) {
            return i;
        }
    }
    return std::nullopt;
}

bool has_part(const Event& event, std::initializer_list<Part> parts) {
    return std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        return std::find(parts.begin(), parts.end(), party.as) != parts.end();
    });
}

/// What a party's part means on its lane; nullopt: it does not stand there.
/// Those addressed or spoken of in a statement were not there; a speaker at a joint act took part in it.
std::optional<Standing> standing(const Event& event, EventNature nature, Part part) {
    const bool speech = nature == EventNature::speech;
    switch (part) {
    case Part::absent:
        return Standing::absent;
    case Part::host:
        return Standing::hosted;
    case Part::mediator:
        return Standing::mediated;
    case Part::speaker:
    case Part::source:
        return speech ? Standing::spoke : Standing::took_part;
    case Part::participant:
        return speech && !has_part(event, {Part::speaker, Part::source}) ? Standing::spoke : Standing::took_part;
    case Part::target:
        return speech ? std::nullopt : std::optional(Standing::acted_on);
    case Part::addressee:
        return nature == EventNature::joint ? std::optional(Standing::took_part) : std::nullopt;
    }
    return std::nullopt;
}

/// Lanes by what their actors do in this event.
struct Roles {
    std::set<std::size_t> from, to, together;
};

Roles roles(const Model& model, const Event& event, EventNature nature, const std::vector<Lane>& lanes) {
    Roles found;
    const bool directed = has_part(event, {Part::source});
    for (const Party& party : event.parties) {
        const Actor* actor = model.actor(party.actor);
        const auto lane = actor == nullptr ? std::nullopt : lane_of(*actor, lanes);
        if (!lane || party.as == Part::absent) {
            continue;
        }
        const bool receives = party.as == Part::target || party.as == Part::addressee;
        if (receives && (nature != EventNature::joint || directed)) {
            found.to.insert(*lane);
            continue;
        }
        if (nature == EventNature::joint) {
            found.together.insert(*lane);
        }
        const bool acts = nature == EventNature::speech ? standing(event, nature, party.as) == Standing::spoke
                                                        : party.as == Part::source;
        if (acts) {
            found.from.insert(*lane);
        }
    }
    return found;
}

Arrow::Kind arrow_kind(EventNature nature) {
    switch (nature) {
    case EventNature::joint:
        return Arrow::Kind::towards;
    case EventNature::speech:
        return Arrow::Kind::words;
    case EventNature::hostile:
        break;
    }
    return Arrow::Kind::against;
}

Standing on_axis(EventNature nature) {
    switch (nature) {
    case EventNature::speech:
        return Standing::spoke;
    case EventNature::hostile:
        return Standing::clashed;
    case EventNature::joint:
        break;
    }
    return Standing::took_part;
}

/// One arrow to every receiving lane, from the nearest lane that acts (the left one of two).
std::vector<Arrow> arrows(const Roles& roles, Arrow::Kind kind) {
    std::vector<Arrow> found;
    for (const std::size_t to : roles.to) {
        std::optional<std::size_t> nearest;
        for (const std::size_t from : roles.from) {
            const auto distance = [to](std::size_t lane) { return lane > to ? lane - to : to - lane; };
            if (from != to && (!nearest || distance(from) < distance(*nearest))) {
                nearest = from;
            }
        }
        if (nearest && roles.from.count(to) == 0) {
            found.push_back({kind, *nearest, to});
        }
    }
    return found;
}

PartyWords party_words(
    const Model& model, const Actor& actor, std::optional<std::size_t> lane, std::optional<Standing> as, bool acted) {
    PartyWords words{lane, {}, {}, as, running_name(actor), acted};
    for (std::size_t i = 0; i < model.sides.size(); ++i) {
        if (model.sides[i].id == actor.side) {
            words.side = i;
            words.side_name = model.sides[i].name;
        }
    }
    return words;
}

/// Hostile acts that no arrow shows must not look like meetings: those within one lane, and all where only one
/// side is known or nobody says who acted.
void mark_clashes(const Row& row, const Roles& roles, std::map<std::size_t, LaneMark>& marks) {
    for (auto& [lane, mark] : marks) {
        const bool within = roles.from.count(lane) != 0 && roles.to.count(lane) != 0;
        const bool there = mark.standing == Standing::took_part || mark.standing == Standing::acted_on;
        if (there && (within || row.arrows.empty())) {
            mark.standing = Standing::clashed;
        }
    }
}

/// The marks by lane, and those whose standing won.
void add_mark(std::map<std::size_t, LaneMark>& marks, std::size_t lane, Standing standing, const std::string& who) {
    auto [entry, fresh] = marks.try_emplace(lane, LaneMark{lane, standing, {}});
    LaneMark& mark = entry->second;
    if (standing > mark.standing) {
        mark = {lane, standing, {}};
    }
    if (standing == mark.standing && std::find(mark.who.begin(), mark.who.end(), who) == mark.who.end()) {
        mark.who.push_back(who);
    }
}

} // namespace

std::string running_name(const Actor& actor) {
    return actor.short_name.empty() ? actor.name : actor.short_name;
}

std::vector<Lane>
make_lanes(const Model& model, const std::vector<std::size_t>& events, const std::vector<std::string>& before) {
    std::set<std::string> sides;
    bool others = false;
    for (const std::size_t index : events) {
        const Event& event = model.events[index];
        const EventNature kind = nature(event.type);
        for (const Party& party : event.parties) {
            const Actor* actor = model.actor(party.actor);
            if (actor == nullptr) {
                continue;
            }
            if (!actor->side.empty()) {
                sides.insert(actor->side);
            } else {
                const auto as = standing(event, kind, party.as);
                others = others || (as && *as != Standing::absent);
            }
        }
    }
    std::vector<std::string> ids;
    for (const Side& side : model.sides) {
        ids.push_back(side.id);
    }
    std::vector<Lane> lanes;
    for (const std::size_t i : kept_order(ids, before)) {
        const Side& side = model.sides[i];
        if (sides.count(side.id) != 0) {
            const std::string& head = side.code.empty() ? side.name : side.code;
            lanes.push_back({Lane::Kind::side, side.id, head, side.name, i, side.colour});
        }
    }
    if (lanes.empty()) {
        lanes.push_back({Lane::Kind::axis, {}, {}, {}, 0, {}});
    } else if (others) {
        lanes.push_back({Lane::Kind::others, {}, {}, {}, model.sides.size(), {}});
    }
    return lanes;
}

void place_parties(const Model& model, const Event& event, const std::vector<Lane>& lanes, Row& row) {
    std::map<std::size_t, LaneMark> marks;
    for (const Party& party : event.parties) {
        const Actor* actor = model.actor(party.actor);
        const auto lane = actor == nullptr ? std::nullopt : lane_of(*actor, lanes);
        const auto as = standing(event, row.nature, party.as);
        if (actor != nullptr) {
            row.parties.push_back(party_words(model, *actor, lane, as, party.as == Part::source));
        }
        if (lane && as) {
            add_mark(marks, *lane, *as, running_name(*actor));
        }
    }
    Roles who = roles(model, event, row.nature, lanes);
    if (row.nature == EventNature::speech && who.from.empty()) {
        // A statement that names no speaker among its parties is still the word of those it is attributed to.
        for (const std::string& id : event.said_by) {
            const Actor* actor = model.actor(id);
            const auto lane = actor == nullptr ? std::nullopt : lane_of(*actor, lanes);
            if (lane) {
                add_mark(marks, *lane, Standing::spoke, running_name(*actor));
                who.from.insert(*lane);
            }
        }
    }
    row.arrows = arrows(who, arrow_kind(row.nature));
    if (row.nature == EventNature::hostile) {
        mark_clashes(row, who, marks);
    }
    if (lanes.front().kind == Lane::Kind::axis) {
        // One lane for everybody: it says that something happened, was said or was done to somebody, not who hosted.
        LaneMark only{0, on_axis(row.nature), {}};
        for (const auto& [lane, mark] : marks) {
            only.who = mark.who;
        }
        marks = {{0, only}};
    }
    if (who.together.size() > 1) {
        row.joined.assign(who.together.begin(), who.together.end());
    }
    for (auto& [lane, mark] : marks) {
        row.marks.push_back(std::move(mark));
    }
}

} // namespace demarche::view
