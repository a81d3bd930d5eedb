// Days and parts of days.

#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

} // namespace

TimeGrammar::Found TimeGrammar::day(std::size_t at) const {
    Found best = weekday(at);
    longer(best, month(at));
    longer(best, day_word(at));
    longer(best, day_beside(at));
    longer(best, digits_date(at));
    longer(best, holiday(at));
    longer(best, part(at));
    return best;
}

/// Where the name of a month that begins at `at` ends; `at` if there is none.
std::size_t TimeGrammar::month_name(std::size_t at) const {
    if (!is(at, TimeClass::month) || (items_[at].is(TimeClass::proper) && !items_[at].capital)) {
        return at;
    }
    return items_[at].is(TimeClass::abbreviated) ? skip_stop(at + 1) : at + 1;
}

bool TimeGrammar::weekday_name(std::size_t at) const {
    if (!is(at, TimeClass::weekday) || (items_[at].is(TimeClass::proper) && !items_[at].capital)) {
        return false;
    }
    return !is(at, TimeClass::abbreviated) || items_[at].dotted || skip_stop(at + 1) != at + 1 ||
           month_name(skip_comma(at + 1)) != skip_comma(at + 1);
}

/// "Tuesday", "last Tuesday", "Saturday, April 25", "this coming Sunday", "Sunday night", "Tuesday of last week".
TimeGrammar::Found TimeGrammar::weekday(std::size_t at) const {
    auto name = is(at, TimeClass::the) ? at + 1 : at;
    TimeMeaning meaning;
    meaning.relation = relations(name, name);
    if (!weekday_name(name) || (name == at + 1 && is(at, TimeClass::the)) || is_byname(name)) {
        return std::nullopt;
    }
    meaning.weekday = items_[name].word->weekday;
    auto end = items_[name].dotted ? name + 1 : (is(name, TimeClass::abbreviated) ? skip_stop(name + 1) : name + 1);
    TimeFinding found{at, end, std::move(meaning)};
    auto date_at = skip_comma(end);
    date_at = is(date_at, TimeClass::the) ? date_at + 1 : date_at;
    auto date = month(date_at);
    if (date && date->meaning.day > 0) {
        const auto relation = found.meaning.relation;
        date->begin = at;
        date->meaning.weekday = found.meaning.weekday;
        date->meaning.relation = date->meaning.year >= 0 ? TimeRelation::none : relation;
        return date;
    }
    if (number(date_at) && items_[date_at].ordinal && is(date_at - 1, TimeClass::the) && items_[date_at].number <= 31) {
        found.meaning.day = static_cast<int>(items_[date_at].number); // "Monday the 4th"
        found.end = date_at + 1;
    }
    add_week(found);
    add_part(found);
    found.meaning.possessive = possessive(found.end);
    return found;
}

/// "Black Monday", "Bloody Sunday", "Super Tuesday": days of their own.
bool TimeGrammar::is_byname(std::size_t weekday) const {
    const auto before = raw(weekday - 1);
    return before == "Black" || before == "Bloody" || before == "Super" || before == "Cyber" || before == "Holy";
}

/// "Tuesday of last week", "Friday next week".
void TimeGrammar::add_week(TimeFinding& found) const {
    auto at = is(found.end, TimeClass::of) ? found.end + 1 : found.end;
    const auto which = relation(at);
    if (!is(at + 1, TimeClass::unit) || items_[at + 1].word->unit != TimeUnit::week) {
        return;
    }
    if (which == TimeRelation::last || which == TimeRelation::next || which == TimeRelation::this_one) {
        found.meaning.week_offset = which == TimeRelation::last ? -1 : (which == TimeRelation::next ? 1 : 0);
        found.end = at + 2;
    }
}

void TimeGrammar::add_part(TimeFinding& found) const {
    auto at = found.end;
    if (is(at, TimeClass::stage) && is(at + 1, TimeClass::part)) {
        ++at; // "Tuesday late afternoon"
    }
    if (is(at, TimeClass::part)) {
        found.meaning.part = "T" + items_[at].word->text;
        found.meaning.kind = TimexKind::time;
        found.end = at + 1;
    }
}

TimeGrammar::Found TimeGrammar::month(std::size_t at) const {
    Found best = month_first(at);
    longer(best, day_first(at));
    return best;
}

