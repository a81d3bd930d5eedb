#include "timeline/label.hpp"

#include "text/badge.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// In ems of the numbers' type.
constexpr double kNumbersGap = 0.5;
/// Before a badge, in ems of the title's type.
constexpr double kBadgeGap = 0.45;
/// How far the numbers' digits stand out above the title's capitals, in ems of the title's type.
constexpr double kNumbersStandOut = 0.12;
/// From the title's last baseline to the detail's first, in ems of the detail's type, beyond its line distance.
constexpr double kDetailDrop = 0.07;
/// How much narrower the title may be set so that the numbers find room, and in what steps.
constexpr double kNarrowest = 0.6;
constexpr double kStep = 0.05;
/// A last line shorter than this part of the width looks left over.
constexpr double kLeftOver = 0.35;

double numbers_width(const RowInput& row, const Style& style, const text::Measurer& measurer) {
    double width = 0;
    for (const std::string& number : row.numbers) {
        width += measurer.width(width > 0 ? " " + number : number, style.source_number);
    }
    return row.numbers.empty() ? 0 : width + kNumbersGap * style.source_number.size;
}

/// Of all that follows the title's last word: badge and numbers, and the distances before them.
double tail_width(const RowInput& row, const Style& style, const text::Measurer& measurer) {
    const double badge =
        row.badge.empty() ? 0 : kBadgeGap * style.label.size + text::badge_size(row.badge, style.badge, measurer).width;
    return badge + numbers_width(row, style, measurer);
}

double widest_word(const std::string& words, const Font& font, const text::Measurer& measurer) {
    double widest = 0;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        widest = std::max(widest, measurer.width(words.substr(begin, end - begin), font));
        begin = end + 1;
    }
    return widest;
}

/// Breaks to `width`; where the last line would look left over or not hold `extra` more points, a little
/// narrower, but never so that a word breaks. That may take a line more only for the sake of `extra`.
std::vector<text::Line>
break_evenly(const std::string& words, const Font& font, const text::Measurer& measurer, double width, double extra) {
    std::vector<text::Line> lines = measurer.wrap(words, font, width);
    const auto good = [&](const std::vector<text::Line>& broken) {
        return broken.back().width + extra <= width &&
               (broken.size() == 1 || broken.back().width + extra >= kLeftOver * width);
    };
    if (good(lines)) {
        return lines;
    }
    const std::size_t most = lines.size() + (lines.back().width + extra <= width ? 0 : 1);
    const double narrowest = std::max(kNarrowest, widest_word(words, font, measurer) / width);
    for (int step = 1; 1 - step * kStep > narrowest; ++step) {
        const double part = 1 - step * kStep;
        std::vector<text::Line> narrower = measurer.wrap(words, font, width * part);
        if (narrower.size() > most) {
            break;
        }
        if (good(narrower)) {
            return narrower;
        }
    }
    return lines;
}

/// A title whose numbers need `numbers` behind its last word. Where that leaves them a line of their own, the last
/// word goes with them.
std::vector<text::Line>
title_lines(const std::string& title, const Font& font, const text::Measurer& measurer, double width, double numbers) {
    std::vector<text::Line> lines = break_evenly(title, font, measurer, width, numbers);
    const std::string& last = lines.back().text;
    const std::size_t blank = last.rfind(' ');
    // A line that is more than its part of the title holds marks of direction: it is not cut.
    const bool plain = title.compare(lines.back().begin, last.size(), last) == 0;
    if (numbers == 0 || lines.back().width + numbers <= width || blank == std::string::npos || blank == 0 || !plain) {
        return lines;
    }
    text::Line end = lines.back();
    end.text = last.substr(blank + 1);
    end.width = measurer.width(end.text, font);
    if (end.width + numbers > width) {
        return lines;
    }
    end.begin = lines.back().begin + blank + 1;
    lines.back().text = last.substr(0, blank);
    lines.back().width = measurer.width(lines.back().text, font);
    lines.back().end = lines.back().begin + blank;
    lines.push_back(std::move(end));
    return lines;
}

