// Amounts of time: durations, "two years ago", sets.

#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

constexpr std::int64_t kLargest = 1000000; ///< larger amounts of time in words are no news

struct UnitLetter {
    bool time = false; ///< behind the T
    int factor = 1;
    std::string_view letter;
};

UnitLetter letter(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::second:
        return {true, 1, "S"};
    case TimeUnit::minute:
        return {true, 1, "M"};
    case TimeUnit::hour:
        return {true, 1, "H"};
    case TimeUnit::night:
        return {false, 1, "NI"};
    case TimeUnit::weekend:
        return {false, 1, "WE"};
    case TimeUnit::week:
        return {false, 1, "W"};
    case TimeUnit::fortnight:
        return {false, 2, "W"};
    case TimeUnit::month:
        return {false, 1, "M"};
    case TimeUnit::quarter:
        return {false, 1, "Q"};
    case TimeUnit::year:
        return {false, 1, "Y"};
    case TimeUnit::decade:
        return {false, 10, "Y"};
    case TimeUnit::century:
        return {false, 100, "Y"};
    case TimeUnit::millennium:
        return {false, 1000, "Y"};
    default:
        return {false, 1, "D"};
    }
}

/// An amount of unknown size keeps the unit it was said in.
std::string_view vague_letter(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::decade:
        return "DE";
    case TimeUnit::century:
        return "C";
    case TimeUnit::millennium:
        return "ML";
    default:
        return letter(unit).letter;
    }
}

} // namespace

/// "P2Y", "PT3H", "PXW", "P2Y6M".
std::string TimeGrammar::length(const Count& count, TimeUnit unit) {
    const auto form = letter(unit);
    const std::string head = form.time ? "PT" : "P";
    if (count.vague) {
        return head + "X" + std::string(vague_letter(unit));
    }
    if (count.quarter) {
        return "P25Y";
    }
    const auto number = std::to_string(count.number * form.factor);
    if (!count.fraction.empty()) {
        return head + number + "." + count.fraction + std::string(form.letter);
    }
    if (!count.half) {
        return head + number + std::string(form.letter);
    }
    switch (unit) {
    case TimeUnit::year:
        return (count.number > 0 ? "P" + number + "Y" : "P") + "6M";
    case TimeUnit::hour:
        return "PT" + (count.number > 0 ? number + "H" : "") + "30M";
    case TimeUnit::minute:
        return "PT" + (count.number > 0 ? number + "M" : "") + "30S";
    case TimeUnit::day:
        return (count.number > 0 ? "P" + number + "D" : "P") + "T12H";
    case TimeUnit::decade:
        return "P" + std::to_string(10 * count.number + 5) + "Y";
    case TimeUnit::century:
        return "P" + std::to_string(100 * count.number + 50) + "Y";
    default:
        return head + number + ".5" + std::string(form.letter);
    }
}

/// "18", "1,200", "2.5", "2 1/2".
std::optional<TimeGrammar::Count> TimeGrammar::digits(std::size_t at) const {
    const auto& item = items_[at];
    if (item.ordinal || item.decade || item.digits > 7) {
        return std::nullopt;
    }
    Count found;
    found.number = item.number;
    found.end = at + 1;
    if (item.decimal) {
        const auto written = raw(at);
        found.fraction = written.substr(written.find('.') + 1);
    } else if (number(at + 1) && items_[at + 1].number == 1 && sign(at + 2, '/') && joined(at + 2) && number(at + 3) &&
               items_[at + 3].number == 2) {
        found.half = true;
        found.end = at + 4;
    } else if (is(at + 1, TimeClass::multiplier)) {
        found.number *= items_[at + 1].word->number;
        found.end = at + 2;
    }
    return found;
}

