#include "text/pango_text.hpp"

#include "text/text_line.hpp"

#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <initializer_list>

namespace demarche::text {

namespace {

struct CairoFontOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

constexpr std::string_view kDefaultFamily = "Liberation Sans"; // whose fallbacks are part of the design

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
    }
    return text;
}

std::string code_point_name(gunichar c) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", c);
    return name;
}

/// A configuration without fonts so far. It becomes the current one before there is a font map, or Pango
/// would read the system's configuration in a thread of its own.
Owned<FcConfig> empty_configuration() {
    Owned<FcConfig> config(FcConfigCreate());
    FcConfigSetCurrent(config.get());
    return config;
}

} // namespace

double advance(const PangoLayoutLine* line) {
    int width = 0;
    for (const GSList* run = line->runs; run != nullptr; run = run->next) {
        width += pango_glyph_string_get_width(static_cast<const PangoLayoutRun*>(run->data)->glyphs);
    }
    return static_cast<double>(width) / PANGO_SCALE;
}

std::string family_of(PangoFont* font) {
    const Owned<PangoFontDescription> description(pango_font_describe(font));
    const char* family = pango_font_description_get_family(description.get());
    return family == nullptr ? std::string() : family;
}

PangoText::PangoText(Diagnostics* diagnostics)
    : diagnostics_(diagnostics),
      config_(empty_configuration()),
      map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
      fallbacks_(fallback_families()) {
    const FontFamily family = default_family();
    named_families_.insert(family.name);
    for (const std::string& file : family.files) {
        FcConfigAppFontAddFile(config_.get(), reinterpret_cast<const FcChar8*>(file.c_str()));
    }
    files_.insert(family.files.begin(), family.files.end());
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config_.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72);

    context_.reset(pango_font_map_create_context(map_.get()));
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string("en"));
    const std::unique_ptr<cairo_font_options_t, CairoFontOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options.get());

    layout_.reset(pango_layout_new(context_.get()));
    pango_layout_set_auto_dir(layout_.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    // A name or a link broken over two lines must not gain a hyphen that is not in it.
    const Owned<PangoAttrList> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout_.get(), attributes.get());
}

/// A font map of Pango 1.50 never lets go of the configuration it was given.
PangoText::~PangoText() {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), nullptr);
}

void PangoText::add_files(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        FcConfigAppFontAddFile(config_.get(), reinterpret_cast<const FcChar8*>(file.c_str()));
    }
    files_.insert(files.begin(), files.end());
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(map_.get()));
}

void PangoText::load_named_family(const std::string& name) {
    if (!named_families_.insert(name).second) {
        return;
    }
    const FontFamily family = find_family(name);
    if (!family.files.empty()) {
        add_files(family.files);
    } else {
        warn("missing-family", "no typeface \"" + name + "\" is installed; Liberation Sans stands in",
             "'fc-list : family' lists what is");
    }
}

