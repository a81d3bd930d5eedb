#include "evidence/facts.hpp"
#include "evidence/links.hpp"
#include "model/dossier_reader.hpp"
#include "support/memory_files.hpp"

#include <gmock/gmock.h>

namespace demarche::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const char* const kDossier = R"(<dossier title="T">
<articles>
 <article id="a1" file="a1.txt" published="2031-05-06" shares-text-with="a2"/>
 <article id="a2" file="a2.txt" published="2031-05-06"/>
 <article id="a3" file="a3.txt" published="2031-05-07"/>
</articles>
<sides><side id="n" code="N" name="North"/><side id="s" code="S" name="South"/></sides>
<actors>
 <actor id="smith" name="Ann Smith" short="Smith" side="n"><role title="Envoy"><cite article="a1">envoy Smith</cite></role></actor>
 <actor id="okafor" name="Ben Okafor" short="Okafor" side="s"/>
 <actor id="roe" name="Mike Roe" side="n"/>
</actors>
<delegations><delegation id="team" event="talks" side="n" head="smith"><member actor="smith"/><member actor="roe"/><cite article="a3">Smith led</cite></delegation></delegations>
<events>
 <event id="later" title="Later" when="2031-05-07" type="consult/call"><party actor="okafor"/><party actor="roe"/><cite article="a3">They spoke</cite><cite article="a1" stance="disputes">no call</cite></event>
 <event id="talks" title="Talks" when="2031-05-06" type="consult/meet" review="new"><party actor="smith"/><party actor="okafor"><cite article="a2">Okafor came</cite></party><cite article="a1">met on Monday</cite><cite article="a2">met on Monday</cite></event>
</events>
<ties><tie from="roe" to="smith" type="advises"/></ties>
</dossier>)";

Model model() {
    support::MemoryFiles files;
    files["d.xml"] = kDossier;
    files["a1.txt"] = "The envoy Smith and others met on Monday. There was no call.";
    files["a2.txt"] = "They met on Monday. Okafor came.";
    files["a3.txt"] = "Smith led them. They spoke.";
    Diagnostics diagnostics;
    auto read = read_dossier("d.xml", files, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << (diagnostics.all().empty() ? "" : diagnostics.all().front().message);
    return std::move(*read);
}

TEST(Facts, AreAllOfThemWithWhatIsToBeKnown) {
    const Model story = model();
    const auto facts = facts_of(story);
    std::vector<std::string> anchors;
    for (const Fact& fact : facts) {
        anchors.push_back(fact.anchor);
    }
    EXPECT_THAT(anchors, ElementsAre("fact-event-talks", "fact-event-later", "fact-actor-smith", "fact-actor-okafor",
                                     "fact-actor-roe", "fact-delegation-team", "fact-tie-1"))
        << "events by time, the rest as the dossier has it";
    const Fact& talks = facts[0];
    EXPECT_TRUE(talks.single_source && talks.one_text && talks.unreviewed && !talks.disputed && !talks.drawn);
    EXPECT_THAT(talks.actors, ElementsAre("smith", "okafor"));
    EXPECT_THAT(talks.sides, ElementsAre("n", "s"));
    ASSERT_EQ(talks.proofs.size(), 3U);
    EXPECT_EQ(talks.proofs[2].of, "Okafor");
    const Fact& later = facts[1];
    EXPECT_TRUE(later.disputed && later.single_source && !later.one_text && !later.unreviewed);
    EXPECT_EQ(facts[2].proofs.at(0).of, "Envoy");
    EXPECT_THAT(facts[6].proofs, IsEmpty());
}

scene::Scene scene_with(std::vector<std::vector<std::pair<std::string, std::string>>> marks) {
    scene::Scene scene;
    scene.pages.emplace_back();
    for (auto& data : marks) {
        scene::Mark mark;
        mark.data = std::move(data);
        scene.pages.front().marks.push_back(std::move(mark));
    }
    return scene;
}

TEST(Links, LeadFromEveryMarkToItsFact) {
    const Model story = model();
    scene::Scene scene = scene_with({{},
                                     {{"event", "talks"}},
                                     {{"event", "later"}, {"actor", "roe"}, {"as", "participant"}},
                                     {{"delegation", "team"}, {"side", "n"}},
                                     {{"side", "s"}},
                                     {{"actor", "roe"}},
                                     {{"tie", "advises"}, {"from", "okafor roe"}, {"to", "smith"}}});
    link_marks(story, scene);
    std::vector<std::string> links;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        links.push_back(mark.link);
    }
    EXPECT_THAT(links, ElementsAre("", "#fact-event-talks", "#fact-event-later", "#fact-delegation-team", "#side-s",
                                   "#fact-actor-roe", "#fact-tie-1"));
}

TEST(Links, WhatNoChartShowsIsNotDrawn) {
    const Model story = model();
    auto facts = facts_of(story);
    const auto drawn = [&] {
        std::vector<std::string> anchors;
        for (const Fact& fact : facts) {
            if (fact.drawn) {
                anchors.push_back(fact.anchor);
            }
        }
        return anchors;
    };
    note_drawn(story, scene_with({{{"event", "later"}}}), facts);
    EXPECT_THAT(drawn(), ElementsAre("fact-event-later", "fact-actor-okafor", "fact-actor-roe"));
    note_drawn(story, scene_with({{{"actor", "smith"}}, {{"actor", "roe"}}, {{"delegation", "team"}}}), facts);
    EXPECT_THAT(drawn(), ElementsAre("fact-event-later", "fact-actor-smith", "fact-actor-okafor", "fact-actor-roe",
                                     "fact-delegation-team", "fact-tie-1"));
}

} // namespace
} // namespace demarche::evidence
