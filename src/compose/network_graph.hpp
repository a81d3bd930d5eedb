#pragma once
/// The view as a graph with sizes, and the way back from its nodes and edges to what they stand for.

#include "compose/network_paint.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace demarche::compose {

/// What a node or edge of the graph stands for, by its id: indices into the view's lists.
struct Meaning {
    std::map<std::string, std::size_t> cards, hubs, links, ties;
    std::map<std::string, std::size_t> again; ///< names of cards that stand elsewhere: the link
};

/// The line of a link (by index), from its card to its hub as make_graph numbers them.
network::Edge link_edge(const NetworkStyle& style, std::size_t index);

/// Cards and hubs as nodes, lines as edges, measured for cards `width` wide. Adds to `meaning`.
network::Graph make_graph(const NetworkStyle& style, double width, Meaning& meaning);

} // namespace demarche::compose
