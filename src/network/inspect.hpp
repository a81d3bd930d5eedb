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

    std::vector<std::string> examples; ///< each in words: "the line from "A" to "B" through "C""
};

Flaws inspect(const Drawing& drawing);

/// The first `most` of them in one line, and how many there are beyond.
std::string in_words(const Flaws& flaws, std::size_t most);

/// Pairs of lines that cross, counted once for each place.
int count_crossings(const Drawing& drawing);

} // namespace demarche::network
