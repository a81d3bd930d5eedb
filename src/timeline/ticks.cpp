#include "timeline/ticks.hpp"

#include "base/edtf_words.hpp"

#include <array>
#include <cmath>

namespace demarche::timeline {

namespace {

struct Step {
    enum class Unit { day, month, year } unit = Unit::day;
    std::int64_t count = 1;
    double days = 1; ///< about
};

constexpr std::array kSteps = {
    Step{Step::Unit::day, 1, 1},          Step{Step::Unit::day, 2, 2},        Step{Step::Unit::day, 7, 7},
    Step{Step::Unit::month, 1, 30.4},     Step{Step::Unit::month, 3, 91},     Step{Step::Unit::year, 1, 365},
    Step{Step::Unit::year, 2, 730},       Step{Step::Unit::year, 5, 1826},    Step{Step::Unit::year, 10, 3652},
    Step{Step::Unit::year, 50, 18262},    Step{Step::Unit::year, 100, 36524}, Step{Step::Unit::year, 500, 182621},
    Step{Step::Unit::year, 1000, 365243},
};

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// The last boundary of the step that is not after `day`.
Day boundary(const Step& step, Day day) {
    const CivilDate date = civil_date(day);
    switch (step.unit) {
    case Step::Unit::day:
        // 1969-12-29 was a Monday: weeks then begin on Mondays.
        return floor_to(day + 3, step.count) - 3;
    case Step::Unit::month:
        return day_number({date.year, static_cast<unsigned>(floor_to(date.month - 1, step.count)) + 1, 1});
    case Step::Unit::year:
        return day_number({floor_to(date.year, step.count), 1, 1});
    }
    return day;
}

Day next_boundary(const Step& step, Day day) {
    const Day here = boundary(step, day);
    const auto jump = static_cast<Day>(std::ceil(step.days * 1.1)) + (step.unit == Step::Unit::day ? 0 : 2);
    return step.unit == Step::Unit::day ? here + step.count : boundary(step, here + jump);
}

std::string tick_words(const Step& step, Day day, bool with_year, const DatePrinter& dates) {
    const CivilDate date = civil_date(day);
    switch (step.unit) {
    case Step::Unit::year:
        return dates.words(date, EdtfPrecision::year);
    case Step::Unit::month:
        return dates.words(date, EdtfPrecision::month);
    case Step::Unit::day:
        break;
    }
    return dates.words(date, EdtfPrecision::day, false, with_year);
}

} // namespace

std::vector<Tick> make_ticks(const TimeScale& scale,
                             const std::string& locale,
                             const Style& style,
                             const text::Measurer& measurer,
                             double distance) {
    const double least = distance * style.tick.size;
    const Step* step = &kSteps.back();
    for (const Step& candidate : kSteps) {
        if (candidate.days * scale.points_per_day() >= least) {
            step = &candidate;
            break;
        }
    }
    const double cap = measurer.metrics(style.tick).cap_height;
    const DatePrinter dates(locale);
    std::vector<Tick> ticks;
    std::int64_t last_year = 0;
    const auto in_fold = [&](Day day) {
        for (const Gap& gap : scale.folds()) {
            if (day >= gap.first && day <= gap.last) {
                return gap.last + 1;
            }
        }
        return day;
    };
    Day day = boundary(*step, scale.first());
    day = day < scale.first() ? next_boundary(*step, day) : day;
    while (day <= scale.last()) {
        const Day after_fold = in_fold(day);
        if (after_fold != day) {
            day = boundary(*step, after_fold) == after_fold ? after_fold : next_boundary(*step, after_fold);
            continue;
        }
        const double y = scale.at(static_cast<double>(day));
        if (ticks.empty() || y - ticks.back().y >= least) {
            // Among days the year is said where it begins or changes.
            const std::int64_t year = civil_date(day).year;
            const std::string words = tick_words(*step, day, ticks.empty() || year != last_year, dates);
            last_year = year;
            ticks.push_back({y, {words, {0, y + cap / 2}, measurer.width(words, style.tick)}});
        }
        day = next_boundary(*step, day);
    }
    return ticks;
}

} // namespace demarche::timeline