/// "twenty-four", "two hundred", "one and a half".
std::optional<TimeGrammar::Count> TimeGrammar::number_words(std::size_t at) const {
    std::int64_t total = 0;
    std::int64_t open = 0;
    Count found;
    auto i = at;
    bool tens = false;
    while (i < items_.size() && items_[i].kind == TimeItem::Kind::word && total + open <= kLargest) {
        if (is(i, TimeClass::number) && (open % 100 == 0 || (tens && items_[i].word->number < 10))) {
            open += items_[i].word->number;
            tens = items_[i].word->number >= 20;
        } else if (is(i, TimeClass::multiplier) && (i > at || found.article)) {
            const auto factor = items_[i].word->number;
            open = std::max<std::int64_t>(open, 1) * factor;
            if (factor >= 1000) {
                total += open;
                open = 0;
            }
            tens = false;
        } else {
            break;
        }
        ++i;
        const auto behind = skip_hyphen(i);
        i = behind != i && is(behind, TimeClass::number) ? behind : i;
    }
    if (i == at || total + open > kLargest) {
        return std::nullopt;
    }
    found.number = total + open;
    found.end = i;
    if (const auto behind = half_more(i); behind != i) {
        found.half = true;
        found.end = behind;
    }
    return found;
}

/// "half a year", "half-hour", "half a dozen": at "half".
std::optional<TimeGrammar::Count> TimeGrammar::half(std::size_t at) const {
    const auto behind = is(at + 1, TimeClass::a) ? at + 2 : skip_hyphen(at + 1);
    Count found;
    found.end = is(at + 1, TimeClass::a) ? at + 2 : at + 1;
    if (is(behind, TimeClass::multiplier)) {
        found.number = items_[behind].word->number / 2;
        found.end = behind + 1;
        return found;
    }
    found.half = true;
    return is(behind, TimeClass::unit) ? std::optional(found) : std::nullopt;
}

std::optional<TimeGrammar::Count> TimeGrammar::count(std::size_t at) const {
    if (at >= items_.size()) {
        return std::nullopt;
    }
    if (number(at)) {
        return digits(at);
    }
    Count found;
    found.number = 1;
    const auto word = is(at, TimeClass::a) ? at + 1 : at;
    if (is(word, TimeClass::half)) {
        return half(word);
    }
    found.article = word > at;
    if (const auto century = skip_hyphen(word + 1);
        found.article && is(word, TimeClass::unit) && items_[word].word->unit == TimeUnit::quarter &&
        is(century, TimeClass::unit) && items_[century].word->unit == TimeUnit::century) {
        found.quarter = true;
        found.article = false;
        found.end = word + 1;
        return found;
    }
    if (is(word, TimeClass::couple)) {
        found.number = items_[word].word->number;
        found.end = is(word + 1, TimeClass::of) ? word + 2 : word + 1;
        found.article = false;
        found.mod = "APPROX";
        return found;
    }
    std::size_t end = word;
    if (const auto* vague = phrase(word, TimeClass::vague, end)) {
        found.vague = true;
        found.article = false;
        found.end = end;
        return vague != nullptr && !number(end) ? std::optional(found) : std::nullopt;
    }
    if (const auto* vague = phrase(at, TimeClass::vague, end); vague != nullptr && found.article) {
        found.vague = true;
        found.article = false;
        found.end = end;
        return found;
    }
    if (auto words = number_words(word); words && (!found.article || is(word, TimeClass::multiplier))) {
        words->article = false;
        return words;
    }
    if (is(word, TimeClass::multiplier) && found.article) { // "a hundred", "a dozen"
        found.number = items_[word].word->number;
        found.article = false;
        found.end = word + 1;
        return found;
    }
    found.end = word;
    return found.article ? std::optional(found) : std::nullopt;
}

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

