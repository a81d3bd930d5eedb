#include "write/outline.hpp"

#include "write/drawable.hpp"
#include "write/painter.hpp"

#include <span>

namespace demarche::write {

namespace {

struct PathRelease {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

/// Cairo keeps coordinates as whole 1/256 of a device unit: many of these make a point.
constexpr double kDeviceUnits = 64;

CairoOwned<cairo_t> fine_context() {
    // Without bounds: Cairo drops glyphs that lie outside its surface from paths too.
    const CairoOwned<cairo_surface_t> surface(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr));
    check_cairo(cairo_surface_status(surface.get()), "SVG");
    CairoOwned<cairo_t> context(cairo_create(surface.get()));
    cairo_scale(context.get(), kDeviceUnits, kDeviceUnits);
    return context;
}

} // namespace

scene::Path Outliner::outline(const scene::Text& text) {
    if (type_ == nullptr) {
        own_type_ = std::make_unique<text::PangoText>(nullptr);
        type_ = own_type_.get();
    }
    const CairoOwned<cairo_t> context = fine_context();
    PangoLayout* layout = type_->set_line(visible_text(text), text.font);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    cairo_move_to(context.get(), 0, 0);
    pango_cairo_layout_line_path(context.get(), line);
    const std::unique_ptr<cairo_path_t, PathRelease> traced(cairo_copy_path(context.get()));
    check_cairo(traced->status, "SVG");

    const Point origin{text.at.x - anchor_share(text.anchor) * text::advance(line), text.at.y};
    const auto point = [&origin](const cairo_path_data_t& data) {
        return Point{origin.x + data.point.x, origin.y + data.point.y};
    };
    using Kind = scene::PathSegment::Kind;
    scene::Path path;
    const std::span<const cairo_path_data_t> data(traced->data, static_cast<std::size_t>(traced->num_data));
    for (std::size_t i = 0; i < data.size(); i += static_cast<std::size_t>(data[i].header.length)) {
        switch (data[i].header.type) {
        case CAIRO_PATH_MOVE_TO:
            // Cairo closes a contour with a move back to its start: the next contour's own move stands for both.
            if (!path.segments.empty() && path.segments.back().kind == Kind::move) {
                path.segments.pop_back();
            }
            path.segments.push_back({Kind::move, point(data[i + 1]), {}, {}});
            break;
        case CAIRO_PATH_LINE_TO:
            path.segments.push_back({Kind::line, point(data[i + 1]), {}, {}});
            break;
        case CAIRO_PATH_CURVE_TO:
            path.segments.push_back({Kind::cubic, point(data[i + 3]), point(data[i + 1]), point(data[i + 2])});
            break;
        case CAIRO_PATH_CLOSE_PATH:
            path.segments.push_back({Kind::close, {}, {}, {}});
            break;
        }
    }
    if (!path.segments.empty() && path.segments.back().kind == Kind::move) {
        path.segments.pop_back();
    }
    return path;
}

} // namespace demarche::write
