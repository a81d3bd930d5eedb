#include "network/nudge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::network {

namespace {

constexpr double kSame = 0.05;
constexpr double kEps = 1e-6;
constexpr double kStraightEase = 0.02;
constexpr int kRelaxations = 60;

/// One straight stretch of a route, seen along the axis it can move on.
struct Stretch {
    std::size_t route = 0;
    std::size_t index = 0; ///< from corner `index` to corner `index + 1`
    double at = 0;         ///< where it is on the axis
    double from = 0;       ///< its extent across
    double to = 0;
    double ease = 1;  ///< how readily it moves: a straight line stays where it is
    double least = 0; ///< bounds of `at` by nodes, ends and the page
    double most = 0;
    int least_by = -1; ///< the node that sets the bound
    int most_by = -1;
    bool at_end = false;
    End end;
    double before = 0; ///< room for words riding on its low side, and on its high side
    double after = 0;
    double words_from = 0; ///< their extent across
    double words_to = 0;
};

/// The pass over one axis. `upright`: stretches that run down the page move in x.
class Pass {
public:
    Pass(const Graph& graph,
         const std::vector<Box>& boxes,
         const NudgeOptions& options,
         std::vector<std::vector<Point>>& routes,
         std::vector<Rider>& riders,
         const std::vector<bool>& starts_upright,
         bool upright)
        : graph_(graph),
          boxes_(boxes),
          options_(options),
          routes_(routes),
          riders_(riders),
          starts_upright_(starts_upright),
          upright_(upright) {}

    std::vector<Shortage> run() {
        collect();
        order();
        relate();
        bound();
        solve();
        apply();
        return shortages_;
    }

private:
    struct Relation {
        std::size_t low = 0;
        std::size_t high = 0;
        double least = 0; ///< distance that must be
        double wish = 0;  ///< distance that would be good
    };

    [[nodiscard]] double along(Point point) const { return upright_ ? point.x : point.y; }

    [[nodiscard]] double across(Point point) const { return upright_ ? point.y : point.x; }

    [[nodiscard]] double low(const Box& box) const { return upright_ ? box.left : box.top; }

    [[nodiscard]] double high(const Box& box) const { return upright_ ? box.right : box.bottom; }

    [[nodiscard]] double cross_low(const Box& box) const { return upright_ ? box.top : box.left; }

    [[nodiscard]] double cross_high(const Box& box) const { return upright_ ? box.bottom : box.right; }

    /// Stretches alternate; their direction cannot be told from their corners once one has shrunk to nothing.
    [[nodiscard]] bool moves(std::size_t route, std::size_t index) const {
        return (starts_upright_[route] == (index % 2 == 0)) == upright_;
    }

    void collect() {
        for (std::size_t r = 0; r < routes_.size(); ++r) {
            for (std::size_t i = 0; i + 1 < routes_[r].size(); ++i) {
                if (moves(r, i)) {
                    Stretch stretch;
                    stretch.route = r;
                    stretch.index = i;
                    stretch.at = along(routes_[r][i]);
                    stretch.from = std::min(across(routes_[r][i]), across(routes_[r][i + 1]));
                    stretch.to = std::max(across(routes_[r][i]), across(routes_[r][i + 1]));
                    stretch.ease = routes_[r].size() == 2 ? kStraightEase : 1;
                    limit(stretch);
                    stretches_.push_back(stretch);
                }
            }
        }
    }

    // --- bounds

    void limit(Stretch& stretch) const {
        stretch.least = low(options_.area);
        stretch.most = high(options_.area);
        const Rider& rider = riders_[stretch.route];
        if (rider.label.width() > 0 && rider.segment == stretch.index) {
            const double room = high(rider.label) - low(rider.label) + options_.label_gap;
            (rider.after ? stretch.after : stretch.before) = room;
            stretch.words_from = cross_low(rider.label);
            stretch.words_to = cross_high(rider.label);
        }
        const Edge& edge = graph_.edges[stretch.route];
        const bool first = stretch.index == 0;
        const bool last = stretch.index + 2 == routes_[stretch.route].size();
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (!(first && i == edge.from.node) && !(last && i == edge.to.node)) {
                keep_off(stretch, boxes_[i], options_.clearance, static_cast<int>(i));
            }
        }
        for (std::size_t r = 0; r < riders_.size(); ++r) {
            if (riders_[r].label.width() > 0 && !(r == stretch.route && riders_[r].segment == stretch.index)) {
                keep_off(stretch, riders_[r].label, options_.label_gap, -1);
            }
        }
        if (first) {
            stay_at_end(stretch, edge.from);
        }
        if (last) {
            stay_at_end(stretch, edge.to);
        }
    }

