#include "network/path.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kBend = 18;
constexpr double kCrossing = 45;
constexpr double kOffCentre = 0.1; ///< a point away from the middle of a card's side
constexpr double kOffHub = 1;      ///< and of a hub's
constexpr double kCrowded = 0.08;  ///< of its length, for each line that is on a track already
constexpr double kShared = 4;      ///< each line that already ends at a place
constexpr double kFull = 2000;     ///< a place that has no room for one more
constexpr double kSideways = 500;
constexpr double kRounding = 1e-9;
constexpr double kNone = std::numeric_limits<double>::infinity();

/// The index of the value, within the tracks' own tolerance; size() where it is no track.
std::size_t index_of(const std::vector<double>& values, double value) {
    const auto at = std::lower_bound(values.begin(), values.end(), value - 0.01);
    return at != values.end() && std::abs(*at - value) < 0.02 ? static_cast<std::size_t>(at - values.begin())
                                                              : values.size();
}

} // namespace

Paths::Paths(const Graph& graph,
             const std::vector<Box>& boxes,
             const Grid& grid,
             double pitch,
             const std::set<std::size_t>& sideways)
    : graph_(graph),
      boxes_(boxes),
      grid_(grid),
      pitch_(pitch),
      sideways_(sideways),
      slate_{std::vector<double>(2 * grid.points(), kNone),
             std::vector<std::size_t>(2 * grid.points(), 0),
             std::vector<double>(2 * grid.points(), kNone),
             {}},
      level_(grid.points(), 0),
      upright_(grid.points(), 0),
      corner_(grid.points(), 0) {}

double Paths::busy(const End& end, Flank flank, double room) const {
    const auto found = used_.find({end.node, end.row, end.last, flank});
    const int lines = found == used_.end() ? 0 : found->second;
    const int most = 1 + static_cast<int>(std::max(0.0, room) / pitch_);
    return lines * kShared + (lines >= most ? kFull * (lines - most + 1) : 0);
}

Flank Paths::flank_of(std::size_t node, Point border) const {
    const Box& box = boxes_[node];
    if (std::abs(border.x - box.left) < 0.01) {
        return Flank::left;
    }
    if (std::abs(border.x - box.right) < 0.01) {
        return Flank::right;
    }
    return std::abs(border.y - box.top) < 0.01 ? Flank::top : Flank::bottom;
}

double Paths::off_centre(const End& end) const {
    return graph_.nodes[end.node].kind == NodeKind::hub ? kOffHub : kOffCentre;
}

void Paths::side_doors(const End& end, std::vector<Door>& doors) const {
    const Box& box = boxes_[end.node];
    const Row band = side_band(graph_, end);
    const double low = box.top + band.top;
    const double high = low + band.height;
    const auto& xs = grid_.xs();
    const auto& ys = grid_.ys();
    const auto first_right = std::lower_bound(xs.begin(), xs.end(), box.right + grid_.clearance());
    const auto first_left = std::upper_bound(xs.begin(), xs.end(), box.left - grid_.clearance());
    for (std::size_t row = 0; row < ys.size(); ++row) {
        if (ys[row] < low - 0.01 || ys[row] > high + 0.01) {
            continue;
        }
        const double off = std::abs(ys[row] - (low + high) / 2) * off_centre(end);
        if (first_right != xs.end() && grid_.free({box.right, ys[row]}, {*first_right, ys[row]}, end.node)) {
            const auto column = static_cast<std::size_t>(first_right - xs.begin());
            doors.push_back({grid_.point(column, row),
                             true,
                             {box.right, ys[row]},
                             off + (*first_right - box.right) + busy(end, Flank::right, band.height)});
        }
        if (first_left != xs.begin()) {
            const auto column = static_cast<std::size_t>(first_left - xs.begin()) - 1;
            if (grid_.free({box.left, ys[row]}, {xs[column], ys[row]}, end.node)) {
                doors.push_back({grid_.point(column, row),
                                 true,
                                 {box.left, ys[row]},
                                 off + (box.left - xs[column]) + busy(end, Flank::left, band.height)});
            }
        }
    }
}

void Paths::upright_doors(const End& end, std::vector<Door>& doors) const {
    const Box& box = boxes_[end.node];
    const auto& xs = grid_.xs();
    const auto& ys = grid_.ys();
    const double inset = graph_.nodes[end.node].corner;
    const auto below = std::lower_bound(ys.begin(), ys.end(), box.bottom + grid_.clearance());
    const auto above = std::upper_bound(ys.begin(), ys.end(), box.top - grid_.clearance());
    for (std::size_t column = 0; column < xs.size(); ++column) {
        if (xs[column] < box.left + inset - 0.01 || xs[column] > box.right - inset + 0.01) {
            continue;
        }
        const double off = std::abs(xs[column] - box.centre().x) * off_centre(end);
        const double room = box.width() - 2 * inset;
        if (below != ys.end() && opens_below(graph_, end) &&
            grid_.free({xs[column], box.bottom}, {xs[column], *below}, end.node)) {
            const auto row = static_cast<std::size_t>(below - ys.begin());
            doors.push_back({grid_.point(column, row),
                             false,
                             {xs[column], box.bottom},
                             off + (*below - box.bottom) + busy(end, Flank::bottom, room)});
        }
        if (above != ys.begin() && opens_above(graph_, end)) {
            const auto row = static_cast<std::size_t>(above - ys.begin()) - 1;
            if (grid_.free({xs[column], box.top}, {xs[column], ys[row]}, end.node)) {
                doors.push_back({grid_.point(column, row),
                                 false,
                                 {xs[column], box.top},
                                 off + (box.top - ys[row]) + busy(end, Flank::top, room)});
            }
        }
    }
}

