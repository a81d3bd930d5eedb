#include "base/calendar.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Calendar, KnownDays) {
    const struct {
        CivilDate date;
        Day day;
        Weekday weekday;
    } kTable[] = {
        {{1970, 1, 1}, 0, Weekday::thursday},       {{1969, 12, 31}, -1, Weekday::wednesday},
        {{2000, 2, 29}, 11016, Weekday::tuesday},   {{2000, 3, 1}, 11017, Weekday::wednesday},
        {{1900, 3, 1}, -25508, Weekday::thursday},  {{2025, 2, 18}, 20137, Weekday::tuesday},
        {{2022, 2, 24}, 19047, Weekday::thursday},  {{1978, 9, 5}, 3169, Weekday::tuesday},
        {{0, 3, 1}, -719468, Weekday::wednesday},   {{0, 2, 29}, -719469, Weekday::tuesday},
        {{-1, 12, 31}, -719529, Weekday::friday},   {{-400, 3, 1}, -865565, Weekday::wednesday},
        {{9999, 12, 31}, 2932896, Weekday::friday},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(day_number(row.date), row.day) << to_iso(row.day);
        EXPECT_EQ(civil_date(row.day), row.date) << to_iso(row.day);
        EXPECT_EQ(weekday(row.day), row.weekday) << to_iso(row.day);
    }
}

TEST(Calendar, EveryDayOfNineCenturiesFollowsTheOneBefore) {
    CivilDate date{-101, 1, 1};
    for (Day day = day_number(date); date.year < 800; ++day) {
        ASSERT_EQ(civil_date(day), date) << to_iso(day);
        ASSERT_EQ(day_number(date), day) << to_iso(day);
        ASSERT_EQ((static_cast<int>(weekday(day)) + 1) % 7, static_cast<int>(weekday(day + 1)));
        if (++date.day > days_in_month(date.year, date.month)) {
            date.day = 1;
            if (++date.month > 12) {
                date.month = 1;
                ++date.year;
            }
        }
    }
}

TEST(Calendar, YearsOfTwelveDigits) {
    for (const std::int64_t year : {999'999'999'999, -999'999'999'999, 170'000'000'002, -170'000'000'002}) {
        const CivilDate date{year, 12, 31};
        EXPECT_EQ(civil_date(day_number(date)), date);
    }
}

TEST(Calendar, LeapYears) {
    const struct {
        std::int64_t year;
        bool leap;
    } kTable[] = {{2000, true}, {1900, false}, {2024, true},  {2025, false}, {0, true},
                  {-1, false},  {-4, true},    {-100, false}, {-400, true}};

    for (const auto& row : kTable) {
        EXPECT_EQ(is_leap_year(row.year), row.leap) << row.year;
        EXPECT_EQ(days_in_month(row.year, 2), row.leap ? 29U : 28U) << row.year;
    }
}

TEST(Calendar, ParsesWholeDaysOnly) {
    EXPECT_EQ(parse_day("2025-02-18"), 20137);
    EXPECT_EQ(parse_day("0000-03-01"), -719468);
    for (const char* bad :
         {"", "2025", "2025-02", "2025-2-18", "2025-02-30", "2025-13-01", "2025-00-10", "2025-01-00", "2025-02-18 ",
          " 2025-02-18", "+025-02-18", "-025-02-18", "2025/02/18", "2025-02-1a", "2025-02-18T10:00"}) {
        EXPECT_EQ(parse_day(bad), std::nullopt) << bad;
    }
}

TEST(Calendar, WritesIso) {
    EXPECT_EQ(to_iso(20137), "2025-02-18");
    EXPECT_EQ(to_iso(day_number({33, 4, 3})), "0033-04-03");
    EXPECT_EQ(to_iso(day_number({-43, 3, 15})), "-0043-03-15");
    EXPECT_EQ(to_iso(day_number({12345, 1, 2})), "12345-01-02");
}

} // namespace
} // namespace demarche