/// "February 24, 2022", "Feb. 10", "March 2014", "last June", "July last year", "Feb. 10 evening".
TimeGrammar::Found TimeGrammar::month_first(std::size_t at) const {
    auto name = is(at, TimeClass::the) && relation(at + 1) != TimeRelation::none ? at + 1 : at;
    TimeMeaning meaning;
    meaning.relation = relations(name, name);
    const auto end = month_name(name);
    if (end == name) {
        return std::nullopt;
    }
    meaning.month = items_[name].word->month;
    TimeFinding found{at, end, std::move(meaning)};
    add_day_of_month(found);
    const auto tail = year_tail(found.end);
    const bool alone = found.meaning.day == 0 && tail.end == found.end;
    if (alone && !month_is_meant(name, found)) {
        return std::nullopt;
    }
    apply(tail, found);
    if (found.meaning.day > 0) {
        add_part(found);
    }
    return found;
}

/// "10", "10th", "the 10th", "eighth", "twenty-first" behind a month.
void TimeGrammar::add_day_of_month(TimeFinding& found) const {
    const auto next = is(found.end, TimeClass::the) ? found.end + 1 : found.end;
    if (number(next)) {
        const auto& day = items_[next];
        const bool clock = sign(next + 1, ':') && joined(next + 2) && number(next + 2);
        const bool fits = day.number >= 1 && day.number <= 31 && day.digits <= 2 && !day.decade && !day.decimal;
        if (fits && !clock && (next == found.end || day.ordinal)) {
            found.meaning.day = static_cast<int>(day.number);
            found.end = next + 1;
        }
        return;
    }
    auto last = next;
    int day = 0;
    if (is(next, TimeClass::number) && is(skip_hyphen(next + 1), TimeClass::ordinal)) {
        day = items_[next].word->number;
        last = skip_hyphen(next + 1);
    }
    if (is(last, TimeClass::ordinal) && !any_unit(last + 1)) {
        day += items_[last].word->number;
        if (day <= 31) {
            found.meaning.day = day;
            found.end = last + 1;
        }
    }
}

/// Of a month without a day or a year: "Jan" and "May" are names and verbs, too.
bool TimeGrammar::month_is_meant(std::size_t name, const TimeFinding& found) const {
    const bool stopped = items_[name].dotted || found.end > name + 1;
    if (stopped || !is(name, TimeClass::proper)) {
        return true;
    }
    if (is(name, TimeClass::abbreviated)) {
        return false;
    }
    if (found.meaning.relation != TimeRelation::none || name == 0) {
        return found.meaning.relation != TimeRelation::none;
    }
    const auto next = name + 1;
    const bool of_a_name = next < items_.size() && items_[next].capital && items_[next].word == nullptr;
    if (is(name - 1, TimeClass::conjunction) && of_a_name) {
        return false; // "and May Brown"
    }
    return is(name - 1, TimeClass::preposition) || is(name - 1, TimeClass::stage) ||
           (sign(name - 1, '-') && joined(name)) || (name > 1 && is(name - 2, TimeClass::month));
}

/// "24 February 2022", "the 18th of March".
TimeGrammar::Found TimeGrammar::day_first(std::size_t at) const {
    const auto name = is(at, TimeClass::the) ? at + 1 : at;
    const bool words = is(name, TimeClass::ordinal) && name > at;
    if (!words && (!number(name) || items_[name].number < 1 || items_[name].number > 31 || items_[name].decimal ||
                   items_[name].digits > 2 || (name > at && !items_[name].ordinal))) {
        return std::nullopt;
    }
    const bool of = is(name + 1, TimeClass::of);
    const auto month_at = of ? name + 2 : name + 1;
    const auto end = month_name(month_at);
    if (end == month_at || joined(month_at) || (of && !words && !items_[name].ordinal)) {
        return std::nullopt;
    }
    // "5 May sales", "12 March": a number before a month that a day follows counts something else.
    if (number(end) && items_[end].number <= 31 && items_[end].digits <= 2 && !joined(end)) {
        return std::nullopt;
    }
    TimeFinding found{at, end, {}};
    found.meaning.month = items_[month_at].word->month;
    found.meaning.day = static_cast<int>(words ? items_[name].word->number : items_[name].number);
    apply(year_tail(end), found);
    add_part(found);
    return found;
}

