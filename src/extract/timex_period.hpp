#pragma once
/// Stretches of the calendar that can be counted: weeks, months, quarters, seasons, years and the like.

#include "base/calendar.hpp"
#include "extract/timex_words.hpp"

#include <cstdint>
#include <string>

namespace demarche::extract {

/// The index'th stretch of its unit: `index + 1` is the next one. Days count from 1970-01-01, weeks from Monday to
/// Sunday, weekends by their week, months, quarters, halves and seasons through the years, decades and centuries by
/// their first digits (199 is the 1990s). A winter belongs to the year in which it begins. REQUIRES of unit: day,
/// weekend, week, month, season, quarter, half, year, decade or century.
struct Period {
    TimeUnit unit = TimeUnit::day;
    std::int64_t index = 0;

    friend bool operator==(const Period&, const Period&) = default;
};

Period period_of(TimeUnit unit, Day day);
/// Part `part` (from 0) of a year: month, season, quarter or half.
Period part_of_year(TimeUnit unit, std::int64_t year, int part);
DayRange days_of(const Period& period);
/// The year in which it begins.
std::int64_t year_of(const Period& period);

/// TIMEX3: "2025-02-18", "2025-W07", "2025-W07-WE", "2025-02", "2025-Q1", "2025-H1", "2022-FA", "2022", "199", "19".
std::string timex_value(const Period& period);
/// EDTF: `2025-02-18`, `[2025-02-10..2025-02-16]`, `2025-02`, `2025-33`, `2025-40`, `2022-23`, `2022`, `199X`, `19XX`.
std::string edtf_text(const Period& period);

} // namespace demarche::extract
