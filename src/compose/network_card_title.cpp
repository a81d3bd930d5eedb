#include "compose/network_card_title.hpp"

#include "compose/frame.hpp"

#include <algorithm>
#include <utility>

namespace demarche::compose {

namespace {

/// The name in so narrow lines that the numbers find room behind the last; none where a word would be torn.
std::vector<text::Line>
wrapped_for_numbers(const NetworkStyle& style, const std::string& name, double room, double numbers) {
    std::vector<text::Line> lines = style.measurer.wrap(name, style.style.card_head, room - numbers);
    const bool torn = std::any_of(lines.begin(), lines.end(), [&](const text::Line& line) {
        return line.end > 0 && line.end < name.size() && name[line.end - 1] != ' ' && name[line.end] != ' ';
    });
    return torn ? std::vector<text::Line>{} : lines;
}

} // namespace

CardTitle card_title(const NetworkStyle& style, const view::NetworkCard& card, double room) {
    CardTitle title{style.measurer.wrap(card.title, style.style.card_head, room), false, false};
    const double numbers = source_numbers_width(card.support.numbers, style.style, style.measurer);
    title.numbers = numbers > 0 && numbers < room && !title.lines.empty();
    if (!title.numbers || title.lines.back().width + numbers <= room) {
        return title;
    }
    std::vector<text::Line> narrower = wrapped_for_numbers(style, card.title, room, numbers);
    if (narrower.size() == title.lines.size() + 1) {
        title.lines = std::move(narrower);
    } else {
        title.numbers_below = true;
    }
    return title;
}

std::vector<scene::Item> card_numbers(const NetworkStyle& style,
                                      const view::NetworkCard& card,
                                      const CardTitle& title,
                                      Point last_line,
                                      double distance) {
    if (!title.numbers) {
        return {};
    }
    const Point end = title.numbers_below ? Point{last_line.x, last_line.y + distance}
                                          : Point{last_line.x + title.lines.back().width, last_line.y};
    std::vector<scene::Item> items =
        source_numbers(card.support.numbers, style.view.sources, end, style.style, style.measurer);
    for (scene::Item& item : items) {
        if (auto* number = std::get_if<scene::Text>(&item); number != nullptr && title.line_count() > 1) {
            number->at.y = end.y; // raised, it would touch the line above
        }
    }
    return items;
}

} // namespace demarche::compose
