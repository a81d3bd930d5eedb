#include "compose/network_paint.hpp"

#include "compose/frame.hpp"
#include "compose/network_words.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::compose {

namespace {

constexpr double kBar = 3;      ///< the coloured bar at the left of a row
constexpr double kTextLeft = 8; ///< from a row's border to its text
constexpr double kTextRight = 5;
constexpr double kRowTop = 3;
constexpr double kRowBottom = 3.6;
constexpr double kRowGap = 5;
constexpr double kFrameSide = 8;
constexpr double kFrameTop = 6;
constexpr double kFrameBottom = 8;
constexpr double kNameLine = 1.2; ///< ems
constexpr double kRoleLine = 1.28;
constexpr double kBaseline = 0.92; ///< of a line's top to its baseline, in ems
constexpr double kHubPad = 5.6;
constexpr double kHubSide = 14;
constexpr double kMostRadius = 15;
constexpr double kWordsWidth = 13; ///< of a tie's words before they wrap, in ems
constexpr std::size_t kFewestPlain = 1;

std::vector<std::string> number_words(const std::vector<int>& sources) {
    return view::printed_numbers(sources);
}

std::string with_numbers(const std::string& words, const std::vector<int>& sources) {
    std::string all;
    for (const std::string& number : number_words(sources)) {
        all += (all.empty() ? "" : " ") + number;
    }
    return words.empty() || all.empty() ? words + all : words + " · " + all;
}

Font bold(Font font, bool on) {
    font.bold = on;
    return font;
}

struct RowText {
    std::vector<text::Line> name, role;
};

RowText row_text(const NetworkStyle& style, const view::CardRow& row, bool alone, double width) {
    const double room = width - (kTextLeft + kTextRight) * style.unit();
    RowText text;
    text.name = style.measurer.wrap(row.name, bold(style.style.card_name, alone || row.head), room);
    const std::string detail = row_detail(row, style.style);
    if (!detail.empty()) {
        text.role = style.measurer.wrap(detail, style.style.card_role, room);
    }
    return text;
}

double row_height(const NetworkStyle& style, const RowText& text) {
    return (kRowTop + kRowBottom) * style.unit() +
           static_cast<double>(text.name.size()) * kNameLine * style.style.card_name.size +
           static_cast<double>(text.role.size()) * kRoleLine * style.style.card_role.size;
}

struct HubText {
    std::vector<text::Line> title, detail;
};

HubText hub_text(const NetworkStyle& style, const view::NetworkHub& hub, double width) {
    const double room = std::max(20.0, width - 2 * kHubSide * style.unit());
    Font font = style.style.hub_title;
    font.italic = hub.status != Status::occurred && hub.status != Status::ongoing;
    HubText text;
    text.title = style.measurer.wrap(hub_title(hub, style.style), font, room);
    const std::string date = hub_date(hub, style.view, style.style);
    const std::string speaker = hub_speaker(hub, style.style);
    text.detail =
        style.measurer.wrap(speaker.empty() ? with_numbers(date, hub.sources) : date, style.style.hub_detail, room);
    if (!speaker.empty()) {
        const auto more = style.measurer.wrap(with_numbers(speaker, hub.sources), style.style.hub_detail, room);
        text.detail.insert(text.detail.end(), more.begin(), more.end());
    }
    return text;
}

scene::Stroke stroke(Colour colour, double width, bool dashed) {
    scene::Stroke line{colour, width, 1, {}};
    if (dashed) {
        line.dash = {3, 2};
    }
    return line;
}

} // namespace

Colour NetworkStyle::side_colour(int side) const {
    if (side < 0) {
        return style.ink;
    }
    const view::NetworkSide& known = view.sides[static_cast<std::size_t>(side)];
    return style.side_colour(known.id, known.code, known.index, known.colour);
}

std::string mark_id(const std::string& kind, const std::string& id) {
    std::string made = kind + "-";
    for (const char c : id) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        made += letter ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '-';
    }
    return made;
}

network::Node measure_card(const NetworkStyle& style, std::size_t index, double width) {
    const view::NetworkCard& card = style.view.cards[index];
    const double unit = style.unit();
    network::Node node;
    node.id = "card-" + card.id;
    node.kind = network::NodeKind::card;
    node.side = card.side;
    node.colour = to_text(style.side_colour(card.side));
    const bool alone = card.title.empty();
    const double inner = alone ? width : width - 2 * kFrameSide * unit;
    double top = 0;
    if (!alone) {
        const auto title = style.measurer.wrap(card.title, style.style.card_head, inner);
        top = kFrameTop * unit + static_cast<double>(title.size()) * kNameLine * style.style.card_head.size + 3 * unit;
        node.lines.push_back(card.title);
    }
    for (const view::CardRow& row : card.rows) {
        const double height = row_height(style, row_text(style, row, alone, inner));
        node.rows.push_back({top, height});
        top += height + kRowGap * unit;
        node.lines.push_back(row.name);
    }
    top += alone ? -kRowGap * unit : (kFrameBottom - kRowGap) * unit;
    // Whole points: so Graphviz sees the same sizes.
    node.size = {width, std::ceil(top)};
    if (!node.rows.empty() && alone) {
        node.rows.back().height = node.size.height;
    }
    return node;
}

