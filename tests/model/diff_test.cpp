// What `diff` says of two states of a dossier: nothing where they say the same, one line for each change, and all that
// is needed to make the one of the other.

#include "diff_apply.hpp"
#include "dump.hpp"
#include "model/diff.hpp"
#include "model/diff_print.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"
#include "support/model_generator.hpp"
#include "support/model_split.hpp"
#include "support/models_asked.hpp"
#include "support/random.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::applied;
using testing::comparable;
using testing::dump;
using ::testing::HasSubstr;
using ::testing::Not;

Model read(const std::string& xml) {
    Diagnostics diagnostics;
    const auto model = testing::parse_sample(xml, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << testing::printed(diagnostics);
    return model.value_or(Model());
}

const Model& sample() {
    static const Model model = read(testing::sample_dossier());
    return model;
}

/// An edit of the sample, and what is said of it.
struct Edit {
    const char* name;
    const char* from;
    const char* to;
    const char* said; ///< whole text; the first and the last line break left out
};

constexpr const char* kCallCites = R"(      <cite article="a1">She called the ferry "a lifeline of the bay"</cite>
    </event>)";
constexpr const char* kMeetingCites = R"(      <cite article="a2"/>
    </event>)";

const std::vector<Edit>& edits() {
    static const std::vector<Edit> list{
        {"ACommentAndSpacing", "<!-- Found first. -->", "\n\n  <!-- Another. -->\n", ""},
        {"TheOrderOfAttributes", R"(<side id="west" code="W" name="Westbank"/>)",
         R"(<side name="Westbank" code="W" id="west"/>)", ""},
        {"APositionOfACitation", R"(start="78" end="96")", "", ""},
        {"APlanThatCameTrue", R"(when="2024-05" after="call" type="consult/meet" status="planned")",
         R"(when="2024-03-12" after="call" type="consult/meet")",
         "took place Meeting in May: planned for May 2024 -> occurred, 12 Mar 2024 [Post, Lantern]"},
        {"APlanCancelled", R"(status="planned")", R"(status="cancelled")",
         "cancelled  Meeting in May: planned for May 2024 -> cancelled [Post, Lantern]"},
        {"APlanDenied", R"(status="planned")", R"(status="denied")",
         "denied     Meeting in May: planned for May 2024 -> denied [Post, Lantern]"},
        {"APlanPutOff", R"(when="2024-05")", R"(when="2024-06")",
         "changed    Meeting in May: date May 2024 -> Jun 2024 [Post, Lantern]"},
        {"ADateThatIsNoLongerKnown", R"( when="2024-05")", "",
         "changed    Meeting in May: date May 2024 -> no date [Post, Lantern]"},
        {"ATitle", R"(title="Meeting in May")", R"(title="They meet in May")",
         "changed    They meet in May: title “Meeting in May” -> “They meet in May” [Post, Lantern]"},
        {"ADetail", "on “a lifeline of the bay”", "on the ferry",
         "changed    Calder and Reed speak: detail “on “a lifeline of the bay”” -> “on the ferry” [Post]"},
        {"APlace", R"(where="Larkhaven")", R"(where="Eastbank")",
         "changed    Calder and Reed speak: place Larkhaven -> Eastbank [Post]"},
        {"AType", R"(type="consult/call")", R"(type="consult/meet")",
         "changed    Calder and Reed speak: type consult/call -> consult/meet [Post]"},
        {"WhoseWordItIs", R"( said-by="calder")", "",
         "changed    Calder and Reed speak: no longer according to Calder [Post]"},
        {"AnotherWhoSaysSo", R"(said-by="calder")", R"(said-by="calder reed")",
         "changed    Calder and Reed speak: according to Tomas Reed [Post]"},
        {"APartyMore", kMeetingCites,
         "      <cite article=\"a2\"/>\n    <party actor=\"reed\" as=\"host\"><cite article=\"a1\">Tomas Reed</cite>"
         "</party></event>",
         "changed    Meeting in May: named now: Tomas Reed (host) [Post]"},
        {"APartyLess", R"(<party actor="owners" as="absent"/>)", "",
         "changed    Meeting in May: no longer named: Ship owners (absent) [Post, Lantern]"},
        {"ThePartOfAParty", R"(<party actor="reed" as="addressee">)", R"(<party actor="reed" as="participant">)",
         "changed    Calder and Reed speak: Tomas Reed: addressee -> participant [Post]"},
        {"ASourceThatConfirms", kCallCites,
         "      <cite article=\"a1\">She called the ferry \"a lifeline of the bay\"</cite><cite article=\"a3\"/>"
         "</event>",
         "confirmed  Calder and Reed speak: 1 -> 2 independent sources [Herald]"},
        {"ASourceOfTheSameText", kCallCites,
         "      <cite article=\"a1\">She called the ferry \"a lifeline of the bay\"</cite><cite article=\"a2\"/>"
         "</event>",
         "changed    Calder and Reed speak: 1 more citation [Lantern]"},
        {"ASourceThatWent", R"(      <cite article="a1" suffix="in the customs">They want to meet</cite>
)",
         "", "changed    Meeting in May: 1 citation less [Post]"},
        {"ASourceThatSpeaksAgainst", kMeetingCites,
         "      <cite article=\"a2\"/><cite article=\"a3\" stance=\"disputes\"/></event>",
         "disputed   Meeting in May: something speaks against it now [Herald]"},
        {"ACitationTurnedRound", R"(stance="disputes" prefix)", "prefix",
         "changed    Calder and Reed speak: 1 citation turned round [Post]"},
        {"AnOrderInTime", R"( after="call")", "",
         "changed    Meeting in May: no longer known to be after “Calder and Reed speak” [Post, Lantern]"},
        {"AnEventMore", "</events>", R"(<event id="feast" title="A feast" when="2024-03-10" type="consult/meet">
         <party actor="reed"/><cite article="a3"/></event></events>)",
         "added      A feast (10 Mar 2024) [Herald]"},
        {"AWeightAndAKeyEvent", R"(weight="7" emphasis="yes")", R"(weight="8")",
         "changed    Calder and Reed speak: weight 7 -> 8 [Post]\n"
         "changed    Calder and Reed speak: emphasis yes -> no [Post]"},
        {"AnActorMore", "</actors>", R"(<actor id="blum" name="Ona Blum"/></actors>)", "added      actor Ona Blum"},
        {"ANameOfAnActor", R"(name="Ines Calder")", R"(name="Inez Calder")",
         "changed    Inez Calder: name “Ines Calder” -> “Inez Calder” [Post]"},
        {"ARoleMore", R"(<actor id="reed" name="Tomas Reed" side="west"/>)",
         R"(<actor id="reed" name="Tomas Reed" side="west"><role title="Harbour master" body="Westbank">
         <cite article="a1">harbour master Tomas Reed</cite></role></actor>)",
         "changed    Tomas Reed: new role “Harbour master, Westbank” [Post]"},
        {"TheTimeOfARole", R"(when="2023/..")", R"(when="2022/..")",
         "changed    Ines Calder: role “Mayor, Eastbank”: from 2023 -> from 2022 [Post]"},
        {"AnAliasLess", "<alias>Mayor Calder</alias>", "",
         "changed    Ines Calder: no longer also called “Mayor Calder” [Post]"},
        {"ASideOfAnActor", R"(name="Ship owners" kind="group")", R"(name="Ship owners" kind="group" side="west")",
         "changed    Ship owners: side none -> Westbank"},
        {"MembersOfADelegation", R"(<possible actor="owners"/>)", R"(<member actor="reed"/>)",
         "changed    East team at “Meeting in May”: no longer perhaps with Ship owners [Lantern]\n"
         "changed    East team at “Meeting in May”: with Tomas Reed [Lantern]"},
        {"TheHeadOfADelegation", R"( head="calder")", "",
         "changed    East team at “Meeting in May”: head Calder -> none [Lantern]"},
        {"ATieMore", "</ties>", R"(<tie from="calder" to="reed" type="advises"/></ties>)",
         "added      Calder advises Tomas Reed"},
        {"TheTypeOfATie", R"(type="speaks-for")", R"(type="heads")",
         "changed    Tomas Reed heads Ship owners: type speaks-for -> heads [Post]"},
        {"AnArticleMore", "</articles>", R"(<article id="a4" outlet="Wire" title="News"/></articles>)",
         "added      article Wire, “News”"},
        {"AnAddressOfAnArticle", "https://example.org/1", "https://example.org/2",
         "changed    Post, “Calls”: url https://example.org/1 -> https://example.org/2"},
        {"AColourOfASide", "#0062a3", "#0062a4", "changed    Eastbank: colour #0062a3 -> #0062a4"},
        {"AChart", R"(subtitle="so far")", R"(subtitle="to this day")",
         "changed    the chart timeline: subtitle “so far” -> “to this day”"},
        {"TheAsOfDay", R"(as-of="2024-03-13")", R"(as-of="2024-03-14")",
         "changed    the dossier: as-of 13 Mar 2024 -> 14 Mar 2024"},
        {"AMarkOfReview", R"(weight="7" emphasis="yes"
           review="new")",
         R"(weight="7" emphasis="yes")", "upkeep     1 mark of review"},
        {"TheOrderOfSides", R"(    <side id="east" code="E" name="Eastbank" colour="#0062a3"/>
    <side id="west" code="W" name="Westbank"/>)",
         R"(    <side id="west" code="W" name="Westbank"/>
    <side id="east" code="E" name="Eastbank" colour="#0062a3"/>)",
         "upkeep     1 order in the file"},
    };
    return list;
}

