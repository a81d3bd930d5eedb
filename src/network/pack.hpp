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

struct PackOptions {
    double gap = 20;      ///< between nodes of a column
    bool thorough = true; ///< false: for comparing arrangements
};

struct Packing {
    std::vector<double> tops; ///< beside graph.nodes
    double height = 0;
};

Packing pack(const Graph& graph, const Arrangement& arrangement, const PackOptions& options);

} // namespace demarche::network
