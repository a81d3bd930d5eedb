// Clauses that hang on nouns for what is told or feared. All sentences here are our own.

#include "extract/findings.hpp"
#include "extract/word_tables.hpp"

#include <gtest/gtest.h>
#include <string>

namespace demarche::extract {
namespace {

/// "denied by reports": status of the one attack that the text tells of, and whose words say so; empty: it tells of
/// none.
std::string attack(const std::string& text) {
    ReadArticle article;
    article.text = text;
    const Findings found = find_all(std::move(article), *parse_day("2024-06-12"), WordTables::built_in());
    std::string shown;
    for (const EventMention& event : found.events) {
        if (event.type.category == "assault") {
            shown += std::string(shown.empty() ? "" : "; ") + to_text(event.status);
            if (event.said_words.end > event.said_words.begin) {
                shown += " by " + std::string(found.document.words(event.said_words));
            }
        }
    }
    return shown;
}

TEST(EventAccount, WhatIsFearedDidNotHappen) {
    for (const char* text : {"There were fears of Peruvian troops attacking Chile on Monday.",
                             "President Ada Roe spoke of the risk of Peruvian troops attacking Chile.",
                             "President Ada Roe warned of Peruvian troops attacking Chile.",
                             "The talks dwelt on the threat of Peruvian troops attacking Chile.",
                             "There was no report of Peruvian troops attacking Chile."}) {
        EXPECT_EQ(attack(text), "") << text;
    }
}

TEST(EventAccount, WhatIsReportedIsTheReports) {
    EXPECT_EQ(attack("There were reports of Peruvian troops attacking Chile on Monday."), "occurred by reports");
    EXPECT_EQ(attack("President Ada Roe denied reports of Peruvian troops attacking Chile."),
              "denied by President Ada Roe");
    EXPECT_EQ(attack("There were reports of drones striking Chilean civilian targets overnight."),
              "occurred by reports");
    EXPECT_EQ(attack("Peruvian troops struck Chilean targets on Monday."), "occurred"); // "targets" is no verb there
    EXPECT_EQ(attack("Peruvian troops attacked Chile on Monday."), "occurred");
}

} // namespace
} // namespace demarche::extract