/// Both with a third article, which no edit has to bring first.
std::string with_third(std::string xml) {
    const std::string after = R"(<article id="a2" outlet="Lantern"/>)";
    return xml.replace(xml.find(after), after.size(), after + R"(<article id="a3" outlet="Herald"/>)");
}

class DiffOf : public ::testing::TestWithParam<Edit> {};

TEST_P(DiffOf, IsSaidInALine) {
    const Edit& edit = GetParam();
    const Model before = read(with_third(testing::sample_dossier()));
    const Model after = read(with_third(testing::sample_with(edit.from, edit.to)));
    const ModelDiff diff = diff_models(before, after);
    const std::string said = edit.said;
    EXPECT_EQ(to_text(diff, false), said.empty() ? "" : said + "\n");
    EXPECT_EQ(diff.empty(), said.empty());
    EXPECT_EQ(to_markdown(diff).empty(), said.empty());
    EXPECT_EQ(dump(applied(diff)), dump(comparable(after)));
    // The way back is a change too, and as complete.
    const ModelDiff back = diff_models(after, before);
    EXPECT_EQ(back.empty(), said.empty());
    EXPECT_EQ(dump(applied(back)), dump(comparable(before)));
}

INSTANTIATE_TEST_SUITE_P(Sample, DiffOf, ::testing::ValuesIn(edits()), [](const ::testing::TestParamInfo<Edit>& row) {
    return row.param.name;
});

