#include "network/pack.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::network {

namespace {

constexpr double kTolerance = 1e-6;
constexpr double kLabelAir = 10;          ///< above and below the words of a tie
constexpr double kStraightLineWorth = 40; ///< height that a straight line may cost
constexpr double kAbout = 14;
constexpr double kLevelTopsWorth = 24;
constexpr double kAnyHeight = 1e9;
constexpr std::size_t kMostRaised = 60; ///< times the nodes: more is a circle that rises for ever

} // namespace

Packer::Packer(const Graph& graph, const PackOptions& options)
    : graph_(graph),
      options_(options),
      column_(graph.nodes.size(), 0),
      place_(graph.nodes.size(), 0),
      gaps_(graph.nodes.size(), 0),
      joined_(graph.nodes.size(), false),
      below_(graph.nodes.size()),
      straight_(graph.edges.size(), false) {
    find_candidates();
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        if (has_label(graph.edges[i])) {
            labelled_.push_back(i);
        }
    }
}

const Packing& Packer::pack(const Arrangement& arrangement) {
    stack_columns(arrangement);
    straighten();
    level_tops();
    if (options_.thorough) {
        sink_hubs();
    }
    return packing_;
}

const std::vector<double>& Packer::gaps(const Arrangement& arrangement) {
    stack_columns(arrangement);
    return gaps_;
}

void Packer::find_candidates() {
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        const Edge& edge = graph_.edges[i];
        if (edge.kind != EdgeKind::link && edge.kind != EdgeKind::host) {
            continue;
        }
        const bool from_hub = graph_.nodes[edge.from.node].kind == NodeKind::hub;
        const End& hub = from_hub ? edge.from : edge.to;
        const End& card = from_hub ? edge.to : edge.from;
        const double centre = height(hub.node) / 2;
        const Row band = side_band(graph_, card);
        candidates_.push_back({i, hub.node, card.node, centre - band.top - band.height, centre - band.top,
                               std::round(2 * (centre - height(card.node) / 2)) / 2,
                               height(card.node) < height(hub.node) + kAbout});
    }
    std::stable_sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
        return graph_.edges[a.edge].weight > graph_.edges[b.edge].weight;
    });
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        for (std::size_t j = i + 1; j < graph_.edges.size(); ++j) {
            const Edge& a = graph_.edges[i];
            const Edge& b = graph_.edges[j];
            if (a.kind != EdgeKind::tie && b.kind != EdgeKind::tie && a.to.node == b.to.node &&
                a.from.node != b.from.node) {
                facing_.push_back({i, j});
            }
        }
    }
}

/// Room above each node. Words of a tie between two neighbours stand between them; words of a line in the
/// channel beside stand in the gap under its upper end, or over its lower one if others have that.
void Packer::find_gaps(const Arrangement& arrangement) {
    std::fill(gaps_.begin(), gaps_.end(), options_.gap);
    std::fill(joined_.begin(), joined_.end(), false);
    const auto widen = [&](std::size_t node, const Edge& edge) {
        gaps_[node] = std::max(gaps_[node], edge.label.height + 2 * kLabelAir);
    };
    const auto ends = [&](const Edge& edge) { // upper and lower
        const bool from_upper = place_[edge.from.node] < place_[edge.to.node];
        return from_upper ? std::pair{edge.from.node, edge.to.node} : std::pair{edge.to.node, edge.from.node};
    };
    for (const std::size_t i : labelled_) {
        const auto [upper, lower] = ends(graph_.edges[i]);
        if (column_[upper] == column_[lower] && place_[upper] + 1 == place_[lower]) {
            joined_[lower] = true;
            widen(lower, graph_.edges[i]);
        }
    }
    for (const std::size_t i : labelled_) {
        const Edge& edge = graph_.edges[i];
        const auto [upper, lower] = ends(edge);
        if (column_[upper] != column_[lower]) {
            widen(edge.to.node, edge);
        } else if (upper != lower) {
            const std::size_t next = arrangement[static_cast<std::size_t>(column_[upper])][place_[upper] + 1];
            widen(joined_[next] ? lower : next, edge);
        }
    }
}

void Packer::stack_columns(const Arrangement& arrangement) {
    order_.clear();
    for (std::size_t c = 0; c < arrangement.size(); ++c) {
        for (std::size_t i = 0; i < arrangement[c].size(); ++i) {
            const std::size_t node = arrangement[c][i];
            column_[node] = static_cast<int>(c);
            place_[node] = i;
            order_.push_back(node);
        }
    }
    find_gaps(arrangement);
    packing_.tops.assign(graph_.nodes.size(), 0);
    packing_.height = 0;
    for (auto& list : below_) {
        list.clear();
    }
    for (const auto& column : arrangement) {
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (i > 0) {
                const double distance = height(column[i - 1]) + gaps_[column[i]];
                below_[column[i - 1]].push_back({column[i], distance});
                packing_.tops[column[i]] = packing_.tops[column[i - 1]] + distance;
            }
            packing_.height = std::max(packing_.height, packing_.tops[column[i]] + height(column[i]));
        }
    }
}

