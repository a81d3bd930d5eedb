#include "timeline/axis.hpp"
#include "timeline/rows.hpp"

#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

const AxisRoom kRoom{50, 650, 15, 45, 25};

TEST(Axes, OfRowsHaveEvenSteps) {
    const auto axis =
        step_axis({on("2025-01-01"), on("2025-01-02"), on("2025-01-09"), on("2025-01-10")}, Mode::rows, kRoom);
    ASSERT_TRUE(axis);
    EXPECT_EQ(axis->marks, (std::vector<double>{50, 250, 450, 650}));
    EXPECT_TRUE(axis->midnights.empty());
}

TEST(Axes, OfDaysHaveMidnightsBetweenTheMarksOfTwoDays) {
    const auto axis = step_axis({on("2025-01-01"), on("2025-01-01"), on("2025-01-03")}, Mode::days, kRoom);
    ASSERT_TRUE(axis);
    ASSERT_EQ(axis->midnights.size(), 2U);
    EXPECT_GT(axis->midnights[0], axis->marks[1]);
    EXPECT_LT(axis->midnights[1], axis->marks[2]);
    EXPECT_GT(axis->marks[2] - axis->marks[1], axis->marks[1] - axis->marks[0]);
}

TEST(Axes, KeepRoomForTheWordsOfFoldsAndBeforeEventsWithoutADate) {
    for (const Mode mode : {Mode::days, Mode::rows}) {
        const auto axis =
            step_axis({on("2021-12-31"), on("2022-01-01"), on("2025-01-01"), on("2025-01-02"), undated()}, mode, kRoom);
        ASSERT_TRUE(axis);
        ASSERT_EQ(axis->folds.size(), 1U);
        EXPECT_GE(axis->folds[0].middle - axis->marks[1], (kRoom.fold + kRoom.pitch) / 2 - 0.01);
        EXPECT_GE(axis->marks[2] - axis->folds[0].middle, (kRoom.fold + kRoom.pitch) / 2 - 0.01);
        EXPECT_GE(axis->marks[4] - axis->marks[3], kRoom.pitch + kRoom.undated - 0.01);
    }
}

TEST(Axes, ToScaleKeepDistancesInProportion) {
    const std::vector<RowInput> rows{on("2025-01-01"), on("2025-01-04"), on("2025-01-10")};
    const auto axis = time_axis(rows, 20, kRoom);
    ASSERT_TRUE(axis && axis->scale);
    EXPECT_NEAR(axis->marks[1] - axis->marks[0], 60, 0.01);
    EXPECT_NEAR(axis->marks[2] - axis->marks[1], 120, 0.01);
}

TEST(Axes, ToScaleMoveMarksApartAsLittleAsTheyCan) {
    const std::vector<RowInput> rows{on("2025-01-01"), on("2025-01-10"), on("2025-01-10"), on("2025-01-20")};
    const auto axis = time_axis(rows, 10, kRoom);
    ASSERT_TRUE(axis);
    EXPECT_NEAR(axis->marks[2] - axis->marks[1], kRoom.pitch, 0.01);
    EXPECT_NEAR((axis->marks[1] + axis->marks[2]) / 2, axis->marks[0] + 90, 0.01);
    EXPECT_NEAR(axis->marks[3], axis->marks[0] + 190, 0.01);
}

TEST(Axes, StayWithinTheRoomOrAreNone) {
    std::vector<RowInput> rows;
    for (int i = 0; i < 41; ++i) {
        rows.push_back(on("2025-01-01"));
    }
    EXPECT_TRUE(step_axis(rows, Mode::rows, kRoom)) << "41 marks, 40 steps of 15 points";
    const auto axis = time_axis(rows, 1, kRoom);
    ASSERT_TRUE(axis);
    EXPECT_GE(axis->marks.front(), kRoom.left - 0.01);
    EXPECT_LE(axis->marks.back(), kRoom.right + 0.01);
    rows.push_back(on("2025-01-01"));
    EXPECT_FALSE(step_axis(rows, Mode::rows, kRoom));
    EXPECT_FALSE(time_axis(rows, 1, kRoom));
    const std::vector<RowInput> near{on("2025-01-01"), on("2025-01-03"), on("2025-01-05")};
    EXPECT_TRUE(time_axis(near, 100, kRoom));
    EXPECT_FALSE(time_axis(near, 200, kRoom)) << "five days of 200 points, the two empty ones folded";
}

TEST(Axes, TheLongestScaleIsAStepThatStillFits) {
    const std::vector<RowInput> rows{on("2025-01-01"), on("2025-01-02"), on("2025-01-03"), on("2025-01-10")};
    EXPECT_EQ(longest_scale(rows, 105, kRoom), 10);
    EXPECT_EQ(longest_scale(rows, 99, kRoom), 8);
    EXPECT_FALSE(longest_scale({on("2025-01-01"), on("2025-01-01")}, 600, kRoom));
    EXPECT_FALSE(longest_scale({undated()}, 600, kRoom));
}

} // namespace
} // namespace demarche::timeline
