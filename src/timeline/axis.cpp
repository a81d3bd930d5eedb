#include "timeline/axis.hpp"

#include "timeline/isotonic.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace demarche::timeline {

namespace {

/// A midnight widens the step between two marks by so much of a step.
constexpr double kNight = 0.35;
/// A gap is folded where it would be so many times as wide as the fold.
constexpr double kFoldGain = 2.5;

bool dated(const RowInput& row) {
    return row.first || row.last;
}

/// Rows before the first of those without a date that stand at the end.
std::size_t dated_count(const std::vector<RowInput>& rows) {
    const auto last = std::find_if(rows.rbegin(), rows.rend(), dated);
    return static_cast<std::size_t>(rows.rend() - last);
}

std::vector<RowInput> dated_rows(const std::vector<RowInput>& rows) {
    std::vector<RowInput> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), dated);
    return found;
}

/// A gap wider than this is folded.
double fold_from(const AxisRoom& room) {
    return std::max(kGapHeight, kFoldGain * room.fold);
}

TimeScale scale_of(const std::vector<RowInput>& rows, double points_per_day, const AxisRoom& room) {
    return make_scale(rows, points_per_day, room.fold, fold_from(room));
}

/// A step between two marks: what it must be, and its share of the rest.
struct Step {
    double fixed = 0;
    double share = 1;
    Day nights = 0;
    const Gap* fold = nullptr;
};

std::vector<Step>
steps_between(const std::vector<RowInput>& rows, Mode mode, const std::vector<Gap>& folds, const AxisRoom& room) {
    std::vector<Step> steps(rows.size());
    for (const Gap& fold : folds) {
        // Half a pitch on either side is the marks' own.
        steps[fold.above + 1] = {room.pitch + room.fold, 0, 0, &fold};
    }
    if (mode == Mode::days) {
        for (const Gap& night : find_nights(rows)) {
            Step& step = steps[night.above + 1];
            if (step.fold == nullptr && night.days() <= kFoldEmptyDays) {
                step.nights = night.days();
                step.share += kNight * static_cast<double>(step.nights);
            }
        }
    }
    const std::size_t count = dated_count(rows);
    if (count > 0 && count < rows.size()) {
        steps[count].fixed += room.undated;
    }
    return steps;
}

} // namespace

std::optional<Axis> step_axis(const std::vector<RowInput>& rows, Mode mode, const AxisRoom& room) {
    const std::vector<Gap> folds = folds_between_rows(rows, mode);
    const std::vector<Step> steps = steps_between(rows, mode, folds, room);
    double fixed = 0;
    double shares = 0;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        fixed += steps[i].fixed;
        shares += steps[i].share;
    }
    const double rest = room.right - room.left - fixed;
    const double unit = shares > 0 ? rest / shares : 0;
    if (rest < 0 || (shares > 0 && unit < room.pitch)) {
        return std::nullopt;
    }
    Axis axis;
    axis.marks.push_back(room.left);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const double from = axis.marks.back();
        const double to = from + steps[i].fixed + steps[i].share * unit;
        if (steps[i].fold != nullptr) {
            axis.folds.push_back({*steps[i].fold, (from + to) / 2});
        }
        for (Day night = 1; night <= steps[i].nights; ++night) {
            axis.midnights.push_back(from + (to - from) * static_cast<double>(night) /
                                                static_cast<double>(steps[i].nights + 1));
        }
        axis.marks.push_back(to);
    }
    return axis;
}

namespace {

/// Marks and folds along a scale: where each wants to be, how far from the one before, and which are folds.
struct Items {
    std::vector<double> wanted;
    std::vector<double> distance;
    std::vector<bool> is_fold;

    void add(double at, double from_last, bool fold) {
        if (!wanted.empty()) {
            distance.push_back(from_last);
        }
        wanted.push_back(at);
        is_fold.push_back(fold);
    }
};

Items items_along(const std::vector<RowInput>& rows, std::size_t count, const AxisRoom& room, Axis& axis) {
    Items items;
    const std::vector<double> days = count > 0 ? ideal_days(rows) : std::vector<double>();
    const double beside_fold = (room.fold + room.pitch) / 2;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i >= count) {
            items.add(items.wanted.empty() ? room.left : items.wanted.back() + room.pitch,
                      room.pitch + (i == count ? room.undated : 0), false);
            continue;
        }
        const bool after_fold = !items.is_fold.empty() && items.is_fold.back();
        items.add(room.left + axis.scale->at(days[i]), after_fold ? beside_fold : room.pitch, false);
        for (const Gap& gap : axis.scale->folds()) {
            if (gap.above == i) {
                const double middle = (static_cast<double>(gap.first) + static_cast<double>(gap.last) + 1) / 2;
                items.add(room.left + axis.scale->at(middle), beside_fold, true);
                axis.folds.push_back({gap, 0});
            }
        }
    }
    return items;
}

/// Least squares between two bounds. REQUIRES: the distances fit between them.
std::vector<double> place_between(const Items& items, const AxisRoom& room) {
    std::vector<double> placed = place_isotonic(items.wanted, items.distance, room.left);
    // The bound at the other end.
    double most = room.right;
    for (std::size_t i = placed.size(); i-- > 0;) {
        placed[i] = std::min(placed[i], most);
        most = i > 0 ? placed[i] - items.distance[i - 1] : most;
    }
    return placed;
}

} // namespace

std::optional<Axis> time_axis(const std::vector<RowInput>& rows, double points_per_day, const AxisRoom& room) {
    const std::size_t count = dated_count(rows);
    const double length = room.right - room.left;
    Axis axis;
    axis.zero = room.left;
    if (count > 0) {
        axis.scale = scale_of(dated_rows(rows), points_per_day, room);
        if (axis.scale->length() > length + 0.01) {
            return std::nullopt;
        }
    }
    const Items items = items_along(rows, count, room, axis);
    if (std::accumulate(items.distance.begin(), items.distance.end(), 0.0) > length) {
        return std::nullopt;
    }
    const std::vector<double> placed = place_between(items, room);
    std::size_t fold = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (items.is_fold[i]) {
            axis.folds[fold++].middle = placed[i];
        } else {
            axis.marks.push_back(placed[i]);
        }
    }
    return axis;
}

std::optional<double> longest_scale(const std::vector<RowInput>& rows, double length, const AxisRoom& room) {
    const std::vector<RowInput> known = dated_rows(rows);
    if (known.empty()) {
        return std::nullopt;
    }
    // With all gaps folded it names every one of them.
    const TimeScale all = make_scale(known, 1, room.fold, 0);
    if (all.first() == all.last()) {
        return std::nullopt;
    }
    const auto length_at = [&](double points_per_day) {
        double sum = static_cast<double>(all.last() - all.first() + 1) * points_per_day;
        for (const Gap& gap : all.folds()) {
            const double width = static_cast<double>(gap.days()) * points_per_day;
            sum -= width > fold_from(room) ? width - room.fold : 0;
        }
        return sum;
    };
    std::optional<double> best;
    for (int power = -7; power <= 3; ++power) {
        for (const double digit : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
            const double points_per_day = digit * std::pow(10.0, power);
            if (length_at(points_per_day) > length) {
                return best;
            }
            best = points_per_day;
        }
    }
    return best;
}

} // namespace demarche::timeline
