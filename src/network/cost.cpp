#include "network/cost.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::network {

namespace {

constexpr double kBend = 12;
constexpr double kCrossing = 50;
constexpr double kLength = 0.12;
constexpr double kHeight = 0.35;
constexpr double kLateAboveEarly = 7;
constexpr double kUpsideDown = 120; ///< a principal below its delegation, a host above its hub
constexpr double kWordsBeside = 30; ///< words beside a line that runs in a channel, not down its column
constexpr double kWordsCrowd = 12;  ///< each other line there, that the words have to be kept off
constexpr double kCrowd = 10;       ///< each line beyond those that a channel holds without widening
constexpr int kHolds = 3;           ///< lines that a channel holds
constexpr double kScattered = 24;   ///< two cards of one side in different columns
constexpr double kUsualWeight = 4;
constexpr double kNotFacing = 40;  ///< a card of the facing sides that is not in its outer column
constexpr double kNotBetween = 12; ///< times the weight of the hub's lines
constexpr double kDepth = 0.01;    ///< times weight and distance from the top
constexpr double kStub = 14;       ///< how far a line stands off a column it runs along

/// What a line does in the channel between two columns (or outside the outermost ones).
struct Piece {
    std::size_t channel = 0; ///< 0: left of the first column
    bool from_left = false;  ///< its first end touches the channel's left bank
    bool to_left = false;
    double y1 = 0;
    double y2 = 0;
    std::size_t edge = 0;
};

/// A straight line down a column between neighbours.
struct Drop {
    std::size_t column = 0;
    double top = 0;
    double bottom = 0;
};

/// A line that runs across a column.
struct Pass {
    std::size_t column = 0;
    double y = 0;
};

struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] double clamp(double value) const { return std::clamp(value, low, high); }

    [[nodiscard]] double middle() const { return (low + high) / 2; }
};

bool cross(const Piece& a, const Piece& b) {
    const bool a_through = a.from_left != a.to_left;
    const bool b_through = b.from_left != b.to_left;
    if (a_through && b_through) {
        const double a_left = a.from_left ? a.y1 : a.y2;
        const double a_right = a.from_left ? a.y2 : a.y1;
        const double b_left = b.from_left ? b.y1 : b.y2;
        const double b_right = b.from_left ? b.y2 : b.y1;
        return (a_left - b_left) * (a_right - b_right) < 0;
    }
    if (a_through != b_through) {
        const Piece& loop = a_through ? b : a;
        const Piece& through = a_through ? a : b;
        const double at = through.from_left == loop.from_left ? through.y1 : through.y2;
        return at > std::min(loop.y1, loop.y2) && at < std::max(loop.y1, loop.y2);
    }
    if (a.from_left != b.from_left) {
        return false;
    }
    const double a1 = std::min(a.y1, a.y2);
    const double a2 = std::max(a.y1, a.y2);
    const double b1 = std::min(b.y1, b.y2);
    const double b2 = std::max(b.y1, b.y2);
    return (a1 < b1 && b1 < a2 && a2 < b2) || (b1 < a1 && a1 < b2 && b2 < a2);
}

class Estimate {
public:
    Estimate(const Graph& graph, const Arrangement& arrangement, const Packing& packing)
        : graph_(graph),
          arrangement_(arrangement),
          packing_(packing),
          column_(graph.nodes.size(), 0),
          place_(graph.nodes.size(), 0),
          pieces_(arrangement.size() + 1) {
        for (std::size_t c = 0; c < arrangement.size(); ++c) {
            for (std::size_t i = 0; i < arrangement[c].size(); ++i) {
                column_[arrangement[c][i]] = c;
                place_[arrangement[c][i]] = i;
            }
        }
    }

    double run() {
        double cost = 0;
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            cost += line(i) * graph_.edges[i].weight / kUsualWeight;
        }
        return cost + kCrossing * crossings() + crowding() + order();
    }

    /// What does not depend on the ways of lines.
    [[nodiscard]] double order() const {
        double cost = packing_.height * kHeight;
        for (const Edge& edge : graph_.edges) {
            cost += reading(edge);
        }
        return cost + time_order() + scattered() + not_between() + not_facing() + depth();
    }

