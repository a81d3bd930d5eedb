#pragma once
/// When a burst of changes is over.

#include <algorithm>
#include <chrono>
#include <optional>

namespace demarche::cli {

/// Saving all, checking out a branch, an editor that writes, renames and deletes: many changes, one drawing. All times
/// are given by the caller.
class Settling {
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    static constexpr std::chrono::milliseconds kQuiet{15};   ///< so long nothing more has changed
    static constexpr std::chrono::milliseconds kMost{150};   ///< a burst that does not end is drawn in between
    static constexpr std::chrono::milliseconds kAbsent{300}; ///< a file that is gone may be on its way back

    void note(Time now) {
        first_ = first_.value_or(now);
        last_ = now;
    }

    [[nodiscard]] bool waiting() const { return first_.has_value(); }

    /// When to draw. `absent`: a file that is needed is not there. REQUIRES: waiting()
    [[nodiscard]] Time due(bool absent) const {
        return absent ? *first_ + kAbsent : std::min(last_ + kQuiet, *first_ + kMost);
    }

    /// Of the burst that is over; the next change begins another one. REQUIRES: waiting()
    Time settle() {
        const Time first = *first_;
        first_.reset();
        return first;
    }

private:
    std::optional<Time> first_;
    Time last_;
};

} // namespace demarche::cli
