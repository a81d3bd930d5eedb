#include "compose/badges.hpp"
#include "compose/frame.hpp"
#include "compose/network_paint.hpp"
#include "compose/network_sentences.hpp"
#include "compose/network_words.hpp"
#include "text/badge.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::compose {

namespace {

constexpr double kHubPad = 5.6;
constexpr double kHubSide = 14;
constexpr double kHubSideNarrow = 7; // a pill's end is nearly straight beside two lines
constexpr double kMostRadius = 15;
constexpr double kNameLine = 1.2; ///< ems
constexpr double kRoleLine = 1.28;
constexpr double kBaseline = 0.92; ///< of a line's top to its baseline, in ems
/// The strokes through a hub that was called off: their middles' distance from its ends, at most half their width, and
/// how far they reach beyond its border.
constexpr double kStrikeIn = 7;
constexpr double kStrikeHalf = 5.5;
constexpr double kStrikeSlope = 0.18; ///< of its height
constexpr double kStrikeReach = 2.2;

double hub_side(const NetworkStyle& style, const view::NetworkHub& hub) {
    return (style.narrow && !is_called_off(hub.status) ? kHubSideNarrow : kHubSide) * style.unit();
}

struct HubText {
    std::vector<text::Line> title, detail;
    Size badge; ///< above the title, the distance to it included; 0: none
};

HubText hub_text(const NetworkStyle& style, const view::NetworkHub& hub, double width) {
    const double room = std::max(20.0, width - 2 * hub_side(style, hub));
    Font font = style.style.hub_title;
    font.italic = !is_done(hub.status);
    HubText text;
    text.title = style.measurer.wrap(printed_hub_title(hub, style.style), font, room);
    const std::string date = hub_date(hub, style.view, style.style);
    const std::string speaker = hub_speaker(hub, style.style);
    const Font& small = style.style.hub_detail;
    text.detail = style.wrap_with_numbers(date, speaker.empty() ? hub.support : view::Support{}, small, room);
    if (!speaker.empty()) {
        const auto more = style.wrap_with_numbers(speaker, hub.support, small, room);
        text.detail.insert(text.detail.end(), more.begin(), more.end());
    }
    text.badge = badge_room(style, hub.news);
    return text;
}

double text_height(const NetworkStyle& style, const HubText& text) {
    return text.badge.height + static_cast<double>(text.title.size()) * kNameLine * style.style.hub_title.size +
           static_cast<double>(text.detail.size()) * kRoleLine * style.style.hub_detail.size;
}

scene::Stroke border(Colour colour, double width, Status status) {
    scene::Stroke line{colour, width, 1, {}};
    if (!is_done(status)) {
        line.dash = {3, 2};
    }
    return line;
}

} // namespace

bool is_done(Status status) {
    return status == Status::occurred || status == Status::ongoing;
}

bool is_called_off(Status status) {
    return status == Status::cancelled || status == Status::denied;
}

network::Node measure_hub(const NetworkStyle& style, std::size_t index, double width) {
    const view::NetworkHub& hub = style.view.hubs[index];
    const HubText text = hub_text(style, hub, width);
    double widest = text.badge.width;
    for (const auto* lines : {&text.title, &text.detail}) {
        for (const text::Line& line : *lines) {
            widest = std::max(widest, line.width);
        }
    }
    network::Node node;
    node.id = "hub-" + hub.event;
    node.kind = network::NodeKind::hub;
    node.weight = hub.weight;
    node.time = static_cast<int>(index);
    if (const auto first = hub.when.earliest(), last = hub.when.latest(); first && last) {
        node.days = DayRange{*first, *last};
    }
    node.colour = to_text(is_called_off(hub.status) ? style.style.muted : style.style.ink);
    node.dashed = !is_done(hub.status);
    node.lines = {printed_hub_title(hub, style.style), hub_date(hub, style.view, style.style)};
    const double height = 2 * kHubPad * style.unit() + text_height(style, text);
    // An even height, so that the middle of a hub falls on a whole point.
    node.size = {std::min(width, 2 * std::ceil(widest / 2 + hub_side(style, hub))), 2 * std::ceil(height / 2)};
    node.corner = hub.hostile ? 6 : std::min(node.size.height / 2, kMostRadius * style.unit());
    if (is_called_off(hub.status)) {
        node.corner = std::max(node.corner, (kStrikeIn + kStrikeHalf + kStrikeReach) * style.unit());
    }
    return node;
}

double pill_radius(const NetworkStyle& style, const Box& box) {
    return std::min(box.height() / 2, kMostRadius * style.unit());
}

std::vector<scene::Item> hub_outline(const NetworkStyle& style, const Box& box, Status status, bool hostile) {
    const Template& look = style.style;
    const Colour colour = is_called_off(status) ? look.muted : look.ink;
    const bool filled = is_done(status) && !hostile;
    std::vector<scene::Item> items;
    // An act is no pill: what happened is written on the way from who did it to whom it hit.
    items.emplace_back(scene::Rectangle{box, hostile ? 0 : pill_radius(style, box),
                                        scene::Fill{filled ? look.hub_fill : look.background, 1},
                                        border(colour, look.card_stroke * (hostile ? 0.7 : 1.1), status)});
    if (is_called_off(status)) {
        const double unit = style.unit();
        const double reach = kStrikeReach * unit;
        const double half = std::min(kStrikeHalf * unit, kStrikeSlope * (box.height() + 2 * reach));
        // Through both ends, where no words stand.
        for (const double x : {box.left + kStrikeIn * unit, box.right - kStrikeIn * unit}) {
            items.emplace_back(scene::line({x - half, box.bottom + reach}, {x + half, box.top - reach},
                                           {look.ink, look.bar_width, 1, {}}));
        }
    }
    return items;
}

scene::Mark paint_hub(const NetworkStyle& style, std::size_t index, const Box& box) {
    const view::NetworkHub& hub = style.view.hubs[index];
    scene::Mark mark;
    mark.id = mark_id("hub", hub.event);
    mark.role = scene::Role::list_item;
    mark.title = hub_sentence(hub, style.view, style.style);
    mark.description = style.sources.of(hub.support);
    mark.data.emplace_back("event", hub.event);
    mark.items = hub_outline(style, box, hub.status, hub.hostile);
    const HubText text = hub_text(style, hub, box.width());
    Font title = style.style.hub_title;
    title.italic = !is_done(hub.status);
    double y = box.top + (box.height() - text_height(style, text)) / 2;
    for (scene::Item& item : badge_items(style, hub.news, {box.centre().x - text.badge.width / 2, y})) {
        mark.items.push_back(std::move(item));
    }
    y += text.badge.height;
    const auto add = [&](const std::vector<text::Line>& lines, const Font& font, Colour ink, double distance) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            scene::Text item = text_item(lines[i].text, font, ink, {box.centre().x, y + kBaseline * font.size},
                                         scene::Anchor::middle, style.measurer);
            item.continues = i + 1 < lines.size();
            mark.items.push_back(item);
            y += distance * font.size;
        }
    };
    add(text.title, title, is_called_off(hub.status) ? style.style.muted : style.style.ink, kNameLine);
    add(text.detail, style.style.hub_detail, style.style.muted, kRoleLine);
    return mark;
}

} // namespace demarche::compose
