#pragma once
/// The network for a page too narrow for columns with lines between them: meetings one under the other in the order of
/// time, under each those who took part, left and right of one upright line.
///
/// Nothing is searched for: whatever the graph, nothing overlaps, no line crosses another and the width is kept.

#include "network/graph.hpp"
#include "network/memory.hpp"

#include <optional>

namespace demarche::network {

struct LadderOptions {
    double width = 236;
    double least_column = 60;       ///< of cards; where two do not fit, there is one
    double most_column = 170;       ///< wider cards look empty
    double channel = 20;            ///< between the columns; the upright line runs in its middle
    double hub_gap = 18;            ///< above a hub
    double card_gap = 7;            ///< between cards, and below a hub
    double depth = 11;              ///< below a node's top, where the line of a whole node meets it
    std::optional<Memory> previous; ///< a ladder whose order of hubs and sides of cards stay
};

/// The width of a column of cards.
double ladder_column(const LadderOptions& options);

/// Cards are as wide as ladder_column says, hubs not wider than the page. Hubs stand in the order of their `time`, each
/// with the cards that have an edge to it, in the order of those edges; no card has edges to two hubs. Words of edges
/// stand above their card. Cards without edges come last. With a previous ladder cards stay on their side of the line,
/// and hubs that it had in another order keep that order as long as no day contradicts it. Returns the graph in the
/// order in which it came.
Drawing lay_out_ladder(Graph graph, const LadderOptions& options);

} // namespace demarche::network
