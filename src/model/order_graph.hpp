#pragma once
/// The order constraints of events as a directed graph: an edge from the earlier to the later event.

#include "model/model.hpp"

#include <cstddef>
#include <vector>

namespace demarche {

/// Nodes are indices into model.events. Both lists are rising and without doubles.
struct OrderGraph {
    std::vector<std::vector<std::size_t>> later;   ///< later[i]: events that come after i
    std::vector<std::vector<std::size_t>> earlier; ///< earlier[i]: events that come before i
};

/// From every `after` and `before`; ids that no event has are passed over (the reader reports them).
OrderGraph order_graph(const Model& model);

/// For every node the number of its strongly connected component (Tarjan 1972, without recursion).
std::vector<std::size_t> strong_components(const OrderGraph& graph);

/// The shortest way from `start` back to itself, `start` first and not repeated; empty where there is none.
std::vector<std::size_t> shortest_cycle(const OrderGraph& graph, std::size_t start);

/// The graph without the edges of cycles that go against the dossier's order.
OrderGraph without_cycles(const OrderGraph& graph);

/// Every node after all that come before it; of those that could be next the one of least rank.
/// REQUIRES: no cycles; `rank` has a different number for every node.
std::vector<std::size_t> topological_order(const OrderGraph& graph, const std::vector<std::size_t>& rank);

} // namespace demarche