TEST(Diff, CallsAnEventThatWasRejectedInReviewRetracted) {
    std::string xml = testing::sample_with(R"(status="planned">)", R"(status="planned" review="rejected">)");
    const std::string team = R"(event="meeting" side="east" head="calder" review="new")";
    xml.replace(xml.find(team), team.size(), R"(event="meeting" side="east" head="calder" review="rejected")");
    for (const std::string& reference : {std::string(R"( before="meeting")"), std::string("call meeting")}) {
        xml.replace(xml.find(reference), reference.size(), reference == "call meeting" ? "call" : "");
    }
    const ModelDiff diff = diff_models(sample(), read(xml));
    EXPECT_THAT(to_text(diff, false), HasSubstr("retracted  Meeting in May (planned for May 2024) [Post, Lantern]\n"));
    EXPECT_THAT(to_text(diff, false), HasSubstr("retracted  delegation East team at “Meeting in May” [Lantern]\n"));
    EXPECT_EQ(dump(applied(diff)), dump(comparable(read(xml))));
}

TEST(Diff, CallsWhatRestsOnRetractedArticlesAloneRetracted) {
    const Model after = read(testing::sample_with(R"(read="yes")", R"(read="yes" status="retracted")"));
    const ModelDiff diff = diff_models(sample(), after);
    EXPECT_EQ(to_text(diff, false), "retracted  Calder and Reed speak (26 Feb–3 Mar 2024, according to Calder) [Post]\n"
                                    "retracted  Tomas Reed speaks-for Ship owners [Post]\n"
                                    "retracted  actor Ines Calder [Post]\n"
                                    "changed    Post, “Calls”: status stands -> retracted\n");
    EXPECT_EQ(dump(applied(diff)), dump(comparable(after)));
    // It stood on nothing that stands before: that is no news.
    EXPECT_TRUE(diff_models(after, after).empty());
}

TEST(Diff, KnowsThingsByWhatTheyAreWhereIdsChanged) {
    std::string xml = testing::sample_dossier();
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"\"call\"", "\"telephone\""},
                                                          {"call meeting", "telephone meeting"},
                                                          {"\"calder\"", "\"c1\""},
                                                          {"\"a1\"", "\"a9\""},
                                                          {"\"east\"", "\"side-1\""},
                                                          {"\"team\"", "\"d1\""}}) {
        for (std::size_t at = 0; (at = xml.find(from, at)) != std::string::npos; at += to.size()) {
            xml.replace(at, from.size(), to);
        }
    }
    const Model after = read(xml);
    const ModelDiff diff = diff_models(sample(), after);
    EXPECT_EQ(to_text(diff, false), "upkeep     5 ids\n");
    EXPECT_EQ(dump(applied(diff)), dump(comparable(after)));
}

