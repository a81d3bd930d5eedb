// Merging into a dossier whose articles a program has read before; what a person renamed; what nobody has reviewed.

#include "dump.hpp"
#include "model/dossier_reader.hpp"
#include "model/merge.hpp"
#include "model/reviewed.hpp"
#include "support/memory_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using ::testing::ElementsAre;

Model parsed(const std::string& parts) {
    static const support::MemoryFiles files(std::map<std::string, std::string>{
        {"a.txt", "Mayor Ines Calder met harbour master Tomas Reed on Monday. Lev Ivanov was not asked."},
        {"b.txt", "Ines Calder spoke with Ona Blum."},
    });
    Diagnostics diagnostics;
    const auto model = parse_dossier("<dossier title='t'>" + parts + "</dossier>", "g.xml", files, diagnostics);
    for (const Diagnostic& finding : diagnostics.all()) {
        EXPECT_TRUE(finding.severity != Severity::error || finding.code == "no-events") << to_text(finding);
    }
    return model.value_or(Model());
}

template <class Thing>
std::vector<std::string> ids(const std::vector<Thing>& things) {
    std::vector<std::string> result;
    for (const Thing& thing : things) {
        result.push_back(thing.id);
    }
    return result;
}

constexpr const char* kFirst =
    "<articles><article id='x1' file='a.txt'/></articles>"
    "<sides><side id='p' code='P' name='Pier'/></sides><actors>"
    "<actor id='c' name='Ines Calder' side='p'><cite article='x1'>Ines Calder</cite></actor>"
    "<actor id='r' name='Tomas Reed'><cite article='x1'>Tomas Reed</cite></actor></actors>"
    "<events><event id='m' title='They meet' type='consult/meet'><party actor='c'/>"
    "<party actor='r'/><cite article='x1'>met harbour master</cite></event></events>"
    "<ties><tie from='r' to='c' type='advises'><cite article='x1'>harbour master</cite></tie></ties>";

constexpr const char* kSecond =
    "<articles><article id='x1' file='a.txt'/><article id='x2' file='b.txt'/></articles>"
    "<sides><side id='p' code='P' name='Pier'/></sides><actors>"
    "<actor id='c' name='Ines Calder' side='p'><cite article='x1'>Ines Calder</cite></actor>"
    "<actor id='r' name='Tomas Reed'><cite article='x1'>Tomas Reed</cite></actor>"
    "<actor id='b' name='Ona Blum'><cite article='x2'>Ona Blum</cite></actor></actors>"
    "<events><event id='m' title='They meet' type='consult/meet'><party actor='c'/>"
    "<party actor='r'/><cite article='x1'>met harbour master</cite></event>"
    "<event id='s' title='They speak' type='consult/call'><party actor='c'/><party actor='b'/>"
    "<cite article='x2'>spoke with</cite></event></events>";

TEST(MergeRead, WhatStandsOnReadArticlesAloneAddsNothing) {
    const Model mine = parsed("<articles><article id='a' file='a.txt' read='yes'/></articles>");
    const Merged merged = merge(mine, parsed(kFirst));
    EXPECT_EQ(testing::dump(merged.model), testing::dump(mine));
    EXPECT_TRUE(merged.notes.empty());
}

TEST(MergeRead, WithoutTheMarkItIsOfferedAgain) {
    const Merged merged = merge(parsed("<articles><article id='a' file='a.txt'/></articles>"), parsed(kFirst));
    EXPECT_THAT(ids(merged.model.events), ElementsAre("they-meet"));
    EXPECT_TRUE(merged.model.articles.front().read);
    EXPECT_EQ(merged.model.ties.size(), 1U);
}

TEST(MergeRead, ANewArticleBringsWhatItNeedsOfTheOldOnes) {
    const Merged merged =
        merge(parsed("<articles><article id='a' file='a.txt' read='yes'/></articles>"), parsed(kSecond));
    EXPECT_THAT(ids(merged.model.events), ElementsAre("they-speak"));
    EXPECT_THAT(ids(merged.model.actors), ElementsAre("ines-calder", "ona-blum")); // not Reed, who was deleted
    EXPECT_THAT(ids(merged.model.sides), ElementsAre("p"));
    EXPECT_THAT(ids(merged.model.articles), ElementsAre("a", "x2"));
}

TEST(MergeRead, ARenamedActorIsKnownByItsWords) {
    const Model mine = parsed("<articles><article id='a' file='a.txt'/></articles><actors>"
                              "<actor id='boss' name='Ines Maria Calder'><cite article='a'>Ines Calder</cite></actor>"
                              "</actors>");
    const Merged merged = merge(mine, parsed(kFirst));
    EXPECT_THAT(ids(merged.model.actors), ElementsAre("boss", "tomas-reed"));
    const Model other =
        parsed("<articles><article id='a' file='a.txt'/></articles><actors>"
               "<actor id='boss' name='Maria Calder'><cite article='a'>Lev Ivanov</cite></actor></actors>");
    EXPECT_EQ(merge(other, parsed(kFirst)).model.actors.size(), 3U) << "one surname is not one person";
}

TEST(Reviewed, LeavesOutWhatIsNewAndWhatLeansOnIt) {
    const Model model = reviewed(parsed(
        "<sides><side id='p' code='P' name='Pier'/></sides><actors><actor id='c' name='Calder'/>"
        "<actor id='r' name='Reed'/><actor id='n' name='New' review='new'/></actors>"
        "<delegations><delegation id='d1' event='e1' side='p' head='n'><member actor='n'/><member "
        "actor='c'/></delegation>"
        "<delegation id='d2' event='e1' side='p'><member actor='n'/></delegation>"
        "<delegation id='d3' event='e2' side='p'><member actor='r'/></delegation></delegations>"
        "<events><event id='e1' title='1' type='consult/meet' after='e2'><party actor='c'/><party actor='n'/></event>"
        "<event id='e2' title='2' type='consult/meet' review='new'/>"
        "<event id='e3' title='3' type='agree' said-by='n'><party actor='c'/></event>"
        "<event id='e4' title='4' type='agree' said-by='n r'><party actor='c'/></event>"
        "<event id='e5' title='5' type='consult/visit'><party actor='n'/></event></events>"
        "<ties><tie from='c' to='r' type='advises'/><tie from='c' to='n' type='advises'/>"
        "<tie from='r' to='c' type='advises' review='new'/></ties>"
        "<charts><chart kind='timeline' events='e2'/><chart kind='timeline' events='e1 e2'/></charts>"));
    EXPECT_THAT(ids(model.actors), ElementsAre("c", "r"));
    EXPECT_THAT(ids(model.events), ElementsAre("e1", "e4"));
    EXPECT_TRUE(model.events[0].after.empty());
    EXPECT_EQ(model.events[0].parties.size(), 1U);
    EXPECT_THAT(model.events[1].said_by, ElementsAre("r"));
    EXPECT_THAT(ids(model.delegations), ElementsAre("d1"));
    EXPECT_EQ(model.delegations[0].head, "");
    EXPECT_THAT(model.delegations[0].members, ElementsAre("c"));
    ASSERT_EQ(model.ties.size(), 1U);
    EXPECT_EQ(model.ties[0].to, "r");
    EXPECT_GT(model.charts[0].min_weight, 10) << "a chart of what is gone shows nothing, not all";
    EXPECT_THAT(model.charts[1].events, ElementsAre("e1"));
}

} // namespace
} // namespace demarche
