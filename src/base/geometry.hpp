#pragma once

/// Lengths in points (1/72 in), y downwards.

namespace demarche {

struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
    double width = 0;
    double height = 0;

    friend bool operator==(const Size&, const Size&) = default;
};

/// left <= right, top <= bottom.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }

    [[nodiscard]] double height() const { return bottom - top; }

    [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }

    [[nodiscard]] Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }

    [[nodiscard]] Box moved(double dx, double dy) const { return {left + dx, top + dy, right + dx, bottom + dy}; }

    friend bool operator==(const Box&, const Box&) = default;
};

/// True where the insides share more than `tolerance` in both directions; touching is not overlapping.
constexpr bool overlap(const Box& a, const Box& b, double tolerance = 0.01) {
    return a.left + tolerance < b.right && b.left + tolerance < a.right && a.top + tolerance < b.bottom &&
           b.top + tolerance < a.bottom;
}

constexpr bool contains(const Box& outer, const Box& inner, double tolerance = 0.01) {
    return inner.left >= outer.left - tolerance && inner.right <= outer.right + tolerance &&
           inner.top >= outer.top - tolerance && inner.bottom <= outer.bottom + tolerance;
}

} // namespace demarche
