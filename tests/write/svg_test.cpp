#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "sample_scene.hpp"
#include "support/fixed_measurer.hpp"
#include "text/pango_measurer.hpp"
#include "write/writers.hpp"

#include <pugixml.hpp>

#include <cmath>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <regex>
#include <set>

namespace demarche::write {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using tests::scene_of;

class Svg : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::unique_ptr<text::Measurer> measurer = text::make_pango_measurer(diagnostics);
    pugi::xml_document document;

    pugi::xml_node parse(const std::string& svg) {
        const pugi::xml_parse_result result = document.load_string(svg.c_str(), pugi::parse_full);
        EXPECT_TRUE(result) << result.description() << "\n" << svg;
        return document.child("svg");
    }

    static std::vector<pugi::xml_node> all(pugi::xml_node root, const std::string& name) {
        std::vector<pugi::xml_node> found;
        for (const pugi::xpath_node node : root.select_nodes(("descendant-or-self::" + name).c_str())) {
            found.push_back(node.node());
        }
        return found;
    }

    static void every_element(pugi::xml_node node, const std::function<void(pugi::xml_node)>& visit) {
        visit(node);
        for (const pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_element) {
                every_element(child, visit);
            }
        }
    }

    scene::Text text(const std::string& words) { return tests::measured_text(*measurer, {20, 50}, words); }

    /// The one text of a scene that holds `words`, as a reader gets it.
    std::string written(const std::string& words) {
        return parse(to_svg(scene_of({text(words)}))).select_node("//text").node().text().get();
    }
};

TEST_F(Svg, is_in_the_subset_that_every_reader_keeps) {
    const pugi::xml_node root = parse(to_svg(tests::sample_scene(*measurer)));
    const std::set<std::string> elements = {"svg", "title", "desc", "g", "a", "text", "rect", "circle", "path"};
    const std::set<std::string> attributes = {"xmlns",
                                              "xmlns:xlink",
                                              "width",
                                              "height",
                                              "viewBox",
                                              "xml:lang",
                                              "role",
                                              "direction",
                                              "aria-hidden",
                                              "aria-level",
                                              "font-family",
                                              "font-size",
                                              "font-weight",
                                              "font-style",
                                              "text-anchor",
                                              "fill",
                                              "fill-opacity",
                                              "stroke",
                                              "stroke-width",
                                              "stroke-opacity",
                                              "stroke-dasharray",
                                              "x",
                                              "y",
                                              "rx",
                                              "cx",
                                              "cy",
                                              "r",
                                              "d",
                                              "id",
                                              "href",
                                              "xlink:href",
                                              "data-event",
                                              "data-mark"};
    every_element(root, [&](pugi::xml_node node) {
        EXPECT_TRUE(elements.contains(node.name())) << node.name();
        for (const pugi::xml_attribute attribute : node.attributes()) {
            EXPECT_TRUE(attributes.contains(attribute.name())) << attribute.name();
        }
        for (const char* paint : {"fill", "stroke"}) {
            const std::string value = node.attribute(paint).as_string("none");
            EXPECT_TRUE(value == "none" || std::regex_match(value, std::regex("#[0-9a-f]{6}"))) << value;
        }
    });
    for (const pugi::xml_node node : all(root, "text")) {
        EXPECT_TRUE(node.attribute("x") && node.attribute("y")) << "absolute positions";
        EXPECT_FALSE(node.first_element_by_path("tspan"));
    }
}

TEST_F(Svg, has_its_size_in_millimetres_and_draws_in_points) {
    scene::Scene scene = scene_of({text("x")});
    scene.pages[0].size = {183 * 72 / 25.4, 72};
    const pugi::xml_node root = parse(to_svg(scene));
    EXPECT_STREQ(root.attribute("width").value(), "183mm");
    EXPECT_STREQ(root.attribute("height").value(), "25.4mm");
    EXPECT_STREQ(root.attribute("viewBox").value(), "0 0 518.74 72");
    EXPECT_STREQ(root.select_node("//text/@font-size").attribute().value(), "8");
}

TEST_F(Svg, for_the_web_is_in_pixels_throughout) {
    scene::Scene scene = scene_of({text("x")});
    scene.unit = scene::Scene::Unit::pixel;
    scene.pages[0].size = {570, 75};
    const pugi::xml_node root = parse(to_svg(scene));
    EXPECT_STREQ(root.attribute("width").value(), "760");
    EXPECT_STREQ(root.attribute("height").value(), "100");
    EXPECT_STREQ(root.attribute("viewBox").value(), "0 0 760 100");
    EXPECT_STREQ(root.select_node("//text/@font-size").attribute().value(), "10.67") << "8 pt";
    EXPECT_STREQ(root.select_node("//text/@x").attribute().value(), "26.67");
}

