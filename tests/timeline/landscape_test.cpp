#include "support/fixed_measurer.hpp"
#include "timeline/landscape.hpp"
#include "timeline/rows.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

const tests::FixedMeasurer kMeasurer;

/// A page of 960 points with a text of 900.
Style wide() {
    Style wide = style();
    wide.left = 30;
    wide.right = 930;
    wide.lane_distance = 18;
    return wide;
}

std::vector<RowInput> story() {
    RowInput week = between("2025-02-10", "2025-02-16");
    RowInput same = week;
    same.same_span = same.same_date = true;
    RowInput key = on("2025-02-17", "A key event of many words that take three lines");
    key.emphasis = true;
    key.detail = "a detail that only a chart with room for it shows";
    key.brief = "";
    std::vector<RowInput> rows = {on("2022-02-24"), week, same, on("2025-02-16"), key, on("2025-02-18"), undated()};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].upper = i % 3;
        rows[i].lower = 2;
    }
    return rows;
}

Landscape placed(const Input& input, double room = 0) {
    LandscapeOptions options;
    options.room = room;
    options.fold_words = [](Day first, Day last) { return std::to_string(last - first + 1) + " days folded"; };
    return lay_out_across(input, wide(), kMeasurer, options);
}

std::vector<const PlacedFlag*> flags_of(const Landscape& across) {
    std::vector<const PlacedFlag*> flags;
    for (const Strip& strip : across.strips) {
        for (const PlacedFlag& flag : strip.flags) {
            flags.push_back(&flag);
        }
    }
    return flags;
}

TEST(Landscapes, KeepTheOrderInEveryMode) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows, Mode::automatic}) {
        const Landscape across = placed(input_of(story(), mode));
        EXPECT_NE(across.mode, Mode::automatic);
        ASSERT_EQ(across.strips.size(), 1U);
        const auto flags = flags_of(across);
        ASSERT_EQ(flags.size(), 7U);
        for (std::size_t i = 0; i < flags.size(); ++i) {
            EXPECT_EQ(flags[i]->row, i);
            EXPECT_TRUE(i == 0 || flags[i]->mark > flags[i - 1]->mark + 2 * wide().mark_radius);
        }
    }
}

TEST(Landscapes, LeadersGoFromTheOutermostMarkToTheWords) {
    const Landscape across = placed(input_of(story()));
    const Strip& strip = across.strips.front();
    for (const PlacedFlag& flag : strip.flags) {
        const RowInput row = story()[flag.row];
        if (flag.above) {
            EXPECT_LT(flag.leader_from, strip.lanes[row.upper]);
            EXPECT_GT(flag.leader_from, strip.lanes[row.upper] - 2 * wide().mark_radius);
            EXPECT_LT(flag.words.bottom, flag.leader_to);
            EXPECT_LT(flag.leader_to, strip.lanes.front());
        } else {
            EXPECT_GT(flag.leader_from, strip.lanes[row.lower]);
            EXPECT_GT(flag.words.top, flag.leader_to);
            EXPECT_GT(flag.leader_to, strip.lanes.back());
        }
        EXPECT_LE(flag.words.left, flag.mark);
        EXPECT_GE(flag.words.right, flag.mark);
        EXPECT_GE(flag.words.top, -0.01);
        EXPECT_LE(flag.words.bottom, strip.height + 0.01);
    }
}

TEST(Landscapes, BracketsCoverTheirMarks) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows}) {
        const Landscape across = placed(input_of(story(), mode));
        const Strip& strip = across.strips.front();
        ASSERT_EQ(strip.stretches.size(), 1U);
        EXPECT_LE(strip.stretches[0].left, strip.flags[1].mark);
        EXPECT_GE(strip.stretches[0].right, strip.flags[2].mark);
        EXPECT_LT(strip.stretches[0].y, strip.lanes.front());
    }
}

TEST(Landscapes, FoldsStandBetweenTheirMarksAndSayHowLong) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows}) {
        const Landscape across = placed(input_of(story(), mode));
        const Strip& strip = across.strips.front();
        ASSERT_GE(strip.breaks.size(), 1U);
        const PlacedBreak& fold = strip.breaks[0];
        EXPECT_EQ(fold.gap.above, 0U);
        ASSERT_FALSE(fold.words.empty());
        EXPECT_EQ(fold.words.front().text.rfind("1081", 0), 0U) << fold.words.front().text;
        for (const PlacedText& line : fold.words) {
            EXPECT_GT(line.at.x - line.width / 2, strip.flags[0].mark) << "no leader passes through its words";
            EXPECT_LT(line.at.x + line.width / 2, strip.flags[1].mark);
        }
    }
}

