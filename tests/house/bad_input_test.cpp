// What the program says and does where it cannot go on: the exit code, a message that names the file, and the
// old charts as they were.

#include "charts.hpp"
#include "tree.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A small dossier whose one citation stands in its article.
constexpr const char* kArticle = "The envoys met in the old library on Monday. They agreed to meet again.\n";
constexpr const char* kDossier = R"(<dossier title="Two meetings" as-of="2031-05-06">
  <articles>
    <article id="a1" file="a1.txt" outlet="The Courier" title="Envoys meet" published="2031-05-06"/>
  </articles>
  <sides>
    <side id="north" code="N" name="Northland"/>
    <side id="south" code="S" name="Southland"/>
  </sides>
  <actors>
    <actor id="ada" name="Ada North" kind="person" side="north"><cite article="a1"/></actor>
    <actor id="sol" name="Sol South" kind="person" side="south"><cite article="a1"/></actor>
  </actors>
  <events>
    <event id="meeting" title="Envoys meet" when="2031-05-05" type="consult/meet">
      <party actor="ada" as="participant"/>
      <party actor="sol" as="participant"/>
      <cite article="a1">met in the old library on Monday</cite>
    </event>
  </events>
</dossier>
)";

/// A folder with the dossier, its article, and charts that were drawn before.
class BadInput : public testing::Test {
protected:
    BadInput() {
        std::ignore = scratch_.write("in/a1.txt", kArticle);
        dossier_ = scratch_.write("in/small.dossier.xml", kDossier);
        for (const auto& name : names_) {
            std::ignore = scratch_.write("out/" + name, "an older " + name);
        }
    }

    Command draw_command(const fs::path& dossier) const {
        return demarche({"draw", dossier, "-o", out(), "-T", "svg,pdf"});
    }

    fs::path out() const { return scratch_.path() / "out"; }

    /// The run failed with this code, said so on stderr alone, and left the old charts and nothing else.
    void expect_refused(const Command& command, int code, const std::vector<std::string>& said) const {
        const auto outcome = run(command);
        EXPECT_EQ(outcome.exit, code) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr("error"));
        for (const auto& words : said) {
            EXPECT_THAT(outcome.err, HasSubstr(words));
        }
        expect_old_charts();
    }

    void expect_old_charts() const {
        const auto files = files_in(out());
        EXPECT_EQ(files.size(), names_.size()) << "something was left behind";
        for (const auto& name : names_) {
            EXPECT_EQ(bytes_of(out() / name), "an older " + name);
        }
    }

    Scratch scratch_;
    fs::path dossier_;
    const std::vector<std::string> names_{"network.pdf", "network.svg", "timeline.pdf", "timeline.svg"};
};

TEST_F(BadInput, TheDossierItselfIsGood) {
    const auto outcome = run(draw_command(dossier_));
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    for (const auto& name : names_) {
        EXPECT_GT(fs::file_size(out() / name), 500U) << name;
    }
    EXPECT_EQ(files_in(out()).size(), names_.size());
}

TEST_F(BadInput, MissingFile) {
    const auto missing = scratch_.path() / "in/none.dossier.xml";
    expect_refused(draw_command(missing), 1, {"none.dossier.xml"});
}

TEST_F(BadInput, FolderInsteadOfAFile) {
    expect_refused(draw_command(scratch_.path() / "in"), 1, {"folder"});
}

TEST_F(BadInput, UnreadableFile) {
    fs::permissions(dossier_, fs::perms::none);
    auto command = draw_command(dossier_);
    command.respect_permissions = true;
    expect_refused(command, 1, {"small.dossier.xml", "ermission"});
}

TEST_F(BadInput, EmptyFile) {
    expect_refused(draw_command(scratch_.write("in/empty.dossier.xml", "")), 1, {"empty.dossier.xml"});
}

TEST_F(BadInput, NoEvents) {
    const std::string text = kDossier;
    const auto from = text.find("  <events>");
    const auto to = text.find("</dossier>");
    const auto file = scratch_.write("in/quiet.dossier.xml", text.substr(0, from) + text.substr(to));
    expect_refused(draw_command(file), 1, {"quiet.dossier.xml", "no events"});
}

TEST_F(BadInput, ArticleChangedSinceItWasCited) {
    std::ignore = scratch_.write("in/a1.txt", "The envoys met in the new library on Monday.\n");
    expect_refused(draw_command(dossier_), 1, {"small.dossier.xml:17:", "a1"});
}

TEST_F(BadInput, ArticleMissing) {
    fs::remove(scratch_.path() / "in/a1.txt");
    expect_refused(draw_command(dossier_), 1, {"a1.txt"});
}

TEST_F(BadInput, UnknownTemplate) {
    auto command = draw_command(dossier_);
    command.words.insert(command.words.end(), {"--template", "reprot"});
    expect_refused(command, 2, {"reprot", "report"});
}

