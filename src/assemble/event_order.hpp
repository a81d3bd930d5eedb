#pragma once
/// What came after what, as articles say: constraints between events, and what they tell of days.

#include "assemble/merging.hpp"

#include <vector>

namespace demarche::assemble {

/// One kept event.
struct Happening {
    Cluster cluster;
    Merged merged;
    bool thin = false; ///< its title says too little for a chart of the key events
};

/// Fills Event::after with indices' ids. A constraint that would close a circle, that dates rule out or already say is
/// left out. REQUIRES: the events have their ids.
void add_order(std::vector<Happening>& happenings, const Telling& telling);

/// What was done after an event of a known day, and before it was reported, was done between the two; what was done
/// before it, by then; "hours after" and "two days after" bound it on both sides. What was narrowed so can narrow
/// others. Changes dates of events of which no article gives any.
void narrow_by_order(std::vector<Happening>& happenings, const Telling& telling);

} // namespace demarche::assemble