network::Node measure_hub(const NetworkStyle& style, std::size_t index, double width) {
    const view::NetworkHub& hub = style.view.hubs[index];
    const HubText text = hub_text(style, hub, width);
    double widest = 0;
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
    node.colour = to_text(style.style.ink);
    node.dashed = hub.status != Status::occurred && hub.status != Status::ongoing;
    node.lines = {hub_title(hub, style.style), hub_date(hub, style.view, style.style)};
    const double height = 2 * kHubPad * style.unit() +
                          static_cast<double>(text.title.size()) * kNameLine * style.style.hub_title.size +
                          static_cast<double>(text.detail.size()) * kRoleLine * style.style.hub_detail.size;
    // An even height, so that the middle of a hub falls on a whole point.
    node.size = {std::min(width, 2 * std::ceil(widest / 2 + kHubSide * style.unit())), 2 * std::ceil(height / 2)};
    node.corner = hub.hostile ? 6 : std::min(node.size.height / 2, kMostRadius * style.unit());
    return node;
}

Size measure_words(const NetworkStyle& style, const std::string& words, const std::vector<int>& sources) {
    const Font& font = style.style.tie_label;
    const auto lines = style.measurer.wrap(with_numbers(words, sources), font, kWordsWidth * font.size);
    double widest = 0;
    for (const text::Line& line : lines) {
        widest = std::max(widest, line.width);
    }
    return {std::ceil(widest), std::ceil(static_cast<double>(lines.size()) * kRoleLine * font.size)};
}

Box row_box(const NetworkStyle& style, std::size_t card, std::size_t /*row*/, const Box& band) {
    if (style.view.cards[card].title.empty()) {
        return band;
    }
    const double side = kFrameSide * style.unit();
    return {band.left + side, band.top, band.right - side, band.bottom};
}

namespace {

/// Lines of a row, centred in its height where it was given more room than it needs.
void row_items(const NetworkStyle& style,
               const view::NetworkCard& card,
               const view::CardRow& row,
               const Box& box,
               std::vector<scene::Item>& items) {
    const bool alone = card.title.empty();
    const double unit = style.unit();
    const Colour colour = style.side_colour(card.side);
    const double width = row.head ? style.style.head_stroke : style.style.card_stroke;
    const double radius = 3 * unit;
    items.push_back(
        scene::Rectangle{box, radius, scene::Fill{style.style.background, 1}, stroke(colour, width, row.possible)});
    items.push_back(scene::Rectangle{{box.left, box.top + radius / 2, box.left + kBar * unit, box.bottom - radius / 2},
                                     0,
                                     scene::Fill{colour, 1},
                                     {}});
    const RowText text = row_text(style, row, alone, box.width());
    const double spare = std::max(0.0, box.height() - row_height(style, text));
    double y = box.top + spare / 2 + kRowTop * unit;
    const double x = box.left + kTextLeft * unit;
    const auto add = [&](const std::vector<text::Line>& lines, const Font& font, Colour ink, double distance) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            scene::Text item = text_item(lines[i].text, font, ink, {x, y + kBaseline * font.size}, scene::Anchor::start,
                                         style.measurer);
            item.continues = i + 1 < lines.size();
            items.push_back(item);
            y += distance * font.size;
        }
    };
    add(text.name, bold(style.style.card_name, alone || row.head), style.style.ink, kNameLine);
    add(text.role, style.style.card_role, style.style.muted, kRoleLine);
}

} // namespace

