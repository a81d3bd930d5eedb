#include "network/cost.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::network {

namespace {

constexpr double kBend = 12;
constexpr double kCrossing = 200;
constexpr double kLength = 0.12;
constexpr double kWordsBeside = 30; ///< words beside a line that runs in a channel, not down its column
constexpr double kWordsCrowd = 12;  ///< each other line there, that the words have to be kept off
constexpr double kCrowd = 10;       ///< each line beyond those that a channel holds without widening
constexpr int kHolds = 3;           ///< lines that a channel holds
constexpr double kUsualWeight = 4;
constexpr double kStub = 14;   ///< how far a line stands off a column it runs along
constexpr double kAcross = 60; ///< the width of a channel with a half of each column beside it
constexpr double kNarrow = 12; ///< a gap that a line can cross at one height only
constexpr double kFarDown = 1e6;

} // namespace

Estimator::Estimator(const Graph& graph, double most_height)
    : reading_(graph, most_height), column_(graph.nodes.size(), 0), place_(graph.nodes.size(), 0) {
    for (const Node& node : graph.nodes) {
        heights_.push_back(node.size.height);
    }
    const auto foot = [&](const End& end) {
        return Foot{end.node, side_band(graph, end), opens_above(graph, end), opens_below(graph, end)};
    };
    for (const Edge& edge : graph.edges) {
        lines_.push_back({foot(edge.from), foot(edge.to), edge.weight / kUsualWeight, has_label(edge)});
    }
}

double Estimator::cost(const Arrangement& arrangement, const Packing& packing, double limit) {
    arrangement_ = &arrangement;
    packing_ = &packing;
    for (std::size_t c = 0; c < arrangement.size(); ++c) {
        for (std::size_t i = 0; i < arrangement[c].size(); ++i) {
            column_[arrangement[c][i]] = c;
            place_[arrangement[c][i]] = i;
        }
    }
    pieces_.resize(arrangement.size() + 1);
    for (auto& channel : pieces_) {
        channel.clear();
    }
    drops_.clear();
    passes_.clear();
    double cost = reading_.cost(arrangement, column_, packing);
    for (std::size_t i = 0; i < lines_.size() && cost <= limit; ++i) {
        cost += line(i) * lines_[i].weight;
    }
    for (std::size_t c = 0; c < pieces_.size() && cost <= limit; ++c) {
        cost += crowding(pieces_[c]);
    }
    return cost <= limit ? cost + crossings(limit - cost) : cost;
}

bool Estimator::cross(const Piece& a, const Piece& b) {
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
        return at > loop.low() && at < loop.high();
    }
    if (a.from_left != b.from_left) {
        return false;
    }
    return (a.low() < b.low() && b.low() < a.high() && a.high() < b.high()) ||
           (b.low() < a.low() && a.low() < b.high() && b.high() < a.high());
}

double Estimator::line(std::size_t index) {
    const Line& line = lines_[index];
    const std::size_t from = column_[line.from.node];
    const std::size_t to = column_[line.to.node];
    if (from == to) {
        return within_column(index);
    }
    return from < to ? across(index, line.from, line.to) : across(index, line.to, line.from);
}

double Estimator::within_column(std::size_t index) {
    const Line& line = lines_[index];
    const bool from_upper = place_[line.from.node] < place_[line.to.node];
    const Foot& upper = from_upper ? line.from : line.to;
    const Foot& lower = from_upper ? line.to : line.from;
    const std::size_t column = column_[upper.node];
    if (place_[upper.node] + 1 == place_[lower.node] && upper.opens_below && lower.opens_above) {
        drops_.push_back({column, bottom(upper.node), top(lower.node)});
        return kLength * (top(lower.node) - bottom(upper.node));
    }
    const double y1 = band(upper).middle();
    const double y2 = band(lower).middle();
    // Beside the column, on the side where fewer lines are in the way; the page's edge where it is even.
    const Piece left{false, false, y1, y2, index};
    const Piece right{true, true, y1, y2, index};
    const int on_left = crossings_with(pieces_[column], left);
    const int on_right = crossings_with(pieces_[column + 1], right);
    const bool leftmost = column + 1 <= arrangement_->size() / 2;
    const bool go_left = on_left != on_right ? on_left < on_right : leftmost;
    pieces_[go_left ? column : column + 1].push_back(go_left ? left : right);
    return 2 * kBend + kLength * (std::abs(y2 - y1) + 2 * kStub);
}

