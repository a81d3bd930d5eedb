#include "base/edtf_point.hpp"

#include "base/edtf_season.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace demarche {

namespace {

/// Years of more digits have no use, and their days would not fit into 64 bits for long.
constexpr std::size_t kMostYearDigits = 12;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A component with X digits: what it reads with every X as 0 and as 9.
struct Digits {
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool unspecified = false;
};

DayRange month_range(std::int64_t year, unsigned first_month, unsigned last_month) {
    return {day_number({year, first_month, 1}), day_number({year, last_month, days_in_month(year, last_month)})};
}

class PointParser {
public:
    PointParser(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

    std::variant<EdtfPoint, EdtfError> parse() {
        if (!year() || !month() || !day() || !time() || !end()) {
            return error_;
        }
        point_.text = text_;
        return point_;
    }

private:
    bool year();
    bool long_year();
    bool month();
    bool month_number(const Digits& found, std::size_t begin);
    bool day();
    bool time();
    bool zone();
    bool end();
    bool clock_number(std::string_view what, int most, int& value);

    /// `count` digits, of which the last ones may be X.
    std::optional<Digits> digits(std::size_t count, std::string_view what);
    /// At most one of `?`, `~`, `%`.
    bool qualifier(EdtfQualifier& into);

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool accept(char c) {
        if (peek() != c) {
            return false;
        }
        ++at_;
        return true;
    }

    bool fail(std::size_t at, std::string message, std::string hint = {}) {
        error_ = {offset_ + at, std::move(message), std::move(hint)};
        return false;
    }

    std::string_view text_;
    std::size_t offset_;
    std::size_t at_ = 0;
    bool qualified_ = false;
    EdtfPoint point_;
    EdtfError error_;
};

std::optional<Digits> PointParser::digits(std::size_t count, std::string_view what) {
    const std::size_t begin = at_;
    Digits result;
    for (std::size_t i = 0; i < count; ++i, ++at_) {
        const char c = peek();
        if (c != 'X' && !is_digit(c)) {
            const std::string number = count == 4 ? "four" : "two";
            fail(begin, std::string(what) + " has " + number + " digits", count == 2 ? "write 02 for 2" : "");
            return std::nullopt;
        }
        if (c != 'X' && point_.unspecified) {
            fail(at_, "a digit after an X", "every digit to the right of an X is an X too");
            return std::nullopt;
        }
        point_.unspecified = point_.unspecified || c == 'X';
        result.unspecified = result.unspecified || c == 'X';
        result.least = result.least * 10 + (c == 'X' ? 0 : c - '0');
        result.most = result.most * 10 + (c == 'X' ? 9 : c - '0');
    }
    return result;
}

bool PointParser::qualifier(EdtfQualifier& into) {
    const auto is_qualifier = [](char c) { return c == '?' || c == '~' || c == '%'; };
    const char c = peek();
    if (!is_qualifier(c)) {
        return true;
    }
    ++at_;
    if (is_qualifier(peek())) {
        return fail(at_ - 1, "two qualifiers in one place", "% means both uncertain and approximate");
    }
    qualified_ = true;
    into.uncertain = into.uncertain || c != '~';
    into.approximate = into.approximate || c != '?';
    return true;
}

void add(EdtfQualifier& to, const EdtfQualifier& more) {
    to.uncertain = to.uncertain || more.uncertain;
    to.approximate = to.approximate || more.approximate;
}

bool PointParser::year() {
    point_.precision = EdtfPrecision::year;
    if (!qualifier(point_.year_qualifier)) {
        return false;
    }
    if (accept('Y')) {
        return long_year();
    }
    const std::size_t begin = at_;
    const bool negative = accept('-');
    const std::optional<Digits> found = digits(4, "a year");
    if (!found) {
        return false;
    }
    if (is_digit(peek())) {
        // Eight digits are a day without hyphens: parse_edtf adds that hint.
        const bool basic_day = text_.size() == 8 && std::all_of(text_.begin(), text_.end(), is_digit);
        return fail(begin, "a year has four digits", basic_day ? "" : "a year of more digits begins with Y: Y12000");
    }
    if (found->unspecified && found->least == 0 && found->most == 9999) {
        return fail(begin, "nothing is known of the year", "leave the date out");
    }
    if (negative && found->most == 0) {
        return fail(begin, "there is no year -0000", "the year before 0001 is 0000");
    }
    point_.year = negative ? -found->most : found->least;
    const std::int64_t last = negative ? -found->least : found->most;
    point_.range = {day_number({point_.year, 1, 1}), day_number({last, 12, 31})};
    return qualifier(point_.year_qualifier);
}

bool PointParser::long_year() {
    const std::size_t begin = at_;
    const bool negative = accept('-');
    const std::size_t first = at_;
    std::int64_t value = 0;
    while (is_digit(peek())) {
        if (at_ - first == kMostYearDigits) {
            return fail(begin, "a year of more than 12 digits");
        }
        value = value * 10 + (text_[at_++] - '0');
    }
    if (at_ - first < 5 || text_[first] == '0') {
        return fail(begin, "a year after Y has five digits or more", "a year of four digits has no Y before it");
    }
    point_.year = negative ? -value : value;
    point_.range = {day_number({point_.year, 1, 1}), day_number({point_.year, 12, 31})};
    if (!qualifier(point_.year_qualifier)) {
        return false;
    }
    return peek() == '-' ? fail(at_, "a year after Y has no month") : true;
}

bool PointParser::month() {
    if (!accept('-')) {
        return true;
    }
    point_.precision = EdtfPrecision::month;
    if (!qualifier(point_.month_qualifier)) {
        return false;
    }
    const std::size_t begin = at_;
    const std::optional<Digits> found = digits(2, "a month");
    if (!found || !month_number(*found, begin)) {
        return false;
    }
    EdtfQualifier right;
    if (!qualifier(right)) {
        return false;
    }
    add(point_.year_qualifier, right);
    add(point_.month_qualifier, right);
    return true;
}

bool PointParser::month_number(const Digits& found, std::size_t begin) {
    if (found.unspecified) {
        if (found.least > 10) {
            return fail(begin, "months are 01 to 12, seasons 21 to 41");
        }
        if (found.most < 99) {
            point_.range = found.least == 0 ? month_range(point_.year, 1, 9) : month_range(point_.year, 10, 12);
        }
        return true;
    }
    const auto number = static_cast<unsigned>(found.least);
    if (number < 1 || (number > 12 && number < 21) || number > 41) {
        return fail(begin, "there is no month " + std::string(text_.substr(begin, 2)),
                    "months are 01 to 12, spring to winter 21 to 24");
    }
    point_.month = number;
    if (number > 12) {
        point_.precision = EdtfPrecision::season;
        point_.range = season_range(point_.year, number);
    } else {
        point_.range = month_range(point_.year, number, number);
    }
    return true;
}

bool PointParser::day() {
    if (peek() != '-' || point_.precision == EdtfPrecision::year) {
        return true;
    }
    if (point_.precision == EdtfPrecision::season) {
        return fail(at_, "a season has no days");
    }
    ++at_;
    point_.precision = EdtfPrecision::day;
    EdtfQualifier own;
    if (!qualifier(own)) {
        return false;
    }
    const std::size_t begin = at_;
    const std::optional<Digits> found = digits(2, "a day");
    if (!found) {
        return false;
    }
    if (point_.month != 0) {
        const std::int64_t last = days_in_month(point_.year, point_.month);
        if (found->most < 1 || found->least > last) {
            const std::string month_text(text_.substr(0, begin - 1));
            return fail(begin, "there is no day " + std::string(text_.substr(begin, 2)) + " in " + month_text,
                        "that month has " + std::to_string(last) + " days");
        }
        point_.day = found->unspecified ? 0 : static_cast<unsigned>(found->least);
        point_.range.last = point_.range.first + std::min(found->most, last) - 1;
        point_.range.first += std::max<std::int64_t>(found->least, 1) - 1;
    } else if (found->most != 99) {
        return fail(begin, "a day of an unspecified month is XX");
    }
    EdtfQualifier right;
    if (!qualifier(right)) {
        return false;
    }
    add(point_.year_qualifier, right);
    add(point_.month_qualifier, right);
    add(point_.day_qualifier, own);
    add(point_.day_qualifier, right);
    return true;
}

bool PointParser::clock_number(std::string_view what, int most, int& value) {
    const std::size_t begin = at_;
    if (at_ + 2 > text_.size() || !is_digit(text_[at_]) || !is_digit(text_[at_ + 1])) {
        return fail(begin, "a time is written hh:mm or hh:mm:ss", "for example 2025-02-18T14:30Z");
    }
    value = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
    at_ += 2;
    if (value > most) {
        return fail(begin,
                    std::string(what) + " " + std::string(text_.substr(begin, 2)) + " is more than " +
                        std::to_string(most),
                    value == 24 ? "midnight is 00:00 of the day that begins" : "");
    }
    return true;
}

bool PointParser::time() {
    if (peek() != 'T') {
        return true;
    }
    if (point_.precision != EdtfPrecision::day || point_.unspecified || qualified_) {
        return fail(at_, "a time needs a whole day without qualifiers before it", "for example 2025-02-18T14:30Z");
    }
    ++at_;
    point_.precision = EdtfPrecision::time;
    int hour = 0;
    int minute = 0;
    int second = 0; // 60 is a leap second
    if (!clock_number("hour", 23, hour)) {
        return false;
    }
    if (!accept(':')) {
        return fail(at_, "a time is written hh:mm or hh:mm:ss", "for example 2025-02-18T14:30Z");
    }
    if (!clock_number("minute", 59, minute) || (accept(':') && !clock_number("second", 60, second))) {
        return false;
    }
    point_.minute_of_day = hour * 60 + minute;
    return zone();
}

bool PointParser::zone() {
    const std::size_t begin = at_;
    if (peek() != '+' && peek() != '-') {
        point_.zone = accept('Z') ? "Z" : "";
        return true;
    }
    const bool negative = text_[at_++] == '-';
    int hour = 0;
    int minute = 0;
    if (!clock_number("hour", 23, hour) || (accept(':') && !clock_number("minute", 59, minute))) {
        return false;
    }
    point_.zone = text_.substr(begin, at_ - begin);
    return negative && hour == 0 && minute == 0 ? fail(begin, "there is no zone -00:00", "write Z") : true;
}

bool PointParser::end() {
    if (at_ == text_.size()) {
        return true;
    }
    const bool after_time = point_.precision == EdtfPrecision::time;
    return fail(at_, "unexpected \"" + std::string(1, text_[at_]) + "\" after a complete date",
                after_time ? "a date with a time has no qualifier and no fractions of seconds" : "");
}

} // namespace

bool EdtfPoint::approximate() const {
    return year_qualifier.approximate || month_qualifier.approximate || day_qualifier.approximate;
}

bool EdtfPoint::uncertain() const {
    return year_qualifier.uncertain || month_qualifier.uncertain || day_qualifier.uncertain;
}

std::variant<EdtfPoint, EdtfError> parse_edtf_point(std::string_view text, std::size_t offset) {
    return PointParser(text, offset).parse();
}

} // namespace demarche
