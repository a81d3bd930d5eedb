// Texts as outlines: plain paths whose words can still be found and read aloud.

#include "base/diagnostic.hpp"
#include "sample_scene.hpp"
#include "text/pango_measurer.hpp"
#include "write/outline.hpp"
#include "write/path_data.hpp"
#include "write/writers.hpp"

#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

namespace demarche::write {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Outlines : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::shared_ptr<text::PangoText> type = text::open_type(diagnostics);
    std::unique_ptr<text::Measurer> measurer = text::make_pango_measurer(type);
    pugi::xml_document document;

    std::string svg(const scene::Scene& scene) { return to_svg(scene, {TextKind::outlines, type.get()}); }

    pugi::xml_node parse(const std::string& bytes) {
        EXPECT_TRUE(document.load_string(bytes.c_str(), pugi::parse_full)) << bytes;
        return document.child("svg");
    }

    scene::Text text(const std::string& words, const Font& font = {}) {
        return tests::measured_text(*measurer, {20, 50}, words, font);
    }
};

TEST_F(Outlines, are_paths_and_nothing_else) {
    const std::string bytes = svg(tests::sample_scene(*measurer));
    for (const char* element : {"<text", "<use", "<symbol", "<defs", "<style", "font-"}) {
        EXPECT_EQ(bytes.find(element), std::string::npos) << element;
    }
    for (const pugi::xpath_node path : parse(bytes).select_nodes("//path/@d")) {
        EXPECT_TRUE(std::regex_match(path.attribute().value(), std::regex("M[-0-9.MLHVCQZmlhvcqz ]+")));
    }
}

TEST_F(Outlines, keep_every_word_where_search_and_screen_readers_look) {
    const pugi::xml_node root = parse(svg(tests::sample_scene(*measurer)));
    std::string words;
    for (const pugi::xpath_node path : root.select_nodes("//path[@role='img']")) {
        const std::string title = path.node().child("title").text().get();
        const std::string label = path.node().attribute("aria-label").value();
        EXPECT_NE(title.empty(), label.empty()) << "one of them, or it is read twice";
        const bool is_described = path.node().select_node("ancestor::g/title");
        EXPECT_EQ(is_described, title.empty()) << "a title would hide the mark's own from a pointer";
        words += title + label + "\n";
    }
    for (const std::string& label : tests::sample_labels()) {
        EXPECT_THAT(words, HasSubstr(label));
    }
    EXPECT_EQ(root.select_nodes("//a/path[@role='img']").size(), root.select_nodes("//a").size());
    EXPECT_GE(root.select_nodes("//a").size(), 1U);
}

TEST_F(Outlines, of_a_wrapped_text_are_one_path_with_all_its_words) {
    scene::Text first = text("first line");
    first.continues = true;
    const pugi::xml_node root = parse(svg(tests::scene_of({first, text("second"), text("third")})));
    const auto paths = root.select_nodes("//path");
    ASSERT_EQ(paths.size(), 2U);
    EXPECT_STREQ(paths[0].node().attribute("aria-label").value(), "first line second");
    EXPECT_STREQ(paths[1].node().attribute("aria-label").value(), "third");
    first.link = "https://example.org/";
    EXPECT_EQ(parse(svg(tests::scene_of({first, text("second")}))).select_nodes("//path").size(), 2U);
}

TEST_F(Outlines, stand_where_the_text_was_measured) {
    Outliner outliner(type.get());
    for (const std::string& label : tests::sample_labels()) {
        scene::Text set = text(label, {"Liberation Sans", 40});
        for (const scene::Anchor anchor : {scene::Anchor::start, scene::Anchor::middle, scene::Anchor::end}) {
            set.anchor = anchor;
            const Box cell = scene::bounds(set);
            const Box ink = scene::bounds(scene::Item(outliner.outline(set)));
            EXPECT_TRUE(contains(cell, ink, 0.12 * set.font.size)) << label;
            EXPECT_GT(ink.width(), cell.width() - 0.3 * set.font.size) << label << ": no glyph is lost";
        }
    }
    scene::Text blank = text("\u00A0");
    EXPECT_THAT(outliner.outline(blank).segments, IsEmpty());
    EXPECT_EQ(svg(tests::scene_of({blank})).find("<path"), std::string::npos);
}

TEST_F(Outlines, are_the_same_whoever_loads_the_typefaces) {
    const scene::Scene scene = tests::sample_scene(*measurer);
    EXPECT_EQ(svg(scene), to_svg(scene, {TextKind::outlines, nullptr}));
}

TEST(OutlineData, is_short_and_exact) {
    using Kind = scene::PathSegment::Kind;
    scene::Path path;
    path.segments = {{Kind::move, {1, 2}, {}, {}},
                     {Kind::line, {1.5, 2}, {}, {}},
                     {Kind::line, {1.5, 1.25}, {}, {}},
                     {Kind::line, {1.5, 1.2501}, {}, {}}, // nothing, on the grid
                     {Kind::line, {0, 0}, {}, {}},
                     {Kind::line, {-1, 0.5}, {}, {}},
                     {Kind::close, {}, {}, {}},
                     {Kind::move, {3, 3}, {}, {}},
                     // the quadratic 3,3 4,3 4,4
                     {Kind::cubic, {4, 4}, {3 + 2.0 / 3, 3}, {4, 3 + 1.0 / 3}},
                     {Kind::cubic, {0, 0}, {4, 9}, {9, 9}},
                     {Kind::close, {}, {}, {}}};
    EXPECT_EQ(outline_data(path, 1), "M1 2h.5v-.75l-1.5-1.25-1 .5zm2 1q1 0 1 1c0 5 5 5-4-4z");
    EXPECT_EQ(outline_data(path, 2).substr(0, 13), "M2 4h1v-1.5l-");
    EXPECT_EQ(path_data(path, 1).substr(0, 24), "M1 2H1.5V1.25V1.25L0 0L-");
}

} // namespace
} // namespace demarche::write
