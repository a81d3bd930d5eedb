// Lengths of time, and days counted by them: "ten days", "two years ago".

#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

} // namespace

/// Whether the amount is one of time: not an age, a rate, a fraction, a second place.
bool TimeGrammar::counts_time(std::size_t begin, const Count& count, std::size_t unit) const {
    const auto kind = items_[unit].word->unit;
    const auto behind = skip_hyphen(unit + 1);
    const bool ago = behind != unit + 1 && (is(behind, TimeClass::ago) || is(behind, TimeClass::earlier));
    if (ago || is(behind, TimeClass::old) || (is(unit + 1, TimeClass::of) && kind == TimeUnit::quarter)) {
        return false;
    }
    const bool one_day =
        count.number == 1 && kind == TimeUnit::day && raw(begin) == "one"; // "he hopes to one day follow"
    if (count.article || one_day) {
        if (kind == TimeUnit::second || kind == TimeUnit::quarter || kind == TimeUnit::weekend ||
            kind == TimeUnit::night) {
            return false;
        }
        return begin == 0 || is(begin - 1, TimeClass::lead) || items_[begin - 1].kind == TimeItem::Kind::sign ||
               skip_hyphen(unit + 1) != unit + 1;
    }
    if (count.vague && is(unit, TimeClass::unit) && !is(unit, TimeClass::units) &&
        (raw(begin) == "some" || raw(begin) == "Some") && skip_hyphen(count.end) == count.end) {
        return false; // "some day"
    }
    if (kind == TimeUnit::quarter && !count.vague && is(unit, TimeClass::units) && is(unit + 1, TimeClass::of)) {
        return false;
    }
    return kind != TimeUnit::second || is(unit, TimeClass::units) || count.number == 1 || count.end != unit;
}

bool TimeGrammar::ends_clause(std::size_t at) const {
    return at >= items_.size() ||
           (items_[at].kind == TimeItem::Kind::sign && items_[at].sign != '-' && items_[at].sign != '$' &&
            items_[at].sign != '\'') ||
           is(at, TimeClass::in) || is(at, TimeClass::at) || is(at, TimeClass::on) || is(at, TimeClass::conjunction) ||
           is(at, TimeClass::past_verb) || is(at, TimeClass::say) || is(at, TimeClass::be);
}

/// "ago", "earlier", "later", "from now", "before" at the end of a clause: where the words end, `at` if none stand
/// there.
std::size_t TimeGrammar::direction(std::size_t at, TimeFinding& found) const {
    auto& meaning = found.meaning;
    const auto set = [&](int sign, bool from_reference, std::size_t length) {
        meaning.count = sign;
        meaning.from_reference = from_reference;
        return at + length;
    };
    if (is(at, TimeClass::ago)) {
        return set(-1, false, 1);
    }
    if (is(at, TimeClass::hence) || (is(at, TimeClass::from) && is(at + 1, TimeClass::ref) && raw(at + 1) == "now")) {
        return set(1, false, is(at, TimeClass::hence) ? 1 : 2);
    }
    if (is(at, TimeClass::earlier)) {
        return set(-1, true, 1);
    }
    if (is(at, TimeClass::later) && !is(at + 1, TimeClass::than)) {
        return set(1, true, 1);
    }
    if ((is(at, TimeClass::before) || is(at, TimeClass::after)) && ends_clause(at + 1)) {
        return set(is(at, TimeClass::before) ? -1 : 1, true, 1);
    }
    return at;
}

/// "two days ago", "a year earlier", "the day before", "several years ago", "hours earlier".
TimeGrammar::Found TimeGrammar::counted(std::size_t at) const {
    Count amount;
    if (is(at, TimeClass::the) && (is(at + 2, TimeClass::before) || is(at + 2, TimeClass::after))) {
        amount.number = 1; // "the day before"
        amount.end = at + 1;
    } else if (is(at, TimeClass::units) && !number(at - 1)) {
        amount.vague = true; // "hours earlier"
        amount.end = at;
    } else if (auto read = count(at)) {
        amount = *read;
        amount.end += is(amount.end, TimeClass::filler) ? 1 : 0;
    } else {
        return std::nullopt;
    }
    auto unit = amount.half || amount.quarter ? skip_hyphen(amount.end) : amount.end;
    if (!any_unit(unit) || (is(unit, TimeClass::ordinal) && !amount.article)) {
        return std::nullopt;
    }
    TimeFinding found{at, unit + 1, {}};
    found.meaning.unit = items_[unit].word->unit;
    if (const auto half = half_more(unit + 1); half > unit + 1) {
        amount.half = true;
        found.end = half;
    }
    const auto end = direction(found.end, found);
    if (end == found.end) {
        return std::nullopt;
    }
    found.end = end;
    count_off(amount, found.meaning);
    return found;
}

