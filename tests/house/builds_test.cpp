// Charts as a part of a build: what is unchanged stays, what changed is drawn, and whoever is killed leaves whole
// charts.

#include "charts.hpp"
#include "running.hpp"
#include "tree.hpp"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <random>
#include <sys/stat.h>
#include <sys/wait.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Building : public ::testing::Test {
protected:
    Scratch scratch;

    void copy_story(const fs::path& to) const {
        fs::create_directories(scratch.path() / to);
        for (const auto* const name : {"first.dossier.xml", "a1-call.txt", "a2-meeting.txt"}) {
            fs::copy_file(tree() / "examples/first-story" / name, scratch.path() / to / name);
        }
    }

    [[nodiscard]] Outcome here(std::vector<std::string> words) const {
        Command command;
        command.words = std::move(words);
        command.directory = scratch.path();
        return run(command);
    }

    [[nodiscard]] Outcome draw_here(std::vector<std::string> words) const {
        words.insert(words.begin(), {DEMARCHE_PROGRAM, "draw"});
        return here(words);
    }

    [[nodiscard]] std::string text(const fs::path& file) const { return bytes_of(scratch.path() / file); }

    void change_title(const fs::path& dossier, const std::string& title) const {
        std::string bytes = text(dossier);
        const auto at = bytes.find("kind=\"timeline\" title=\"") + 23;
        bytes.replace(at, bytes.find('"', at) - at, title);
        std::ignore = scratch.write(dossier, bytes);
    }

    /// As make and ninja see it: some time ago, whatever the clock's ticks.
    void age(const fs::path& file, int hours) const {
        fs::last_write_time(scratch.path() / file, fs::file_time_type::clock::now() - std::chrono::hours(hours));
    }
};

TEST_F(Building, what_is_unchanged_is_not_touched) {
    copy_story("story");
    const std::vector<std::string> words{"story/first.dossier.xml", "-o", "charts", "-T", "svg,pdf,gv,html,txt"};
    ASSERT_EQ(draw_here(words).exit, 0);
    std::map<fs::path, fs::file_time_type> before;
    for (const auto& file : files_in(scratch.path() / "charts")) {
        age(file, 5);
        before[file] = fs::last_write_time(file);
    }
    ASSERT_GE(before.size(), 7U);
    ASSERT_EQ(draw_here(words).exit, 0);
    for (const auto& [file, time] : before) {
        EXPECT_EQ(fs::last_write_time(file), time) << file;
    }
    change_title("story/first.dossier.xml", "Another");
    ASSERT_EQ(draw_here(words).exit, 0);
    EXPECT_NE(fs::last_write_time(scratch.path() / "charts/timeline.svg"),
              before.at(scratch.path() / "charts/timeline.svg"));
}

TEST_F(Building, dependencies_name_everything_that_was_read) {
    copy_story("a story");
    std::ignore = scratch.write("a story/desk.template.xml",
                                "<template extends=\"report\"><colours ink=\"#101112\"/></template>");
    std::ignore = scratch.write("a story/house.template.xml", "<template extends=\"desk\"/>");
    std::ignore = scratch.write("words/event_nouns.tsv", "");
    const Outcome drawn = draw_here({"a story/first.dossier.xml", "a story/a1-call.txt", "--data", "words", "-o",
                                     "charts", "--template", "house", "--chart", "timeline", "--deps", "story.d"});
    ASSERT_EQ(drawn.exit, 0) << drawn.err;
    const std::string deps = text("story.d");
    EXPECT_THAT(deps, ::testing::StartsWith("charts/timeline.svg \\\n  charts/timeline.pdf: \\\n"));
    for (const auto* const name :
         {"first.dossier.xml", "a1-call.txt", "a2-meeting.txt", "house.template.xml", "desk.template.xml"}) {
        EXPECT_THAT(deps, HasSubstr("\n  a\\ story/" + std::string(name))) << name;
    }
    EXPECT_THAT(deps, HasSubstr("\n  words/event_nouns.tsv"));
    EXPECT_THAT(deps, Not(HasSubstr("report.template.xml"))) << "it was looked for, and is not there";

    std::ignore = scratch.write("a story/broken.dossier.xml", "<dossier");
    EXPECT_EQ(draw_here({"a story/broken.dossier.xml", "-o", "charts", "--deps", "broken.d"}).exit, 1);
    EXPECT_FALSE(fs::exists(scratch.path() / "broken.d"));
    EXPECT_EQ(draw_here({"a story/first.dossier.xml", "--deps-target", "x"}).exit, 2);
    EXPECT_EQ(
        draw_here({"a story/first.dossier.xml", "-T", "svg", "--chart", "timeline", "-o", "-", "--deps", "x"}).exit, 2);
}

