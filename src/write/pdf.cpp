#include "write/drawable.hpp"
#include "write/painter.hpp"
#include "write/pdf_finish.hpp"
#include "write/pdf_tags.hpp"
#include "write/writers.hpp"

#include <cairo-pdf.h>

namespace demarche::write {

namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Puts a tag around each stretch of a page, all of one kind: Cairo 1.16 has no tag for artifacts, drops alternative
/// words and writes links beside the structure, so that it only numbers the stretches, and what they are is said in
/// the second pass (pdf_finish.hpp).
class Stretches {
public:
    Stretches(cairo_t* context, const PdfTags::Page& page) : context_(context), page_(page) {}

    void before_item() {
        const std::optional<std::size_t> stretch = page_.item.at(next_++);
        if (stretch == open_) {
            return;
        }
        close();
        if (stretch) {
            cairo_tag_begin(context_, kTag, "");
            open_ = stretch;
        }
    }

    void close() {
        if (open_) {
            cairo_tag_end(context_, kTag);
            open_.reset();
        }
    }

private:
    static constexpr const char* kTag = "Span";

    cairo_t* context_;
    const PdfTags::Page& page_;
    std::size_t next_ = 0;
    std::optional<std::size_t> open_;
};

std::string drawn_by_cairo(const scene::Scene& scene, const PdfTags& tags, const PdfOptions& options) {
    std::string bytes;
    const Size first = scene.pages.front().size;
    const CairoOwned<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, first.width, first.height));
    check_cairo(cairo_surface_status(surface.get()), "PDF");
    if (options.archival) {
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    }
    {
        const CairoOwned<cairo_t> context(cairo_create(surface.get()));
        Painter painter(context.get(), scene, options.type);
        for (std::size_t i = 0; i < scene.pages.size(); ++i) {
            const scene::Page& page = scene.pages[i];
            cairo_pdf_surface_set_size(surface.get(), page.size.width, page.size.height);
            painter.paint_background();
            Stretches stretches(context.get(), tags.pages[i]);
            painter.paint(page, [&stretches] { stretches.before_item(); });
            stretches.close();
            cairo_show_page(context.get());
        }
        check_cairo(cairo_status(context.get()), "PDF");
    }
    cairo_surface_finish(surface.get());
    check_cairo(cairo_surface_status(surface.get()), "PDF");
    return bytes;
}

} // namespace

std::string to_pdf(const scene::Scene& scene, const PdfOptions& options) {
    check_drawable(scene);
    const PdfTags tags = tags_of(scene);
    return finish_pdf(drawn_by_cairo(scene, tags, options), scene, tags, options.archival);
}

} // namespace demarche::write
