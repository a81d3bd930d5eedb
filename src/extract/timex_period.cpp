#include "extract/timex_period.hpp"

#include <array>
#include <string_view>

namespace demarche::extract {
namespace {

constexpr Day kFirstMonday = 4; // 1970-01-05

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

std::int64_t parts_a_year(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::month:
        return 12;
    case TimeUnit::half:
        return 2;
    case TimeUnit::year:
        return 1;
    default:
        return 4;
    }
}

Day month_start(std::int64_t months) {
    const auto year = floor_div(months, 12);
    return day_number({year, static_cast<unsigned>(months - 12 * year + 1), 1});
}

/// The months from the first of the period to the first after it.
DayRange months(std::int64_t first, std::int64_t count) {
    return {month_start(first), month_start(first + count) - 1};
}

std::string padded(std::int64_t number, std::size_t width) {
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Thursday decides to which year a week belongs (ISO 8601).
std::string week_value(std::int64_t week) {
    const Day thursday = kFirstMonday + 7 * week + 3;
    const auto year = civil_date(thursday).year;
    const auto number = (thursday - day_number({year, 1, 1})) / 7 + 1;
    return padded(year, 4) + "-W" + padded(number, 2);
}

} // namespace

Period period_of(TimeUnit unit, Day day) {
    const auto date = civil_date(day);
    const auto month = static_cast<std::int64_t>(date.month) - 1;
    switch (unit) {
    case TimeUnit::week:
    case TimeUnit::weekend:
        return {unit, floor_div(day - kFirstMonday, 7)};
    case TimeUnit::month:
        return {unit, 12 * date.year + month};
    case TimeUnit::quarter:
        return {unit, 4 * date.year + month / 3};
    case TimeUnit::half:
        return {unit, 2 * date.year + month / 6};
    case TimeUnit::season: // the months from March on
        return {unit, floor_div(12 * date.year + month - 2, 3)};
    case TimeUnit::year:
        return {unit, date.year};
    case TimeUnit::decade:
        return {unit, floor_div(date.year, 10)};
    case TimeUnit::century:
        return {unit, floor_div(date.year, 100)};
    default:
        return {TimeUnit::day, day};
    }
}

Period part_of_year(TimeUnit unit, std::int64_t year, int part) {
    return {unit, parts_a_year(unit) * year + part};
}

DayRange days_of(const Period& period) {
    switch (period.unit) {
    case TimeUnit::week:
        return {kFirstMonday + 7 * period.index, kFirstMonday + 7 * period.index + 6};
    case TimeUnit::weekend:
        return {kFirstMonday + 7 * period.index + 5, kFirstMonday + 7 * period.index + 6};
    case TimeUnit::month:
        return months(period.index, 1);
    case TimeUnit::quarter:
        return months(3 * period.index, 3);
    case TimeUnit::half:
        return months(6 * period.index, 6);
    case TimeUnit::season:
        return months(3 * period.index + 2, 3);
    case TimeUnit::year:
        return months(12 * period.index, 12);
    case TimeUnit::decade:
        return months(120 * period.index, 120);
    case TimeUnit::century:
        return months(1200 * period.index, 1200);
    default:
        return {period.index, period.index};
    }
}

std::int64_t year_of(const Period& period) {
    return civil_date(days_of(period).first).year;
}

std::string timex_value(const Period& period) {
    constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};
    const auto parts = parts_a_year(period.unit);
    const auto year = floor_div(period.index, parts);
    const auto part = period.index - parts * year;
    switch (period.unit) {
    case TimeUnit::week:
        return week_value(period.index);
    case TimeUnit::weekend:
        return week_value(period.index) + "-WE";
    case TimeUnit::month:
        return padded(year, 4) + "-" + padded(part + 1, 2);
    case TimeUnit::quarter:
        return padded(year, 4) + "-Q" + std::to_string(part + 1);
    case TimeUnit::half:
        return padded(year, 4) + "-H" + std::to_string(part + 1);
    case TimeUnit::season:
        return padded(year, 4) + "-" + std::string(kSeasons[static_cast<std::size_t>(part)]);
    case TimeUnit::year:
        return padded(period.index, 4);
    case TimeUnit::decade:
        return padded(period.index, 3);
    case TimeUnit::century:
        return padded(period.index, 2);
    default:
        return to_iso(period.index);
    }
}

std::string edtf_text(const Period& period) {
    const auto parts = parts_a_year(period.unit);
    const auto year = floor_div(period.index, parts);
    const auto part = period.index - parts * year;
    switch (period.unit) {
    case TimeUnit::week:
    case TimeUnit::weekend: {
        const auto days = days_of(period);
        return "[" + to_iso(days.first) + ".." + to_iso(days.last) + "]";
    }
    case TimeUnit::quarter:
        return padded(year, 4) + "-" + std::to_string(33 + part);
    case TimeUnit::half:
        return padded(year, 4) + "-" + std::to_string(40 + part);
    case TimeUnit::season:
        return padded(year, 4) + "-" + std::to_string(21 + part);
    case TimeUnit::decade:
        return timex_value(period) + "X";
    case TimeUnit::century:
        return timex_value(period) + "XX";
    default:
        return timex_value(period);
    }
}

} // namespace demarche::extract
