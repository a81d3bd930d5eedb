#include "assemble/charts.hpp"

#include "model/event_type.hpp"

#include <algorithm>
#include <functional>

namespace demarche::assemble {
namespace {

constexpr std::size_t kMostRows = 20;
constexpr std::ptrdiff_t kFewRows = 3; ///< where so many say more, what says too little is left out
constexpr std::size_t kMostHubs = 7;
constexpr int kHeaviest = 10;

using Counts = std::function<bool(const Event&)>;

/// The least weight that leaves no more than `most` events; of the heaviest there may be more.
int least_weight(const Model& model, std::size_t most, const Counts& counts) {
    int weight = 1;
    const auto left = [&] {
        return static_cast<std::size_t>(
            std::count_if(model.events.begin(), model.events.end(),
                          [&](const Event& event) { return event.weight >= weight && counts(event); }));
    };
    while (weight < kHeaviest && left() > most) {
        ++weight;
    }
    return weight;
}

} // namespace

std::string story_title(const Model& model) {
    const Event* heaviest = nullptr; // of what was done; words make no story
    for (const Event& event : model.events) {
        const bool done = nature(event.type) != EventNature::speech;
        heaviest = done && (heaviest == nullptr || event.weight > heaviest->weight) ? &event : heaviest;
    }
    if (heaviest != nullptr) {
        return heaviest->title;
    }
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, model.actors.size()); ++i) {
        names += (i == 0 ? "" : ", ") + model.actors[i].name;
    }
    return names.empty() ? "A story without events" : (model.events.empty() ? "" : "Statements: ") + names;
}

std::vector<ChartSpec> charts_of(const Model& model) {
    if (model.events.empty()) {
        return {};
    }
    ChartSpec timeline;
    timeline.kind = ChartKind::timeline;
    const auto telling =
        std::count_if(model.events.begin(), model.events.end(), [](const Event& event) { return event.weight > 1; });
    timeline.min_weight =
        std::max(telling >= kFewRows ? 2 : 1, least_weight(model, kMostRows, [](const Event&) { return true; }));
    ChartSpec network;
    network.kind = ChartKind::network;
    network.min_weight = least_weight(model, kMostHubs, [](const Event& event) {
        return event.parties.size() > 1 && nature(event.type) != EventNature::speech;
    });
    return {timeline, network};
}

} // namespace demarche::assemble