TEST_F(Svg, tells_who_cannot_see_it_what_is_there) {
    const pugi::xml_node root = parse(to_svg(tests::sample_scene(*measurer)));
    EXPECT_STREQ(root.attribute("role").value(), "graphics-document document");
    EXPECT_STREQ(root.attribute("xml:lang").value(), "en");
    EXPECT_STREQ(root.first_child().name(), "title");
    EXPECT_STREQ(root.first_child().next_sibling().name(), "desc");
    EXPECT_EQ(root.select_nodes("//g[@role='list']").size(), 1U) << "consecutive marks are one list";
    EXPECT_EQ(root.select_nodes("//g[@role='list']/g[@role='listitem']").size(), 8U);
    for (const pugi::xpath_node item : root.select_nodes("//g[@role='listitem']/g")) {
        EXPECT_STREQ(item.node().attribute("role").value(), "graphics-symbol");
        EXPECT_STREQ(item.node().first_child().name(), "title") << "the mark's sentence comes first";
    }
    EXPECT_STREQ(root.select_node("//g[@id='timeline-event-1']/desc").node().text().get(), "Source 1.");
    EXPECT_STREQ(root.select_node("//g[@id='timeline-event-1']/@data-event").attribute().value(), "e1");
    EXPECT_STREQ(root.select_node("//g[@id='timeline-lanes']/@aria-hidden").attribute().value(), "true");
}

TEST_F(Svg, ids_are_prefixed_and_never_twice_the_same) {
    scene::Scene scene = scene_of({text("x")});
    scene.pages[0].marks.push_back(scene.pages[0].marks[0]);
    const pugi::xml_node root = parse(to_svg(scene));
    std::set<std::string> ids;
    for (const pugi::xpath_node id : root.select_nodes("//@id")) {
        EXPECT_TRUE(ids.insert(id.attribute().value()).second);
        EXPECT_THAT(id.attribute().value(), ::testing::StartsWith("test-"));
    }
    EXPECT_EQ(ids.size(), 2U);
}

TEST_F(Svg, an_opaque_page_comes_before_everything_painted) {
    scene::Scene scene = scene_of({text("x")});
    scene.background = {0x12, 0x34, 0x56};
    const pugi::xml_node root = parse(to_svg(scene));
    const pugi::xml_node page = root.child("rect");
    EXPECT_STREQ(page.attribute("fill").value(), "#123456");
    EXPECT_STREQ(page.attribute("width").value(), "200");
    EXPECT_EQ(page, root.first_child().next_sibling().next_sibling());
}

TEST_F(Svg, texts_come_back_as_they_were) {
    for (const std::string& words : tests::sample_labels()) {
        const std::string back = written(words);
        EXPECT_TRUE(back == words || back == "\u202B" + words + "\u202C") << back;
    }
    EXPECT_EQ(written("a & b < c > d \" e ' f"), "a & b < c > d \" e ' f");
    EXPECT_EQ(written("]]> <!-- &amp; %3C"), "]]> <!-- &amp; %3C");
}

TEST_F(Svg, holds_nothing_that_xml_forbids) {
    EXPECT_EQ(written("a\x01\x02 b\tc\nd"), "a b c d");
    EXPECT_EQ(written("a\xFF"
                      "b\uFFFE"),
              "a\uFFFDb\uFFFD");
    scene::Scene scene = scene_of({text("x")});
    scene.title = "ti\x02tle\xC0";
    scene.description = "two\nlines";
    scene.pages[0].marks[0].title = "bell\x07";
    scene.pages[0].marks[0].data = {{"when", "a\x1F\"b"}};
    const std::string svg = to_svg(scene);
    EXPECT_FALSE(first_invalid_utf8(svg));
    EXPECT_THAT(svg, Not(HasSubstr("&#")));
    for (const char c : svg) {
        EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
    }
    EXPECT_STREQ(parse(svg).child("desc").text().get(), "two lines");
}

