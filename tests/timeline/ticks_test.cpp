/// The words of the scale, whatever the year.

#include "support/fixed_measurer.hpp"
#include "timeline/rows.hpp"
#include "timeline/ticks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> tick_words(const CivilDate& first, const CivilDate& last, double points_per_day) {
    const TimeScale scale(day_number(first), day_number(last), points_per_day, {}, kFoldHeight);
    std::vector<std::string> words;
    for (const Tick& tick : make_ticks(scale, "en", style(), tests::FixedMeasurer())) {
        words.push_back(tick.words.text);
    }
    return words;
}

TEST(Ticks, AreDatesOfAnyYear) {
    EXPECT_THAT(tick_words({-43, 3, 14}, {-43, 3, 16}, 60), ElementsAre("14 Mar 44 BC", "15 Mar", "16 Mar"));
    EXPECT_THAT(tick_words({-1, 12, 30}, {1, 1, 2}, 0.2), ElementsAre("1 BC", "1"));
    EXPECT_THAT(tick_words({12000, 1, 1}, {12000, 3, 1}, 2), ElementsAre("Jan 12000", "Feb 12000", "Mar 12000"));
    EXPECT_THAT(tick_words({2025, 1, 30}, {2025, 2, 2}, 60), ElementsAre("30 Jan 2025", "31 Jan", "1 Feb", "2 Feb"));
}

} // namespace
} // namespace demarche::timeline
