#include "network/nudge.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kEps = 1e-6;
constexpr double kUnset = -1e6;        ///< a place that nothing holds from the low side
constexpr double kStraightEase = 0.02; ///< a straight line stays where it is as long as others can move
constexpr std::size_t kSweeps = 6;     ///< from one search for a circle to the next
constexpr int kRelaxations = 60;
constexpr double kNarrow = 80;  ///< a line that has less room than this runs in the middle of it
constexpr double kWordsAir = 2; ///< between words and nodes

/// A stretch keeps off a thing, or (two of them) stays within the band of its end.
struct Bound {
    std::size_t stretch = 0;
    std::size_t thing = 0; ///< see Pass::things
    bool above = false;    ///< the stretch lies on the high side of it
    double distance = 0;   ///< from the thing's low border, in the axis's direction
};

/// The pass over one axis.
class Pass {
public:
    Pass(const Graph& graph, Layout& layout, const Spacing& spacing, const std::vector<bool>& starts, Axis axis)
        : graph_(graph),
          layout_(layout),
          spacing_(spacing),
          axis_(axis),
          stretches_(ordered_stretches(layout.routes, layout.riders, starts, spacing, axis)),
          relations_(relations(stretches_, spacing)),
          starts_(starts) {}

    std::optional<Contradiction> run() {
        gather_things();
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            bound(i);
        }
        hold_words();
        make_room();
        limits();
        place();
        apply();
        return contradiction_;
    }

