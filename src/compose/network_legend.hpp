#pragma once
/// What a network says around its picture: the legend of what is used, and the notes of the source line.

#include "compose/frame.hpp"
#include "compose/network_graph.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// One entry for every way of drawing that this chart uses. `style` must outlive the entries.
std::vector<LegendEntry> network_legend(const NetworkStyle& style);

/// What is left out, what letters stand for, who was absent, what nobody has looked at.
std::vector<std::string>
network_notes(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning);

} // namespace demarche::compose
