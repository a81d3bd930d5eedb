#pragma once
/// Pango set up so that a string has the same width whoever asks: the measurer and the painters share this.
///
/// No hinting of outlines or metrics, no rounding of glyph positions, 72 dots an inch, language "en" and
/// fonts pinned by file: neither the user's fontconfig nor the locale can change a width.

#include "base/diagnostic.hpp"
#include "base/font.hpp"
#include "text/fonts.hpp"

#include <pango/pangocairo.h>

#include <fontconfig/fontconfig.h>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// Owners of the C handles of Pango and fontconfig.
struct Release {
    void operator()(gpointer object) const { g_object_unref(object); }

    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }

    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }

    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

template <class T>
using Owned = std::unique_ptr<T, Release>;

/// The advance width of a line in points: the sum over its glyphs. Pango's own extents would ask every glyph for
/// its ink as well.
double advance(const PangoLayoutLine* line);

/// The family of a font as its file names it.
std::string family_of(PangoFont* font);

/// One font map with its fonts, and one layout that every string passes through. Not thread-safe.
class PangoText {
public:
    /// Findings (`missing-family`, `missing-glyph`, `other-typeface`, once each) go to `diagnostics` where there is
    /// one. Throws Error where the default face is not to be found.
    explicit PangoText(Diagnostics* diagnostics);
    PangoText(const PangoText&) = delete;
    PangoText& operator=(const PangoText&) = delete;
    ~PangoText();

    /// The layout holding `text` as one line that is not wrapped; a string whose first strong character is
    /// right-to-left has that base direction. Valid until the next call. Loads fallback families where
    /// a glyph is missing. REQUIRES: clean text (text_line.hpp).
    PangoLayout* set_line(std::string_view text, const Font& font);

    /// The same, wrapped at `width` points by UAX 14, inside a word only where it is wider.
    PangoLayout* set_wrapped(std::string_view text, const Font& font, double width);

    /// The regular, bold or italic face itself, without fallbacks.
    Owned<PangoFont> load(const Font& font);

    /// The family of that face, as its file names it: another one where the one asked for is missing.
    std::string family(const Font& font);

    /// Findings go there from now on.
    void report_to(Diagnostics& diagnostics) { diagnostics_ = &diagnostics; }

    /// Nothing was reported so far.
    [[nodiscard]] bool silent() const { return silent_; }

    /// The files loaded so far, sorted.
    [[nodiscard]] const std::set<std::string>& files() const { return files_; }

    /// A warning for whoever writes the chart; each message once.
    void warn_once(const std::string& code, const std::string& message, const std::string& hint = {});

private:
    const PangoFontDescription* description(const Font& font);
    PangoLayout* set(std::string_view text, const Font& font, int pango_width);
    void add_files(const std::vector<std::string>& files);
    void load_named_family(const std::string& name);
    void load_missing(std::string_view text);
    void report_missing_glyphs(std::string_view text);
    void report_substitutes(const Font& font);
    void warn(const std::string& code, const std::string& message, const std::string& hint);

    Diagnostics* diagnostics_;
    bool silent_ = true;
    std::set<std::string> files_;
    Owned<FcConfig> config_;
    Owned<PangoFontMap> map_;
    Owned<PangoContext> context_;
    Owned<PangoLayout> layout_;
    std::map<Font, Owned<PangoFontDescription>> descriptions_;
    std::vector<FontFamily> fallbacks_; ///< the first `loaded_fallbacks_` of them are in `config_`
    std::size_t loaded_fallbacks_ = 0;
    std::set<std::string> named_families_;                      ///< loaded, or reported as missing
    std::set<gunichar> missing_glyphs_;                         ///< reported
    std::set<std::string> warnings_;                            ///< reported
    std::set<std::pair<std::string, std::string>> substitutes_; ///< reported: asked for, used
};

} // namespace demarche::text
