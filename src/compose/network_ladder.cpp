#include "compose/network_ladder.hpp"

#include "base/number.hpp"
#include "compose/frame.hpp"
#include "compose/network_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace demarche::compose {

namespace {

constexpr double kLeastColumn = 70; ///< in units, as everything here
constexpr double kMostColumn = 170;
constexpr double kChannel = 22;
constexpr double kHubGap = 19;
constexpr double kCardGap = 7;
constexpr double kDepth = 10.5;
constexpr double kMostHub = 0.86;    ///< of the page's width
constexpr double kLeastDepth = 10.1; ///< points: clear of a frame's corner
constexpr double kBar = 3;
constexpr double kTextLeft = 8;
constexpr double kTextRight = 3;
constexpr double kPad = 3.3;      ///< above and below the names
constexpr double kNameLine = 1.2; ///< ems
constexpr double kBaseline = 0.92;

double depth(const NetworkStyle& style) {
    return std::max(kDepth * style.unit(), kLeastDepth);
}

/// Who took part by this line: the card as a whole, or some of its rows.
std::vector<std::string> names(const NetworkStyle& style, const view::NetworkLink& link) {
    const view::NetworkCard& card = style.view.cards[link.from.card];
    if (link.from.row < 0) {
        return {card.title.empty() ? card.rows.front().name : card.title};
    }
    std::vector<std::string> all;
    for (const int row : link.rows.empty() ? std::vector<int>{link.from.row} : link.rows) {
        all.push_back(card.rows[static_cast<std::size_t>(row)].name);
    }
    return all;
}

bool is_group(const NetworkStyle& style, const view::NetworkLink& link) {
    return link.from.row < 0 && !style.view.cards[link.from.card].title.empty();
}

const Font& name_font(const NetworkStyle& style, const view::NetworkLink& link) {
    return is_group(style, link) ? style.style.card_head : style.style.card_name;
}

std::vector<text::Line> again_lines(const NetworkStyle& style, const view::NetworkLink& link, double width) {
    const double room = width - (kTextLeft + kTextRight) * style.unit();
    return style.measurer.wrap(joined(names(style, link), style.style), name_font(style, link), room);
}

double lines_height(const NetworkStyle& style, const view::NetworkLink& link, std::size_t lines) {
    return static_cast<double>(lines) * kNameLine * name_font(style, link).size;
}

network::Node measure_again(const NetworkStyle& style, std::size_t index, double width) {
    const view::NetworkLink& link = style.view.links[index];
    network::Node node;
    node.id = "again-" + style.view.hubs[link.hub].event + "-" + to_text(static_cast<int>(index), 0);
    node.side = style.view.cards[link.from.card].side;
    node.colour = to_text(style.side_colour(node.side));
    node.lines = names(style, link);
    const double height = lines_height(style, link, again_lines(style, link, width).size()) + 2 * kPad * style.unit();
    node.size = {width, std::ceil(std::max(height, 2 * depth(style)))};
    return node;
}

/// "host"; "Macron: host" where it is not the whole card that stands there.
std::string words_of_link(const NetworkStyle& style, const view::NetworkLink& link, bool whole) {
    std::string words = link_words(link, style.style);
    const view::NetworkCard& card = style.view.cards[link.from.card];
    if (words.empty() || whole || link.from.row < 0 || card.rows.size() <= 1) {
        return words;
    }
    std::vector<std::string> who;
    for (const int row : link.rows.empty() ? std::vector<int>{link.from.row} : link.rows) {
        who.push_back(card.rows[static_cast<std::size_t>(row)].short_name);
    }
    return joined(who, style.style) + ": " + words;
}

/// Those who took part before those who received them.
std::vector<std::size_t> links_in_order(const view::NetworkView& view, const view::NetworkHub& hub) {
    std::vector<std::size_t> links = hub.links;
    std::stable_partition(links.begin(), links.end(), [&](std::size_t link) {
        return view.links[link].as != Part::host && view.links[link].as != Part::mediator;
    });
    return links;
}

} // namespace

network::LadderOptions ladder_options(const NetworkStyle& style, double width) {
    const double unit = style.unit();
    network::LadderOptions options;
    options.width = width;
    options.least_column = kLeastColumn * unit;
    options.most_column = kMostColumn * unit;
    options.channel = kChannel * unit;
    options.hub_gap = kHubGap * unit;
    options.card_gap = kCardGap * unit;
    options.depth = depth(style);
    return options;
}