TEST(Landscapes, DropDetailsBeforeTheyTakeASecondStripButNeverTheBriefOnes) {
    std::vector<RowInput> rows;
    for (int i = 0; i < 12; ++i) {
        rows.push_back(on("2025-02-" + std::to_string(10 + i), "Somebody meets somebody"));
        rows.back().detail = "according to one of them and to many others of whom we know nothing · a long detail too";
        rows.back().brief = "according to one";
    }
    const Landscape all = placed(input_of(rows));
    EXPECT_TRUE(all.details);
    const Landscape brief = placed(input_of(rows), 0.8 * all.strips.front().height);
    EXPECT_FALSE(brief.details);
    EXPECT_EQ(brief.strips.size(), 1U);
    for (const PlacedFlag* flag : flags_of(brief)) {
        std::string detail;
        for (const PlacedText& line : flag->label.detail) {
            detail += (detail.empty() ? "" : " ") + line.text;
        }
        EXPECT_EQ(detail, "according to one");
    }
}

TEST(Landscapes, GoOnInStripsThatKeepToTheRoom) {
    for (const Mode mode : {Mode::time, Mode::days, Mode::rows}) {
        std::vector<RowInput> rows;
        for (int i = 0; i < 90; ++i) {
            rows.push_back(on("2025-0" + std::to_string(1 + i / 28) + "-" + std::to_string(101 + i % 28).substr(1)));
        }
        const Landscape across = placed(input_of(rows, mode), 250);
        EXPECT_GT(across.strips.size(), 1U);
        std::size_t next = 0;
        for (const Strip& strip : across.strips) {
            EXPECT_EQ(strip.begin, next);
            EXPECT_GT(strip.end, strip.begin);
            EXPECT_EQ(strip.flags.size(), strip.end - strip.begin);
            EXPECT_LE(strip.height, 250);
            next = strip.end;
        }
        EXPECT_EQ(next, rows.size());
    }
}

TEST(Landscapes, OfStripsToScaleHaveOneScale) {
    std::vector<RowInput> rows;
    for (int i = 0; i < 28; ++i) {
        for (int k = 0; k < 1 + i % 4; ++k) {
            rows.push_back(on("2025-02-" + std::to_string(101 + i).substr(1), "Somebody meets somebody else again"));
        }
    }
    const Landscape across = placed(input_of(rows, Mode::time), 260);
    ASSERT_GT(across.strips.size(), 1U);
    double distance = 0;
    for (const Strip& strip : across.strips) {
        for (std::size_t i = 1; i < strip.ticks.size(); ++i) {
            const double step = strip.ticks[i].x - strip.ticks[i - 1].x;
            EXPECT_NEAR(distance == 0 ? step : distance, step, 0.01);
            distance = step;
        }
    }
    EXPECT_GT(distance, 0);
}

TEST(Landscapes, SpansThatGoOnInTheNextStripSaySo) {
    std::vector<RowInput> rows{lasted("2025-01-01", "2025-03-01")};
    for (int i = 0; i < 60; ++i) {
        rows.push_back(on("2025-0" + std::to_string(1 + i / 28) + "-" + std::to_string(101 + i % 28).substr(1)));
    }
    const Landscape across = placed(input_of(rows), 200);
    ASSERT_GT(across.strips.size(), 1U);
    ASSERT_EQ(across.strips[0].stretches.size(), 1U);
    EXPECT_TRUE(across.strips[0].stretches[0].span.open_end);
    EXPECT_EQ(across.strips[0].stretches[0].right, across.strips[0].lanes_right);
    ASSERT_EQ(across.strips[1].stretches.size(), 1U);
    EXPECT_TRUE(across.strips[1].stretches[0].span.open_start);
    EXPECT_EQ(across.strips[1].stretches[0].left, across.strips[1].lanes_left);
}

TEST(Landscapes, WithoutEventsAreTheirLanes) {
    const Landscape across = placed(input_of({}));
    ASSERT_EQ(across.strips.size(), 1U);
    EXPECT_EQ(across.strips[0].lanes.size(), 3U);
    EXPECT_GT(across.strips[0].height, across.strips[0].lanes.back());
}

} // namespace
} // namespace demarche::timeline
