#include "timeline/label.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// In ems of the numbers' type.
constexpr double kNumbersGap = 0.5;
constexpr double kNumbersRise = 0.5;
/// From the title's last baseline to the detail's first, in ems of the detail's type, beyond its line distance.
constexpr double kDetailDrop = 0.07;
/// How much narrower the title may be set so that the numbers find room, and in what steps.
constexpr double kNarrowest = 0.6;
constexpr double kStep = 0.05;

double numbers_width(const RowInput& row, const Style& style, const text::Measurer& measurer) {
    double width = 0;
    for (const std::string& number : row.numbers) {
        width += measurer.width(width > 0 ? " " + number : number, style.source_number);
    }
    return row.numbers.empty() ? 0 : width + kNumbersGap * style.source_number.size;
}

std::vector<text::Line>
break_title(const RowInput& row, const Font& font, const text::Measurer& measurer, double width, double numbers) {
    std::vector<text::Line> lines = measurer.wrap(row.title, font, width);
    if (numbers == 0 || lines.back().width + numbers <= width) {
        return lines;
    }
    for (double part = 1 - kStep; part > kNarrowest; part -= kStep) {
        std::vector<text::Line> narrower = measurer.wrap(row.title, font, width * part);
        if (narrower.size() > lines.size() + 1) {
            break;
        }
        if (narrower.back().width + numbers <= width) {
            return narrower;
        }
    }
    return lines;
}

/// Sets the numbers from `at`, going to the next line where the width is used up; returns the last baseline
/// that the numbers hang on.
double set_numbers(const RowInput& row,
                   const Style& style,
                   const text::Measurer& measurer,
                   double width,
                   Point at,
                   std::vector<PlacedText>& placed) {
    const Font& font = style.source_number;
    const double blank = measurer.width(" ", font);
    for (const std::string& number : row.numbers) {
        const double advance = measurer.width(number, font);
        if (at.x > 0 && at.x + advance > width) {
            at = {0, at.y + style.label.size * style.line_spacing};
        }
        placed.push_back({number, {at.x, at.y - kNumbersRise * font.size}, advance});
        at.x += advance + blank;
    }
    return at.y;
}

} // namespace

Label make_label(const RowInput& row, const Style& style, const text::Measurer& measurer, double width) {
    Font title_font = style.label;
    title_font.italic = row.italic;
    const text::FontMetrics title_metrics = measurer.metrics(title_font);
    const text::FontMetrics detail_metrics = measurer.metrics(style.detail);
    const text::FontMetrics number_metrics = measurer.metrics(style.source_number);
    const double numbers = numbers_width(row, style, measurer);
    Label label;
    double y = 0;
    for (const text::Line& line : break_title(row, title_font, measurer, width, numbers)) {
        label.title.push_back({line.text, {0, y}, line.width});
        y += title_font.size * style.line_spacing;
    }
    y = label.title.back().at.y;
    label.top = -title_metrics.ascent;
    label.bottom = y + title_metrics.descent;
    if (!row.numbers.empty()) {
        const double end = label.title.back().width;
        const bool follow = end == 0 || end + numbers <= width;
        const Point at = follow ? Point{end == 0 ? 0 : end + kNumbersGap * style.source_number.size, y}
                                : Point{0, y + title_font.size * style.line_spacing};
        y = set_numbers(row, style, measurer, width, at, label.numbers);
        label.top = std::min(label.top, label.numbers.front().at.y - number_metrics.ascent);
        label.bottom = std::max(label.bottom, label.numbers.back().at.y + number_metrics.descent);
    }
    label.last_baseline = y;
    if (!row.detail.empty()) {
        y += style.detail.size * (style.line_spacing + kDetailDrop);
        for (const text::Line& line : measurer.wrap(row.detail, style.detail, width)) {
            label.detail.push_back({line.text, {0, y}, line.width});
            label.last_baseline = y;
            y += style.detail.size * style.line_spacing;
        }
        label.bottom = label.last_baseline + detail_metrics.descent;
    }
    return label;
}

} // namespace demarche::timeline
