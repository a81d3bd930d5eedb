#include "scene/scene.hpp"

#include "scene/overloaded.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::scene {

namespace {

double half_width(const std::optional<Stroke>& stroke) {
    return stroke ? stroke->width / 2 : 0;
}

/// The smallest box of what was added; empty at the origin where nothing was.
class Extent {
public:
    void add(Point point) {
        if (!any_) {
            box_ = {point.x, point.y, point.x, point.y};
            any_ = true;
        }
        box_.left = std::min(box_.left, point.x);
        box_.right = std::max(box_.right, point.x);
        box_.top = std::min(box_.top, point.y);
        box_.bottom = std::max(box_.bottom, point.y);
    }

    [[nodiscard]] const Box& box() const { return box_; }

private:
    Box box_;
    bool any_ = false;
};

double cubic_at(double from, double control1, double control2, double to, double t) {
    const double s = 1 - t;
    return s * s * s * from + 3 * s * s * t * control1 + 3 * s * t * t * control2 + t * t * t * to;
}

/// The parameters in (0, 1) where a cubic turns in one coordinate: roots of its derivative.
std::vector<double> turns(double from, double control1, double control2, double to) {
    const double a = -from + 3 * control1 - 3 * control2 + to;
    const double b = 2 * (from - 2 * control1 + control2);
    const double c = control1 - from;
    std::vector<double> roots;
    if (std::abs(a) < 1e-12) {
        if (std::abs(b) > 1e-12) {
            roots.push_back(-c / b);
        }
    } else if (const double square = b * b - 4 * a * c; square >= 0) {
        roots.push_back((-b + std::sqrt(square)) / (2 * a));
        roots.push_back((-b - std::sqrt(square)) / (2 * a));
    }
    std::erase_if(roots, [](double t) { return t <= 0 || t >= 1; });
    return roots;
}

void add_cubic(Extent& extent, Point from, const PathSegment& segment) {
    extent.add(segment.to);
    const auto point_at = [&](double t) {
        return Point{cubic_at(from.x, segment.control1.x, segment.control2.x, segment.to.x, t),
                     cubic_at(from.y, segment.control1.y, segment.control2.y, segment.to.y, t)};
    };
    for (const double t : turns(from.x, segment.control1.x, segment.control2.x, segment.to.x)) {
        extent.add(point_at(t));
    }
    for (const double t : turns(from.y, segment.control1.y, segment.control2.y, segment.to.y)) {
        extent.add(point_at(t));
    }
}

/// Mitres are not counted: no chart has a stroke whose points stand out further than half its width.
Box path_bounds(const Path& path) {
    Extent extent;
    Point at;
    for (const PathSegment& segment : path.segments) {
        switch (segment.kind) {
        case PathSegment::Kind::move:
        case PathSegment::Kind::line:
            extent.add(segment.to);
            at = segment.to;
            break;
        case PathSegment::Kind::cubic:
            add_cubic(extent, at, segment);
            at = segment.to;
            break;
        case PathSegment::Kind::close:
            break;
        }
    }
    return extent.box().grown(half_width(path.stroke));
}

} // namespace

Scene page_alone(const Scene& scene, std::size_t page) {
    Scene alone = scene;
    alone.pages = {scene.pages.at(page)};
    if (scene.pages.size() > 1) {
        alone.id_prefix += "-p" + std::to_string(page + 1);
        alone.data.emplace_back("pages", std::to_string(scene.pages.size()));
    }
    return alone;
}

Box bounds(const Text& text) {
    const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
    const double left = text.at.x - share * text.width;
    return {left, text.at.y - text.ascent, left + text.width, text.at.y + text.descent};
}

Box bounds(const Item& item) {
    return std::visit(Overloaded{
                          [](const Rectangle& rectangle) { return rectangle.box.grown(half_width(rectangle.stroke)); },
                          [](const Circle& circle) {
                              return Box{circle.centre.x, circle.centre.y, circle.centre.x, circle.centre.y}.grown(
                                  circle.radius + half_width(circle.stroke));
                          },
                          [](const Path& path) { return path_bounds(path); },
                          [](const Text& text) { return bounds(text); },
                      },
                      item);
}

Path line(Point from, Point to, const Stroke& stroke) {
    return polyline({from, to}, stroke);
}

Path polyline(const std::vector<Point>& points, const Stroke& stroke) {
    Path path;
    for (const Point& point : points) {
        path.segments.push_back(
            {path.segments.empty() ? PathSegment::Kind::move : PathSegment::Kind::line, point, {}, {}});
    }
    path.stroke = stroke;
    return path;
}

Path polygon(const std::vector<Point>& points, const Fill& fill) {
    Path path = polyline(points, {});
    path.segments.push_back({PathSegment::Kind::close, {}, {}, {}});
    path.fill = fill;
    path.stroke.reset();
    return path;
}

Path outline(const Rectangle& rectangle) {
    constexpr double kStraight = 1 - 0.5523; // of the radius: from a corner to the control points of its quarter circle
    using Kind = PathSegment::Kind;
    const Box& box = rectangle.box;
    const double radius = std::clamp(rectangle.radius, 0.0, std::min(box.width(), box.height()) / 2);
    Path path{{{Kind::move, {box.left + radius, box.top}, {}, {}}}, rectangle.fill, rectangle.stroke};

    // Each corner, and the ways that the outline comes to it and leaves it.
    const struct {
        Point corner, in, out;
    } corners[] = {{{box.right, box.top}, {1, 0}, {0, 1}},
                   {{box.right, box.bottom}, {0, 1}, {-1, 0}},
                   {{box.left, box.bottom}, {-1, 0}, {0, -1}},
                   {{box.left, box.top}, {0, -1}, {1, 0}}};

    for (const auto& [corner, in, out] : corners) {
        const auto before = [&corner = corner, &in = in](double by) {
            return Point{corner.x - by * in.x, corner.y - by * in.y};
        };
        const auto after = [&corner = corner, &out = out](double by) {
            return Point{corner.x + by * out.x, corner.y + by * out.y};
        };
        path.segments.push_back({Kind::line, before(radius), {}, {}});
        if (radius > 0) {
            path.segments.push_back(
                {Kind::cubic, after(radius), before(kStraight * radius), after(kStraight * radius)});
        }
    }
    path.segments.push_back({Kind::close, {}, {}, {}});
    return path;
}

} // namespace demarche::scene
