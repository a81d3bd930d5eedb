#pragma once
/// Seasons and other parts of a year that EDTF writes in the place of the month.

#include "base/calendar.hpp"

namespace demarche {

/// First and last day. REQUIRES: 21 <= season <= 41.
DayRange season_range(std::int64_t year, unsigned season);

} // namespace demarche
