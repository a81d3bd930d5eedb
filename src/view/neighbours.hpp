#pragma once
/// What a row's neighbours let it leave out, and where nobody says which of them came first.

#include "view/timeline_view.hpp"

namespace demarche::view {

/// Fills same_date, same_year, order and order_of_group of the rows, and order_within_day_unknown.
/// REQUIRES: the rows are chronological.
void compare_neighbours(const Model& model, TimelineView& view);

} // namespace demarche::view
