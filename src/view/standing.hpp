#pragma once
/// Who stands on which lane of a row, and as what.

#include "view/timeline_view.hpp"

namespace demarche::view {

/// The lanes that the parties of the given events need: sides in model order, then others; the axis where
/// no side occurs. `events` are indices into the model; `before` are sides (ids) in the order of the last drawing,
/// which they keep.
std::vector<Lane>
make_lanes(const Model& model, const std::vector<std::size_t>& events, const std::vector<std::string>& before = {});

/// Fills parties, marks, joined and arrows of a row from its event's parties.
void place_parties(const Model& model, const Event& event, const std::vector<Lane>& lanes, Row& row);

/// The name that running text uses for an actor.
std::string running_name(const Actor& actor);

} // namespace demarche::view
