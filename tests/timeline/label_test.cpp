#include "support/fixed_measurer.hpp"
#include "timeline/label.hpp"
#include "timeline/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::timeline {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

const tests::FixedMeasurer kMeasurer;

std::vector<std::string> texts(const std::vector<PlacedText>& lines) {
    std::vector<std::string> words;
    for (const PlacedText& line : lines) {
        words.push_back(line.text);
    }
    return words;
}

RowInput row_with(const std::string& title, std::vector<std::string> numbers, const std::string& detail = "") {
    RowInput row = on("2025-01-01", title);
    row.numbers = std::move(numbers);
    row.detail = detail;
    return row;
}

// Bold type of 8.8 points is 5.28 wide a letter, numbers of 5.8 are 2.9.

TEST(Labels, HaveTheirNumbersBehindTheLastWord) {
    const Label label = make_label(row_with("Short title", {"1", "5"}), style(), kMeasurer, 200);
    EXPECT_THAT(texts(label.title), ElementsAre("Short title"));
    ASSERT_THAT(label.numbers, SizeIs(2));
    EXPECT_GT(label.numbers[0].at.x, label.title[0].width);
    EXPECT_LT(label.numbers[0].at.y, 0); // raised
    EXPECT_GT(label.numbers[1].at.x, label.numbers[0].at.x + label.numbers[0].width);
    EXPECT_EQ(label.last_baseline, 0);
}

TEST(Labels, TakeAWordDownWithTheNumbersThatDoNotFit) {
    // 37 letters are 195.4 wide: the title fits in 200, its numbers do not.
    const Label label =
        make_label(row_with("Twelve men sign at the old stone gate", {"1", "2"}), style(), kMeasurer, 200);
    ASSERT_THAT(label.title, SizeIs(2));
    EXPECT_GT(label.numbers[0].at.y, 0);
    EXPECT_LT(label.numbers[1].at.x + label.numbers[1].width, 200);
    EXPECT_GT(label.numbers[0].at.x, label.title[1].width);
}

TEST(Labels, NeverLeaveTheirNumbersAloneWhereThereIsAWordToGoWithThem) {
    // No narrower break holds both: the long word keeps its line.
    const std::string title = std::string(36, 'x') + " y " + std::string(33, 'z') + " ab";
    const Label label = make_label(row_with(title, {"1", "2"}), style(), kMeasurer, 200);
    ASSERT_FALSE(label.title.empty());
    EXPECT_EQ(label.title.back().text, "ab");
    EXPECT_GT(label.numbers[0].at.x, label.title.back().width);
}

TEST(Labels, OfOneLongWordHaveTheirNumbersBelow) {
    const Label label = make_label(row_with(std::string(37, 'x'), {"1", "2"}), style(), kMeasurer, 200);
    EXPECT_THAT(label.title, SizeIs(1));
    EXPECT_EQ(label.numbers[0].at.x, 0);
    EXPECT_GT(label.numbers[0].at.y, label.title[0].at.y);
}

TEST(Labels, WrapFortyNumbers) {
    std::vector<std::string> numbers;
    for (int i = 1; i <= 40; ++i) {
        numbers.push_back(std::to_string(2 * i));
    }
    const Label label = make_label(row_with("Title", numbers, "Detail"), style(), kMeasurer, 120);
    ASSERT_THAT(label.numbers, SizeIs(40));
    for (const PlacedText& number : label.numbers) {
        EXPECT_LE(number.at.x + number.width, 120);
    }
    EXPECT_GT(label.detail[0].at.y, label.numbers.back().at.y + style().detail.size * 0.9);
}

TEST(Labels, LeaveNoShortLastLine) {
    const Label label =
        make_label(row_with("Hegseth: NATO membership for Ukraine not yet so", {}), style(), kMeasurer, 240);
    ASSERT_THAT(label.title, SizeIs(2));
    EXPECT_GT(label.title[1].width, 0.35 * 240);
}

TEST(Labels, EndALineOfDetailAtASemicolon) {
    const Label label =
        make_label(row_with("Talks", {}, "Able, Ash and Bold meet Early and Zed; the host stays outside the room"),
                   style(), kMeasurer, 200);
    EXPECT_THAT(texts(label.detail),
                ElementsAre("Able, Ash and Bold meet Early and Zed;", "the host stays outside the room"));
}

TEST(Labels, OfEverySizeKeepTheirLinesApart) {
    for (const std::size_t length : {1U, 3U, 40U, 300U}) {
        std::string title;
        for (std::size_t i = 0; i < length; ++i) {
            title += i % 6 == 5 ? ' ' : 'm';
        }
        const Label label = make_label(row_with(title, {"1", "2", "3"}, title), style(), kMeasurer, 150);
        double bottom = label.top;
        for (const auto* lines : {&label.title, &label.detail}) {
            const double size = lines == &label.title ? style().label.size : style().detail.size;
            for (const PlacedText& line : *lines) {
                EXPECT_GE(line.at.y - 0.9 * size, bottom - 1e-9);
                EXPECT_LE(line.width, 150);
                bottom = line.at.y + 0.2 * size;
            }
        }
        EXPECT_NEAR(label.bottom, bottom, 1e-9);
    }
}

} // namespace
} // namespace demarche::timeline
