#pragma once
/// Who stands in which column and in what order: facing sides left and right, hubs and third parties
/// between them, principals above their delegations, events in order of time down the page.

#include "network/cgraph.hpp"
#include "network/deadline.hpp"
#include "network/pack.hpp"

namespace demarche::network {

/// Sets `face` of the nodes.
void find_facing_sides(Graph& graph);

/// The two sides that met most face each other over the page's width; hubs start between their parties.
/// The column of each node, beside graph.nodes.
std::vector<int> assign_columns(const Graph& graph, int columns);

/// What `dot` is asked: a column a rank, lines from left to right, flat lines for what stands above what.
LayoutRequest layout_request(const Graph& graph, const std::vector<int>& columns);

/// The arrangement that an engine's coordinates amount to.
Arrangement read_arrangement(const std::vector<int>& columns, const std::vector<Point>& centres, int count);

struct SearchOptions {
    int trials = 1000;        ///< arrangements judged, at most
    std::size_t finds = 1;    ///< arrangements returned, at most
    double most_height = 1e9; ///< see LayoutOptions
};

/// Moves and swaps nodes as long as the estimated cost falls, again and again from elsewhere until that finds
/// nothing better; the best local optima, best first, at least one.
std::vector<Arrangement> improve(const Graph& graph,
                                 Arrangement arrangement,
                                 const PackOptions& options,
                                 const SearchOptions& search,
                                 const Deadline& deadline);

/// Mirrors the arrangement where the first of the two sides that face each other stands on the right.
Arrangement first_side_left(const Graph& graph, Arrangement arrangement);

} // namespace demarche::network
