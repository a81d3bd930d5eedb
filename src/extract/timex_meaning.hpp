#pragma once
/// What an expression of time says, before it is known which day that is.

#include "extract/timex.hpp"
#include "extract/timex_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace demarche::extract {

/// How an expression points from where it stands. `same`, `previous`, `following` count from the time spoken of, the
/// others from the day of publication.
enum class TimeRelation : std::uint8_t { none, last, next, this_one, past, coming, latest, same, previous, following };

struct TimeMeaning {
    enum class Shape : std::uint8_t {
        named,   ///< a name of the calendar, its missing parts to be filled in: "Feb. 10", "Tuesday", "third quarter",
                 ///< "1990s"
        related, ///< relation + unit: "last week", "the following year"
        counted, ///< count units from the day of publication or the time spoken of: "two days later"
        ready,   ///< `value` says all: durations, sets, vague references
    };

    Shape shape = Shape::named;
    TimexKind kind = TimexKind::date;
    std::string value; ///< of `ready`
    std::string mod;

    // Of `named`; 0 or -1: not said.
    std::int64_t year = -1;
    int year_offset = 0; ///< with year_relation: "July last year" is -1
    bool year_relative = false;
    bool year_from_reference = false;
    int month = 0;
    int day = 0;
    int weekday = 0;
    int season = 0;      ///< 1 spring to 4 winter
    int quarter = 0;     ///< 1 to 4
    bool fiscal = false; ///< by a year that nobody can know: it has a name but no days
    int ended_month = 0; ///< "fourth quarter ended Sept. 30"
    int half = 0;
    int holiday = -1;
    std::int64_t decade = -1;       ///< 199: the 1990s; 90 to 99 with two digits only
    std::int64_t century = -1;      ///< 19: the 20th century
    std::optional<int> week_offset; ///< "Tuesday of last week"

    TimeRelation relation = TimeRelation::none;
    TimeUnit unit = TimeUnit::day;
    std::int64_t count = 0;
    bool from_reference = false; ///< counted from the time spoken of, not from publication
    int then_days = 0;           ///< further days after all that: "the day before yesterday"

    std::string part; ///< "TMO", ...
    int hour = -1;
    int minute = -1; ///< -1 with an hour: the hour alone
    std::string zone;
    int side = 0;            ///< -1: "earlier this week"; 1: "later this week"
    bool hyphenated = false; ///< "third-quarter": an adjective
    bool possessive = false; ///< "Friday's vote"
};

/// A stretch of items that is an expression of time. Half open.
struct TimeFinding {
    std::size_t begin = 0;
    std::size_t end = 0;
    TimeMeaning meaning;
};

} // namespace demarche::extract
