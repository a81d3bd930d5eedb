#pragma once
/// The order of events: dates first, then the order constraints `after` and `before`.

#include "model/model.hpp"

#include <cstddef>
#include <vector>

namespace demarche {

/// Reports `contradictory-order` for cycles of constraints (naming the whole cycle, once) and for
/// constraints that the dates rule out (A after B, but A's latest day lies before B's earliest).
void check_order(const Model& model, Diagnostics& diagnostics);

/// Indices into model.events: constraints hold, else by latest possible day of the start ... see the
/// .cpp for the exact key; undated events last; ties keep the dossier's order. Cycles are broken at the
/// dossier's order, so that a model with errors still has an order.
std::vector<std::size_t> chronological_order(const Model& model);

} // namespace demarche