/// `meaning` holds unit and direction; now the amount.
void TimeGrammar::count_off(const Count& amount, TimeMeaning& meaning) {
    meaning.shape = Shape::counted;
    meaning.mod = amount.mod;
    if (meaning.unit < TimeUnit::night) {
        meaning.kind = TimexKind::time;
    } else if (amount.vague) {
        meaning.shape = Shape::ready;
        meaning.value = meaning.count < 0 ? "PAST_REF" : "FUTURE_REF";
    }
    if (amount.vague) {
        return;
    }
    if (meaning.unit < TimeUnit::night && meaning.from_reference) { // the hour that it is counted from is not known
        meaning.kind = TimexKind::duration;
        meaning.value = length(amount, meaning.unit);
    }
    const auto sign = meaning.count;
    meaning.count *= amount.number;
    if (amount.half && meaning.unit == TimeUnit::year) {
        meaning.unit = TimeUnit::month;
        meaning.count = meaning.count * 12 + 6 * sign;
    } else if (amount.quarter || (amount.half && meaning.unit >= TimeUnit::decade)) { // "half a century later"
        const auto years = meaning.unit == TimeUnit::decade ? 10 : 100;
        meaning.count = meaning.count * years + sign * (amount.quarter ? 25 : years / 2);
        meaning.count -= amount.quarter ? sign * years : 0;
        meaning.unit = TimeUnit::year;
    }
    if (meaning.unit == TimeUnit::night) { // "two nights ago", "the night before"
        meaning.kind = TimexKind::time;
        meaning.part = "TNI";
    }
}

/// "year-ago", "the year-earlier quarter", "the quarter a year ago".
TimeGrammar::Found TimeGrammar::year_ago(std::size_t at) const {
    auto word = is(at, TimeClass::the) ? at + 1 : at;
    word += is(word, TimeClass::filler) ? 1 : 0;
    const auto direction_at = skip_hyphen(word + 1);
    if (!is(word, TimeClass::unit) || direction_at == word + 1 ||
        !(is(direction_at, TimeClass::ago) || is(direction_at, TimeClass::earlier))) {
        return std::nullopt;
    }
    const auto noun = direction_at + 1;
    const bool period =
        is(noun, TimeClass::period) || (is(noun, TimeClass::unit) && items_[noun].word->unit == TimeUnit::quarter);
    TimeFinding found{period ? at : word, period ? noun + 1 : noun, {}};
    if (!period && word > at) {
        return std::nullopt; // "the year-earlier $4.5 million": without its article
    }
    found.meaning.shape = Shape::counted;
    found.meaning.unit = items_[word].word->unit;
    found.meaning.count = -1;
    found.meaning.from_reference = true;
    found.meaning.hyphenated = true;
    return found;
}

/// "10 days", "the past two weeks", "five-year", "several months", "the first nine months", "two to three weeks".
TimeGrammar::Found TimeGrammar::duration(std::size_t at) const {
    const bool owned = is(at, TimeClass::its);
    const auto word = is(at, TimeClass::the) || owned ? at + 1 : at;
    auto amount = amount_of(word);
    if (is(at, TimeClass::length)) {
        TimeFinding found{at, at + 1, {}};
        found.meaning.shape = Shape::ready;
        found.meaning.kind = TimexKind::duration;
        found.meaning.value = items_[at].word->text;
        return found;
    }
    if (!amount || (amount->article && amount->end - 1 != at)) {
        return bare_units(at);
    }
    const auto unit = unit_behind(amount->end);
    const bool hyphen = skip_hyphen(amount->end) != amount->end;
    if (!any_unit(unit) || !counts_time(at, *amount, unit)) {
        return std::nullopt;
    }
    if (is(unit + 1, TimeClass::a) && is(unit + 2, TimeClass::unit) &&
        items_[unit + 2].word->unit > items_[unit].word->unit) {
        return std::nullopt; // "24 hours a day": a rate
    }
    if (is(unit, TimeClass::ordinal) && !is(unit, TimeClass::units) && !hyphen) {
        return std::nullopt;
    }
    const bool adjective = hyphen && is(at, TimeClass::the) && count(word); // "the two-year plan"
    const bool of_article =
        hyphen && is(at, TimeClass::a) && !amount->article && !amount->quarter && describes(unit + 1);
    TimeFinding found{owned || adjective || of_article ? at + 1 : at, half_more(unit + 1), {}};
    amount->half = amount->half || found.end != unit + 1;
    if (const auto behind = skip_hyphen(found.end); behind != found.end && raw(behind) == "long") {
        found.end = behind + 1; // "a week-long trip": an adjective
        found.begin += amount->article ? 1 : 0;
    }
    found.meaning.shape = Shape::ready;
    found.meaning.kind = TimexKind::duration;
    found.meaning.value = length(*amount, items_[unit].word->unit);
    found.meaning.mod = amount->mod;
    return found;
}

