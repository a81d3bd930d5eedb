#include "compose/timeline_marks.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::compose {

namespace {

using Kind = scene::PathSegment::Kind;

/// Shapes are drawn on a grid where the radius of a mark is 4.
double unit(const Template& style) {
    return style.mark_radius / 4;
}

scene::Path polygon(const std::vector<Point>& points, Point at, double scale) {
    scene::Path path;
    for (const Point& point : points) {
        path.segments.push_back({path.segments.empty() ? Kind::move : Kind::line,
                                 {at.x + point.x * scale, at.y + point.y * scale},
                                 {},
                                 {}});
    }
    path.segments.push_back({Kind::close, {}, {}, {}});
    return path;
}

/// Outlines on the grid of radius 4. A diamond and a triangle look smaller than a circle of their width.
const std::vector<Point>& outline(view::Standing standing) {
    static const std::vector<Point> bubble{{-4, -3.9}, {4, -3.9}, {4, 2.1}, {0.5, 2.1},
                                           {-2, 4.6},  {-2, 2.1}, {-4, 2.1}};
    static const std::vector<Point> diamond{{0, -5}, {5, 0}, {0, 5}, {-5, 0}};
    static const std::vector<Point> triangle{{0, -4.8}, {4.9, 3.7}, {-4.9, 3.7}};
    // Eight spikes, as maps mark a clash.
    static const std::vector<Point> burst{{0, -6},    {1.2, -2.9},  {4.2, -4.2},  {2.9, -1.2}, {6, 0},      {2.9, 1.2},
                                          {4.2, 4.2}, {1.2, 2.9},   {0, 6},       {-1.2, 2.9}, {-4.2, 4.2}, {-2.9, 1.2},
                                          {-6, 0},    {-2.9, -1.2}, {-4.2, -4.2}, {-1.2, -2.9}};
    switch (standing) {
    case view::Standing::spoke:
        return bubble;
    case view::Standing::hosted:
        return diamond;
    case view::Standing::clashed:
        return burst;
    default:
        return triangle;
    }
}

bool is_round(view::Standing standing) {
    return standing == view::Standing::took_part || standing == view::Standing::acted_on ||
           standing == view::Standing::absent;
}

void paint(scene::Path& path, Reality reality, Colour colour, const Template& style) {
    if (reality == Reality::done) {
        path.fill = scene::Fill{colour, 1};
    } else {
        path.fill = scene::Fill{style.background, 1};
        path.stroke = scene::Stroke{colour, style.hollow_stroke, 1, {}};
    }
}

std::vector<double> dashes(const Template& style) {
    return {2.5 * unit(style), 2 * unit(style)};
}

/// What a line must leave free: around a lane that it passes, and around a mark that is no part of it.
struct Obstacle {
    double at = 0;
    double half = 0;
};

std::vector<scene::Item>
broken_line(double from, double to, double y, std::vector<Obstacle> obstacles, const scene::Stroke& stroke) {
    std::sort(obstacles.begin(), obstacles.end(), [](const Obstacle& a, const Obstacle& b) { return a.at < b.at; });
    std::vector<scene::Item> items;
    double x = std::min(from, to);
    const double end = std::max(from, to);
    for (const Obstacle& obstacle : obstacles) {
        if (obstacle.at <= std::min(from, to) || obstacle.at >= end) {
            continue;
        }
        if (obstacle.at - obstacle.half > x) {
            items.emplace_back(scene::line({x, y}, {obstacle.at - obstacle.half, y}, stroke));
        }
        x = std::max(x, obstacle.at + obstacle.half);
    }
    if (end > x) {
        items.emplace_back(scene::line({x, y}, {end, y}, stroke));
    }
    return items;
}

/// Lanes between two others, and what stands there.
std::vector<Obstacle> obstacles(const view::Row& row,
                                const std::vector<double>& lanes,
                                const std::vector<std::size_t>& part_of,
                                const Template& style) {
    // Where lanes stand close the gaps are small: a line full of gaps would look dashed, and dashed is planned.
    const double distance = lanes.size() > 1 ? lanes[1] - lanes[0] : 0;
    const double gap = std::clamp(0.12 * distance - 0.65 * unit(style), 0.9 * unit(style), 2.6 * unit(style));
    std::vector<Obstacle> found;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        if (std::find(part_of.begin(), part_of.end(), lane) != part_of.end()) {
            continue;
        }
        const bool marked = std::any_of(row.marks.begin(), row.marks.end(),
                                        [lane](const view::LaneMark& mark) { return mark.lane == lane; });
        found.push_back({lanes[lane], marked ? style.mark_radius + 0.85 * gap : gap});
    }
    return found;
}

