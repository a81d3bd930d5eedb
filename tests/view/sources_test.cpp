#include "support/dossier_text.hpp"
#include "view/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::view {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Citation cite(const std::string& article) {
    Citation citation;
    citation.article = article;
    return citation;
}

TEST(Sources, AreNumberedInTheOrderOfTheDossierAndOnlyIfCited) {
    const Model model = support::story(R"(<event id="e" title="E" type="agree"><cite article="a3"/></event>)");
    const std::vector<Citation> shown{cite("a3"), cite("a1"), cite("a3")};
    const Sources sources = number_sources(model, {&shown});
    ASSERT_EQ(sources.list.size(), 2U);
    EXPECT_EQ(sources.list[0].article, "a1");
    EXPECT_EQ(sources.list[1].article, "a3");
    EXPECT_THAT(sources.numbers(shown), ElementsAre(1, 2));
    EXPECT_THAT(sources.numbers({cite("a3")}), ElementsAre(2));
    EXPECT_THAT(sources.numbers({cite("a2"), cite("nowhere")}), IsEmpty());
    EXPECT_EQ(sources.source(2)->outlet, "Daily");
    EXPECT_EQ(sources.source(3), nullptr);
    EXPECT_THAT(sources.shared, IsEmpty()); // a2 shares a1's text, but is not shown
}

TEST(Sources, ThatShareATextAreNamed) {
    const Model model = support::story(R"(<event id="e" title="E" type="agree"><cite article="a3"/></event>)");
    const std::vector<Citation> shown{cite("a1"), cite("a2"), cite("a3")};
    const Sources sources = number_sources(model, {&shown});
    EXPECT_THAT(sources.shared, ElementsAre(ElementsAre(1, 2)));
}

TEST(PrintedNumbers, ListFewAndRangeMany) {
    struct Case {
        std::vector<int> numbers;
        std::vector<std::string> printed;
    };

    for (const Case& c : {
             Case{{}, {}},
             Case{{3}, {"3"}},
             Case{{1, 2, 3, 4, 5, 6}, {"1", "2", "3", "4", "5", "6"}},
             Case{{1, 2, 3, 4, 5, 6, 7}, {"1–7"}},
             Case{{1, 2, 4, 5, 6, 9, 11, 12}, {"1", "2", "4–6", "9", "11", "12"}},
         }) {
        EXPECT_EQ(printed_numbers(c.numbers), c.printed);
    }
}

} // namespace
} // namespace demarche::view
