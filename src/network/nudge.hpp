#pragma once
/// Lines get their distances: from each other, from nodes and from words. Where there is no room for them
/// nodes give way, along both axes in turn; then each line is set as well as the room allows.

#include "network/stretch.hpp"

#include <vector>

namespace demarche::network {

/// What moves. In x the nodes of a column move together.
struct Layout {
    std::vector<Box> boxes;       ///< beside graph.nodes
    std::vector<int> column;      ///< of each node; all -1: nodes move one by one
    std::vector<double> channels; ///< least widths between columns
    Routes routes;
    std::vector<Rider> riders;
    double width = 0;  ///< spare width goes between the columns
    bool held = false; ///< the columns stay where they are, as far as lines leave them there
};

/// Distances that contradict each other, going round in a circle.
struct Contradiction {
    bool upright = false;            ///< the axis: in x
    double lack = 0;                 ///< by how much
    std::vector<std::size_t> words;  ///< edges whose words are in it
    std::vector<std::size_t> routes; ///< edges whose lines are in it
};

/// Moves everything in place. Where distances contradict each other something is left overlapping; returned is
/// a circle for each pass that found one.
std::vector<Contradiction> nudge(const Graph& graph, Layout& layout, const Spacing& spacing);

} // namespace demarche::network