/// Where a detail of two lines can end its first one at a semicolon or between two notes, it does: names and
/// phrases then stay whole.
std::vector<text::Line>
break_detail(const std::string& detail, const Font& font, const text::Measurer& measurer, double width) {
    std::vector<text::Line> lines = break_evenly(detail, font, measurer, width, 0);
    if (lines.size() != 2) {
        return lines;
    }
    for (const std::string& end : {std::string("; "), std::string(" · ")}) {
        // The last such place that leaves the first line short enough.
        for (std::size_t at = detail.rfind(end); at != std::string::npos && at > 0; at = detail.rfind(end, at - 1)) {
            const std::string first = detail.substr(0, at) + (end == "; " ? ";" : "");
            const std::string second = detail.substr(at + end.size());
            const text::Line upper{first, measurer.width(first, font)};
            const text::Line lower{second, measurer.width(second, font)};
            if (upper.width <= width && lower.width <= width && upper.width >= lines.front().width / 2) {
                return {upper, lower};
            }
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
    const double rise = measurer.metrics(style.label).cap_height - measurer.metrics(font).cap_height +
                        kNumbersStandOut * style.label.size;
    for (const std::string& number : row.numbers) {
        const double advance = measurer.width(number, font);
        if (at.x > 0 && at.x + advance > width) {
            at = {0, at.y + style.label.size * style.line_spacing};
        }
        placed.push_back({number, {at.x, at.y - rise}, advance});
        at.x += advance + blank;
    }
    return at.y;
}

/// Centred on the height of the title's capitals; `left` of its box, `y`: the title's baseline.
PlacedBadge place_badge(const RowInput& row, const Style& style, const text::Measurer& measurer, Point left) {
    const Size size = text::badge_size(row.badge, style.badge, measurer);
    const double middle = left.y - measurer.metrics(style.label).cap_height / 2;
    PlacedBadge badge;
    badge.box = {left.x, middle - size.height / 2, left.x + size.width, middle + size.height / 2};
    badge.words = {row.badge, text::badge_words(badge.box, style.badge, measurer),
                   measurer.width(row.badge, style.badge)};
    return badge;
}

} // namespace

Label make_label(const RowInput& row, const Style& style, const text::Measurer& measurer, double width) {
    Font title_font = style.label;
    title_font.italic = row.italic;
    const text::FontMetrics title_metrics = measurer.metrics(title_font);
    const text::FontMetrics detail_metrics = measurer.metrics(style.detail);
    const text::FontMetrics number_metrics = measurer.metrics(style.source_number);
    const double tail = tail_width(row, style, measurer);
    Label label;
    double y = 0;
    for (const text::Line& line : title_lines(row.title, title_font, measurer, width, tail)) {
        label.title.push_back({line.text, {0, y}, line.width});
        y += title_font.size * style.line_spacing;
    }
    y = label.title.back().at.y;
    label.top = -title_metrics.ascent;
    label.bottom = y + title_metrics.descent;
    const double end = label.title.back().width;
    const bool follow = end == 0 || end + tail <= width;
    Point at = follow ? Point{end, y} : Point{0, y + title_font.size * style.line_spacing};
    if (!row.badge.empty()) {
        at.x += at.x > 0 ? kBadgeGap * style.label.size : 0;
        label.badge = place_badge(row, style, measurer, at);
        label.bottom = std::max(label.bottom, label.badge->box.bottom);
        at.x = label.badge->box.right;
        y = at.y;
    }
    if (!row.numbers.empty()) {
        at.x += at.x > 0 ? kNumbersGap * style.source_number.size : 0;
        y = set_numbers(row, style, measurer, width, at, label.numbers);
        label.top = std::min(label.top, label.numbers.front().at.y - number_metrics.ascent);
        label.bottom = std::max(label.bottom, label.numbers.back().at.y + number_metrics.descent);
    }
    label.last_baseline = y;
    if (!row.detail.empty()) {
        y += style.detail.size * (style.line_spacing + kDetailDrop);
        for (const text::Line& line : break_detail(row.detail, style.detail, measurer, width)) {
            label.detail.push_back({line.text, {0, y}, line.width});
            label.last_baseline = y;
            y += style.detail.size * style.line_spacing;
        }
        label.bottom = label.last_baseline + detail_metrics.descent;
    }
    return label;
}

} // namespace demarche::timeline
