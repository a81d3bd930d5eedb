// The same input gives the same bytes, wherever and however it is drawn.

#include "charts.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;

const char* const kFormats = "svg,pdf,png,gv,html,txt,md";

std::map<std::string, std::string> bytes_by_name(const fs::path& folder) {
    std::map<std::string, std::string> bytes;
    for (const auto& file : files_in(folder)) {
        bytes[file.filename()] = bytes_of(file);
    }
    return bytes;
}

/// The names of files that differ, or are in one folder only.
std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : a) {
        if (b.count(name) == 0 || b.at(name) != bytes) {
            names.push_back(name);
        }
    }
    for (const auto& [name, bytes] : b) {
        if (a.count(name) == 0) {
            names.push_back(name);
        }
    }
    return names;
}

/// A German locale built in `folder`; false where the system lacks what that takes.
bool make_german_locale(const fs::path& folder) {
    fs::create_directories(folder);
    Command command;
    command.words = {"localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"};
    run(command);
    Command proof;
    proof.words = {"locale", "decimal_point"};
    proof.environment = {{"LC_ALL", "de_DE.UTF-8"}, {"LOCPATH", folder}};
    return run(proof).out == ",\n";
}

void draw_under(const std::map<std::string, std::string>& environment,
                const fs::path& from,
                const std::string& dossier,
                const fs::path& to) {
    fs::create_directories(to);
    auto command = demarche({"draw", dossier, "-o", to, "-T", kFormats});
    command.directory = from;
    command.environment = environment;
    const auto outcome = run(command);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
}

TEST(SameBytes, TwiceInAnotherFolderLocaleZoneAndFontCache) {
    for (const auto& example : examples()) {
        SCOPED_TRACE(example);
        const Scratch scratch;
        const auto at = scratch.path();
        const bool german = make_german_locale(at / "locale");
        if (!german) {
            std::puts("no locale de_DE.UTF-8 and no way to make it: that part is skipped");
        }

        draw_under({}, tree(), example, at / "first");
        const auto first = bytes_by_name(at / "first");
        EXPECT_THAT(first, testing::Not(testing::IsEmpty()));

        fs::create_directories(at / "elsewhere/on a deep path");
        fs::copy(tree() / example.parent_path(), at / "elsewhere/on a deep path", fs::copy_options::recursive);

        const struct {
            const char* name;
            std::map<std::string, std::string> environment;
            fs::path from;
            std::string dossier;
        } runs[] = {
            {"again", {}, tree(), example},
            {"moved", {}, at / "elsewhere/on a deep path", example.filename()},
            {"absolute", {}, "/", tree() / example},
            {"german", {{"LC_ALL", "de_DE.UTF-8"}, {"LOCPATH", at / "locale"}, {"LANGUAGE", "de"}}, tree(), example},
            {"tokyo", {{"TZ", "Asia/Tokyo"}, {"SOURCE_DATE_EPOCH", "86400"}}, tree(), example},
            {"fresh",
             {{"HOME", at / "home"},
              {"XDG_CACHE_HOME", at / "cache"},
              {"XDG_CONFIG_HOME", at / "config"},
              {"XDG_DATA_HOME", at / "data"}},
             tree(),
             example},
            {"memory", {{"MALLOC_PERTURB_", "165"}, {"MALLOC_ARENA_MAX", "1"}}, tree(), example},
        };

        for (const auto& [name, environment, from, dossier] : runs) {
            draw_under(environment, from, dossier, at / name);
            EXPECT_THAT(differences(first, bytes_by_name(at / name)), testing::IsEmpty()) << name;
        }
    }
}

TEST(SameBytes, OutputHoldsTheMainExampleAsDrawnNow) {
    const Scratch scratch;
    draw(tree() / "examples/riyadh-talks/riyadh.dossier.xml", scratch.path(), "svg,pdf");
    for (const char* name : {"timeline.svg", "timeline.pdf", "network.svg", "network.pdf"}) {
        EXPECT_TRUE(bytes_of(tree() / "output" / name) == bytes_of(scratch.path() / name))
            << "output/" << name << " is not what scripts/demo draws";
    }
}

/// docs/pictures shows the main example at every template: the timelines all, of the networks some.
TEST(SameBytes, ThePicturesInTheDocumentationAreAsDrawnNow) {
    const Scratch scratch;
    draw(tree() / "examples/riyadh-talks/riyadh.dossier.xml", scratch.path(), "svg",
         "mobile,poster,print-1,print-2,slide,web,web+dark");
    const auto now = bytes_by_name(scratch.path());
    const auto shown = bytes_by_name(tree() / "docs/pictures");
    for (const auto& [name, bytes] : shown) {
        EXPECT_TRUE(now.contains(name) && now.at(name) == bytes) << "docs/pictures/" << name << ": run scripts/demo";
    }
    for (const auto& [name, bytes] : now) {
        EXPECT_TRUE(shown.contains(name) || !name.starts_with("timeline")) << "docs/pictures lacks " << name;
    }
}

TEST(SameBytes, ADifferenceIsFound) {
    EXPECT_THAT(differences({{"a", "1"}, {"b", "1"}}, {{"a", "1"}, {"b", "2"}, {"c", ""}}),
                testing::ElementsAre("b", "c"));
}

} // namespace
} // namespace demarche::house
