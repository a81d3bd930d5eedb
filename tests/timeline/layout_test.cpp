#include "support/fixed_measurer.hpp"
#include "timeline/layout.hpp"
#include "timeline/rows.hpp"

#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

const tests::FixedMeasurer kMeasurer;

std::vector<RowInput> story() {
    RowInput week = between("2025-02-10", "2025-02-16");
    RowInput same = week;
    same.same_span = same.same_date = true;
    RowInput key = on("2025-02-17");
    key.emphasis = true;
    key.detail = "a detail";
    return {on("2022-02-24"), week, same, on("2025-02-16"), key, on("2025-02-18"), undated()};
}

TEST(Layouts, KeepTheOrderInEveryMode) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows, Mode::automatic}) {
        const Layout layout = lay_out(input_of(story(), mode), style(), kMeasurer);
        EXPECT_NE(layout.mode, Mode::automatic);
        ASSERT_EQ(layout.rows.size(), 7U);
        for (std::size_t i = 1; i < layout.rows.size(); ++i) {
            EXPECT_GT(layout.rows[i].mark, layout.rows[i - 1].mark + 2 * style().mark_radius);
            EXPECT_GT(layout.rows[i].label_at.y + layout.rows[i].label.top,
                      layout.rows[i - 1].label_at.y + layout.rows[i - 1].label.bottom);
        }
        EXPECT_GT(layout.height, layout.rows.back().bottom);
    }
}

TEST(Layouts, BracketsCoverTheirRows) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows}) {
        const Layout layout = lay_out(input_of(story(), mode), style(), kMeasurer);
        ASSERT_EQ(layout.spans.size(), 1U);
        const PlacedSpan& bracket = layout.spans[0];
        EXPECT_LE(bracket.top, layout.rows[1].mark - style().mark_radius + 0.01);
        EXPECT_GE(bracket.bottom, layout.rows[2].mark + style().mark_radius - 0.01);
    }
}

TEST(Layouts, OfDaysMarkMidnightsBetweenDays) {
    const Layout layout = lay_out(input_of(story(), Mode::days), style(), kMeasurer);
    ASSERT_EQ(layout.midnights.size(), 2U); // 16|17 and 17|18; what lies before is folded or not known
    EXPECT_GT(layout.midnights[0], layout.rows[3].bottom);
    EXPECT_LT(layout.midnights[0], layout.rows[4].top);
    EXPECT_GT(layout.midnights[1], layout.rows[4].bottom);
    EXPECT_LT(layout.midnights[1], layout.rows[5].top);
    EXPECT_TRUE(lay_out(input_of(story(), Mode::rows), style(), kMeasurer).midnights.empty());
}

TEST(Layouts, FoldsLieBetweenTheirRowsAndSayHowLong) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows}) {
        const Layout layout = lay_out(input_of(story(), mode), style(), kMeasurer);
        ASSERT_GE(layout.folds.size(), 1U);
        const PlacedFold& fold = layout.folds[0];
        EXPECT_EQ(fold.gap.above, 0U);
        EXPECT_GT(fold.top, layout.rows[0].mark);
        EXPECT_LT(fold.bottom, layout.rows[1].mark);
        EXPECT_EQ(fold.gap.first, day("2022-02-25"));
    }
}

TEST(Layouts, ToScaleKeepDistancesInProportion) {
    Input input = input_of({on("2025-01-01"), on("2025-01-04"), on("2025-01-10")}, Mode::time);
    const Layout layout = lay_out(input, style(), kMeasurer);
    const double three = layout.rows[1].mark - layout.rows[0].mark;
    const double six = layout.rows[2].mark - layout.rows[1].mark;
    EXPECT_NEAR(six / three, 2, 0.01);
    EXPECT_FALSE(layout.ticks.empty());
    for (std::size_t i = 1; i < layout.ticks.size(); ++i) {
        EXPECT_GT(layout.ticks[i].y, layout.ticks[i - 1].y + style().tick.size);
    }
}

TEST(Layouts, BandsHoldTheirTextsAndTouchNoOthers) {
    const Layout layout = lay_out(input_of(story(), Mode::rows), style(), kMeasurer);
    ASSERT_TRUE(layout.rows[4].band);
    const Box& band = *layout.rows[4].band;
    EXPECT_LT(band.top, layout.rows[4].label_at.y + layout.rows[4].label.top);
    EXPECT_GT(band.bottom, layout.rows[4].label_at.y + layout.rows[4].label.bottom);
    EXPECT_GT(band.top, layout.rows[3].bottom);
    EXPECT_LT(band.bottom, layout.rows[5].top);
}

TEST(Layouts, OfNothingAndOfOneAreWhole) {
    EXPECT_GE(lay_out(input_of({}, Mode::automatic), style(), kMeasurer).height, 0);
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows, Mode::automatic}) {
        EXPECT_EQ(lay_out(input_of({on("2025-01-01")}, mode), style(), kMeasurer).rows.size(), 1U);
        EXPECT_EQ(lay_out(input_of({undated()}, mode), style(), kMeasurer).rows.size(), 1U);
    }
}

} // namespace
} // namespace demarche::timeline
