#include "timeline/fold.hpp"
#include "timeline/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Gap gap(std::size_t above, const std::string& first, const std::string& last) {
    return {above, day(first), day(last)};
}

TEST(Gaps, LieBetweenAllThatDatesCanMean) {
    EXPECT_THAT(find_gaps({on("2025-01-01"), on("2025-01-02")}), IsEmpty());
    EXPECT_THAT(find_gaps({on("2025-01-01"), on("2025-01-05")}), ElementsAre(gap(0, "2025-01-02", "2025-01-04")));
    // An uncertain date is empty nowhere inside its span.
    EXPECT_THAT(find_gaps({on("2025-01-01"), between("2025-01-02", "2025-01-20"), on("2025-01-21")}), IsEmpty());
    // A later row that may have been earlier closes the gap.
    EXPECT_THAT(find_gaps({on("2025-01-01"), on("2025-03-01"), between("2025-01-02", "2025-03-05")}), IsEmpty());
    // What lasts through fills it.
    EXPECT_THAT(find_gaps({lasted("2025-01-01", "2025-03-01"), on("2025-01-02"), on("2025-03-01")}), IsEmpty());
    EXPECT_THAT(find_gaps({on("2025-01-01"), undated(), on("2025-01-03"), undated()}),
                ElementsAre(gap(1, "2025-01-02", "2025-01-02")));
    EXPECT_THAT(find_gaps({}), IsEmpty());
}

TEST(Nights, AreCountedWhereTheyPass) {
    const auto nights = [](const std::vector<RowInput>& rows) {
        std::vector<Day> counts(rows.size(), 0);
        for (const Gap& night : find_nights(rows)) {
            counts[night.above] = night.days();
        }
        return counts;
    };
    EXPECT_THAT(nights({on("2025-02-17"), on("2025-02-18"), on("2025-02-18"), on("2025-02-21")}),
                ElementsAre(1, 0, 3, 0));
    // 10-16 Feb may reach into the 16th; the 17th is another day.
    EXPECT_THAT(nights({between("2025-02-10", "2025-02-16"), on("2025-02-16"), on("2025-02-17")}),
                ElementsAre(0, 1, 0));
    // Nights pass while something lasts.
    EXPECT_THAT(nights({lasted("2025-02-05", "2025-02-17"), on("2025-02-06"), on("2025-02-07")}), ElementsAre(1, 1, 0));
}

TEST(Folds, LeaveOutLongStretches) {
    // A month and more that is also much longer than the usual step.
    EXPECT_THAT(
        folds_between_rows({on("2025-01-01"), on("2025-01-02"), on("2025-01-03"), on("2025-03-01")}, Mode::rows),
        ElementsAre(gap(2, "2025-01-04", "2025-02-28")));
    EXPECT_THAT(
        folds_between_rows({on("2025-01-01"), on("2025-02-01"), on("2025-03-05"), on("2025-04-01")}, Mode::rows),
        IsEmpty());
    // A chart of days folds more: each empty day takes room there.
    EXPECT_THAT(
        folds_between_rows({on("2025-01-01"), on("2025-01-02"), on("2025-01-07"), on("2025-01-08")}, Mode::days),
        ElementsAre(gap(1, "2025-01-03", "2025-01-06")));
    EXPECT_THAT(
        folds_between_rows({on("2025-01-01"), on("2025-01-02"), on("2025-01-05"), on("2025-01-06")}, Mode::days),
        IsEmpty());
}

/// Rows that all stand far apart are one sparse stretch: it is folded once, where it is longest.
TEST(Folds, OfASparseStretchAreOne) {
    const std::vector<RowInput> rows{on("2022-02-24"), on("2022-10-01"), on("2023-03-01"),
                                     on("2025-02-10"), on("2025-02-11"), on("2025-02-12")};
    const auto folds = folds_between_rows(rows, Mode::days);
    ASSERT_THAT(folds, ElementsAre(gap(2, "2023-03-02", "2025-02-09")));
    EXPECT_TRUE(sparse_neighbours(rows, Mode::days, folds[0]).above);
    EXPECT_FALSE(sparse_neighbours(rows, Mode::days, folds[0]).below);
}

} // namespace
} // namespace demarche::timeline
