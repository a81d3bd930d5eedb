#pragma once
/// The lines of a scale: years, months or days, as many as have room.

#include "timeline/layout.hpp"
#include "timeline/scale.hpp"

#include <string>
#include <vector>

namespace demarche::timeline {

constexpr double kTickDistance = 3.5;

/// Ticks at the beginnings of days, weeks, months, quarters, years, 5 or 10 years ...: the finest step whose
/// lines are at least `distance` ems of their type apart. None inside a fold, none nearer than that to the tick
/// before. y counts from the beginning of the scale; words.at.x is left to the caller.
std::vector<Tick> make_ticks(const TimeScale& scale,
                             const std::string& locale,
                             const Style& style,
                             const text::Measurer& measurer,
                             double distance = kTickDistance);

} // namespace demarche::timeline