scene::Stroke bar_stroke(Reality reality, double width, const Template& style) {
    scene::Stroke stroke{reality == Reality::called_off ? style.muted : style.ink, width, 1, {}};
    if (reality != Reality::done) {
        stroke.dash = dashes(style);
    }
    return stroke;
}

double arrow_width(view::Arrow::Kind kind, const Template& style) {
    switch (kind) {
    case view::Arrow::Kind::against:
        return style.bar_width * 1.25;
    case view::Arrow::Kind::towards:
        return style.bar_width;
    case view::Arrow::Kind::words:
        break;
    }
    return style.lane_width * 1.15;
}

scene::Stroke arrow_stroke(view::Arrow::Kind kind, Reality reality, const Template& style) {
    scene::Stroke stroke = bar_stroke(reality, arrow_width(kind, style), style);
    if (kind == view::Arrow::Kind::words) {
        stroke.colour = style.muted;
    }
    return stroke;
}

/// The head of an arrow, its tip at `tip`, pointing right (+1) or left (-1).
scene::Path arrow_head(view::Arrow::Kind kind, Point tip, double direction, Colour colour, const Template& style) {
    const double u = unit(style);
    if (kind == view::Arrow::Kind::against) {
        scene::Path head = polygon({{0, 0}, {-6 * direction, -3}, {-6 * direction, 3}}, tip, u);
        head.fill = scene::Fill{colour, 1};
        return head;
    }
    scene::Path head;
    head.segments = {{Kind::move, {tip.x - 3 * u * direction, tip.y - 2.4 * u}, {}, {}},
                     {Kind::line, tip, {}, {}},
                     {Kind::line, {tip.x - 3 * u * direction, tip.y + 2.4 * u}, {}, {}}};
    head.stroke = scene::Stroke{colour, arrow_width(kind, style), 1, {}};
    return head;
}

} // namespace

Reality reality(const view::Row& row) {
    switch (row.status) {
    case Status::planned:
        return Reality::planned;
    case Status::cancelled:
    case Status::denied:
        return Reality::called_off;
    case Status::occurred:
    case Status::ongoing:
        break;
    }
    return Reality::done;
}

std::vector<scene::Item>
standing_mark(view::Standing standing, Reality reality, Point at, Colour colour, const Template& style) {
    const double u = unit(style);
    std::vector<scene::Item> items;
    if (standing == view::Standing::absent) {
        const scene::Stroke stroke{style.ink, style.bar_width, 1, {}};
        const double arm = 2.6 * u;
        items.emplace_back(scene::Circle{at, style.mark_radius, scene::Fill{style.background, 1}, stroke});
        items.emplace_back(scene::line({at.x - arm, at.y - arm}, {at.x + arm, at.y + arm}, stroke));
        items.emplace_back(scene::line({at.x - arm, at.y + arm}, {at.x + arm, at.y - arm}, stroke));
        return items;
    }
    const bool filled = reality == Reality::done;
    // The stroke of a hollow shape lies on its outline: drawn smaller, it looks as large as a filled one.
    const double inset = filled ? 0 : style.hollow_stroke / 2;
    if (is_round(standing)) {
        scene::Circle circle{at, style.mark_radius - inset, {}, {}};
        circle.fill = scene::Fill{filled ? colour : style.background, 1};
        if (!filled) {
            circle.stroke = scene::Stroke{colour, style.hollow_stroke, 1, {}};
        }
        items.emplace_back(circle);
    } else {
        scene::Path path = polygon(outline(standing), at, u * (1 - inset / style.mark_radius));
        paint(path, reality, colour, style);
        items.emplace_back(std::move(path));
    }
    if (reality == Reality::called_off) {
        const double reach = style.mark_radius + 1.2 * u;
        items.emplace_back(scene::line({at.x - reach, at.y + reach}, {at.x + reach, at.y - reach},
                                       {style.ink, style.bar_width, 1, {}}));
    }
    return items;
}

std::vector<scene::Item>
arrow(view::Arrow::Kind kind, double from, double to, double y, Reality reality, const Template& style) {
    const double direction = to > from ? 1 : -1;
    const scene::Stroke stroke = arrow_stroke(kind, reality, style);
    // A line ends inside its filled head: a blunt end must not show beyond the tip.
    const double back = kind == view::Arrow::Kind::against ? 4.5 * unit(style) : 0;
    std::vector<scene::Item> items;
    items.emplace_back(scene::line({from, y}, {to - back * direction, y}, stroke));
    items.emplace_back(arrow_head(kind, {to, y}, direction, stroke.colour, style));
    return items;
}

