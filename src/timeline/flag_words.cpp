#include "timeline/flag_words.hpp"

#include <algorithm>

namespace demarche::timeline {

FlagWords make_flag_words(
    const RowInput& row, const Style& style, const text::Measurer& measurer, double width, const FlagText& text) {
    RowInput shown = row;
    shown.detail = text.detail == FlagDetail::all ? row.detail : row.brief;
    FlagWords words;
    words.label = make_label(shown, style, measurer, width);
    words.top = words.label.top;
    words.bottom = words.label.bottom;
    Font font = style.date;
    font.italic = row.date_italic;
    const auto lines = measurer.wrap(text.full_date ? row.full_date : row.date, font, width);
    const double pitch = font.size * style.line_spacing;
    double y = -style.label.size * style.line_spacing - static_cast<double>(lines.size() - 1) * pitch;
    for (const text::Line& line : lines) {
        words.date.push_back({line.text, {0, y}, line.width});
        words.width = std::max(words.width, line.width);
        y += pitch;
    }
    words.top = std::min(words.top, words.date.front().at.y - measurer.metrics(font).ascent);
    for (const auto* texts : {&words.label.title, &words.label.numbers, &words.label.detail}) {
        for (const PlacedText& line : *texts) {
            words.width = std::max(words.width, line.at.x + line.width);
        }
    }
    if (words.label.badge) {
        words.width = std::max(words.width, words.label.badge->box.right);
    }
    return words;
}

} // namespace demarche::timeline