/// "today's world", "today's young people", "the leaders of tomorrow".
bool TimeGrammar::means_the_times(std::size_t at) const {
    if (possessive(at + 1)) {
        return is(at + 2, TimeClass::generic) || is(at + 3, TimeClass::generic);
    }
    return at > 1 && is(at - 1, TimeClass::of) && is(at - 2, TimeClass::generic);
}

/// "yesterday", "tomorrow night", "tonight", "overnight".
TimeGrammar::Found TimeGrammar::day_word(std::size_t at) const {
    if (at >= items_.size() || items_[at].word == nullptr) {
        return std::nullopt;
    }
    TimeFinding found{at, at + 1, {}};
    found.meaning.shape = Shape::counted;
    found.meaning.unit = TimeUnit::day;
    found.meaning.count = items_[at].word->number;
    if (is(at, TimeClass::day_word)) {
        if (means_the_times(at)) {
            return std::nullopt;
        }
        add_part(found);
        return found;
    }
    if (is(at, TimeClass::night_word) || (is(at, TimeClass::overnight) && skip_hyphen(at + 1) == at + 1)) {
        found.meaning.count = is(at, TimeClass::overnight) ? 0 : found.meaning.count;
        found.meaning.part = "TNI";
        found.meaning.kind = TimexKind::time;
        found.meaning.side = is(at, TimeClass::overnight) ? -1 : 0;
        return found;
    }
    return std::nullopt;
}

/// "the day before yesterday", "the day after tomorrow", "a day before last Tuesday", "a week from Friday".
TimeGrammar::Found TimeGrammar::day_beside(std::size_t at) const {
    const auto unit = is(at, TimeClass::the) || is(at, TimeClass::a) ? at + 1 : at;
    if (!is(unit, TimeClass::unit)) {
        return std::nullopt;
    }
    const bool before = is(unit + 1, TimeClass::before);
    const int days = items_[unit].word->unit == TimeUnit::day ? 1 : (items_[unit].word->unit == TimeUnit::week ? 7 : 0);
    if (days == 0 || (!before && !is(unit + 1, TimeClass::after) && !(days == 7 && is(unit + 1, TimeClass::from)))) {
        return std::nullopt;
    }
    auto inner = weekday(unit + 2);
    longer(inner, day_word(unit + 2));
    if (!inner ||
        (inner->meaning.relation == TimeRelation::none && inner->meaning.shape == Shape::named && days == 1)) {
        return std::nullopt;
    }
    inner->begin = at;
    inner->meaning.then_days = before ? -days : days;
    return inner;
}

/// "2025-02-18", "10/26/89", "10/26/1989": the American order, unless the second number can only be a month.
TimeGrammar::Found TimeGrammar::digits_date(std::size_t at) const {
    if (at + 4 >= items_.size() || !number(at) || !number(at + 2) || !number(at + 4) || !joined(at + 1) ||
        !joined(at + 2) || !joined(at + 3) || !joined(at + 4) || (joined(at + 5) && sign(at + 5, '-'))) {
        return std::nullopt;
    }
    const auto first = items_[at].number;
    const auto second = items_[at + 2].number;
    const auto third = items_[at + 4].number;
    TimeFinding found{at, at + 5, {}};
    auto& meaning = found.meaning;
    if (sign(at + 1, '-') && sign(at + 3, '-') && items_[at].digits == 4) {
        meaning.year = first;
        meaning.month = static_cast<int>(second);
        meaning.day = static_cast<int>(third);
    } else if (sign(at + 1, '/') && sign(at + 3, '/') && (items_[at + 4].digits == 4 || items_[at + 4].digits == 2)) {
        const bool day_leads = first > 12;
        meaning.year = items_[at + 4].digits == 4 ? third : third + (third < 50 ? 2000 : 1900);
        meaning.month = static_cast<int>(day_leads ? second : first);
        meaning.day = static_cast<int>(day_leads ? first : second);
    } else {
        return std::nullopt;
    }
    const bool exists =
        meaning.month >= 1 && meaning.month <= 12 && meaning.day >= 1 && meaning.day <= 31 && meaning.year >= 1000;
    return exists ? Found(found) : std::nullopt;
}

