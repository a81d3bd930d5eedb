// Times of the day.

#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

/// A decimal that can be hours and minutes: "10.30".
bool is_clock(std::string_view decimal) {
    const auto point = decimal.find('.');
    return point != std::string_view::npos && decimal.size() == point + 3 && decimal[point + 1] < '6' &&
           decimal.back() >= '0' && decimal.back() <= '9';
}

bool two_digits(const TimeItem& item, std::int64_t highest) {
    return item.digits == 2 && !item.decimal && !item.ordinal && item.number <= highest;
}

} // namespace

/// "a.m.", "pm", however they were cut; 0: there is none.
std::size_t TimeGrammar::half_of_day(std::size_t at, bool& afternoon) const {
    if (at >= items_.size()) {
        return 0;
    }
    const auto rest = text_.substr(items_[at].span.begin, 5);
    const auto letter = [&](std::size_t i) { return i < rest.size() ? static_cast<char>(rest[i] | 0x20) : '\0'; };
    if (letter(0) != 'a' && letter(0) != 'p') {
        return 0;
    }
    const std::size_t stop = rest.size() > 1 && rest[1] == '.' ? 1 : 0;
    if (letter(1 + stop) != 'm' || (letter(2 + stop) >= 'a' && letter(2 + stop) <= 'z')) {
        return 0;
    }
    afternoon = letter(0) == 'p';
    const std::size_t length = 2 + stop + (stop == 1 && rest.size() > 3 && rest[3] == '.' ? 1 : 0);
    const auto until = items_[at].span.begin + length;
    auto end = at + 1;
    while (end < items_.size() && items_[end].span.begin < until) {
        ++end;
    }
    return end;
}

/// "5 p.m. EST", "14:30", "noon", "1430 GMT", "5 o'clock": the hour alone.
TimeGrammar::Found TimeGrammar::clock_reading(std::size_t at) const {
    TimeFinding found{at, at + 1, {}};
    auto& meaning = found.meaning;
    meaning.kind = TimexKind::time;
    meaning.shape = Shape::related;
    meaning.relation = TimeRelation::this_one;
    if (is(at, TimeClass::clock)) {
        meaning.hour = items_[at].word->number;
        meaning.minute = meaning.hour == 24 ? -1 : 0;
        const bool figure = at > 0 && (raw(at - 1) == "high" || raw(at - 1) == "High");
        return figure ? std::nullopt : Found(found); // "high noon" is a figure of speech, or the film
    }
    if (four_digits(at)) {
        meaning.hour = static_cast<int>(items_[at].number / 100);
        meaning.minute = static_cast<int>(items_[at].number % 100);
        add_zone(found);
        return at > 0 && sign(at - 1, '(') ? std::nullopt : Found(found); // "10 a.m. (0700 GMT)" has said it
    }
    if (!add_hour(found)) {
        return std::nullopt;
    }
    add_zone(found);
    return found;
}

/// "14:30", "5 p.m.", "10.30 pm", "five o'clock" at the beginning of `found`; false: no hour stands there.
bool TimeGrammar::add_hour(TimeFinding& found) const {
    const auto at = found.begin;
    auto& meaning = found.meaning;
    const bool dotted = number(at) && items_[at].decimal && is_clock(raw(at));
    const bool digits = number(at) && items_[at].digits <= 2 && (!items_[at].decimal || dotted) && !items_[at].ordinal;
    if (!digits && !is(at, TimeClass::number)) {
        return false;
    }
    meaning.hour = static_cast<int>(digits ? items_[at].number : items_[at].word->number);
    bool told = false;
    if (digits && sign(at + 1, ':') && joined(at + 1) && number(at + 2) && joined(at + 2) &&
        two_digits(items_[at + 2], 59)) {
        meaning.minute = static_cast<int>(items_[at + 2].number);
        told = !sign(at + 3, ':') && meaning.hour < 24;
        found.end = at + 3;
    } else if (dotted) {
        const auto written = raw(at);
        meaning.minute = 10 * (written[written.size() - 2] - '0') + (written.back() - '0');
    }
    return add_half_of_day(found) || told;
}

/// "GMT", "(EST)", "local time" behind an hour.
void TimeGrammar::add_zone(TimeFinding& found) const {
    if (is(found.end, TimeClass::zone)) {
        found.meaning.zone = items_[found.end].word->text == "-" ? "" : items_[found.end].word->text;
        ++found.end;
    } else if (sign(found.end, '(') && is(found.end + 1, TimeClass::zone) && sign(found.end + 2, ')')) {
        found.end += 3;
    } else if (raw(found.end) == "local" && raw(found.end + 1) == "time") {
        found.end += 2;
    }
}

/// An hour as four digits before a zone.
bool TimeGrammar::four_digits(std::size_t at) const {
    return number(at) && items_[at].digits == 4 && !items_[at].decimal && !items_[at].grouped && !items_[at].ordinal &&
           items_[at].number < 2400 && items_[at].number % 100 < 60 && is(at + 1, TimeClass::zone) &&
           items_[at + 1].capital;
}

/// "p.m.", "o'clock", "in the morning" behind an hour.
bool TimeGrammar::add_half_of_day(TimeFinding& found) const {
    auto& meaning = found.meaning;
    const bool hour = meaning.hour >= 1 && meaning.hour <= 12;
    bool afternoon = false;
    if (const auto end = half_of_day(found.end, afternoon); end > 0 && hour) {
        meaning.hour = meaning.hour % 12 + (afternoon ? 12 : 0);
        found.end = end;
    } else if (is(found.end, TimeClass::oclock) && hour) {
        ++found.end;
    } else if (is(found.end, TimeClass::in) && is(found.end + 1, TimeClass::the) &&
               is(found.end + 2, TimeClass::part) && hour) {
        const auto& part = items_[found.end + 2].word->text;
        meaning.hour += (part == "AF" || part == "EV") && meaning.hour < 12 ? 12 : 0;
        found.end += 3;
    } else {
        return false;
    }
    meaning.minute = std::max(meaning.minute, 0);
    return true;
}

/// Behind "(0700 GMT)" at `at`, else `at`.
std::size_t TimeGrammar::behind_brackets(std::size_t at) const {
    return sign(at, '(') && four_digits(at + 1) && sign(at + 3, ')') ? at + 4 : at;
}

/// A reading of the clock, and the day it is of: "5 p.m. EST, Nov. 6", "midnight Friday", "noon on Feb. 10".
TimeGrammar::Found TimeGrammar::clock(std::size_t at) const {
    auto found = clock_reading(at);
    if (!found) {
        return std::nullopt;
    }
    const auto behind = behind_brackets(found->end);
    auto next = skip_comma(behind);
    next = is(next, TimeClass::on) ? next + 1 : next;
    auto date = weekday(next);
    longer(date, month(next));
    longer(date, day_word(next));
    if (date && date->meaning.part.empty() &&
        (date->meaning.day > 0 || date->meaning.weekday > 0 || date->meaning.shape == Shape::counted)) {
        date->begin = at;
        date->end = behind == found->end ? date->end : found->end; // "10 a.m. (0700 GMT) Friday" are two expressions
        date->meaning.kind = TimexKind::time;
        date->meaning.hour = found->meaning.hour;
        date->meaning.minute = found->meaning.minute;
        date->meaning.zone = found->meaning.zone;
        return date;
    }
    return found;
}

} // namespace demarche::extract
