#include "model/check.hpp"
#include "model/dossier_reader.hpp"
#include "model/retracted.hpp"
#include "support/memory_files.hpp"

#include <gmock/gmock.h>
#include <tuple>

namespace demarche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kDossier = R"(<dossier title="Lake" as-of="2031-05-08">
<articles>
 <article id="good" published="2031-05-06"/>
 <article id="bad" published="2031-05-06" status="retracted"/>
 <article id="mended" published="2031-05-07" status="corrected"/>
</articles>
<sides><side id="n" code="N" name="North"/><side id="s" code="S" name="South"/></sides>
<actors>
 <actor id="ada" name="Ada" side="n"><role title="Mayor"><cite article="bad"/></role><role title="Envoy"><cite article="mended"/></role><cite article="good"/></actor>
 <actor id="sol" name="Sol" side="s"><cite article="bad"/></actor>
 <actor id="ren" name="Ren" side="s"/>
</actors>
<delegations>
 <delegation id="at-false" event="false" side="n"><member actor="ada"/><cite article="good"/></delegation>
 <delegation id="team" event="true" side="n"><member actor="ada"/><cite article="bad"/></delegation>
</delegations>
<events>
 <event id="false" title="A quarrel" when="2031-05-05" type="consult/meet"><party actor="ada"/><party actor="sol"><cite article="bad"/></party><cite article="bad"/><cite article="good" stance="disputes"/></event>
 <event id="true" title="A meeting" when="2031-05-06" type="consult/meet" after="false"><party actor="ada"/><party actor="sol"/><party actor="ren"><cite article="bad"/></party><cite article="good"/><cite article="bad"/><cite article="bad" stance="disputes"/></event>
 <event id="part" title="By its party" when="2031-05-07" type="consult/meet"><party actor="ada"><cite article="good"/></party><party actor="sol"/><cite article="bad"/></event>
 <event id="bare" title="Uncited" when="2031-05-07" type="consult/meet"><party actor="ada"/><party actor="sol"/></event>
</events>
<ties><tie from="ada" to="ren" type="advises"><cite article="bad"/></tie><tie from="ada" to="sol" type="advises"><cite article="mended"/></tie></ties>
<charts><chart kind="timeline" events="false true"/></charts>
</dossier>)";

Model read(const std::string& xml = kDossier) {
    Diagnostics diagnostics;
    const support::MemoryFiles files;
    auto model = parse_dossier(xml, "d.xml", files, diagnostics);
    for (const Diagnostic& finding : diagnostics.all()) {
        EXPECT_NE(finding.severity, Severity::error) << to_text(finding);
    }
    return model.value_or(Model());
}

template <class Things>
std::vector<std::string> ids_of(const Things& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) {
        ids.push_back(thing.id);
    }
    return ids;
}

TEST(Retracted, IsReadOfArticles) {
    const Model model = read();
    EXPECT_EQ(model.articles[0].status, ArticleStatus::stands);
    EXPECT_EQ(model.articles[1].status, ArticleStatus::retracted);
    EXPECT_EQ(model.articles[2].status, ArticleStatus::corrected);
}

TEST(Retracted, IsWhatRestsOnRetractedArticlesAlone) {
    const Model model = read();
    std::vector<bool> events;
    for (const Event& event : model.events) {
        events.push_back(rests_on_retracted_alone(model, event));
    }
    EXPECT_THAT(events, ElementsAre(true, false, false, false))
        << "a dispute supports nothing; a party supports its event; what is uncited was never supported";
    EXPECT_TRUE(rests_on_retracted_alone(model, model.events[1].parties[2]));
    EXPECT_FALSE(rests_on_retracted_alone(model, model.events[1].parties[0]));
    EXPECT_FALSE(rests_on_retracted_alone(model, model.actors[0]));
    EXPECT_TRUE(rests_on_retracted_alone(model, model.actors[1]));
    EXPECT_FALSE(rests_on_retracted_alone(model, model.actors[2]));
    EXPECT_TRUE(rests_on_retracted_alone(model, model.actors[0].roles[0]));
    EXPECT_FALSE(rests_on_retracted_alone(model, model.actors[0].roles[1]));
    EXPECT_TRUE(rests_on_retracted_alone(model, model.delegations[1]));
    EXPECT_TRUE(rests_on_retracted_alone(model, model.ties[0]));
    EXPECT_FALSE(rests_on_retracted_alone(model, model.ties[1])) << "a corrected article supports what it did";
}

