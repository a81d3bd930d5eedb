/// Legibility, checked when a template is read: WCAG 2.1, criteria 1.4.3 (text) and 1.4.11 (marks).

#include "base/number.hpp"
#include "compose/template_keys.hpp"
#include "compose/template_values.hpp"

#include <cmath>

namespace demarche::compose {

namespace {

struct Ground {
    std::string_view name;
    Colour colour;
    std::vector<std::string> paths; ///< of the values that make it
};

class Checker {
public:
    Checker(const Template& style, const Origins& origins, Diagnostics& diagnostics)
        : style_(style), origins_(origins), diagnostics_(diagnostics) {}

    void check() {
        check_inks();
        for (std::size_t i = 0; i < style_.palette.size(); ++i) {
            check_side(style_.palette[i], "colour " + std::to_string(i + 1) + " of the palette", "palette");
        }
        for (const auto& [code, colour] : style_.side_colours) {
            // One that was chosen for another ground is made legible where it is drawn.
            if (rank("sides/" + code) >= rank("colours/background")) {
                check_side(colour, "the colour of side \"" + code + "\"", "sides/" + code);
            }
        }
        check_type();
        check_page();
    }

private:
    using Paths = std::vector<std::string>;

    [[nodiscard]] std::size_t rank(const std::string& path) const {
        const auto origin = origins_.find(path);
        return origin == origins_.end() ? 0 : origin->second.rank;
    }

    /// At the value that was set last; of one file, at the one named first.
    void report(const std::string& code, const Paths& paths, const std::string& message, const std::string& hint = {}) {
        Origin last;
        bool found = false;
        for (const std::string& path : paths) {
            const auto origin = origins_.find(path);
            if (origin != origins_.end() && (!found || origin->second.rank > last.rank)) {
                last = origin->second;
                found = true;
            }
        }
        diagnostics_.error(code, last.where, message, hint);
    }

    void
    contrast_of(Colour colour, const std::string& what, const std::string& path, const Ground& ground, double least) {
        const double ratio = contrast(colour, ground.colour);
        if (ratio < least) {
            Paths paths{path};
            paths.insert(paths.end(), ground.paths.begin(), ground.paths.end());
            report("low-contrast", paths,
                   what + " (" + to_text(colour) + ") has a contrast of " + to_text(ratio, 2) + ":1 on the " +
                       std::string(ground.name) + " (" + to_text(ground.colour) + "); at least " + to_text(least) +
                       ":1 is needed");
        }
    }

    void check_inks() {
        const Ground page{"page", style_.background, {"colours/background"}};
        const Ground band{"band", style_.band, {"colours/band"}};
        const Ground hub{"hub", style_.hub_fill, {"colours/hub"}};
        for (const Ground& ground : {page, band, hub}) {
            contrast_of(style_.ink, "ink", "colours/ink", ground, kTextContrast);
            contrast_of(style_.muted, "muted", "colours/muted", ground, kTextContrast);
            contrast_of(style_.badge_fill, "badge", "colours/badge", ground, kTextContrast);
        }
        contrast_of(style_.uncertain, "uncertain", "colours/uncertain", page, kMarkContrast);
        contrast_of(style_.uncertain, "uncertain", "colours/uncertain", band, kMarkContrast);
    }

    /// A side's colour is text (lane heads, heads of cards, ties) on the page and on its own tint, a mark elsewhere.
    void check_side(Colour colour, const std::string& what, const std::string& path) {
        const Ground tint{"card",
                          blend(colour, style_.background, style_.card_opacity),
                          {path, "colours/background", "marks/card-opacity"}};
        contrast_of(colour, what, path, {"page", style_.background, {"colours/background"}}, kTextContrast);
        contrast_of(colour, what, path, tint, kTextContrast);
        contrast_of(colour, what, path, {"band", style_.band, {"colours/band"}}, kMarkContrast);
        contrast_of(style_.ink, "ink", "colours/ink", tint, kTextContrast);
        contrast_of(style_.muted, "muted", "colours/muted", tint, kTextContrast);
    }

    void check_page() {
        if (style_.width <= 2 * style_.margin) {
            report("bad-value", {"page/margin", "page/width"}, "the margins leave nothing of the page");
        }
        // Title, heads of the lanes, two rows of two lines, legend and page number.
        const double least = 2 * style_.margin + 2 * style_.title.size + 2 * style_.lane_head.size +
                             6 * (style_.label.size + style_.detail.size) + 8 * style_.gap;
        if (style_.max_page_height > 0 && style_.max_page_height < least) {
            report("bad-value", {"page/max-height", "page/margin"},
                   "a page of max-height " + to_text(style_.max_page_height, 0) + "pt has no room for a timeline",
                   "at least " + to_text(std::ceil(least), 0) + "pt, or 0 for one page however long");
        }
    }

    void check_type() {
        constexpr double kRounding = 1e-6;
        for (const FontKey& key : font_keys()) {
            const double size = (style_.*key.value).size;
            if (size + kRounding < style_.smallest_type) {
                report("small-type", {"type/" + std::string(key.name), "type/smallest"},
                       std::string(key.name) + " is " + to_text(size) + "pt; the smallest type of this template is " +
                           to_text(style_.smallest_type) + "pt");
            }
        }
    }

    const Template& style_;
    const Origins& origins_;
    Diagnostics& diagnostics_;
};

} // namespace

void check_template(const Template& style, const Origins& origins, Diagnostics& diagnostics) {
    Checker(style, origins, diagnostics).check();
}

} // namespace demarche::compose
