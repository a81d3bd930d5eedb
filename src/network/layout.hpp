#pragma once
/// The network stage: a graph with sizes in, a drawing out. Placing (place.hpp, pack.hpp) and routing
/// (route.hpp) are separate steps; what routing lacks in room, placing gives in the next round.

#include "base/diagnostic.hpp"
#include "network/graph.hpp"
#include "network/memory.hpp"

#include <functional>
#include <optional>
#include <string>

namespace demarche::network {

struct LayoutOptions {
    double width = 470;         ///< of the page without its margins
    double margin_reach = 14;   ///< how far lines, not nodes, may reach into the margins
    double edge = 14;           ///< room for lines left of the first column and right of the last
    double least_column = 100;  ///< narrower cards do not read well
    double most_column = 170;   ///< wider ones look empty
    double gap = 20;            ///< between nodes of a column
    double most_height = 1e9;   ///< that the page leaves; a higher drawing is worth less
    double channel = 30;        ///< between columns, before lines ask for more
    double pitch = 8;           ///< between parallel lines, where there is room
    double words_gap = 3;       ///< between a line and its words: more than half the width of an arrow head
    std::string engine = "dot"; ///< dot, neato, sfdp
    double timeout = 20;        ///< seconds for everything: in time or not at all
    std::function<void()> in_child;
    double scale = 1;               ///< of the type: positions of a drawing in another one say nothing
    std::optional<Memory> previous; ///< the drawing that this one follows; nothing: it is made anew
};

/// What positions depend on.
MemoryPage page_of(const LayoutOptions& options);

/// The graph measured for cards of the given width. Must return the same nodes and edges for every width.
using Measure = std::function<Graph(double card_width)>;

/// With a previous drawing columns, order and places of what is still there stay, and what is new is fitted in; the
/// same graph gives the same drawing. Where that ends in a drawing with flaws, or hardly anything is known, it is made
/// anew.
///
/// Throws Error where Graphviz fails or the time is up. A drawing wider than asked for says so in `too_wide`.
Drawing lay_out_network(const Measure& measure, const LayoutOptions& options);

} // namespace demarche::network
