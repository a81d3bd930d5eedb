#pragma once
/// Lines of a chart whose language is written from right to left, with names and numbers of other scripts in them.
///
/// Marks of Unicode's bidirectional algorithm (UAX 9) say in the text itself what it would else have to guess: they
/// take no room, every reader that sets Arabic or Hebrew at all knows them, and they travel with a copied text.

#include "text/measurer.hpp"

#include <string>
#include <string_view>

namespace demarche::text {

/// `text` as a line of such a chart: it begins with U+200F where it would else be taken for a left-to-right one. Text
/// of left-to-right letters alone stays what it is ("U.S."). Isolates that a line break cut in two are closed and
/// opened again. Idempotent.
std::string as_right_to_left(std::string_view text);

/// `text` as it stands inside a right-to-left sentence: what has left-to-right letters is isolated (U+2066 or U+2067,
/// and U+2069), so that a comma, a bracket or a number beside it keeps its place.
std::string isolated(std::string_view text);

/// The font without its slant. Arabic and Hebrew letters have no italics, and faces that lean lack them: a reader would
/// take others, of other widths.
Font upright(Font font);

/// Measures texts as as_right_to_left and upright make them; the lines it breaks come so. `inner` must outlive it.
class RightToLeftMeasurer final : public Measurer {
public:
    explicit RightToLeftMeasurer(const Measurer& inner) : inner_(inner) {}

    [[nodiscard]] double width(std::string_view text, const Font& font) const override;
    [[nodiscard]] FontMetrics metrics(const Font& font) const override;
    [[nodiscard]] std::vector<Line> wrap(std::string_view text, const Font& font, double max_width) const override;

private:
    const Measurer& inner_;
};

} // namespace demarche::text
