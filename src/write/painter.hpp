#pragma once
/// Paints a page on any Cairo surface, in points: the one painter behind PDF and PNG.

#include "scene/scene.hpp"
#include "text/pango_text.hpp"

#include <cairo.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace demarche::write {

struct CairoRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }

    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

template <class T>
using CairoOwned = std::unique_ptr<T, CairoRelease>;

/// Throws Error(Exit::usage_or_system) naming what was being made where Cairo reports a failure.
void check_cairo(cairo_status_t status, const std::string& what);

/// Everything is painted opaque: an opacity is blended beforehand with what lies below (the last filled
/// rectangle that holds the whole item, else the page), so that no file needs transparency.
class Painter {
public:
    /// `type` may be null: the painter then loads typefaces of its own.
    Painter(cairo_t* context, const scene::Scene& scene, text::PangoText* type);

    /// The opaque page, first of all: without it Cairo's PDF surface takes quadratic time to finish, and
    /// painted later it makes Cairo forget the tags that were opened before.
    void paint_background() const;

    /// `before_item`, for formats with structure, is called before every visible item of the page.
    void paint(
        const scene::Page& page, const std::function<void()>& before_item = [] {});

private:
    struct Ground {
        Box box;
        Colour colour;
    };

    [[nodiscard]] Colour below(const Box& box) const;
    void set_colour(Colour colour) const;
    void fill_and_stroke(const Box& box,
                         const std::optional<scene::Fill>& fill,
                         const std::optional<scene::Stroke>& stroke) const;
    void paint_item(const scene::Rectangle& rectangle);
    void paint_item(const scene::Circle& circle) const;
    void paint_item(const scene::Path& path) const;
    void paint_item(const scene::Text& text);

    cairo_t* context_;
    const scene::Scene& scene_;
    std::unique_ptr<text::PangoText> own_type_;
    text::PangoText& pango_;
    std::vector<Ground> grounds_;
};

} // namespace demarche::write
