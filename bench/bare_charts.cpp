// bare_charts DIRECTORY CHART...: what a chart costs at the least. Reads DIRECTORY/CHART.svg.scene and
// CHART.pdf.scene (scene_text.hpp), loads the fonts that demarche loads, shapes the same strings, paints the same
// items, and writes DIRECTORY/CHART.svg and CHART.pdf. Knows nothing of dossiers, layout, titles, links or tags,
// and nothing of libdemarche.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <fontconfig/fontconfig.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

struct Ink {
    bool present = false;
    unsigned rgb = 0;
    double opacity = 1;
    double width = 0;
    std::vector<double> dash;
};

Ink read_fill(std::istream& in) {
    Ink ink;
    std::string word;
    in >> word;
    if (word != "-") {
        ink.present = true;
        ink.rgb = static_cast<unsigned>(std::stoul(word, nullptr, 16));
        in >> ink.opacity;
    }
    return ink;
}

Ink read_stroke(std::istream& in) {
    Ink ink = read_fill(in);
    std::size_t dashes = 0;
    if (ink.present) {
        in >> ink.width >> dashes;
        ink.dash.resize(dashes);
        for (double& dash : ink.dash) {
            in >> dash;
        }
    }
    return ink;
}

struct Text {
    double x = 0, y = 0;
    int anchor = 0;
    double size = 0;
    bool bold = false, italic = false;
    unsigned rgb = 0;
    std::string family, text;
};

Text read_text(std::istream& in) {
    Text text;
    std::string colour;
    in >> text.x >> text.y >> text.anchor >> text.size >> text.bold >> text.italic >> colour >> text.family;
    text.rgb = static_cast<unsigned>(std::stoul(colour, nullptr, 16));
    in.get();
    std::getline(in, text.text);
    return text;
}

/// Pango with the four faces of Liberation Sans, the others once a glyph is missing.
class Type {
public:
    Type() : config_(FcConfigCreate()) {
        FcConfigSetCurrent(config_);
        map_ = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
        for (const char* face : {"Regular", "Bold", "Italic", "BoldItalic"}) {
            add(std::string("/usr/share/fonts/truetype/liberation2/LiberationSans-") + face + ".ttf");
        }
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), config_);
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_), 72);
        context_ = pango_font_map_create_context(map_);
        pango_context_set_round_glyph_positions(context_, FALSE);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context_, options);
        cairo_font_options_destroy(options);
        layout_ = pango_layout_new(context_);
        pango_layout_set_single_paragraph_mode(layout_, TRUE);
    }

    PangoLayout* set(const Text& text) {
        pango_layout_set_font_description(layout_, description(text));
        pango_layout_set_text(layout_, text.text.c_str(), static_cast<int>(text.text.size()));
        if (!all_loaded_ && pango_layout_get_unknown_glyphs_count(layout_) > 0) {
            all_loaded_ = true;
            for (const char* file :
                 {"dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", "droid/DroidSansFallbackFull.ttf"}) {
                add(std::string("/usr/share/fonts/truetype/") + file);
            }
            pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(map_));
            pango_layout_context_changed(layout_);
        }
        return layout_;
    }

