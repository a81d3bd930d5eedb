#include "compose/network_graph.hpp"

#include "base/number.hpp"
#include "compose/badges.hpp"
#include "compose/network_words.hpp"

namespace demarche::compose {

namespace {

constexpr const char* kWidestKey = "mm";

network::End end_of(const view::CardEnd& end) {
    return {end.card, end.row, -1};
}

network::Edge tie_edge(const NetworkStyle& style, std::size_t index) {
    const view::NetworkTie& tie = style.view.ties[index];
    network::Edge edge;
    edge.id = tie.id;
    edge.kind = network::EdgeKind::tie;
    edge.from = end_of(tie.from);
    edge.to = end_of(tie.to);
    edge.weight = 3;
    const TieType type = tie.kinds.front().type;
    const bool commands = type == TieType::appointed || type == TieType::leads || type == TieType::heads;
    edge.above = commands ? 1 : -1;
    edge.words = dotted({badge_words(tie.news, style.style), tie_words(tie, style.view, style.style)}, style.style);
    edge.colour = to_text(look_of(style, tie).colour);
    edge.arrow = true;
    edge.label = measure_words(style, edge.words, tie.support);
    edge.key = measure_words(style, kWidestKey, {});
    return edge;
}

} // namespace

network::Edge link_edge(const NetworkStyle& style, std::size_t index) {
    const view::NetworkLink& link = style.view.links[index];
    const view::NetworkHub& hub = style.view.hubs[link.hub];
    const std::string words = link_words(link, style.style);
    network::Edge edge;
    edge.id = "link-" + hub.event + "-" + style.view.cards[link.from.card].id + "-" + to_text(link.from.row, 0) + "-" +
              to_text(link.as);
    edge.kind = words.empty() ? network::EdgeKind::link : network::EdgeKind::host;
    edge.from = end_of(link.from);
    if (!link.rows.empty()) {
        edge.from.last = link.rows.back();
    }
    edge.to = {style.view.cards.size() + link.hub, -1, -1};
    edge.weight = hub.weight / 2.0 + (hub.emphasis ? 2 : 0);
    edge.above = link.as == Part::host || link.as == Part::mediator ? -1 : 0; // under their hub, in one column
    edge.words = words;
    const LineLook look = look_of(style, link);
    edge.colour = to_text(look.colour);
    edge.dashed = look.dashed;
    edge.arrow = look.arrow;
    edge.back = look.back;
    if (!words.empty()) {
        edge.label = measure_words(style, words, {});
        edge.key = measure_words(style, kWidestKey, {});
    }
    return edge;
}

network::Graph make_graph(const NetworkStyle& style, double width, Meaning& meaning) {
    const view::NetworkView& view = style.view;
    network::Graph graph;
    for (std::size_t i = 0; i < view.cards.size(); ++i) {
        graph.nodes.push_back(measure_card(style, i, width));
        meaning.cards[graph.nodes.back().id] = i;
    }
    for (std::size_t i = 0; i < view.hubs.size(); ++i) {
        graph.nodes.push_back(measure_hub(style, i, width));
        meaning.hubs[graph.nodes.back().id] = i;
    }
    for (std::size_t i = 0; i < view.links.size(); ++i) {
        graph.edges.push_back(link_edge(style, i));
        meaning.links[graph.edges.back().id] = i;
    }
    for (std::size_t i = 0; i < view.ties.size(); ++i) {
        graph.edges.push_back(tie_edge(style, i));
        meaning.ties[graph.edges.back().id] = i;
    }
    return graph;
}

} // namespace demarche::compose
