// draw --watch: the charts follow what they are made from, whatever an editor does to it.

#include "charts.hpp"
#include "running.hpp"
#include "tree.hpp"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

class Watching : public ::testing::Test {
protected:
    Scratch scratch;
    fs::path dossier = scratch.path() / "first.dossier.xml";
    fs::path timeline = scratch.path() / "charts/timeline.svg";
    std::string text = bytes_of(tree() / "examples/first-story/first.dossier.xml");

    void SetUp() override {
        for (const auto* const name : {"first.dossier.xml", "a1-call.txt", "a2-meeting.txt"}) {
            fs::copy_file(tree() / "examples/first-story" / name, scratch.path() / name);
        }
    }

    [[nodiscard]] std::vector<std::string> words(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> all{DEMARCHE_PROGRAM, "draw", "first.dossier.xml", "-o", "charts", "--watch"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    static void save(const fs::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }

    void save_by_rename(const std::string& bytes) const {
        save(dossier.string() + ".new", bytes);
        fs::rename(dossier.string() + ".new", dossier);
    }

    /// The story with a timeline of another title.
    [[nodiscard]] std::string titled(const std::string& title) const {
        std::string changed = text;
        changed.replace(changed.rfind("The ferry of Larkhaven"), 22, title);
        return changed;
    }

    [[nodiscard]] std::string drawn() const { return fs::exists(timeline) ? bytes_of(timeline) : ""; }

    [[nodiscard]] bool shows(const std::string& title) const { return drawn().find(title) != std::string::npos; }

    /// What one drawing of the same story makes in a process of its own.
    [[nodiscard]] std::string drawn_once(const std::string& file) const {
        auto command = demarche({"draw", "first.dossier.xml", "-o", "once", "-T", "svg,pdf"});
        command.directory = scratch.path();
        EXPECT_EQ(run(command).exit, 0);
        return bytes_of(scratch.path() / "once" / file);
    }
};

TEST_F(Watching, what_is_saved_is_drawn_and_what_is_broken_leaves_the_last_good_charts) {
    Running watch(words(), scratch.path());
    ASSERT_TRUE(watch.says("drew 4 files")) << watch.unread();
    EXPECT_EQ(drawn(), drawn_once("timeline.svg"));

    save(dossier, titled("Ferries at rest"));
    EXPECT_TRUE(comes_true([&] { return shows("Ferries at rest"); }));
    ASSERT_TRUE(watch.says("drew 4 files"));
    const std::string good = drawn();
    EXPECT_EQ(good, drawn_once("timeline.svg")) << "typefaces that are open already change nothing";

    save(dossier, titled("Broken").substr(0, text.size() / 2));
    EXPECT_TRUE(watch.says("first.dossier.xml:")) << watch.unread();
    EXPECT_TRUE(watch.says("the last good charts stand"));
    EXPECT_EQ(drawn(), good);

    save(dossier, titled("Mended"));
    EXPECT_TRUE(comes_true([&] { return shows("Mended"); }));
    ASSERT_TRUE(watch.says("drew 4 files"));
    EXPECT_EQ(drawn(), drawn_once("timeline.svg"));
    EXPECT_EQ(bytes_of(scratch.path() / "charts/network.pdf"), drawn_once("network.pdf"));
    EXPECT_EQ(watch.end(SIGTERM), 0);
}

TEST_F(Watching, a_burst_of_saves_in_place_and_by_rename_ends_in_the_last_state) {
    Running watch(words({"-T", "svg", "--chart", "timeline"}), scratch.path());
    ASSERT_TRUE(watch.says("drew 1 file "));
    for (int i = 0; i < 500; ++i) {
        const std::string bytes = titled("Save " + std::to_string(i) + " of many");
        if (i % 2 == 0) {
            save(dossier, bytes);
        } else {
            save_by_rename(bytes);
        }
    }
    EXPECT_TRUE(comes_true([&] { return shows("Save 499 of many"); })) << watch.unread();
    save_by_rename(titled("And again"));
    EXPECT_TRUE(comes_true([&] { return shows("And again"); })) << "the renamed file is still watched";
    EXPECT_EQ(watch.end(SIGINT), 0);
}

TEST_F(Watching, a_file_that_is_missing_is_waited_for) {
    fs::remove(dossier);
    Running watch(words(), scratch.path());
    ASSERT_TRUE(watch.says("first.dossier.xml: error: no such file"));
    ASSERT_TRUE(watch.says("nothing is drawn yet"));
    save(dossier, titled("Here at last"));
    EXPECT_TRUE(comes_true([&] { return shows("Here at last"); })) << watch.unread();

    const std::string article = bytes_of(scratch.path() / "a1-call.txt");
    fs::remove(scratch.path() / "a1-call.txt");
    ASSERT_TRUE(watch.says("the last good charts stand")) << watch.unread();
    EXPECT_TRUE(shows("Here at last"));
    save(scratch.path() / "a1-call.txt", article);
    EXPECT_TRUE(watch.says("drew 4 files")) << watch.unread();
    EXPECT_EQ(watch.end(SIGTERM), 0);
}

TEST_F(Watching, a_template_that_comes_later_is_seen_and_so_is_a_change_of_it) {
    Running watch(words({"-T", "svg"}), scratch.path());
    ASSERT_TRUE(watch.says("drew 2 files"));
    const auto house = [](const std::string& ink) {
        return "<template extends=\"report\"><colours ink=\"" + ink + "\"/></template>";
    };
    save(scratch.path() / "report.template.xml", house("#101112"));
    EXPECT_TRUE(comes_true([&] { return shows("#101112"); })) << watch.unread();
    save(scratch.path() / "report.template.xml", house("#131415"));
    EXPECT_TRUE(comes_true([&] { return shows("#131415"); })) << watch.unread();
    fs::remove(scratch.path() / "report.template.xml");
    EXPECT_TRUE(comes_true([&] { return !shows("#131415") && !drawn().empty(); })) << watch.unread();
    EXPECT_EQ(watch.end(SIGHUP), 0);
}

TEST_F(Watching, findings_as_json_are_an_array_a_drawing) {
    Running watch(words({"--diagnostics", "json", "-T", "svg"}), scratch.path());
    ASSERT_TRUE(watch.says("[")) << watch.unread();
    save(dossier, text.substr(0, text.size() / 2));
    ASSERT_TRUE(watch.says("\"severity\": \"error\"")) << watch.unread();
    EXPECT_THAT(watch.unread(), Not(HasSubstr("drew")));
    EXPECT_EQ(watch.end(SIGTERM), 0);
}

TEST_F(Watching, what_cannot_be_watched_is_refused) {
    const auto refused = [&](const std::vector<std::string>& more) {
        auto command = demarche({"draw", "first.dossier.xml", "--watch"});
        command.directory = scratch.path();
        command.words.insert(command.words.end(), more.begin(), more.end());
        const Outcome outcome = run(command);
        EXPECT_EQ(outcome.exit, 2) << outcome.err;
        return outcome.err;
    };
    EXPECT_THAT(refused({"-o", "-"}), HasSubstr("name a directory"));
    EXPECT_THAT(refused({"-", "-o", "charts"}), HasSubstr("standard input does not change"));
    EXPECT_THAT(refused({"--deps", "x.d"}), HasSubstr("--deps is for a build"));
}

} // namespace
} // namespace demarche::house
