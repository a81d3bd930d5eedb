#include "network/stretch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::network {

namespace {

constexpr double kSame = 0.05;
constexpr double kEps = 1e-6;

/// Compares routes that share a track.
class Order {
public:
    Order(const Routes& routes, Axis axis, const Spacing& spacing) : routes_(routes), axis_(axis), spacing_(spacing) {}

    /// Below 0: `a` should lie on the low side of `b`.
    [[nodiscard]] int before(const Stretch& a, const Stretch& b) const {
        const Stretch& first = a.route < b.route ? a : b;
        const Stretch& second = a.route < b.route ? b : a;
        const int sign = a.route < b.route ? 1 : -1;
        // One end decides for the whole way that the two share: the one that lies towards the start of the
        // first route; else a crossing would be undone and made again.
        const bool start_is_forward = end_of(first, 0) > end_of(first, 1);
        for (const bool forward : {start_is_forward, !start_is_forward}) {
            const int judged = compare(walk(first, forward), walk(second, forward), axis_.upright, forward, 0);
            if (judged != 0) {
                return sign * judged;
            }
        }
        return 0;
    }

    [[nodiscard]] bool meet(const Stretch& a, const Stretch& b) const {
        return a.from < b.to + spacing_.least && b.from < a.to + spacing_.least;
    }

private:
    struct Walk {
        std::size_t route;
        std::size_t corner; ///< the far corner of the stretch walked
        int step;           ///< +1 along the route, -1 back

        [[nodiscard]] std::size_t next() const { return corner + static_cast<std::size_t>(step); } // wraps past the end
    };

    [[nodiscard]] double end_of(const Stretch& stretch, std::size_t end) const {
        return axis_.across(routes_[stretch.route][stretch.index + end]);
    }

    [[nodiscard]] Walk walk(const Stretch& stretch, bool forward) const {
        const bool runs_forward = end_of(stretch, 0) < end_of(stretch, 1);
        return runs_forward == forward ? Walk{stretch.route, stretch.index + 1, 1}
                                       : Walk{stretch.route, stretch.index, -1};
    }

    /// Where a route goes from a corner: -1 towards low, +1 towards high, 0 it ends there.
    [[nodiscard]] int turn(const Walk& walk, bool upright) const {
        if (walk.next() >= routes_[walk.route].size()) {
            return 0;
        }
        const Point here = routes_[walk.route][walk.corner];
        const Point there = routes_[walk.route][walk.next()];
        const double step = upright ? there.x - here.x : there.y - here.y;
        return step < -kEps ? -1 : step > kEps ? 1 : 0;
    }

    /// Which of two routes on one track must lie on the low side, judged at the end they walk to: -1 the
    /// first, +1 the second, 0 does not matter there. `upright`: of the track.
    [[nodiscard]] int compare(Walk a, Walk b, bool upright, bool forward, std::size_t depth) const {
        const auto reach = [&](const Walk& walk) {
            const Point point = routes_[walk.route][walk.corner];
            return (upright ? point.y : point.x) * (forward ? 1 : -1);
        };
        const int turn_a = turn(a, upright);
        const int turn_b = turn(b, upright);
        if (reach(a) < reach(b) - kSame) {
            return turn_a; // a leaves first: to the side it turns to
        }
        if (reach(b) < reach(a) - kSame) {
            return -turn_b;
        }
        if (turn_a != turn_b) {
            return turn_a == 0 || turn_b == 0 ? 0 : turn_a < turn_b ? -1 : 1;
        }
        if (turn_a == 0 || depth > routes_[a.route].size()) {
            return 0;
        }
        const int further =
            compare({a.route, a.next(), a.step}, {b.route, b.next(), b.step}, !upright, turn_a > 0, depth + 1);
        const bool same = forward == (turn_a < 0);
        return same ? further : -further;
    }

