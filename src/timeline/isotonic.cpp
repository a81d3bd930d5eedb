#include "timeline/isotonic.hpp"

#include <algorithm>
#include <cstddef>

namespace demarche::timeline {

namespace {

/// Neighbours that the constraints have pushed together: they share one z, the mean of what they want.
struct Pool {
    double sum = 0;
    std::size_t count = 0;

    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
};

} // namespace

std::vector<double>
place_isotonic(const std::vector<double>& wanted, const std::vector<double>& distance, double lowest) {
    std::vector<Pool> pools;
    std::vector<double> offset(wanted.size(), 0);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        offset[i] = i == 0 ? 0 : offset[i - 1] + distance[i - 1];
        pools.push_back({wanted[i] - offset[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> placed;
    placed.reserve(wanted.size());
    for (const Pool& pool : pools) {
        for (std::size_t k = 0; k < pool.count; ++k) {
            placed.push_back(std::max(pool.mean(), lowest) + offset[placed.size()]);
        }
    }
    return placed;
}

} // namespace demarche::timeline
