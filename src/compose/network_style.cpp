#include "compose/badges.hpp"
#include "compose/cited_words.hpp"
#include "compose/frame.hpp"
#include "compose/network_paint.hpp"
#include "text/badge.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace demarche::compose {

namespace {

constexpr double kLine = 1.28;     ///< between the lines of a tie's words, in ems
constexpr double kBaseline = 0.92; ///< of a line's top to its baseline, in ems
constexpr double kWordsWidth = 13; ///< of a tie's words before they wrap, in ems

constexpr double kBadgeGap = 3; ///< from a badge to the words below it, in units: raised numbers reach above them

constexpr std::string_view kNoBreak = "\u00A0";

} // namespace

Colour NetworkStyle::side_colour(int side) const {
    if (side < 0) {
        return style.ink;
    }
    const view::NetworkSide& known = view.sides[static_cast<std::size_t>(side)];
    return style.side_colour(known.id, known.code, known.index, known.colour);
}

std::string NetworkStyle::with_numbers(const std::string& words, const view::Support& support) const {
    std::string all;
    for (const std::string& number : view::printed_numbers(support.numbers)) {
        all += (all.empty() ? "" : " ") + number;
    }
    if (support.one_text && !view.one_independent_source) {
        all += std::string(" ") + kOneText;
    }
    return dotted({words, all}, style);
}

std::vector<text::Line> NetworkStyle::wrap_with_numbers(const std::string& words,
                                                        const view::Support& support,
                                                        const Font& font,
                                                        double width) const {
    const std::string all = with_numbers(words, support);
    // What follows the words is glued for the wrapping, and printed with plain blanks.
    const std::string head = style.within(words);
    std::string glued = all.starts_with(head) ? head : words;
    for (std::size_t i = glued.size(); i < all.size(); ++i) {
        glued += all[i] == ' ' && i > 0 ? std::string(kNoBreak) : std::string(1, all[i]);
    }
    std::vector<text::Line> lines = measurer.wrap(glued, font, width);
    for (text::Line& line : lines) {
        for (std::size_t at = line.text.find(kNoBreak); at != std::string::npos; at = line.text.find(kNoBreak, at)) {
            line.text.replace(at, kNoBreak.size(), " ");
        }
    }
    return lines;
}

Size badge_room(const NetworkStyle& style, view::News news) {
    if (news == view::News::none) {
        return {};
    }
    const Size size = text::badge_size(badge_words(news, style.style), style.style.badge, style.measurer);
    return {size.width, size.height + kBadgeGap * style.unit()};
}

std::vector<scene::Item> badge_items(const NetworkStyle& style, view::News news, Point at) {
    const Size room = badge_room(style, news);
    if (room.width <= 0) {
        return {};
    }
    const Box box{at.x, at.y, at.x + room.width, at.y + room.height - kBadgeGap * style.unit()};
    return paint_badge(news, box, style.style, style.measurer);
}

LineLook look_of(const NetworkStyle& style, const view::NetworkLink& link) {
    const view::NetworkHub& hub = style.view.hubs[link.hub];
    const bool named = link.as == Part::host || link.as == Part::mediator;
    LineLook look;
    look.colour = is_called_off(hub.status) ? style.style.muted
                  : named                   ? style.side_colour(style.view.cards[link.from.card].side)
                                            : style.style.ink;
    look.width = style.style.line_width * (hub.emphasis ? 1.45 : 1);
    look.dashed = !is_done(hub.status);
    look.arrow = named;
    look.back = link.as == Part::target; // the act goes out from its words to the target
    return look;
}

LineLook look_of(const NetworkStyle& style, const view::NetworkTie& tie) {
    LineLook look;
    look.colour = style.side_colour(style.view.cards[tie.from.card].side);
    look.width = style.style.line_width * 1.1;
    look.arrow = true;
    return look;
}

std::string mark_id(const std::string& kind, const std::string& id) {
    std::string made = kind + "-";
    for (const char c : id) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        made += letter ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '-';
    }
    return made;
}

namespace {

std::vector<text::Line> word_lines(const NetworkStyle& style, const std::string& words, const view::Support& support) {
    const Font& font = style.style.tie_label;
    const double width = style.words_width > 0 ? style.words_width : kWordsWidth * font.size;
    return style.wrap_with_numbers(words, support, font, width);
}

} // namespace

Size measure_words(const NetworkStyle& style, const std::string& words, const view::Support& support) {
    const Font& font = style.style.tie_label;
    const auto lines = word_lines(style, words, support);
    double widest = 0;
    for (const text::Line& line : lines) {
        widest = std::max(widest, line.width);
    }
    return {std::ceil(widest), std::ceil(static_cast<double>(lines.size()) * kLine * font.size)};
}

std::vector<scene::Item> paint_words(
    const NetworkStyle& style, const std::string& words, const view::Support& support, Colour colour, const Box& box) {
    const Font& font = style.style.tie_label;
    const auto lines = word_lines(style, words, support);
    std::vector<scene::Item> items;
    double y = box.top + kBaseline * font.size;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        scene::Text item = text_item(lines[i].text, font, colour, {box.left, y}, scene::Anchor::start, style.measurer);
        item.continues = i + 1 < lines.size();
        items.push_back(item);
        y += kLine * font.size;
    }
    return items;
}

} // namespace demarche::compose