    void keep_off(Stretch& stretch, const Box& obstacle, double gap, int node) const {
        const bool beside = cross_low(obstacle) - gap / 2 < stretch.to && cross_high(obstacle) + gap / 2 > stretch.from;
        const bool beside_words = stretch.before + stretch.after > 0 && cross_low(obstacle) - 1 < stretch.words_to &&
                                  cross_high(obstacle) + 1 > stretch.words_from;
        if (!beside && !beside_words) {
            return;
        }
        if ((low(obstacle) + high(obstacle)) / 2 < stretch.at) {
            const double bound =
                std::max(beside ? high(obstacle) + gap : -1e9,
                         beside_words && stretch.before > 0 ? high(obstacle) + 2 + stretch.before : -1e9);
            if (bound > stretch.least) {
                stretch.least = bound;
                stretch.least_by = node;
            }
        } else {
            const double bound = std::min(beside ? low(obstacle) - gap : 1e9,
                                          beside_words && stretch.after > 0 ? low(obstacle) - 2 - stretch.after : 1e9);
            if (bound < stretch.most) {
                stretch.most = bound;
                stretch.most_by = node;
            }
        }
    }

    /// A line's first and last stretch meet the border within the band of their end.
    void stay_at_end(Stretch& stretch, const End& end) const {
        const Box& box = boxes_[end.node];
        double from = 0;
        double to = 0;
        if (upright_) {
            const double inset = graph_.nodes[end.node].kind == NodeKind::hub ? box.height() / 2 : 8;
            from = box.left + inset;
            to = box.right - inset;
        } else {
            const Row band = side_band(graph_, end);
            from = box.top + band.top;
            to = from + band.height;
        }
        if (from > stretch.least) {
            stretch.least = from;
            stretch.least_by = static_cast<int>(end.node);
            stretch.at_end = true;
            stretch.end = end;
        }
        if (to < stretch.most) {
            stretch.most = to;
            stretch.most_by = static_cast<int>(end.node);
            stretch.at_end = true;
            stretch.end = end;
        }
    }

    // --- order

    /// Where a route goes at one end of a stretch: -1 towards low, +1 towards high, 0 it ends there.
    [[nodiscard]] int turn(std::size_t route, std::size_t corner, std::size_t next, bool moving_upright) const {
        if (next >= routes_[route].size()) {
            return 0;
        }
        const double step = moving_upright ? routes_[route][next].x - routes_[route][corner].x
                                           : routes_[route][next].y - routes_[route][corner].y;
        return step < -kEps ? -1 : step > kEps ? 1 : 0;
    }

    struct Walk {
        std::size_t route;
        std::size_t corner; ///< the far corner of the stretch walked
        int step;           ///< +1 along the route, -1 back

        [[nodiscard]] std::size_t next() const { return corner + static_cast<std::size_t>(step); } // wraps past the end
    };

    /// Which of two routes on one track must lie on the low side, judged at the end they walk to: -1 the
    /// first, +1 the second, 0 does not matter there. `upright`: of the track.
    [[nodiscard]] int compare(Walk a, Walk b, bool upright, bool forward, std::size_t depth) const {
        const auto reach = [&](const Walk& walk) {
            const Point point = routes_[walk.route][walk.corner];
            const double value = upright ? point.y : point.x;
            return forward ? value : -value;
        };
        const int turn_a = turn(a.route, a.corner, a.next(), upright);
        const int turn_b = turn(b.route, b.corner, b.next(), upright);
        if (reach(a) < reach(b) - kSame) {
            return turn_a; // a leaves first: to the side it turns to
        }
        if (reach(b) < reach(a) - kSame) {
            return -turn_b;
        }
        if (turn_a != turn_b) {
            return turn_a == 0 || turn_b == 0 ? 0 : (turn_a < turn_b ? -1 : 1);
        }
        if (turn_a == 0 || depth > routes_[a.route].size()) {
            return 0;
        }
        const int further =
            compare({a.route, a.next(), a.step}, {b.route, b.next(), b.step}, !upright, turn_a > 0, depth + 1);
        const bool same = forward == (turn_a < 0);
        return same ? further : -further;
    }

