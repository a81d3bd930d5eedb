#include "compose/badges.hpp"
#include "compose/frame.hpp"
#include "compose/network_card_title.hpp"
#include "compose/network_paint.hpp"
#include "compose/network_picture.hpp"
#include "compose/network_sentences.hpp"
#include "compose/network_words.hpp"
#include "compose/sentence.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace demarche::compose {

namespace {

constexpr double kBar = 3;      ///< the coloured bar at the left of a row
constexpr double kTextLeft = 8; ///< from a row's border to its text
constexpr double kTextLeftNarrow = 6.5;
constexpr double kTextRight = 5;
constexpr double kTextRightNarrow = 2.5;
constexpr double kRowTop = 3;
constexpr double kRowBottom = 3.6;
constexpr double kRowGap = 5;
constexpr double kFrameSide = 8;
constexpr double kFrameSideNarrow = 4.5;
constexpr double kFrameTop = 6;
constexpr double kFrameBottom = 8;
constexpr double kNameLine = 1.2; ///< ems
constexpr double kRoleLine = 1.28;
constexpr double kTieGap = 0.2; ///< above ties in words, in ems: an arrow from another font may be higher than a line
constexpr double kBaseline = 0.92; ///< of a line's top to its baseline, in ems

double frame_side(const NetworkStyle& style) {
    return (style.narrow ? kFrameSideNarrow : kFrameSide) * style.unit();
}

double text_left(const NetworkStyle& style) {
    return (style.narrow ? kTextLeftNarrow : kTextLeft) * style.unit();
}

double text_right(const NetworkStyle& style) {
    return (style.narrow ? kTextRightNarrow : kTextRight) * style.unit();
}

Font bold(Font font, bool on) {
    font.bold = on;
    return font;
}

/// A tie as words of the row (or card) that it begins at.
struct TieText {
    std::size_t tie = 0;
    std::vector<text::Line> lines;
};

struct RowText {
    double badge = 0; ///< room for it above the name
    std::vector<text::Line> name, role;
    std::vector<TieText> ties;
};

/// Those that begin at a row, or at a whole card (-1); none where ties are lines.
std::vector<TieText> ties_from(const NetworkStyle& style, std::size_t card, int row, double room) {
    std::vector<TieText> found;
    const view::NetworkView& view = style.view;
    const bool single = view.cards[card].title.empty();
    for (std::size_t i = 0; style.ladder && i < view.ties.size(); ++i) {
        const view::NetworkTie& tie = view.ties[i];
        if (tie.from.card == card && (single ? row == 0 : tie.from.row == row)) {
            const std::string words =
                dotted({badge_words(tie.news, style.style), tie_in_row(tie, view, style.style)}, style.style);
            found.push_back({i, style.wrap_with_numbers(words, tie.support, style.style.tie_label, room)});
        }
    }
    return found;
}

double ties_height(const NetworkStyle& style, const std::vector<TieText>& ties) {
    std::size_t lines = 0;
    for (const TieText& tie : ties) {
        lines += tie.lines.size();
    }
    return (static_cast<double>(lines) * kRoleLine + (lines > 0 ? kTieGap : 0)) * style.style.tie_label.size;
}

RowText row_text(const NetworkStyle& style, std::size_t card, std::size_t index, double width) {
    const bool alone = style.view.cards[card].title.empty();
    const view::CardRow& row = style.view.cards[card].rows[index];
    const double room = width - text_left(style) - text_right(style);
    RowText text;
    text.badge = badge_room(style, row.news).height;
    text.name = style.measurer.wrap(row.name, bold(style.style.card_name, alone || row.head), room);
    const std::string detail = row_detail(row, style.view, style.style);
    if (!detail.empty()) {
        text.role = style.measurer.wrap(detail, style.style.card_role, room);
    }
    text.ties = ties_from(style, card, static_cast<int>(index), room);
    return text;
}

double row_height(const NetworkStyle& style, const RowText& text) {
    return (kRowTop + kRowBottom) * style.unit() + text.badge +
           static_cast<double>(text.name.size()) * kNameLine * style.style.card_name.size +
           static_cast<double>(text.role.size()) * kRoleLine * style.style.card_role.size +
           ties_height(style, text.ties);
}

scene::Stroke stroke(Colour colour, double width, bool dashed) {
    scene::Stroke line{colour, width, 1, {}};
    if (dashed) {
        line.dash = {3, 2};
    }
    return line;
}

} // namespace

network::Node measure_card(const NetworkStyle& style, std::size_t index, double width) {
    const view::NetworkCard& card = style.view.cards[index];
    const double unit = style.unit();
    network::Node node;
    node.id = "card-" + card.id;
    node.kind = network::NodeKind::card;
    node.side = card.side;
    node.colour = to_text(style.side_colour(card.side));
    const bool alone = card.title.empty();
    const double inner = alone ? width : width - 2 * frame_side(style);
    double top = 0;
    if (!alone) {
        const auto lines = static_cast<double>(card_title(style, card, inner).line_count());
        top = kFrameTop * unit + lines * kNameLine * style.style.card_head.size + 3 * unit;
        top += ties_height(style, ties_from(style, index, -1, inner)) + badge_room(style, card.news).height;
        node.lines.push_back(card.title);
    }
    for (std::size_t i = 0; i < card.rows.size(); ++i) {
        const double height = row_height(style, row_text(style, index, i, inner));
        node.rows.push_back({top, height});
        top += height + kRowGap * unit;
        node.lines.push_back(card.rows[i].name);
    }
    top += alone ? -kRowGap * unit : (kFrameBottom - kRowGap) * unit;
    // Whole points: so Graphviz sees the same sizes.
    node.size = {width, std::ceil(top)};
    if (!node.rows.empty() && alone) {
        node.rows.back().height = node.size.height;
    }
    return node;
}

