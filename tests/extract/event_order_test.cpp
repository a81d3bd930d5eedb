// What came before what, and how long before. All sentences here are our own.

#include "extract/findings.hpp"
#include "extract/word_tables.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace demarche::extract {
namespace {

/// "said after ended 0..1": trigger, side, the other event's word, days between; one line an order, in order of the
/// text.
std::vector<std::string> orders(const std::string& text) {
    ReadArticle article;
    article.text = text;
    const Findings found = find_all(std::move(article), *parse_day("2024-06-12"), WordTables::built_in());
    std::vector<std::string> all;
    for (const EventMention& event : found.events) {
        for (const EventOrder& order : event.order) {
            std::string line = std::string(found.document.words(event.trigger)) +
                               (order.after ? " after " : " before ") + std::string(found.document.words(order.other));
            if (order.gap) {
                line += " " + std::to_string(order.gap->least) + ".." + std::to_string(order.gap->most);
            }
            all.push_back(std::move(line));
        }
    }
    return all;
}

struct Row {
    const char* text;
    std::vector<std::string> orders;
};

class SaidOrder : public testing::TestWithParam<Row> {};

TEST_P(SaidOrder, IsFound) {
    EXPECT_EQ(orders(GetParam().text), GetParam().orders) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    BehindAnOpeningClause,
    SaidOrder,
    testing::Values(
        Row{"After the talks wrapped, Roe's adviser, Tom Dahl, told reporters that Peru agreed.", {"told after talks"}},
        Row{"After the talks ended, Ada Roe, the mayor of Lima, said that Peru agreed.", {"said after talks"}},
        Row{"After the meeting ended, the foreign minister of Peru, Ada Roe, said that Chile agreed.",
            {"said after meeting"}},
        Row{"After Ada Roe met Jon Lind, Peru and Chile signed a treaty.", {"signed a treaty after met"}}));

INSTANTIATE_TEST_SUITE_P(
    HowLong,
    SaidOrder,
    testing::Values(Row{"Peru attacked Chile two days after Ada Roe met Jon Lind.", {"attacked after met 2..2"}},
                    Row{"Peru attacked Chile hours after Ada Roe met Jon Lind.", {"attacked after met 0..1"}},
                    Row{"Peru attacked Chile 36 hours after Ada Roe met Jon Lind.", {"attacked after met 1..2"}},
                    Row{"Peru attacked Chile shortly before Ada Roe met Jon Lind.", {"attacked before met 0..1"}},
                    Row{"Peru attacked Chile a week after Ada Roe met Jon Lind.", {"attacked after met 4..10"}},
                    Row{"Peru attacked Chile years after Ada Roe met Jon Lind.", {"attacked after met"}},
                    Row{"Peru attacked Chile a day after the talks.", {"attacked after talks 1..1"}}));

INSTANTIATE_TEST_SUITE_P(
    OfWhatWasToldBefore,
    SaidOrder,
    testing::Values(
        Row{"President Ada Roe said Peru would not sign. Roe's remarks came hours after Chancellor Jon Lind "
            "said that Chile needed help.",
            {"said after said 0..1"}},
        Row{"President Ada Roe said Peru would not sign. Lind's remarks came hours after Chancellor Jon Lind "
            "said that Chile needed help.",
            {}},
        Row{"President Ada Roe said Peru would not sign. Roe's remarks never came.", {}}));

} // namespace
} // namespace demarche::extract
