#include "base/calendar.hpp"

#include "base/number.hpp"

namespace demarche {

namespace {

/// Days of a 400-year era, and from 0000-03-01 to 1970-01-01.
constexpr std::int64_t kDaysOfEra = 146097;
constexpr std::int64_t kEpochShift = 719468;

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return false;
        }
    }
    return !text.empty();
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) {
        digits.insert(0, width - digits.size(), '0');
    }
    return digits;
}

} // namespace

Day day_number(const CivilDate& date) {
    // Years begin in March, so that the leap day is a year's last.
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (static_cast<std::int64_t>(date.month) + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + static_cast<std::int64_t>(date.day) - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * kDaysOfEra + day_of_era - kEpochShift;
}

CivilDate civil_date(Day day) {
    const std::int64_t shifted = day + kEpochShift;
    const std::int64_t era = floor_div(shifted, kDaysOfEra);
    const std::int64_t day_of_era = shifted - era * kDaysOfEra;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (kDaysOfEra - 1)) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const auto month = static_cast<unsigned>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            static_cast<unsigned>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

Weekday weekday(Day day) {
    // 1970-01-01 was a Thursday.
    const std::int64_t shifted = day + 3;
    return static_cast<Weekday>(shifted - floor_div(shifted, 7) * 7);
}

bool is_leap_year(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned days_in_month(std::int64_t year, unsigned month) {
    if (month == 2) {
        return is_leap_year(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !all_digits(text.substr(0, 4)) ||
        !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8, 2))) {
        return std::nullopt;
    }
    const CivilDate date{*parse_integer(text.substr(0, 4)), static_cast<unsigned>(*parse_integer(text.substr(5, 2))),
                         static_cast<unsigned>(*parse_integer(text.substr(8, 2)))};
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > days_in_month(date.year, date.month)) {
        return std::nullopt;
    }
    return day_number(date);
}

std::string to_iso(Day day) {
    const CivilDate date = civil_date(day);
    const std::string year = date.year < 0 ? "-" + padded(-date.year, 4) : padded(date.year, 4);
    return year + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

} // namespace demarche
