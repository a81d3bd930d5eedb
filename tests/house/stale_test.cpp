// Articles that change behind a dossier, by the command line: check, check --fix, and retracted articles in the charts.

#include "charts.hpp"
#include "tree.hpp"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kArticle =
    "The envoys met in the old library on Monday. They agreed to meet again in two weeks.\n";
constexpr const char* kPage =
    "<html><head><title>Envoys part</title></head><body><article><h1>Envoys part</h1>"
    "<p>The envoys of the two shores left the old library without a word on Tuesday evening, said the porter.</p>"
    "<p>Nothing else was known of their talks, which had begun on Monday and were to go on all week.</p>"
    "</article></body></html>\n";
constexpr const char* kDossier = R"(<dossier title="Two meetings" as-of="2031-05-07">
  <articles>
    <article id="a1" file="a1.txt" outlet="The Courier" title="Envoys meet" published="2031-05-06"/>
    <article id="a2" file="a2.html" outlet="The Herald" title="Envoys part" published="2031-05-07"/>
  </articles>
  <sides><side id="north" code="N" name="Northland"/><side id="south" code="S" name="Southland"/></sides>
  <actors>
    <actor id="ada" name="Ada North" side="north"><cite article="a1"/></actor>
    <actor id="sol" name="Sol South" side="south"><cite article="a1"/></actor>
  </actors>
  <events>
    <event id="meeting" title="Envoys meet" when="2031-05-05" type="consult/meet">
      <party actor="ada"/><party actor="sol"/>
      <cite article="a1" start="11" end="43">met in the old library on Monday</cite>
    </event>
    <event id="parting" title="Envoys part" when="2031-05-06" type="consult/meet">
      <party actor="ada"/><party actor="sol"/>
      <cite article="a2">left the old library without a word on Tuesday evening</cite>
    </event>
  </events>
</dossier>
)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

class Stale : public testing::Test {
protected:
    Stale() {
        article(kArticle);
        page(kPage);
        dossier_ = scratch_.write("story.dossier.xml", kDossier);
    }

    void article(const std::string& text) const { std::ignore = scratch_.write("a1.txt", text); }

    void page(const std::string& text) const { std::ignore = scratch_.write("a2.html", text); }

    void dossier(const std::string& text) const { std::ignore = scratch_.write("story.dossier.xml", text); }

    Outcome check(std::vector<std::string> arguments, const std::string& input = "") const {
        arguments.insert(arguments.begin(), "check");
        Command command = demarche(arguments);
        command.input = input;
        command.directory = scratch_.path();
        return run(command);
    }

    std::string draw(const std::string& formats, int code = 0) const {
        Command command = demarche({"draw", "story.dossier.xml", "-o", "out", "-T", formats});
        command.directory = scratch_.path();
        const Outcome outcome = run(command);
        EXPECT_EQ(outcome.exit, code) << outcome.err;
        return outcome.err;
    }

    std::string drawn(const std::string& name) const { return bytes_of(scratch_.path() / "out" / name); }

    Scratch scratch_;
    fs::path dossier_;
};