private:
    void add(const std::string& file) {
        FcConfigAppFontAddFile(config_, reinterpret_cast<const FcChar8*>(file.c_str()));
    }

    PangoFontDescription* description(const Text& text) {
        auto& slot = descriptions_[{text.family, text.size, text.bold, text.italic}];
        if (slot == nullptr) {
            slot = pango_font_description_new();
            pango_font_description_set_family(slot, "Liberation Sans,DejaVu Sans,Droid Sans Fallback");
            pango_font_description_set_absolute_size(slot, text.size * PANGO_SCALE);
            pango_font_description_set_weight(slot, text.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
            pango_font_description_set_style(slot, text.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        }
        return slot;
    }

    FcConfig* config_;
    PangoFontMap* map_ = nullptr;
    PangoContext* context_ = nullptr;
    PangoLayout* layout_ = nullptr;
    std::map<std::tuple<std::string, double, bool, bool>, PangoFontDescription*> descriptions_;
    bool all_loaded_ = false;
};

/// Where items go: one painter for each format.
class Painter {
public:
    virtual ~Painter() = default;
    virtual void page(double width, double height, unsigned rgb) = 0;
    virtual void rectangle(const double (&box)[4], double radius, const Ink& fill, const Ink& stroke) = 0;
    virtual void circle(double x, double y, double radius, const Ink& fill, const Ink& stroke) = 0;
    virtual void path(std::istream& in, std::size_t count, const Ink& fill, const Ink& stroke) = 0;
    virtual void text(const Text& text) = 0;
    virtual void finish() = 0;

protected:
    Painter() = default;
    Painter(const Painter&) = default;
    Painter& operator=(const Painter&) = default;
};

class PdfPainter final : public Painter {
public:
    PdfPainter(const std::string& file, Type& type)
        : type_(type), surface_(cairo_pdf_surface_create(file.c_str(), 1, 1)), cairo_(cairo_create(surface_)) {}

    void page(double width, double height, unsigned rgb) override {
        if (pages_++ > 0) {
            cairo_show_page(cairo_);
        }
        cairo_pdf_surface_set_size(surface_, width, height);
        set_source(rgb, 1);
        cairo_paint(cairo_);
    }

    void rectangle(const double (&box)[4], double radius, const Ink& fill, const Ink& stroke) override {
        const auto [left, top, right, bottom] = box;
        if (radius > 0) {
            cairo_new_sub_path(cairo_);
            cairo_arc(cairo_, right - radius, top + radius, radius, -M_PI / 2, 0);
            cairo_arc(cairo_, right - radius, bottom - radius, radius, 0, M_PI / 2);
            cairo_arc(cairo_, left + radius, bottom - radius, radius, M_PI / 2, M_PI);
            cairo_arc(cairo_, left + radius, top + radius, radius, M_PI, 3 * M_PI / 2);
            cairo_close_path(cairo_);
        } else {
            cairo_rectangle(cairo_, left, top, right - left, bottom - top);
        }
        paint(fill, stroke);
    }

    void circle(double x, double y, double radius, const Ink& fill, const Ink& stroke) override {
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, x, y, radius, 0, 2 * M_PI);
        paint(fill, stroke);
    }

    void path(std::istream& in, std::size_t count, const Ink& fill, const Ink& stroke) override {
        for (std::size_t i = 0; i < count; ++i) {
            char kind = 0;
            double p[6]{};
            in >> kind;
            if (kind == 'Z') {
                cairo_close_path(cairo_);
                continue;
            }
            for (int k = 0; k < (kind == 'C' ? 6 : 2); ++k) {
                in >> p[k];
            }
            kind == 'M'   ? cairo_move_to(cairo_, p[0], p[1])
            : kind == 'L' ? cairo_line_to(cairo_, p[0], p[1])
                          : cairo_curve_to(cairo_, p[0], p[1], p[2], p[3], p[4], p[5]);
        }
        paint(fill, stroke);
    }

    void text(const Text& text) override {
        PangoLayoutLine* line = pango_layout_get_line_readonly(type_.set(text), 0);
        double x = text.x;
        if (text.anchor > 0) {
            PangoRectangle extents;
            pango_layout_line_get_extents(line, nullptr, &extents);
            x -= extents.width / static_cast<double>(PANGO_SCALE) * text.anchor / 2;
        }
        set_source(text.rgb, 1);
        cairo_move_to(cairo_, x, text.y);
        pango_cairo_show_layout_line(cairo_, line);
    }

    void finish() override {
        cairo_destroy(cairo_);
        cairo_surface_finish(surface_);
        cairo_surface_destroy(surface_);
    }

private:
    void set_source(unsigned rgb, double opacity) {
        cairo_set_source_rgba(cairo_, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, opacity);
    }

    void paint(const Ink& fill, const Ink& stroke) {
        if (fill.present) {
            set_source(fill.rgb, fill.opacity);
            stroke.present ? cairo_fill_preserve(cairo_) : cairo_fill(cairo_);
        }
        if (stroke.present) {
            set_source(stroke.rgb, stroke.opacity);
            cairo_set_line_width(cairo_, stroke.width);
            cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
            cairo_stroke(cairo_);
        }
        cairo_new_path(cairo_);
    }

    Type& type_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    int pages_ = 0;
};

class SvgPainter final : public Painter {
public:
    explicit SvgPainter(const std::string& file) : file_(std::fopen(file.c_str(), "w")) {}

    void page(double width, double height, unsigned rgb) override {
        std::fprintf(file_,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.3fpt\" height=\"%.3fpt\" viewBox=\"0 0 %.3f "
                     "%.3f\">\n<rect width=\"%.3f\" height=\"%.3f\" fill=\"#%06x\"/>\n",
                     width, height, width, height, width, height, rgb);
    }

