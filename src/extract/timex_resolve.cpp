#include "extract/timex_resolve.hpp"

#include <algorithm>
#include <cstdlib>

namespace demarche::extract {
namespace {

using Shape = TimeMeaning::Shape;

constexpr int kDayLasts = 4;      ///< sentences for which a day stays the anchor of "two days later"
constexpr int kQuarterLasts = 40; ///< a report on results speaks of one quarter all along
constexpr std::int64_t kFarthestYear = 9999;
constexpr std::int64_t kLargestCount = 1000000; ///< units; what lies farther off has no date
constexpr Day kFarFetched = 4; ///< a tense loses against an occurrence that lies so many times nearer on the other side
constexpr int kCloseYears = 4; ///< "nearly four years ago" is told to the season
constexpr int kNearlyMonths = 3; ///< that are still to go

bool looks_back(TimeRelation relation) {
    return relation == TimeRelation::last || relation == TimeRelation::past || relation == TimeRelation::previous;
}

bool looks_ahead(TimeRelation relation) {
    return relation == TimeRelation::next || relation == TimeRelation::coming || relation == TimeRelation::following;
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Of a name that comes back: its occurrence in the years around publication, chosen by relation and tense.
/// `nearest`: where neither says anything, the nearest one; else the last one that has begun.
Period
choose(const std::array<Period, 3>& years, Day published, const TimeMeaning& meaning, Tense tense, bool nearest) {
    const auto first = [](const Period& period) { return days_of(period).first; };
    const auto last = [](const Period& period) { return days_of(period).last; };
    const auto last_begun = [&](auto begun) {
        for (std::size_t i = years.size(); i > 0; --i) {
            if (begun(years[i - 1])) {
                return years[i - 1];
            }
        }
        return years[0];
    };
    if (looks_back(meaning.relation)) {
        return last_begun([&](const Period& period) { return last(period) < published; });
    }
    const auto next = [&](Day after) {
        return *std::find_if(years.begin(), years.end() - 1,
                             [&](const Period& period) { return last(period) >= after; });
    };
    if (looks_ahead(meaning.relation)) {
        return next(published + 1);
    }
    if (meaning.relation == TimeRelation::this_one) {
        return years[1];
    }
    const auto begun = last_begun([&](const Period& period) { return first(period) <= published; });
    const auto ahead = next(published);
    const auto past_gap = std::max<Day>(0, published - last(begun));
    const auto future_gap = std::max<Day>(0, first(ahead) - published);
    if (tense == Tense::certain) {
        return ahead;
    }
    if (tense == Tense::future) {
        return kFarFetched * past_gap < future_gap ? begun : ahead;
    }
    const Day bias = nearest && tense != Tense::past ? 1 : kFarFetched;
    return bias * future_gap < past_gap ? ahead : begun;
}

} // namespace

ResolvedTime TimeResolver::resolve(const TimeMeaning& meaning, Tense tense, std::optional<Day> not_before) {
    if (meaning.shape == Shape::ready) {
        return {meaning.value, "", std::nullopt};
    }
    auto period = find(meaning, tense);
    if (!period || year_of(*period) < 1 || year_of(*period) > kFarthestYear) {
        const bool ahead = meaning.count > 0;
        return {ahead ? "FUTURE_REF" : "PAST_REF", "", std::nullopt};
    }
    if (not_before && days_of(*period).first < *not_before && meaning.shape == Shape::named) {
        if (meaning.weekday > 0 && meaning.day == 0) {
            period->index += 7;
        } else if (meaning.month > 0 && meaning.year < 0) {
            auto moved = meaning;
            moved.year = civil_date(*not_before).year;
            period = named(moved, tense);
            if (period && days_of(*period).first < *not_before) {
                ++moved.year;
                period = named(moved, tense);
            }
        }
        if (!period) {
            return {"FUTURE_REF", "", std::nullopt};
        }
    }
    remember(meaning, *period);
    return written(meaning, *period);
}

void TimeResolver::remember(const TimeMeaning& meaning, const Period& period) {
    const bool compared = meaning.shape == Shape::counted && meaning.unit == TimeUnit::year && meaning.from_reference;
    if (compared) {
        return; // "up from 12 a year earlier": the text goes on to speak of what it spoke of
    }
    spoken_ = Spoken{period, sentence_};
    if (period.unit == TimeUnit::day) {
        spoken_day_ = spoken_;
    }
    // "the fiscal first quarter ... in the quarter ended Sept. 30": one quarter, which keeps its first name.
    const bool renamed = meaning.ended_month > 0 && spoken_quarter_;
    if (period.unit == TimeUnit::quarter && meaning.shape == Shape::named && meaning.year < 0 && !renamed) {
        spoken_quarter_ = spoken_;
    }
}

Day TimeResolver::spoken_day() const {
    return spoken_day_ && sentence_ - spoken_day_->sentence <= kDayLasts ? spoken_day_->period.index : published_;
}

std::optional<Period> TimeResolver::recent_quarter(int sentences) const {
    if (spoken_quarter_ && sentence_ - spoken_quarter_->sentence <= sentences) {
        return spoken_quarter_->period;
    }
    return std::nullopt;
}

std::optional<Period> TimeResolver::find(const TimeMeaning& meaning, Tense tense) const {
    std::optional<Period> found;
    switch (meaning.shape) {
    case Shape::named:
        found = named(meaning, tense);
        break;
    case Shape::related:
        found = related(meaning);
        if (found && found->unit == TimeUnit::weekend && meaning.relation == TimeRelation::this_one &&
            tense == Tense::past && days_of(*found).first > published_) {
            --found->index; // "she was away this weekend", written on a Wednesday
        }
        break;
    default:
        found = counted(meaning);
        break;
    }
    if (found && found->unit == TimeUnit::day) {
        found->index += meaning.then_days;
    }
    return found;
}

std::optional<std::int64_t> TimeResolver::year(const TimeMeaning& meaning) const {
    if (meaning.year >= 0) {
        return meaning.year;
    }
    if (!meaning.year_relative) {
        return std::nullopt;
    }
    const bool spoken = meaning.year_from_reference && spoken_;
    return (spoken ? year_of(spoken_->period) : civil_date(published_).year) + meaning.year_offset;
}

std::optional<Period> TimeResolver::named(const TimeMeaning& meaning, Tense tense) const {
    if (meaning.century >= 0) {
        return Period{TimeUnit::century, meaning.century};
    }
    if (meaning.decade >= 0) {
        const auto now = civil_date(published_).year / 10;
        const auto this_century = meaning.decade + now / 10 * 10;
        const bool full = meaning.decade >= 100;
        return Period{TimeUnit::decade,
                      full ? meaning.decade : (this_century > now ? this_century - 10 : this_century)};
    }
    if (meaning.month > 0 || (meaning.weekday > 0 && meaning.day > 0)) {
        return named_date(meaning, tense);
    }
    if (meaning.weekday > 0) {
        return named_weekday(meaning, tense);
    }
    if (meaning.holiday >= 0) {
        return named_holiday(meaning, tense);
    }
    if (meaning.season > 0) {
        return named_part(TimeUnit::season, meaning.season - 1, meaning, tense);
    }
    if (meaning.quarter > 0) {
        return named_part(TimeUnit::quarter, meaning.quarter - 1, meaning, tense);
    }
    if (meaning.half > 0) {
        return named_part(TimeUnit::half, meaning.half - 1, meaning, tense);
    }
    if (meaning.unit == TimeUnit::weekend) {
        auto weekend = period_of(TimeUnit::weekend, published_);
        weekend.index -= !is_ahead(tense) && days_of(weekend).first > published_ ? 1 : 0;
        return weekend;
    }
    if (const auto given = year(meaning)) {
        return Period{TimeUnit::year, *given};
    }
    return std::nullopt;
}

/// FACTS of news English: a weekday is the latest one not after the day of publication, unless the sentence looks
/// ahead.
Period TimeResolver::named_weekday(const TimeMeaning& meaning, Tense tense) const {
    const auto wanted = static_cast<Day>(meaning.weekday) - 1;
    if (meaning.week_offset) {
        const Period week{TimeUnit::week, period_of(TimeUnit::week, published_).index + *meaning.week_offset};
        return {TimeUnit::day, days_of(week).first + wanted};
    }
    const auto today = static_cast<Day>(weekday(published_));
    const auto back = (today - wanted + 7) % 7;
    const auto ahead = (wanted - today + 7) % 7;
    if (looks_back(meaning.relation)) {
        return {TimeUnit::day, published_ - (back == 0 ? 7 : back)};
    }
    if (looks_ahead(meaning.relation)) {
        return {TimeUnit::day, published_ + (ahead == 0 ? 7 : ahead)};
    }
    if (tense == Tense::nearest && meaning.relation == TimeRelation::none) {
        return {TimeUnit::day, 2 * back <= ahead ? published_ - back : published_ + ahead};
    }
    if (meaning.possessive && meaning.relation == TimeRelation::none) { // "Friday's vote": the nearest
        return {TimeUnit::day, is_ahead(tense) && ahead < back ? published_ + ahead : published_ - back};
    }
    const bool future = is_ahead(tense) || (meaning.relation == TimeRelation::this_one && tense == Tense::unknown);
    return {TimeUnit::day, future ? published_ + ahead : published_ - back};
}

std::optional<Period> TimeResolver::named_date(const TimeMeaning& meaning, Tense tense) const {
    const auto base = civil_date(published_);
    const auto month = meaning.month > 0 ? static_cast<unsigned>(meaning.month) : base.month;
    const auto on = [&](std::int64_t of_year) -> Period {
        if (meaning.day == 0) {
            return part_of_year(TimeUnit::month, of_year, meaning.month - 1);
        }
        const auto day = std::min(static_cast<unsigned>(meaning.day), days_in_month(of_year, month));
        return {TimeUnit::day, day_number({of_year, month, day})};
    };
    std::optional<Period> found;
    if (const auto given = year(meaning)) {
        if (*given < 1 || *given > kFarthestYear) {
            return std::nullopt;
        }
        found = on(*given);
    } else {
        const std::array<Period, 3> years{on(base.year - 1), on(base.year), on(base.year + 1)};
        found = choose(years, published_, meaning, tense, meaning.day > 0);
        if (meaning.weekday > 0 && meaning.day > 0) { // the weekday tells the year
            for (const auto& candidate : {years[1], years[0], years[2]}) {
                if (static_cast<int>(weekday(candidate.index)) + 1 == meaning.weekday) {
                    found = candidate;
                    break;
                }
            }
        }
    }
    return meaning.unit == TimeUnit::week ? period_of(TimeUnit::week, days_of(*found).first) : found;
}

Period TimeResolver::named_part(TimeUnit unit, int part, const TimeMeaning& meaning, Tense tense) const {
    if (const auto given = year(meaning)) {
        return part_of_year(unit, *given, part);
    }
    const auto now = civil_date(published_).year;
    if (meaning.ended_month > 0) {
        const bool over = static_cast<unsigned>(meaning.ended_month) <= civil_date(published_).month;
        return part_of_year(unit, over ? now : now - 1, part);
    }
    return choose({part_of_year(unit, now - 1, part), part_of_year(unit, now, part), part_of_year(unit, now + 1, part)},
                  published_, meaning, tense, false);
}

Period TimeResolver::named_holiday(const TimeMeaning& meaning, Tense tense) const {
    const auto on = [&](std::int64_t of_year) {
        return Period{TimeUnit::day, words_.holiday(static_cast<std::uint16_t>(meaning.holiday), of_year)};
    };
    if (const auto given = year(meaning); given && *given >= 1 && *given <= kFarthestYear) {
        return on(*given);
    }
    const auto now = civil_date(published_).year;
    return choose({on(now - 1), on(now), on(now + 1)}, published_, meaning, tense, true);
}

/// "the quarter", "the latest period", "the 1988 period": as long as what the text speaks of.
Period TimeResolver::related_quarter(const TimeMeaning& meaning) const {
    const auto spoken = recent_quarter(kQuarterLasts);
    const auto now = period_of(TimeUnit::quarter, published_);
    Period base{TimeUnit::quarter, now.index - 1};
    if (spoken && (meaning.relation != TimeRelation::latest || spoken->index < base.index)) {
        base = *spoken;
    }
    const auto given = year(meaning);
    if (!given) {
        return base;
    }
    return spoken ? Period{TimeUnit::quarter, 4 * *given + base.index % 4} : Period{TimeUnit::year, *given};
}

std::optional<Period> TimeResolver::related(const TimeMeaning& meaning) const {
    const auto now = period_of(meaning.unit, published_);
    switch (meaning.relation) {
    case TimeRelation::last:
    case TimeRelation::past:
        return Period{now.unit, now.index - 1};
    case TimeRelation::next:
    case TimeRelation::coming:
        return Period{now.unit, now.index + 1};
    case TimeRelation::this_one:
        return meaning.hour >= 0 ? Period{TimeUnit::day, spoken_day()} : now;
    case TimeRelation::latest:
        return meaning.unit == TimeUnit::quarter ? related_quarter(meaning) : Period{now.unit, now.index - 1};
    default:
        break;
    }
    if (meaning.unit == TimeUnit::quarter && meaning.relation == TimeRelation::same) {
        return related_quarter(meaning);
    }
    if (meaning.relation == TimeRelation::same && !meaning.from_reference) {
        return now;
    }
    const Day day =
        meaning.unit == TimeUnit::day ? spoken_day() : (spoken_ ? days_of(spoken_->period).first : published_);
    const auto base = period_of(meaning.unit, day);
    const int shift = looks_back(meaning.relation) ? -1 : (looks_ahead(meaning.relation) ? 1 : 0);
    return Period{base.unit, base.index + shift};
}

std::optional<Period> TimeResolver::counted(const TimeMeaning& meaning) const {
    auto unit = meaning.unit;
    auto count = meaning.count;
    if (std::abs(count) > kLargestCount) {
        return std::nullopt;
    }
    if (unit == TimeUnit::year) {
        const auto quarter = recent_quarter(meaning.hyphenated ? kQuarterLasts : 1);
        if (quarter && count == -1) {
            return Period{TimeUnit::quarter, quarter->index + 4 * count}; // "from $2 million a year earlier"
        }
    }
    switch (unit) {
    case TimeUnit::fortnight:
        unit = TimeUnit::week;
        count *= 2;
        break;
    case TimeUnit::millennium:
        unit = TimeUnit::century;
        count *= 10;
        break;
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
        count = unit == TimeUnit::hour ? count / 24 : 0;
        unit = TimeUnit::day;
        break;
    case TimeUnit::night:
        unit = TimeUnit::day;
        break;
    default:
        break;
    }
    Day base = published_;
    if (meaning.from_reference && !meaning.hyphenated) {
        const bool spoken = spoken_ && sentence_ - spoken_->sentence <= kDayLasts;
        base = unit == TimeUnit::day ? spoken_day() : (spoken ? days_of(spoken_->period).first : published_);
    }
    if (unit == TimeUnit::decade || unit == TimeUnit::century) { // "a decade ago" is ten years ago
        count *= unit == TimeUnit::decade ? 10 : 100;
        unit = TimeUnit::year;
    }
    const auto start = period_of(unit, base);
    return Period{start.unit, start.index + count};
}

ResolvedTime TimeResolver::written(const TimeMeaning& meaning, const Period& period) const {
    ResolvedTime resolved{timex_value(period), when(meaning, period), period};
    if (!meaning.part.empty()) {
        resolved.value += meaning.part;
    }
    if (meaning.hour >= 0 && period.unit == TimeUnit::day) {
        const auto hour = "T" + two_digits(meaning.hour);
        resolved.value += hour + (meaning.minute >= 0 ? ":" + two_digits(meaning.minute) : "");
        resolved.value += meaning.zone == "Z" ? "Z" : ""; // other zones stand in `when` alone
        if (meaning.minute >= 0) {
            resolved.when += hour + ":" + two_digits(meaning.minute) + meaning.zone;
        }
    }
    const bool within_day = meaning.shape == Shape::counted && meaning.unit < TimeUnit::night;
    if (within_day) {
        resolved.value = meaning.value.empty() ? resolved.value + "TXX" : meaning.value;
    }
    return resolved;
}

std::string TimeResolver::when(const TimeMeaning& meaning, const Period& period) const {
    const auto days = days_of(period);
    const bool around =
        meaning.side != 0 && days.first <= published_ && published_ <= days.last && days.first != days.last;
    if (around) { // "earlier this month", "later this week"
        const auto first = meaning.side < 0 ? days.first : published_;
        const auto last = meaning.side < 0 ? published_ : days.last;
        return first == last ? to_iso(first) : "[" + to_iso(first) + ".." + to_iso(last) + "]";
    }
    const bool night = meaning.side < 0 && meaning.part == "TNI"; // "overnight"
    const bool hours =
        meaning.shape == Shape::counted && meaning.unit < TimeUnit::night && meaning.count < 0; // "hours earlier"
    if (period.unit == TimeUnit::day && (night || hours)) {
        return "[" + to_iso(period.index - 1) + ".." + to_iso(period.index) + "]";
    }
    const bool own_year = period.unit == TimeUnit::quarter && meaning.ended_month > 0 &&
                          (meaning.ended_month % 3 != 0 || meaning.ended_month / 3 != meaning.quarter);
    if (own_year || (meaning.fiscal && period.unit != TimeUnit::year)) {
        return "";
    }
    const bool nearly_years = meaning.shape == Shape::counted && meaning.mod == "LESS_THAN" &&
                              !meaning.from_reference && meaning.unit == TimeUnit::year && meaning.count < 0 &&
                              meaning.count >= -kCloseYears;
    if (nearly_years) { // "nearly two years ago": the day is still to come this year
        const auto now = period_of(TimeUnit::month, published_);
        const Period first{TimeUnit::month, now.index + 12 * meaning.count};
        const Period last{TimeUnit::month, first.index + kNearlyMonths};
        return "[" + edtf_text(first) + "~.." + edtf_text(last) + "~]";
    }
    auto text = edtf_text(period);
    if (meaning.shape == Shape::counted && !meaning.mod.empty() && !text.starts_with('[') && meaning.mod != "START" &&
        meaning.mod != "END" && meaning.mod != "MID") {
        text += "~";
    }
    return text;
}

} // namespace demarche::extract