TEST_F(Stale, CheckSaysWhatStandsThereNowAndWritesNothing) {
    article("Corrected. " + replaced(kArticle, "library", "town hall"));
    page(replaced(kPage, "without a word", "without a handshake"));
    const Outcome outcome = check({"story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(
        outcome.err,
        HasSubstr("story.dossier.xml:14:7: error: the words \"met in the old [library] on Monday\" are not in the "
                  "article \"a1\", which says \"met in the old [town hall] on Monday\" (line 1, characters 22 to "
                  "56); "));
    EXPECT_THAT(outcome.err, HasSubstr(":18:7: error: the words \"left the old library without a [word] on Tuesday "
                                       "evening\" are not in the article \"a2\", which says \"left the old library "
                                       "without a [handshake] on Tuesday evening\" (line "));
    EXPECT_EQ(bytes_of(dossier_), kDossier);
    EXPECT_THAT(draw("svg", 1), HasSubstr("which says")) << "a citation that no longer holds is an error";
}

TEST_F(Stale, FixMendsTheDossierAndNothingElseInIt) {
    article("Corrected. " + std::string(kArticle));
    page(replaced(kPage, "without a word", "without a handshake"));
    const Outcome outcome = check({"--fix", "story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(":14:7: note: fixed: start and end are 22 and 54 for the words \"met in the"));
    EXPECT_THAT(outcome.err, HasSubstr(":18:7: warning: fixed: \"left the old library without a [word] on Tuesday "
                                       "evening\" becomes \"left the old library without a [handshake] on Tuesday "
                                       "evening\""));
    EXPECT_THAT(outcome.err, HasSubstr("1 fact is not reviewed yet"));
    std::string expected = replaced(kDossier, "start=\"11\" end=\"43\"", "start=\"22\" end=\"54\"");
    expected = replaced(expected, "without a word", "without a handshake");
    expected = replaced(expected, "when=\"2031-05-06\" type=\"consult/meet\"",
                        "when=\"2031-05-06\" type=\"consult/meet\" review=\"new\"");
    EXPECT_EQ(bytes_of(dossier_), expected);
    const auto written = fs::last_write_time(dossier_);
    const Outcome again = check({"--fix", "story.dossier.xml"});
    EXPECT_EQ(again.exit, 0);
    EXPECT_THAT(again.err, Not(HasSubstr("fixed")));
    EXPECT_EQ(fs::last_write_time(dossier_), written) << "nothing to fix: nothing written";
}

TEST_F(Stale, FixReportsWhatIsLostAndLeavesIt) {
    article("The envoys did not say where they had been.\n");
    page(replaced(kPage, "without a word", "without a handshake"));
    const Outcome outcome = check({"--fix", "story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr(":14:7: error: the words \"met in the old library on Monday\" are not in the"));
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("start=\"11\" end=\"43\">met in the old library on Monday</cite>"));
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("without a handshake")) << "the others are mended";
}

