#pragma once
/// Lines that share a track are set beside each other, in the order that makes them cross least, and
/// kept off nodes and words (after Wybrow, Marriott and Stuckey, "Orthogonal connector routing", 2009).

#include "network/graph.hpp"

#include <vector>

namespace demarche::network {

/// Room that was lacking between two things, in one direction.
struct Shortage {
    bool upright = false; ///< true: between lines that run down the page, so the room lacks in x
    double at = 0;        ///< where, in the same direction
    double amount = 0;
    int low = -1; ///< the node on the low side; -1: the edge of the page or words
    int high = -1;
    bool words = false;   ///< words beside a line are in it
    std::size_t edge = 0; ///< whose line (or whose words) it was
    End end;              ///< the end that has too little room, where `at_end`
    bool at_end = false;  ///< the lines lack room at one end's border
};

struct NudgeOptions {
    double clearance = 6; ///< between a line and a node it passes
    double label_gap = 3; ///< between a line and words
    double pitch = 8;     ///< between lines, where there is room
    double least = 4.5;   ///< between lines, always
    Box area;
};

/// The words beside lines: `label` of an edge moves with segment `segment` of its route; `after` tells the
/// side (right of or below the line).
struct Rider {
    Box label; ///< empty: none
    std::size_t segment = 0;
    bool after = true;
};

/// Moves routes and labels in place; what could not be given enough room is returned.
std::vector<Shortage> nudge(const Graph& graph,
                            const std::vector<Box>& boxes,
                            const NudgeOptions& options,
                            std::vector<std::vector<Point>>& routes,
                            std::vector<Rider>& riders);

} // namespace demarche::network