    [[nodiscard]] int before(const Stretch& a, const Stretch& b) const {
        const Stretch& first = a.route < b.route ? a : b;
        const int sign = a.route < b.route ? 1 : -1;
        const Stretch& second = a.route < b.route ? b : a;
        const auto walk = [&](const Stretch& stretch, bool forward) {
            const bool runs_forward =
                across(routes_[stretch.route][stretch.index]) < across(routes_[stretch.route][stretch.index + 1]);
            return runs_forward == forward ? Walk{stretch.route, stretch.index + 1, 1}
                                           : Walk{stretch.route, stretch.index, -1};
        };
        // One end decides for the whole stretch that the two share: the one that lies towards the start of
        // the first route; else a crossing would be undone and made again.
        const bool start_is_forward =
            across(routes_[first.route][first.index]) > across(routes_[first.route][first.index + 1]);
        const int at_start =
            compare(walk(first, start_is_forward), walk(second, start_is_forward), upright_, start_is_forward, 0);
        if (at_start != 0) {
            return sign * at_start;
        }
        return sign *
               compare(walk(first, !start_is_forward), walk(second, !start_is_forward), upright_, !start_is_forward, 0);
    }

    [[nodiscard]] bool meet(const Stretch& a, const Stretch& b) const {
        return a.from < b.to + options_.least && b.from < a.to + options_.least;
    }

    /// Sorts the stretches: by place, those on one track so that they cross least.
    void order() {
        std::stable_sort(stretches_.begin(), stretches_.end(),
                         [](const Stretch& a, const Stretch& b) { return a.at < b.at; });
        std::size_t first = 0;
        while (first < stretches_.size()) {
            std::size_t last = first + 1;
            while (last < stretches_.size() && stretches_[last].at - stretches_[first].at < kSame) {
                ++last;
            }
            order_track(first, last);
            first = last;
        }
    }

    void order_track(std::size_t first, std::size_t last) {
        std::vector<Stretch> left(stretches_.begin() + static_cast<std::ptrdiff_t>(first),
                                  stretches_.begin() + static_cast<std::ptrdiff_t>(last));
        for (std::size_t place = first; place < last; ++place) {
            // The next is one that nothing left must precede; in a circle, the one with the fewest.
            std::size_t chosen = 0;
            int fewest = std::numeric_limits<int>::max();
            for (std::size_t i = 0; i < left.size(); ++i) {
                int count = 0;
                for (std::size_t j = 0; j < left.size(); ++j) {
                    count += i != j && meet(left[i], left[j]) && before(left[j], left[i]) < 0 ? 1 : 0;
                }
                if (count < fewest) {
                    fewest = count;
                    chosen = i;
                }
            }
            stretches_[place] = left[chosen];
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
    }

    // --- distances

    void relate() {
        for (std::size_t j = 0; j < stretches_.size(); ++j) {
            for (std::size_t i = 0; i < j; ++i) {
                const Stretch& a = stretches_[i];
                const Stretch& b = stretches_[j];
                double words = 0;
                if (a.after > 0 && b.from < a.words_to + 1 && b.to > a.words_from - 1) {
                    words += a.after + options_.label_gap;
                }
                if (b.before > 0 && a.from < b.words_to + 1 && a.to > b.words_from - 1) {
                    words += b.before + options_.label_gap;
                }
                const bool words_meet =
                    a.after > 0 && b.before > 0 && a.words_from < b.words_to && b.words_from < a.words_to;
                if (words_meet) {
                    words = a.after + b.before + options_.label_gap;
                }
                if (meet(a, b) || words > 0) {
                    relations_.push_back({i, j, std::max(options_.least, words), std::max(options_.pitch, words)});
                }
            }
        }
    }

    /// The least and greatest place of each stretch, all distances kept.
    void bound() {
        const std::size_t count = stretches_.size();
        std::vector<std::size_t> low_by(count);
        std::vector<std::size_t> high_by(count);
        lows_.resize(count);
        highs_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            lows_[i] = stretches_[i].least;
            highs_[i] = stretches_[i].most;
            low_by[i] = high_by[i] = i;
        }
        for (const Relation& relation : relations_) { // sorted by the high one
            if (lows_[relation.low] + relation.least > lows_[relation.high]) {
                lows_[relation.high] = lows_[relation.low] + relation.least;
                low_by[relation.high] = low_by[relation.low];
            }
        }
        std::stable_sort(relations_.begin(), relations_.end(),
                         [](const Relation& a, const Relation& b) { return a.low > b.low; });
        for (const Relation& relation : relations_) {
            if (highs_[relation.high] - relation.least < highs_[relation.low]) {
                highs_[relation.low] = highs_[relation.high] - relation.least;
                high_by[relation.low] = high_by[relation.high];
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (lows_[i] > highs_[i] + kEps) {
                report(i, stretches_[low_by[i]], stretches_[high_by[i]]);
            }
        }
    }

    void report(std::size_t index, const Stretch& low_end, const Stretch& high_end) {
        Shortage shortage;
        shortage.upright = upright_;
        shortage.at = stretches_[index].at;
        for (const Stretch* stretch : std::initializer_list<const Stretch*>{&stretches_[index], &low_end, &high_end}) {
            if (stretch->before + stretch->after > 0 && !shortage.words) {
                shortage.words = true;
                shortage.edge = stretch->route;
            }
        }
        shortage.amount = lows_[index] - highs_[index];
        shortage.low = low_end.least_by;
        shortage.high = high_end.most_by;
        const bool low_at_end = low_end.at_end && low_end.least_by == static_cast<int>(low_end.end.node);
        const bool high_at_end = high_end.at_end && high_end.most_by == static_cast<int>(high_end.end.node);
        shortage.at_end = low_at_end || high_at_end;
        shortage.end = low_at_end ? low_end.end : high_end.end;
        shortages_.push_back(shortage);
    }

    // --- places

    void solve() {
        const std::size_t count = stretches_.size();
        places_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            places_[i] = clamp(i, stretches_[i].at);
        }
        for (int round = 0; round < kRelaxations; ++round) {
            bool moved = false;
            for (const Relation& relation : relations_) {
                const double lack = relation.wish - (places_[relation.high] - places_[relation.low]);
                if (lack > 0.01) {
                    const double low_before = places_[relation.low];
                    const double high_before = places_[relation.high];
                    const double low_ease = stretches_[relation.low].ease;
                    const double share = low_ease / (low_ease + stretches_[relation.high].ease);
                    places_[relation.low] = clamp(relation.low, low_before - lack * share);
                    places_[relation.high] = clamp(relation.high, high_before + lack * (1 - share));
                    moved = moved || std::abs(places_[relation.low] - low_before) > 0.01 ||
                            std::abs(places_[relation.high] - high_before) > 0.01;
                }
            }
            if (!moved) {
                break;
            }
        }
        // What must be: pushing up from the low side keeps within the bounds, as they keep the distances.
        std::stable_sort(relations_.begin(), relations_.end(),
                         [](const Relation& a, const Relation& b) { return a.high < b.high; });
        for (const Relation& relation : relations_) {
            places_[relation.high] = std::max(places_[relation.high], places_[relation.low] + relation.least);
        }
    }

