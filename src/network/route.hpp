#pragma once
/// Orthogonal lines between placed nodes, and the words beside them.
///
/// Lines meet cards and hubs at right angles in the band of the row they concern, run through no node and
/// no words, and keep a distance from each other.

#include "network/deadline.hpp"
#include "network/nudge.hpp"

#include <set>
#include <tuple>
#include <vector>

namespace demarche::network {

struct RouteOptions {
    std::vector<double> channels; ///< x of the tracks between columns; empty: free placing
    std::vector<Box> columns;     ///< words stand over these rather than in the channels
    Spacing spacing;
    std::set<std::tuple<std::size_t, std::size_t, bool>>
        no_words;                   ///< edge, stretch, side: no place for words, as it turned out
    std::set<std::size_t> sideways; ///< edges that meet tops and bottoms only where nothing else is left
};

/// Ways for all edges between the boxes as they are, and places for all words: where lines run, not yet their
/// exact distances (nudge.hpp). An edge that found no way has an empty route. Throws Error where
/// the time is up.
void route(const Graph& graph, const RouteOptions& options, Layout& layout, const Deadline& deadline);

} // namespace demarche::network
