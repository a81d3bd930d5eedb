#include "timeline/scale.hpp"

#include "timeline/isotonic.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::timeline {

namespace {

constexpr Day kWeek = 7;
constexpr std::size_t kTimeRows = 5;
constexpr double kLenient = 1.5; ///< to what the last drawing had

bool dated(const RowInput& row) {
    return row.first || row.last;
}

Day first_day(const RowInput& row) {
    return row.first ? *row.first : *row.last;
}

Day last_day(const RowInput& row) {
    return row.last ? *row.last : *row.first;
}

bool vague(const RowInput& row) {
    return row.extent == Extent::uncertain && (!row.first || !row.last || *row.last - *row.first >= kWeek);
}

/// The rows with vague dates narrowed to their ideal day.
std::vector<RowInput> narrowed(const std::vector<RowInput>& rows) {
    std::vector<RowInput> narrow = rows;
    const std::vector<double> ideal = ideal_days(rows);
    for (std::size_t i = 0; i < ideal.size(); ++i) {
        if (vague(narrow[i])) {
            narrow[i].first = narrow[i].last = static_cast<Day>(std::floor(ideal[i]));
        }
    }
    return narrow;
}

/// First and last day of all rows; nullopt without a date.
std::optional<DayRange> extent(const std::vector<RowInput>& rows) {
    std::optional<DayRange> range;
    for (const RowInput& row : rows) {
        if (dated(row)) {
            range = range ? DayRange{std::min(range->first, first_day(row)), std::max(range->last, last_day(row))}
                          : DayRange{first_day(row), last_day(row)};
        }
    }
    return range;
}

struct Dated {
    std::vector<RowInput> rows;
    std::vector<RowHeight> heights;
};

Dated only_dated(const std::vector<RowInput>& rows, const std::vector<RowHeight>& heights) {
    Dated found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (dated(rows[i])) {
            found.rows.push_back(rows[i]);
            found.heights.push_back(heights[i]);
        }
    }
    return found;
}

ScaleChoice try_scale(const Dated& dated_rows, double points_per_day) {
    const TimeScale scale = make_scale(dated_rows.rows, points_per_day);
    std::vector<double> wanted = ideal_days(dated_rows.rows);
    std::vector<double> distance;
    double height = 0;
    for (std::size_t i = 0; i < dated_rows.rows.size(); ++i) {
        wanted[i] = scale.at(wanted[i]);
        height += dated_rows.heights[i].above + dated_rows.heights[i].below;
        if (i > 0) {
            distance.push_back(dated_rows.heights[i - 1].below + dated_rows.heights[i].above);
        }
    }
    const std::vector<double> placed = place_isotonic(wanted, distance, -1e9);
    ScaleChoice choice{points_per_day, 0, 0, height / static_cast<double>(placed.size())};
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const double off = std::abs(placed[i] - wanted[i]);
        choice.mean_displacement += off / static_cast<double>(placed.size());
        choice.most_displacement = std::max(choice.most_displacement, off);
    }
    return choice;
}

/// 1, 2, 5 x 10^n points a day: from a point for ten thousand years and more to a page for half a day.
std::vector<double> steps() {
    std::vector<double> all;
    for (int power = -7; power <= 3; ++power) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            all.push_back(digit * std::pow(10.0, power));
        }
    }
    return all;
}

double part_known_to_the_day(const Dated& rows) {
    const auto known = std::count_if(rows.rows.begin(), rows.rows.end(), [](const RowInput& r) { return r.day_known; });
    return static_cast<double>(known) / static_cast<double>(rows.rows.size());
}

double part_vague(const Dated& rows) {
    const auto count = std::count_if(rows.rows.begin(), rows.rows.end(), vague);
    return static_cast<double>(count) / static_cast<double>(rows.rows.size());
}

/// Of the steps between rows of different days, how many are of at most three days.
double part_of_short_steps(const Dated& rows) {
    std::size_t steps = 0;
    std::size_t small = 0;
    const RowInput* above = nullptr;
    for (const RowInput& row : rows.rows) {
        if (!row.day_known) {
            continue;
        }
        if (above != nullptr && *row.first != *above->first) {
            ++steps;
            small += *row.first - *above->first <= 3 ? 1 : 0;
        }
        above = &row;
    }
    return steps == 0 ? 0 : static_cast<double>(small) / static_cast<double>(steps);
}

} // namespace

TimeScale::TimeScale(Day first, Day last, double points_per_day, std::vector<Gap> folds, double fold_height)
    : first_(first),
      last_(last),
      points_per_day_(points_per_day),
      fold_height_(fold_height),
      folds_(std::move(folds)) {}

