#pragma once
/// The order of events: dates first, then the order constraints `after` and `before`.

#include "model/model.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche {

/// Reports `contradictory-order` for cycles of constraints (each group of events that go round once, with
/// its shortest cycle named from the event that stands first in the dossier) and for constraints that the
/// dates rule out, directly or through events between (A after B, but A's latest day lies before B's
/// earliest), at the event that is too early. Ids that no event has are the reader's to report.
void check_order(const Model& model, Diagnostics& diagnostics);

/// Indices into model.events in the order a reader expects. O(n log n + constraints).
///
/// An event stands where its beginning is known to lie: between a first and a last possible day, narrowed
/// by the constraints (who comes after another begins no earlier than it can; and the reverse). The key:
///   1. the last possible day; where there is none ("17 Feb or later") the first; undated events last;
///   2. of one day: spans of three days or more, which mostly lie before it ("10-16 Feb" before "Sun 16
///      Feb", "by 17 Feb" before "Mon 17 Feb"), then what is of that very day, then spans of two days and
///      "or later" ("17-18 Feb" after "Tue 18 Feb");
///   3. the first possible day, so that equal spans stand together;
///   4. the time of day as written, events without one first; 5. the last day that it lasted;
///   6. the dossier's order; of events that are in `before` (ids), the order there.
/// An event that must come before another of a lesser key moves up to stand just before it. Constraints
/// that dates rule out are passed over; cycles keep the constraints that agree with the dossier's order.
std::vector<std::size_t> chronological_order(const Model& model, const std::vector<std::string>& before = {});

} // namespace demarche