/// The first block of docs/updating.md in this language.
std::string documented(const std::string& language) {
    const std::string page = bytes_of(tree() / "docs/updating.md");
    const std::string begin = "```" + language + "\n";
    const auto at = page.find(begin);
    EXPECT_NE(at, std::string::npos) << language;
    return at == std::string::npos ? "" : page.substr(at + begin.size(), page.find("```", at + 3) - at - begin.size());
}

class BuildTool : public Building {
protected:
    std::string odd;

    /// An article gets an odd name, which the tool can name.
    void copy_odd_story(const std::string& name) {
        odd = name;
        copy_story("stories");
        fs::rename(scratch.path() / "stories/first.dossier.xml", scratch.path() / "stories/talks.dossier.xml");
        fs::rename(scratch.path() / "stories/a1-call.txt", scratch.path() / "stories" / odd);
        std::string dossier = text("stories/talks.dossier.xml");
        dossier.replace(dossier.find("a1-call.txt"), 11, odd);
        std::ignore = scratch.write("stories/talks.dossier.xml", dossier);
        for (const auto& file : files_in(scratch.path() / "stories")) {
            age(file, 5);
        }
    }

    /// `build` builds and says whether it drew; the same story for each tool.
    /// CMake's Makefiles never forget a prerequisite: they draw each time once one was deleted.
    template <class Build>
    void check(Build build, const fs::path& chart, bool forgets = true) {
        EXPECT_TRUE(build()) << "at first";
        const auto drawn_at = fs::last_write_time(scratch.path() / chart);
        EXPECT_FALSE(build()) << "nothing has changed";
        const fs::path article = scratch.path() / "stories" / odd;
        fs::last_write_time(article, fs::file_time_type::clock::now());
        EXPECT_TRUE(build()) << "an article was saved";
        EXPECT_EQ(fs::last_write_time(scratch.path() / chart), drawn_at) << "and its chart is the same";
        age(fs::path("stories") / odd, 5);
        EXPECT_FALSE(build()) << "the stamp is new";
        // A source that is no longer: the article leaves the dossier, and the disk.
        std::string dossier = text("stories/talks.dossier.xml");
        dossier.replace(dossier.find(odd), odd.size(), "renamed.txt");
        std::ignore = scratch.write("stories/talks.dossier.xml", dossier);
        fs::rename(article, scratch.path() / "stories/renamed.txt");
        EXPECT_TRUE(build()) << "a prerequisite was deleted";
        age("stories/talks.dossier.xml", 5);
        EXPECT_TRUE(!build() || !forgets);
    }
};

TEST_F(BuildTool, the_documented_makefile_draws_what_changed_and_nothing_else) {
    if (!has_program("make")) {
        GTEST_SKIP() << "no make: the Makefile of docs/updating.md is not run";
    }
    copy_odd_story("a #1 $5 [c].txt");
    std::ignore = scratch.write("Makefile", documented("make"));
    check(
        [&] {
            const Outcome built = here({"make", "DEMARCHE=" DEMARCHE_PROGRAM});
            EXPECT_EQ(built.exit, 0) << built.err;
            EXPECT_THAT(built.err, IsEmpty());
            return built.out.find(" draw ") != std::string::npos;
        },
        "charts/talks/timeline.svg");
}