    [[nodiscard]] double clamp(std::size_t index, double value) const {
        return std::max(lows_[index], std::min(highs_[index], value));
    }

    void apply() {
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            const Stretch& stretch = stretches_[i];
            Point& a = routes_[stretch.route][stretch.index];
            Point& b = routes_[stretch.route][stretch.index + 1];
            (upright_ ? a.x : a.y) = places_[i];
            (upright_ ? b.x : b.y) = places_[i];
            Rider& rider = riders_[stretch.route];
            if (rider.label.width() > 0 && rider.segment == stretch.index) {
                const double by = places_[i] - stretch.at;
                rider.label = upright_ ? rider.label.moved(by, 0) : rider.label.moved(0, by);
            }
        }
    }

    const Graph& graph_;
    const std::vector<Box>& boxes_;
    const NudgeOptions& options_;
    std::vector<std::vector<Point>>& routes_;
    std::vector<Rider>& riders_;
    const std::vector<bool>& starts_upright_;
    bool upright_;
    std::vector<Stretch> stretches_;
    std::vector<Relation> relations_;
    std::vector<double> lows_, highs_, places_;
    std::vector<Shortage> shortages_;
};

} // namespace

std::vector<Shortage> nudge(const Graph& graph,
                            const std::vector<Box>& boxes,
                            const NudgeOptions& options,
                            std::vector<std::vector<Point>>& routes,
                            std::vector<Rider>& riders) {
    std::vector<bool> starts_upright(routes.size(), false);
    for (std::size_t i = 0; i < routes.size(); ++i) {
        starts_upright[i] = routes[i].size() >= 2 && std::abs(routes[i][0].x - routes[i][1].x) < kSame;
    }
    std::vector<Shortage> shortages;
    for (const bool upright : {true, false, true, false}) {
        shortages = Pass(graph, boxes, options, routes, riders, starts_upright, upright).run();
        if (!shortages.empty()) {
            break;
        }
    }
    return shortages;
}

} // namespace demarche::network
