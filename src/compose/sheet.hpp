#pragma once
/// A page of a fixed size is filled: type and marks grow or shrink with what stands on it.

#include "compose/template.hpp"

#include <functional>
#include <optional>

namespace demarche::compose {

/// A page that was filled to its bottom is as high as the sheet, but for rounding: it is not too high.
bool too_high(double height, double sheet);

/// The template with type, marks and distances as large as its `height` allows, from 0.75 to 1.4 of what it says and
/// never below its smallest type; as it is where even that is too high: then there are further pages.
/// `type_before`: the size of the label's type in the last drawing, which stays where it fits and is near to that.
/// `height_of`: of the page that a template makes. REQUIRES: style.height > 0.
Template fitted_to_sheet(const Template& style,
                         const std::function<double(const Template&)>& height_of,
                         std::optional<double> type_before = {});

} // namespace demarche::compose
