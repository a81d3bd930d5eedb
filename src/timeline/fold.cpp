#include "timeline/fold.hpp"

#include <algorithm>
#include <limits>

namespace demarche::timeline {

namespace {

constexpr double kNear = 2; ///< times

bool dated(const RowInput& row) {
    return row.first || row.last;
}

Day first_day(const RowInput& row) {
    return row.first ? *row.first : *row.last;
}

Day last_day(const RowInput& row) {
    return row.last ? *row.last : *row.first;
}

/// Days from each dated row to the next; the middle one of them, at least one.
Day median_step(const std::vector<RowInput>& rows) {
    std::vector<Day> steps;
    const RowInput* above = nullptr;
    for (const RowInput& row : rows) {
        if (!dated(row)) {
            continue;
        }
        if (above != nullptr) {
            steps.push_back(std::max<Day>(0, first_day(row) - last_day(*above)));
        }
        above = &row;
    }
    if (steps.empty()) {
        return 1;
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max<Day>(1, *middle);
}

std::vector<Gap> long_gaps(const std::vector<RowInput>& rows, Mode mode, std::optional<double> before) {
    const double least = fold_from(rows, mode, before);
    std::vector<Gap> gaps = find_gaps(rows);
    gaps.erase(std::remove_if(gaps.begin(), gaps.end(),
                              [&](const Gap& gap) { return static_cast<double>(gap.days()) < least; }),
               gaps.end());
    return gaps;
}

} // namespace

double fold_from(const std::vector<RowInput>& rows, Mode mode, std::optional<double> before) {
    if (mode == Mode::days) {
        return static_cast<double>(kFoldEmptyDays);
    }
    const double least = std::max(static_cast<double>(kFoldDays), kFoldRatio * static_cast<double>(median_step(rows)));
    const bool near =
        before && *before >= static_cast<double>(kFoldDays) && *before <= kNear * least && *before * kNear >= least;
    return near ? *before : least;
}

std::vector<Gap> find_nights(const std::vector<RowInput>& rows) {
    std::vector<Gap> nights;
    std::optional<Day> ends;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        if (dated(rows[i])) {
            // What lasted stands in the row of the day on which it began: nights pass while it goes on.
            const Day day = rows[i].extent == Extent::lasted ? first_day(rows[i]) : last_day(rows[i]);
            ends = ends ? std::max(*ends, day) : day;
        }
        if (ends && dated(rows[i + 1]) && first_day(rows[i + 1]) > *ends) {
            nights.push_back({i, *ends, first_day(rows[i + 1]) - 1});
        }
    }
    return nights;
}

std::vector<Gap> find_gaps(const std::vector<RowInput>& rows) {
    // What begins first among a row and all after it: a gap must lie before all of them.
    std::vector<Day> begins(rows.size() + 1, std::numeric_limits<Day>::max());
    for (std::size_t i = rows.size(); i-- > 0;) {
        begins[i] = dated(rows[i]) ? std::min(begins[i + 1], first_day(rows[i])) : begins[i + 1];
    }
    std::vector<Gap> gaps;
    std::optional<Day> ends;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        if (dated(rows[i])) {
            ends = ends ? std::max(*ends, last_day(rows[i])) : last_day(rows[i]);
        }
        if (ends && dated(rows[i + 1]) && begins[i + 1] - *ends > 1) {
            gaps.push_back({i, *ends + 1, begins[i + 1] - 1});
        }
    }
    return gaps;
}

std::vector<Gap> folds_between_rows(const std::vector<RowInput>& rows, Mode mode, std::optional<double> before) {
    std::vector<Gap> folds;
    bool chained = false;
    std::size_t previous = 0;
    for (const Gap& gap : long_gaps(rows, mode, before)) {
        chained = !folds.empty() && gap.above == previous + 1;
        previous = gap.above;
        if (!chained) {
            folds.push_back(gap);
        } else if (gap.days() >= folds.back().days()) {
            folds.back() = gap;
        }
    }
    return folds;
}

SparseNeighbours
sparse_neighbours(const std::vector<RowInput>& rows, Mode mode, const Gap& fold, std::optional<double> before) {
    SparseNeighbours neighbours;
    for (const Gap& gap : long_gaps(rows, mode, before)) {
        neighbours.above = neighbours.above || gap.above + 1 == fold.above;
        neighbours.below = neighbours.below || gap.above == fold.above + 1;
    }
    return neighbours;
}

} // namespace demarche::timeline