std::vector<scene::Item>
connections(const view::Row& row, const std::vector<double>& lanes, double y, const Template& style) {
    const Reality how = reality(row);
    std::vector<scene::Item> items;
    if (row.joined.size() > 1) {
        const auto pieces =
            broken_line(lanes[row.joined.front()], lanes[row.joined.back()], y,
                        obstacles(row, lanes, row.joined, style), bar_stroke(how, style.bar_width, style));
        items.insert(items.end(), pieces.begin(), pieces.end());
    }
    for (const view::Arrow& from_to : row.arrows) {
        // Words begin beside the bubble and end before the lane of those who were not there.
        const bool act = from_to.kind != view::Arrow::Kind::words;
        const double direction = from_to.to > from_to.from ? 1 : -1;
        const double begin = lanes[from_to.from] + (act ? 0 : (style.mark_radius + 1.5 * unit(style)) * direction);
        const double tip = lanes[from_to.to] - (act ? style.mark_radius + 0.3 : 2 * unit(style)) * direction;
        const auto blocked = obstacles(row, lanes, {from_to.from, from_to.to}, style);
        // All but the last piece is a plain line; the last one carries the head.
        double start = begin;
        for (const Obstacle& obstacle : blocked) {
            const double near = direction * (obstacle.at - lanes[from_to.from]);
            if (near > 0 && near < direction * (lanes[from_to.to] - lanes[from_to.from])) {
                start = direction > 0 ? std::max(start, obstacle.at + obstacle.half)
                                      : std::min(start, obstacle.at - obstacle.half);
            }
        }
        const scene::Stroke stroke = arrow_stroke(from_to.kind, how, style);
        const auto pieces = broken_line(begin, start, y, blocked, stroke);
        items.insert(items.end(), pieces.begin(), pieces.end());
        const auto head = arrow(from_to.kind, start, tip, y, how, style);
        items.insert(items.end(), head.begin(), head.end());
    }
    return items;
}

std::vector<scene::Item> transposed(std::vector<scene::Item> items) {
    const auto turn = [](Point& point) { std::swap(point.x, point.y); };
    for (scene::Item& item : items) {
        if (auto* path = std::get_if<scene::Path>(&item)) {
            for (scene::PathSegment& segment : path->segments) {
                turn(segment.to);
                turn(segment.control1);
                turn(segment.control2);
            }
        } else if (auto* circle = std::get_if<scene::Circle>(&item)) {
            turn(circle->centre);
        } else if (auto* rectangle = std::get_if<scene::Rectangle>(&item)) {
            const Box box = rectangle->box;
            rectangle->box = {box.top, box.left, box.bottom, box.right};
        }
    }
    return items;
}

std::vector<scene::Item> uncertain_span(double x, double top, double bottom, const Template& style) {
    const double half = 1.3 * unit(style);
    return {scene::Rectangle{{x - half, top, x + half, bottom}, half, scene::Fill{style.uncertain, 1}, {}}};
}

std::vector<scene::Item>
lasting_span(double x, double top, double bottom, bool open_start, bool open_end, const Template& style) {
    const double u = unit(style);
    const double half = 2 * u;
    const scene::Stroke stroke{style.muted, style.bar_width * 0.85, 1, {}};
    std::vector<scene::Item> items{scene::line({x, top}, {x, bottom}, stroke)};
    if (!open_start) {
        items.emplace_back(scene::line({x - half, top}, {x + half, top}, stroke));
    }
    if (open_end) {
        scene::Path head;
        head.segments = {{Kind::move, {x - half, bottom - 2.6 * u}, {}, {}},
                         {Kind::line, {x, bottom}, {}, {}},
                         {Kind::line, {x + half, bottom - 2.6 * u}, {}, {}}};
        head.stroke = stroke;
        items.emplace_back(std::move(head));
    } else {
        items.emplace_back(scene::line({x - half, bottom}, {x + half, bottom}, stroke));
    }
    return items;
}

scene::Path zigzag(double left, double right, double y, const Template& style) {
    const double u = unit(style);
    const double wished = 6 * u;
    const int steps = std::max(4, static_cast<int>(std::lround((right - left) / wished)));
    scene::Path path;
    for (int i = 0; i <= steps; ++i) {
        const bool down = i % 2 == 0;
        path.segments.push_back(
            {i == 0 ? Kind::move : Kind::line, {left + (right - left) * i / steps, y + (down ? 2 : -2) * u}, {}, {}});
    }
    path.stroke = scene::Stroke{style.uncertain, 0.9 * u, 1, {}};
    return path;
}

} // namespace demarche::compose
