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
};

/// Cards and hubs as nodes, lines as edges, measured for cards `width` wide. Adds to `meaning`.
network::Graph make_graph(const NetworkStyle& style, double width, Meaning& meaning);

} // namespace demarche::compose