private:
    /// A node, or words that do not ride on a stretch of this axis. What moves together has one variable.
    struct Thing {
        double low = 0;
        double high = 0;
        double from = 0;
        double to = 0;
        std::size_t variable = 0;
        bool words = false;
        std::size_t rider = 0; ///< of words
    };

    struct Constraint {
        std::size_t low = 0;
        std::size_t high = 0;
        double distance = 0; ///< moved[high] >= moved[low] + distance
    };

    void gather_things() {
        std::map<int, std::size_t> column_variable;
        for (std::size_t i = 0; i < layout_.boxes.size(); ++i) {
            const Box& box = layout_.boxes[i];
            const int column = axis_.upright ? layout_.column[i] : -1;
            std::size_t variable = variables_;
            if (column >= 0) {
                const auto found = column_variable.emplace(column, variables_);
                variable = found.first->second;
                variables_ += found.second ? 1 : 0;
            } else {
                ++variables_;
            }
            things_.push_back({axis_.low(box), axis_.high(box), axis_.cross_low(box), axis_.cross_high(box), variable});
        }
        for (std::size_t r = 0; r < layout_.riders.size(); ++r) {
            const Rider& rider = layout_.riders[r];
            const bool rides = (starts_[r] == (rider.segment % 2 == 0)) == axis_.upright;
            if (rider.label.width() > 0 && !rides) {
                const Box& box = rider.label;
                things_.push_back({axis_.low(box), axis_.high(box), axis_.cross_low(box), axis_.cross_high(box),
                                   variables_++, true, r});
            }
        }
    }

    // --- what a stretch keeps off

    void bound(std::size_t index) {
        const Stretch& stretch = stretches_[index];
        const Edge& edge = graph_.edges[stretch.route];
        for (std::size_t t = 0; t < things_.size(); ++t) {
            const bool own = (stretch.first && t == edge.from.node) || (stretch.last && t == edge.to.node);
            if (t >= graph_.nodes.size() || !own) {
                keep_off(index, t);
            }
        }
        if (stretch.first) {
            stay_at_end(index, edge.from);
        }
        if (stretch.last) {
            stay_at_end(index, edge.to);
        }
    }

    void keep_off(std::size_t index, std::size_t t) {
        const Stretch& stretch = stretches_[index];
        const Thing& thing = things_[t];
        const double gap = thing.words ? spacing_.label_gap : spacing_.clearance;
        const bool beside = thing.from - gap / 2 < stretch.to && thing.to + gap / 2 > stretch.from;
        const bool words_beside =
            stretch.has_words() && thing.from - 1 < stretch.words_to && thing.to + 1 > stretch.words_from;
        const bool above = (thing.low + thing.high) / 2 < stretch.at;
        const double words = above ? stretch.before : stretch.after;
        double distance = beside ? gap : -1;
        if (words_beside && words > 0) {
            distance = std::max(distance, words + kWordsAir);
        }
        if (distance >= 0) {
            bounds_.push_back({index, t, above, above ? thing.high - thing.low + distance : -distance});
        }
    }

    /// A line's first and last stretch meet the border within the band of their end.
    void stay_at_end(std::size_t index, const End& end) {
        const Thing& node = things_[end.node];
        double from = 0;
        double to = 0;
        if (axis_.upright) {
            const double inset = graph_.nodes[end.node].corner;
            from = inset;
            to = node.high - node.low - inset;
        } else {
            const Row band = side_band(graph_, end);
            from = band.top;
            to = band.top + band.height;
        }
        bounds_.push_back({index, end.node, true, from});
        bounds_.push_back({index, end.node, false, to});
    }

    /// Words stay between the ends of the stretch that they ride on, where they were.
    void hold_words() {
        for (const Thing& thing : things_) {
            if (!thing.words) {
                continue;
            }
            const Rider& rider = layout_.riders[thing.rider];
            const auto& route = layout_.routes[thing.rider];
            for (const std::size_t corner : {rider.segment, rider.segment + 1}) {
                const std::size_t other = corner == rider.segment ? corner + 1 : corner - 1;
                const double at = axis_.along(route[corner]);
                const bool low_end = at < axis_.along(route[other]);
                const double room = low_end ? thing.low - at : at - thing.high;
                if (room >= 0) {
                    const std::size_t holder = holder_of(thing.rider, corner, rider.segment);
                    const double keep = std::min(room, spacing_.label_gap) - room;
                    constraints_.push_back(low_end ? Constraint{holder, thing.variable, keep}
                                                   : Constraint{thing.variable, holder, keep});
                }
            }
        }
    }

    /// The variable that a route's corner moves with along this axis: the next stretch, or the node it ends at.
    [[nodiscard]] std::size_t holder_of(std::size_t route, std::size_t corner, std::size_t segment) const {
        const Edge& edge = graph_.edges[route];
        if (corner == 0) {
            return things_[edge.from.node].variable;
        }
        if (corner + 1 == layout_.routes[route].size()) {
            return things_[edge.to.node].variable;
        }
        const std::size_t next = corner == segment ? segment - 1 : segment + 1;
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            if (stretches_[i].route == route && stretches_[i].index == next) {
                return variable_of(i);
            }
        }
        return things_[edge.from.node].variable; // cannot be: stretches alternate
    }

    // --- room: a system of difference constraints over displacements, solved for the least

    /// Variables: things, then stretches.
    [[nodiscard]] std::size_t variable_of(std::size_t stretch) const { return variables_ + stretch; }

    void make_room() {
        collect_constraints();
        moved_.assign(variables_ + stretches_.size(), kUnset);
        const bool columns = axis_.upright && !layout_.column.empty() && layout_.column.front() >= 0;
        for (const Thing& thing : things_) {
            if (columns && thing.words) {
                moved_[thing.variable] = axis_.low(spacing_.area) - thing.low; // or they would hold the columns apart
            } else if (!columns) {
                // Words that hang over the left edge come in.
                moved_[thing.variable] =
                    thing.words && axis_.upright ? std::max(0.0, axis_.low(spacing_.area) - thing.low) : 0;
            }
        }
        if (columns) {
            begin_columns();
        }
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            if (axis_.upright) {
                moved_[variable_of(i)] = axis_.low(spacing_.area) + stretches_[i].before - stretches_[i].at;
            }
        }
        if (!settle()) {
            // Nothing moves: displacements that chase each other round a circle mean nothing.
            std::fill(moved_.begin(), moved_.end(), 0.0);
            return;
        }
        if (columns) {
            if (!layout_.held || !hold_columns()) {
                spread_columns();
            }
            carry_words();
        }
        move_things();
    }

    void collect_constraints() {
        for (const Relation& relation : relations_) {
            constraints_.push_back({variable_of(relation.low), variable_of(relation.high),
                                    relation.least - (stretches_[relation.high].at - stretches_[relation.low].at)});
        }
        for (const Bound& bound : bounds_) {
            const Thing& thing = things_[bound.thing];
            const double now = stretches_[bound.stretch].at - thing.low;
            if (bound.above) {
                constraints_.push_back({thing.variable, variable_of(bound.stretch), bound.distance - now});
            } else {
                constraints_.push_back({variable_of(bound.stretch), thing.variable, now - bound.distance});
            }
        }
        for (const Thing& low : things_) {
            for (const Thing& high : things_) {
                keep_apart(low, high);
            }
        }
    }

    /// Things beside each other across the axis keep their order and a distance.
    void keep_apart(const Thing& low, const Thing& high) {
        if (&low == &high || low.variable == high.variable || low.from >= high.to || high.from >= low.to ||
            low.low + low.high >= high.low + high.high) {
            return;
        }
        const double now = high.low - low.high;
        const double wanted = low.words || high.words ? spacing_.label_gap : std::min(now, spacing_.node_gap);
        constraints_.push_back({low.variable, high.variable, wanted - now});
    }

    void begin_columns() {
        columns_.clear();
        for (std::size_t i = 0; i < layout_.boxes.size(); ++i) {
            const auto column = static_cast<std::size_t>(layout_.column[i]);
            if (column >= columns_.size()) {
                columns_.resize(column + 1, {1e9, -1e9, 0});
            }
            columns_[column].low = std::min(columns_[column].low, things_[i].low);
            columns_[column].high = std::max(columns_[column].high, things_[i].high);
            columns_[column].variable = things_[i].variable;
        }
        moved_[columns_.front().variable] = -columns_.front().low;
        for (std::size_t c = 1; c < columns_.size(); ++c) {
            const Column& left = columns_[c - 1];
            const Column& right = columns_[c];
            constraints_.push_back({left.variable, right.variable, layout_.channels[c] - (right.low - left.high)});
        }
    }

    /// Spare width goes evenly between the columns.
    void spread_columns() {
        const double reach = -axis_.low(spacing_.area); // of lines into the margins
        double right = columns_.back().high + moved_[columns_.back().variable];
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            right = std::max(right, stretches_[i].at + moved_[variable_of(i)] + stretches_[i].after - reach);
        }
        for (const Thing& thing : things_) {
            right = std::max(right, thing.high + moved_[thing.variable] - (thing.words ? reach : 0));
        }
        const double spare = layout_.width - right;
        if (spare <= 0 || columns_.size() < 2) {
            return;
        }
        for (std::size_t c = 1; c < columns_.size(); ++c) {
            moved_[columns_[c].variable] += spare * static_cast<double>(c) / static_cast<double>(columns_.size() - 1);
        }
        settle();
    }

    /// Columns go no farther than the room asks, to the right or back to the left; false where the width is not enough.
    bool hold_columns() {
        const double reach = -axis_.low(spacing_.area);
        std::vector<double> most(moved_.size(), -kUnset);
        for (const Thing& thing : things_) {
            most[thing.variable] =
                std::min(most[thing.variable], layout_.width - thing.high + (thing.words ? reach : 0));
        }
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            most[variable_of(i)] = layout_.width + reach - stretches_[i].at - stretches_[i].after;
        }
        for (std::size_t sweep = 0; sweep <= most.size(); ++sweep) {
            bool changed = false;
            for (const Constraint& constraint : constraints_) {
                const double limit = most[constraint.high] - constraint.distance;
                if (most[constraint.low] > limit + kEps) {
                    most[constraint.low] = limit;
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
        }
        for (const Column& column : columns_) {
            if (most[column.variable] < moved_[column.variable] - kEps) {
                return false;
            }
        }
        for (const Column& column : columns_) {
            double& by = moved_[column.variable];
            by = std::max(by, std::min(0.0, most[column.variable]));
        }
        settle();
        return true;
    }

    /// Words go where their lines have gone, as far as the columns let them.
    void carry_words() {
        const std::vector<double> latest = latest_with_columns();
        for (const Thing& thing : things_) {
            if (thing.words) {
                const double middle = (thing.low + thing.high) / 2;
                double& by = moved_[thing.variable];
                by = std::max(by, std::min(carried(middle) - middle, latest[thing.variable]));
            }
        }
        settle();
    }

    /// The greatest displacements with the columns as they are.
    [[nodiscard]] std::vector<double> latest_with_columns() const {
        std::vector<double> latest(moved_.size(), -kUnset);
        for (const Column& column : columns_) {
            latest[column.variable] = moved_[column.variable];
        }
        for (std::size_t sweep = 0; sweep <= latest.size(); ++sweep) {
            bool changed = false;
            for (const Constraint& constraint : constraints_) {
                const double most = latest[constraint.high] - constraint.distance;
                if (latest[constraint.high] < -kUnset / 2 && latest[constraint.low] > most + kEps) {
                    latest[constraint.low] = most;
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
        }
        return latest;
    }

    bool settle() {
        std::vector<std::size_t> raised_by(moved_.size(), constraints_.size());
        std::size_t last = 0;
        for (std::size_t sweep = 0; sweep <= moved_.size() + 1; ++sweep) {
            bool changed = false;
            for (std::size_t i = 0; i < constraints_.size(); ++i) {
                const Constraint& constraint = constraints_[i];
                const double least = moved_[constraint.low] + constraint.distance;
                if (moved_[constraint.high] < least - kEps && moved_[constraint.low] > kUnset / 2) {
                    moved_[constraint.high] = least;
                    raised_by[constraint.high] = i;
                    last = constraint.high;
                    changed = true;
                }
            }
            if (!changed) {
                return true;
            }
            if (sweep % kSweeps == kSweeps - 1 && circles(raised_by, last)) {
                break;
            }
        }
        contradict(raised_by, last);
        return false;
    }

    /// Does the way back from a variable, along what raised each, come to no end? Then it will rise for ever.
    [[nodiscard]] bool circles(const std::vector<std::size_t>& raised_by, std::size_t variable) const {
        for (std::size_t step = 0; step <= moved_.size(); ++step) {
            if (raised_by[variable] >= constraints_.size()) {
                return false;
            }
            variable = constraints_[raised_by[variable]].low;
        }
        return true;
    }

    /// Walks back from a variable that would rise for ever, until the walk has closed its circle.
    void contradict(const std::vector<std::size_t>& raised_by, std::size_t variable) {
        const auto back = [&](std::size_t from) {
            return raised_by[from] < constraints_.size() ? constraints_[raised_by[from]].low : from;
        };
        for (std::size_t step = 0; step < moved_.size(); ++step) {
            variable = back(variable);
        }
        Contradiction found;
        found.upright = axis_.upright;
        std::size_t at = variable;
        do {
            if (at >= variables_) {
                const Stretch& stretch = stretches_[at - variables_];
                (stretch.has_words() ? found.words : found.routes).push_back(stretch.route);
            } else {
                for (const Thing& thing : things_) {
                    if (thing.words && thing.variable == at) {
                        found.words.push_back(thing.rider);
                    }
                }
            }
            found.lack += raised_by[at] < constraints_.size() ? constraints_[raised_by[at]].distance : 0;
            at = back(at);
        } while (at != variable && found.words.size() + found.routes.size() < moved_.size());
        contradiction_ = found;
    }

    void move_things() {
        for (std::size_t t = 0; t < things_.size(); ++t) {
            Thing& thing = things_[t];
            const double by = moved_[thing.variable];
            thing.low += by;
            thing.high += by;
            if (thing.words) {
                Rider& rider = layout_.riders[thing.rider];
                rider.label = axis_.moved(rider.label, by);
            } else {
                layout_.boxes[t] = axis_.moved(layout_.boxes[t], by);
                move_ends(t, by);
            }
        }
    }

    /// Where a route meets the border of a node across its first or last stretch.
    void move_ends(std::size_t node, double by) {
        for (std::size_t r = 0; r < layout_.routes.size(); ++r) {
            auto& route = layout_.routes[r];
            if (route.size() < 2) {
                continue;
            }
            const bool first_moves = starts_[r] == axis_.upright;
            const bool last_moves = (starts_[r] == (route.size() % 2 == 0)) == axis_.upright;
            if (graph_.edges[r].from.node == node && !first_moves) {
                (axis_.upright ? route.front().x : route.front().y) += by;
            }
            if (graph_.edges[r].to.node == node && !last_moves) {
                (axis_.upright ? route.back().x : route.back().y) += by;
            }
        }
    }

    // --- places

    /// The least and greatest place of each stretch, all distances kept.
    void limits() {
        const std::size_t count = stretches_.size();
        lows_.assign(count, axis_.upright ? axis_.low(spacing_.area) : kUnset);
        highs_.assign(count, axis_.upright ? std::max(axis_.high(spacing_.area), right_end()) : -kUnset);
        for (std::size_t i = 0; i < count && axis_.upright; ++i) {
            lows_[i] += stretches_[i].before;
            highs_[i] -= stretches_[i].after;
        }
        for (const Bound& bound : bounds_) {
            const double at = things_[bound.thing].low + bound.distance;
            if (bound.above) {
                lows_[bound.stretch] = std::max(lows_[bound.stretch], at);
            } else {
                highs_[bound.stretch] = std::min(highs_[bound.stretch], at);
            }
        }
        for (const Relation& relation : relations_) { // sorted by the high one
            lows_[relation.high] = std::max(lows_[relation.high], lows_[relation.low] + relation.least);
        }
        std::stable_sort(relations_.begin(), relations_.end(),
                         [](const Relation& a, const Relation& b) { return a.low > b.low; });
        for (const Relation& relation : relations_) {
            highs_[relation.low] = std::min(highs_[relation.low], highs_[relation.high] - relation.least);
        }
    }

    /// Lines right of the last column push the page's edge, not the nodes.
    [[nodiscard]] double right_end() const {
        double end = axis_.high(spacing_.area);
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            const double at = stretches_[i].at + moved_[variable_of(i)] + stretches_[i].after;
            end = moved_[variable_of(i)] > kUnset / 2 ? std::max(end, at) : end;
        }
        return end;
    }

    [[nodiscard]] double ease(std::size_t stretch, bool good) const {
        const bool straight = stretches_[stretch].first && stretches_[stretch].last;
        return !straight ? 1 : good ? 0 : kStraightEase;
    }

    [[nodiscard]] double clamp(std::size_t index, double value) const {
        return std::max(lows_[index], std::min(highs_[index], value));
    }

    void place() {
        const std::size_t count = stretches_.size();
        places_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            places_[i] = clamp(i, wish(i));
        }
        // First as far apart as is good, straight lines staying where they are; then as far as must be.
        for (const bool good : {true, false}) {
            for (int round = 0; round < kRelaxations && relax(good); ++round) {
            }
        }
        // What must be: pushing up from the low side keeps within the bounds, as they keep the distances.
        std::stable_sort(relations_.begin(), relations_.end(),
                         [](const Relation& a, const Relation& b) { return a.high < b.high; });
        for (const Relation& relation : relations_) {
            places_[relation.high] = std::max(places_[relation.high], places_[relation.low] + relation.least);
        }
    }

    /// Where a stretch would be if it were alone: where it was, carried along with what it ends at; in a
    /// channel between columns, its middle.
    [[nodiscard]] double wish(std::size_t index) const {
        const Stretch& stretch = stretches_[index];
        if (stretch.first || stretch.last) {
            const Edge& edge = graph_.edges[stretch.route];
            const std::size_t node = stretch.first ? edge.from.node : edge.to.node;
            return stretch.at + moved_[things_[node].variable];
        }
        const bool narrow = highs_[index] - lows_[index] < kNarrow;
        return narrow ? (lows_[index] + highs_[index]) / 2 : carried(stretch.at);
    }

    /// Where a place is after the columns have moved: what was in a channel stays in it.
    [[nodiscard]] double carried(double at) const {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const double by = moved_[columns_[c].variable];
            if (at < columns_[c].low) {
                const double left = c == 0 ? axis_.low(spacing_.area) : columns_[c - 1].high;
                const double left_by = c == 0 ? 0 : moved_[columns_[c - 1].variable];
                const double share = (at - left) / std::max(columns_[c].low - left, kEps);
                return left + left_by + share * (columns_[c].low + by - left - left_by);
            }
            if (at <= columns_[c].high || c + 1 == columns_.size()) {
                return at + by;
            }
        }
        return at;
    }

    bool relax(bool good) {
        bool moved = false;
        for (const Relation& relation : relations_) {
            const double lack =
                (good ? relation.wish : relation.least) - (places_[relation.high] - places_[relation.low]);
            if (lack <= 0.01) {
                continue;
            }
            const double low_before = places_[relation.low];
            const double high_before = places_[relation.high];
            const double low_ease = ease(relation.low, good);
            const double high_ease = ease(relation.high, good);
            if (low_ease + high_ease <= 0) {
                continue;
            }
            const double share = low_ease / (low_ease + high_ease);
            places_[relation.low] = clamp(relation.low, low_before - lack * share);
            places_[relation.high] = clamp(relation.high, high_before + lack * (1 - share));
            moved = moved || std::abs(places_[relation.low] - low_before) > 0.01 ||
                    std::abs(places_[relation.high] - high_before) > 0.01;
        }
        return moved;
    }

    void apply() {
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            const Stretch& stretch = stretches_[i];
            Point& a = layout_.routes[stretch.route][stretch.index];
            Point& b = layout_.routes[stretch.route][stretch.index + 1];
            (axis_.upright ? a.x : a.y) = places_[i];
            (axis_.upright ? b.x : b.y) = places_[i];
            Rider& rider = layout_.riders[stretch.route];
            if (stretch.has_words()) {
                rider.label = axis_.moved(rider.label, places_[i] - stretch.at);
            }
        }
    }

    struct Column {
        double low = 0;
        double high = 0;
        std::size_t variable = 0;
    };

    const Graph& graph_;
    Layout& layout_;
    const Spacing& spacing_;
    Axis axis_;
    std::vector<Stretch> stretches_;
    std::vector<Relation> relations_;
    const std::vector<bool>& starts_;
    std::vector<Thing> things_;
    std::size_t variables_ = 0; ///< of things
    std::vector<Bound> bounds_;
    std::vector<Constraint> constraints_;
    std::vector<Column> columns_;
    std::vector<double> moved_; ///< by variable: how far it moves
    std::vector<double> lows_, highs_, places_;
    std::optional<Contradiction> contradiction_;
};

} // namespace

std::vector<Contradiction> nudge(const Graph& graph, Layout& layout, const Spacing& spacing) {
    const std::vector<bool> starts = first_directions(layout.routes);
    std::vector<Contradiction> found;
    for (const bool upright : {true, false, true, false}) {
        if (std::optional<Contradiction> circle = Pass(graph, layout, spacing, starts, Axis{upright}).run()) {
            found.push_back(std::move(*circle));
        }
    }
    return found;
}

} // namespace demarche::network
