#include "assemble/wording.hpp"
#include "story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::assemble {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kAgency =
    "Dock workers in the northern harbour walked out before dawn on Tuesday, leaving eleven freighters unloaded and a "
    "queue of lorries that reached the motorway. Shipping companies warned that fresh fruit would spoil within days "
    "unless refrigerated containers were moved to the southern terminal. The union wants higher night allowances and "
    "an end to split shifts, which it calls a danger to everybody on the quay.";

const std::string kRewritten =
    "Dockers in the northern harbour walked out before dawn Tuesday, which left eleven freighters unloaded and queues "
    "of lorries reaching the motorway, officials told us. Shipping companies have warned that fresh fruit will spoil "
    "within days if refrigerated containers are not moved to the southern terminal soon. Higher night allowances and "
    "the end of split shifts are what the union wants.";

const std::string kOther =
    "Nothing moved at the port on Tuesday. Crane drivers and lashers had agreed overnight to stay at home, said their "
    "union, over pay at night and rosters that cut a working day in two. Importers fear for bananas and grapes that "
    "wait in cooled boxes; eleven vessels lie at anchor.";

const std::string kQuoted =
    " “Nobody should have to choose between a decent wage and sleeping at home with the children, and nobody on this "
    "waterfront will do so any longer while the shareholders celebrate record dividends in their heated offices,” the "
    "union's leader said.";

std::vector<std::vector<std::string>> sharing(const std::vector<Told>& story) {
    std::vector<std::vector<std::string>> shared;
    for (const Article& article : assembled(story).model.articles) {
        shared.push_back(article.shares_text_with);
    }
    return shared;
}

TEST(Wording, CopiesAreFoundAlsoWhereRewrittenSlightly) {
    EXPECT_THAT(sharing({{kAgency}, {kOther}, {kRewritten}}),
                ElementsAre(ElementsAre("n3"), IsEmpty(), ElementsAre("n1")));
}

TEST(Wording, ASharedQuotationOrHeadlineMakesNoCopy) {
    EXPECT_THAT(sharing({{kAgency + kQuoted}, {kOther + kQuoted}}), ElementsAre(IsEmpty(), IsEmpty()));
    const std::string headline = "Eleven freighters unloaded as dock workers leave northern harbour before dawn\n\n";
    EXPECT_THAT(sharing({{headline + kAgency}, {headline + kOther}}), ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(Wording, ManyCopiesAreOneGroup) {
    std::vector<Told> story(60, {kAgency});
    story.push_back({kOther});
    const auto shared = sharing(story);
    for (std::size_t a = 0; a < 60; ++a) {
        EXPECT_FALSE(shared[a].empty()) << a;
        for (const std::string& other : shared[a]) {
            EXPECT_NE(other, "n61");
        }
    }
    EXPECT_TRUE(shared.back().empty());
}

} // namespace
} // namespace demarche::assemble