/// Whether a noun follows: a word in small letters that is none of the grammar.
bool TimeGrammar::describes(std::size_t at) const {
    return at < items_.size() && items_[at].kind == TimeItem::Kind::word && items_[at].word == nullptr &&
           !items_[at].capital;
}

/// Behind a number, a second one ("two to three weeks", "10-12 days") and fillers ("more").
std::size_t TimeGrammar::unit_behind(std::size_t at) const {
    auto unit = skip_hyphen(at);
    const bool hyphen = unit != at;
    if ((is(unit, TimeClass::to) || is(unit, TimeClass::alternative) || hyphen) && !any_unit(unit)) {
        const auto second = count(hyphen ? unit : unit + 1);
        if (second && !second->article && any_unit(skip_hyphen(second->end))) {
            unit = skip_hyphen(second->end);
        }
    }
    for (int fillers = 0; fillers < 2 && is(unit, TimeClass::filler); ++fillers) {
        ++unit;
    }
    return unit;
}

/// "ten", "the past two", "the first nine", "recent": what stands before the unit of a duration.
std::optional<TimeGrammar::Count> TimeGrammar::amount_of(std::size_t at) const {
    const bool verb = is(at, TimeClass::last) && at > 0 &&
                      (raw(at - 1) == "to" || raw(at - 1) == "may" || is(at - 1, TimeClass::future));
    if (verb) {
        return std::nullopt; // "to last six weeks"
    }
    const auto which = is(at, TimeClass::that) && raw(at) != "those" ? TimeRelation::none : relation(at);
    const bool recent = is(at, TimeClass::recent);
    const auto next = which != TimeRelation::none || is(at, TimeClass::first) || recent ? at + 1 : at;
    const bool open =
        which == TimeRelation::past || which == TimeRelation::last || which == TimeRelation::coming || recent;
    if (open && is(next, TimeClass::units)) {
        Count amount; // "recent months", "coming weeks"
        amount.vague = true;
        amount.end = next;
        return amount;
    }
    auto amount = count(next);
    return amount && amount->article && next > at ? std::nullopt : amount;
}

/// Bare units that say how far, not how long: "minutes apart", "a matter of days", "older by decades".
bool TimeGrammar::measures(std::size_t at) const {
    const bool matter = at > 1 && is(at - 1, TimeClass::of) && raw(at - 2) == "matter";
    return matter || raw(at - 1) == "by" || raw(at + 1) == "apart";
}

/// "for weeks", "decades-long", "day-long".
TimeGrammar::Found TimeGrammar::bare_units(std::size_t at) const {
    if (!any_unit(at) || items_[at].word->unit == TimeUnit::night || items_[at].word->unit == TimeUnit::weekend) {
        return std::nullopt;
    }
    const auto behind = skip_hyphen(at + 1);
    const bool is_long = behind != at + 1 && raw(behind) == "long";
    const bool units = is(at, TimeClass::units);
    const bool led = at > 0 && is(at - 1, TimeClass::lead);
    const auto kind = items_[at].word->unit;
    const bool plain = units && led && behind == at + 1 && kind != TimeUnit::quarter && kind != TimeUnit::second &&
                       !is(at + 1, TimeClass::of) && !is(at + 1, TimeClass::old) && !measures(at);
    if (!is_long && !plain) {
        return std::nullopt;
    }
    TimeFinding found{at, is_long ? behind + 1 : at + 1, {}};
    found.meaning.shape = Shape::ready;
    found.meaning.kind = TimexKind::duration;
    Count amount;
    amount.number = 1;
    amount.vague = units;
    found.meaning.value = length(amount, kind);
    return found;
}

} // namespace demarche::extract
