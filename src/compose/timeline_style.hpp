#pragma once
/// What a template says to the layout of a timeline.

#include "compose/template.hpp"
#include "timeline/input.hpp"

namespace demarche::compose {

/// Type, lengths and the edges of the text, in points.
timeline::Style layout_style(const Template& style);

} // namespace demarche::compose
