// `demarche diff` as a person or a script runs it: what is printed, and the exit code, 0, 1 or 2, as of diff(1).

#include "charts.hpp"
#include "tree.hpp"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kDossier = R"(<dossier title="Two meetings" as-of="2031-05-06">
  <articles><article id="a1" outlet="The Courier" title="Envoys meet" published="2031-05-06"/></articles>
  <actors><actor id="ada" name="Ada North"/><actor id="sol" name="Sol South"/></actors>
  <events>
    <event id="meeting" title="Envoys meet again" when="2031-05-09" type="consult/meet" status="planned">
      <party actor="ada"/><party actor="sol"/>
      <cite article="a1"/>
    </event>
  </events>
</dossier>
)";

std::string with(const std::string& from, const std::string& to) {
    std::string text = kDossier;
    return text.replace(text.find(from), from.size(), to);
}

class DiffCommand : public testing::Test {
protected:
    DiffCommand()
        : old_(scratch_.write("old.dossier.xml", kDossier)),
          new_(scratch_.write("new.dossier.xml", with("status=\"planned\"", "status=\"cancelled\""))) {}

    /// Trouble is exit 2, said on stderr alone.
    static void expect_trouble(const Outcome& outcome, const std::string& said) {
        EXPECT_EQ(outcome.exit, 2) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr("error"));
        EXPECT_THAT(outcome.err, HasSubstr(said));
    }

    Scratch scratch_;
    std::filesystem::path old_;
    std::filesystem::path new_;
};

TEST_F(DiffCommand, OfADossierWithItselfSaysNothing) {
    for (const auto& example : examples()) {
        const auto path = (tree() / example).string();
        for (const std::string form : {"text", "md"}) {
            const auto outcome = run(demarche({"diff", path, path, "--as", form}));
            EXPECT_EQ(outcome.exit, 0) << path << outcome.err;
            EXPECT_THAT(outcome.out + outcome.err, IsEmpty()) << path;
        }
        const auto outcome = run(demarche({"diff", path, path, "--as", "json"}));
        EXPECT_EQ(outcome.exit, 0);
        EXPECT_TRUE(nlohmann::json::parse(outcome.out).at("changes").empty()) << path;
    }
}

TEST_F(DiffCommand, SaysWhatChangedAndExitsWithOne) {
    const auto outcome = run(demarche({"diff", old_, new_}));
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_EQ(outcome.out, "cancelled  Envoys meet again: planned for 9 May 2031 -> cancelled [The Courier]\n");
    EXPECT_EQ(outcome.err, "");
}

TEST_F(DiffCommand, PrintsMarkdownAndJson) {
    const auto markdown = run(demarche({"diff", old_, new_, "--as", "md"}));
    EXPECT_EQ(markdown.exit, 1);
    EXPECT_EQ(markdown.out,
              "## Two meetings, 2031-05-06\n\n### No longer stands\n\n- **cancelled:** Envoys meet again: "
              "planned for 9 May 2031 -> cancelled (The Courier)\n");
    const auto json = run(demarche({"diff", old_, new_, "--as", "json"}));
    EXPECT_EQ(json.exit, 1);
    EXPECT_EQ(nlohmann::json::parse(json.out).at("changes").at(0).at("kind"), "cancelled");
}

TEST_F(DiffCommand, HasNoColoursInAFile) {
    for (const auto& environment : {std::map<std::string, std::string>{}, {{"NO_COLOR", "1"}}}) {
        auto command = demarche({"diff", old_, new_});
        command.environment = environment;
        EXPECT_THAT(run(command).out, Not(HasSubstr("\x1b")));
    }
}

TEST_F(DiffCommand, ReadsOneOfThemFromStandardInput) {
    auto command = demarche({"diff", "-", new_});
    command.input = kDossier;
    EXPECT_EQ(run(command).exit, 1);
    command.words.pop_back();
    command.words.push_back(old_);
    EXPECT_EQ(run(command).exit, 0);
    command.words.pop_back();
    command.words.emplace_back("-");
    expect_trouble(run(command), "standard input");
}

TEST_F(DiffCommand, ExitsWithTwoWhereOneOfThemCannotBeRead) {
    expect_trouble(run(demarche({"diff", old_, scratch_.path() / "nowhere.xml"})), "nowhere.xml");
    expect_trouble(run(demarche({"diff", scratch_.path(), new_})), "error");
    expect_trouble(run(demarche({"diff", scratch_.write("empty.xml", ""), new_})), "empty.xml");
    expect_trouble(run(demarche({"diff", old_, scratch_.write("torn.xml", "<dossier title=\"x\"><events>")})),
                   "torn.xml:1");
    expect_trouble(run(demarche({"diff", old_, scratch_.write("bytes.xml", std::string("\xff\xfe\0\1", 4))})),
                   "bytes.xml");
    expect_trouble(run(demarche({"diff", old_})), "At least 2 required");
    expect_trouble(run(demarche({"diff", old_, new_, "--as", "jsn"})), "did you mean \"json\"");
}

