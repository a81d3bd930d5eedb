#include "support/fixed_measurer.hpp"
#include "timeline/columns.hpp"
#include "timeline/rows.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

const tests::FixedMeasurer kMeasurer;

Columns columns_with(std::vector<std::string> heads, const Style& page = style(), std::size_t tracks = 1) {
    Input input = input_of({on("2025-02-18")});
    input.heads = std::move(heads);
    return make_columns(input, page, kMeasurer, tracks, 0);
}

/// Heads that overlap, and lanes that strike a head.
std::size_t collisions(const Columns& columns, const Style& page) {
    std::vector<Box> boxes;
    for (const PlacedHead& head : columns.heads) {
        const double y = head.text.at.y;
        boxes.push_back({head.text.at.x - head.text.width / 2, y - 0.9 * page.lane_head.size,
                         head.text.at.x + head.text.width / 2, y + 0.2 * page.lane_head.size});
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            count += overlap(boxes[i], boxes[k]) ? 1 : 0;
        }
        for (std::size_t lane = 0; lane < columns.lanes.size(); ++lane) {
            const Box line{columns.lanes[lane] - 0.4, columns.heads_height - columns.lane_rise[lane],
                           columns.lanes[lane] + 0.4, columns.heads_height};
            count += overlap(boxes[i], line) ? 1 : 0;
        }
        count += boxes[i].left < page.left - 0.01 || boxes[i].right > page.right + 0.01 ? 1 : 0;
    }
    return count;
}

TEST(Columns, StandAtTheWishedDistanceWhereTheyCan) {
    const Columns columns = columns_with({"US", "RUS", "UKR", "EUR", "KSA"});
    EXPECT_DOUBLE_EQ(columns.lanes[1] - columns.lanes[0], 27);
    EXPECT_FALSE(columns.dates_above);
    EXPECT_LT(columns.date_right, columns.tracks[0]);
    EXPECT_LT(columns.tracks[0], columns.lanes_left);
    EXPECT_LT(columns.lanes_right, columns.label_left);
    EXPECT_DOUBLE_EQ(columns.label_left + columns.label_width, style().right);
    EXPECT_EQ(collisions(columns, style()), 0U);
}

TEST(Columns, GrowForWideHeads) {
    const Columns columns = columns_with({"AUSTRIA", "RUSSIA", "UK"});
    EXPECT_GT(columns.lanes[1] - columns.lanes[0], 27);
    EXPECT_EQ(columns.heads.size(), 3U);
    EXPECT_EQ(collisions(columns, style()), 0U);
}

TEST(Columns, NeverLetHeadsTouch) {
    const std::vector<std::vector<std::string>> all{
        {"UNITED STATES", "RUSSIAN FEDERATION", "UK"},
        {"NORTHERN UNION", "OST", "SKARN", "EU", "UN", "TUR", "QAT", "CHE", "LARK"},
        {std::string(60, 'W'), "B", std::string(40, 'M')},
        {std::string(90, 'W')},
        {"", "", ""},
        {"欧洲联盟", "俄罗斯", "乌克兰"},
    };
    for (const double width : {452.0, 250.0, 800.0}) {
        Style page = style();
        page.right = page.left + width;
        for (const auto& heads : all) {
            const Columns columns = columns_with(heads, page);
            EXPECT_EQ(collisions(columns, page), 0U) << width << " " << heads.front();
            EXPECT_GE(columns.label_width, 0.3 * width) << heads.front();
            EXPECT_EQ(columns.lanes.size(), heads.size());
        }
    }
}

TEST(Columns, BreakDatesThatWouldTakeThePage) {
    Input input = input_of({on("2025-02-18")});
    input.rows[0].date = "some day between the autumn of 2022 and the spring of 2025";
    const Columns columns = make_columns(input, style(), kMeasurer, 0, 0);
    EXPECT_LE(columns.date_width, 0.2 * 452);
}

TEST(Columns, PutDatesAboveTitlesOnANarrowPage) {
    Style page = style();
    page.right = page.left + 240;
    const Columns columns = columns_with({"US", "RUS", "UKR", "EUR", "KSA"}, page);
    EXPECT_TRUE(columns.dates_above);
    EXPECT_GE(columns.label_width, 100);
}

TEST(Columns, KeepAsManyLanesAsThePageHasRoomFor) {
    Input input = input_of({on("2025-01-01"), on("2025-01-02")});
    EXPECT_EQ(lanes_that_fit(input, style(), kMeasurer), 12U);
    for (const double right : {96.0, 160.0, 226.0, 300.0, 476.0}) {
        Style page = style();
        page.right = right;
        const std::size_t most = lanes_that_fit(input, page, kMeasurer);
        EXPECT_GE(most, 2U);
        input.heads.assign(most, "A");
        const Columns columns = make_columns(input, page, kMeasurer, 1, 0);
        EXPECT_TRUE(columns.label_left < right || most == 2) << right;
        EXPECT_TRUE(columns.label_width > 0.3 * (right - page.left) || most == 2) << right;
    }
}

} // namespace
} // namespace demarche::timeline