TEST_F(Svg, blank_texts_and_shapes_without_extent_are_left_out) {
    const scene::Fill fill{{1, 2, 3}, 1};
    const scene::Stroke stroke{{1, 2, 3}, 1, 1, {}};
    const std::string svg = to_svg(scene_of({
        text(""),
        text("  \t"),
        scene::Rectangle{{5, 5, 5, 9}, 0, fill, {}},
        scene::Rectangle{{9, 5, 5, 9}, 0, fill, {}},
        scene::Rectangle{{0, 0, 5, 5}, 0, {}, {}},
        scene::Circle{{5, 5}, 0, fill, stroke},
        scene::Circle{{5, 5}, -1, fill, stroke},
        scene::Path{},
        scene::line({0, 0}, {5, 5}, scene::Stroke{{}, 0, 1, {}}),
    }));
    const pugi::xml_node root = parse(svg);
    EXPECT_TRUE(all(root, "text").empty());
    EXPECT_TRUE(all(root, "circle").empty());
    EXPECT_TRUE(all(root, "path").empty());
    EXPECT_EQ(all(root, "rect").size(), 1U) << "the page";
}

TEST_F(Svg, only_web_and_mail_links_are_followed) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"},
        {"HTTP://example.org/", "HTTP://example.org/"},
        {"mailto:desk@example.org", "mailto:desk@example.org"},
        {"https://example.org/ä b'\"<>\\", "https://example.org/%C3%A4%20b%27%22%3C%3E%5C"},
        {"javascript:alert(1)", ""},
        {" javascript:alert(1)", ""},
        {"data:text/html,x", ""},
        {"file:///etc/passwd", ""},
        {"//example.org", ""},
        {"a1.txt", ""},
        {"https:", ""},
    };
    for (const auto& [url, expected] : table) {
        scene::Text linked = text("x");
        linked.link = url;
        const pugi::xml_node root = parse(to_svg(scene_of({linked})));
        EXPECT_EQ(root.select_nodes("//a").empty(), expected.empty()) << url;
        EXPECT_EQ(root.select_node("//a/@href").attribute().as_string(), expected);
        EXPECT_EQ(root.select_node("//a/@xlink:href").attribute().as_string(), expected);
        EXPECT_EQ(root.select_nodes("//text").size(), 1U);
    }
}

TEST_F(Svg, links_within_the_chart_lead_to_what_is_there) {
    scene::Text number = text("1");
    number.link = "#source-1";
    scene::Text lost = text("2");
    lost.link = "#source-2";
    scene::Text source = text("1 Outlet");
    source.target = "source-1";
    source.link = "https://example.org/#:~:text=a%2Db";
    for (const TextKind kind : {TextKind::live, TextKind::embedded, TextKind::outlines}) {
        scene::Scene scene = scene_of({number, lost, source});
        scene.pages[0].marks.push_back({"source-1", scene::Role::note, "", "", {}, {text("x")}}); // of the same name
        const pugi::xml_node root = parse(to_svg(scene, {kind, nullptr}));
        ASSERT_EQ(root.select_nodes("//a").size(), 2U);
        EXPECT_STREQ(root.select_node("(//a)[1]/@href").attribute().value(), "#test-source-1");
        EXPECT_STREQ(root.select_node("(//a)[1]/@xlink:href").attribute().value(), "#test-source-1");
        EXPECT_STREQ(root.select_node("(//a)[2]/@href").attribute().value(), "https://example.org/#:~:text=a%2Db");
        EXPECT_STREQ(root.select_node("(//a)[2]/*/@id").attribute().value(), "test-source-1");
        EXPECT_EQ(root.select_nodes("//*[@id='test-source-1']").size(), 1U);
    }
}

TEST_F(Svg, wrapped_lines_end_with_a_blank_for_copying) {
    scene::Text line = text("first line");
    line.continues = true;
    EXPECT_THAT(to_svg(scene_of({line, text("second")})), HasSubstr(">first line </text>"));
    line.anchor = scene::Anchor::end;
    EXPECT_THAT(to_svg(scene_of({line})), HasSubstr(">first line</text>")) << "there it would move the words";
}

// Inkscape, LibreOffice and Chromium begin the dashes of a <rect> at three different corners.
TEST_F(Svg, dashed_rectangles_say_where_their_dashes_begin) {
    scene::Rectangle box{{10, 20, 40, 60}, 4, {}, scene::Stroke{{0, 0, 0}, 1, 1, {3, 2}}};
    pugi::xml_node root = parse(to_svg(tests::scene_of({box})));
    const pugi::xml_node dashed = root.select_node("//path").node();
    EXPECT_THAT(dashed.attribute("d").value(), testing::StartsWith("M14 20H36C"));
    EXPECT_STREQ(dashed.attribute("stroke-dasharray").value(), "3 2");
    box.stroke->dash.clear();
    root = parse(to_svg(tests::scene_of({box})));
    EXPECT_FALSE(root.select_node("//path"));
    EXPECT_TRUE(root.select_node("//rect[@rx=4]"));
}

