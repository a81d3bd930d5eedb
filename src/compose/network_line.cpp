#include "compose/network_paint.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::compose {

namespace {

constexpr double kBendRadius = 4;
constexpr double kHalo = 1.6;  ///< of background on each side of a line
constexpr double kHaloEnd = 4; ///< the halo keeps off what the line ends at
constexpr double kArrowLength = 5.2;
constexpr double kCircle = 0.5523; ///< of the radius: the control points of a quarter circle

using Kind = scene::PathSegment::Kind;

/// The point `by` from `from` towards `to`.
Point towards(Point from, Point to, double by) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    return length <= 0 ? from : Point{from.x + (to.x - from.x) / length * by, from.y + (to.y - from.y) / length * by};
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<scene::PathSegment> rounded(const std::vector<Point>& corners, double radius) {
    std::vector<scene::PathSegment> segments{{Kind::move, corners.front(), {}, {}}};
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point corner = corners[i];
        const double room =
            std::min({radius, distance(corners[i - 1], corner) / 2, distance(corner, corners[i + 1]) / 2});
        const Point before = towards(corner, corners[i - 1], room);
        const Point after = towards(corner, corners[i + 1], room);
        segments.push_back({Kind::line, before, {}, {}});
        segments.push_back(
            {Kind::cubic, after, towards(before, corner, room * kCircle), towards(after, corner, room * kCircle)});
    }
    segments.push_back({Kind::line, corners.back(), {}, {}});
    return segments;
}

scene::Path arrow_head(Point tip, Point from, Colour colour, double scale) {
    const Point base = towards(tip, from, kArrowLength * scale);
    const double dx = (tip.x - base.x) / kArrowLength * kArrowHalf;
    const double dy = (tip.y - base.y) / kArrowLength * kArrowHalf;
    return {{{Kind::move, tip, {}, {}},
             {Kind::line, {base.x - dy, base.y + dx}, {}, {}},
             {Kind::line, {base.x + dy, base.y - dx}, {}, {}},
             {Kind::close, {}, {}, {}}},
            scene::Fill{colour, 1},
            {}};
}

/// Corners that two stretches of no length between leave on one spot.
std::vector<Point> without_repeats(const std::vector<Point>& route) {
    std::vector<Point> corners;
    for (const Point& point : route) {
        if (corners.empty() || distance(corners.back(), point) > 0.01) {
            corners.push_back(point);
        }
    }
    return corners;
}

} // namespace

std::vector<scene::Item> paint_line(const NetworkStyle& style, const std::vector<Point>& route, const LineLook& look) {
    std::vector<Point> corners = without_repeats(route);
    if (corners.size() < 2) {
        return {};
    }
    const double unit = style.unit();
    std::vector<scene::Item> items;
    std::vector<Point> halo = corners;
    halo.front() = towards(corners[0], corners[1], std::min(kHaloEnd, distance(corners[0], corners[1]) / 2));
    const std::size_t last = corners.size() - 1;
    halo.back() =
        towards(corners[last], corners[last - 1], std::min(kHaloEnd, distance(corners[last], corners[last - 1]) / 2));
    items.push_back(scene::Path{
        rounded(halo, kBendRadius * unit), {}, scene::Stroke{style.style.background, look.width + 2 * kHalo, 1, {}}});
    const Point tip = corners[last];
    const Point from = corners[last - 1];
    if (look.arrow || look.back) {
        // The line stops inside its head, so that the tip stays sharp.
        corners[last] = towards(tip, from, std::min(kArrowLength * unit * 0.8, distance(tip, from) / 2));
    }
    scene::Stroke line{look.colour, look.width, 1, {}};
    if (look.dashed) {
        line.dash = {3, 2};
    }
    items.push_back(scene::Path{rounded(corners, kBendRadius * unit), {}, line});
    if (look.arrow || look.back) {
        items.push_back(arrow_head(tip, from, look.colour, unit));
    }
    if (look.back) {
        // A second head behind the first: an act against somebody is told from a tie without colour.
        items.push_back(arrow_head(towards(tip, from, kArrowLength * unit * 0.9), from, look.colour, unit));
    }
    return items;
}

} // namespace demarche::compose
