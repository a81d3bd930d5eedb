// Weeks, quarters, seasons, years and what is longer.

#include "extract/timex_grammar.hpp"

#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

constexpr std::int64_t kFirstYear = 1500; ///< plain numbers from here to kLastYear can be years
constexpr std::int64_t kLastYear = 2099;
constexpr std::int64_t kLastCenturyByYears = 1900; ///< "the 1800s" are a century, "the 2000s" mostly ten years

bool counts_from_publication(TimeRelation relation) {
    return relation == TimeRelation::last || relation == TimeRelation::next || relation == TimeRelation::this_one ||
           relation == TimeRelation::past || relation == TimeRelation::coming;
}

int years_off(TimeRelation relation) {
    switch (relation) {
    case TimeRelation::last:
    case TimeRelation::past:
    case TimeRelation::previous:
        return -1;
    case TimeRelation::next:
    case TimeRelation::coming:
    case TimeRelation::following:
        return 1;
    default:
        return 0;
    }
}

} // namespace

bool TimeGrammar::is_year(std::size_t at) const {
    if (!number(at)) {
        return false;
    }
    const auto& item = items_[at];
    return item.digits == 4 && !item.grouped && !item.decimal && !item.ordinal && !item.decade &&
           item.number >= kFirstYear && item.number <= kLastYear;
}

/// What year a month, season or quarter is of: ", 2022", "of 2022", "last year", "of the following year".
TimeGrammar::YearTail TimeGrammar::year_tail(std::size_t at) const {
    YearTail tail;
    tail.end = at;
    auto next = is(at, TimeClass::of) ? at + 1 : at;
    if (const auto plain = next == at ? skip_comma(at) : next; is_year(plain)) {
        tail.year = items_[plain].number;
        tail.end = plain + 1;
        return tail;
    }
    if (const auto spelled = next > at ? spelled_year(next) : std::nullopt) {
        tail.year = spelled->meaning.year;
        tail.end = spelled->end;
        return tail;
    }
    if (next > at && is(next, TimeClass::the) && is(next + 1, TimeClass::unit) && !possessive(next + 2) &&
        items_[next + 1].word->unit == TimeUnit::year && !is_year(next + 2)) {
        tail.relative = true; // "the second half of the year"
        tail.end = next + 2;
        return tail;
    }
    next = is(next, TimeClass::the) && next > at ? next + 1 : next;
    const auto which = relation(next);
    if (which == TimeRelation::none || which == TimeRelation::latest || !is(next + 1, TimeClass::unit) ||
        items_[next + 1].word->unit != TimeUnit::year || possessive(next + 2)) {
        return tail;
    }
    tail.relative = true;
    tail.from_reference = !counts_from_publication(which);
    tail.offset = years_off(which);
    tail.end = next + 2;
    return tail;
}

void TimeGrammar::apply(const YearTail& tail, TimeFinding& found) {
    if (tail.end <= found.end) {
        return;
    }
    found.end = tail.end;
    found.meaning.year = tail.year;
    found.meaning.year_relative = tail.relative;
    found.meaning.year_offset = tail.offset;
    found.meaning.year_from_reference = tail.from_reference;
}

/// "last week", "the following year", "this quarter", "that same day", "the fiscal year", "next year's first quarter".
TimeGrammar::Found TimeGrammar::related(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    TimeFinding found{at, at, {}};
    auto& meaning = found.meaning;
    meaning.shape = Shape::related;
    meaning.relation = relations(word, word);
    meaning.from_reference = meaning.relation == TimeRelation::same;
    const bool plain = meaning.relation == TimeRelation::none;
    if (plain && word == at && !is(word, TimeClass::fiscal)) {
        return std::nullopt;
    }
    if (is(word, TimeClass::fiscal) || (is(word, TimeClass::filler) && is(word + 1, TimeClass::unit))) {
        ++word; // "the full year", "the latest fiscal year"
    }
    if (!is(word, TimeClass::unit) || is(word, TimeClass::ordinal)) {
        return std::nullopt;
    }
    meaning.unit = items_[word].word->unit;
    found.end = word + 1;
    if (meaning.unit < TimeUnit::day || meaning.unit > TimeUnit::century || skip_hyphen(found.end) != found.end) {
        return std::nullopt;
    }
    if (plain) {
        return the_unit(found);
    }
    if (meaning.unit == TimeUnit::day) {
        return which_day(found);
    }
    if (meaning.relation == TimeRelation::past && meaning.unit != TimeUnit::year && meaning.unit != TimeUnit::weekend) {
        Count one;
        one.number = 1;
        meaning.shape = Shape::ready; // "the past week" is as long as a week
        meaning.kind = TimexKind::duration;
        meaning.value = length(one, meaning.unit);
    }
    auto owned = possessive(found.end) && meaning.unit == TimeUnit::year ? of_year(found) : std::nullopt;
    return owned ? owned : Found(found);
}