TEST_F(BuildTool, the_documented_cmake_project_draws_what_changed_with_each_generator) {
    if (!has_program("cmake")) {
        GTEST_SKIP() << "no CMake: cmake/DemarcheDraw.cmake is not run";
    }
    for (const auto& [generator, tool] : {std::pair{"Ninja", "ninja"}, std::pair{"Unix Makefiles", "make"}}) {
        if (!has_program(tool)) {
            std::printf("no %s: its generator is not tried\n", tool);
            continue;
        }
        fs::remove_all(scratch.path() / "stories");
        fs::remove_all(scratch.path() / "build");
        copy_odd_story("a 1 [c].txt"); // CMake reads no # and no $ in a rule
        std::ignore = scratch.write("CMakeLists.txt", documented("cmake"));
        const fs::path modules = tree() / "cmake";
        const Outcome configured =
            here({"cmake", "-S", ".", "-B", "build", "-G", generator, "-Ddemarche_DIR=" + modules.string(),
                  "-DDEMARCHE_EXECUTABLE=" DEMARCHE_PROGRAM});
        ASSERT_EQ(configured.exit, 0) << configured.err;
        check(
            [&] {
                const Outcome built = here({"cmake", "--build", "build"});
                EXPECT_EQ(built.exit, 0) << built.out << built.err;
                return built.out.find("Drawing charts") != std::string::npos;
            },
            "build/charts/timeline-web.svg", std::string(tool) == "ninja");
        EXPECT_TRUE(fs::exists(scratch.path() / "build/charts/network-report.pdf"));
    }
}

TEST_F(Building, one_dossier_that_fails_does_not_stop_the_others_and_the_findings_keep_their_order) {
    for (const auto* const name : {"a", "b", "c", "d"}) {
        copy_story(name);
        fs::rename(scratch.path() / name / "first.dossier.xml",
                   scratch.path() / name / (std::string(name) + ".dossier.xml"));
    }
    std::string broken = text("b/b.dossier.xml");
    broken.replace(broken.find("<party actor=\"calder\""), 21, "<party actor=\"caldor\"");
    std::ignore = scratch.write("b/b.dossier.xml", broken);
    fs::remove(scratch.path() / "d/a2-meeting.txt");
    std::string said;
    for (const auto* const jobs : {"1", "2", "4", "0"}) {
        const std::string folder = std::string("charts-") + jobs;
        const Outcome drawn = draw_here({"d/d.dossier.xml", "a/a.dossier.xml", "gone.dossier.xml", "b/b.dossier.xml",
                                         "c/c.dossier.xml", "-j", jobs, "-o", folder});
        EXPECT_EQ(drawn.exit, 1);
        EXPECT_THAT(drawn.err, HasSubstr("did you mean \"calder\"?"));
        EXPECT_THAT(drawn.err, HasSubstr("gone.dossier.xml: error: no such file"));
        said = said.empty() ? drawn.err : said;
        EXPECT_EQ(drawn.err, said) << "-j " << jobs;
        for (const auto* const name : {"a", "c"}) {
            EXPECT_EQ(text(fs::path(folder) / name / "timeline.svg"), text("charts-1/a/timeline.svg"));
            EXPECT_EQ(text(fs::path(folder) / name / "network.pdf"), text("charts-1/a/network.pdf"));
        }
        EXPECT_FALSE(fs::exists(scratch.path() / folder / "b"));
        EXPECT_FALSE(fs::exists(scratch.path() / folder / "d"));
    }
    EXPECT_EQ(draw_here({"a/a.dossier.xml", "-j", "-1"}).exit, 2);
    EXPECT_EQ(draw_here({"a/a.dossier.xml", "-j", "many"}).exit, 2);
}

