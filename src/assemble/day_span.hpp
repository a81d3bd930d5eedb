#pragma once
/// The days on which something can have happened, and dates joined: a week and a day in it give the day.

#include "base/calendar.hpp"
#include "base/edtf.hpp"

#include <limits>
#include <optional>
#include <vector>

namespace demarche::assemble {

/// First and last day, both included; open ends are the least and greatest day there is.
struct DaySpan {
    static constexpr Day kBegin = std::numeric_limits<Day>::min();
    static constexpr Day kEnd = std::numeric_limits<Day>::max();

    Day first = kBegin;
    Day last = kEnd;

    [[nodiscard]] bool is_day() const { return first == last; }

    [[nodiscard]] bool bounded() const { return first != kBegin && last != kEnd; }

    /// Days between the ends; REQUIRES: bounded().
    [[nodiscard]] Day length() const { return last - first; }

    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// The days two spans share.
std::optional<DaySpan> shared(const DaySpan& a, const DaySpan& b);

/// The days an expression can mean. "About" widens it: a year by half of one, a season or month by two months, a day
/// by three days.
DaySpan span_of(const Edtf& when);

/// `2025-02-18`, `[2025-02-10..2025-02-16]`, `[..2025-02-18]`, `[2025-02-18..]`; empty where both ends are open.
/// REQUIRES: first <= last.
Edtf one_day_of(const DaySpan& span);

/// What all of these dates say together: the narrowest as it is written where it lies within all others (one that
/// lasted stays as it is where a day of it is named beside), else one day of those that all share. Empty for no dates.
/// REQUIRES: their spans share a day.
Edtf joined(const std::vector<Edtf>& dates);

} // namespace demarche::assemble
