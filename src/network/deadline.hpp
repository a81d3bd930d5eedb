#pragma once
/// The time that a layout may take. It can only end the work, never change what comes of it.

#include <chrono>

namespace demarche::network {

class Deadline {
public:
    /// From now on; at most a year.
    explicit Deadline(double seconds);

    /// Seconds; not below 0, and all of them at the very beginning.
    [[nodiscard]] double left() const;

    /// Throws Error(Exit::usage_or_system) with a diagnostic `network-timeout` where the time is up.
    void check() const;

private:
    double seconds_;
    std::chrono::steady_clock::time_point end_;
};

} // namespace demarche::network
