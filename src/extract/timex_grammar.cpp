#include "extract/timex_grammar.hpp"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

/// Letters of ASCII without regard to case; a curly apostrophe is a straight one.
bool same_word(std::string_view written, std::string_view lower) {
    constexpr std::string_view kCurly = "\u2019";
    if (lower.starts_with('\'') && written.starts_with(kCurly)) {
        return same_word(written.substr(kCurly.size()), lower.substr(1));
    }
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
    return std::equal(written.begin(), written.end(), lower.begin(), lower.end(), same);
}

} // namespace

std::size_t TimeGrammar::skip_hyphen(std::size_t at) const {
    return sign(at, '-') && joined(at) && joined(at + 1) ? at + 1 : at;
}

std::size_t TimeGrammar::skip_comma(std::size_t at) const {
    return sign(at, ',') ? at + 1 : at;
}

std::size_t TimeGrammar::skip_stop(std::size_t at) const {
    return sign(at, '.') && joined(at) ? at + 1 : at;
}

std::string_view TimeGrammar::raw(std::size_t at) const {
    if (at >= items_.size()) {
        return {};
    }
    const auto& span = items_[at].span;
    return text_.substr(span.begin, span.end - span.begin);
}

bool TimeGrammar::possessive(std::size_t at) const {
    return same_word(raw(at), "'s");
}

const TimeWord* TimeGrammar::phrase(std::size_t at, TimeClass asked, std::size_t& end) const {
    if (at >= items_.size() || items_[at].word == nullptr) {
        return nullptr;
    }
    for (const auto index : items_[at].word->phrases) {
        const auto& candidate = words_.phrase(index);
        if (!candidate.meaning.classes.has(asked)) {
            continue;
        }
        std::size_t i = 1;
        while (i < candidate.words.size() && same_word(raw(at + i), candidate.words[i])) {
            ++i;
        }
        if (i == candidate.words.size()) {
            end = at + i;
            return &candidate.meaning;
        }
    }
    end = at + 1;
    return items_[at].is(asked) ? items_[at].word : nullptr;
}

TimeRelation TimeGrammar::relation(std::size_t at) const {
    constexpr std::array<std::pair<TimeClass, TimeRelation>, 11> kRelations{
        {{TimeClass::last, TimeRelation::last},
         {TimeClass::next, TimeRelation::next},
         {TimeClass::this_one, TimeRelation::this_one},
         {TimeClass::current, TimeRelation::this_one},
         {TimeClass::past, TimeRelation::past},
         {TimeClass::coming, TimeRelation::coming},
         {TimeClass::latest, TimeRelation::latest},
         {TimeClass::that, TimeRelation::same},
         {TimeClass::same, TimeRelation::same},
         {TimeClass::previous, TimeRelation::previous},
         {TimeClass::following, TimeRelation::following}}};
    for (const auto& [word, relation] : kRelations) {
        if (is(at, word)) {
            return relation;
        }
    }
    return TimeRelation::none;
}

TimeRelation TimeGrammar::relations(std::size_t at, std::size_t& end) const {
    const auto first = relation(at);
    const auto second = first != TimeRelation::none ? relation(at + 1) : TimeRelation::none;
    if (is(at, TimeClass::that) && second != TimeRelation::none && second != TimeRelation::same) {
        end = at; // "said that last week ...": a conjunction
        return TimeRelation::none;
    }
    end = at + (first != TimeRelation::none ? 1 : 0) + (second != TimeRelation::none ? 1 : 0);
    return second != TimeRelation::none ? second : first;
}

void TimeGrammar::longer(Found& best, Found other) {
    if (other && (!best || other->end > best->end)) {
        best = std::move(other);
    }
}

TimeGrammar::Found TimeGrammar::expression(std::size_t at) const {
    auto best = staged(at);
    std::size_t after = at;
    if (const auto* about = phrase(at, TimeClass::about, after)) {
        auto inner = staged(after);
        if (inner && about_is_meant(*about, at, *inner)) {
            inner->begin = at;
            inner->meaning.mod = about->text;
            longer(best, std::move(inner));
        }
    }
    if (best) {
        add_tail(*best);
    }
    return best;
}