const PangoFontDescription* PangoText::description(const Font& font) {
    auto& slot = descriptions_[font];
    if (!slot) {
        load_named_family(font.family);
        // The whole list from the start: which file serves a character then never depends on what was asked before.
        std::string families = font.family + ",Liberation Sans";
        for (const FontFamily& fallback : fallbacks_) {
            families += "," + fallback.name;
        }
        slot.reset(pango_font_description_new());
        pango_font_description_set_family(slot.get(), families.c_str());
        pango_font_description_set_absolute_size(slot.get(), font.size * PANGO_SCALE);
        pango_font_description_set_weight(slot.get(), font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(slot.get(), font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    }
    return slot.get();
}

PangoLayout* PangoText::set(std::string_view text, const Font& font, int pango_width) {
    const PangoDirection direction = reads_right_to_left(text) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    if (pango_context_get_base_dir(context_.get()) != direction) {
        pango_context_set_base_dir(context_.get(), direction);
        pango_layout_context_changed(layout_.get());
    }
    pango_layout_set_font_description(layout_.get(), description(font));
    pango_layout_set_width(layout_.get(), pango_width);
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    if (pango_layout_get_unknown_glyphs_count(layout_.get()) > 0) {
        load_missing(text);
    }
    if (diagnostics_ != nullptr && font.family != kDefaultFamily) {
        report_substitutes(font);
    }
    return layout_.get();
}

void PangoText::report_substitutes(const Font& font) {
    const std::string own = family(font);
    if (own == kDefaultFamily) {
        return; // it stands in for one that is missing, and that has been said
    }
    const std::string_view text = pango_layout_get_text(layout_.get());
    for (const GSList* line = pango_layout_get_lines_readonly(layout_.get()); line != nullptr; line = line->next) {
        for (const GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run != nullptr; run = run->next) {
            const PangoItem* item = static_cast<PangoLayoutRun*>(run->data)->item;
            const std::string used = item->analysis.font == nullptr ? own : family_of(item->analysis.font);
            if (used != own && substitutes_.emplace(own, used).second) {
                const std::string words(trim_blanks(
                    text.substr(static_cast<std::size_t>(item->offset), static_cast<std::size_t>(item->length))));
                warn_once("other-typeface",
                          joined({"\"", own, "\" lacks \"", words, "\"; \"", used, "\" is used for that and the like"}),
                          "choose a typeface for the scripts of the chart");
            }
        }
    }
}

PangoLayout* PangoText::set_line(std::string_view text, const Font& font) {
    return set(text, font, -1);
}

PangoLayout* PangoText::set_wrapped(std::string_view text, const Font& font, double width) {
    const double limited = width > 0 ? std::min(width, 1e6) : 0; // NaN too
    return set(text, font, static_cast<int>(std::floor(limited * PANGO_SCALE)));
}

void PangoText::load_missing(std::string_view text) {
    while (loaded_fallbacks_ < fallbacks_.size() && pango_layout_get_unknown_glyphs_count(layout_.get()) > 0) {
        const FontFamily& next = fallbacks_[loaded_fallbacks_++];
        if (named_families_.insert(next.name).second) {
            add_files(next.files);
            pango_layout_context_changed(layout_.get());
        }
    }
    if (pango_layout_get_unknown_glyphs_count(layout_.get()) > 0) {
        report_missing_glyphs(text);
    }
}

void PangoText::report_missing_glyphs(std::string_view text) {
    if (diagnostics_ == nullptr) {
        return;
    }
    for (const GSList* line = pango_layout_get_lines_readonly(layout_.get()); line != nullptr; line = line->next) {
        for (const GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run != nullptr; run = run->next) {
            const PangoGlyphString* glyphs = static_cast<PangoLayoutRun*>(run->data)->glyphs;
            for (int i = 0; i < glyphs->num_glyphs; ++i) {
                const PangoGlyph glyph = glyphs->glyphs[i].glyph;
                if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_EMPTY) {
                    continue;
                }
                const gunichar c = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
                if (missing_glyphs_.insert(c).second) {
                    warn("missing-glyph",
                         "no installed typeface has " + code_point_name(c) + " in \"" + std::string(text) +
                             "\"; an empty box is drawn",
                         "install the package fonts-noto-core");
                }
            }
        }
    }
}

Owned<PangoFont> PangoText::load(const Font& font) {
    return Owned<PangoFont>(pango_font_map_load_font(map_.get(), context_.get(), description(font)));
}

std::string PangoText::family(const Font& font) {
    return family_of(load(font).get());
}

void PangoText::warn_once(const std::string& code, const std::string& message, const std::string& hint) {
    if (diagnostics_ != nullptr && warnings_.insert(message).second) {
        warn(code, message, hint);
    }
}

void PangoText::warn(const std::string& code, const std::string& message, const std::string& hint) {
    silent_ = false;
    if (diagnostics_ != nullptr) {
        diagnostics_->warning(code, {}, message, hint);
    }
}

} // namespace demarche::text
