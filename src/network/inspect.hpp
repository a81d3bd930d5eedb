#pragma once
/// What is wrong with a drawing, counted from its geometry alone.

#include "network/graph.hpp"

#include <string>
#include <vector>

namespace demarche::network {

struct Flaws {
    int overlaps = 0;     ///< nodes and words that lie on each other
    int outside = 0;      ///< nodes, words or lines that leave the drawing
    int struck_words = 0; ///< words that a line runs through
    int struck_nodes = 0; ///< nodes that a line runs through
    int bad_ends = 0;     ///< ends not on a border, not at a right angle, or off their row
    int shared = 0;       ///< stretches of two lines that lie on each other
    int missing = 0;      ///< edges without a line, words without a place

    [[nodiscard]] int all() const {
        return overlaps + outside + struck_words + struck_nodes + bad_ends + shared + missing;
    }

    std::vector<std::string> examples; ///< in words, for whoever looks into it
};

Flaws inspect(const Drawing& drawing);

/// Pairs of lines that cross, counted once for each place.
int count_crossings(const Drawing& drawing);

} // namespace demarche::network