TEST_F(Building, eight_processes_at_once_leave_whole_charts) {
    copy_story("story");
    const std::vector<std::string> words{DEMARCHE_PROGRAM, "draw", "story/first.dossier.xml", "-o", "charts", "-T",
                                         "svg,pdf"};
    ASSERT_EQ(here(words).exit, 0);
    std::map<fs::path, std::string> whole;
    for (const auto& file : files_in(scratch.path() / "charts")) {
        whole[file] = bytes_of(file);
    }
    for (int round = 0; round < 6; ++round) {
        fs::remove_all(scratch.path() / "charts");
        std::vector<std::unique_ptr<Running>> programs;
        for (int i = 0; i < 8; ++i) {
            programs.push_back(std::make_unique<Running>(words, scratch.path()));
        }
        for (const auto& program : programs) {
            EXPECT_EQ(program->end(0), 0) << program->unread();
        }
        std::map<fs::path, std::string> now;
        for (const auto& file : files_in(scratch.path() / "charts")) {
            now[file] = bytes_of(file);
        }
        EXPECT_EQ(now, whole) << "nothing torn, nothing left over";
    }
}

TEST_F(Building, whoever_is_killed_leaves_the_old_or_the_new_chart) {
    copy_story("story");
    const std::vector<std::string> words{
        DEMARCHE_PROGRAM, "draw", "story/first.dossier.xml", "-o", "charts", "-T", "svg"};
    std::map<std::string, std::vector<std::string>> states; // by file: the charts of either title
    double seconds = 0;
    for (const auto* const title : {"The old one", "The new one"}) {
        change_title("story/first.dossier.xml", title);
        const Outcome drawn = here(words);
        ASSERT_EQ(drawn.exit, 0);
        seconds = drawn.seconds;
        for (const auto* const name : {"timeline.svg", "network.svg"}) {
            states[name].push_back(text(fs::path("charts") / name));
        }
    }
    std::mt19937 random(7);
    std::uniform_int_distribution<int> moment(0, static_cast<int>(seconds * 1.1e6));
    const char* asked = std::getenv("DEMARCHE_KILLS");
    const int kills = asked == nullptr ? 20 : std::atoi(asked);
    for (int i = 0; i < kills; ++i) {
        change_title("story/first.dossier.xml", i % 2 == 0 ? "The old one" : "The new one");
        Running program(words, scratch.path());
        std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
        program.end(SIGKILL);
        for (const auto& [name, either] : states) {
            EXPECT_THAT(text(fs::path("charts") / name), AnyOf(Eq(either[0]), Eq(either[1])));
        }
    }
    ASSERT_EQ(here(words).exit, 0);
    EXPECT_EQ(files_in(scratch.path() / "charts").size(), 2U) << "what killed runs left is swept";
}

TEST_F(Building, a_pdf_without_a_date_of_its_own_takes_that_of_the_build) {
    copy_story("story");
    std::string dossier = text("story/first.dossier.xml");
    for (const auto* const day : {" as-of=\"2024-03-13\"", " published=\"2024-03-06\"", " published=\"2024-03-13\""}) {
        dossier.erase(dossier.find(day), std::string(day).size());
    }
    std::ignore = scratch.write("story/undated.dossier.xml", dossier);
    const auto pdf = [&](const std::string& name, const std::string& epoch) {
        Command command;
        command.words = {DEMARCHE_PROGRAM, "draw",    "story/" + name, "-o", "charts", "-T", "pdf",
                         "--pdf-a",        "--chart", "timeline"};
        command.directory = scratch.path();
        if (!epoch.empty()) {
            command.environment["SOURCE_DATE_EPOCH"] = epoch;
        }
        const Outcome drawn = run(command);
        EXPECT_EQ(drawn.exit, epoch == "soon" ? 2 : 0) << drawn.err;
        const std::string bytes = text("charts/timeline.pdf");
        const auto at = bytes.find("<xmp:CreateDate>");
        return at == std::string::npos ? "" : bytes.substr(at + 16, 10);
    };
    EXPECT_EQ(pdf("undated.dossier.xml", ""), "1970-01-01");
    EXPECT_EQ(pdf("undated.dossier.xml", "1740000000"), "2025-02-19");
    EXPECT_EQ(pdf("first.dossier.xml", "1740000000"), "2024-03-13");
    pdf("first.dossier.xml", "soon");
}

} // namespace
} // namespace demarche::house