TEST_F(Svg, texts_of_another_family_name_it) {
    scene::Text serif = text("x");
    serif.font.family = "Liberation Serif";
    serif.font.italic = true;
    const pugi::xml_node node = parse(to_svg(scene_of({serif}))).select_node("//text").node();
    EXPECT_THAT(node.attribute("font-family").value(), HasSubstr("'Liberation Serif', Arial"));
    EXPECT_STREQ(node.attribute("font-style").value(), "italic");
}

TEST_F(Svg, numbers_are_short_and_never_nan) {
    const std::string svg = to_svg(scene_of(
        {scene::line({1.0 / 3, 2.0 / 3}, {100.0 / 7, -1e-9}, scene::Stroke{{}, 1.0 / 3, 1.0 / 3, {1.0 / 3, 2}}),
         scene::Circle{{1e-7, 12.3456}, 4, scene::Fill{}, {}}}));
    EXPECT_THAT(svg, HasSubstr("d=\"M0.33 0.67L14.29 0\""));
    EXPECT_THAT(svg, HasSubstr("stroke-opacity=\"0.333\""));
    EXPECT_THAT(svg, HasSubstr("cx=\"0\" cy=\"12.35\""));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST_F(Svg, a_scene_with_a_number_that_is_none_is_refused_by_every_writer) {
    const double nan = std::nan("");
    const double infinite = std::numeric_limits<double>::infinity();
    std::vector<scene::Scene> scenes;
    for (const double bad : {nan, infinite, -infinite}) {
        scenes.push_back(scene_of({scene::Circle{{bad, 1}, 1, scene::Fill{}, {}}}));
        scenes.push_back(scene_of({scene::Circle{{1, 1}, bad, {}, {}}}));
        scenes.push_back(scene_of({scene::Rectangle{{0, bad, 1, 1}, 0, scene::Fill{}, {}}}));
        scenes.push_back(scene_of({scene::line({0, 0}, {1, bad}, {})}));
        scenes.push_back(scene_of({scene::line({0, 0}, {1, 1}, scene::Stroke{{}, 1, 1, {bad}})}));
        scene::Text words = text("x");
        words.at.y = bad;
        scenes.push_back(scene_of({words}));
        scene::Scene page = scene_of({});
        page.pages[0].size.height = bad;
        scenes.push_back(page);
    }
    scene::Scene empty = scene_of({});
    empty.pages.clear();
    scenes.push_back(empty);
    scene::Scene flat = scene_of({});
    flat.pages[0].size.height = 0;
    scenes.push_back(flat);
    for (const scene::Scene& scene : scenes) {
        EXPECT_THROW(to_svg(scene), Error);
        EXPECT_THROW(to_pdf(scene), Error);
        EXPECT_THROW(to_png(scene, 1), Error);
    }
}

TEST_F(Svg, the_same_scene_gives_the_same_bytes) {
    EXPECT_EQ(to_svg(tests::sample_scene(*measurer)), to_svg(tests::sample_scene(*measurer)));
}

/// In a page of HTML a whole mark may lead somewhere: named by its title, and with no link in it.
TEST_F(Svg, a_mark_may_be_a_link) {
    scene::Text linked = text("number");
    linked.link = "https://example.org/";
    scene::Scene scene = scene_of({linked});
    scene::Mark& mark = scene.pages.front().marks.front();
    mark.role = scene::Role::list_item;
    mark.title = "A sentence.";
    mark.data = {{"event", "e"}};
    EXPECT_EQ(all(parse(to_svg(scene)), "a").size(), 1U);
    mark.link = "#fact-event-e";
    const pugi::xml_node root = parse(to_svg(scene));
    const auto links = all(root, "a");
    ASSERT_EQ(links.size(), 1U);
    EXPECT_STREQ(links[0].attribute("href").value(), "#fact-event-e");
    EXPECT_STREQ(links[0].attribute("data-event").value(), "e");
    EXPECT_STREQ(links[0].parent().attribute("role").value(), "listitem");
    EXPECT_TRUE(links[0].attribute("role").empty());
    EXPECT_STREQ(links[0].first_child().name(), "title");
}

} // namespace
} // namespace demarche::write
