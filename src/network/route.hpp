#pragma once
/// Orthogonal lines between placed nodes, and the words beside them.
///
/// Lines meet cards and hubs at right angles in the band of the row they concern, run through no node and
/// no words, and keep a distance from each other.

#include "network/nudge.hpp"

#include <vector>

namespace demarche::network {

struct RouteOptions {
    std::vector<double> channels; ///< x of the tracks between columns; empty: free placing
    std::vector<Box> columns;     ///< words stand over these rather than in the channels
    NudgeOptions spacing;
};

struct Routing {
    std::vector<std::vector<Point>> routes; ///< beside graph.edges
    std::vector<Box> labels;                ///< beside graph.edges; empty boxes where there are no words
    std::vector<Shortage> shortages;        ///< not empty: routes and labels are not fit to be drawn
    std::vector<std::size_t> unplaced;      ///< edges whose words found no place, or that found no way
};

Routing route(const Graph& graph, const std::vector<Box>& boxes, const RouteOptions& options);

} // namespace demarche::network
