#pragma once
/// The network on a page too narrow for lines between columns: see network/ladder.hpp. A card stands where it takes
/// part first; after that its name alone. Ties are words in the rows.

#include "compose/network_graph.hpp"
#include "network/ladder.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// What lay_out_ladder asks for; `width`: of the page without its margins.
network::LadderOptions ladder_options(const NetworkStyle& style, double width);

/// Cards, hubs and the names of those who were there before as nodes, the lines of the hubs as edges. Adds to
/// `meaning`.
network::Graph make_ladder_graph(const NetworkStyle& style, const network::LadderOptions& options, Meaning& meaning);

/// The name of who was there before; `index`: of the link in the view's list.
scene::Mark paint_again(const NetworkStyle& style, std::size_t index, const Box& box);

/// The upright lines under the hubs of a drawing by lay_out_ladder.
std::vector<scene::Mark> paint_ways(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning);

} // namespace demarche::compose
