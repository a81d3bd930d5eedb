#pragma once
/// Days of the proleptic Gregorian calendar as integers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Days since 1970-01-01 (negative before). Wide enough for every EDTF year of level 1.
using Day = std::int64_t;

/// A calendar date; year 0 is 1 BCE (ISO 8601).
struct CivilDate {
    std::int64_t year = 1970;
    unsigned month = 1; ///< 1 to 12
    unsigned day = 1;   ///< 1 to 31

    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// First and last day, both included; first <= last.
struct DayRange {
    Day first = 0;
    Day last = 0;

    friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
Day day_number(const CivilDate& date);
CivilDate civil_date(Day day);
Weekday weekday(Day day);
bool is_leap_year(std::int64_t year);
/// REQUIRES: 1 <= month <= 12.
unsigned days_in_month(std::int64_t year, unsigned month);

/// `YYYY-MM-DD` and nothing else, of a day that exists; for every other form there is parse_edtf.
std::optional<Day> parse_day(std::string_view text);
/// `2025-02-18`; years below 0 as `-0043-03-15`, years above 9999 with all their digits.
std::string to_iso(Day day);

} // namespace demarche
