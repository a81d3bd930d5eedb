#include "layers.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

TEST(Layers, EveryIncludeKeepsToTheTable) {
    std::size_t read = 0;
    for (const auto& file : files_below("src")) {
        if (file.extension() != ".hpp" && file.extension() != ".cpp") {
            continue;
        }
        ++read;
        const auto below = file.lexically_relative("src").generic_string();
        for (const auto& breach : include_breaches(below, bytes_of(tree() / file))) {
            ADD_FAILURE() << "src/" << to_text(breach);
        }
    }
    EXPECT_GT(read, 30U) << "the check must have found the sources";
}

TEST(Layers, TheDocumentedTableIsTheOneThatIsChecked) {
    const auto documented = documented_table(bytes_of(tree() / "docs/architecture.md"));
    EXPECT_GE(documented.size(), 9U);
    for (const auto& [room, allowed] : documented) {
        ASSERT_EQ(table().count(room), 1U) << room;
        EXPECT_EQ(allowed, table().at(room)) << room;
    }
    for (const auto& entry : std::filesystem::directory_iterator(tree() / "src")) {
        const auto room = entry.path().filename().string();
        EXPECT_TRUE(!entry.is_directory() || room == "cli" || documented.count(room) == 1) << room << " is in no row";
    }
}

TEST(Layers, ADocumentedTableIsRead) {
    const auto rows = documented_table("| folder | says | may include |\n| --- | --- | --- |\n"
                                       "| `base` | errors | nothing of ours |\n| `view` | `x`, y | base, model |\n"
                                       "| `cli` | words | everything |\n");
    EXPECT_THAT(rows, testing::ElementsAre(testing::Pair("base", testing::IsEmpty()),
                                           testing::Pair("view", testing::ElementsAre("base", "model"))));
}

struct Line {
    const char* file;
    const char* line;
    const char* breach; ///< part of what is said; empty: allowed
};

TEST(Layers, ABadLineIsFound) {
    const Line lines[] = {
        {"timeline/scale.cpp", "#include \"model/model.hpp\"", "timeline may include base, view, text"},
        {"timeline/scale.cpp", "#include \"network/place.hpp\"", "timeline may include"},
        {"base/edtf.cpp", "#include \"model/event.hpp\"", "base may include nothing of ours"},
        {"base/edtf.cpp", "  #  include \"pipeline.hpp\"", "base may include nothing of ours"},
        {"model/event.hpp", "#include \"view/selection.hpp\"", "model may include base"},
        {"write/svg.cpp", "#include \"compose/charts.hpp\"", "write may include base, scene, text"},
        {"cellar/new.cpp", "#include \"base/file.hpp\"", "no room \"cellar\""},
        {"view/selection.cpp", "#include \"../base/file.hpp\"", "write it as"},
        {"network/place.cpp", "#include <graphviz/gvc.h>", "Graphviz"},
        {"network/cgraph.hpp", "#include <cgraph.h>", "Graphviz"},
        {"timeline/labels.cpp", "#include <pango/pangocairo.h>", "Pango"},
        {"compose/frame.cpp", "#include <cairo-pdf.h>", "Cairo"},
        {"compose/frame.cpp", "#include \"cairo.h\"", "Cairo"},
        {"compose/frame.cpp", "#include <pugixml.hpp>", "pugixml"},
        {"view/sources.cpp", "#include <expat.h>", "expat"},
        {"model/export_json.hpp", "#include <nlohmann/json.hpp>", "nlohmann"},
        {"model/order.cpp", "#include <unicode/locid.h>", "ICU"},
        {"base/xml.cpp", "#include <libxml/parser.h>", "libxml2"},
        {"pipeline.cpp", "#include <CLI/CLI.hpp>", "CLI11"},
        {"pipeline.cpp", "#include <gtest/gtest.h>", "test framework"},
        {"cli/watch.cpp", "#include <httplib.h>", "httplib"},
        {"live/changes.cpp", "#include \"cli/options.hpp\"", "live may include base"},

        {"timeline/scale.cpp", "#include \"view/timeline_view.hpp\"", ""},
        {"timeline/scale.cpp", "#include \"timeline/scale.hpp\"", ""},
        {"timeline/scale.cpp", "#include <algorithm>", ""},
        {"timeline/scale.cpp", "const char* text = \"model/model.hpp\";", ""},
        {"network/cgraph.cpp", "#include <graphviz/gvc.h>", ""},
        {"write/pdf.cpp", "#include <cairo-pdf.h>", ""},
        {"base/xml.cpp", "#include <pugixml.hpp>", ""},
        {"compose/template_reader.cpp", "#include <pugixml.hpp>", ""},
        {"model/export_json.cpp", "#include <nlohmann/json.hpp>", ""},
        {"pipeline.cpp", "#include \"write/writers.hpp\"", ""},
        {"cli/main.cpp", "#include \"pipeline.hpp\"", ""},
    };
    for (const auto& [file, line, breach] : lines) {
        const auto found = include_breaches(file, std::string("// first\n") + line + "\n");
        if (*breach == '\0') {
            EXPECT_TRUE(found.empty()) << file << ": " << line;
            continue;
        }
        ASSERT_EQ(found.size(), 1U) << file << ": " << line;
        EXPECT_THAT(to_text(found.front()), testing::StartsWith(std::string(file) + ":2: "));
        EXPECT_THAT(found.front().what, testing::HasSubstr(breach));
    }
}

} // namespace
} // namespace demarche::house