/// "that day", "the next day", "the previous day": all counted from the day spoken of, but for "this day".
TimeGrammar::Found TimeGrammar::which_day(TimeFinding found) {
    auto& which = found.meaning.relation;
    if (which == TimeRelation::past || which == TimeRelation::latest || which == TimeRelation::last) {
        return std::nullopt;
    }
    which = which == TimeRelation::next ? TimeRelation::following : which;
    return found;
}

/// "the week", "the weekend", "the quarter", "the fiscal year", "the week of March 6", "the year ended March 31".
TimeGrammar::Found TimeGrammar::the_unit(TimeFinding found) const {
    auto& meaning = found.meaning;
    const bool named_year = meaning.unit == TimeUnit::year && is_year(found.end); // "the year 2000": year()
    if (named_year || meaning.unit == TimeUnit::day || meaning.unit == TimeUnit::month ||
        meaning.unit == TimeUnit::decade || meaning.unit == TimeUnit::century) {
        return std::nullopt;
    }
    if (meaning.unit == TimeUnit::quarter && ended_month(found.end) > 0) {
        return std::nullopt; // period()
    }
    if (is(found.end, TimeClass::of)) {
        auto date = month(found.end + 1);
        if (!date || date->meaning.day == 0 || meaning.unit != TimeUnit::week) {
            return std::nullopt;
        }
        date->begin = found.begin;
        date->meaning.unit = TimeUnit::week;
        return date;
    }
    meaning.relation = TimeRelation::same;
    if (const auto ago = counted(found.end); ago && meaning.unit == TimeUnit::quarter && is(found.end, TimeClass::a)) {
        found.end = ago->end; // "the quarter a year ago"
        meaning = ago->meaning;
        meaning.hyphenated = true;
    } else if (meaning.unit == TimeUnit::weekend) {
        meaning.relation = TimeRelation::none;
        meaning.shape = Shape::named;
    } else if (meaning.unit == TimeUnit::year && is(found.end, TimeClass::ended)) {
        meaning.shape = Shape::ready;
        meaning.kind = TimexKind::duration;
        meaning.value = "P1Y";
    }
    return found;
}

/// "next year's first quarter", "last year's summer": `owner` is the year.
TimeGrammar::Found TimeGrammar::of_year(const TimeFinding& owner) const {
    auto inner = quarter(owner.end + 1);
    longer(inner, season(owner.end + 1));
    longer(inner, period(owner.end + 1));
    if (!inner || inner->meaning.year >= 0) {
        return std::nullopt;
    }
    inner->begin = owner.begin;
    inner->meaning.year_relative = true;
    inner->meaning.year_from_reference = !counts_from_publication(owner.meaning.relation);
    inner->meaning.year_offset = years_off(owner.meaning.relation);
    return inner;
}

/// "third quarter", "the fiscal second-quarter", "the first half of 2024", "the 1988 second quarter", "Q3 2024".
TimeGrammar::Found TimeGrammar::quarter(std::size_t at) const {
    if (auto short_form = quarter_number(at)) {
        return short_form;
    }
    const bool owned = is(at, TimeClass::the) || is(at, TimeClass::its);
    auto word = owned ? at + 1 : at;
    TimeFinding found{is(at, TimeClass::its) ? word : at, at, {}};
    if (is_year(word)) {
        found.meaning.year = items_[word].number;
        ++word;
    }
    if (is(word, TimeClass::fiscal)) {
        found.meaning.fiscal = true;
        word = skip_hyphen(word + 1);
    }
    if (!quarter_name(word, found)) {
        return std::nullopt;
    }
    if (found.meaning.hyphenated && is(at, TimeClass::the)) {
        found.begin = at + 1; // "the third-quarter loss": an adjective
    }
    if (is(found.end, TimeClass::of) && is(found.end + 1, TimeClass::fiscal) && is_year(found.end + 2)) {
        found.meaning.year = items_[found.end + 2].number;
        found.end += 3;
    } else if (found.meaning.year < 0) {
        apply(year_tail(found.end), found);
    }
    const bool dated = found.meaning.year >= 0 || found.meaning.year_relative;
    found.meaning.ended_month = dated ? 0 : ended_month(found.end);
    return found.meaning.half > 0 && !dated ? std::nullopt : Found(found);
}

