#pragma once
/// The arrangement that a memory knows, and where in it that belongs which it does not know.

#include "network/deadline.hpp"
#include "network/hold.hpp"

namespace demarche::network {

struct Settled {
    Arrangement arrangement;        ///< columns that nothing is left of are empty
    std::vector<std::size_t> loose; ///< nodes that are new, or cannot stay
};

/// Columns and order as they were. Loose are the nodes that the memory does not know, those that stood in none of its
/// columns, and hubs that have come to be certainly before or after others that they stood below or above.
/// REQUIRES: a sound memory with columns.
Settled known_arrangement(const Graph& graph, const Memory& memory);

struct SettleOptions {
    double most_height = 1e9; ///< see LayoutOptions
    std::size_t finds = 1;    ///< arrangements returned, at most
};

/// The loose nodes one after the other, those first that are tied most to what stands: each in the places where the
/// whole reads well, by estimate, and little of what is held moves. The best such arrangements, best first.
/// `hold`: null where nothing is held.
std::vector<Arrangement> settle_in(const Graph& graph,
                                   Settled known,
                                   const PackOptions& packing,
                                   const Hold* hold,
                                   const SettleOptions& options,
                                   const Deadline& deadline);

/// What a point that one node moved is worth, beside the costs of cost.hpp.
constexpr double kMovedPoint = 4;

} // namespace demarche::network
