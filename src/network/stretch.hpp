#pragma once
/// Routes taken apart into their straight stretches, seen along the axis they can move on, in the order in
/// which they lie there.
///
/// Lines on one track are ordered so that they cross least (after Wybrow, Marriott and Stuckey, "Orthogonal
/// connector routing", 2009): two lines that share a way lie as they part at its ends.

#include "network/graph.hpp"

#include <vector>

namespace demarche::network {

using Routes = std::vector<std::vector<Point>>;

/// The words beside a line: they move with stretch `segment` of its route; `after` tells the side (right of
/// or below the line).
struct Rider {
    Box label; ///< empty: none
    std::size_t segment = 0;
    bool after = true;
};

/// The axis of a pass. `upright`: stretches that run down the page move in x.
struct Axis {
    bool upright = true;

    [[nodiscard]] double along(Point point) const { return upright ? point.x : point.y; }

    [[nodiscard]] double across(Point point) const { return upright ? point.y : point.x; }

    [[nodiscard]] double low(const Box& box) const { return upright ? box.left : box.top; }

    [[nodiscard]] double high(const Box& box) const { return upright ? box.right : box.bottom; }

    [[nodiscard]] double cross_low(const Box& box) const { return upright ? box.top : box.left; }

    [[nodiscard]] double cross_high(const Box& box) const { return upright ? box.bottom : box.right; }

    [[nodiscard]] Box moved(const Box& box, double by) const { return upright ? box.moved(by, 0) : box.moved(0, by); }
};

struct Stretch {
    std::size_t route = 0;
    std::size_t index = 0; ///< from corner `index` to corner `index + 1`
    double at = 0;         ///< where it is on the axis
    double from = 0;       ///< its extent across
    double to = 0;
    bool first = false; ///< of its route: it meets the border of an end
    bool last = false;
    double before = 0; ///< room for words riding on its low side, and on its high side
    double after = 0;
    double words_from = 0; ///< their extent across
    double words_to = 0;

    [[nodiscard]] bool has_words() const { return before + after > 0; }
};

/// `high` lies on the high side of `low`.
struct Relation {
    std::size_t low = 0;
    std::size_t high = 0;
    double least = 0; ///< distance that must be
    double wish = 0;  ///< distance that would be good
};

struct Spacing {
    double clearance = 6; ///< between a line and a node it passes
    double label_gap = 3; ///< between a line and words
    double pitch = 8;     ///< between lines, where there is room
    double least = 4.5;   ///< between lines, always
    double node_gap = 20; ///< between nodes one under the other
    Box area;             ///< nothing leaves it on the left or the top
};

/// Does the first stretch of each route run down the page? The others alternate.
std::vector<bool> first_directions(const Routes& routes);

/// The stretches that can move along the axis, from low to high.
std::vector<Stretch> ordered_stretches(const Routes& routes,
                                       const std::vector<Rider>& riders,
                                       const std::vector<bool>& starts_upright,
                                       const Spacing& spacing,
                                       Axis axis);

/// The distances between stretches that lie beside each other, sorted by the high one.
std::vector<Relation> relations(const std::vector<Stretch>& stretches, const Spacing& spacing);

} // namespace demarche::network
