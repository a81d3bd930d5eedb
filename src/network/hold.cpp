#include "network/hold.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace demarche::network {

namespace {

constexpr double kNewWeight = 0.01; ///< of a node that has no place yet, beside 1
constexpr double kLeastGap = 8;     ///< between nodes, however near they were
constexpr double kLevel = 0.01;
constexpr int kRounds = 3; ///< of wishes that follow what the round before has placed

bool same_edges(const Graph& graph, const Memory& memory, std::size_t node) {
    return std::all_of(graph.edges.begin(), graph.edges.end(), [&](const Edge& edge) {
        return (edge.from.node != node && edge.to.node != node) || memory.lines.count(edge.id) > 0;
    });
}

} // namespace

Hold hold(const Graph& graph, const Memory& memory) {
    Hold hold;
    hold.card_width = memory.card_width;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        const auto place = memory.nodes.find(node.id);
        hold.was.emplace_back(place == memory.nodes.end() ? std::nullopt : std::optional(place->second.box));
        // Room that lines took stays where they have stayed.
        if (same_edges(graph, memory, i)) {
            const std::vector<double> grown = growth_of(memory, node);
            for (std::size_t row = 0; row < grown.size(); ++row) {
                if (grown[row] > 0) {
                    hold.grown[{i, node.rows.empty() ? -1 : static_cast<int>(row)}] = grown[row];
                }
            }
        }
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto line = memory.lines.find(graph.edges[i].id);
        const bool known = line != memory.lines.end();
        const bool across = known && line->second.route.size() == 2 &&
                            std::abs(line->second.route[0].y - line->second.route[1].y) < kLevel;
        hold.straight.push_back(across);
        if (known && line->second.keyed && graph.edges[i].key.width > 0) {
            hold.keyed.insert(i);
        }
    }
    return hold;
}

HeldPacker::HeldPacker(const Graph& graph, const PackOptions& options, const Hold& hold)
    : graph_(graph), hold_(hold), packer_(graph, options), edges_of_(graph.nodes.size()) {
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        edges_of_[graph.edges[i].from.node].push_back(i);
        edges_of_[graph.edges[i].to.node].push_back(i);
    }
    find_groups();
}

const Packing& HeldPacker::pack(const Arrangement& arrangement) {
    gaps_ = packer_.gaps(arrangement);
    packing_.tops.assign(graph_.nodes.size(), 0);
    placed_.assign(graph_.nodes.size(), false);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        if (hold_.was[i]) {
            packing_.tops[i] = along(i);
            placed_[i] = true;
        }
    }
    for (int round = 0; round < kRounds; ++round) {
        find_wishes();
        for (const auto& column : arrangement) {
            place(column);
        }
    }
    double top = 1e9;
    double bottom = -1e9;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        top = std::min(top, packing_.tops[i]);
        bottom = std::max(bottom, packing_.tops[i] + graph_.nodes[i].size.height);
    }
    for (double& at : packing_.tops) {
        at -= top;
    }
    packing_.height = bottom - top;
    return packing_;
}

double HeldPacker::movement() const {
    std::vector<double> moved;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        if (hold_.was[i]) {
            moved.push_back(packing_.tops[i] - along(i));
        }
    }
    if (moved.empty()) {
        return 0;
    }
    const auto middle = moved.begin() + static_cast<std::ptrdiff_t>(moved.size() / 2);
    std::nth_element(moved.begin(), middle, moved.end());
    const double whole = *middle;
    double sum = 0;
    for (const double by : moved) {
        sum += std::abs(by - whole);
    }
    return sum;
}

/// The top that keeps a known node in its place: a card its top, a hub, which lines meet in its middle, its middle.
double HeldPacker::along(std::size_t node) const {
    const Box& was = *hold_.was[node];
    return graph_.nodes[node].kind == NodeKind::hub ? was.centre().y - graph_.nodes[node].size.height / 2 : was.top;
}

/// The top at which a node's lines to placed nodes would be level, the middle of several.
std::optional<double> HeldPacker::level(std::size_t node) const {
    std::vector<double> tops;
    for (const std::size_t i : edges_of_[node]) {
        const Edge& edge = graph_.edges[i];
        const bool from = edge.from.node == node;
        const End& own = from ? edge.from : edge.to;
        const End& other = from ? edge.to : edge.from;
        if (other.node == node || !placed_[other.node]) {
            continue;
        }
        const Row band = side_band(graph_, own);
        const Row there = side_band(graph_, other);
        tops.push_back(packing_.tops[other.node] + there.top + there.height / 2 - band.top - band.height / 2);
    }
    if (tops.empty()) {
        return std::nullopt;
    }
    std::sort(tops.begin(), tops.end());
    return (tops[(tops.size() - 1) / 2] + tops[tops.size() / 2]) / 2;
}

/// Nodes that straight lines joined, one with the other, have one number.
void HeldPacker::find_groups() {
    group_.resize(graph_.nodes.size());
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        const std::size_t from = graph_.edges[i].from.node;
        const std::size_t to = graph_.edges[i].to.node;
        if (hold_.straight[i] && hold_.was[from] && hold_.was[to]) {
            std::replace(group_.begin(), group_.end(), std::max(group_[from], group_[to]),
                         std::min(group_[from], group_[to]));
        }
    }
}

/// How far each group goes: as far as the one that was pushed farthest.
std::vector<double> HeldPacker::group_ways() const {
    std::vector<double> ways(graph_.nodes.size(), 0);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        if (hold_.was[i]) {
            const double way = packing_.tops[i] - along(i);
            double& farthest = ways[group_[i]];
            farthest = std::abs(way) > std::abs(farthest) ? way : farthest;
        }
    }
    return ways;
}

void HeldPacker::find_wishes() {
    const std::vector<double> ways = hold_.follow ? group_ways() : std::vector<double>(graph_.nodes.size(), 0);
    wishes_ = packing_.tops;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        wishes_[i] = hold_.was[i] ? along(i) + ways[group_[i]] : level(i).value_or(packing_.tops[i]);
    }
}

double HeldPacker::gap(std::size_t upper, std::size_t lower) const {
    if (!hold_.was[upper] || !hold_.was[lower]) {
        return gaps_[lower];
    }
    const double before = hold_.was[lower]->top - hold_.was[upper]->bottom;
    return std::min(gaps_[lower], std::max(before, kLeastGap));
}

/// Least squares with the distances kept: with the heights and gaps above each node taken off, tops only have to rise.
void HeldPacker::place(const std::vector<std::size_t>& column) {
    blocks_.clear();
    double above = 0;
    std::vector<double> offsets;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const std::size_t node = column[i];
        above += i == 0 ? 0 : graph_.nodes[column[i - 1]].size.height + gap(column[i - 1], node);
        offsets.push_back(above);
        const double weight = hold_.was[node] ? 1 : kNewWeight;
        blocks_.push_back({(wishes_[node] - above) * weight, weight, 1});
        while (blocks_.size() > 1 && blocks_[blocks_.size() - 2].at() > blocks_.back().at()) {
            const Block last = blocks_.back();
            blocks_.pop_back();
            blocks_.back().sum += last.sum;
            blocks_.back().weight += last.weight;
            blocks_.back().count += last.count;
        }
    }
    std::size_t next = 0;
    for (const Block& block : blocks_) {
        for (std::size_t i = 0; i < block.count; ++i, ++next) {
            packing_.tops[column[next]] = block.count == 1 ? wishes_[column[next]] : block.at() + offsets[next];
            placed_[column[next]] = true;
        }
    }
}

} // namespace demarche::network
