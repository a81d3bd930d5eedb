#include "network/words.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::network {

namespace {

constexpr double kStruckLine = 60; ///< the price of a line that must be routed anew
constexpr double kLevelLine = 8;   ///< words above a level line are second choice: they part it from what it passes
constexpr double kOffMiddle = 0.05;
constexpr double kPushes = 3;    ///< each point that something has to give way
constexpr double kInside = 1000; ///< words whose middle lies in a node can be pushed out on the wrong side
constexpr double kAvoided = 5000;
constexpr double kLack = 2; ///< each point that a stretch is shorter than its words
constexpr double kInChannel = 1.5;
constexpr int kPlaces = 9; ///< tried along a stretch
constexpr double kEndAir = 4;

class Places {
public:
    Places(const Graph& graph,
           const std::vector<Box>& boxes,
           const std::vector<std::vector<Point>>& routes,
           const std::vector<Rider>& placed,
           std::size_t edge,
           const WordsOptions& options)
        : graph_(graph), boxes_(boxes), routes_(routes), placed_(placed), edge_(edge), options_(options) {}

    std::optional<Rider> best() {
        const auto& route = routes_[edge_];
        for (std::size_t i = 0; i + 1 < route.size(); ++i) {
            along(i);
        }
        return best_;
    }

private:
    void along(std::size_t segment) {
        const Point a = routes_[edge_][segment];
        const Point b = routes_[edge_][segment + 1];
        const bool upright = a.x == b.x;
        const Size size = graph_.edges[edge_].label;
        const double low = upright ? std::min(a.y, b.y) : std::min(a.x, b.x);
        const double high = upright ? std::max(a.y, b.y) : std::max(a.x, b.x);
        const double half = (upright ? size.height : size.width) / 2 + kEndAir;
        const double lack = std::max(0.0, 2 * half - (high - low));
        for (const double at : places(low + half, high - half, half - kEndAir, upright)) {
            for (const bool after : {true, false}) {
                Box box{};
                if (upright) {
                    const double left = after ? a.x + options_.gap : a.x - options_.gap - size.width;
                    box = {left, at - size.height / 2, left + size.width, at + size.height / 2};
                } else {
                    const double top = after ? a.y + options_.gap : a.y - options_.gap - size.height;
                    box = {at - size.width / 2, top, at + size.width / 2, top + size.height};
                }
                const double price = (upright ? 0 : kLevelLine + (after ? 1 : 0)) + kLack * lack +
                                     kOffMiddle * std::abs(at - (low + high) / 2);
                consider({box, segment, after}, price);
            }
        }
    }

    /// Middles to try: along the stretch, and just before and after every node beside it.
    [[nodiscard]] std::vector<double> places(double low, double high, double half, bool upright) const {
        if (low >= high) {
            return {(low + high) / 2};
        }
        std::vector<double> middles;
        middles.reserve(kPlaces + 4 * boxes_.size());
        for (int place = 0; place < kPlaces; ++place) {
            middles.push_back(low + (high - low) * place / (kPlaces - 1));
        }
        for (const Box& box : boxes_) {
            const double before = (upright ? box.top : box.left) - options_.air - half;
            const double after = (upright ? box.bottom : box.right) + options_.air + half;
            for (const double at : {before - kEndAir, before, after, after + kEndAir}) {
                if (at >= low && at <= high) {
                    middles.push_back(at);
                }
            }
        }
        return middles;
    }

    // NOLINTNEXTLINE(readability-function-cognitive-complexity): one price, term by term
    void consider(const Rider& rider, double price) {
        if (rider.label.left < options_.area.left || rider.label.right > options_.area.right) {
            price += kPushes * rider.label.width();
        }
        price += kInChannel * in_channels(rider.label);
        price += options_.avoid.count({edge_, rider.segment, rider.after}) > 0 ? kAvoided : 0;
        const Box wide = rider.label.grown(options_.air);
        for (const Box& box : boxes_) {
            price += pushed(wide, box);
        }
        for (std::size_t i = 0; i < placed_.size(); ++i) {
            if (i != edge_ && placed_[i].label.width() > 0) {
                price += 2 * pushed(wide, placed_[i].label);
            }
        }
        // A line on the very track of its own would be set between the line and its words.
        const Box tight = rider.label.grown(options_.air / 2);
        const Box with_track = rider.label.grown(options_.gap + 1);
        for (std::size_t r = 0; r < routes_.size(); ++r) {
            for (std::size_t i = 0; i + 1 < routes_[r].size(); ++i) {
                const bool own = r == edge_ && i == rider.segment;
                if (!own && strikes(routes_[r][i], routes_[r][i + 1], r == edge_ ? tight : with_track)) {
                    if (r == edge_ || has_label(graph_.edges[r])) {
                        price += 10 * kStruckLine;
                    }
                    price += kStruckLine;
                }
            }
        }
        if (!best_ || price < best_price_ - 1e-6) {
            best_ = rider;
            best_price_ = price;
        }
    }

    /// What lies in the way has to give way by as much as it overlaps, the shorter way.
    static double pushed(const Box& words, const Box& other) {
        const double x = std::min(words.right, other.right) - std::max(words.left, other.left);
        const double y = std::min(words.bottom, other.bottom) - std::max(words.top, other.top);
        if (x <= 0 || y <= 0) {
            return 0;
        }
        const Point middle = words.centre();
        const bool inside =
            middle.x > other.left && middle.x < other.right && middle.y > other.top && middle.y < other.bottom;
        return kPushes * std::min(x, y) + (inside ? kInside : 0);
    }

    /// How much of the words' width stands over no column.
    [[nodiscard]] double in_channels(const Box& label) const {
        double width = options_.columns.empty() ? 0 : label.width();
        for (const Box& column : options_.columns) {
            width -= std::max(0.0, std::min(label.right, column.right) - std::max(label.left, column.left));
        }
        return width;
    }

    const Graph& graph_;
    const std::vector<Box>& boxes_;
    const std::vector<std::vector<Point>>& routes_;
    const std::vector<Rider>& placed_;
    std::size_t edge_;
    const WordsOptions& options_;
    std::optional<Rider> best_;
    double best_price_ = 0;
};

} // namespace

bool strikes(Point a, Point b, const Box& box) {
    return std::min(a.x, b.x) < box.right && std::max(a.x, b.x) > box.left && std::min(a.y, b.y) < box.bottom &&
           std::max(a.y, b.y) > box.top;
}

std::optional<Rider> place_words(const Graph& graph,
                                 const std::vector<Box>& boxes,
                                 const std::vector<std::vector<Point>>& routes,
                                 const std::vector<Rider>& placed,
                                 std::size_t edge,
                                 const WordsOptions& options) {
    return Places(graph, boxes, routes, placed, edge, options).best();
}

} // namespace demarche::network
