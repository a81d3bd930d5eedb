#pragma once
/// More sides than a page has room for: the lesser ones share a lane.

#include "view/timeline_view.hpp"

#include <cstddef>

namespace demarche::view {

/// The view with at most `most` lanes. The sides that stand in fewest rows go to the lane of the others (of equal ones
/// those later in the dossier; a side that had a lane in the last drawing counts half as much again, so that one more
/// event seldom takes it away); `lesser_sides` names them. What marks mean stays: of several standings on the one lane
/// the higher wins, as on any lane; a hostile act between two of them is one within a lane. REQUIRES: most >= 2.
TimelineView fold_lesser_sides(TimelineView view, std::size_t most);

/// The view with the axis as its one lane: every mark stands on it, as where a dossier has no sides.
TimelineView fold_to_axis(TimelineView view);

} // namespace demarche::view