/// The month of "ended Sept. 30"; 0: those words do not stand here.
int TimeGrammar::ended_month(std::size_t at) const {
    const auto last = raw(at) == "ended" ? month(at + 1) : std::nullopt;
    return last ? last->meaning.month : 0;
}

/// "third quarter", "second half", "first two quarters": into `found`; false where there is none.
bool TimeGrammar::quarter_name(std::size_t word, TimeFinding& found) const {
    const bool figure = number(word) && items_[word].ordinal;
    if (!is(word, TimeClass::ordinal) && !figure) {
        return false;
    }
    const auto nth = figure ? items_[word].number : items_[word].word->number;
    const auto unit = skip_hyphen(word + 1);
    const auto is_quarter = [&](std::size_t at) { return any_unit(at) && items_[at].word->unit == TimeUnit::quarter; };
    found.meaning.hyphenated = unit != word + 1;
    found.end = unit + 1;
    if (is(unit, TimeClass::unit) && is_quarter(unit) && nth >= 1 && nth <= 4) {
        found.meaning.quarter = static_cast<int>(nth);
        return true;
    }
    if (is(unit, TimeClass::half) && nth >= 1 && nth <= 2 && !found.meaning.hyphenated) {
        found.meaning.half = static_cast<int>(nth);
        return true;
    }
    if (nth == 1 && is(word + 1, TimeClass::number) && items_[word + 1].word->number == 2 && is_quarter(word + 2)) {
        found.meaning.half = 1;
        found.end = word + 3;
        return true;
    }
    return false;
}

/// "Q3", "Q3 2024", "2024 Q3".
TimeGrammar::Found TimeGrammar::quarter_number(std::size_t at) const {
    const auto word = is_year(at) ? at + 1 : at;
    if (raw(word) != "Q" || !number(word + 1) || !joined(word + 1) || items_[word + 1].number < 1 ||
        items_[word + 1].number > 4) {
        return std::nullopt;
    }
    TimeFinding found{at, word + 2, {}};
    found.meaning.quarter = static_cast<int>(items_[word + 1].number);
    if (word > at) {
        found.meaning.year = items_[at].number;
    } else {
        apply(year_tail(word + 2), found);
    }
    return found;
}

/// "the latest period", "the 1988 period", "the corresponding period last year": a stretch of the same length as the
/// one spoken of, in a report on results mostly a quarter.
TimeGrammar::Found TimeGrammar::period(std::size_t at) const {
    const auto begin = at;
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    TimeFinding found{begin, at, {}};
    found.meaning.shape = Shape::related;
    found.meaning.unit = TimeUnit::quarter;
    found.meaning.relation = TimeRelation::same;
    bool told = false;
    if (is_year(word) && word > at) {
        found.meaning.year = items_[word].number;
        told = true;
        ++word;
    } else if (is(word, TimeClass::latest)) {
        found.meaning.relation = TimeRelation::latest;
        told = true;
        ++word;
    } else if (is(word, TimeClass::same) || is(word, TimeClass::filler)) {
        ++word;
    }
    const bool of_quarter = is(word, TimeClass::unit) && items_[word].word->unit == TimeUnit::quarter;
    if (!is(word, TimeClass::period) && !(of_quarter && word > at)) {
        return std::nullopt;
    }
    found.end = word + 1;
    if (const auto last = of_quarter ? ended_month(found.end) : 0; last > 0) { // "the quarter ended Sept. 30"
        found.meaning.shape = Shape::named;
        found.meaning.quarter = (last + 2) / 3;
        found.meaning.ended_month = last;
        return found;
    }
    if (const auto tail = year_tail(found.end); !told && tail.end > found.end) {
        apply(tail, found);
        told = true;
    }
    return told || (of_quarter && is(at, TimeClass::the) && word == at + 1) ? Found(found) : std::nullopt;
}