/// Raises tops until every constraint holds, from the nodes in `raised_` on; false where one would sink below
/// `limit`. From a solution of fewer constraints it finds the least solution of all of them.
bool Packer::raise(double limit) {
    std::size_t looked = 0;
    for (std::size_t next = 0; next < raised_.size(); ++next) {
        const std::size_t node = raised_[next];
        if (++looked > kMostRaised * graph_.nodes.size()) {
            return false;
        }
        for (const Above& above : below_[node]) {
            const double least = packing_.tops[node] + above.distance;
            if (packing_.tops[above.node] >= least - kTolerance) {
                continue;
            }
            const double bottom = least + height(above.node);
            if (bottom > limit) {
                return false;
            }
            changed_.emplace_back(above.node, packing_.tops[above.node]);
            packing_.tops[above.node] = least;
            packing_.height = std::max(packing_.height, bottom);
            raised_.push_back(above.node);
        }
    }
    return true;
}

void Packer::undo() {
    for (std::size_t i = changed_.size(); i-- > 0;) {
        packing_.tops[changed_[i].first] = changed_[i].second;
    }
}

/// Keeps b between `least` and `most` below a, where that can be and the chart grows by at most `allowance`.
bool Packer::tie(std::size_t a, std::size_t b, double least, double most, double allowance) {
    below_[a].push_back({b, least});
    below_[b].push_back({a, -most});
    const double height_before = packing_.height;
    raised_.clear();
    raised_.push_back(a);
    raised_.push_back(b);
    changed_.clear();
    if (raise(height_before + allowance)) {
        return true;
    }
    undo();
    packing_.height = height_before;
    below_[a].pop_back();
    below_[b].pop_back();
    return false;
}

/// A line between neighbouring columns is straight where its ends' bands can share a height.
void Packer::straighten() {
    std::fill(straight_.begin(), straight_.end(), false);
    for (const Candidate& candidate : candidates_) {
        if (std::abs(column_[candidate.hub] - column_[candidate.card]) != 1) {
            continue;
        }
        // A card about as high as the hub stands with its middle at the hub's.
        straight_[candidate.edge] =
            (candidate.alike &&
             tie(candidate.hub, candidate.card, candidate.about, candidate.about, kStraightLineWorth)) ||
            tie(candidate.hub, candidate.card, candidate.low, candidate.high, kStraightLineWorth);
    }
}

/// Cards that face each other over a hub begin at one height.
void Packer::level_tops() {
    for (const Pair& pair : facing_) {
        const std::size_t a = graph_.edges[pair.first].from.node;
        const std::size_t b = graph_.edges[pair.second].from.node;
        if (straight_[pair.first] && straight_[pair.second] && column_[a] != column_[b]) {
            tie(a, b, 0, 0, kLevelTopsWorth);
        }
    }
}

/// The greatest tops with the chart as high as it is.
std::vector<double> Packer::latest() const {
    std::vector<double> tops(graph_.nodes.size());
    for (std::size_t i = 0; i < tops.size(); ++i) {
        tops[i] = packing_.height - height(i);
    }
    for (std::size_t sweep = 0; sweep <= tops.size() + 1; ++sweep) {
        bool changed = false;
        for (std::size_t node = 0; node < tops.size(); ++node) {
            for (const Above& above : below_[node]) {
                const double most = tops[above.node] - above.distance;
                if (tops[node] > most + kTolerance) {
                    tops[node] = most;
                    changed = true;
                }
            }
        }
        if (!changed) {
            break;
        }
    }
    return tops;
}

/// The height at which a hub would like its centre: the middle of the stretch where its straight lines can be.
double Packer::wish(std::size_t hub) const {
    double top = -kAnyHeight;
    double bottom = kAnyHeight;
    bool any = false;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        const Edge& edge = graph_.edges[i];
        if (!straight_[i] || (edge.from.node != hub && edge.to.node != hub)) {
            continue;
        }
        const End& card = edge.from.node == hub ? edge.to : edge.from;
        const Row band = side_band(graph_, card);
        top = std::max(top, packing_.tops[card.node] + band.top);
        bottom = std::min(bottom, packing_.tops[card.node] + band.top + band.height);
        any = true;
    }
    return any && bottom >= top ? (top + bottom) / 2 : packing_.tops[hub] + height(hub) / 2;
}

void Packer::sink_hubs() {
    for (const std::size_t node : order_) {
        if (graph_.nodes[node].kind != NodeKind::hub) {
            continue;
        }
        const double target = std::min(wish(node) - height(node) / 2, latest()[node]);
        if (target > packing_.tops[node] + kTolerance) {
            const double height_before = packing_.height;
            changed_.assign(1, {node, packing_.tops[node]});
            packing_.tops[node] = target;
            raised_.assign(1, node);
            if (!raise(kAnyHeight)) {
                undo();
                packing_.height = height_before;
            }
        }
    }
}

Packing pack(const Graph& graph, const Arrangement& arrangement, const PackOptions& options) {
    return Packer(graph, options).pack(arrangement);
}

} // namespace demarche::network
