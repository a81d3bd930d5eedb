#include "text/badge.hpp"

#include <algorithm>

namespace demarche::text {

namespace {

constexpr double kSide = 0.5; ///< left and right of the words, in ems
constexpr double kAir = 0.08; ///< above and below them

} // namespace

Size badge_size(const std::string& words, const Font& font, const Measurer& measurer) {
    const FontMetrics metrics = measurer.metrics(font);
    // As much below the baseline as above the capitals: they stand in the middle.
    const double around = std::max(metrics.descent, metrics.ascent - metrics.cap_height) + kAir * font.size;
    return {measurer.width(words, font) + 2 * kSide * font.size, metrics.cap_height + 2 * around};
}

Point badge_words(const Box& box, const Font& font, const Measurer& measurer) {
    return {box.left + kSide * font.size, box.centre().y + measurer.metrics(font).cap_height / 2};
}

} // namespace demarche::text
