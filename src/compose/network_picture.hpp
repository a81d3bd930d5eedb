#pragma once
/// A laid-out network as marks: cards, over them the lines that enter them, over these the hubs.

#include "compose/network_graph.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// The marks of a drawing that was moved to its place on the page.
std::vector<scene::Mark>
paint_network(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning);

/// A tie's sentence, sources and data; nothing is drawn yet.
scene::Mark tie_mark(const NetworkStyle& style, const view::NetworkTie& tie);

/// What is said beside an edge, with the numbers of its sources; empty: nothing.
std::string words_of(const NetworkStyle& style, const network::Edge& edge, const Meaning& meaning);

/// Beside the drawing's edges: the letters that stand for words that found no room, "a", "b", ... "z", "aa"; the same
/// for the same words; empty where the words stand there themselves. Not numbers, which are the sources'.
std::vector<std::string> letters_of(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning);

} // namespace demarche::compose