    void rectangle(const double (&box)[4], double radius, const Ink& fill, const Ink& stroke) override {
        std::fprintf(file_, "<rect x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\" rx=\"%.3f\"", box[0], box[1],
                     box[2] - box[0], box[3] - box[1], radius);
        paint(fill, stroke);
    }

    void circle(double x, double y, double radius, const Ink& fill, const Ink& stroke) override {
        std::fprintf(file_, "<circle cx=\"%.3f\" cy=\"%.3f\" r=\"%.3f\"", x, y, radius);
        paint(fill, stroke);
    }

    void path(std::istream& in, std::size_t count, const Ink& fill, const Ink& stroke) override {
        std::fputs("<path d=\"", file_);
        for (std::size_t i = 0; i < count; ++i) {
            char kind = 0;
            in >> kind;
            std::fputc(kind, file_);
            const int numbers = kind == 'Z' ? 0 : kind == 'C' ? 6 : 2;
            for (int k = 0; k < numbers; ++k) {
                double value = 0;
                in >> value;
                std::fprintf(file_, "%.3f ", value);
            }
        }
        std::fputc('"', file_);
        paint(fill, stroke);
    }

    void text(const Text& text) override {
        static const char* const anchors[] = {"start", "middle", "end"};
        std::fprintf(
            file_,
            "<text x=\"%.3f\" y=\"%.3f\" text-anchor=\"%s\" font-family=\"Arial, 'Liberation Sans', sans-serif\" "
            "font-size=\"%.3f\" font-weight=\"%s\" font-style=\"%s\" fill=\"#%06x\">",
            text.x, text.y, anchors[text.anchor], text.size, text.bold ? "bold" : "normal",
            text.italic ? "italic" : "normal", text.rgb);
        for (const char c : text.text) {
            c == '&' ? std::fputs("&amp;", file_) : c == '<' ? std::fputs("&lt;", file_) : std::fputc(c, file_);
        }
        std::fputs("</text>\n", file_);
    }

    void finish() override {
        std::fputs("</svg>\n", file_);
        std::fclose(file_);
    }

private:
    void paint(const Ink& fill, const Ink& stroke) {
        if (fill.present) {
            std::fprintf(file_, " fill=\"#%06x\" fill-opacity=\"%.3f\"", fill.rgb, fill.opacity);
        } else {
            std::fputs(" fill=\"none\"", file_);
        }
        if (stroke.present) {
            std::fprintf(file_, " stroke=\"#%06x\" stroke-opacity=\"%.3f\" stroke-width=\"%.3f\"", stroke.rgb,
                         stroke.opacity, stroke.width);
            if (!stroke.dash.empty()) {
                std::fputs(" stroke-dasharray=\"", file_);
                for (const double dash : stroke.dash) {
                    std::fprintf(file_, "%.3f ", dash);
                }
                std::fputc('"', file_);
            }
        }
        std::fputs("/>\n", file_);
    }

    std::FILE* file_;
};

void paint(const std::string& scene, Painter& painter) {
    std::ifstream in(scene);
    std::string word;
    while (in >> word) {
        if (word == "page") {
            double width = 0;
            double height = 0;
            std::string colour;
            in >> width >> height >> colour;
            painter.page(width, height, static_cast<unsigned>(std::stoul(colour, nullptr, 16)));
        } else if (word == "rect") {
            double box[4];
            double radius = 0;
            in >> box[0] >> box[1] >> box[2] >> box[3] >> radius;
            const auto fill = read_fill(in);
            painter.rectangle(box, radius, fill, read_stroke(in));
        } else if (word == "circle") {
            double x = 0;
            double y = 0;
            double radius = 0;
            in >> x >> y >> radius;
            const auto fill = read_fill(in);
            painter.circle(x, y, radius, fill, read_stroke(in));
        } else if (word == "path") {
            const auto fill = read_fill(in);
            const auto stroke = read_stroke(in);
            std::size_t count = 0;
            in >> count;
            painter.path(in, count, fill, stroke);
        } else if (word == "text") {
            painter.text(read_text(in));
        }
    }
    painter.finish();
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: bare_charts DIRECTORY CHART...\n", stderr);
        return 2;
    }
    Type type;
    for (int i = 2; i < count; ++i) {
        const auto chart = std::string(words[1]) + "/" + words[i];
        SvgPainter svg(chart + ".svg");
        paint(chart + ".svg.scene", svg);
        PdfPainter pdf(chart + ".pdf", type);
        paint(chart + ".pdf.scene", pdf);
    }
    return 0;
}
