#include "base/edtf_season.hpp"

namespace demarche {

namespace {

struct MonthSpan {
    CivilDate first; ///< day 1 of the first month
    unsigned months = 3;
};

/// ISO 8601-2:2019, 4.8: 21-24 seasons, 25-28 northern, 29-32 southern, 33-36 quarters, 37-39 thirds, 40-41 halves.
/// A winter (in the south a summer) begins in December of its year.
MonthSpan season_span(std::int64_t year, unsigned season) {
    if (season <= 28) {
        return {{year, 3 + 3 * ((season - 21) % 4), 1}};
    }
    if (season <= 32) {
        const unsigned month = 9 + 3 * (season - 29);
        return {{year, month <= 12 ? month : month - 12, 1}};
    }
    if (season <= 36) {
        return {{year, 1 + 3 * (season - 33), 1}};
    }
    if (season <= 39) {
        return {{year, 1 + 4 * (season - 37), 1}, 4};
    }
    return {{year, 1 + 6 * (season - 40), 1}, 6};
}

} // namespace

DayRange season_range(std::int64_t year, unsigned season) {
    const MonthSpan span = season_span(year, season);
    CivilDate next = span.first;
    next.month += span.months;
    if (next.month > 12) {
        next.month -= 12;
        ++next.year;
    }
    return {day_number(span.first), day_number(next) - 1};
}

} // namespace demarche
