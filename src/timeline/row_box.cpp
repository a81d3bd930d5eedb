#include "timeline/row_box.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kBandPadding = 0.66; ///< from cap height above, from the last baseline below
constexpr double kBandOverhang = 0.9; ///< beyond the page's text, left and right
constexpr double kRowDistance = 0.95;
constexpr double kBandDistance = 0.5;

std::vector<PlacedText> set_date(const std::string& words,
                                 const Font& font,
                                 const Style& style,
                                 const text::Measurer& measurer,
                                 const Columns& columns) {
    std::vector<PlacedText> lines;
    if (words.empty()) {
        return lines;
    }
    const std::vector<text::Line> broken = measurer.wrap(words, font, columns.date_width + 0.01);
    const double pitch = font.size * style.line_spacing;
    const double x = columns.dates_above ? columns.label_left : columns.date_right;
    double y = measurer.metrics(font).cap_height / 2;
    if (columns.dates_above) {
        y = measurer.metrics(style.label).cap_height / 2 - style.label.size * style.line_spacing -
            static_cast<double>(broken.size() - 1) * pitch;
    }
    for (const text::Line& line : broken) {
        lines.push_back({line.text, {x, y}, line.width});
        y += pitch;
    }
    return lines;
}

} // namespace

RowBox make_row_box(const RowInput& input, const Style& style, const text::Measurer& measurer, const Columns& columns) {
    const text::FontMetrics label_metrics = measurer.metrics(style.label);
    const text::FontMetrics date_metrics = measurer.metrics(style.date);
    Font date_font = style.date;
    date_font.italic = input.date_italic;
    RowBox box;
    PlacedRow& row = box.row;
    row.label = make_label(input, style, measurer, columns.label_width);
    row.label_at = {columns.label_left, label_metrics.cap_height / 2};
    row.date = set_date(input.same_date ? "" : input.date, date_font, style, measurer, columns);
    row.full_date = set_date(input.full_date, date_font, style, measurer, columns);
    // Half a point around a mark: strokes are centred on its outline.
    box.mark_above = box.mark_below = style.mark_radius + 0.5;
    const double date_above = row.date.empty() ? 0 : date_metrics.ascent - row.date.front().at.y;
    if (!columns.dates_above) {
        box.mark_above = std::max(box.mark_above, date_metrics.ascent - date_metrics.cap_height / 2);
        for (const auto* lines : {&row.date, &row.full_date}) {
            if (!lines->empty()) {
                box.mark_below = std::max(box.mark_below, lines->back().at.y + date_metrics.descent);
            }
        }
    }
    const double baseline = row.label_at.y;
    box.above = std::max({box.mark_above, -(baseline + row.label.top), date_above});
    box.below = std::max(box.mark_below, baseline + row.label.bottom);
    if (input.emphasis) {
        const double padding = kBandPadding * style.label.size;
        const double overhang = std::min(kBandOverhang * style.label.size, 0.6 * style.left);
        box.above =
            std::max(box.above, label_metrics.cap_height / 2 + padding) + (columns.dates_above ? padding / 2 : 0);
        box.below = std::max({box.below, baseline + row.label.last_baseline + padding, box.mark_below + padding / 2});
        row.band = Box{style.left - overhang, -box.above, style.right + overhang, box.below};
    }
    if (!row.full_date.empty()) {
        row.page_start = std::max(0.0, date_metrics.ascent - row.full_date.front().at.y - box.above);
    }
    row.top = -box.above;
    row.bottom = box.below;
    return box;
}

double distance_between(const RowBox& above, const RowBox& below, const Style& style) {
    const bool band = above.row.band || below.row.band;
    return (band ? kBandDistance : kRowDistance) * style.label.size + style.row_spread;
}

} // namespace demarche::timeline
