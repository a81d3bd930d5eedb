#pragma once
/// The scene: a flat display list. What is drawn where, with no knowledge of events.
///
/// Points, y downwards, origin at the top left of the page. Items are painted in order. Every colour is
/// opaque or carries its own opacity; writers for formats without transparency blend it beforehand.

#include "base/colour.hpp"
#include "base/font.hpp"
#include "base/geometry.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace demarche::scene {

struct Fill {
    Colour colour;
    double opacity = 1;
};

struct Stroke {
    Colour colour;
    double width = 1;
    double opacity = 1;
    std::vector<double> dash; ///< on, off, ... in points; empty: solid
};

struct Rectangle {
    Box box;
    double radius = 0;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

struct Circle {
    Point centre;
    double radius = 0;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

/// Straight and cubic segments. One subpath starts at each `move`.
struct PathSegment {
    enum class Kind { move, line, cubic, close } kind = Kind::move;
    Point to;                 ///< unused for close
    Point control1, control2; ///< cubic only
};

struct Path {
    std::vector<PathSegment> segments;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

enum class Anchor { start, middle, end };

/// One run of one line in one font. `at` is on the baseline; start is the left end whatever the script.
struct Text {
    Point at;
    std::string text;
    Font font;
    Colour colour;
    Anchor anchor = Anchor::start;
    double width = 0;  ///< advance width as measured
    double ascent = 0; ///< of the font: with width and descent the box of the text
    double descent = 0;
    bool continues = false;  ///< the text goes on in the next Text item (a wrapped line)
    std::string link;        ///< URL, or "#" and the target of a text in this scene; empty: none
    std::string target = {}; ///< what links to this text call it, unique in the scene, as Mark::id; empty: none
};

using Item = std::variant<Rectangle, Circle, Path, Text>;

/// What a group of items is to somebody who cannot see it.
enum class Role {
    decoration, ///< hidden from screen readers: lanes, bands, rules
    heading,    ///< the title block
    list_item,  ///< one event, card, hub or line; consecutive ones form a list
    legend,
    note, ///< the source line and other small print
};

/// Items that belong together: the unit of description, ids and links.
struct Mark {
    std::string id; ///< unique in the scene, [a-z][a-z0-9-]*; the writer adds the chart's prefix
    Role role = Role::decoration;
    std::string title;                                     ///< the mark's sentence; empty for decoration
    std::string description;                               ///< its sources in words; may be empty
    std::vector<std::pair<std::string, std::string>> data; ///< written as data-*; keys [a-z][a-z0-9-]*
    std::vector<Item> items;
    /// "#" and an id of the HTML page that the chart is set into: the whole mark leads there, and its texts nowhere.
    /// Empty: no such page; documents of their own (PDF, PNG) have none either.
    std::string link = {};
};

struct Page {
    Size size;
    std::vector<Mark> marks;
};

/// A chart ready for any writer. Formats of one page take pages.front(); compose makes it the whole chart.
struct Scene {
    std::string id_prefix; ///< "timeline": prefix of ids, so that two charts can share an HTML page
    std::string title;
    std::string description;
    std::string language = "en";
    bool right_to_left = false; ///< it is a mirrored one: texts begin at their right end
    std::string date;           ///< YYYY-MM-DD for document metadata; may be empty
    std::string keywords;       ///< comma separated, for document metadata
    std::string author;         ///< for document metadata; may be empty
    Colour background{255, 255, 255};
    std::string font_family = "Liberation Sans"; ///< the family that `font_stack` stands for in live text
    std::string font_stack = "Arial, \"Liberation Sans\", Arimo, Helvetica, sans-serif"; ///< as CSS writes it
    enum class Unit { millimetre, pixel } unit = Unit::millimetre; ///< of the SVG's width and height
    double points_per_pixel = 0.75;                                ///< for Unit::pixel
    /// Written as data-* of the root element; keys as of Mark::data. "chart" says of which kind it is: by it and by the
    /// marks' own data the next drawing knows this one (scene/kept.hpp).
    std::vector<std::pair<std::string, std::string>> data = {};
    std::vector<Page> pages;
};

/// One of the scene's pages as a scene of its own; of several pages its ids bear the page's number ("timeline-p2"), so
/// that all of them can share an HTML page. REQUIRES: there is such a page; the first is 0.
Scene page_alone(const Scene& scene, std::size_t page);

/// The box a text paints: from ascent to descent, by its anchor.
Box bounds(const Text& text);
/// The box of anything, half of the stroke included. A path without segments has an empty box at the origin.
Box bounds(const Item& item);

/// Short ways to the commonest paths.
Path line(Point from, Point to, const Stroke& stroke);
Path polyline(const std::vector<Point>& points, const Stroke& stroke);
Path polygon(const std::vector<Point>& points, const Fill& fill); ///< closed
/// A rectangle from the left end of its upper edge, clockwise: there its dashes begin.
Path outline(const Rectangle& rectangle);

} // namespace demarche::scene