/// "Thanksgiving", "last Christmas", "Easter Monday 2024".
TimeGrammar::Found TimeGrammar::holiday(std::size_t at) const {
    auto name = is(at, TimeClass::the) ? at + 1 : at;
    TimeMeaning meaning;
    meaning.relation = relation(name);
    if (meaning.relation != TimeRelation::none) {
        ++name;
    }
    std::size_t end = name;
    const auto* word = phrase(name, TimeClass::holiday, end);
    if (word == nullptr || !items_[name].capital || (name == at + 1 && is(at, TimeClass::the))) {
        return std::nullopt;
    }
    meaning.holiday = word->holiday;
    TimeFinding found{at, end, std::move(meaning)};
    apply(year_tail(end), found);
    add_part(found);
    return found;
}

/// "this morning", "last night", "that evening", "the next afternoon", "mid-afternoon yesterday", "the night of Feb.
/// 10".
TimeGrammar::Found TimeGrammar::part(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    const auto which = relation(word);
    if (which != TimeRelation::none) {
        ++word;
    }
    if (!is(word, TimeClass::part) || possessive(word + 1)) {
        return std::nullopt;
    }
    TimeFinding found{at, word + 1, {}};
    found.meaning.shape = Shape::related;
    found.meaning.relation = which;
    found.meaning.from_reference = which == TimeRelation::same; // "the same evening": of the day spoken of
    found.meaning.unit = TimeUnit::day;
    if (which == TimeRelation::none) {
        const auto date_at = is(word + 1, TimeClass::of) ? word + 2 : word + 1;
        auto date = weekday(date_at);
        longer(date, month(date_at));
        longer(date, day_word(date_at));
        if (!date || (date->meaning.day == 0 && date->meaning.weekday == 0 && date->meaning.shape == Shape::named)) {
            return std::nullopt;
        }
        date->begin = at;
        found = *date;
    } else if (which == TimeRelation::next || which == TimeRelation::following) {
        found.meaning.relation = TimeRelation::following;
    } else if (which == TimeRelation::last && items_[word].word->text != "NI") {
        return std::nullopt;
    }
    found.meaning.part = "T" + items_[word].word->text;
    found.meaning.kind = TimexKind::time;
    return found;
}

std::size_t TimeGrammar::range_joint(const TimeFinding& first) const {
    const auto at = first.end;
    if (between(first)) {
        return is(at, TimeClass::conjunction) ? at + 1 : at;
    }
    const bool list = is(at, TimeClass::conjunction) && first.meaning.day > 0 && first.meaning.month > 0 &&
                      number(at + 1) && ends_clause(at + 2); // "Feb. 13 and 14"
    return list || sign(at, '-') || is(at, TimeClass::to) ? at + 1 : at;
}

TimeGrammar::Found TimeGrammar::range_end(const TimeFinding& first, std::size_t at) const {
    const auto& from = first.meaning;
    if (from.kind != TimexKind::date && from.kind != TimexKind::time) {
        return std::nullopt;
    }
    auto whole = day(at);
    longer(whole, year(at));
    longer(whole, quarter(at));
    if (whole) {
        const auto& to = whole->meaning;
        const bool alike = (from.weekday > 0) == (to.weekday > 0) && (from.month > 0) == (to.month > 0) &&
                           (from.day > 0) == (to.day > 0);
        const bool led =
            first.begin > 0 && (is(first.begin - 1, TimeClass::from) || is(first.begin - 1, TimeClass::between));
        return led || alike ? whole : std::nullopt; // not "the change on Friday to December's figures"
    }
    if (!number(at) || items_[at].decimal || items_[at].grouped || any_unit(at + 1)) {
        return std::nullopt;
    }
    TimeFinding found{at, at + 1, {}};
    const auto value = items_[at].number;
    if (from.day > 0 && from.month > 0 && value > from.day && value <= 31 && items_[at].digits <= 2) {
        found.meaning.month = from.month;
        found.meaning.day = static_cast<int>(value);
        found.meaning.year = from.year;
        apply(year_tail(found.end), found);
        return found;
    }
    const bool plain_year = from.year >= 0 && from.month == 0 && from.quarter == 0 && from.season == 0;
    if (plain_year && joined(at) && items_[at].digits == 2 && value > from.year % 100) {
        found.meaning.year = from.year / 100 * 100 + value;
        return found;
    }
    return std::nullopt;
}

} // namespace demarche::extract
