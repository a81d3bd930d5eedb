#pragma once
/// What a process takes, as the system counts it, and what a piece of work takes.

#include <functional>
#include <string>
#include <vector>

namespace demarche::bench {

struct Cost {
    double wall_ms = 0;
    double cpu_ms = 0;   ///< user and system, children waited for included
    double peak_mib = 0; ///< largest resident size
    int exit = 0;
};

/// Runs a program once, its output thrown away.
Cost run_once(const std::vector<std::string>& words);

/// The median of each figure by itself; the exit code of the last. REQUIRES: at least one.
Cost median(const std::vector<Cost>& costs);

/// Wall time of one of `runs` runs (at least one), the median.
double median_ms(int runs, const std::function<void()>& work);

} // namespace demarche::bench
