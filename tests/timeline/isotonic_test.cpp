#include "support/random.hpp"
#include "timeline/isotonic.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

using ::testing::DoubleNear;
using ::testing::Pointwise;

TEST(Isotonic, TableOfPlacings) {
    struct Case {
        std::vector<double> wanted, distance, placed;
        double lowest = -1000;
    };

    const std::vector<Case> cases{
        {{}, {}, {}},
        {{5}, {}, {5}},
        {{0, 20, 40}, {10, 10}, {0, 20, 40}},      // far enough apart: untouched
        {{10, 10}, {10}, {5, 15}},                 // two at one place move apart evenly
        {{10, 10, 10}, {10, 10}, {0, 10, 20}},     // three: the middle one stays
        {{10, 10}, {10}, {12, 22}, 12},            // the bound pushes the pool down
        {{30, 0}, {10}, {10, 20}},                 // order is kept even against the wishes
        {{0, 9, 100}, {10, 10}, {-0.5, 9.5, 100}}, // what is far stays out of it
        {{0, 1, 2, 30}, {10, 10, 10}, {-9, 1, 11, 30}},
    };
    for (const Case& c : cases) {
        EXPECT_THAT(place_isotonic(c.wanted, c.distance, c.lowest), Pointwise(DoubleNear(1e-9), c.placed));
    }
}

double cost(const std::vector<double>& wanted, const std::vector<double>& placed) {
    double sum = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        sum += (wanted[i] - placed[i]) * (wanted[i] - placed[i]);
    }
    return sum;
}

/// Optimal: no allowed shift of a run of labels makes it cheaper, which for this convex problem is enough.
TEST(Isotonic, NoRunCanMoveAndGain) {
    support::Random random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> wanted;
        std::vector<double> distance;
        const std::size_t count = 1 + random.below(12);
        for (std::size_t i = 0; i < count; ++i) {
            wanted.push_back(static_cast<double>(random.below(200)));
            if (i > 0) {
                distance.push_back(1 + static_cast<double>(random.below(30)));
            }
        }
        const std::vector<double> placed = place_isotonic(wanted, distance, -1e9);
        for (std::size_t i = 1; i < count; ++i) {
            ASSERT_GE(placed[i] - placed[i - 1], distance[i - 1] - 1e-9);
        }
        for (std::size_t begin = 0; begin < count; ++begin) {
            for (std::size_t end = begin + 1; end <= count; ++end) {
                for (const double step : {-0.01, 0.01}) {
                    std::vector<double> moved = placed;
                    for (std::size_t i = begin; i < end; ++i) {
                        moved[i] += step;
                    }
                    const bool allowed = (begin == 0 || moved[begin] - moved[begin - 1] >= distance[begin - 1]) &&
                                         (end == count || moved[end] - moved[end - 1] >= distance[end - 1]);
                    if (allowed) {
                        ASSERT_GE(cost(wanted, moved), cost(wanted, placed) - 1e-9);
                    }
                }
            }
        }
    }
}

} // namespace
} // namespace demarche::timeline
