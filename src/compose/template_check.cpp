/// Legibility, checked when a template is read: WCAG 2.1, criteria 1.4.3 (text) and 1.4.11 (marks).

#include "base/number.hpp"
#include "compose/template_keys.hpp"
#include "compose/template_values.hpp"

namespace demarche::compose {

namespace {

constexpr double kTextContrast = 4.5;
constexpr double kMarkContrast = 3;

struct Ground {
    std::string_view name;
    Colour colour;
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
            check_side(colour, "the colour of side \"" + code + "\"", "sides/" + code);
        }
        check_type();
        if (style_.width <= 2 * style_.margin) {
            report("bad-value", "page/margin", "the margins leave nothing of the page");
        }
    }

private:
    void report(const std::string& code, const std::string& path, const std::string& message) {
        const auto found = origins_.find(path);
        diagnostics_.error(code, found == origins_.end() ? SourcePosition{} : found->second, message);
    }

    void
    contrast_of(Colour colour, const std::string& what, const std::string& path, const Ground& ground, double least) {
        const double ratio = contrast(colour, ground.colour);
        if (ratio < least) {
            report("low-contrast", path,
                   what + " (" + to_text(colour) + ") has a contrast of " + to_text(ratio, 2) + ":1 on the " +
                       std::string(ground.name) + " (" + to_text(ground.colour) + "); at least " + to_text(least) +
                       ":1 is needed");
        }
    }

    void check_inks() {
        const Ground page{"page", style_.background};
        const Ground band{"band", style_.band};
        const Ground hub{"hub", style_.hub_fill};
        for (const Ground& ground : {page, band, hub}) {
            contrast_of(style_.ink, "ink", "colours/ink", ground, kTextContrast);
            contrast_of(style_.muted, "muted", "colours/muted", ground, kTextContrast);
        }
        contrast_of(style_.uncertain, "uncertain", "colours/uncertain", page, kMarkContrast);
        contrast_of(style_.uncertain, "uncertain", "colours/uncertain", band, kMarkContrast);
    }

    /// A side's colour is text (lane heads, heads of cards, ties) on the page and on its own tint, a mark elsewhere.
    void check_side(Colour colour, const std::string& what, const std::string& path) {
        const Ground tint{"card", blend(colour, style_.background, style_.card_opacity)};
        contrast_of(colour, what, path, {"page", style_.background}, kTextContrast);
        contrast_of(colour, what, path, tint, kTextContrast);
        contrast_of(colour, what, path, {"band", style_.band}, kMarkContrast);
        contrast_of(style_.ink, "ink", "colours/ink", tint, kTextContrast);
        contrast_of(style_.muted, "muted", "colours/muted", tint, kTextContrast);
    }

    void check_type() {
        constexpr double kRounding = 1e-6;
        for (const FontKey& key : font_keys()) {
            const double size = (style_.*key.value).size;
            if (size + kRounding < style_.smallest_type) {
                report("small-type", "type/" + std::string(key.name),
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
