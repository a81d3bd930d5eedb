#include "support/fixed_measurer.hpp"
#include "timeline/pages.hpp"
#include "timeline/rows.hpp"

#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

Layout many(std::size_t count) {
    const tests::FixedMeasurer measurer;
    return lay_out(input_of(std::vector<RowInput>(count, on("2025-01-01")), Mode::rows), style(), measurer);
}

TEST(Pages, LoseNoRowAndCutNone) {
    for (const std::size_t count : {1U, 2U, 10U, 57U, 200U}) {
        const Layout layout = many(count);
        const PageRoom room{300, 350, 80};
        const auto pages = cut_pages(layout, room);
        ASSERT_TRUE(pages);
        std::size_t next = 0;
        for (std::size_t p = 0; p < pages->size(); ++p) {
            const PagePart& page = (*pages)[p];
            EXPECT_EQ(page.begin, next);
            next = page.end;
            EXPECT_LE(page.bottom - page.top, p == 0 ? room.first : room.middle);
            for (std::size_t row = page.begin; row < page.end; ++row) {
                EXPECT_GE(layout.rows[row].top, page.top);
                EXPECT_LE(layout.rows[row].bottom, page.bottom);
            }
        }
        EXPECT_EQ(next, count);
        EXPECT_LE(pages->back().bottom - pages->back().top,
                  (pages->size() == 1 ? room.first : room.middle) - room.last);
    }
}

/// The legend never stands alone on a page, unless a single row leaves no room for it.
TEST(Pages, TheLegendKeepsARow) {
    const Layout layout = many(10);
    // All rows fit on the first page, but the legend does not fit below them.
    const auto pages = cut_pages(layout, {layout.height + 1, 350, 80});
    ASSERT_TRUE(pages);
    ASSERT_EQ(pages->size(), 2U);
    EXPECT_GT(pages->back().end, pages->back().begin);
    const Layout one = many(1);
    const auto alone = cut_pages(one, {one.height + 1, one.height + 1, one.height});
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->back().begin, alone->back().end);
}

TEST(Pages, OfNothingAreOne) {
    EXPECT_EQ(cut_pages(many(0), {300, 350, 80})->size(), 1U);
}

} // namespace
} // namespace demarche::timeline
