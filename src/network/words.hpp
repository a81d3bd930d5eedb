#pragma once
/// A place beside its line for the words of a tie.

#include "network/nudge.hpp"

#include <optional>
#include <vector>

namespace demarche::network {

struct WordsOptions {
    double gap = 3; ///< between line and words
    double air = 3; ///< between words and nodes or other words
    Box area;
    std::vector<Box> columns; ///< words stand over these rather than between them, where lines run
};

/// The best place for the words of `edge`: off nodes and words, over as few other lines as can be (they
/// are routed anew). Empty where there is none.
std::optional<Rider> place_words(const Graph& graph,
                                 const std::vector<Box>& boxes,
                                 const std::vector<std::vector<Point>>& routes,
                                 const std::vector<Rider>& placed,
                                 std::size_t edge,
                                 const WordsOptions& options);

/// Does the segment touch the box?
bool strikes(Point a, Point b, const Box& box);

} // namespace demarche::network
