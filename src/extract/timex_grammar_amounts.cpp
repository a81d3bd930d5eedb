// Amounts, and how they are written as the value of a length of time.

#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

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

/// Behind "and a half", "-and-a-half", else `at`.
std::size_t TimeGrammar::half_more(std::size_t at) const {
    const auto conjunction = skip_hyphen(at);
    const auto article = skip_hyphen(conjunction + 1);
    const auto word = skip_hyphen(article + 1);
    const bool more = is(conjunction, TimeClass::conjunction) && is(article, TimeClass::a) && is(word, TimeClass::half);
    return more ? word + 1 : at;
}

} // namespace demarche::extract
