#include "view/selection.hpp"

#include "model/order.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace demarche::view {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool in_window(const Event& event, const ChartSpec& chart) {
    const auto from = chart.from.earliest();
    const auto to = chart.to.latest();
    const auto ends = event.when.latest();
    const auto begins = event.when.earliest();
    // An open or unknown end says nothing about where the event stops: it stays.
    return !(from && ends && *ends < *from) && !(to && begins && *begins > *to);
}

bool has_type(const Event& event, const std::vector<std::string>& types) {
    return types.empty() || holds(types, event.type.category) || holds(types, to_text(event.type));
}

bool has_actor(const Event& event, const std::vector<std::string>& actors) {
    return actors.empty() || std::any_of(event.parties.begin(), event.parties.end(),
                                         [&](const Party& party) { return holds(actors, party.actor); });
}

bool has_side(const Model& model, const Event& event, const std::vector<std::string>& sides) {
    return sides.empty() || std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
               const Actor* actor = model.actor(party.actor);
               return actor != nullptr && holds(sides, actor->side);
           });
}

bool passes(const Model& model, const Event& event, const ChartSpec& chart) {
    return event.weight >= chart.min_weight && (chart.events.empty() || holds(chart.events, event.id)) &&
           in_window(event, chart) && has_type(event, chart.types) && has_actor(event, chart.actors) &&
           has_side(model, event, chart.sides);
}

} // namespace

Selection select(const Model& model, const ChartSpec& chart, const std::vector<std::string>& before) {
    Selection selection;
    selection.events_of = model.events.size();
    std::set<std::string> named;
    for (const std::size_t index : chronological_order(model, before)) {
        const Event& event = model.events[index];
        if (passes(model, event, chart)) {
            selection.events.push_back(index);
            selection.unreviewed += event.review == "new" ? 1 : 0;
            for (const Party& party : event.parties) {
                named.insert(party.actor);
            }
            named.insert(event.said_by.begin(), event.said_by.end());
        }
    }
    selection.unreviewed +=
        static_cast<std::size_t>(std::count_if(model.actors.begin(), model.actors.end(), [&](const Actor& actor) {
            return actor.review == "new" && named.contains(actor.id);
        }));
    return selection;
}

} // namespace demarche::view
