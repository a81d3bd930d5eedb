// What holds of every text: order, extent, well-formed values, no clock, linear time.

#include "extract/timex.hpp"
#include "timex_table.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace demarche::extract {
namespace {

const std::vector<std::string>& pieces() {
    static const std::vector<std::string> words{"the",       "a",       "last",   "next",
                                                "this",      "Tuesday", "Feb.",   "10",
                                                "2024",      ",",       "-",      "year",
                                                "years",     "ago",     "second", "third",
                                                "of",        "quarter", "'s",     "early",
                                                "mid",       "-",       "two",    "hundred",
                                                "5",         "p.m.",    "from",   "to",
                                                "between",   "and",     "before", "after",
                                                "day",       "weeks",   "half",   "’s",
                                                "every",     "May",     "Easter", ".",
                                                "\n\n",      "1990s",   "'80s",   "99999999999999999999",
                                                "1/2",       ":",       "30",     "century",
                                                "twenty",    "-",       "four",   "few",
                                                "later",     "–",       "é",      "about",
                                                "more than", "(",       ")"};
    return words;
}

std::string random_text(std::mt19937& random, int length) {
    std::string text;
    for (int i = 0; i < length; ++i) {
        text += pieces()[random() % pieces().size()];
        text += random() % 4 == 0 ? "" : " ";
    }
    return text;
}

TEST(TimesProperty, FoundInOrderWithinTheTextAndNeverEmpty) {
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        const auto document = cut(random_text(random, 60));
        std::uint32_t last = 0;
        for (const auto& timex : find_times(document, *parse_day("2025-02-19"))) {
            ASSERT_LE(last, timex.span.begin) << document.text;
            ASSERT_LT(timex.span.begin, timex.span.end) << document.text;
            ASSERT_LE(timex.span.end, document.text.size());
            ASSERT_FALSE(timex.value.empty()) << document.text;
            last = timex.span.end;
        }
    }
}

TEST(TimesProperty, DatesOfDaysAgreeWithTheirValue) {
    std::mt19937 random(8);
    int days = 0;
    for (int round = 0; round < 400; ++round) {
        const auto document = cut(random_text(random, 40));
        for (const auto& timex : find_times(document, *parse_day("2024-03-01"))) {
            if (timex.kind == TimexKind::date && timex.value.size() == 10 && parse_day(timex.value) &&
                timex.when.kind() == EdtfKind::point) {
                EXPECT_EQ(timex.when.text().substr(0, 10), timex.value) << document.words(timex.span);
                ++days;
            }
            EXPECT_TRUE(timex.kind != TimexKind::duration || timex.when.empty());
        }
    }
    EXPECT_GT(days, 100);
}

TEST(TimesProperty, PublicationMovesWhatIsCountedFromIt) {
    EXPECT_EQ(times_of("She came yesterday.", "2024-03-01"), "yesterday=DATE 2024-02-29 2024-02-29");
    EXPECT_EQ(times_of("She came yesterday.", "2025-01-01"), "yesterday=DATE 2024-12-31 2024-12-31");
    EXPECT_EQ(times_of("It fell last week.", "2025-01-03"), "last week=DATE 2024-W52 [2024-12-23..2024-12-29]");
    EXPECT_EQ(times_of("It ended in December.", "2025-01-03"), "December=DATE 2024-12 2024-12");
    EXPECT_EQ(times_of("It will end in January.", "2024-12-30"), "January=DATE 2025-01 2025-01");
}

TEST(TimesProperty, ALongSentenceCostsNoMoreThanItsLength) {
    std::string text;
    for (int i = 0; i < 40000; ++i) {
        text += "two hundred and twenty - four of the ";
    }
    EXPECT_TRUE(
        find_times(cut(text + "."), *parse_day("2025-02-19")).empty()); // quadratic time would outlast the test's limit
}

TEST(TimesProperty, AmountsWithoutEnd) {
    std::string hundreds;
    for (int i = 0; i < 20000; ++i) {
        hundreds += " hundred";
    }
    EXPECT_TRUE(find_times(cut("Two" + hundreds + " of them left."), *parse_day("2025-02-19")).empty());
    EXPECT_EQ(times_of("It was 9999999 million millennia ago.", "2025-02-19"),
              "9999999 million millennia ago=DATE PAST_REF -");
    EXPECT_EQ(times_of("It was 99999999999999999999 years ago.", "2025-02-19"), "");
    EXPECT_EQ(times_of("It was 12000 years ago.", "2025-02-19"), "12000 years ago=DATE PAST_REF -");
}

} // namespace
} // namespace demarche::extract
