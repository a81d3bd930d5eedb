#pragma once
/// A date as a row of terms with words between them: what edtf_words.cpp makes of an expression.

#include "base/date_language.hpp"
#include "base/edtf.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// What stands between a term and the next.
enum class DateJoint { none, range, comma, either, both };

struct DateTerm {
    enum class Kind { day, month, season, year, decade };

    Kind kind = Kind::day;
    std::int64_t year = 0;
    unsigned month = 0; ///< 1 to 12; a season's number
    unsigned day = 0;
    std::optional<int> minute_of_day;
    std::string zone;
    bool about = false;
    bool doubtful = false;
    DateJoint after = DateJoint::none;
};

/// One term, or two with a range between them (for X digits that are no decade).
std::vector<DateTerm> date_terms(const EdtfPoint& point);

struct DatePhraseStyle {
    bool weekday = false;
    bool year = true;
    const DatePreposition* preposition = nullptr; ///< of one term; nullptr: none
};

/// The terms as one phrase that says nothing twice: "28 Feb–2 Mar 2025". REQUIRES: at least one term.
std::string date_phrase(const std::vector<DateTerm>& terms, const DateLanguage& language, const DatePhraseStyle& style);

} // namespace demarche
