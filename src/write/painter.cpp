#include "write/painter.hpp"

#include "base/diagnostic.hpp"
#include "scene/overloaded.hpp"
#include "write/drawable.hpp"

#include <algorithm>
#include <numbers>

namespace demarche::write {

namespace {

constexpr double kSvgMitreLimit = 4; // Cairo's own is 10

/// From the left end of the upper edge, clockwise, as SVG does: there dashes begin.
void trace_rounded(cairo_t* context, const Box& box, double radius) {
    constexpr double kQuarter = std::numbers::pi / 2;
    cairo_move_to(context, box.left + radius, box.top);
    cairo_arc(context, box.right - radius, box.top + radius, radius, -kQuarter, 0);
    cairo_arc(context, box.right - radius, box.bottom - radius, radius, 0, kQuarter);
    cairo_arc(context, box.left + radius, box.bottom - radius, radius, kQuarter, 2 * kQuarter);
    cairo_arc(context, box.left + radius, box.top + radius, radius, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(context);
}

} // namespace

void check_cairo(cairo_status_t status, const std::string& what) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error(Exit::usage_or_system,
                    {.severity = Severity::error,
                     .code = "cannot-draw",
                     .where = {},
                     .message = "cannot make the " + what + ": " + cairo_status_to_string(status),
                     .hint = {}});
    }
}

Painter::Painter(cairo_t* context, const scene::Scene& scene, text::PangoText* type)
    : context_(context),
      scene_(scene),
      own_type_(type == nullptr ? std::make_unique<text::PangoText>(nullptr) : nullptr),
      pango_(type == nullptr ? *own_type_ : *type) {
    cairo_set_miter_limit(context_, kSvgMitreLimit);
}

Colour Painter::below(const Box& box) const {
    const auto found = std::find_if(grounds_.rbegin(), grounds_.rend(),
                                    [&box](const Ground& ground) { return contains(ground.box, box); });
    return found == grounds_.rend() ? scene_.background : found->colour;
}

void Painter::set_colour(Colour colour) const {
    cairo_set_source_rgb(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

void Painter::fill_and_stroke(const Box& box,
                              const std::optional<scene::Fill>& fill,
                              const std::optional<scene::Stroke>& stroke) const {
    if (fill && fill->opacity > 0) {
        set_colour(fill->opacity < 1 ? blend(fill->colour, below(box), fill->opacity) : fill->colour);
        cairo_fill_preserve(context_);
    }
    if (stroke && stroke->width > 0 && stroke->opacity > 0) {
        set_colour(stroke->opacity < 1 ? blend(stroke->colour, below(box), stroke->opacity) : stroke->colour);
        cairo_set_line_width(context_, stroke->width);
        const bool dashed = std::any_of(stroke->dash.begin(), stroke->dash.end(), [](double on) { return on > 0; });
        cairo_set_dash(context_, stroke->dash.data(), dashed ? static_cast<int>(stroke->dash.size()) : 0, 0);
        cairo_stroke_preserve(context_);
    }
    cairo_new_path(context_);
}

void Painter::paint_item(const scene::Rectangle& rectangle) {
    const Box& box = rectangle.box;
    const double radius = std::clamp(rectangle.radius, 0.0, std::min(box.width(), box.height()) / 2);
    if (radius > 0) {
        trace_rounded(context_, box, radius);
    } else {
        cairo_rectangle(context_, box.left, box.top, box.width(), box.height());
    }
    const Colour ground = below(box);
    fill_and_stroke(box, rectangle.fill, rectangle.stroke);
    if (rectangle.fill && rectangle.fill->opacity > 0) {
        grounds_.push_back({box, blend(rectangle.fill->colour, ground, rectangle.fill->opacity)});
    }
}

void Painter::paint_item(const scene::Circle& circle) const {
    cairo_new_sub_path(context_);
    cairo_arc(context_, circle.centre.x, circle.centre.y, circle.radius, 0, 2 * std::numbers::pi);
    cairo_close_path(context_);
    fill_and_stroke(bounds(scene::Item(circle)), circle.fill, circle.stroke);
}

void Painter::paint_item(const scene::Path& path) const {
    using Kind = scene::PathSegment::Kind;
    for (const scene::PathSegment& segment : path.segments) {
        switch (segment.kind) {
        case Kind::move:
            cairo_move_to(context_, segment.to.x, segment.to.y);
            break;
        case Kind::line:
            cairo_line_to(context_, segment.to.x, segment.to.y);
            break;
        case Kind::cubic:
            cairo_curve_to(context_, segment.control1.x, segment.control1.y, segment.control2.x, segment.control2.y,
                           segment.to.x, segment.to.y);
            break;
        case Kind::close:
            cairo_close_path(context_);
            break;
        }
    }
    fill_and_stroke(bounds(scene::Item(path)), path.fill, path.stroke);
}

void Painter::paint_item(const scene::Text& text) {
    PangoLayout* layout = pango_.set_line(visible_text(text), text.font);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    set_colour(text.colour);
    cairo_move_to(context_, text.at.x - anchor_share(text.anchor) * text::advance(line), text.at.y);
    pango_cairo_show_layout_line(context_, line);
    cairo_new_path(context_);
}

void Painter::paint_background() const {
    set_colour(scene_.background);
    cairo_paint(context_);
}

void Painter::paint(const scene::Page& page, const std::function<void()>& before_item) {
    grounds_.clear();
    for (const scene::Mark& mark : page.marks) {
        for (const scene::Item& item : mark.items) {
            if (is_visible(item)) {
                before_item();
                std::visit([this](const auto& any) { paint_item(any); }, item);
            }
        }
    }
}

} // namespace demarche::write