TEST_F(Stale, DryRunSaysWhatFixWouldDo) {
    article("Corrected. " + std::string(kArticle));
    const Outcome outcome = check({"--fix", "--dry-run", "story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.err, HasSubstr(":14:7: note: would be fixed: start and end are 22 and 54"));
    EXPECT_EQ(bytes_of(dossier_), kDossier);
    EXPECT_EQ(check({"--dry-run", "story.dossier.xml"}).exit, 2) << "of --fix alone";
}

TEST_F(Stale, FixRefusesADossierWithoutAFile) {
    const Outcome outcome = check({"--fix", "-"}, kDossier);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err,
                HasSubstr("--fix rewrites the dossier, and this one has no file; name the dossier's file"));
}

TEST_F(Stale, FixKeepsLinksAndPermissions) {
    article("Corrected. " + std::string(kArticle));
    fs::permissions(dossier_, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    fs::create_symlink("story.dossier.xml", scratch_.path() / "link.xml");
    EXPECT_EQ(check({"--fix", "link.xml"}).exit, 0);
    EXPECT_TRUE(fs::is_symlink(scratch_.path() / "link.xml"));
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("start=\"22\""));
    EXPECT_EQ(fs::status(dossier_).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    EXPECT_EQ(files_in(scratch_.path()).size(), 4U) << "nothing temporary is left";
}

TEST_F(Stale, FixGoesOnWithTheNextDossier) {
    article("Corrected. " + std::string(kArticle));
    const Outcome outcome = check({"--fix", "none.xml", "story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr("none.xml"));
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("start=\"22\""));
}

TEST_F(Stale, FindingsAreThereForPrograms) {
    article(replaced(kArticle, "library", "town hall"));
    const Outcome outcome = check({"--fix", "--diagnostics=json", "story.dossier.xml"});
    const auto findings = nlohmann::json::parse(outcome.err);
    ASSERT_FALSE(findings.empty());
    const auto fixed = std::find_if(findings.begin(), findings.end(),
                                    [](const auto& finding) { return finding["code"] == "fixed-words"; });
    ASSERT_NE(fixed, findings.end());
    EXPECT_EQ((*fixed)["line"], 14);
    EXPECT_THAT((*fixed)["message"].get<std::string>(), HasSubstr("[town hall]"));
}

// --- retracted articles

TEST_F(Stale, WhatRestsOnARetractedArticleAloneIsNotDrawn) {
    dossier(replaced(kDossier, "published=\"2031-05-07\"", "published=\"2031-05-07\" status=\"retracted\""));
    draw("svg,md,html");
    for (const char* name : {"timeline.md", "network.md"}) {
        EXPECT_THAT(drawn(name), Not(HasSubstr("Envoys part"))) << name;
        EXPECT_THAT(drawn(name), HasSubstr("1 fact rests on a retracted article alone and is not shown.")) << name;
    }
    for (const char* name : {"timeline.svg", "network.svg"}) {
        EXPECT_THAT(drawn(name), Not(HasSubstr("parting"))) << name;
        EXPECT_THAT(drawn(name), HasSubstr("retracted")) << name;
    }
    EXPECT_THAT(drawn("evidence.html"), HasSubstr("rests on retracted articles alone"));
    const Outcome outcome = check({"story.dossier.xml"});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("story.dossier.xml:16:5: warning: the event \"parting\" rests on retracted "
                                       "articles alone: it is not drawn; "));
    EXPECT_THAT(outcome.out, HasSubstr("\nretracted "));
}

TEST_F(Stale, ARetractedArticleThatIsNotAloneIsNamedAsSuch) {
    std::string text = replaced(kDossier, "published=\"2031-05-07\"", "published=\"2031-05-07\" status=\"retracted\"");
    text = replaced(text, "published=\"2031-05-06\"", "published=\"2031-05-06\" status=\"corrected\"");
    text = replaced(text, "word on Tuesday evening</cite>", "word on Tuesday evening</cite><cite article=\"a1\"/>");
    dossier(text);
    draw("md");
    for (const char* name : {"timeline.md", "network.md"}) {
        EXPECT_THAT(drawn(name), HasSubstr("Envoys part")) << name;
        EXPECT_THAT(drawn(name), HasSubstr("The Courier, “Envoys meet”, 6 May 2031, corrected")) << name;
        EXPECT_THAT(drawn(name), HasSubstr("The Herald, “Envoys part”, 7 May 2031, retracted")) << name;
        EXPECT_THAT(drawn(name), HasSubstr("one source")) << name << ": a retracted article counts for nothing";
        EXPECT_THAT(drawn(name), Not(HasSubstr("not shown"))) << name;
    }
}

TEST_F(Stale, NothingIsDrawnWhereAllIsRetracted) {
    std::string text = replaced(kDossier, "published=\"2031-05-07\"", "published=\"2031-05-07\" status=\"retracted\"");
    dossier(replaced(text, "published=\"2031-05-06\"", "published=\"2031-05-06\" status=\"retracted\""));
    EXPECT_THAT(draw("svg", 1), HasSubstr("every event rests on retracted articles alone; there is nothing to draw"));
}

TEST_F(Stale, NothingIsAddedOnTheWordOfARetractedArticle) {
    constexpr const char* kTale = "LIMA, Peru (Courier) — Peruvian Foreign Minister Ada Quispe met Chilean Foreign "
                                  "Minister Sol Rojas in Lima on Monday.\n";
    const auto assembled = [&](const std::string& status) {
        dossier("<dossier title=\"T\"><articles><article id=\"a1\" file=\"a1.txt\" published=\"2031-05-06\"" + status +
                "/></articles></dossier>");
        article(kTale);
        std::ignore = scratch_.write("again.txt", kTale);
        Command command = demarche({"assemble", "again.txt", "--published", "2031-05-06", "-o", "story.dossier.xml"});
        command.directory = scratch_.path();
        return run(command);
    };
    EXPECT_EQ(assembled("").exit, 0);
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("Quispe"));
    const Outcome outcome = assembled(" status=\"retracted\"");
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr("the same text as a1.txt, which was retracted: it is not read"));
    EXPECT_THAT(bytes_of(dossier_), Not(HasSubstr("Quispe")));
    EXPECT_THAT(bytes_of(dossier_), HasSubstr("status=\"retracted\""));
}

} // namespace
} // namespace demarche::house
