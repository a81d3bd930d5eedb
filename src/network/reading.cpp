#include "network/reading.hpp"

#include <algorithm>

namespace demarche::network {

namespace {

constexpr double kHeight = 0.35;
constexpr double kTooHigh = 6;          ///< on top, below what the page leaves
constexpr double kLateAboveEarly = 100; ///< where it is certain that it was later
constexpr double kListedAbove = 4;      ///< where their dates leave it open
constexpr double kLateInColumn = 18;    ///< directly above it in one column, on top
constexpr double kUpsideDown = 120;     ///< a principal below its delegation, a host above its hub
constexpr double kScattered = 24;       ///< two cards of one side in different columns
constexpr double kNotFacing = 40;       ///< a card of the facing sides that is not in its outer column
constexpr double kNotBetween = 50;      ///< times the weight of the hub's lines
constexpr double kDepth = 0.01;         ///< times weight and distance from the top

} // namespace

Reading::Reading(const Graph& graph, double most_height) : graph_(graph), most_height_(most_height) {
    const std::size_t count = graph.nodes.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (graph.nodes[i].kind == NodeKind::hub) {
            hubs_.push_back({i, {}, 0});
            in_time_.push_back(i);
        }
        if (graph.nodes[i].face >= 0) {
            facing_.push_back(i);
        }
        for (std::size_t j = i + 1; j < count; ++j) {
            if (graph.nodes[i].side >= 0 && graph.nodes[i].side == graph.nodes[j].side) {
                one_side_.push_back({i, j});
            }
        }
    }
    std::stable_sort(in_time_.begin(), in_time_.end(),
                     [&](std::size_t a, std::size_t b) { return graph.nodes[a].time < graph.nodes[b].time; });
    for (const Edge& edge : graph.edges) {
        if (edge.above != 0) {
            const Pair pair = edge.above > 0 ? Pair{edge.from.node, edge.to.node} : Pair{edge.to.node, edge.from.node};
            (edge.kind == EdgeKind::host ? above_in_column_ : above_).push_back(pair);
        }
        const auto hub =
            std::find_if(hubs_.begin(), hubs_.end(), [&](const Hub& each) { return each.node == edge.to.node; });
        // A host faces guests as they face each other.
        if (hub != hubs_.end() && std::find(hub->cards.begin(), hub->cards.end(), edge.from.node) == hub->cards.end()) {
            hub->cards.push_back(edge.from.node);
            hub->weight = std::max(hub->weight, edge.weight);
        }
    }
}

double
Reading::cost(const Arrangement& arrangement, const std::vector<std::size_t>& column, const Packing& packing) const {
    return packing.height * kHeight + std::max(0.0, packing.height - most_height_) * kTooHigh +
           upside_down(column, packing) + time_order(packing) + late_in_column(arrangement) + scattered(column) +
           hubs(column, packing) + not_facing(column, arrangement.size());
}

double Reading::upside_down(const std::vector<std::size_t>& column, const Packing& packing) const {
    const auto is_wrong = [&](const Pair& pair) { return packing.tops[pair.first] >= packing.tops[pair.second]; };
    const auto count = std::count_if(above_.begin(), above_.end(), is_wrong) +
                       std::count_if(above_in_column_.begin(), above_in_column_.end(), [&](const Pair& pair) {
                           return column[pair.first] == column[pair.second] && is_wrong(pair);
                       });
    return kUpsideDown * static_cast<double>(count);
}

double Reading::time_order(const Packing& packing) const {
    double cost = 0;
    for (std::size_t i = 0; i < in_time_.size(); ++i) {
        const std::size_t early = in_time_[i];
        for (std::size_t j = i + 1; j < in_time_.size(); ++j) {
            const std::size_t late = in_time_[j];
            if (packing.tops[early] > packing.tops[late] + 1 && graph_.nodes[early].time < graph_.nodes[late].time) {
                cost += is_before(graph_.nodes[early], graph_.nodes[late]) ? kLateAboveEarly : kListedAbove;
            }
        }
    }
    return cost;
}

/// Steps back in time down a column.
double Reading::late_in_column(const Arrangement& arrangement) const {
    double cost = 0;
    for (const auto& column : arrangement) {
        const Node* above = nullptr; // the hub above
        for (const std::size_t node : column) {
            if (graph_.nodes[node].kind == NodeKind::hub) {
                cost += above != nullptr && is_before(graph_.nodes[node], *above) ? kLateInColumn : 0;
                above = &graph_.nodes[node];
            }
        }
    }
    return cost;
}

/// Who met faces each other over the hub, from columns on both sides of it; what matters most stands high.
double Reading::hubs(const std::vector<std::size_t>& column, const Packing& packing) const {
    double cost = 0;
    for (const Hub& hub : hubs_) {
        bool left = false;
        bool right = false;
        for (const std::size_t card : hub.cards) {
            left = left || column[card] < column[hub.node];
            right = right || column[card] > column[hub.node];
        }
        cost += hub.cards.size() >= 2 && !(left && right) ? kNotBetween * hub.weight : 0;
        cost += kDepth * hub.weight * static_cast<double>(hub.cards.size()) * packing.tops[hub.node];
    }
    return cost;
}

double Reading::scattered(const std::vector<std::size_t>& column) const {
    const auto count = std::count_if(one_side_.begin(), one_side_.end(),
                                     [&](const Pair& pair) { return column[pair.first] != column[pair.second]; });
    return kScattered * static_cast<double>(count);
}

/// The two sides that met most stand in the outermost columns, one on each side.
double Reading::not_facing(const std::vector<std::size_t>& column, std::size_t columns) const {
    int outside[2] = {0, 0}; // for each way round
    for (const std::size_t card : facing_) {
        const int face = graph_.nodes[card].face;
        outside[face] += column[card] == 0 ? 1 : 0;
        outside[1 - face] += column[card] + 1 == columns ? 1 : 0;
    }
    return kNotFacing * (static_cast<double>(facing_.size()) - std::max(outside[0], outside[1]));
}

} // namespace demarche::network
