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
    double row_height = 0; ///< of a row on average: the measure of the other two
};

/// True where labels stand near enough to their marks: on average a third of a row away, none more than one and a
/// half rows. `leniency` widens both.
bool labels_fit(const ScaleChoice& choice, double leniency = 1);

/// The day, as a number with a fraction, at which each row's mark belongs; none for the rows after the last dated
/// one. A row without a date that must stand between others stands with the one above it. The middle of the day on
/// which it happened or began; of an uncertain span the middle, and of any span later where the rows above stand later:
/// the order of rows is kept.
std::vector<double> ideal_days(const std::vector<RowInput>& rows);

/// The smallest of the steps 1, 2, 5 x 10^n at which the labels of the dated rows fit beside their marks; where none
/// does within `kLongest` times the height of the rows, the largest that stays within. Steps instead of any length: an
/// added event seldom changes the scale. nullopt where fewer than two days are known.
/// The scale of the last drawing, `before`, stays where the labels nearly fit beside it and it is not too long.
std::optional<ScaleChoice> choose_scale(const std::vector<RowInput>& rows,
                                        const std::vector<RowHeight>& heights,
                                        std::optional<double> before = {});

constexpr double kLongest = 2.5;
/// A gap that would be higher than this is folded, in points; and how high the fold is.
constexpr double kGapHeight = 64;
constexpr double kFoldHeight = 18;

/// The map that `points_per_day` gives, gaps higher than `gap_height` folded. A date that is only known within more
/// than a week counts as its ideal day here: a season must not hold the scale open.
/// REQUIRES: some row is dated.
TimeScale make_scale(const std::vector<RowInput>& rows,
                     double points_per_day,
                     double fold_height = kFoldHeight,
                     double gap_height = kGapHeight);

/// The rule of `automatic`, in this order:
/// - `time` where at least five rows are dated, at most a fifth of them only within a span longer than a
///   week, the labels fit beside their marks (labels_fit), and folds are at most a quarter as many as rows;
/// - `days` where at least half of the dated rows are known to the day and half of the steps between
///   different days are of one to three days;
/// - else `rows`.
/// A `narrow` page, which has no room for a column of dates and one of ticks, is never `time`.
/// With a `previous` mode the limits of that mode are one and a half times as wide, those of the others as much
/// narrower, so that one event seldom turns a chart into another kind of chart.
Mode choose_mode(const Input& input, const std::vector<RowHeight>& heights, bool narrow);

} // namespace demarche::timeline