TEST(Retracted, FactsLeaveTheModelAndNothingRefersToThem) {
    const Model model = without_retracted(read());
    EXPECT_THAT(ids_of(model.events), ElementsAre("true", "part", "bare"));
    EXPECT_THAT(ids_of(model.left_out.events), ElementsAre("false"));
    EXPECT_THAT(model.events[0].after, IsEmpty());
    EXPECT_EQ(model.events[0].parties.size(), 2U);
    ASSERT_EQ(model.left_out.parties.size(), 1U);
    EXPECT_EQ(model.left_out.parties[0].first, "true");
    EXPECT_EQ(model.left_out.parties[0].second.actor, "ren");
    EXPECT_THAT(model.delegations, IsEmpty());
    EXPECT_THAT(ids_of(model.left_out.delegations), ElementsAre("team")) << "the other is cited, but has no event";
    EXPECT_THAT(ids_of(model.actors), ElementsAre("ada", "sol", "ren")) << "who takes part in what stands is drawn";
    ASSERT_EQ(model.actors[0].roles.size(), 1U);
    EXPECT_EQ(model.actors[0].roles[0].title, "Envoy");
    EXPECT_EQ(model.left_out.roles.size(), 1U);
    EXPECT_EQ(model.ties.size(), 1U);
    EXPECT_EQ(model.left_out.ties.size(), 1U);
}

TEST(Retracted, ArticlesNeitherCountNorDispute) {
    const Model model = read();
    EXPECT_EQ(independent_sources(model, citations_of(model.events[1])), 1U);
    EXPECT_FALSE(is_disputed(model, citations_of(model.events[1])));
    EXPECT_TRUE(is_disputed(model, citations_of(model.events[0])));
    const CitationReport counts = report(model);
    EXPECT_EQ(counts.retracted, 5U) << "the event, Sol, a role, a delegation, a tie";
    EXPECT_EQ(counts.cited + counts.retracted + counts.uncited, counts.facts);
}

TEST(Retracted, WordsAreNotQuotedInWhatStands) {
    support::MemoryFiles files;
    files["a.txt"] = "They spoke of an old friend.";
    files["b.txt"] = "They spoke at noon.";
    const auto codes = [&](const std::string& more) {
        const std::string xml =
            "<dossier title='T' as-of='2031-05-06'><articles><article id='a' file='a.txt' "
            "status='retracted'/><article id='b' file='b.txt'/></articles><events><event id='e' "
            "title='Talk of an “old friend”' type='consult'><cite article='a'>an old friend</cite>" +
            more + "</event><event id='f' title='F' type='consult'/></events></dossier>";
        Diagnostics diagnostics;
        std::ignore = parse_dossier(xml, "d.xml", files, diagnostics);
        std::string said;
        for (const Diagnostic& finding : diagnostics.all()) {
            said += finding.code + " " + finding.message;
        }
        return said;
    };
    EXPECT_EQ(codes(""), "") << "it is not drawn";
    EXPECT_EQ(codes("<cite article='b'>They spoke</cite>"),
              "misquotation the title quotes words that stand in retracted articles alone: \"old friend\"");
}

TEST(Retracted, IsWarnedOfAtEveryFact) {
    Diagnostics diagnostics;
    warn_of_retracted(read(), diagnostics);
    std::vector<std::string> said;
    for (const Diagnostic& finding : diagnostics.sorted()) {
        EXPECT_EQ(finding.code, "retracted-fact");
        EXPECT_EQ(finding.severity, Severity::warning);
        said.push_back(std::to_string(finding.where.line) + " " +
                       finding.message.substr(0, finding.message.find(" rests")));
    }
    EXPECT_THAT(said, ElementsAre("9 the role \"Mayor\" of \"ada\"", "10 the actor \"sol\"",
                                  "15 the delegation \"team\"", "18 the event \"false\"",
                                  "19 the part of \"ren\" in \"true\"", "23 the tie of \"ada\" to \"ren\""));
    Diagnostics none;
    std::string standing = kDossier;
    standing.replace(standing.find("retracted"), 9, "corrected");
    const Model model = read(standing);
    warn_of_retracted(model, none);
    EXPECT_THAT(none.all(), IsEmpty());
    EXPECT_EQ(without_retracted(model).events.size(), model.events.size());
}

} // namespace
} // namespace demarche
