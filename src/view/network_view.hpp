#pragma once
/// The network's view of the model: cards, hubs and ties, with no positions yet.

#include "view/selection.hpp"

namespace demarche::view {

struct NetworkView {
    std::string title;
};

NetworkView make_network_view(const Model& model, const ChartSpec& chart);

} // namespace demarche::view