int Estimator::crossings_with(const std::vector<Piece>& channel, const Piece& piece) const {
    int count = 0;
    for (const Piece& other : channel) {
        count += cross(piece, other) ? 1 : 0;
    }
    return count;
}

/// The height nearest to `y` at which a line can cross the column.
double Estimator::passage(std::size_t column, double y) const {
    double best = -kStub;
    const auto consider = [&](double low, double high) {
        const double at =
            high - low > kNarrow ? std::clamp(y, low + kNarrow / 2, high - kNarrow / 2) : (low + high) / 2;
        if (std::abs(at - y) < std::abs(best - y)) {
            best = at;
        }
    };
    const auto& nodes = (*arrangement_)[column];
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        consider(bottom(nodes[i - 1]), top(nodes[i]));
    }
    consider(nodes.empty() ? -kFarDown : bottom(nodes.back()), kFarDown);
    return best;
}

double Estimator::across(std::size_t index, const Foot& left, const Foot& right) {
    const Interval from = band(left);
    const Interval to = band(right);
    const double shared_low = std::max(from.low, to.low);
    const double shared_high = std::min(from.high, to.high);
    const bool level = shared_low <= shared_high;
    double y = level ? (shared_low + shared_high) / 2 : from.middle();
    double cost = 0;
    bool touched = true; // the next channel begins at `left` itself
    for (std::size_t c = column_[left.node] + 1; c < column_[right.node]; ++c) {
        const double wanted = level ? y : from.clamp(to.middle());
        const double at = passage(c, wanted);
        const double start = touched ? from.clamp(at) : y;
        cost += step(index, c, start, at);
        passes_.push_back({c, at});
        y = at;
        touched = false;
    }
    const double end = to.clamp(y);
    const double start = touched ? from.clamp(level ? y : to.middle()) : y;
    return cost + step(index, column_[right.node], start, end);
}

/// One channel from its left bank to its right one.
double Estimator::step(std::size_t index, std::size_t channel, double y1, double y2) {
    pieces_[channel].push_back({true, false, y1, y2, index});
    const double rise = std::abs(y2 - y1);
    return kLength * (rise + kAcross) + (rise > 1 ? 2 * kBend : 0);
}

/// The cost of all crossings, or of enough of them to be above `limit`.
double Estimator::crossings(double limit) const {
    double cost = 0;
    for (const auto& channel : pieces_) {
        for (std::size_t i = 0; i < channel.size() && cost <= limit; ++i) {
            for (std::size_t j = i + 1; j < channel.size(); ++j) {
                cost += channel[i].edge != channel[j].edge && cross(channel[i], channel[j]) ? kCrossing : 0;
            }
        }
    }
    for (const Pass& pass : passes_) {
        for (const Drop& drop : drops_) {
            cost += pass.column == drop.column && pass.y > drop.top && pass.y < drop.bottom ? kCrossing : 0;
        }
    }
    return cost;
}

/// Lines beside each other cost the cards their width; words between them cost more.
double Estimator::crowding(const std::vector<Piece>& channel) const {
    double cost = 0;
    int most = 0;
    for (const Piece& piece : channel) {
        const double low = piece.low();
        const double high = piece.high();
        int here = 0;
        int beside = 0;
        for (const Piece& other : channel) {
            const double other_low = other.low();
            const double other_high = other.high();
            here += other_low <= low && low <= other_high && other_high - other_low > 1 ? 1 : 0;
            beside += other.edge != piece.edge && other_low < high && low < other_high ? 1 : 0;
        }
        most = std::max(most, here);
        if (lines_[piece.edge].words && high - low > 1) {
            cost += kWordsBeside + kWordsCrowd * beside;
        }
    }
    return cost + kCrowd * std::max(0, most - kHolds);
}

double drawn_cost(const Drawing& drawing, const Arrangement& arrangement, double most_height) {
    Packing packing;
    for (const Box& box : drawing.boxes) {
        packing.tops.push_back(box.top);
    }
    packing.height = drawing.size.height;
    std::vector<std::size_t> column(drawing.boxes.size(), 0);
    for (std::size_t c = 0; c < arrangement.size(); ++c) {
        for (const std::size_t node : arrangement[c]) {
            column[node] = c;
        }
    }
    double cost =
        Reading(drawing.graph, most_height).cost(arrangement, column, packing) + kCrossing * drawing.crossings;
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
