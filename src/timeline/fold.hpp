#pragma once
/// Long empty stretches: where nothing happened for long, the chart folds time and says how much.

#include "timeline/input.hpp"

#include <cstddef>
#include <vector>

namespace demarche::timeline {

/// An empty stretch between two neighbouring rows, no row's dates reaching into it.
struct Gap {
    std::size_t above = 0; ///< the row above; the next one is below
    Day first = 0;         ///< first and last empty day; first <= last
    Day last = 0;

    [[nodiscard]] Day days() const { return last - first + 1; }

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// Every empty stretch of at least a day, in order: the union of what the rows' dates can mean,
/// uncertainty included, and what lies between. An open end reaches no further than its known day.
std::vector<Gap> find_gaps(const std::vector<RowInput>& rows);

/// The nights between a row and the next: from the last day that any row above can mean to the first day of the row
/// below. Here first is the day above and last the one below less a day, so that days() counts midnights.
std::vector<Gap> find_nights(const std::vector<RowInput>& rows);

/// The gaps that are folded where rows are not to scale. A gap is long if it has at least `kFoldDays` days and
/// is at least `kFoldRatio` times the median step between rows (at least a day); in a chart of days, where
/// empty days take room, from `kFoldEmptyDays` on. Long gaps with just one row between them are one sparse
/// stretch, of which only the longest is folded: else every row of it would stand between two breaks.
/// REQUIRES: mode is days or rows.
std::vector<Gap> folds_between_rows(const std::vector<RowInput>& rows, Mode mode, std::optional<double> before = {});

/// From so many empty days on a gap between rows is folded. The number of the last drawing, `before`, stays while the
/// one that these rows ask for is near to it: else one more event would open and close folds all over the chart.
double fold_from(const std::vector<RowInput>& rows, Mode mode, std::optional<double> before);

constexpr Day kFoldDays = 30;
constexpr double kFoldRatio = 6;
constexpr Day kFoldEmptyDays = 4;

/// True where rows above (or below) a fold belong to a sparse stretch: other long gaps among them are not
/// folded, so these rows are not to scale even where a chart of days is.
struct SparseNeighbours {
    bool above = false;
    bool below = false;
};

SparseNeighbours
sparse_neighbours(const std::vector<RowInput>& rows, Mode mode, const Gap& fold, std::optional<double> before = {});

} // namespace demarche::timeline