/// Not "over the weekend", "about the future", "around Wednesday": there it is a preposition.
bool TimeGrammar::about_is_meant(const TimeWord& about, std::size_t at, const TimeFinding& inner) const {
    const auto& meaning = inner.meaning;
    if (raw(at) == "over" && !(at > 0 && is(at - 1, TimeClass::lead))) {
        return false; // "used over three years", but "lasted over a week"
    }
    if (meaning.kind == TimexKind::duration ||
        (meaning.shape == Shape::counted && meaning.part.empty() && meaning.count != 0)) {
        return !is(inner.begin, TimeClass::the);
    }
    const bool calendar = meaning.shape == Shape::named && meaning.weekday == 0 && meaning.unit != TimeUnit::weekend;
    return about.text == "APPROX" && (meaning.hour >= 0 || calendar || !meaning.mod.empty());
}

/// "or so", "or later", "and beyond".
void TimeGrammar::add_tail(TimeFinding& found) const {
    if (is(found.end, TimeClass::alternative) && is(found.end + 1, TimeClass::so)) {
        found.end += 2;
        found.meaning.mod = "APPROX";
    } else if ((is(found.end, TimeClass::alternative) && is(found.end + 1, TimeClass::later)) ||
               (is(found.end, TimeClass::conjunction) && is(found.end + 1, TimeClass::beyond))) {
        found.end += 2;
        found.meaning.mod = "ON_OR_AFTER";
    }
}

TimeGrammar::Found TimeGrammar::staged(std::size_t at) const {
    auto best = core(at);
    longer(best, stage(at));
    longer(best, edge(at));
    longer(best, sided(at));
    longer(best, unit_end(at));
    if (is(at, TimeClass::sometime)) {
        if (auto inner = core(at + 1); inner && inner->meaning.kind == TimexKind::date) {
            inner->begin = at;
            longer(best, std::move(inner));
        }
    }
    return best;
}

/// "early September", "the late 1970s", "mid-1996", "late yesterday".
TimeGrammar::Found TimeGrammar::stage(std::size_t at) const {
    const auto begin = at;
    const auto word = is(at, TimeClass::the) ? at + 1 : at;
    if (!is(word, TimeClass::stage)) {
        return std::nullopt;
    }
    auto inner = core(skip_hyphen(word + 1));
    if (const auto part = skip_hyphen(word + 1); !inner && word == at && is(part, TimeClass::part)) {
        inner = TimeFinding{at, part + 1, {}}; // "mid-afternoon"
        inner->meaning.shape = Shape::related;
        inner->meaning.relation = TimeRelation::this_one;
        inner->meaning.kind = TimexKind::time;
        inner->meaning.part = "T" + items_[part].word->text;
    }
    if (!inner || inner->meaning.kind == TimexKind::set || inner->meaning.kind == TimexKind::duration) {
        return std::nullopt;
    }
    if (word > begin && is(word + 1, TimeClass::the)) {
        return std::nullopt;
    }
    const bool adjective = skip_hyphen(word + 1) != word + 1 && inner->meaning.decade < 0 && inner->meaning.century < 0;
    inner->begin = adjective ? word : begin; // "the late-November trip", but "the mid-1990s"
    inner->meaning.mod = items_[word].word->text;
    return inner;
}

/// "the end of 1990", "the beginning of October", "the middle of last week".
TimeGrammar::Found TimeGrammar::edge(std::size_t at) const {
    const auto word = is(at, TimeClass::the) ? at + 1 : at;
    if (!is(word, TimeClass::edge) || !is(word + 1, TimeClass::of)) {
        return std::nullopt;
    }
    auto inner = core(word + 2);
    if (!inner && is(word + 2, TimeClass::the) && is(word + 3, TimeClass::unit) &&
        items_[word + 3].word->unit >= TimeUnit::week) {
        inner = TimeFinding{at, word + 4, {}}; // "the end of the month"
        inner->meaning.shape = Shape::related;
        inner->meaning.relation = TimeRelation::this_one;
        inner->meaning.unit = items_[word + 3].word->unit;
    }
    if (!inner || inner->meaning.kind != TimexKind::date || inner->meaning.shape == Shape::ready) {
        return std::nullopt;
    }
    inner->begin = at;
    inner->meaning.mod = items_[word].word->text;
    return inner;
}

