#include "base/edtf_hint.hpp"

#include "base/calendar.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <optional>

namespace demarche {

namespace {

constexpr std::string_view kForms = "a day is written 2025-02-18, a month 2025-02, a year 2025";

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// True where the text has the shape: 9 stands for a digit, everything else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char c, char wanted) { return wanted == '9' ? c >= '0' && c <= '9' : c == wanted; });
}

std::int64_t number(std::string_view text, std::size_t at, std::size_t count) {
    return parse_integer(text.substr(at, count)).value_or(0);
}

/// The Monday of ISO week 1 is the Monday of the week with 4 January.
std::string week_hint(std::int64_t year, std::int64_t week) {
    const Day fourth = day_number({year, 1, 4});
    const Day monday = fourth - static_cast<Day>(weekday(fourth)) + (week - 1) * 7;
    return "weeks have no form of their own; for some day of that week write [" + to_iso(monday) + ".." +
           to_iso(monday + 6) + "]";
}

std::optional<std::string> day_hint(Day day) {
    return "write " + to_iso(day);
}

/// Dates that ISO 8601-1 or other habits know.
std::optional<std::string> other_form(std::string_view text) {
    if (has_shape(text, "99999999")) {
        const std::string hyphened = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                                     std::string(text.substr(6, 2));
        return parse_day(hyphened) ? "write " + hyphened : std::string(kForms);
    }
    if (has_shape(text, "9999-999") && number(text, 5, 3) >= 1 && number(text, 5, 3) <= 365) {
        return day_hint(day_number({number(text, 0, 4), 1, 1}) + number(text, 5, 3) - 1);
    }
    if ((has_shape(text, "9999-W99") || has_shape(text, "9999-W99-9")) && number(text, 6, 2) >= 1 &&
        number(text, 6, 2) <= 53) {
        return week_hint(number(text, 0, 4), number(text, 6, 2));
    }
    if (has_shape(text, "9999/99/99") || has_shape(text, "9999.99.99")) {
        const std::string hyphened = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(5, 2)) + "-" +
                                     std::string(text.substr(8, 2));
        return parse_day(hyphened) ? "write " + hyphened : std::string(kForms);
    }
    if (has_shape(text, "99.99.9999")) {
        const std::string hyphened = std::string(text.substr(6, 4)) + "-" + std::string(text.substr(3, 2)) + "-" +
                                     std::string(text.substr(0, 2));
        return parse_day(hyphened) ? "write " + hyphened : std::string(kForms);
    }
    if (has_shape(text, "9999-99-99 99:99") || has_shape(text, "9999-99-99 99:99:99")) {
        return "a T stands between day and time: " + std::string(text.substr(0, 10)) + "T" +
               std::string(text.substr(11));
    }
    return std::nullopt;
}

/// Forms of the draft of 2012 that became others in ISO 8601-2.
std::optional<std::string> draft_form(std::string_view text) {
    if (contains(text, "unknown")) {
        return "an unknown end is left blank: 2025-02-18/ (\"unknown\" is of the 2012 draft)";
    }
    if (contains(text, "open")) {
        return "an open end is two dots: 2025-02-18/.. (\"open\" is of the 2012 draft)";
    }
    if (contains(text, "(")) {
        return "brackets are of the 2012 draft; a qualifier stands beside its part: 2025-~02-18";
    }
    if (contains(text, "?~") || contains(text, "~?")) {
        return "% means both uncertain and approximate";
    }
    if (contains(text, "^")) {
        return "seasons have no \"^\" any more: 25 to 28 are northern, 29 to 32 southern";
    }
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool words = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z' && c != 'u' && c != 'x' && c != 'y') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!digits || words) {
        return std::nullopt;
    }
    if (contains(text, "u") || contains(text, "x")) {
        return "an unspecified digit is a capital X: 201X";
    }
    if (contains(text, "y")) {
        return "a year of more than four digits begins with a capital Y: Y12000";
    }
    return std::nullopt;
}

} // namespace

std::string edtf_hint(std::string_view text) {
    if (const std::optional<std::string> draft = draft_form(text)) {
        return *draft;
    }
    if (const std::optional<std::string> other = other_form(text)) {
        return *other;
    }
    if (contains(text, "\xE2\x80\x93") || contains(text, "\xE2\x80\x94") || contains(text, "\xE2\x88\x92")) {
        return "dates use the plain hyphen; from A to B is A/B, some day from A to B is [A..B]";
    }
    if (contains(text, "\xE2\x80\xA6") || contains(text, "...")) {
        return "two dots: [A..B]";
    }
    const bool bracketed = !text.empty() && (text.front() == '[' || text.front() == '{');
    if (!bracketed && (contains(text, "..") || contains(text, ","))) {
        return "some day from A to B is [A..B], every day {A..B}, and what lasted A/B";
    }
    if (contains(text, " ") || contains(text, "\t") || contains(text, "\n")) {
        return bracketed ? "no blanks: [2025-02-10,2025-02-12]" : "no blanks; " + std::string(kForms);
    }
    if (contains(text, "S") || contains(text, "E")) {
        return "significant digits and exponents are not read; write the digits, or [A..B]";
    }
    return std::string(kForms);
}

} // namespace demarche