network::Graph make_ladder_graph(const NetworkStyle& style, const network::LadderOptions& options, Meaning& meaning) {
    const view::NetworkView& view = style.view;
    const double column = network::ladder_column(options);
    network::Graph graph;
    for (std::size_t i = 0; i < view.cards.size(); ++i) {
        graph.nodes.push_back(measure_card(style, i, column));
        meaning.cards[graph.nodes.back().id] = i;
    }
    for (std::size_t i = 0; i < view.hubs.size(); ++i) {
        graph.nodes.push_back(measure_hub(style, i, kMostHub * options.width));
        meaning.hubs[graph.nodes.back().id] = i;
    }
    std::vector<std::optional<std::size_t>> met(view.cards.size()); // the hub where a card stands
    for (std::size_t hub = 0; hub < view.hubs.size(); ++hub) {
        for (const std::size_t index : links_in_order(view, view.hubs[hub])) {
            const view::NetworkLink& link = view.links[index];
            const bool here = met[link.from.card].value_or(hub) == hub;
            network::Edge edge = link_edge(style, index);
            if (here) {
                met[link.from.card] = hub;
            } else {
                graph.nodes.push_back(measure_again(style, index, column));
                meaning.again[graph.nodes.back().id] = index;
                edge.from = {graph.nodes.size() - 1, -1, -1};
            }
            edge.words = words_of_link(style, link, !here);
            edge.label = edge.words.empty() ? Size{} : measure_words(style, edge.words, {});
            graph.edges.push_back(edge);
            meaning.links[edge.id] = index;
        }
    }
    return graph;
}

scene::Mark paint_again(const NetworkStyle& style, std::size_t index, const Box& box) {
    const view::NetworkLink& link = style.view.links[index];
    const view::NetworkCard& card = style.view.cards[link.from.card];
    const Colour colour = style.side_colour(card.side);
    const double unit = style.unit();
    scene::Mark mark;
    mark.id = mark_id("again", style.view.hubs[link.hub].event + "-" + to_text(static_cast<int>(index), 0));
    mark.items.emplace_back(scene::Rectangle{box, 0, scene::Fill{colour, style.style.card_opacity}, {}});
    mark.items.emplace_back(
        scene::Rectangle{{box.left, box.top, box.left + kBar * unit, box.bottom}, 0, scene::Fill{colour, 1}, {}});
    const auto lines = again_lines(style, link, box.width());
    const Font& font = name_font(style, link);
    double y = box.centre().y - lines_height(style, link, lines.size()) / 2 + kBaseline * font.size;
    for (const text::Line& line : lines) {
        scene::Text item = text_item(line.text, font, is_group(style, link) ? colour : style.style.ink,
                                     {box.left + kTextLeft * unit, y}, scene::Anchor::start, style.measurer);
        item.continues = &line != &lines.back();
        mark.items.emplace_back(std::move(item));
        y += kNameLine * font.size;
    }
    return mark;
}

std::vector<scene::Mark>
paint_ways(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning) {
    std::vector<scene::Mark> marks;
    for (std::size_t node = 0; node < drawing.graph.nodes.size(); ++node) {
        const auto hub = meaning.hubs.find(drawing.graph.nodes[node].id);
        if (hub == meaning.hubs.end()) {
            continue;
        }
        double lowest = drawing.boxes[node].bottom;
        double x = drawing.boxes[node].centre().x;
        for (std::size_t i = 0; i < drawing.routes.size(); ++i) {
            if (drawing.graph.edges[i].to.node == node) {
                lowest = std::max(lowest, drawing.routes[i].front().y);
                x = drawing.routes[i].back().x;
            }
        }
        const view::NetworkHub& known = style.view.hubs[hub->second];
        scene::Stroke stroke{is_called_off(known.status) ? style.style.muted : style.style.ink,
                             style.style.line_width * (known.emphasis ? 1.45 : 1),
                             1,
                             {}};
        if (!is_done(known.status)) {
            stroke.dash = {3, 2};
        }
        scene::Mark mark;
        mark.id = mark_id("way", known.event);
        mark.items.emplace_back(scene::line({x, drawing.boxes[node].bottom}, {x, lowest}, stroke));
        marks.push_back(std::move(mark));
    }
    return marks;
}

} // namespace demarche::compose
