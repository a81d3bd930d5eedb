#include "base/number.hpp"
#include "write/drawable.hpp"
#include "write/painter.hpp"
#include "write/writers.hpp"

#include <cmath>

namespace demarche::write {

namespace {

constexpr double kMostPixels = 32767;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string to_png(const scene::Scene& scene, double scale, text::PangoText* type) {
    check_drawable(scene);
    const Size size = scene.pages.front().size;
    const double width = std::ceil(size.width * scale - 1e-6);
    const double height = std::ceil(size.height * scale - 1e-6);
    if (!(width >= 1 && height >= 1 && width <= kMostPixels && height <= kMostPixels)) {
        throw Error(Exit::usage_or_system,
                    {.severity = Severity::error,
                     .code = "picture-size",
                     .where = {},
                     .message = "a PNG of " +
                                (std::isfinite(width * height) ? to_text(width) + " x " + to_text(height)
                                                               : std::string("such a size")) +
                                " pixels cannot be made; each side has 1 to 32767",
                     .hint = "choose another scale, or SVG or PDF"});
    }
    const CairoOwned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
    check_cairo(cairo_surface_status(surface.get()), "PNG");
    const CairoOwned<cairo_t> context(cairo_create(surface.get()));
    cairo_scale(context.get(), scale, scale);
    Painter painter(context.get(), scene, type);
    painter.paint_background();
    painter.paint(scene.pages.front());
    check_cairo(cairo_status(context.get()), "PNG");
    std::string bytes;
    check_cairo(cairo_surface_write_to_png_stream(surface.get(), append, &bytes), "PNG");
    return bytes;
}

} // namespace demarche::write