TEST_F(DiffCommand, ExitsWithTwoWhereOneOfThemHasAnError) {
    const auto faulty = scratch_.write("faulty.dossier.xml", with("<party actor=\"sol\"/>", "<party actor=\"sool\"/>"));
    expect_trouble(run(demarche({"diff", old_, faulty})), "faulty.dossier.xml:6:41: error: no actor \"sool\"");
    expect_trouble(run(demarche({"diff", faulty, old_})), "did you mean \"sol\"?");
}

TEST_F(DiffCommand, ComparesWhatTwoChartsShow) {
    const auto charts = [&](const std::filesystem::path& dossier, const std::string& folder) {
        draw(dossier, scratch_.path() / folder, "svg");
        return scratch_.path() / folder;
    };
    const auto before = charts(old_, "old");
    const auto after = charts(new_, "new");
    for (const std::string chart : {"timeline.svg", "network.svg"}) {
        const auto same = run(demarche({"diff", before / chart, before / chart}));
        EXPECT_EQ(same.exit, 0) << same.err;
        EXPECT_EQ(same.out + same.err, "");
        const auto differs = run(demarche({"diff", before / chart, after / chart}));
        EXPECT_EQ(differs.exit, 1) << differs.err;
        EXPECT_THAT(differs.out, HasSubstr("changed    9 May 2031: Envoys meet again: “"));
        EXPECT_THAT(differs.out, HasSubstr("Cancelled"));
        const auto json = run(demarche({"diff", before / chart, after / chart, "--as", "json"}));
        EXPECT_EQ(nlohmann::json::parse(json.out).at("changes").at(0).at("names").at("event"), "meeting");
    }
    expect_trouble(run(demarche({"diff", before / "timeline.svg", after / "network.svg"})), "compare two timelines");
    expect_trouble(run(demarche({"diff", scratch_.write("bare.svg", "<svg/>"), after / "network.svg"})), "bare.svg");
}

TEST_F(DiffCommand, ExitsWithTwoForADossierAndAChart) {
    const auto chart = tree() / "output" / "timeline.svg";
    expect_trouble(run(demarche({"diff", old_, chart})), "timeline.svg: error: this is an SVG chart");
    expect_trouble(run(demarche({"diff", chart, old_})), "timeline.svg: error: this is an SVG chart");
}

TEST_F(DiffCommand, DrawSinceMarksWhatChanged) {
    const auto since = run(demarche({"draw", new_, "--since", old_, "--chart", "timeline", "-T", "svg", "-o", "-"}));
    EXPECT_EQ(since.exit, 0) << since.err;
    EXPECT_EQ(since.err, "");
    EXPECT_THAT(since.out, HasSubstr(">CHANGED<"));
    EXPECT_THAT(since.out, HasSubstr("Changed since 6 May 2031."));
    EXPECT_THAT(since.out, HasSubstr(">changed since 6 May 2031<"));
    const auto plain = run(demarche({"draw", new_, "--chart", "timeline", "-T", "svg", "-o", "-"}));
    EXPECT_THAT(plain.out, Not(HasSubstr("CHANGED")));
    EXPECT_THAT(plain.out, Not(HasSubstr("since")));
}

TEST_F(DiffCommand, DrawSinceRefusesWhatItCannotCompare) {
    const auto out = (scratch_.path() / "out").string();
    const auto refused = [&](std::vector<std::string> more, int code, const std::string& said) {
        std::vector<std::string> words{"draw", new_, "-o", out};
        words.insert(words.end(), more.begin(), more.end());
        const auto outcome = run(demarche(words));
        EXPECT_EQ(outcome.exit, code) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(said));
        EXPECT_FALSE(std::filesystem::exists(out)) << "nothing is drawn";
    };
    refused({"--since", scratch_.path() / "nowhere.xml"}, 1, "nowhere.xml");
    refused({"--since", scratch_.write("torn.xml", "<dossier title=\"x\">")}, 1, "torn.xml:1");
    refused({"--since", tree() / "output" / "timeline.svg"}, 1, "<svg>, not <dossier>");
    refused({"--since", old_, old_}, 2, "--since is an older state of one dossier");
    refused({"--since"}, 2, "--since");
}

} // namespace
} // namespace demarche::house
