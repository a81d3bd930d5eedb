#include "evidence/links.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace demarche::evidence {

namespace {

std::vector<std::string> ids(const scene::Mark& mark, const std::string& key) {
    std::vector<std::string> list;
    for (const auto& [name, value] : mark.data) {
        if (name == key) {
            std::istringstream words(value);
            for (std::string id; words >> id;) {
                list.push_back(id);
            }
        }
    }
    return list;
}

bool holds(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// The first tie that a line stands for.
std::string tie_of(const Model& model, const scene::Mark& mark) {
    const auto from = ids(mark, "from");
    const auto to = ids(mark, "to");
    for (std::size_t i = 0; i < model.ties.size(); ++i) {
        if (holds(from, model.ties[i].from) && holds(to, model.ties[i].to)) {
            return tie_anchor(i);
        }
    }
    return {};
}

std::string target_of(const Model& model, const scene::Mark& mark) {
    if (!ids(mark, "tie").empty()) {
        return tie_of(model, mark);
    }
    const std::pair<const char*, FactKind> kinds[] = {
        {"event", FactKind::event}, {"delegation", FactKind::delegation}, {"actor", FactKind::actor}};
    for (const auto& [key, kind] : kinds) {
        if (const auto list = ids(mark, key); !list.empty()) {
            return anchor_of(kind, list.front());
        }
    }
    const auto side = ids(mark, "side");
    return side.empty() ? std::string() : side_anchor(side.front());
}

std::vector<scene::Mark> all_marks(const scene::Scene& scene) {
    std::vector<scene::Mark> marks;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            marks.push_back({mark.id, mark.role, {}, {}, mark.data, {}});
        }
    }
    return marks;
}

} // namespace

void link_marks(const Model& model, scene::Scene& scene) {
    for (scene::Page& page : scene.pages) {
        for (scene::Mark& mark : page.marks) {
            const std::string target = target_of(model, mark);
            mark.link = target.empty() ? std::string() : "#" + target;
        }
    }
}

void note_drawn(const Model& model, const scene::Scene& scene, std::vector<Fact>& facts) {
    std::set<std::string> events;
    std::set<std::string> delegations;
    std::set<std::string> actors; // with marks of their own
    std::set<std::string> sides;  // whose card stands for the state itself
    for (const scene::Mark& mark : all_marks(scene)) {
        for (const auto& [key, set] : {std::pair{"event", &events}, std::pair{"delegation", &delegations},
                                       std::pair{"actor", &actors}, std::pair{"side", &sides}}) {
            for (const std::string& id : ids(mark, key)) {
                set->insert(id);
            }
        }
    }
    const auto has_mark = [&](const std::string& id) {
        const Actor* actor = model.actor(id);
        return actors.contains(id) ||
               (actor != nullptr && actor->kind == ActorKind::state && sides.contains(actor->side));
    };
    for (Fact& fact : facts) {
        switch (fact.kind) {
        case FactKind::event:
            fact.drawn = fact.drawn || events.contains(model.events[fact.index].id);
            break;
        case FactKind::delegation:
            fact.drawn = fact.drawn || delegations.contains(model.delegations[fact.index].id);
            break;
        case FactKind::tie:
            fact.drawn = fact.drawn || (has_mark(model.ties[fact.index].from) && has_mark(model.ties[fact.index].to));
            break;
        case FactKind::actor: {
            const std::string& id = model.actors[fact.index].id;
            const bool party = std::any_of(model.events.begin(), model.events.end(), [&](const Event& event) {
                return events.contains(event.id) && std::any_of(event.parties.begin(), event.parties.end(),
                                                                [&](const Party& one) { return one.actor == id; });
            });
            fact.drawn = fact.drawn || party || has_mark(id);
            break;
        }
        }
    }
}

} // namespace demarche::evidence