/// "earlier this month", "later yesterday", "earlier Sunday", "later that day".
TimeGrammar::Found TimeGrammar::sided(std::size_t at) const {
    const bool earlier = is(at, TimeClass::earlier);
    if (!earlier && !is(at, TimeClass::later)) {
        return std::nullopt;
    }
    const auto next = at + 1;
    TimeFinding in_the{at, next + 3, {}};
    Found inner = core(next);
    if (is(next, TimeClass::in) && is(next + 1, TimeClass::the) && is(next + 2, TimeClass::unit) &&
        items_[next + 2].word->unit >= TimeUnit::day && items_[next + 2].word->unit <= TimeUnit::century) {
        in_the.meaning.shape = Shape::related; // "later in the week"
        in_the.meaning.relation = TimeRelation::this_one;
        in_the.meaning.unit = items_[next + 2].word->unit;
        inner = in_the;
    }
    const bool counted_off = inner && inner->meaning.shape == Shape::counted && !is(next, TimeClass::day_word);
    if (!inner || counted_off || inner->meaning.shape == Shape::ready || is(next, TimeClass::the)) {
        return std::nullopt;
    }
    inner->begin = at;
    inner->meaning.side = earlier ? -1 : 1;
    inner->meaning.mod = earlier ? "START" : "END";
    return inner;
}

/// "year-end", "year's end", "year end 1990".
TimeGrammar::Found TimeGrammar::unit_end(std::size_t at) const {
    const auto word = is(at, TimeClass::the) ? at + 1 : at;
    if (!is(word, TimeClass::unit) || items_[word].word->unit < TimeUnit::week) {
        return std::nullopt;
    }
    const auto behind = possessive(word + 1) ? word + 2 : skip_hyphen(word + 1);
    if (!is(behind, TimeClass::edge) || items_[behind].word->text != "END" || is(behind + 1, TimeClass::of)) {
        return std::nullopt;
    }
    TimeFinding found{at, behind + 1, {}};
    found.meaning.shape = Shape::related;
    found.meaning.relation = TimeRelation::this_one;
    found.meaning.unit = items_[word].word->unit;
    found.meaning.mod = "END";
    if (found.meaning.unit == TimeUnit::year && is_year(behind + 1)) {
        found.meaning.shape = Shape::named;
        found.meaning.year = items_[behind + 1].number;
        ++found.end;
    }
    return found;
}

/// "now", "recently", "the near future".
TimeGrammar::Found TimeGrammar::reference(std::size_t at) const {
    std::size_t end = at;
    const auto* word = phrase(at, TimeClass::ref, end);
    if (word == nullptr || !reference_is_meant(at, end)) {
        return std::nullopt;
    }
    TimeFinding found{at, end, {}};
    found.meaning.shape = Shape::ready;
    found.meaning.value = word->text;
    return found;
}

bool TimeGrammar::reference_is_meant(std::size_t at, std::size_t end) const {
    if (raw(at) == "Now" && sign(end, ',')) {
        return false; // it turns to another matter
    }
    if (raw(end - 1) == "recently") { // "most recently last October", "more recently in May": the date says it
        const auto date = is(end, TimeClass::in) || is(end, TimeClass::on) ? end + 1 : end;
        if (day(date) || related(date) || year(date)) {
            return false;
        }
    }
    if (skip_hyphen(end) != end || (sign(at - 1, '-') && joined(at))) {
        return false; // "now-defunct", "then-current"
    }
    return !any_unit(end) &&
           !(end - at == 2 && (number(end) || is(end, TimeClass::number) || is(end, TimeClass::vague)));
}

TimeGrammar::Found TimeGrammar::core(std::size_t at) const {
    if (at >= items_.size()) {
        return std::nullopt;
    }
    const auto& item = items_[at];
    if (item.kind == TimeItem::Kind::sign ? item.sign != '\''
                                          : item.kind == TimeItem::Kind::word && item.word == nullptr) {
        return std::nullopt;
    }
    Found best = clock(at);
    longer(best, day(at));
    longer(best, season(at));
    longer(best, related(at));
    longer(best, quarter(at));
    longer(best, period(at));
    longer(best, year(at));
    longer(best, counted(at));
    longer(best, year_ago(at));
    longer(best, duration(at));
    longer(best, set(at));
    longer(best, reference(at));
    return best;
}

} // namespace demarche::extract
