#pragma once
/// Events that may be one which reports put on different days: a person has to say.

#include "assemble/event_order.hpp"
#include "assemble/note.hpp"

#include <vector>

namespace demarche::assemble {

/// One note a pair of meetings, calls, visits, agreements or attacks that happened on days up to three apart, with the
/// same two parties at least (a visit: one, at the same place), which no article tells both of. Nothing is changed.
/// REQUIRES: the events have their ids. Grows with the events a pair of parties shares, at most kMostRivals of which
/// are compared with each.
void note_rival_days(const std::vector<Happening>& happenings, const Telling& telling, Notes& notes);

constexpr std::size_t kMostRivals = 20;

} // namespace demarche::assemble
