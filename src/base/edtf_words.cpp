#include "base/edtf_words.hpp"

#include "base/date_language.hpp"
#include "base/date_phrase.hpp"

#include <algorithm>

namespace demarche {

namespace {

/// Longer lists are printed by their first and last.
constexpr std::size_t kMostListed = 6;

/// The points of a set with what stands between them; of a long set only its ends.
std::vector<DateTerm> set_terms(const Edtf& date) {
    std::vector<DateTerm> terms;
    const std::vector<EdtfPoint>& points = date.points();
    const DateJoint last_joint = date.kind() == EdtfKind::one_of ? DateJoint::either : DateJoint::both;
    std::size_t elements = 0;
    std::size_t last_end = 0; // where the term before the last element stands
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!terms.empty()) {
            const bool in_range = date.begins_range(i - 1);
            terms.back().after = in_range ? DateJoint::range : DateJoint::comma;
            last_end = in_range ? last_end : terms.size() - 1;
            elements += in_range ? 0 : 1;
        }
        const std::vector<DateTerm> more = date_terms(points[i]);
        terms.insert(terms.end(), more.begin(), more.end());
    }
    if (elements > 0) {
        terms[last_end].after = last_joint;
    }
    return terms;
}

std::vector<DateTerm> joined(const EdtfPoint& first, const EdtfPoint& last) {
    std::vector<DateTerm> terms = date_terms(first);
    if (first != last) {
        terms.back().after = DateJoint::range;
        const std::vector<DateTerm> more = date_terms(last);
        terms.insert(terms.end(), more.begin(), more.end());
    }
    return terms;
}

const EdtfPoint& first_of(const Edtf& date) {
    const std::vector<EdtfPoint>& points = date.points();
    return *std::min_element(points.begin(), points.end(),
                             [](const EdtfPoint& a, const EdtfPoint& b) { return a.range.first < b.range.first; });
}

const EdtfPoint& last_of(const Edtf& date) {
    const std::vector<EdtfPoint>& points = date.points();
    return *std::max_element(points.begin(), points.end(),
                             [](const EdtfPoint& a, const EdtfPoint& b) { return a.range.last < b.range.last; });
}

/// REQUIRES: not both ends open.
std::vector<DateTerm> terms_of(const Edtf& date) {
    if (date.start() == EdtfEnd::open) {
        return {date_terms(last_of(date)).back()};
    }
    if (date.end() == EdtfEnd::open) {
        return {date_terms(first_of(date)).front()};
    }
    if (date.start() == EdtfEnd::unknown || date.end() == EdtfEnd::unknown) {
        return date_terms(date.points().front());
    }
    if (date.kind() == EdtfKind::interval) {
        return joined(date.points().front(), date.points().back());
    }
    return date.points().size() <= kMostListed ? set_terms(date) : joined(first_of(date), last_of(date));
}

/// What an end that is open makes of the other one.
const DatePreposition* preposition(const Edtf& date, const DateGrammar& grammar) {
    const bool some_one = date.kind() == EdtfKind::one_of;
    if (date.start() == EdtfEnd::open) {
        return some_one ? &grammar.by : &grammar.until;
    }
    if (date.end() == EdtfEnd::open) {
        return some_one ? &grammar.or_later : &grammar.from;
    }
    return nullptr;
}

/// `[..A,B..]`: "by A or B or later".
std::string open_on_both_sides(const Edtf& date, const DateLanguage& language) {
    const DateGrammar& grammar = language.grammar;
    const bool some_one = date.kind() == EdtfKind::one_of;
    const DatePhraseStyle before = {false, true, some_one ? &grammar.by : &grammar.until};
    const DatePhraseStyle after = {false, true, some_one ? &grammar.or_later : &grammar.from};
    return date_phrase({date_terms(date.points().front()).back()}, language, before) +
           std::string(some_one ? grammar.either : grammar.both) +
           date_phrase({date_terms(date.points().back()).front()}, language, after);
}

} // namespace

DatePrinter::DatePrinter(const std::string& locale, bool long_month)
    : language_(std::make_shared<const DateLanguage>(date_language(locale, long_month))) {}

std::string in_words(const Edtf& date, const DateWords& words) {
    return DatePrinter(words.locale, words.long_month).words(date, words.weekday, words.year);
}

std::string length_in_words(Day first, Day last, const std::string& locale) {
    return DatePrinter(locale).length(first, last);
}

std::string DatePrinter::words(const Edtf& date, bool weekday, bool year) const {
    if (date.empty()) {
        return "";
    }
    const DateLanguage& language = *language_;
    if (date.start() == EdtfEnd::open && date.end() == EdtfEnd::open) {
        return open_on_both_sides(date, language);
    }
    const bool whole = date.start() == EdtfEnd::known && date.end() == EdtfEnd::known;
    const DatePhraseStyle style = {weekday && whole, year, preposition(date, language.grammar)};
    const std::string text = date_phrase(terms_of(date), language, style);
    if (date.start() == EdtfEnd::unknown) {
        return std::string(language.grammar.get().question) + " – " + text;
    }
    return date.end() == EdtfEnd::unknown ? text + " – " + std::string(language.grammar.get().question) : text;
}

std::string DatePrinter::words(const CivilDate& date, EdtfPrecision precision, bool weekday, bool year) const {
    EdtfPoint point;
    point.precision = precision == EdtfPrecision::time ? EdtfPrecision::day : precision;
    point.year = date.year;
    point.month = date.month;
    point.day = date.day;
    return date_phrase(date_terms(point), *language_, {weekday, year, nullptr});
}

std::string DatePrinter::length(Day first, Day last) const {
    const DateLanguage& language = *language_;
    const CivilDate from = civil_date(std::min(first, last));
    const CivilDate to = civil_date(std::max(first, last) + 1);
    long long months = (to.year - from.year) * 12 + to.month - from.month;
    // A month is over on the day of its number, or on the last of a shorter month.
    const auto after = [&from](long long count) {
        const long long index = from.month - 1 + count;
        const std::int64_t year = from.year + index / 12;
        const auto month = static_cast<unsigned>(index % 12 + 1);
        return day_number({year, month, std::min(from.day, days_in_month(year, month))});
    };
    months -= day_number(to) < after(months) ? 1 : 0;
    long long days = day_number(to) - after(months);
    if (to.day == 1 && from.day != 1) {
        // Up to the end of a month its whole months are counted, then the days before them: "30 Jan to 28 Feb" is
        // longer than "31 Jan to 28 Feb".
        const bool december = from.month == 12;
        const CivilDate whole{from.year + (december ? 1 : 0), december ? 1U : from.month + 1, 1U};
        months = (to.year - whole.year) * 12 + to.month - whole.month;
        days = day_number(whole) - day_number(from);
    }
    const DateGrammar& grammar = language.grammar;
    std::string text;
    const auto add = [&](const UnitWords& unit, long long count) {
        if (count > 0) {
            text += (text.empty() ? std::string() : std::string(grammar.unit_gap)) + counted(language, unit, count);
        }
    };
    add(grammar.years, months / 12);
    add(grammar.months, months % 12);
    if (months < 12) {
        add(grammar.days, days);
    }
    return text;
}

} // namespace demarche
