#pragma once
/// A row by itself: what it needs above and below its marks.

#include "timeline/layout.hpp"
#include "timeline/scale.hpp"

namespace demarche::timeline {

/// A row laid out around mark y = 0; distances to neighbours are not included.
struct RowBox {
    PlacedRow row;
    double above = 0; ///< of text, marks and band, both positive
    double below = 0;
    double mark_above = 0; ///< of marks and date alone
    double mark_below = 0;
};

RowBox make_row_box(const RowInput& input, const Style& style, const text::Measurer& measurer, const Columns& columns);

/// The white between two rows, in points: less beside a band, whose own padding is white enough.
double distance_between(const RowBox& above, const RowBox& below, const Style& style);

} // namespace demarche::timeline
