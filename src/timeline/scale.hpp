#pragma once
/// Days to points, and which scale a chart has.

#include "timeline/fold.hpp"
#include "timeline/input.hpp"

#include <optional>
#include <vector>

namespace demarche::timeline {

/// A monotone map from days to points that is linear between folds.
class TimeScale {
public:
    /// `folds` in order, inside [first, last]; each takes `fold_height` whatever its length.
    TimeScale(Day first, Day last, double points_per_day, std::vector<Gap> folds, double fold_height);

    /// Where a day begins; days beyond the ends are cut off. Inside a fold: in proportion.
    [[nodiscard]] double at(double day) const;

    [[nodiscard]] double length() const { return at(static_cast<double>(last_) + 1); }

    [[nodiscard]] const std::vector<Gap>& folds() const { return folds_; }

    [[nodiscard]] Day first() const { return first_; }

    [[nodiscard]] Day last() const { return last_; }

    [[nodiscard]] double points_per_day() const { return points_per_day_; }

private:
    Day first_ = 0;
    Day last_ = 0;
    double points_per_day_ = 1;
    double fold_height_ = 0;
    std::vector<Gap> folds_;
};

/// What a row needs around its mark.
struct RowHeight {
    double above = 0; ///< from the row's mark up to its upper edge, the distance to a neighbour included
    double below = 0;
};

/// A scale for `Mode::time` and how well labels fit beside it.
struct ScaleChoice {
    double points_per_day = 0;
    double mean_displacement = 0; ///< of labels from their marks, in points
    double most_displacement = 0;
    bool fits = false; ///< at most half a row on average, two rows at most
};

/// The smallest of the steps 1, 2, 5 x 10^n at which the labels of the dated rows fit beside their marks (see
/// ScaleChoice); where none does within `kLongest` times the height of the rows, the largest that stays
/// within. Steps instead of any length: an added event seldom changes the scale. nullopt where fewer than
/// two days are known.
std::optional<ScaleChoice> choose_scale(const std::vector<RowInput>& rows, const std::vector<RowHeight>& heights);

constexpr double kLongest = 2;
/// A gap that would be higher than this is folded, in points; and how high the fold is.
constexpr double kGapHeight = 64;
constexpr double kFoldHeight = 18;

/// The map that `points_per_day` gives, gaps higher than kGapHeight folded.
/// REQUIRES: some row is dated.
TimeScale make_scale(const std::vector<RowInput>& rows, double points_per_day);

/// Where a row's mark belongs: the middle of its day, of its span, or of the day on which it began.
double ideal_position(const RowInput& row, const TimeScale& scale);

/// The rule of `automatic`, in this order:
/// - `time` where at least three rows are dated, at most a fifth of them only within a span longer than a
///   week, and the labels fit beside their marks (ScaleChoice::fits);
/// - `days` where at least half of the dated rows are known to the day and half of the steps between
///   different days are of one to three days;
/// - else `rows`.
/// With a `previous` mode the limits of that mode are half as strict, so that one more event seldom turns
/// a chart into another kind of chart.
Mode choose_mode(const Input& input, const std::vector<RowHeight>& heights);

} // namespace demarche::timeline
