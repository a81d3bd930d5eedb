#include "model/reviewed.hpp"

#include "model/leaving_out.hpp"

#include <vector>

namespace demarche {
namespace {

template <class Thing>
bool is_new(const Thing& thing) {
    return thing.review == "new";
}

/// Drops the things that are new or that `falls` says; their ids.
template <class Thing, class Falls>
Ids drop(std::vector<Thing>& things, Falls falls) {
    Ids dropped;
    std::erase_if(things, [&](Thing& thing) {
        const bool away = is_new(thing) || falls(thing);
        if (away) {
            dropped.insert(thing.id);
        }
        return away;
    });
    return dropped;
}

/// A chart that chose what is gone shows nothing; an empty choice would be all.
void choose_without(ChartSpec& chart, std::vector<std::string>& chosen, const Ids& dropped) {
    constexpr int kBeyondAll = 11;
    const bool chose = !chosen.empty();
    leave_out(chosen, dropped);
    chart.min_weight = chose && chosen.empty() ? kBeyondAll : chart.min_weight;
}

void events(Model& model, const Ids& actors) {
    const Ids dropped = drop(model.events, [&](Event& event) {
        const bool was_said = !event.said_by.empty();
        const bool had_parties = !event.parties.empty();
        leave_out(event.said_by, actors);
        std::erase_if(event.parties, [&](const Party& party) { return actors.contains(party.actor); });
        return (was_said && event.said_by.empty()) || (had_parties && event.parties.empty());
    });
    for (ChartSpec& chart : model.charts) {
        choose_without(chart, chart.events, dropped);
    }
    forget_events(model, dropped);
}

} // namespace

Model reviewed(Model model) {
    const Ids actors = drop(model.actors, [](const Actor&) { return false; });
    events(model, actors);
    drop(model.delegations, [&](Delegation& delegation) {
        leave_out(delegation.members, actors);
        leave_out(delegation.possible, actors);
        if (actors.contains(delegation.head)) {
            delegation.head.clear();
        }
        return delegation.members.empty() && delegation.possible.empty();
    });
    std::erase_if(model.ties,
                  [&](const Tie& tie) { return is_new(tie) || actors.contains(tie.from) || actors.contains(tie.to); });
    for (ChartSpec& chart : model.charts) {
        choose_without(chart, chart.actors, actors);
    }
    return model;
}

} // namespace demarche
