#pragma once
/// Expressions of time in running text, as TIMEX3 and as EDTF.

#include "base/calendar.hpp"
#include "base/edtf.hpp"
#include "extract/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::extract {

enum class TimexKind { date, time, duration, set };

/// One expression of time. `value` is TIMEX3's ("2025-02-18", "2025-W07", "2022-FA", "P2D", "PRESENT_REF",
/// "2025-02-18TEV"); `when` is what the model keeps: `[2025-02-10..2025-02-16]` for "last week" as the day of an
/// event, empty for durations, sets and vague references.
struct Timex {
    Span span;
    TimexKind kind = TimexKind::date;
    std::string value;
    std::string mod; ///< TIMEX3's: "APPROX", "START", "MORE_THAN", ...; empty: none
    Edtf when;
    bool future_cue = false; ///< the sentence marks it as to come ("due", "will meet on")
    /// Of an expression that begins a range, whose end is the next expression: `A/B` for "from Monday to Friday",
    /// "Feb. 10-16"; `[A..B]` for "between 2014 and 2016". Empty: it begins none.
    Edtf range;
};

class TimeWords;

/// Every expression of the document, in the order of the text, not overlapping. `published` is the day of
/// publication. Linear in the text. Never looks at the clock.
std::vector<Timex> find_times(const Document& document, Day published);
/// The same with the user's own words of time.
std::vector<Timex> find_times(const Document& document, Day published, const TimeWords& words);

} // namespace demarche::extract