TEST_F(BadInput, TemplateOrVariantNamedTwice) {
    for (const auto* twice : {"web,web", "web+dark+dark"}) {
        auto command = draw_command(dossier_);
        command.words.insert(command.words.end(), {"--template", twice});
        expect_refused(command, 2, {"once"});
    }
}

TEST_F(BadInput, SeveralDossiersToStandardOutput) {
    const auto other = scratch_.write("in/other.dossier.xml", kDossier);
    expect_refused(demarche({"draw", dossier_, other, "-T", "svg", "--chart", "timeline", "-o", "-"}), 2,
                   {"2 dossiers", "directory"});
}

TEST_F(BadInput, OptionOfAFormatThatIsNotWritten) {
    expect_refused(demarche({"draw", dossier_, "-o", out(), "-T", "svg", "--pdf-a"}), 2, {"--pdf-a", "add pdf"});
    expect_refused(demarche({"draw", dossier_, "-o", out(), "--full-text"}), 2, {"--full-text", "add html"});
    expect_refused(demarche({"draw", dossier_, "-o", out(), "-T", "pdf", "--text", "live"}), 2, {"--text", "add svg"});
    expect_refused(demarche({"draw", dossier_, "-o", out(), "--png-scale", "2"}), 2, {"--png-scale", "add png"});
}

TEST_F(BadInput, ShowingWhatIsNoTemplate) {
    expect_refused(demarche({"templates", "show", dossier_}), 1, {"<dossier>, not <template>"});
    expect_refused(demarche({"templates", "show", scratch_.path() / "in/a1.txt"}), 1, {"a1.txt:1:", "not well-formed"});
    expect_refused(demarche({"templates", "show", ""}), 2, {"no template \"\""});
}

TEST_F(BadInput, FolderOfTablesThatIsNoFolder) {
    const auto article = scratch_.path() / "in/a1.txt";
    for (const auto& data : {scratch_.path() / "in/none", article}) {
        expect_refused(demarche({"draw", article, "--published", "2031-05-06", "--data", data, "-o", out()}), 2,
                       {data, "folder"});
    }
}

TEST_F(BadInput, UnknownFormatAndChart) {
    expect_refused(demarche({"draw", dossier_, "-o", out(), "-T", "svgz"}), 2, {"svgz", "svg"});
    expect_refused(demarche({"draw", dossier_, "-o", out(), "--chart", "timelime"}), 2, {"timelime", "timeline"});
}

TEST_F(BadInput, UnknownOptionAndCommand) {
    expect_refused(demarche({"draw", dossier_, "--no-such-option"}), 2, {"no-such-option"});
    expect_refused(demarche({"drwa", dossier_}), 2, {"drwa"});
}

TEST_F(BadInput, NoPermissionToWrite) {
    fs::permissions(out(), fs::perms::owner_read | fs::perms::owner_exec);
    auto command = draw_command(dossier_);
    command.respect_permissions = true;
    expect_refused(command, 2, {out().string(), "ermission"});
    fs::permissions(out(), fs::perms::owner_all);
}

TEST_F(BadInput, OutputFolderIsAFile) {
    const auto file = scratch_.write("plain", "keep me");
    expect_refused(demarche({"draw", dossier_, "-o", file}), 2, {"plain"});
    EXPECT_EQ(bytes_of(file), "keep me");
}

TEST_F(BadInput, AWriteThatStopsHalfWay) {
    auto command = draw_command(dossier_);
    command.file_size_limit = 300;
    expect_refused(command, 2, {"arge"}); // "File too large"
}

TEST_F(BadInput, FullDisk) {
    // A file system of one page, mounted where only this one shell sees it.
    const auto disk = scratch_.path() / "disk";
    fs::create_directories(disk);
    const std::string script = "mount -t tmpfs -o size=4k tmpfs \"$1\" || exit 77\n"
                               "printf old >\"$1/timeline.svg\"\n"
                               "\"$2\" draw \"$3\" -o \"$1\" -T svg,pdf\n"
                               "echo \"exit $?\"\n"
                               "ls -A \"$1\"; cat \"$1/timeline.svg\"\n";
    Command command;
    command.words = {"unshare", "--mount"};
    if (geteuid() != 0) {
        command.words.insert(command.words.end(), {"--user", "--map-root-user"});
    }
    command.words.insert(command.words.end(), {"sh", "-c", script, "sh", disk, DEMARCHE_PROGRAM, dossier_});
    const auto outcome = run(command);
    if (outcome.exit == 77 || outcome.out.find("exit ") == std::string::npos) {
        GTEST_SKIP() << "no right to mount here: " << outcome.err;
    }
    EXPECT_EQ(outcome.out, "exit 2\ntimeline.svg\nold");
    EXPECT_THAT(outcome.err, HasSubstr("disk is full"));
}

TEST_F(BadInput, StandardOutputIsFull) {
    Command command;
    command.words = {"sh", "-c", "\"$0\" export \"$1\" --to json >/dev/full", DEMARCHE_PROGRAM, dossier_};
    const auto outcome = run(command);
    EXPECT_EQ(outcome.exit, 2) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("error"));
}

} // namespace
} // namespace demarche::house
