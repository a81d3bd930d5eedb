#pragma once
/// What the last drawing of a chart decided, for the next one to keep. Anything may lack, and nothing is believed: each
/// value is kept where all still fits with it, and where it costs little against the canonical one.

#include <cstddef>
#include <optional>
#include <vector>

namespace demarche::timeline {

/// Across the page, in points (Columns).
struct ColumnsMemory {
    double date_width = 0;
    double tick_width = 0; ///< 0: the chart was not to scale
    std::size_t tracks = 0;
    double first_lane = 0;
    double lane_distance = 0;
    double label_left = 0;
};

/// The label of a row in a chart across the page.
struct FlagMemory {
    bool above = true;
    std::size_t level = 0;
    std::size_t strip = 0;
};

/// Of a chart with the same page and type: lengths mean nothing in another one.
struct Memory {
    std::optional<double> points_per_day;
    std::optional<double> fold_days; ///< from so many empty days on a gap was folded (fold_from)
    std::optional<ColumnsMemory> columns;
    std::optional<double> row_spread;
    std::optional<double> label_ems; ///< width of labels across the page, in ems
    bool details = false;            ///< its labels had all their details
    std::vector<double> last_labels; ///< by strip: how much of its last label stood beyond the axis
};

} // namespace demarche::timeline
