#pragma once
/// How wide and high is this string. The seam between layout and fonts: layout knows only this.

#include "base/font.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// Points, all positive: ascent above the baseline, descent below it.
struct FontMetrics {
    double ascent = 0;
    double descent = 0;
    double cap_height = 0;
    double x_height = 0;
};

struct Line {
    std::string text;      ///< as it is drawn: no blank at either end, perhaps a hyphen or a direction mark more
    double width = 0;      ///< advance width in points
    std::size_t begin = 0; ///< the bytes of the wrapped text that the line holds
    std::size_t end = 0;
};

class Measurer {
public:
    virtual ~Measurer() = default;
    /// Advance width in points of one line; control characters count as blanks.
    [[nodiscard]] virtual double width(std::string_view text, const Font& font) const = 0;
    [[nodiscard]] virtual FontMetrics metrics(const Font& font) const = 0;
    /// Breaks at the places Unicode allows (UAX 14), inside a word only where it is wider than the line.
    /// At least one line; every line is at most `max_width` wide unless a single glyph is wider.
    [[nodiscard]] virtual std::vector<Line> wrap(std::string_view text, const Font& font, double max_width) const = 0;

protected:
    Measurer() = default;
    Measurer(const Measurer&) = default;
    Measurer& operator=(const Measurer&) = default;
};

} // namespace demarche::text
