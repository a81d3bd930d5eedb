// The templates on the command line: listed, shown, drawn several at a time.

#include "charts.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Templates, AreListedWithALineEach) {
    const auto outcome = run(demarche({"templates"}));
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    for (const char* line : {"\nprint-1  ", "\nreport   ", "\nweb      ", "\n+dark    "}) {
        EXPECT_THAT("\n" + outcome.out, HasSubstr(line));
    }
}

TEST(Templates, AreShownToTheByte) {
    for (const auto& file : files_below("templates")) {
        if (file.extension() != ".xml" || file.parent_path().filename() == "words") {
            continue;
        }
        const auto outcome = run(demarche({"templates", "show", file.stem()}));
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        EXPECT_TRUE(outcome.out == bytes_of(tree() / file)) << file;
    }
    EXPECT_EQ(run(demarche({"templates", "show", "wbe"})).exit, 2);
    EXPECT_EQ(run(demarche({"templates", "show", "web+dark"})).exit, 2);
    EXPECT_EQ(run(demarche({"templates", "shwo"})).exit, 2);
}

/// What `show --resolved` prints draws the same chart.
TEST(Templates, AreResolvedIntoOneFile) {
    const Scratch scratch;
    const fs::path dossier = tree() / "examples/first-story/first.dossier.xml";
    const auto resolved = run(demarche({"templates", "show", "slide+dark", "--resolved"}));
    EXPECT_EQ(resolved.exit, 0) << resolved.err;
    const auto file = scratch.write("night.xml", resolved.out);
    draw(dossier, scratch.path() / "a", "svg", "slide+dark", "timeline");
    draw(dossier, scratch.path() / "b", "svg", file, "timeline");
    EXPECT_TRUE(bytes_of(scratch.path() / "a/timeline.svg") == bytes_of(scratch.path() / "b/timeline.svg"));
}

TEST(Templates, OfOneRunGoIntoTheNamesOfFilesAndPagesToo) {
    const Scratch scratch;
    draw(tree() / "examples/riyadh-talks/riyadh.dossier.xml", scratch.path(), "svg,png,pdf", "slide,web+dark",
         "timeline");
    std::vector<std::string> names;
    for (const auto& file : files_in(scratch.path())) {
        names.push_back(file.filename());
    }
    EXPECT_THAT(names, ElementsAre("timeline-slide-p1.png", "timeline-slide-p1.svg", "timeline-slide-p2.png",
                                   "timeline-slide-p2.svg", "timeline-slide.pdf", "timeline-web-dark.pdf",
                                   "timeline-web-dark.png", "timeline-web-dark.svg"));
    for (const char* page : {"1", "2"}) {
        const std::string svg = bytes_of(scratch.path() / ("timeline-slide-p" + std::string(page) + ".svg"));
        EXPECT_THAT(svg, HasSubstr("width=\"1280\" height=\"720\""));
        EXPECT_THAT(svg, HasSubstr("id=\"timeline-p" + std::string(page) + "-")) << "both can share a page";
    }
}

} // namespace
} // namespace demarche::house