    const Routes& routes_;
    Axis axis_;
    const Spacing& spacing_;
};

/// Sorts the stretches of one track so that they cross least.
void order_track(std::vector<Stretch>& stretches, std::size_t first, std::size_t last, const Order& order) {
    std::vector<Stretch> left(stretches.begin() + static_cast<std::ptrdiff_t>(first),
                              stretches.begin() + static_cast<std::ptrdiff_t>(last));
    for (std::size_t place = first; place < last; ++place) {
        // The next is one that nothing left must precede; in a circle, the one with the fewest.
        std::size_t chosen = 0;
        int fewest = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < left.size(); ++i) {
            int count = 0;
            for (std::size_t j = 0; j < left.size(); ++j) {
                count += i != j && order.meet(left[i], left[j]) && order.before(left[j], left[i]) < 0 ? 1 : 0;
            }
            if (count < fewest) {
                fewest = count;
                chosen = i;
            }
        }
        stretches[place] = left[chosen];
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(chosen));
    }
}

Stretch
make_stretch(const Routes& routes, const Rider& rider, std::size_t route, std::size_t index, double gap, Axis axis) {
    const Point a = routes[route][index];
    const Point b = routes[route][index + 1];
    Stretch stretch;
    stretch.route = route;
    stretch.index = index;
    stretch.at = axis.along(a);
    stretch.from = std::min(axis.across(a), axis.across(b));
    stretch.to = std::max(axis.across(a), axis.across(b));
    stretch.first = index == 0;
    stretch.last = index + 2 == routes[route].size();
    if (rider.label.width() > 0 && rider.segment == index) {
        (rider.after ? stretch.after : stretch.before) = axis.high(rider.label) - axis.low(rider.label) + gap;
        stretch.words_from = axis.cross_low(rider.label);
        stretch.words_to = axis.cross_high(rider.label);
    }
    return stretch;
}

} // namespace

std::vector<bool> first_directions(const Routes& routes) {
    std::vector<bool> upright(routes.size(), false);
    for (std::size_t i = 0; i < routes.size(); ++i) {
        upright[i] = routes[i].size() >= 2 && std::abs(routes[i][0].x - routes[i][1].x) < kSame;
    }
    return upright;
}

std::vector<Stretch> ordered_stretches(const Routes& routes,
                                       const std::vector<Rider>& riders,
                                       const std::vector<bool>& starts_upright,
                                       const Spacing& spacing,
                                       Axis axis) {
    std::vector<Stretch> stretches;
    for (std::size_t r = 0; r < routes.size(); ++r) {
        for (std::size_t i = 0; i + 1 < routes[r].size(); ++i) {
            // Their direction cannot be told from their corners once one has shrunk to nothing.
            if ((starts_upright[r] == (i % 2 == 0)) == axis.upright) {
                stretches.push_back(make_stretch(routes, riders[r], r, i, spacing.label_gap, axis));
            }
        }
    }
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch& a, const Stretch& b) { return a.at < b.at; });
    const Order order(routes, axis, spacing);
    std::size_t first = 0;
    while (first < stretches.size()) {
        std::size_t last = first + 1;
        while (last < stretches.size() && stretches[last].at - stretches[first].at < kSame) {
            ++last;
        }
        order_track(stretches, first, last, order);
        first = last;
    }
    return stretches;
}

std::vector<Relation> relations(const std::vector<Stretch>& stretches, const Spacing& spacing) {
    std::vector<Relation> found;
    for (std::size_t j = 0; j < stretches.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            const Stretch& a = stretches[i];
            const Stretch& b = stretches[j];
            double words = 0;
            if (a.after > 0 && b.from < a.words_to + 1 && b.to > a.words_from - 1) {
                words = a.after + spacing.label_gap;
            }
            if (b.before > 0 && a.from < b.words_to + 1 && a.to > b.words_from - 1) {
                words = std::max(words, b.before + spacing.label_gap);
            }
            if (a.after > 0 && b.before > 0 && a.words_from < b.words_to + 1 && b.words_from < a.words_to + 1) {
                words = a.after + b.before + spacing.label_gap;
            }
            // Words of two lines on one side: the outer ones begin beyond the inner ones' line.
            const bool meet = a.from < b.to + spacing.least && b.from < a.to + spacing.least;
            if (meet || words > 0) {
                found.push_back({i, j, std::max(spacing.least, words), std::max(spacing.pitch, words)});
            }
        }
    }
    return found;
}

} // namespace demarche::network
