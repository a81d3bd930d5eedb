// The charts of the examples: what Chromium makes of the SVGs, what readers of PDF make of the PDFs.

#include "browser.hpp"
#include "charts.hpp"
#include "model/dossier_writer.hpp"
#include "subset.hpp"
#include "support/model_generator.hpp"
#include "tree.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr double kPointsPerPixel = 0.75;

/// A template and the smallest type it may set, in CSS pixels.
struct House {
    std::string name;
    double smallest_px;
};

using Houses = std::vector<House>;

const Houses& all_houses() {
    static const Houses houses = {{"report", 5 / kPointsPerPixel},
                                  {"web", 11},
                                  {"web+dark", 11},
                                  {"mobile", 11},
                                  {"print-1", 5 / kPointsPerPixel},
                                  {"print-2", 5 / kPointsPerPixel},
                                  {"slide", 12},
                                  {"poster", 7 / kPointsPerPixel}};
    return houses;
}

/// One each of print, landscape and screen, where the format differs and not the look.
const Houses& three_houses() {
    static const Houses houses = {{"report", 0}, {"slide", 0}, {"web", 0}};
    return houses;
}

/// "web-dark", as it stands in the names of files.
std::string in_file_names(std::string house) {
    std::ranges::replace(house, '+', '-');
    return house;
}

std::string pages_of(const fs::path& file) {
    return std::regex_replace(file.stem().string(), std::regex("-p[0-9]+$"), "");
}

/// Every example at every template, in one run each: FOLDER/riyadh/timeline-web-dark.svg.
void draw_all(const fs::path& folder, const std::string& formats, const Houses& houses) {
    std::string names;
    for (const House& house : houses) {
        names += (names.empty() ? "" : ",") + house.name;
    }
    for (const auto& dossier : examples()) {
        draw(tree() / dossier, folder / dossier.stem().stem(), formats, names);
    }
}

std::vector<fs::path> drawn(const fs::path& folder, const std::string& suffix, const Houses& houses) {
    std::vector<fs::path> files;
    std::set<std::string> charts;
    for (const auto& below : files_in(folder)) {
        for (const auto& file : files_in(below, suffix)) {
            files.push_back(file);
            charts.insert(below / pages_of(file));
        }
    }
    EXPECT_EQ(charts.size(), examples().size() * houses.size() * 2) << "two charts a story and template";
    return files;
}

/// No overlaps, nothing cut, struck or covered, no type below its template's least. The template is in the name.
void expect_faultless(const std::vector<std::pair<std::string, std::string>>& charts) {
    for (const auto& picture : draw_in_browser(charts)) {
        SCOPED_TRACE(picture.name);
        EXPECT_EQ(picture.error, "");
        EXPECT_GE(picture.texts.size(), 1U);
        EXPECT_THAT(picture.overlaps, IsEmpty());
        EXPECT_THAT(picture.cut, IsEmpty());
        EXPECT_THAT(picture.struck, IsEmpty());
        EXPECT_THAT(picture.covered, IsEmpty());
        const auto house = std::ranges::find_if(all_houses(), [&](const House& one) {
            return pages_of(picture.name).ends_with("-" + in_file_names(one.name));
        });
        ASSERT_NE(house, all_houses().end());
        EXPECT_GE(picture.smallest_px, house->smallest_px - 0.001) << picture.smallest_text;
    }
}

TEST(Pictures, NothingOverlapsIsCutOrStruckInTheBrowser) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    const Scratch scratch;
    draw_all(scratch.path(), "svg", all_houses());
    std::vector<std::pair<std::string, std::string>> charts;
    for (const auto& file : drawn(scratch.path(), ".svg", all_houses())) {
        charts.emplace_back(fs::relative(file, scratch.path()), bytes_of(file));
    }
    expect_faultless(charts);
}

/// Dossiers of every shape up to the size of a large chart.
TEST(Pictures, NothingOverlapsIsCutOrStruckInTimelinesOfGeneratedModels) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    const Scratch scratch;
    std::vector<std::pair<std::string, std::string>> charts;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 60;
        options.most_actors = 24;
        const auto name = "generated-" + std::to_string(seed);
        const auto dossier =
            scratch.write(name + ".dossier.xml", write_dossier(support::generate_model(seed, options)));
        const House& house = all_houses()[seed % all_houses().size()];
        draw(dossier, scratch.path() / name, "svg", house.name, "timeline");
        for (const auto& file : files_in(scratch.path() / name)) {
            EXPECT_THAT(outside_subset(bytes_of(file)), IsEmpty()) << file;
            const std::string page = file.filename().string().substr(std::string("timeline").size());
            charts.emplace_back(name + "/timeline-" + in_file_names(house.name) + page, bytes_of(file));
        }
    }
    EXPECT_GE(charts.size(), 10U);
    expect_faultless(charts);
}

