#include "text/text_line.hpp"
#include "write/drawable.hpp"
#include "write/painter.hpp"
#include "write/writers.hpp"

#include <cairo-pdf.h>

namespace demarche::write {

namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

bool is_date(const std::string& text) {
    constexpr std::string_view kPattern = "0000-00-00";
    if (text.size() != kPattern.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kPattern[i] == '0' ? !digit : text[i] != '-') {
            return false;
        }
    }
    return true;
}

void set_metadata(cairo_surface_t* surface, const scene::Scene& scene) {
    const auto set = [surface](cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) {
            cairo_pdf_surface_set_metadata(surface, key, text::clean_line(value).c_str());
        }
    };
    set(CAIRO_PDF_METADATA_TITLE, scene.title);
    set(CAIRO_PDF_METADATA_AUTHOR, scene.author);
    set(CAIRO_PDF_METADATA_SUBJECT, scene.description);
    set(CAIRO_PDF_METADATA_KEYWORDS, scene.keywords);
    set(CAIRO_PDF_METADATA_CREATOR, "demarche");
    // Always a date of ours: left alone, Cairo writes the clock's, and no two runs give the same bytes.
    const std::string date = (is_date(scene.date) ? scene.date : "1970-01-01") + "T00:00:00Z";
    set(CAIRO_PDF_METADATA_CREATE_DATE, date);
    set(CAIRO_PDF_METADATA_MOD_DATE, date);
}

/// Structure of a page as far as Cairo 1.16 writes it soundly. Only the innermost tags keep their content, so
/// every text stands in one: H1 or P for the title block, Span or Link in a P (legend, notes) or in L, LI,
/// LBody (events, cards). Lines of one wrapped text share a tag. Shapes and decoration stay outside: the tag
/// "Artifact" is refused, and only after the file is finished.
class Structure {
public:
    Structure(cairo_t* context, const std::set<std::string>& targets) : context_(context), targets_(targets) {
        begin("Document");
    }

    void before_mark(const scene::Mark& mark) {
        const bool in_list = mark.role == scene::Role::list_item;
        if (!in_list) {
            close_list();
        } else if (!list_open_) {
            begin("L");
            list_open_ = true;
        }
        role_ = mark.role;
        title_done_ = false;
        if (in_list) {
            begin("LI");
            begin("LBody");
        } else if (in_paragraph()) {
            begin("P");
        }
    }

    void after_mark(const scene::Mark& mark) {
        close_leaf();
        if (mark.role == scene::Role::list_item) {
            end("LBody");
            end("LI");
        } else if (in_paragraph()) {
            end("P");
        }
    }

    void before_text(const scene::Text& text) {
        const std::string inner = inner_link(text, targets_);
        const std::string link = safe_link(text.link);
        if (!inner.empty() || !link.empty()) {
            close_leaf();
            // safe_link leaves no quotation mark or backslash
            open_leaf(CAIRO_TAG_LINK, inner.empty() ? "uri='" + link + "'" : "dest='" + escaped(inner) + "'");
        } else if (leaf_.empty() && role_ == scene::Role::heading) {
            open_leaf(title_done_ ? "P" : "H1");
            title_done_ = true;
        } else if (leaf_.empty() && role_ != scene::Role::decoration) {
            open_leaf("Span");
        }
        if (targets_.contains(text.target)) {
            begin(CAIRO_TAG_DEST, "name='" + escaped(text.target) + "'");
        }
    }

    void after_text(const scene::Text& text) {
        if (targets_.contains(text.target)) {
            end(CAIRO_TAG_DEST);
        }
        if (!text.continues || leaf_ == CAIRO_TAG_LINK) {
            close_leaf();
        }
    }

    void finish() {
        close_list();
        end("Document");
    }

private:
    [[nodiscard]] bool in_paragraph() const { return role_ == scene::Role::legend || role_ == scene::Role::note; }

    void close_list() {
        if (list_open_) {
            end("L");
            list_open_ = false;
        }
    }

    void open_leaf(const char* tag, const std::string& attributes = {}) {
        leaf_ = tag;
        begin(tag, attributes);
    }

    void close_leaf() {
        if (!leaf_.empty()) {
            end(leaf_.c_str());
            leaf_.clear();
        }
    }

    void begin(const char* tag, const std::string& attributes = {}) {
        cairo_tag_begin(context_, tag, attributes.c_str());
    }

    void end(const char* tag) { cairo_tag_end(context_, tag); }

    /// As a string in the attributes of a tag.
    static std::string escaped(const std::string& words) {
        std::string out;
        for (const char c : words) {
            out += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
        }
        return out;
    }

    cairo_t* context_;
    const std::set<std::string>& targets_;
    scene::Role role_ = scene::Role::decoration;
    std::string leaf_;
    bool list_open_ = false;
    bool title_done_ = false;
};

} // namespace

std::string to_pdf(const scene::Scene& scene, text::PangoText* type) {
    check_drawable(scene);
    std::string bytes;
    const Size first = scene.pages.front().size;
    const CairoOwned<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, first.width, first.height));
    check_cairo(cairo_surface_status(surface.get()), "PDF");
    set_metadata(surface.get(), scene);
    {
        const CairoOwned<cairo_t> context(cairo_create(surface.get()));
        Painter painter(context.get(), scene, type);
        const std::set<std::string> targets = targets_of(scene);
        for (const scene::Page& page : scene.pages) {
            cairo_pdf_surface_set_size(surface.get(), page.size.width, page.size.height);
            painter.paint_background();
            Structure structure(context.get(), targets);
            painter.paint(page, {[&](const scene::Mark& mark) { structure.before_mark(mark); },
                                 [&](const scene::Mark& mark) { structure.after_mark(mark); },
                                 [&](const scene::Text& text) { structure.before_text(text); },
                                 [&](const scene::Text& text) { structure.after_text(text); }});
            structure.finish();
            cairo_show_page(context.get());
        }
        check_cairo(cairo_status(context.get()), "PDF");
    }
    cairo_surface_finish(surface.get());
    check_cairo(cairo_surface_status(surface.get()), "PDF");
    return bytes;
}

} // namespace demarche::write
