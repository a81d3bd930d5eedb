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

struct Constraint {
    std::size_t a = 0;
    std::size_t b = 0;
    double distance = 0; ///< y[b] >= y[a] + distance
};

class Packer {
public:
    Packer(const Graph& graph, const Arrangement& arrangement, const PackOptions& options)
        : graph_(graph),
          arrangement_(arrangement),
          options_(options),
          column_(graph.nodes.size(), 0),
          tops_(graph.nodes.size(), 0) {
        for (std::size_t c = 0; c < arrangement.size(); ++c) {
            for (const std::size_t node : arrangement[c]) {
                column_[node] = static_cast<int>(c);
                order_.push_back(node);
            }
        }
    }

    Packing run() {
        stack_columns();
        straighten();
        level_tops();
        if (options_.thorough) {
            sink_hubs();
        }
        return {tops_, total()};
    }

private:
    [[nodiscard]] double height(std::size_t node) const { return graph_.nodes[node].size.height; }

    [[nodiscard]] double total() const {
        double bottom = 0;
        for (std::size_t i = 0; i < tops_.size(); ++i) {
            bottom = std::max(bottom, tops_[i] + height(i));
        }
        return bottom;
    }

    /// Room between neighbours of a column. Words of a tie between the two stand there; words of a line in
    /// the channel beside stand in the gap under its upper end, or over its lower one if others have that.
    [[nodiscard]] double gap(std::size_t upper, std::size_t lower) const {
        double room = options_.gap;
        for (const Edge& edge : graph_.edges) {
            if (!has_label(edge)) {
                continue;
            }
            if (joins(edge, upper, lower) || words_beside(edge, upper, lower)) {
                room = std::max(room, edge.label.height + 2 * kLabelAir);
            }
        }
        return room;
    }

    static bool joins(const Edge& edge, std::size_t a, std::size_t b) {
        return (edge.from.node == a && edge.to.node == b) || (edge.from.node == b && edge.to.node == a);
    }

    [[nodiscard]] bool words_beside(const Edge& edge, std::size_t upper, std::size_t lower) const {
        const std::size_t from = edge.from.node;
        const std::size_t to = edge.to.node;
        if (column_[from] != column_[to]) {
            return to == lower;
        }
        const std::size_t high = place_[from] < place_[to] ? from : to;
        const std::size_t low = high == from ? to : from;
        const std::size_t next = arrangement_[static_cast<std::size_t>(column_[high])][place_[high] + 1];
        const bool taken = std::any_of(graph_.edges.begin(), graph_.edges.end(),
                                       [&](const Edge& other) { return has_label(other) && joins(other, high, next); });
        return taken ? low == lower : high == upper;
    }

    void stack_columns() {
        place_.assign(graph_.nodes.size(), 0);
        for (const auto& column : arrangement_) {
            for (std::size_t i = 0; i < column.size(); ++i) {
                place_[column[i]] = i;
            }
        }
        for (const auto& column : arrangement_) {
            for (std::size_t i = 1; i < column.size(); ++i) {
                constraints_.push_back(
                    {column[i - 1], column[i], height(column[i - 1]) + gap(column[i - 1], column[i])});
            }
        }
        settle();
    }

