// Live text whose faces travel with the file.

#include "base/diagnostic.hpp"
#include "sample_scene.hpp"
#include "text/pango_measurer.hpp"
#include "write/writers.hpp"

#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace demarche::write {
namespace {

using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

class EmbeddedText : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::shared_ptr<text::PangoText> type = text::open_type(diagnostics);
    std::unique_ptr<text::Measurer> measurer = text::make_pango_measurer(type);
    pugi::xml_document document;

    std::string svg(const scene::Scene& scene) { return to_svg(scene, {TextKind::embedded, type.get()}); }

    scene::Scene scene_of(const std::string& words, const Font& font = {}) {
        return tests::scene_of({tests::measured_text(*measurer, {20, 50}, words, font)});
    }

    pugi::xml_node parse(const std::string& bytes) {
        EXPECT_TRUE(document.load_string(bytes.c_str(), pugi::parse_full));
        return document.child("svg");
    }

    std::string css(const scene::Scene& scene) { return parse(svg(scene)).child("style").text().get(); }

    /// What the style sheet makes the `font-family` of an element's class.
    static std::string families_of(const std::string& sheet, pugi::xml_node node) {
        const std::string rule = "." + std::string(node.attribute("class").value()) + "{font-family:";
        const auto at = sheet.find(rule);
        EXPECT_NE(at, std::string::npos) << rule;
        return at == std::string::npos ? "" : sheet.substr(at + rule.size(), sheet.find('}', at) - at - rule.size());
    }

    /// The names of the faces in the style sheet.
    static std::set<std::string> names(const std::string& sheet) {
        const std::regex name("@font-face.font-family:([^;]*);");
        std::set<std::string> found;
        for (std::sregex_iterator at(sheet.begin(), sheet.end(), name), end; at != end; ++at) {
            found.insert((*at)[1]);
        }
        return found;
    }
};

TEST_F(EmbeddedText, is_live_text_with_a_style_sheet_and_classes) {
    const scene::Scene scene = tests::sample_scene(*measurer);
    std::string bytes = svg(scene);
    const std::size_t sheet = bytes.rfind('\n', bytes.find("<style>")) + 1; // too long for a regular expression
    bytes.erase(sheet, bytes.find('\n', bytes.find("</style>")) + 1 - sheet);
    bytes = std::regex_replace(bytes, std::regex(" class=\"f[0-9a-f]{16}\""), "");
    EXPECT_EQ(bytes, to_svg(scene, {TextKind::live, type.get()}));
    EXPECT_THAT(diagnostics.all(), IsEmpty());
}

TEST_F(EmbeddedText, asks_for_its_own_faces_first) {
    const pugi::xml_node root = parse(svg(tests::sample_scene(*measurer)));
    const std::string sheet = root.child("style").text().get();
    EXPECT_STREQ(root.child("style").previous_sibling().name(), "desc") << "after what describes the chart";
    EXPECT_EQ(names(sheet).size(), 3U) << "Liberation Sans, DejaVu Sans, Droid Sans Fallback";
    const std::string families = families_of(sheet, root);
    for (const std::string& name : names(sheet)) {
        EXPECT_THAT(name, MatchesRegex("f[0-9a-f]{16}")) << "an identifier in CSS";
        EXPECT_LT(families.find(name), families.find("Arial"));
    }
    const auto others = root.select_nodes("//text[@class]");
    EXPECT_FALSE(others.empty()) << "the sample has texts in other scripts";
    for (const pugi::xpath_node node : others) {
        EXPECT_THAT(families_of(sheet, node.node()), MatchesRegex("(f[0-9a-f]{16}, )+Arial.*sans-serif"));
    }
    EXPECT_EQ(sheet.find("http"), std::string::npos) << "nothing is fetched";
    EXPECT_EQ(sheet.find_first_of("<&>"), std::string::npos) << "a style sheet in HTML is not unescaped";
}

/// LibreOffice, CairoSVG and others take the first family of a list only: they set the text in whatever they have.
TEST_F(EmbeddedText, names_no_face_where_readers_without_style_sheets_look) {
    const pugi::xml_node root = parse(svg(tests::sample_scene(*measurer)));
    EXPECT_THAT(root.attribute("font-family").value(), StartsWith("Arial"));
    for (const pugi::xpath_node family : root.select_nodes("//@font-family")) {
        EXPECT_FALSE(std::regex_search(family.attribute().value(), std::regex("f[0-9a-f]{16}")));
    }
    const std::string sheet = root.child("style").text().get();
    EXPECT_TRUE(std::regex_search(sheet.substr(sheet.find("@supports(")), std::regex("\\.f[0-9a-f]{16}.font-family:f")))
        << "in a rule that they skip";
}

TEST_F(EmbeddedText, two_charts_never_share_a_name_for_different_faces) {
    const auto first = names(css(scene_of("one chart")));
    const auto second = names(css(scene_of("another")));
    ASSERT_EQ(first.size(), 1U);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_NE(*first.begin(), *second.begin());
    EXPECT_EQ(names(css(scene_of("another"))), second);
    EXPECT_EQ(names(css(scene_of("rehtona"))), second) << "the same letters are the same face";
}

TEST_F(EmbeddedText, says_of_each_face_how_it_is_asked_for) {
    scene::Scene scene = tests::scene_of({});
    for (const bool bold : {false, true}) {
        for (const bool italic : {false, true}) {
            scene.pages[0].marks[0].items.emplace_back(
                tests::measured_text(*measurer, {20, 50}, "x", {"Liberation Sans", 8, bold, italic}));
        }
    }
    const std::string sheet = css(scene);
    const std::string four =
        std::regex_replace(sheet.substr(0, sheet.find("@supports")), std::regex("font-family:[^;]*;|src:[^)]*\\)"), "");
    EXPECT_EQ(four, "@font-face{}@font-face{font-style:italic;}@font-face{font-weight:700;}"
                    "@font-face{font-weight:700;font-style:italic;}");
    // One face for regular and bold: browsers must not thicken it.
    scene = scene_of("会谈");
    scene.pages[0].marks[0].items.emplace_back(
        tests::measured_text(*measurer, {20, 70}, "会谈", {"Liberation Sans", 8, true}));
    EXPECT_THAT(css(scene), StartsWith("@font-face{font-family:"));
    EXPECT_NE(css(scene).find("font-weight:400 700;src:"), std::string::npos);
}

TEST_F(EmbeddedText, the_same_scene_gives_the_same_bytes) {
    const scene::Scene scene = tests::sample_scene(*measurer);
    EXPECT_EQ(svg(scene), svg(scene));
    EXPECT_EQ(svg(scene), to_svg(scene, {TextKind::embedded, nullptr}));
}

TEST_F(EmbeddedText, of_a_chart_without_text_is_plain) {
    const pugi::xml_node root = parse(svg(tests::scene_of({})));
    EXPECT_FALSE(root.child("style"));
    EXPECT_THAT(root.attribute("font-family").value(), StartsWith("Arial"));
}

} // namespace
} // namespace demarche::write
