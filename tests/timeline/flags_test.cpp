#include "support/random.hpp"
#include "timeline/flags.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

constexpr double kWhite = 5;

/// Leaders under a label of a row that is not above theirs, and labels of one row that touch.
std::size_t faults_of(const std::vector<FlagWish>& wishes, const std::vector<Flag>& flags, double right, double white) {
    std::size_t faults = 0;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const double end = flags[i].left + wishes[i].width;
        faults += end > right + 0.01 || flags[i].left > wishes[i].mark + 0.01 || end < wishes[i].mark - 0.01 ? 1 : 0;
        for (std::size_t k = 0; k < flags.size(); ++k) {
            if (k == i || flags[k].above != flags[i].above) {
                continue;
            }
            const bool over = wishes[k].mark > flags[i].left && wishes[k].mark < end;
            faults += over && flags[k].row >= flags[i].row ? 1 : 0;
            const bool beside = flags[k].left < end + white - 0.01 && flags[i].left < flags[k].left;
            faults += beside && flags[k].row == flags[i].row ? 1 : 0;
        }
    }
    return faults;
}

struct Case {
    const char* name;
    std::vector<FlagWish> wishes;
    std::vector<std::pair<bool, std::size_t>> expected; ///< above, row
};

const Case kCases[] = {
    {"one goes where its marks are", {{10, 50, false}}, {{false, 0}}},
    {"far apart: all stand next to the lanes", {{10, 50, true}, {80, 50, true}}, {{true, 0}, {true, 0}}},
    {"two close ones take a side each", {{10, 50, true}, {30, 50, true}}, {{false, 0}, {true, 0}}},
    {"of three the first stands above the last",
     {{10, 50, true}, {25, 50, true}, {40, 50, true}},
     {{true, 1}, {false, 0}, {true, 0}}},
    {"a long one stands above all under it, a short one does not",
     {{10, 150, true}, {40, 20, true}, {70, 20, false}, {100, 20, true}, {130, 20, false}},
     {{true, 1}, {true, 0}, {false, 0}, {true, 0}, {false, 0}}},
};

TEST(Flags, StandInTheLowestRowThatIsFree) {
    for (const Case& one : kCases) {
        SCOPED_TRACE(one.name);
        const auto flags = place_flags(one.wishes, 500, kWhite);
        ASSERT_TRUE(flags);
        for (std::size_t i = 0; i < flags->size(); ++i) {
            EXPECT_EQ((*flags)[i].above, one.expected[i].first) << i;
            EXPECT_EQ((*flags)[i].row, one.expected[i].second) << i;
            EXPECT_EQ((*flags)[i].left, one.wishes[i].mark);
        }
    }
}

TEST(Flags, AtTheRightEndStandFurtherLeftAndOverNoEarlierMarkOfTheirSide) {
    const std::vector<FlagWish> wishes{{60, 60, true}, {90, 60, true}};
    const auto flags = place_flags(wishes, 120, kWhite);
    ASSERT_TRUE(flags);
    EXPECT_EQ((*flags)[1].left, 60);
    EXPECT_NE((*flags)[0].above, (*flags)[1].above);
    EXPECT_FALSE(place_flags({{60, 60, true}, {75, 60, true}, {90, 60, true}}, 120, kWhite))
        << "three labels cannot end at one place on two sides";
}

TEST(Flags, OfRandomWishesStrikeAndTouchNothing) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        support::Random random(seed);
        std::vector<FlagWish> wishes;
        double mark = 10;
        for (std::uint64_t i = 0; i < 5 + seed % 60; ++i) {
            mark += 12 + static_cast<double>(random.below(40));
            wishes.push_back({mark, 20 + static_cast<double>(random.below(150)), random.below(2) == 0});
        }
        for (const double spare : {200.0, 60.0}) {
            const auto flags = place_flags(wishes, mark + spare, kWhite);
            if (flags) {
                EXPECT_EQ(faults_of(wishes, *flags, mark + spare, kWhite), 0U) << "seed " << seed;
            } else {
                EXPECT_LT(spare, 200) << "where every label fits to the right there is always a way";
            }
        }
    }
}

} // namespace
} // namespace demarche::timeline