Box row_box(const NetworkStyle& style, std::size_t card, const Box& band) {
    if (style.view.cards[card].title.empty()) {
        return band;
    }
    const double side = frame_side(style);
    return {band.left + side, band.top, band.right - side, band.bottom};
}

namespace {

/// Ties in words, each a mark of its own; `at`: the top left corner of the first line.
void add_ties(const NetworkStyle& style,
              const std::vector<TieText>& texts,
              Point at,
              Colour colour,
              std::vector<scene::Mark>& marks) {
    const Font& font = style.style.tie_label;
    at.y += kTieGap * font.size;
    for (const TieText& text : texts) {
        scene::Mark mark = tie_mark(style, style.view.ties[text.tie]);
        for (const text::Line& line : text.lines) {
            scene::Text item = text_item(line.text, font, colour, {at.x, at.y + kBaseline * font.size},
                                         scene::Anchor::start, style.measurer);
            item.continues = &line != &text.lines.back();
            mark.items.emplace_back(std::move(item));
            at.y += kRoleLine * font.size;
        }
        marks.push_back(std::move(mark));
    }
}

/// Lines of a row, centred in its height where it was given more room than it needs.
void row_items(const NetworkStyle& style,
               std::size_t card_index,
               std::size_t row_index,
               const Box& box,
               std::vector<scene::Item>& items,
               std::vector<scene::Mark>& ties) {
    const view::NetworkCard& card = style.view.cards[card_index];
    const view::CardRow& row = card.rows[row_index];
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
    const RowText text = row_text(style, card_index, row_index, box.width());
    const double spare = std::max(0.0, box.height() - row_height(style, text));
    double y = box.top + spare / 2 + kRowTop * unit;
    const double x = box.left + text_left(style);
    for (scene::Item& item : badge_items(style, row.news, {x, y})) {
        items.push_back(std::move(item));
    }
    y += text.badge;
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
    add_ties(style, text.ties, {x, y}, colour, ties);
}

std::vector<std::pair<std::string, std::string>> card_data(const NetworkStyle& style, const view::NetworkCard& card) {
    std::vector<std::pair<std::string, std::string>> data;
    std::string delegations;
    for (const std::string& id : card.delegations) {
        delegations += (delegations.empty() ? "" : " ") + id;
    }
    if (!delegations.empty()) {
        data.emplace_back("delegation", delegations);
    }
    if (card.side >= 0) {
        data.emplace_back("side", style.view.sides[static_cast<std::size_t>(card.side)].id);
    }
    return data;
}

} // namespace

std::vector<scene::Mark>
paint_card(const NetworkStyle& style, std::size_t index, const Box& box, const std::vector<Box>& rows) {
    const view::NetworkCard& card = style.view.cards[index];
    const Colour colour = style.side_colour(card.side);
    std::vector<scene::Mark> marks;
    std::vector<scene::Mark> ties;
    if (!card.title.empty()) {
        scene::Mark frame;
        frame.id = mark_id("card", card.id);
        frame.role = scene::Role::list_item;
        frame.title = card_sentence(card, style.style);
        add_sentence(frame.title, since_words(card.news, style.view.since, style.view.language, style.style),
                     style.style);
        frame.description = style.sources.of(card.support);
        frame.data = card_data(style, card);
        frame.items.push_back(scene::Rectangle{box, 5 * style.unit(), scene::Fill{colour, style.style.card_opacity},
                                               stroke(colour, style.style.card_stroke * 0.7, false)});
        const double inner = box.width() - 2 * frame_side(style);
        const Point corner{box.left + frame_side(style), box.top + kFrameTop * style.unit()};
        for (scene::Item& item : badge_items(style, card.news, corner)) {
            frame.items.push_back(std::move(item));
        }
        double y = corner.y + badge_room(style, card.news).height + kBaseline * style.style.card_head.size;
        const CardTitle title = card_title(style, card, inner);
        for (const text::Line& line : title.lines) {
            scene::Text item = text_item(line.text, style.style.card_head, colour, {box.left + frame_side(style), y},
                                         scene::Anchor::start, style.measurer);
            item.continues = &line != &title.lines.back();
            frame.items.push_back(item);
            y += kNameLine * style.style.card_head.size;
        }
        const double distance = kNameLine * style.style.card_head.size;
        for (scene::Item& item :
             card_numbers(style, card, title, {box.left + frame_side(style), y - distance}, distance)) {
            frame.items.push_back(std::move(item));
        }
        y += title.numbers_below ? distance : 0;
        add_ties(style, ties_from(style, index, -1, inner),
                 {box.left + frame_side(style), y - kBaseline * style.style.card_head.size}, colour, ties);
        marks.push_back(std::move(frame));
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        scene::Mark mark;
        mark.id = mark_id("actor", card.rows[row].actor);
        mark.role = scene::Role::list_item;
        mark.title = row_sentence(card.rows[row], style.view, style.style);
        mark.description = style.sources.of(card.rows[row].support);
        mark.data.emplace_back("actor", card.rows[row].actor);
        row_items(style, index, row, row_box(style, index, rows[row]), mark.items, ties);
        marks.push_back(std::move(mark));
    }
    std::move(ties.begin(), ties.end(), std::back_inserter(marks));
    return marks;
}

} // namespace demarche::compose
