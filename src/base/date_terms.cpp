#include "base/date_phrase.hpp"

namespace demarche {

namespace {

using Kind = DateTerm::Kind;

DateTerm term_of(Kind kind, const CivilDate& date) {
    DateTerm term;
    term.kind = kind;
    term.year = date.year;
    term.month = date.month;
    term.day = date.day;
    return term;
}

/// The span of an X point in terms of `kind`: one, or a range of two.
std::vector<DateTerm> spanning(Kind kind, const DayRange& range) {
    const DateTerm first = term_of(kind, civil_date(range.first));
    const DateTerm last = term_of(kind, civil_date(range.last));
    const bool same = first.year == last.year && (kind == Kind::year || first.month == last.month) &&
                      (kind != Kind::day || first.day == last.day);
    if (same) {
        return {first};
    }
    std::vector<DateTerm> both = {first, last};
    both.front().after = DateJoint::range;
    return both;
}

std::vector<DateTerm> unspecified_terms(const EdtfPoint& point) {
    const CivilDate first = civil_date(point.range.first);
    const CivilDate last = civil_date(point.range.last);
    const bool whole_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
    const bool whole_months = first.day == 1 && last.day == days_in_month(last.year, last.month);
    if (whole_years && first.year > 0 && first.year % 10 == 0 && last.year == first.year + 9) {
        return {term_of(Kind::decade, first)};
    }
    if (whole_years) {
        return spanning(Kind::year, point.range);
    }
    return spanning(whole_months ? Kind::month : Kind::day, point.range);
}

} // namespace

std::vector<DateTerm> date_terms(const EdtfPoint& point) {
    std::vector<DateTerm> terms;
    if (point.unspecified) {
        terms = unspecified_terms(point);
    } else {
        DateTerm term;
        switch (point.precision) {
        case EdtfPrecision::year:
            term.kind = Kind::year;
            break;
        case EdtfPrecision::season:
            term.kind = Kind::season;
            break;
        case EdtfPrecision::month:
            term.kind = Kind::month;
            break;
        case EdtfPrecision::day:
        case EdtfPrecision::time:
            break;
        }
        term.year = point.year;
        term.month = point.month;
        term.day = point.day;
        term.minute_of_day = point.minute_of_day;
        term.zone = point.zone;
        terms = {term};
    }
    for (DateTerm& term : terms) {
        term.about = point.approximate();
        term.doubtful = point.uncertain();
    }
    return terms;
}

} // namespace demarche
