#pragma once
/// A place beside its line for the words of a tie.

#include "network/stretch.hpp"

#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace demarche::network {

struct WordsOptions {
    double gap = 3; ///< between line and words
    double air = 3; ///< between words and nodes or other words
    Box area;
    std::vector<Box> columns; ///< words stand over these rather than between them, where lines run
    std::set<std::tuple<std::size_t, std::size_t, bool>> avoid; ///< edge, stretch, side (`after`): the last choice
};

/// The best place for the words of `edge`: beside its line, off nodes and words as far as can be (what is in
/// the way makes room later), over as few other lines as can be (they are routed anew). Empty where the edge
/// has no route.
std::optional<Rider> place_words(const Graph& graph,
                                 const std::vector<Box>& boxes,
                                 const std::vector<std::vector<Point>>& routes,
                                 const std::vector<Rider>& placed,
                                 std::size_t edge,
                                 const WordsOptions& options);

/// Does the segment touch the box?
bool strikes(Point a, Point b, const Box& box);

} // namespace demarche::network
