#pragma once
/// The thin face on cgraph and Graphviz: the only place that knows their headers (in the .cpp).

#include "network/graph.hpp"

#include <functional>
#include <string>
#include <vector>

namespace demarche::network {

/// What an engine is asked. Sizes are rounded up to whole points, as Graphviz does with text.
struct LayoutRequest {
    struct Box {
        std::string id;
        Size size;
        int rank = -1; ///< dot: boxes of one rank stand in one column, ranks from left to right; -1: free
    };

    struct Line {
        std::size_t tail = 0;
        std::size_t head = 0;
        int weight = 1; ///< dot: how much it should be straight
    };

    std::string engine = "dot"; ///< dot, neato, sfdp
    std::vector<Box> boxes;     ///< sorted by id
    std::vector<Line> lines;    ///< between boxes of one rank: tail above head
    double node_gap = 24;
    double rank_gap = 36;
    double timeout = 20;            ///< seconds
    std::function<void()> in_child; ///< called in the child before the layout: tests make it fail there
};

/// The centres of the boxes, y downwards, beside `boxes`. Runs in a forked child. Throws Error with a
/// diagnostic `graphviz-timeout`, `graphviz-crashed` or `graphviz-failed` (errors that Graphviz reports,
/// coordinates that are no numbers, everything left at the origin).
std::vector<Point> lay_out(const LayoutRequest& request);

/// The drawing in the DOT language with positions: `neato -n2 -Tsvg` draws it as it stands.
std::string to_gv(const Drawing& drawing, const std::string& title);

} // namespace demarche::network