double TimeScale::at(double day) const {
    const double clamped = std::clamp(day, static_cast<double>(first_), static_cast<double>(last_) + 1);
    double points = 0;
    double from = static_cast<double>(first_);
    for (const Gap& fold : folds_) {
        const auto begin = static_cast<double>(fold.first);
        const double end = static_cast<double>(fold.last) + 1;
        if (clamped <= begin) {
            break;
        }
        points += (begin - from) * points_per_day_;
        points += fold_height_ * std::min(1.0, (clamped - begin) / (end - begin));
        from = end;
    }
    return points + std::max(0.0, clamped - from) * points_per_day_;
}

TimeScale make_scale(const std::vector<RowInput>& rows, double points_per_day, double fold_height, double gap_height) {
    const std::vector<RowInput> narrow = narrowed(rows);
    const DayRange range = *extent(narrow);
    std::vector<Gap> folds;
    for (const Gap& gap : find_gaps(narrow)) {
        if (static_cast<double>(gap.days()) * points_per_day > gap_height) {
            folds.push_back(gap);
        }
    }
    return {range.first, range.last, points_per_day, std::move(folds), fold_height};
}

bool labels_fit(const ScaleChoice& choice, double leniency) {
    return choice.mean_displacement <= leniency * choice.row_height / 3 &&
           choice.most_displacement <= leniency * choice.row_height * 1.5;
}

std::vector<double> ideal_days(const std::vector<RowInput>& rows) {
    const auto last_dated = std::find_if(rows.rbegin(), rows.rend(), dated);
    const auto count = static_cast<std::size_t>(rows.rend() - last_dated);
    std::vector<double> days(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const RowInput& row = rows[i];
        if (!dated(row)) {
            const auto next = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(), dated);
            days[i] = i > 0 ? days[i - 1] : static_cast<double>(first_day(*next));
            continue;
        }
        const auto first = static_cast<double>(first_day(row));
        const auto last = static_cast<double>(last_day(row)) + 1;
        days[i] = row.extent == Extent::lasted ? first + 0.5 : (first + last) / 2;
        if (row.extent != Extent::exact && i > 0) {
            days[i] = std::clamp(std::max(days[i], days[i - 1]), first, last);
        }
    }
    return days;
}

std::optional<ScaleChoice>
choose_scale(const std::vector<RowInput>& rows, const std::vector<RowHeight>& heights, std::optional<double> before) {
    const Dated dated_rows = only_dated(rows, heights);
    const auto range = extent(narrowed(dated_rows.rows));
    if (!range || range->first == range->last) {
        return std::nullopt;
    }
    double needed = 0;
    for (const RowHeight& height : dated_rows.heights) {
        needed += height.above + height.below;
    }
    std::optional<ScaleChoice> best;
    for (const double points_per_day : steps()) {
        if (best && make_scale(dated_rows.rows, points_per_day).length() > kLongest * needed) {
            break;
        }
        best = try_scale(dated_rows, points_per_day);
        if (labels_fit(*best)) {
            break;
        }
    }
    const std::vector<double> known = steps();
    if (before && std::find(known.begin(), known.end(), *before) != known.end() &&
        make_scale(dated_rows.rows, *before).length() <= kLongest * needed) {
        const ScaleChoice kept = try_scale(dated_rows, *before);
        best = labels_fit(kept, kLenient) ? kept : best;
    }
    return best;
}

/// A scale that is folded at every turn shows no distances: then rows say as much with less.
bool few_folds(const std::vector<RowInput>& rows, double points_per_day, double leniency) {
    const auto most = std::max(2.0, leniency * static_cast<double>(rows.size()) / 4);
    return static_cast<double>(make_scale(rows, points_per_day).folds().size()) <= most;
}

Mode choose_mode(const Input& input, const std::vector<RowHeight>& heights, bool narrow) {
    if (input.mode != Mode::automatic) {
        return input.mode;
    }
    const Dated rows = only_dated(input.rows, heights);
    if (rows.rows.size() < 2) {
        return Mode::rows;
    }
    const auto leniency = [&](Mode mode) {
        if (!input.previous) {
            return 1.0;
        }
        return input.previous == mode ? kLenient : 1 / kLenient;
    };
    const double enough = static_cast<double>(kTimeRows) / leniency(Mode::time);
    if (!narrow && static_cast<double>(rows.rows.size()) >= enough && part_vague(rows) <= 0.2 * leniency(Mode::time)) {
        const auto scale = choose_scale(input.rows, heights, input.memory.points_per_day);
        if (scale && labels_fit(*scale, leniency(Mode::time)) &&
            few_folds(rows.rows, scale->points_per_day, leniency(Mode::time))) {
            return Mode::time;
        }
    }
    const double share = 0.5 / leniency(Mode::days);
    return part_known_to_the_day(rows) >= share && part_of_short_steps(rows) >= share ? Mode::days : Mode::rows;
}

} // namespace demarche::timeline