TEST(Diff, IsNotMisledByAnIdThatAnotherThingHasNow) {
    // a1 became a2 and a new article got the number a1, as when articles are read anew in the order of their names.
    std::string xml = testing::sample_dossier();
    for (std::size_t at = 0; (at = xml.find("\"a1\"", at)) != std::string::npos; at += 4) {
        xml.replace(at, 4, "\"b1\"");
    }
    const std::string articles = "  <articles>\n";
    xml.replace(xml.find(articles), articles.size(), articles + R"(<article id="a1" outlet="Herald" title="First"/>)");
    const Model after = read(xml);
    const ModelDiff diff = diff_models(sample(), after);
    EXPECT_EQ(to_text(diff, false), "added      article Herald, “First”\nupkeep     1 id\n");
    EXPECT_EQ(dump(applied(diff)), dump(comparable(after)));
}

TEST(Diff, OfAGeneratedModelWithItselfIsEmpty) {
    support::GeneratorOptions options;
    options.most_events = 200;
    options.charts = true;
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(support::models_asked(100)); ++seed) {
        const Model model = support::generate_model(seed, options);
        ASSERT_TRUE(diff_models(model, model).empty()) << "seed " << seed;
    }
}

/// Some edits at random, such as a person makes.
Model edited(Model model, std::uint64_t seed) {
    support::Random random(seed);
    for (Event& event : model.events) {
        switch (random.below(8)) {
        case 0:
            event.title += " again";
            break;
        case 1:
            event.status = event.status == Status::planned ? Status::cancelled : Status::planned;
            event.when = Edtf();
            break;
        case 2:
            if (!event.parties.empty()) {
                event.parties.pop_back();
            }
            break;
        case 3:
            std::reverse(event.parties.begin(), event.parties.end());
            break;
        case 4:
            std::rotate(event.citations.begin(), event.citations.begin() + (event.citations.empty() ? 0 : 1),
                        event.citations.end());
            break;
        case 5:
            event.detail.clear();
            event.weight = 3;
            break;
        default:
            break;
        }
    }
    std::reverse(model.sides.begin(), model.sides.end());
    for (Tie& tie : model.ties) {
        tie.type = random.below(3) == 0 ? TieType::advises : tie.type;
    }
    return model;
}

TEST(Diff, AppliedGivesTheNewModel) {
    support::GeneratorOptions options;
    options.most_events = 120;
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(support::models_asked(100)); ++seed) {
        const Model whole = support::generate_model(seed, options);
        const support::Split split = support::split_model(whole, seed);
        for (const auto& [before, after] :
             {std::pair(split.known, split.grown), std::pair(split.grown, split.known),
              std::pair(split.known, edited(split.grown, seed)), std::pair(edited(whole, seed), whole)}) {
            const ModelDiff diff = diff_models(before, after);
            ASSERT_EQ(dump(applied(diff)), dump(comparable(after))) << "seed " << seed;
            for (const Change& change : diff.changes) {
                ASSERT_TRUE(change.kind == ChangeKind::renamed || change.kind == ChangeKind::retracted ||
                            !change.fields.empty())
                    << "seed " << seed;
            }
        }
    }
}

TEST(Diff, PrintsJsonThatSaysWhatChanged) {
    const Model after = read(testing::sample_with(R"(when="2024-05")", R"(when="2024-06")"));
    const auto json = nlohmann::json::parse(to_json(diff_models(sample(), after)));
    EXPECT_EQ(json.at("demarche_diff"), 1);
    EXPECT_EQ(json.at("same"), false);
    ASSERT_EQ(json.at("changes").size(), 1U);
    const auto& change = json.at("changes").at(0);
    EXPECT_EQ(change.at("kind"), "changed");
    EXPECT_EQ(change.at("group"), "facts");
    EXPECT_EQ(change.at("id"), "meeting");
    EXPECT_EQ(change.at("was"), nullptr);
    EXPECT_EQ(change.at("articles"), (std::vector<std::string>{"a1", "a2"}));
    EXPECT_EQ(change.at("fields").at(0).at("path"), std::vector<std::string>{"when"});
    EXPECT_EQ(change.at("fields").at(0).at("before"), "2024-05");
    EXPECT_EQ(change.at("fields").at(0).at("after"), "2024-06");
    const auto same = nlohmann::json::parse(to_json(diff_models(sample(), sample())));
    EXPECT_EQ(same.at("same"), true);
    EXPECT_TRUE(same.at("changes").empty());
}

TEST(Diff, ColoursTheKindAloneAndLetsNoControlCharacterThrough) {
    Model after = sample();
    after.events[1].title = "Evil \x1b[31m title";
    const ModelDiff diff = diff_models(sample(), after);
    EXPECT_THAT(to_text(diff, true), HasSubstr("\x1b[33mchanged\x1b[0m    Evil"));
    EXPECT_THAT(to_text(diff, false), Not(HasSubstr("\x1b")));
    after.events[1].title = "A *bold* [link](x) <b>";
    EXPECT_THAT(to_markdown(diff_models(sample(), after)), HasSubstr(R"(A \*bold\* \[link\](x) \<b>)"));
}

} // namespace
} // namespace demarche