std::vector<Paths::Door> Paths::doors(const End& end, double upright_price) const {
    std::vector<Door> found;
    side_doors(end, found);
    const std::size_t sides = found.size();
    upright_doors(end, found);
    for (std::size_t i = sides; i < found.size(); ++i) {
        found[i].cost += upright_price;
    }
    return found;
}

double Paths::turning(std::size_t point) const {
    return kBend + kCrossing / 2 * (level_[point] + upright_[point]);
}

double Paths::passing(std::size_t point, bool horizontal) const {
    return kCrossing * (horizontal ? upright_[point] : level_[point]) + kCrossing / 4 * corner_[point];
}

double Paths::along(std::size_t point, bool horizontal) const {
    return 1 + kCrowded * (horizontal ? level_[point] : upright_[point]);
}

/// A* over states: a grid point and the direction in which the line arrived there. What is left costs at least the
/// way to the box around all goals.
class Paths::Search {
public:
    Search(const Paths& paths, Slate& slate, std::vector<Door> starts, std::vector<Door> goals)
        : paths_(paths),
          grid_(paths.grid_),
          starts_(std::move(starts)),
          goals_(std::move(goals)),
          states_(grid_.points() * 2),
          slate_(slate),
          cost_(slate.cost),
          before_(slate.before),
          goal_cost_(slate.goal_cost),
          last_(states_) {}

    ~Search() {
        for (const std::size_t state : slate_.touched) {
            cost_[state] = kNone;
        }
        slate_.touched.clear();
        for (const Door& goal : goals_) {
            goal_cost_[state_of(goal.point, goal.horizontal)] = kNone;
        }
    }

    Search(const Search&) = delete;
    Search(Search&&) = delete;
    Search& operator=(const Search&) = delete;
    Search& operator=(Search&&) = delete;

    std::vector<Point> run() {
        for (const Door& goal : goals_) {
            double& known = goal_cost_[state_of(goal.point, goal.horizontal)];
            known = std::min(known, goal.cost);
            const Point at = point_of(goal.point);
            around_ = {std::min(around_.left, at.x), std::min(around_.top, at.y), std::max(around_.right, at.x),
                       std::max(around_.bottom, at.y)};
        }
        for (const Door& start : starts_) {
            reach(state_of(start.point, start.horizontal), start.cost, states_);
        }
        while (!queue_.empty()) {
            const auto [least, state] = queue_.top();
            queue_.pop();
            if (least >= best_) {
                break;
            }
            if (least <= cost_[state] + left(state) + kRounding) {
                leave(state, cost_[state]);
            }
        }
        return last_ == states_ ? std::vector<Point>{} : trace();
    }

private:
    static std::size_t state_of(std::size_t point, bool horizontal) { return point * 2 + (horizontal ? 1 : 0); }

    [[nodiscard]] Point point_of(std::size_t point) const {
        return {grid_.xs()[point % grid_.xs().size()], grid_.ys()[point / grid_.xs().size()]};
    }

    /// No way from here to a goal costs less.
    [[nodiscard]] double left(std::size_t state) const {
        const Point at = point_of(state / 2);
        return std::max({around_.left - at.x, at.x - around_.right, 0.0}) +
               std::max({around_.top - at.y, at.y - around_.bottom, 0.0});
    }

    void reach(std::size_t state, double at, std::size_t from) {
        if (at < cost_[state] - kRounding) {
            if (cost_[state] == kNone) {
                slate_.touched.push_back(state);
            }
            cost_[state] = at;
            before_[state] = from;
            queue_.push({at + left(state), state});
        }
    }

    void leave(std::size_t state, double at) {
        const std::size_t point = state / 2;
        const bool arrived_horizontal = state % 2 == 1;
        for (const bool horizontal : {false, true}) {
            const double here =
                at + (horizontal == arrived_horizontal ? paths_.passing(point, horizontal) : paths_.turning(point));
            const double arrived = here + goal_cost_[state_of(point, horizontal)];
            if (arrived < best_) {
                best_ = arrived;
                last_ = state;
                last_horizontal_ = horizontal;
            }
            if (horizontal) {
                leave_sideways(state, here);
            } else {
                leave_upright(state, here);
            }
        }
    }