    /// Raises tops until every constraint holds; false where they contradict each other. From a solution of
    /// fewer constraints it finds the least solution of all of them.
    bool settle() {
        for (std::size_t sweep = 0; sweep <= graph_.nodes.size() + 1; ++sweep) {
            bool changed = false;
            for (const Constraint& constraint : constraints_) {
                const double least = tops_[constraint.a] + constraint.distance;
                if (tops_[constraint.b] < least - kTolerance) {
                    tops_[constraint.b] = least;
                    changed = true;
                }
            }
            if (!changed) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool holds(const Constraint& constraint) const {
        return tops_[constraint.b] >= tops_[constraint.a] + constraint.distance - kTolerance;
    }

    /// Adds the constraints where they can hold and the chart grows by at most `allowance`.
    bool try_constraints(const Constraint& first, const Constraint& second, double allowance) {
        const std::size_t count = constraints_.size();
        constraints_.push_back(first);
        constraints_.push_back(second);
        if (holds(first) && holds(second)) {
            return true;
        }
        before_ = tops_;
        const double height_before = total();
        if (settle() && total() <= height_before + allowance) {
            return true;
        }
        constraints_.resize(count);
        tops_.swap(before_);
        return false;
    }

    /// A line between neighbouring columns is straight where its ends' bands can share a height.
    void straighten() {
        std::vector<std::size_t> candidates;
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            const Edge& edge = graph_.edges[i];
            if (std::abs(column_[edge.from.node] - column_[edge.to.node]) == 1 &&
                (edge.kind == EdgeKind::link || edge.kind == EdgeKind::host)) {
                candidates.push_back(i);
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [&](std::size_t a, std::size_t b) { return graph_.edges[a].weight > graph_.edges[b].weight; });
        straight_.assign(graph_.edges.size(), false);
        for (const std::size_t i : candidates) {
            const Edge& edge = graph_.edges[i];
            const bool from_hub = graph_.nodes[edge.from.node].kind == NodeKind::hub;
            const End& hub = from_hub ? edge.from : edge.to;
            const End& card = from_hub ? edge.to : edge.from;
            const double centre = height(hub.node) / 2;
            const Row band = side_band(graph_, card);
            // A card about as high as the hub stands with its middle at the hub's.
            if (height(card.node) < height(hub.node) + kAbout) {
                const double offset = std::round(2 * (centre - height(card.node) / 2)) / 2;
                straight_[i] =
                    try_constraints({card.node, hub.node, -offset}, {hub.node, card.node, offset}, kStraightLineWorth);
            }
            straight_[i] = straight_[i] ||
                           try_constraints({card.node, hub.node, band.top - centre},
                                           {hub.node, card.node, centre - band.top - band.height}, kStraightLineWorth);
        }
    }

    /// Cards that face each other over a hub begin at one height.
    void level_tops() {
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            for (std::size_t j = i + 1; j < graph_.edges.size(); ++j) {
                if (straight_[i] && straight_[j] && graph_.edges[i].to.node == graph_.edges[j].to.node) {
                    const std::size_t a = graph_.edges[i].from.node;
                    const std::size_t b = graph_.edges[j].from.node;
                    if (a != b && column_[a] != column_[b]) {
                        try_constraints({a, b, 0}, {b, a, 0}, kLevelTopsWorth);
                    }
                }
            }
        }
    }

    /// The greatest tops with the chart as high as it is.
    [[nodiscard]] std::vector<double> latest() const {
        const double bottom = total();
        std::vector<double> tops(tops_.size());
        for (std::size_t i = 0; i < tops.size(); ++i) {
            tops[i] = bottom - height(i);
        }
        for (std::size_t sweep = 0; sweep <= tops.size() + 1; ++sweep) {
            bool changed = false;
            for (const Constraint& constraint : constraints_) {
                const double most = tops[constraint.b] - constraint.distance;
                if (tops[constraint.a] > most + kTolerance) {
                    tops[constraint.a] = most;
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
        }
        return tops;
    }

    /// The height at which a hub would like its centre: the middle of the stretch where its straight lines
    /// can be.
    [[nodiscard]] double wish(std::size_t hub) const {
        double top = -1e9;
        double bottom = 1e9;
        bool any = false;
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            const Edge& edge = graph_.edges[i];
            if (!straight_[i] || (edge.from.node != hub && edge.to.node != hub)) {
                continue;
            }
            const End& card = edge.from.node == hub ? edge.to : edge.from;
            const Row band = side_band(graph_, card);
            top = std::max(top, tops_[card.node] + band.top);
            bottom = std::min(bottom, tops_[card.node] + band.top + band.height);
            any = true;
        }
        return any && bottom >= top ? (top + bottom) / 2 : tops_[hub] + height(hub) / 2;
    }

    void sink_hubs() {
        for (const std::size_t node : order_) {
            if (graph_.nodes[node].kind != NodeKind::hub) {
                continue;
            }
            const double target = std::min(wish(node) - height(node) / 2, latest()[node]);
            if (target > tops_[node] + kTolerance) {
                const std::vector<double> before = tops_;
                tops_[node] = target;
                if (!settle()) {
                    tops_ = before;
                }
            }
        }
    }

    const Graph& graph_;
    const Arrangement& arrangement_;
    const PackOptions& options_;
    std::vector<int> column_;
    std::vector<double> tops_;
    std::vector<double> before_;     ///< tops to go back to
    std::vector<std::size_t> order_; ///< all nodes, column by column
    std::vector<std::size_t> place_; ///< within the column
    std::vector<Constraint> constraints_;
    std::vector<bool> straight_; ///< beside graph.edges
};

} // namespace

Packing pack(const Graph& graph, const Arrangement& arrangement, const PackOptions& options) {
    return Packer(graph, arrangement, options).run();
}

} // namespace demarche::network
