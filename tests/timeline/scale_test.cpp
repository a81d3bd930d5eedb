#include "timeline/rows.hpp"
#include "timeline/scale.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

std::vector<RowHeight> heights(std::size_t count) {
    return std::vector<RowHeight>(count, {10, 20});
}

std::vector<RowInput> daily(int count) {
    std::vector<RowInput> rows;
    for (int i = 0; i < count; ++i) {
        rows.push_back(on("2025-01-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1)));
    }
    return rows;
}

TEST(TimeScales, AreLinearBetweenFoldsAndMonotone) {
    const Day start = day("2025-01-01");
    const TimeScale scale(start, start + 99, 2, {{0, start + 10, start + 59}}, 18);
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start)), 0);
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start + 10)), 20);
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start + 35)), 29); // half of the fold
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start + 60)), 38);
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start + 61)), 40);
    EXPECT_DOUBLE_EQ(scale.length(), 38 + 80);
    EXPECT_DOUBLE_EQ(scale.at(static_cast<double>(start - 5)), 0);
    for (Day d = start; d < start + 100; ++d) {
        EXPECT_LT(scale.at(static_cast<double>(d)), scale.at(static_cast<double>(d + 1)));
    }
}

TEST(TimeScales, ChooseTheFirstStepAtWhichLabelsFit) {
    // Rows of 30 points, one a day: 20 points a day push labels away, 50 do not.
    const auto choice = choose_scale(daily(10), heights(10));
    ASSERT_TRUE(choice);
    EXPECT_DOUBLE_EQ(choice->points_per_day, 50);
    EXPECT_DOUBLE_EQ(choice->most_displacement, 0);
    EXPECT_TRUE(labels_fit(*choice));
    EXPECT_FALSE(choose_scale({on("2025-01-01"), on("2025-01-01")}, heights(2)));
    EXPECT_FALSE(choose_scale({undated()}, heights(1)));
}

/// One more event among many seldom rescales the chart.
TEST(TimeScales, AreQuantised) {
    std::vector<RowInput> rows = daily(20);
    const auto before = choose_scale(rows, heights(rows.size()));
    rows.push_back(on("2025-01-23"));
    const auto after = choose_scale(rows, heights(rows.size()));
    EXPECT_EQ(before->points_per_day, after->points_per_day);
}

TEST(IdealDays, KeepTheOrderOfRows) {
    const double first = static_cast<double>(day("2025-02-10"));
    const std::vector<RowInput> rows{on("2025-02-12"), between("2025-02-10", "2025-02-16"), undated(),
                                     between("2025-02-10", "2025-02-16"), undated()};
    const std::vector<double> days = ideal_days(rows);
    ASSERT_EQ(days.size(), 4U); // the last row is after all dated ones
    EXPECT_DOUBLE_EQ(days[0], first + 2.5);
    EXPECT_DOUBLE_EQ(days[1], first + 3.5); // the middle of its week
    EXPECT_DOUBLE_EQ(days[2], days[1]);
    EXPECT_DOUBLE_EQ(days[3], days[1]);
}

TEST(Modes, FollowTheRule) {
    struct Case {
        const char* what;
        std::vector<RowInput> rows;
        Mode mode;
    };

    std::vector<RowInput> crowded;
    for (const char* date : {"2025-02-10", "2025-02-10", "2025-02-10", "2025-02-10", "2025-02-11", "2025-02-11",
                             "2025-02-11", "2025-02-11", "2025-02-12", "2025-02-12"}) {
        crowded.push_back(on(date));
    }
    std::vector<RowInput> vague;
    for (const char* year : {"2010", "2011", "2013", "2014", "2018", "2019"}) {
        vague.push_back(between(std::string(year) + "-01-01", std::string(year) + "-12-31"));
    }
    for (const Case& c : {
             Case{"one a day", daily(10), Mode::time},
             Case{"many a day", crowded, Mode::days},
             Case{"known by the year", vague, Mode::rows},
             Case{"a single row", {on("2025-01-01")}, Mode::rows},
             Case{"no dates", {undated(), undated()}, Mode::rows},
             Case{"nothing", {}, Mode::rows},
         }) {
        EXPECT_EQ(choose_mode(input_of(c.rows, Mode::automatic), heights(c.rows.size()), false), c.mode) << c.what;
    }
    EXPECT_NE(choose_mode(input_of(daily(10), Mode::automatic), heights(10), true), Mode::time);
    EXPECT_EQ(choose_mode(input_of(crowded, Mode::time), heights(10), false), Mode::time);
}

/// A chart near the border keeps the kind that it had.
TEST(Modes, AreKeptWhereTheyAreNearlyAsGood) {
    // Three of seven rows known to the day: too few for days, unless it was days before.
    std::vector<RowInput> rows{on("2025-02-10"), on("2025-02-11"), on("2025-02-12")};
    for (int i = 0; i < 4; ++i) {
        rows.push_back(between("2025-02-12", "2025-02-28"));
    }
    Input input = input_of(rows, Mode::automatic);
    EXPECT_EQ(choose_mode(input, heights(rows.size()), false), Mode::rows);
    input.previous = Mode::days;
    EXPECT_EQ(choose_mode(input, heights(rows.size()), false), Mode::days);
}

/// Four events are too few for a scale and five enough, unless the chart was of that kind, or of another, before.
TEST(Modes, OfOthersAreTakenOnlyWhereTheyAreClearlyBetter) {
    const auto mode_of = [](std::size_t count, std::optional<Mode> previous) {
        std::vector<RowInput> rows;
        for (std::size_t i = 0; i < count; ++i) {
            rows.push_back(on("20" + std::to_string(10 + i) + "-02-10"));
        }
        Input input = input_of(rows, Mode::automatic);
        input.previous = previous;
        return choose_mode(input, heights(count), false);
    };
    EXPECT_EQ(mode_of(4, {}), Mode::rows);
    EXPECT_EQ(mode_of(4, Mode::time), Mode::time);
    EXPECT_EQ(mode_of(5, {}), Mode::time);
    EXPECT_EQ(mode_of(5, Mode::rows), Mode::rows);
    EXPECT_EQ(mode_of(9, Mode::rows), Mode::time);
}

} // namespace
} // namespace demarche::timeline