TEST(Pictures, EverySvgKeepsToTheSubset) {
    const Scratch scratch;
    draw_all(scratch.path(), "svg", all_houses());
    for (const auto& file : drawn(scratch.path(), ".svg", all_houses())) {
        EXPECT_THAT(outside_subset(bytes_of(file)), IsEmpty()) << file;
    }
    const auto second_opinion = tree().parent_path() / "shared/tools/svg_subset.py";
    if (fs::exists(second_opinion) && has_program("python3")) {
        Command command;
        command.words = {"python3", second_opinion};
        for (const auto& file : drawn(scratch.path(), ".svg", all_houses())) {
            command.words.push_back(file);
        }
        const auto outcome = run(command);
        EXPECT_EQ(outcome.exit, 0) << outcome.out << outcome.err;
    } else {
        std::puts("no shared/tools/svg_subset.py beside the tree: the second opinion is skipped");
    }
}

TEST(Pictures, EveryPdfIsSound) {
    if (!has_program("qpdf")) {
        GTEST_SKIP() << "qpdf is not installed";
    }
    const Scratch scratch;
    draw_all(scratch.path(), "pdf", three_houses());
    for (const auto& file : drawn(scratch.path(), ".pdf", three_houses())) {
        Command command;
        command.words = {"qpdf", "--check", file};
        const auto outcome = run(command);
        EXPECT_EQ(outcome.exit, 0) << file << ": " << outcome.out << outcome.err;
    }
}

/// The column headed `name` of a pdffonts line, by the dashes of its second line.
std::string
column(const std::string& rule, const std::string& heads, const std::string& line, const std::string& name) {
    const auto start = heads.find(name);
    const auto end = rule.find(' ', start);
    return start < line.size() ? line.substr(start, end - start) : "";
}

TEST(Pictures, EveryFontOfAPdfIsEmbedded) {
    if (!has_program("pdffonts")) {
        GTEST_SKIP() << "pdffonts is not installed";
    }
    const Scratch scratch;
    draw_all(scratch.path(), "pdf", three_houses());
    for (const auto& file : drawn(scratch.path(), ".pdf", three_houses())) {
        Command command;
        command.words = {"pdffonts", file};
        const auto outcome = run(command);
        ASSERT_EQ(outcome.exit, 0) << file << ": " << outcome.err;
        std::istringstream lines(outcome.out);
        std::string heads;
        std::string rule;
        std::getline(lines, heads);
        std::getline(lines, rule);
        std::size_t fonts = 0;
        for (std::string line; std::getline(lines, line); ++fonts) {
            EXPECT_THAT(column(rule, heads, line, "emb"), testing::StartsWith("yes")) << file << ": " << line;
            EXPECT_THAT(column(rule, heads, line, "uni"), testing::StartsWith("yes")) << file << ": " << line;
        }
        EXPECT_GE(fonts, 1U) << file;
    }
}

/// Words only: white space and marks of direction (U+200E, U+200F, U+202A to U+202E) gone, ligatures spelled out.
std::string bare(std::string text) {
    const std::pair<const char*, const char*> ligatures[] = {
        {"\xEF\xAC\x81", "fi"}, {"\xEF\xAC\x82", "fl"}, {"\xEF\xAC\x80", "ff"}};
    for (const auto& [from, to] : ligatures) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) {
            text.replace(at, 3, to);
        }
    }
    return std::regex_replace(text, std::regex("[ \\t\\n\\f\\r]+|\xC2\xA0|\xE2\x80[\x8E\x8F\xAA-\xAE]"), "");
}

TEST(Pictures, EveryLabelComesBackFromThePdf) {
    if (!has_program("pdftotext")) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    const Scratch scratch;
    draw_all(scratch.path(), "svg,pdf", three_houses());
    for (const auto& file : drawn(scratch.path(), ".pdf", three_houses())) {
        Command command;
        command.words = {"pdftotext", "-raw", "-enc", "UTF-8", file, "-"};
        const auto outcome = run(command);
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
        const auto text = bare(outcome.out);
        std::vector<std::string> labels;
        for (const auto& page : files_in(file.parent_path(), ".svg")) {
            if (pages_of(page) == file.stem()) {
                std::ranges::copy(labels_of(bytes_of(page)), std::back_inserter(labels));
            }
        }
        EXPECT_GE(labels.size(), 5U);
        for (const auto& label : labels) {
            EXPECT_THAT(text, testing::HasSubstr(bare(label))) << file;
        }
    }
}

} // namespace
} // namespace demarche::house
