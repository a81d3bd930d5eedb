#pragma once
/// Where the marks of a strip stand along its axis.

#include "text/measurer.hpp"
#include "timeline/fold.hpp"
#include "timeline/input.hpp"
#include "timeline/scale.hpp"
#include "timeline/ticks.hpp"

#include <optional>
#include <vector>

namespace demarche::timeline {

/// Lengths in points.
struct AxisRoom {
    double left = 0;    ///< of the first mark
    double right = 0;   ///< of the last mark
    double pitch = 0;   ///< least distance between two marks
    double fold = 0;    ///< width of a fold, its words included
    double undated = 0; ///< more white ahead of the events without a date
};

/// A fold on the axis.
struct AxisFold {
    Gap gap;
    double middle = 0;
};

struct Axis {
    std::vector<double> marks; ///< ascending, at least the pitch apart
    std::vector<AxisFold> folds;
    std::vector<double> midnights;
    std::optional<TimeScale> scale; ///< `time` only
    double zero = 0;                ///< x of the scale's beginning
};

/// Rows and days: even steps, more where nights lie between. nullopt where the room does not hold the marks.
/// REQUIRES: mode is days or rows; at least one row.
std::optional<Axis> step_axis(const std::vector<RowInput>& rows, Mode mode, const AxisRoom& room);

/// To scale: marks where their days are, moved only as far as the pitch and folds' words want it (least squares).
/// nullopt where the scale or the marks need more than the room. REQUIRES: at least one row.
std::optional<Axis> time_axis(const std::vector<RowInput>& rows, double points_per_day, const AxisRoom& room);

/// The largest of the steps 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 x 10^n points a day at which all dated rows take at most
/// `length`. nullopt where fewer than two days are known, or folds alone take more.
std::optional<double> longest_scale(const std::vector<RowInput>& rows, double length, const AxisRoom& room);

} // namespace demarche::timeline