std::vector<scene::Mark>
paint_card(const NetworkStyle& style, std::size_t index, const Box& box, const std::vector<Box>& rows) {
    const view::NetworkCard& card = style.view.cards[index];
    const Colour colour = style.side_colour(card.side);
    std::vector<scene::Mark> marks;
    if (!card.title.empty()) {
        scene::Mark frame;
        frame.id = mark_id("card", card.id);
        frame.role = scene::Role::list_item;
        frame.title = card_sentence(card, style.view, style.style);
        frame.description = sources_words(card.sources, style.view.sources, style.style);
        frame.items.push_back(scene::Rectangle{box, 5 * style.unit(), scene::Fill{colour, style.style.card_opacity},
                                               stroke(colour, style.style.card_stroke * 0.7, false)});
        const double inner = box.width() - 2 * kFrameSide * style.unit();
        double y = box.top + kFrameTop * style.unit() + kBaseline * style.style.card_head.size;
        const auto lines = style.measurer.wrap(card.title, style.style.card_head, inner);
        for (const text::Line& line : lines) {
            scene::Text item =
                text_item(line.text, style.style.card_head, colour, {box.left + kFrameSide * style.unit(), y},
                          scene::Anchor::start, style.measurer);
            item.continues = &line != &lines.back();
            frame.items.push_back(item);
            y += kNameLine * style.style.card_head.size;
        }
        if (!card.sources.empty() && !lines.empty()) {
            const Point end{box.left + kFrameSide * style.unit() + lines.back().width,
                            y - kNameLine * style.style.card_head.size};
            if (lines.back().width + source_numbers_width(card.sources, style.style, style.measurer) <= inner) {
                for (scene::Item& item :
                     source_numbers(card.sources, style.view.sources, end, style.style, style.measurer)) {
                    if (auto* number = std::get_if<scene::Text>(&item); number != nullptr && lines.size() > 1) {
                        number->at.y = end.y; // raised, it would touch the line above
                    }
                    frame.items.push_back(std::move(item));
                }
            }
        }
        marks.push_back(std::move(frame));
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        scene::Mark mark;
        mark.id = mark_id("actor", card.rows[row].actor);
        mark.role = scene::Role::list_item;
        mark.title = row_sentence(card.rows[row], style.style);
        mark.description = sources_words(card.rows[row].sources, style.view.sources, style.style);
        mark.data.emplace_back("actor", card.rows[row].actor);
        row_items(style, card, card.rows[row], row_box(style, index, row, rows[row]), mark.items);
        marks.push_back(std::move(mark));
    }
    return marks;
}

scene::Item pill(const NetworkStyle& style, const Box& box, Status status) {
    const bool real = status == Status::occurred || status == Status::ongoing;
    return scene::Rectangle{box, std::min(box.height() / 2, kMostRadius * style.unit()),
                            scene::Fill{real ? style.style.hub_fill : style.style.background, 1},
                            stroke(style.style.ink, style.style.card_stroke * 1.1, !real)};
}

namespace {

/// No pill: what happened is written on the way from who did it to whom it hit.
scene::Item act_box(const NetworkStyle& style, const Box& box, Status status) {
    const bool real = status == Status::occurred || status == Status::ongoing;
    return scene::Rectangle{box, 0, scene::Fill{style.style.background, 1},
                            stroke(style.style.ink, style.style.card_stroke * 0.7, !real)};
}

} // namespace

scene::Mark paint_hub(const NetworkStyle& style, std::size_t index, const Box& box) {
    const view::NetworkHub& hub = style.view.hubs[index];
    scene::Mark mark;
    mark.id = mark_id("hub", hub.event);
    mark.role = scene::Role::list_item;
    mark.title = hub_sentence(hub, index, style.view, style.style);
    mark.description = sources_words(hub.sources, style.view.sources, style.style);
    mark.data.emplace_back("event", hub.event);
    mark.items.push_back(hub.hostile ? act_box(style, box, hub.status) : pill(style, box, hub.status));
    const HubText text = hub_text(style, hub, std::max(box.width(), box.width()));
    Font title = style.style.hub_title;
    title.italic = hub.status != Status::occurred && hub.status != Status::ongoing;
    const double height = static_cast<double>(text.title.size()) * kNameLine * title.size +
                          static_cast<double>(text.detail.size()) * kRoleLine * style.style.hub_detail.size;
    double y = box.top + (box.height() - height) / 2;
    const auto add = [&](const std::vector<text::Line>& lines, const Font& font, Colour ink, double distance) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            scene::Text item = text_item(lines[i].text, font, ink, {box.centre().x, y + kBaseline * font.size},
                                         scene::Anchor::middle, style.measurer);
            item.continues = i + 1 < lines.size();
            mark.items.push_back(item);
            y += distance * font.size;
        }
    };
    add(text.title, title, style.style.ink, kNameLine);
    add(text.detail, style.style.hub_detail, style.style.muted, kRoleLine);
    return mark;
}

std::vector<scene::Item> paint_words(const NetworkStyle& style,
                                     const std::string& words,
                                     const std::vector<int>& sources,
                                     Colour colour,
                                     const Box& box) {
    const Font& font = style.style.tie_label;
    const auto lines = style.measurer.wrap(with_numbers(words, sources), font, kWordsWidth * font.size);
    std::vector<scene::Item> items;
    double y = box.top + kBaseline * font.size;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        scene::Text item = text_item(lines[i].text, font, colour, {box.left, y}, scene::Anchor::start, style.measurer);
        item.continues = i + 1 < lines.size();
        items.push_back(item);
        y += kRoleLine * font.size;
    }
    return items;
}

} // namespace demarche::compose