    void leave_sideways(std::size_t state, double here) {
        const auto& xs = grid_.xs();
        const std::size_t point = state / 2;
        const std::size_t column = point % xs.size();
        if (column + 1 < xs.size() && grid_.open_right(point)) {
            reach(state_of(point + 1, true), here + paths_.along(point, true) * (xs[column + 1] - xs[column]), state);
        }
        if (column > 0 && grid_.open_right(point - 1)) {
            reach(state_of(point - 1, true), here + paths_.along(point, true) * (xs[column] - xs[column - 1]), state);
        }
    }

    void leave_upright(std::size_t state, double here) {
        const auto& ys = grid_.ys();
        const std::size_t width = grid_.xs().size();
        const std::size_t point = state / 2;
        const std::size_t row = point / width;
        if (row + 1 < ys.size() && grid_.open_down(point)) {
            reach(state_of(point + width, false), here + paths_.along(point, false) * (ys[row + 1] - ys[row]), state);
        }
        if (row > 0 && grid_.open_down(point - width)) {
            reach(state_of(point - width, false), here + paths_.along(point, false) * (ys[row] - ys[row - 1]), state);
        }
    }

    static Point border_of(const std::vector<Door>& doors, std::size_t point, bool horizontal) {
        const Door* cheapest = nullptr;
        for (const Door& door : doors) {
            if (door.point == point && door.horizontal == horizontal &&
                (cheapest == nullptr || door.cost < cheapest->cost)) {
                cheapest = &door;
            }
        }
        return cheapest->border;
    }

    [[nodiscard]] std::vector<Point> trace() const {
        std::vector<Point> route{border_of(goals_, last_ / 2, last_horizontal_)};
        std::size_t first = last_;
        for (std::size_t state = last_; state != states_; state = before_[state]) {
            const std::size_t point = state / 2;
            route.push_back(point_of(point));
            first = state;
        }
        route.push_back(border_of(starts_, first / 2, first % 2 == 1));
        std::reverse(route.begin(), route.end());
        return without_straight_corners(route);
    }

    static std::vector<Point> without_straight_corners(const std::vector<Point>& route) {
        std::vector<Point> corners;
        for (const Point& point : route) {
            const std::size_t n = corners.size();
            const bool straight = n >= 2 && ((corners[n - 1].x == corners[n - 2].x && corners[n - 1].x == point.x) ||
                                             (corners[n - 1].y == corners[n - 2].y && corners[n - 1].y == point.y));
            if (straight) {
                corners.back() = point;
            } else {
                corners.push_back(point);
            }
        }
        return corners;
    }

    using Entry = std::pair<double, std::size_t>;

    const Paths& paths_;
    const Grid& grid_;
    std::vector<Door> starts_, goals_;
    std::size_t states_; ///< also: no state
    Slate& slate_;
    std::vector<double>& cost_;
    std::vector<std::size_t>& before_;
    std::vector<double>& goal_cost_;
    Box around_{kNone, kNone, -kNone, -kNone}; ///< the goals
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
    double best_ = kNone;
    std::size_t last_;
    bool last_horizontal_ = false;
};

std::vector<Point> Paths::find(std::size_t edge) {
    const Edge& found = graph_.edges[edge];
    const double upright_price = sideways_.count(edge) > 0 ? kSideways : 0;
    return Search(*this, slate_, doors(found.from, upright_price), doors(found.to, upright_price)).run();
}

void Paths::count(std::size_t edge, const std::vector<Point>& route, int by) {
    if (route.size() < 2) {
        return;
    }
    const End& from = graph_.edges[edge].from;
    const End& to = graph_.edges[edge].to;
    used_[{from.node, from.row, from.last, flank_of(from.node, route.front())}] += by;
    used_[{to.node, to.row, to.last, flank_of(to.node, route.back())}] += by;
    const auto& xs = grid_.xs();
    const auto& ys = grid_.ys();
    for (std::size_t i = 1; i < route.size(); ++i) {
        if (!count_stretch(route[i - 1], route[i], by)) {
            continue; // a line routed on an older grid
        }
        const std::size_t corner_x = index_of(xs, route[i].x);
        const std::size_t corner_y = index_of(ys, route[i].y);
        if (i + 1 < route.size() && corner_x < xs.size() && corner_y < ys.size()) {
            corner_[grid_.point(corner_x, corner_y)] += by;
        }
    }
}

bool Paths::count_stretch(Point a, Point b, int by) {
    const bool horizontal = a.y == b.y;
    const auto& tracks = horizontal ? grid_.xs() : grid_.ys();
    const auto& lanes = horizontal ? grid_.ys() : grid_.xs();
    const std::size_t lane = index_of(lanes, horizontal ? a.y : a.x);
    if (lane == lanes.size()) {
        return false;
    }
    const double low = horizontal ? std::min(a.x, b.x) : std::min(a.y, b.y);
    const double high = horizontal ? std::max(a.x, b.x) : std::max(a.y, b.y);
    for (std::size_t k = 0; k < tracks.size(); ++k) {
        if (tracks[k] > low + 0.01 && tracks[k] < high - 0.01) {
            (horizontal ? level_[grid_.point(k, lane)] : upright_[grid_.point(lane, k)]) += by;
        }
    }
    return true;
}

} // namespace demarche::network