private:
    [[nodiscard]] double top(std::size_t node) const { return packing_.tops[node]; }

    [[nodiscard]] double bottom(std::size_t node) const { return top(node) + graph_.nodes[node].size.height; }

    [[nodiscard]] Interval band(const End& end) const {
        const Row row = side_band(graph_, end);
        return {top(end.node) + row.top, top(end.node) + row.top + row.height};
    }

    double line(std::size_t index) {
        const Edge& edge = graph_.edges[index];
        const std::size_t from = column_[edge.from.node];
        const std::size_t to = column_[edge.to.node];
        if (from == to) {
            return within_column(index);
        }
        return from < to ? across(index, edge.from, edge.to) : across(index, edge.to, edge.from);
    }

    double within_column(std::size_t index) {
        const Edge& edge = graph_.edges[index];
        const bool from_upper = place_[edge.from.node] < place_[edge.to.node];
        const End& upper = from_upper ? edge.from : edge.to;
        const End& lower = from_upper ? edge.to : edge.from;
        const std::size_t column = column_[upper.node];
        if (place_[upper.node] + 1 == place_[lower.node] && opens_below(graph_, upper) && opens_above(graph_, lower)) {
            drops_.push_back({column, bottom(upper.node), top(lower.node)});
            return kLength * (top(lower.node) - bottom(upper.node));
        }
        const double y1 = band(upper).middle();
        const double y2 = band(lower).middle();
        // Beside the column, on the side where fewer lines are in the way; the page's edge where it is even.
        const Piece left{column, false, false, y1, y2, index};
        const Piece right{column + 1, true, true, y1, y2, index};
        const int on_left = count_crossings(left);
        const int on_right = count_crossings(right);
        const bool leftmost = column + 1 <= arrangement_.size() / 2;
        const bool go_left = on_left != on_right ? on_left < on_right : leftmost;
        pieces_[go_left ? column : column + 1].push_back(go_left ? left : right);
        return 2 * kBend + kLength * (std::abs(y2 - y1) + 2 * kStub);
    }

    [[nodiscard]] int count_crossings(const Piece& piece) const {
        int count = 0;
        for (const Piece& other : pieces_[piece.channel]) {
            count += cross(piece, other) ? 1 : 0;
        }
        return count;
    }

    /// The height nearest to `y` at which a line can cross the column.
    [[nodiscard]] double passage(std::size_t column, double y) const {
        double best = -kStub;
        const auto consider = [&](double low, double high) {
            const double at = high - low > 12 ? std::clamp(y, low + 6, high - 6) : (low + high) / 2;
            if (std::abs(at - y) < std::abs(best - y)) {
                best = at;
            }
        };
        const auto& nodes = arrangement_[column];
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            consider(bottom(nodes[i - 1]), top(nodes[i]));
        }
        consider(nodes.empty() ? -1e6 : bottom(nodes.back()), 1e6);
        return best;
    }

    double across(std::size_t index, const End& left, const End& right) {
        const Interval from = band(left);
        const Interval to = band(right);
        const double shared_low = std::max(from.low, to.low);
        const double shared_high = std::min(from.high, to.high);
        const bool level = shared_low <= shared_high;
        double y = level ? (shared_low + shared_high) / 2 : from.middle();
        double cost = 0;
        bool touched = true; // the next channel begins at `left` itself
        for (std::size_t c = column_[left.node] + 1; c < column_[right.node]; ++c) {
            const double wanted = level ? y : std::clamp(to.middle(), from.low, from.high);
            const double at = passage(c, wanted);
            const double start = touched ? from.clamp(at) : y;
            cost += step(index, c, start, at);
            passes_.push_back({c, at});
            y = at;
            touched = false;
        }
        const double end = to.clamp(y);
        const double start = touched ? from.clamp(level ? y : to.middle()) : y;
        cost += step(index, column_[right.node], start, end);
        return cost;
    }

    /// One channel from its left bank to its right one.
    double step(std::size_t index, std::size_t channel, double y1, double y2) {
        pieces_[channel].push_back({channel, true, false, y1, y2, index});
        const double rise = std::abs(y2 - y1);
        return kLength * (rise + 60) + (rise > 1 ? 2 * kBend : 0);
    }

    [[nodiscard]] int crossings() const {
        int count = 0;
        for (const auto& channel : pieces_) {
            for (std::size_t i = 0; i < channel.size(); ++i) {
                for (std::size_t j = i + 1; j < channel.size(); ++j) {
                    count += channel[i].edge != channel[j].edge && cross(channel[i], channel[j]) ? 1 : 0;
                }
            }
        }
        for (const Pass& pass : passes_) {
            for (const Drop& drop : drops_) {
                count += pass.column == drop.column && pass.y > drop.top && pass.y < drop.bottom ? 1 : 0;
            }
        }
        return count;
    }

    /// Lines beside each other cost the cards their width; words between them cost more.
    [[nodiscard]] double crowding() const {
        double cost = 0;
        for (const auto& channel : pieces_) {
            int most = 0;
            for (const Piece& piece : channel) {
                int here = 0;
                const double low = std::min(piece.y1, piece.y2);
                const double high = std::max(piece.y1, piece.y2);
                int beside = 0;
                for (const Piece& other : channel) {
                    const double other_low = std::min(other.y1, other.y2);
                    const double other_high = std::max(other.y1, other.y2);
                    here += other_low <= low && low <= other_high && other_high - other_low > 1 ? 1 : 0;
                    beside += other.edge != piece.edge && other_low < high && low < other_high ? 1 : 0;
                }
                most = std::max(most, here);
                if (has_label(graph_.edges[piece.edge]) && high - low > 1) {
                    cost += kWordsBeside + kWordsCrowd * beside;
                }
            }
            cost += kCrowd * std::max(0, most - kHolds);
        }
        return cost;
    }

    /// What matters most stands high on the page.
    [[nodiscard]] double depth() const {
        double cost = 0;
        for (const Edge& edge : graph_.edges) {
            cost += edge.kind == EdgeKind::link ? kDepth * edge.weight * top(edge.to.node) : 0;
        }
        return cost;
    }

    /// Who met faces each other over the hub, from columns on both sides of it.
    [[nodiscard]] double not_between() const {
        double cost = 0;
        for (std::size_t hub = 0; hub < graph_.nodes.size(); ++hub) {
            bool left = false;
            bool right = false;
            int cards = 0;
            double weight = 0;
            for (const Edge& edge : graph_.edges) {
                if (edge.to.node == hub && edge.kind == EdgeKind::link) {
                    left = left || column_[edge.from.node] < column_[hub];
                    right = right || column_[edge.from.node] > column_[hub];
                    weight = edge.weight;
                    ++cards;
                }
            }
            if (cards >= 2 && graph_.nodes[hub].kind == NodeKind::hub && !(left && right)) {
                cost += kNotBetween * weight;
            }
        }
        return cost;
    }

    /// The two sides that met most stand in the outermost columns, one on each side.
    [[nodiscard]] double not_facing() const {
        int outside[2] = {0, 0}; // for each way round
        int cards = 0;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            const int face = graph_.nodes[i].face;
            if (face >= 0) {
                ++cards;
                outside[face] += column_[i] == 0 ? 1 : 0;
                outside[1 - face] += column_[i] + 1 == arrangement_.size() ? 1 : 0;
            }
        }
        return kNotFacing * (cards - std::max(outside[0], outside[1]));
    }

    [[nodiscard]] double scattered() const {
        double cost = 0;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < graph_.nodes.size(); ++j) {
                const bool one_side = graph_.nodes[i].side >= 0 && graph_.nodes[i].side == graph_.nodes[j].side;
                cost += one_side && column_[i] != column_[j] ? kScattered : 0;
            }
        }
        return cost;
    }

    [[nodiscard]] double reading(const Edge& edge) const {
        if (edge.above == 0) {
            return 0;
        }
        const std::size_t upper = edge.above > 0 ? edge.from.node : edge.to.node;
        const std::size_t lower = edge.above > 0 ? edge.to.node : edge.from.node;
        return top(upper) >= top(lower) ? kUpsideDown : 0;
    }

    [[nodiscard]] double time_order() const {
        double cost = 0;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            for (std::size_t j = 0; j < graph_.nodes.size(); ++j) {
                const Node& a = graph_.nodes[i];
                const Node& b = graph_.nodes[j];
                if (a.kind == NodeKind::hub && b.kind == NodeKind::hub && a.time < b.time && top(i) > top(j) + 1) {
                    cost += kLateAboveEarly;
                }
            }
        }
        return cost;
    }

    const Graph& graph_;
    const Arrangement& arrangement_;
    const Packing& packing_;
    std::vector<std::size_t> column_;
    std::vector<std::size_t> place_;
    std::vector<std::vector<Piece>> pieces_; ///< by channel
    std::vector<Drop> drops_;
    std::vector<Pass> passes_;
};

} // namespace

double estimated_cost(const Graph& graph, const Arrangement& arrangement, const Packing& packing) {
    return Estimate(graph, arrangement, packing).run();
}

double drawn_cost(const Drawing& drawing, const Arrangement& arrangement) {
    Packing packing;
    for (const Box& box : drawing.boxes) {
        packing.tops.push_back(box.top);
    }
    packing.height = drawing.size.height;
    double cost = Estimate(drawing.graph, arrangement, packing).order() + kCrossing * drawing.crossings;
    for (std::size_t i = 0; i < drawing.routes.size(); ++i) {
        const auto& route = drawing.routes[i];
        double length = 0;
        const double bends = route.size() > 2 ? static_cast<double>(route.size() - 2) : 0;
        for (std::size_t k = 1; k < route.size(); ++k) {
            length += std::abs(route[k].x - route[k - 1].x) + std::abs(route[k].y - route[k - 1].y);
        }
        cost += (kBend * bends + kLength * length) * drawing.graph.edges[i].weight / kUsualWeight;
    }
    return cost;
}

} // namespace demarche::network