TimeGrammar::Found TimeGrammar::year(std::size_t at) const {
    Found best = plain_year(at);
    longer(best, spelled_year(at));
    longer(best, decade(at));
    longer(best, century(at));
    return best;
}

/// "1989", "fiscal 1988", "the fiscal year 1989", "the year 2000".
TimeGrammar::Found TimeGrammar::plain_year(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    const bool fiscal = is(word, TimeClass::fiscal);
    word += fiscal ? 1 : 0;
    const bool named = is(word, TimeClass::unit) && items_[word].word->unit == TimeUnit::year;
    word += named ? 1 : 0;
    if (is_year(word) && !named && is(word + 1, TimeClass::fiscal) && is(word + 2, TimeClass::unit) &&
        items_[word + 2].word->unit == TimeUnit::year) {
        TimeFinding found{at, word + 3, {}}; // "the 2014 fiscal year"
        found.meaning.year = items_[word].number;
        return found;
    }
    if (!is_year(word) || (is(at, TimeClass::the) && !named)) {
        return std::nullopt;
    }
    if (!fiscal && !named && !year_is_meant(word)) {
        return std::nullopt;
    }
    TimeFinding found{at, word + 1, {}};
    found.meaning.year = items_[word].number;
    return found;
}

/// Of a number of four digits that stands alone: not "$1990", "2000 euros", "1815-7", "1950 km".
bool TimeGrammar::year_is_meant(std::size_t at) const {
    const auto before = at > 0 ? at - 1 : items_.size();
    const bool glued = joined(at) && before < items_.size() && !sign(before, '-') && !sign(before, '(') &&
                       !sign(before, '\'') && !sign(before, '/');
    if (glued || sign(before, '$') || sign(before, '#') || sign(before, 'x')) {
        return false;
    }
    const auto next = at + 1;
    const bool plain_word = next < items_.size() && items_[next].kind == TimeItem::Kind::word;
    const bool measured = any_unit(next) || sign(next, '%') || is(next, TimeClass::multiplier) ||
                          is(next, TimeClass::filler) || (plain_word && joined(next) && !possessive(next));
    const bool led = is(before, TimeClass::preposition) && !is(before, TimeClass::conjunction);
    const bool round = items_[at].number % 50 == 0 && !led;
    const bool counted = round && plain_word && !items_[next].capital && items_[next].word == nullptr &&
                         (raw(next).ends_with('s') || raw(next) == "people");
    if (measured || counted || (sign(next, '/') && joined(next))) {
        return false;
    }
    if (is(next, TimeClass::make) && items_[next].capital && next + 1 < items_.size() && items_[next + 1].capital) {
        return false; // "a 1998 Ford Taurus"
    }
    const auto behind = skip_hyphen(next);
    const bool range = number(behind) && (is_year(behind) || items_[behind].digits == 2);
    const bool serial = behind != next && !range;
    const bool telephone = at > 1 && skip_hyphen(at - 1) == at && number(at - 2) && !is_year(at - 2);
    return !serial && !telephone;
}

/// "nineteen seventy-nine", "the year two thousand".
TimeGrammar::Found TimeGrammar::spelled_year(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    const bool named = word > at && is(word, TimeClass::unit) && items_[word].word->unit == TimeUnit::year;
    word += named ? 1 : 0;
    if (!is(word, TimeClass::number) || (is(at, TimeClass::the) && !named)) {
        return std::nullopt;
    }
    const auto first = items_[word].word->number;
    TimeFinding found{at, word + 2, {}};
    if (named && first == 2 && is(word + 1, TimeClass::multiplier) && items_[word + 1].word->number == 1000) {
        found.meaning.year = 2000;
        return found;
    }
    if (first < 15 || first > 20 || !is(word + 1, TimeClass::number) || !items_[word + 1].space_before) {
        return std::nullopt;
    }
    auto rest = items_[word + 1].word->number;
    if (const auto last = skip_hyphen(found.end);
        rest >= 20 && rest % 10 == 0 && is(last, TimeClass::number) && items_[last].word->number < 10) {
        rest += items_[last].word->number;
        found.end = last + 1;
    }
    if (rest < 10 || any_unit(found.end) || (first == 20 && rest < 10)) {
        return std::nullopt;
    }
    found.meaning.year = 100 * first + rest;
    return found;
}

