// How often: "daily", "every two weeks", "Tuesday nights", "twice a week".

#include "extract/timex_grammar.hpp"

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

} // namespace

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
