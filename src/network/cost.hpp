#pragma once
/// What an arrangement is worth before any line is routed: estimated bends, length and crossings, the
/// chart's height, and how well it reads (time downwards, principals above their delegations).

#include "network/pack.hpp"

namespace demarche::network {

/// Lower is better. Comparable between arrangements of one graph.
double estimated_cost(const Graph& graph, const Arrangement& arrangement, const Packing& packing);

/// The same of a finished drawing, by its real lines.
double drawn_cost(const Drawing& drawing, const Arrangement& arrangement);

} // namespace demarche::network
