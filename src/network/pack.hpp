#pragma once
/// How far down the page each node stands, given the columns and the order within them.
///
/// A system of difference constraints (y[b] >= y[a] + distance): the order within a column, straight lines
/// between neighbouring columns and level tops of facing cards where that costs little height. Its least
/// solution is the compact chart; hubs then sink towards the middle of what they join as far as nothing
/// gets longer.

#include "network/graph.hpp"

#include <vector>

namespace demarche::network {

/// Indices of nodes: columns from left to right, each from top to bottom.
using Arrangement = std::vector<std::vector<std::size_t>>;

/// tops[below] >= tops[above] + height(above) + room.
struct Distance {
    std::size_t above = 0;
    std::size_t below = 0;
    double room = 0;
};

struct PackOptions {
    double gap = 20;                 ///< between nodes of a column
    std::vector<Distance> distances; ///< more room, as routing found it needed; later ones give way
    std::vector<double> words_room;  ///< beside graph.edges: more height for the words of an edge; empty: none
    bool thorough = true;            ///< false: for comparing arrangements
};

struct Packing {
    std::vector<double> tops; ///< beside graph.nodes
    double height = 0;
};

Packing pack(const Graph& graph, const Arrangement& arrangement, const PackOptions& options);

} // namespace demarche::network