/// "the early 80s"; "in her late 20s" is an age.
bool TimeGrammar::staged_decade(std::size_t at) const {
    return at > 0 && is(at - 1, TimeClass::stage) && !(at > 1 && is(at - 2, TimeClass::its));
}

/// "the 1990s", "the '80s", "the nineties".
TimeGrammar::Found TimeGrammar::decade(std::size_t at) const {
    const auto word = is(at, TimeClass::the) ? at + 1 : at;
    const auto figure = sign(word, '\'') ? word + 1 : word;
    TimeFinding found{at, figure + 1, {}};
    if (number(figure) && items_[figure].decade) {
        const auto value = items_[figure].number;
        if (items_[figure].digits == 4 && value >= kFirstYear && value <= kLastYear) {
            if (value % 100 == 0 && value < kLastCenturyByYears) {
                found.meaning.century = value / 100; // "the 1800s"
                return found;
            }
            found.meaning.decade = value / 10;
            return found;
        }
        if (items_[figure].digits == 2 && (figure > word || word > at || staged_decade(at))) {
            found.meaning.decade = value / 10;
            return found;
        }
        return std::nullopt;
    }
    if (is(word, TimeClass::decade) && word > at) {
        found.meaning.decade = items_[word].word->number / 10;
        return found;
    }
    return std::nullopt;
}

/// "the 20th century", "the nineteenth century".
TimeGrammar::Found TimeGrammar::century(std::size_t at) const {
    const auto word = is(at, TimeClass::the) ? at + 1 : at;
    const bool figure = number(word) && items_[word].ordinal;
    std::int64_t nth = figure ? items_[word].number : 0;
    auto last = word;
    if (is(word, TimeClass::ordinal)) {
        nth = items_[word].word->number;
    } else if (is(word, TimeClass::number) && is(skip_hyphen(word + 1), TimeClass::ordinal)) {
        last = skip_hyphen(word + 1);
        nth = items_[word].word->number + items_[last].word->number;
    }
    const auto unit = skip_hyphen(last + 1);
    if (nth < 1 || nth > 30 || !any_unit(unit) || items_[unit].word->unit != TimeUnit::century) {
        return std::nullopt;
    }
    TimeFinding found{at, unit + 1, {}};
    found.meaning.century = nth - 1;
    return found;
}

/// "last fall", "the summer", "in the fall of 2022", "spring 2024".
TimeGrammar::Found TimeGrammar::season(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    TimeMeaning meaning;
    meaning.relation = relation(word);
    if (meaning.relation != TimeRelation::none) {
        ++word;
        if (const auto second = relation(word); second != TimeRelation::none) {
            meaning.relation = second; // "this past spring"
            ++word;
        }
    }
    if (word == at + 1 && is(at, TimeClass::the) && is(word, TimeClass::stage)) {
        ++word; // "the early summer"
    }
    if (!is(word, TimeClass::season) || is(word + 1, TimeClass::to) || possessive(word + 1)) {
        return std::nullopt;
    }
    const auto& name = items_[word].word->season;
    meaning.season = name == "SP" ? 1 : (name == "SU" ? 2 : (name == "FA" ? 3 : 4));
    TimeFinding found{at, word + 1, std::move(meaning)};
    const auto tail = year_tail(found.end);
    apply(tail, found);
    const bool led = at > 0 && is(at - 1, TimeClass::preposition) && !is(at - 1, TimeClass::of);
    const bool in_the = led && is(at, TimeClass::the) && !is(found.end, TimeClass::of);
    const bool bare =
        found.meaning.relation == TimeRelation::none && found.meaning.year < 0 && !found.meaning.year_relative;
    if (bare && !(items_[word].is(TimeClass::unsure) ? (in_the || (led && word == at && is(at - 1, TimeClass::in)))
                                                     : (word > at || led))) {
        return std::nullopt;
    }
    return found;
}

} // namespace demarche::extract
