#pragma once
/// Rows to scale: marks where their days are, labels as near to them as they can be; and what charts of rows share.

#include "timeline/layout.hpp"
#include "timeline/row_box.hpp"
#include "timeline/scale.hpp"

#include <vector>

namespace demarche::timeline {

/// Ems of the label's type.
inline constexpr double kFirstRow = 0.9;     ///< from where the lanes begin to the first row
inline constexpr double kLanesEnd = 0.9;     ///< from the last row to where the lanes end
inline constexpr double kUndated = 0.7;      ///< more white before the rows without a date
inline constexpr double kRowDistance = 0.95; ///< at least, around a midnight or the words of a fold

/// Puts a row made around mark 0 in its place: marks and dates by one, label and band by the other.
PlacedRow place_row(const RowBox& box, double mark, double label, bool dates_above);

/// Fills rows, folds, spans and height of a layout whose columns are set; returns by how much the scale's own zero
/// stands below that of the layout.
double place_to_scale(const Input& input,
                      const Style& style,
                      const std::vector<RowBox>& boxes,
                      const TimeScale& scale,
                      const std::vector<Span>& spans,
                      Layout& layout);

} // namespace demarche::timeline
