#include "extract/tables.hpp"
#include "extract/timex_words.hpp"
#include "support/memory_files.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace demarche::extract {
namespace {

std::string findings(const Diagnostics& diagnostics) {
    std::string text;
    for (const auto& finding : diagnostics.all()) {
        text += to_text(finding).substr(0, to_text(finding).find(';')) + "\n";
    }
    return text;
}

TEST(Tables, RowsKeepTheirFieldsAndPlaces) {
    Diagnostics diagnostics;
    const auto table = parse_table("# words\n\nmöwe\tbird\t-\r\n  two words \tx\ty", "t.tsv", 3, diagnostics);
    EXPECT_EQ(findings(diagnostics), "");
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table[0].fields, (std::vector<std::string>{"möwe", "bird", "-"}));
    EXPECT_EQ(table[0].at(1).line, 3U);
    EXPECT_EQ(table[0].at(1).column, 6U);
    EXPECT_EQ(table[1].fields, (std::vector<std::string>{"two words", "x", "y"}));
}

TEST(Tables, WhatIsWrongIsSaidWithItsPlace) {
    Diagnostics diagnostics;
    const auto table = parse_table("a\tb\n\xC3\tc\td\na\t\tc\nfine\tb\tc\na\tb\tc\td\n", "t.tsv", 3, diagnostics);
    EXPECT_EQ(table.size(), 1U);
    EXPECT_EQ(findings(diagnostics), "t.tsv:1:3: error: this row has 2 fields, the table has 3\n"
                                     "t.tsv:2:1: error: bytes that are no UTF-8\n"
                                     "t.tsv:3:3: error: a field is empty\n"
                                     "t.tsv:5:5: error: this row has 4 fields, the table has 3\n");
}

TEST(Tables, OwnRowsOfTimeWordsAreAdded) {
    support::MemoryFiles files;
    files["data/time_words.tsv"] = "thermidor\tmonth\t7\nlunes\tmonht\t1\nfeb\tmonth\t13\n";
    files["data/holidays.tsv"] = "founders day\t2 friday 03 + 1\nno day\t13-01\n";
    Diagnostics diagnostics;
    const TimeWords words({&files, "data"}, diagnostics);
    EXPECT_EQ(findings(diagnostics), "data/time_words.tsv:2:7: error: no class of time words \"monht\"\n"
                                     "data/time_words.tsv:3:11: error: \"13\" is no value for the class \"month\"\n"
                                     "data/holidays.tsv:2:8: error: \"13-01\" is no rule for a holiday\n");
    ASSERT_NE(words.find("Thermidor"), nullptr);
    EXPECT_EQ(words.find("Thermidor")->month, 7);
    ASSERT_NE(words.find("founders"), nullptr);
    const auto& phrase = words.phrase(words.find("founders")->phrases.front());
    EXPECT_EQ(to_iso(words.holiday(phrase.meaning.holiday, 2025)), "2025-03-15");
}

} // namespace
} // namespace demarche::extract