/// Behind "and a half", "-and-a-half", else `at`.
std::size_t TimeGrammar::half_more(std::size_t at) const {
    const auto conjunction = skip_hyphen(at);
    const auto article = skip_hyphen(conjunction + 1);
    const auto word = skip_hyphen(article + 1);
    const bool more = is(conjunction, TimeClass::conjunction) && is(article, TimeClass::a) && is(word, TimeClass::half);
    return more ? word + 1 : at;
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
    const bool verb = is(at, TimeClass::last) && at > 0 && (raw(at - 1) == "to" || is(at - 1, TimeClass::future));
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

/// "daily", "each July", "every two weeks", "Tuesdays", "Tuesday nights", "twice a week".
TimeGrammar::Found TimeGrammar::set(std::size_t at) const {
    TimeFinding found{at, at + 1, {}};
    found.meaning.shape = Shape::ready;
    found.meaning.kind = TimexKind::set;
    if (is(at, TimeClass::each)) {
        return each(at);
    }
    if (is(at, TimeClass::often) && !sign(at + 1, '-') && !(at > 0 && sign(at - 1, '-')) && !is_rate(at) &&
        !(at + 1 < items_.size() && items_[at + 1].capital &&
          !items_[at].capital)) { // "the daily Granma" is a newspaper
        found.meaning.value = items_[at].word->text;
        return found;
    }
    const auto weekday_value = [&] { return "XXXX-WXX-" + std::to_string(items_[at].word->weekday); };
    if (is(at, TimeClass::weekdays)) {
        found.meaning.value = weekday_value();
        return found;
    }
    if (is(at, TimeClass::units) && items_[at].word->unit == TimeUnit::weekend && at > 0 && is(at - 1, TimeClass::on)) {
        found.meaning.value = "XXXX-WXX-WE"; // "on weekends"
        return found;
    }
    if (is(at, TimeClass::weekday) && is(at + 1, TimeClass::parts) && items_[at].capital) {
        found.meaning.value = weekday_value() + "T" + items_[at + 1].word->text;
        ++found.end;
        return found;
    }
    std::size_t times_end = at;
    if (is(at, TimeClass::times)) {
        times_end = at + 1;
    } else if (const auto amount = count(at); amount && !amount->article && is(amount->end, TimeClass::times_word)) {
        times_end = amount->end + 1;
    }
    if (times_end > at && (is(times_end, TimeClass::a) || is(times_end, TimeClass::each)) &&
        is(times_end + 1, TimeClass::unit)) {
        Count one;
        one.number = 1;
        found.meaning.value = length(one, items_[times_end + 1].word->unit);
        found.end = times_end + 2;
        return found;
    }
    return std::nullopt;
}

/// "8% annually", "10,000 tons monthly", "the average daily volume": how much, not when.
bool TimeGrammar::is_rate(std::size_t at) const {
    if (at == 0) {
        return false;
    }
    const bool amount = sign(at - 1, '%') || raw(at - 1) == "percent" || raw(at - 1) == "average" ||
                        (at > 1 && number(at - 2) && items_[at - 1].kind == TimeItem::Kind::word);
    return amount;
}

TimeGrammar::Found TimeGrammar::each(std::size_t at) const {
    TimeFinding found{at, at + 2, {}};
    auto& meaning = found.meaning;
    meaning.shape = Shape::ready;
    meaning.kind = TimexKind::set;
    const auto next = at + 1;
    if (is(next, TimeClass::unit) && !is(next, TimeClass::ordinal) && items_[next].word->unit != TimeUnit::night) {
        Count one;
        one.number = 1;
        meaning.value = length(one, items_[next].word->unit);
        return found;
    }
    if (weekday_name(next)) {
        meaning.value = "XXXX-WXX-" + std::to_string(items_[next].word->weekday);
        if (is(next + 1, TimeClass::part)) {
            meaning.value += "T" + items_[next + 1].word->text;
            ++found.end;
        }
        return found;
    }
    if (is(next, TimeClass::part)) {
        meaning.value = "XXXX-XX-XXT" + items_[next].word->text;
        return found;
    }
    if (const auto name = month_name(next); name != next) {
        const auto month = static_cast<int>(items_[next].word->month);
        meaning.value = std::string(month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(month);
        found.end = name;
        return found;
    }
    if (is(next, TimeClass::season)) {
        meaning.value = "XXXX-" + items_[next].word->season;
        return found;
    }
    auto amount = is(next, TimeClass::filler) ? std::optional(Count{}) : count(next);
    if (amount && is(next, TimeClass::filler)) { // "every other week"
        amount->number = 2;
        amount->end = next + 1;
    }
    if (amount && !amount->article && any_unit(amount->end)) {
        meaning.value = length(*amount, items_[amount->end].word->unit);
        found.end = amount->end + 1;
        return found;
    }
    return std::nullopt;
}

} // namespace demarche::extract
