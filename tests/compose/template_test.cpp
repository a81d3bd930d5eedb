#include "base/colour.hpp"
#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "compose/message.hpp"
#include "compose/template.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <tuple>

namespace demarche::compose {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

/// Files that exist only in the test.
class FakeFiles final : public FileReader {
public:
    std::map<std::string, std::string> texts;

    [[nodiscard]] std::string read(const std::string& path, std::size_t /*limit*/) const override {
        return texts.at(path);
    }

    [[nodiscard]] bool exists(const std::string& path) const override { return texts.contains(path); }
};

class TemplateTest : public ::testing::Test {
protected:
    FakeFiles files;
    Diagnostics diagnostics;

    std::optional<Template> read(const std::string& name) { return read_template(name, "story", files, diagnostics); }

    /// Reads `inside` as the content of a house template and gives its first finding, "" where there is none.
    std::string first_finding(const std::string& inside) {
        diagnostics = {};
        files.texts = {{"story/house.xml", "<template>\n" + inside + "\n</template>"}};
        const std::optional<Template> style = read("house");
        EXPECT_EQ(style.has_value(), diagnostics.all().empty()) << inside;
        return diagnostics.all().empty() ? "" : to_text(diagnostics.all().front());
    }
};

TEST_F(TemplateTest, report_is_183_mm_wide_with_the_type_scale_of_print) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_EQ(style->unit, scene::Scene::Unit::millimetre);
    EXPECT_NEAR(style->width, 183 * 72 / 25.4, 1e-9);
    EXPECT_EQ(style->margin, 24);
    const std::vector<std::pair<const Font*, double>> sizes = {
        {&style->title, 15},       {&style->subtitle, 8.5},  {&style->lane_head, 7.5},     {&style->date, 8},
        {&style->label, 8.8},      {&style->detail, 7.6},    {&style->source_number, 5.8}, {&style->legend, 7.2},
        {&style->note, 6.8},       {&style->card_name, 8.2}, {&style->card_role, 6.6},     {&style->hub_title, 8},
        {&style->hub_detail, 6.6}, {&style->tie_label, 7}};
    for (const auto& [font, size] : sizes) {
        EXPECT_EQ(font->size, size);
        EXPECT_EQ(font->family, "Liberation Sans");
    }
    EXPECT_TRUE(style->title.bold && style->lane_head.bold && style->date.bold && style->label.bold);
    EXPECT_FALSE(style->subtitle.bold || style->detail.bold || style->note.bold);
    EXPECT_EQ(style->smallest_type, 5);
    EXPECT_GT(style->max_page_height, 600);
}

TEST_F(TemplateTest, web_is_760_px_wide_and_no_type_is_below_11_px) {
    const std::optional<Template> style = read("web");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_EQ(style->unit, scene::Scene::Unit::pixel);
    EXPECT_EQ(style->width, 760 * 0.75);
    EXPECT_EQ(style->smallest_type, 11 * 0.75);
    EXPECT_EQ(style->title.size, 24 * 0.75);
    EXPECT_TRUE(style->label.bold);
    EXPECT_EQ(style->phrase("planned"), "planned");
}

TEST_F(TemplateTest, every_built_in_template_reads_without_a_finding) {
    EXPECT_EQ(built_in_templates(),
              (std::vector<std::string>{"mobile", "poster", "print-1", "print-2", "report", "slide", "web"}));
    for (const std::string& name : built_in_templates()) {
        for (const std::string variant : {"", "+dark"}) {
            EXPECT_TRUE(read(name + variant));
            EXPECT_TRUE(diagnostics.all().empty()) << name << variant << ": " << to_text(diagnostics.all().front());
        }
    }
}

TEST_F(TemplateTest, every_built_in_template_says_in_a_line_what_it_is_for) {
    const std::vector<TemplateNote> notes = list_templates();
    ASSERT_EQ(notes.size(), built_in_templates().size() + 1);
    for (const TemplateNote& note : notes) {
        EXPECT_FALSE(note.about.empty()) << note.name;
        EXPECT_LT(note.about.size(), 100U) << note.name;
    }
    EXPECT_EQ(notes.back().name, "dark");
    EXPECT_TRUE(notes.back().variant);
    EXPECT_FALSE(notes.front().variant);
}

TEST_F(TemplateTest, print_keeps_to_the_rules_of_journals) {
    for (const auto& [name, width] : {std::pair{"print-1", 89.0}, std::pair{"print-2", 183.0}}) {
        const std::optional<Template> style = read(name);
        ASSERT_TRUE(style) << to_text(diagnostics.all().front());
        EXPECT_NEAR(style->width, width * 72 / 25.4, 1e-9);
        EXPECT_NEAR(style->max_page_height, 247 * 72 / 25.4, 1e-9);
        for (const Font* font :
             {&style->title, &style->subtitle, &style->lane_head, &style->date, &style->label, &style->detail,
              &style->source_number, &style->legend, &style->note, &style->card_head, &style->card_name,
              &style->card_role, &style->hub_title, &style->hub_detail, &style->tie_label}) {
            EXPECT_GE(font->size, 5);
            EXPECT_LE(font->size, 7);
        }
        for (const double line : {style->hollow_stroke, style->bar_width, style->lane_width, style->card_stroke,
                                  style->head_stroke, style->line_width}) {
            EXPECT_GE(line, 0.25);
            EXPECT_LE(line, 1);
        }
    }
}

TEST_F(TemplateTest, a_variant_is_laid_over_any_template) {
    const std::optional<Template> light = read("mobile");
    const std::optional<Template> dark = read("mobile+dark");
    ASSERT_TRUE(light && dark);
    EXPECT_EQ(dark->name, "mobile-dark");
    EXPECT_EQ(dark->width, light->width);
    EXPECT_EQ(dark->label.size, light->label.size);
    EXPECT_LT(contrast(dark->background, {0, 0, 0}), 1.5);
    // A house's own file is one as well, whatever it extends; numbers without a unit are in that of the template.
    files.texts["story/house.xml"] = "<template extends=\"report\"><type><title size=\"17\"/></type></template>";
    const std::optional<Template> house = read("mobile+house+dark");
    ASSERT_TRUE(house) << to_text(diagnostics.all().front());
    EXPECT_EQ(house->name, "mobile-house-dark");
    EXPECT_EQ(house->title.size, 17 * 0.75);
    EXPECT_EQ(house->width, light->width);
    EXPECT_EQ(house->ink, dark->ink);
}

/// A house's colours for its sides on white are no error on dark: they are made legible where they are drawn.
TEST_F(TemplateTest, colours_of_sides_follow_a_ground_that_is_laid_beneath_them) {
    files.texts["story/house.xml"] = "<template><sides><side code=\"US\" colour=\"#1f4e9c\"/></sides></template>";
    const std::optional<Template> light = read("house");
    const std::optional<Template> dark = read("house+dark");
    ASSERT_TRUE(light && dark) << to_text(diagnostics.all().front());
    EXPECT_EQ(light->side_colour("us", "US", 0, {}), (Colour{0x1f, 0x4e, 0x9c}));
    const Colour drawn = dark->side_colour("us", "US", 0, {});
    EXPECT_GE(contrast(drawn, dark->background), 4.5);
    EXPECT_GE(contrast(drawn, blend(drawn, dark->background, dark->card_opacity)), 4.5);
    EXPECT_LT(contrast(drawn, dark->background), 5.5) << "no more than it takes";
    EXPECT_GT(drawn.blue, drawn.red) << "still blue";
    // Over the dark ground itself they are checked.
    EXPECT_FALSE(read("web+dark+house"));
    EXPECT_THAT(to_text(diagnostics.all().at(0)), HasSubstr("story/house.xml:1:42: error: the colour of side \"US\""));
}

TEST_F(TemplateTest, what_is_wrong_with_a_variant_is_said_with_a_way_out) {
    files.texts["story/pale.xml"] = "<template>\n<colours ink=\"#808080\"/></template>";
    for (const auto& [name, finding] :
         {std::pair{"dark", "no template \"dark\"; it is a variant: lay it over a template, as in \"web+dark\""},
          std::pair{"web-dark", "no template \"web-dark\"; did you mean \"web+dark\"?"},
          std::pair{"web+drak", "no variant \"drak\" to lay over a template; did you mean \"dark\"?"},
          std::pair{"web+slide", "no variant \"slide\" to lay over a template; it is a template of its own"},
          std::pair{"web+", "no variant \"\" to lay over a template"},
          std::pair{"web+pale", "story/pale.xml:2:15: error: ink (#808080) has a contrast of"}}) {
        diagnostics = {};
        EXPECT_FALSE(read(name)) << name;
        ASSERT_FALSE(diagnostics.all().empty()) << name;
        EXPECT_THAT(to_text(diagnostics.all().front()), HasSubstr(finding));
    }
}

/// What `templates show --resolved` prints can be drawn with in the place of what it was made of.
TEST_F(TemplateTest, a_template_that_says_everything_is_read_as_the_same_template) {
    files.texts["story/brand.xml"] = "<template extends=\"report\"><type family=\"DejaVu Sans\"><note style=\"italic\" "
                                     "family=\"Liberation Serif\"/></type><sides><side code=\"A&amp;B\" "
                                     "colour=\"#102030\"/></sides></template>";
    for (const std::string name : {"brand", "slide+dark", "print-1", "mobile", "poster"}) {
        const std::optional<Template> style = read(name);
        ASSERT_TRUE(style) << to_text(diagnostics.all().front());
        files.texts["story/again.xml"] = to_xml(*style);
        const std::optional<Template> again = read("again");
        ASSERT_TRUE(again) << to_text(diagnostics.all().front());
        EXPECT_EQ(to_xml(*again), to_xml(*style));
        EXPECT_NEAR(again->margin, style->margin, 1e-5);
        EXPECT_EQ(again->label.size, style->label.size);
        EXPECT_EQ(again->note.family, style->note.family);
        EXPECT_EQ(again->font_stack, style->font_stack);
        EXPECT_EQ(again->palette, style->palette);
        EXPECT_EQ(again->side_colours, style->side_colours);
        EXPECT_EQ(again->landscape, style->landscape);
    }
}

TEST_F(TemplateTest, template_files_are_shown_as_they_stand) {
    files.texts["./house.xml"] = "<template/>";
    files.texts["house.xml"] = "<template/>";
    EXPECT_EQ(template_text("house", ".", files, diagnostics), "<template/>");
    for (const std::string name : {"base", "web", "dark"}) {
        EXPECT_THAT(template_text(name, ".", files, diagnostics).value_or(""), HasSubstr("</template>")) << name;
    }
    EXPECT_FALSE(template_text("wbe", ".", files, diagnostics));
    EXPECT_THAT(to_text(diagnostics.all().at(0)), HasSubstr("did you mean \"web\"?"));
}

TEST_F(TemplateTest, slide_is_a_wide_slide_with_timelines_across) {
    const std::optional<Template> style = read("slide");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_TRUE(style->landscape);
    EXPECT_TRUE(style->lane_of_each_side);
    EXPECT_NEAR(style->width / style->height, 16.0 / 9, 1e-9);
    EXPECT_EQ(style->width, 13.0 * 72 + 24) << "inches of a wide slide";
    EXPECT_EQ(style->smallest_type, 9) << "a sixtieth of the height";
}

TEST_F(TemplateTest, orientation_and_lanes_are_one_of_two_words) {
    files.texts["story/axis.xml"] = "<template extends=\"slide\"><page lanes=\"one\"/></template>";
    ASSERT_TRUE(read("axis")) << to_text(diagnostics.all().front());
    EXPECT_FALSE(read("axis")->lane_of_each_side);
    files.texts["story/house.xml"] = "<template><page orientation=\"wide\" lanes=\"none\"/></template>";
    EXPECT_FALSE(read("house"));
    ASSERT_EQ(diagnostics.all().size(), 2U);
    EXPECT_THAT(to_text(diagnostics.all()[0]), HasSubstr("\"portrait\" or \"landscape\""));
    EXPECT_THAT(to_text(diagnostics.all()[1]), HasSubstr("\"one\" or \"sides\""));
}

TEST_F(TemplateTest, phrases_fill_their_places) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style);
    EXPECT_EQ(style->phrase("events-of", {{"shown", "18"}, {"all", "42"}}), "18 of 42 events");
    EXPECT_EQ(style->phrase("as-of", {{"date", "{date}"}}), "As of {date}.") << "values are not filled again";
    EXPECT_EQ(style->phrase("no-date"), "no date set");
}

TEST_F(TemplateTest, a_template_beside_the_dossier_wins_and_may_extend_the_built_in_one) {
    files.texts["story/report.xml"] = "<template extends=\"report\"><page width=\"89\"/>"
                                      "<words><word key=\"sources\">Nach:</word></words></template>";
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_NEAR(style->width, 89 * 72 / 25.4, 1e-9);
    EXPECT_EQ(style->phrase("sources"), "Nach:");
    EXPECT_EQ(style->title.size, 15);
    EXPECT_GT(style->max_page_height, 0) << "the built-in report is in the chain";
}

TEST_F(TemplateTest, templates_are_found_by_path_and_extend_their_neighbours) {
    files.texts["styles/desk.template.xml"] = "<template extends=\"ink\"><type><label size=\"9\"/></type></template>";
    files.texts["styles/ink.template.xml"] = "<template extends=\"web\"><colours ink=\"#000000\"/></template>";
    const std::optional<Template> style = read("styles/desk.template.xml");
    ASSERT_TRUE(style == std::nullopt) << "9 px is below the web's 11";
    EXPECT_THAT(to_text(diagnostics.all().front()), HasSubstr("styles/desk.template.xml:1:"));
    diagnostics = {};
    files.texts["styles/desk.template.xml"] = "<template extends=\"ink\"><type><label size=\"16\"/></type></template>";
    const std::optional<Template> larger = read("styles/desk.template.xml");
    ASSERT_TRUE(larger);
    EXPECT_EQ(larger->name, "desk");
    EXPECT_EQ(larger->label.size, 12);
    EXPECT_EQ(larger->ink, (Colour{0, 0, 0}));
    EXPECT_EQ(larger->width, 570);
}

TEST_F(TemplateTest, lengths_carry_their_unit_or_take_the_templates) {
    files.texts["story/house.xml"] = "<template><marks radius=\"2mm\" bar-width=\"2px\"/><page width=\"400px\" "
                                     "margin=\"10\" unit=\"mm\"/></template>";
    const std::optional<Template> style = read("house");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    EXPECT_NEAR(style->mark_radius, 2 * 72 / 25.4, 1e-9);
    EXPECT_EQ(style->bar_width, 1.5);
    EXPECT_EQ(style->width, 300);
    EXPECT_NEAR(style->margin, 10 * 72 / 25.4, 1e-9);
}

TEST_F(TemplateTest, what_is_wrong_is_named_with_its_place_and_a_hint) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"<pgae width=\"90\"/>", "house.xml:2:1: error: <pgae> cannot stand inside <template>; did you mean \"page\"?"},
        {"<page widht=\"90\"/>", "house.xml:2:7: error: <page> has no attribute \"widht\"; did you mean \"width\"?"},
        {"<page width=\"wide\"/>", "house.xml:2:14: error: width=\"wide\" is not a length"},
        {"<page width=\"nan\"/>", "is not a length"},
        {"<page width=\"1\"/>", "between 72pt and 14400pt"},
        {"<page unit=\"em\"/>", "unit=\"em\" is not \"mm\" or \"px\""},
        {"<page width=\"90\" margin=\"45\"/>", "the margins leave nothing of the page"},
        {"<page/><page/>", "2:8: error: a second <page>"},
        {"<page>wide</page>", "text inside <page> means nothing here"},
        {"<type><titel size=\"9\"/></type>", "did you mean \"title\"?"},
        {"<type><title size=\"-1\"/></type>", "between 1pt and 144pt"},
        {"<type><title weight=\"heavy\"/></type>", "weight=\"heavy\" is not \"normal\" or \"bold\""},
        {"<type><title family=\"\"/></type>", "the name of a typeface"},
        {"<type stack=\"x;}\"/>", "a list of typefaces"},
        {"<type><note size=\"4\"/></type>", "2:19: error: note is 4pt; the smallest type of this template is 5pt"},
        {"<colours ink=\"black\"/>", "ink=\"black\" is not a colour (#rrggbb)"},
        {"<colours inc=\"#000000\"/>", "did you mean \"ink\"?"},
        {"<colours muted=\"#999999\"/>", "2:17: error: muted (#999999) has a contrast of 2.85:1 on the page"},
        // Where two values do not go together, the one that was set last is named.
        {"<colours background=\"#000000\"/>", "story/house.xml:2:22: error: ink (#1b1f24) has a contrast of"},
        {"<colours band=\"#303030\"/>", "story/house.xml:2:16: error: ink (#1b1f24) has a contrast of"},
        {"<marks card-opacity=\"1\"/>", "story/house.xml:2:22: error: colour 1 of the palette"},
        {"<type smallest=\"6\"/>", "story/house.xml:2:17: error: source-number is 5.8pt"},
        {"<page max-height=\"20\"/>", "house.xml:2:19: error: a page of max-height 57pt has no room for a timeline; at "
                                      "least"},
        {"<page unit=\"px\" max-height=\"1000000\"/>", "between 0pt and 14400pt"},
        {"<palette>#ffff00</palette>", "colour 1 of the palette (#ffff00) has a contrast of"},
        {"<palette>red</palette>", "\"red\" in <palette> is not a colour"},
        {"<palette/>", "<palette> names no colour"},
        {"<sides><side code=\"US\"/></sides>", "<side> needs code"},
        {"<sides><side code=\"US\" colour=\"#aaaaaa\"/></sides>", "the colour of side \"US\""},
        {"<marks lane-opacity=\"2\"/>", "a number from 0 to 1"},
        {"<words><word key=\"plannd\">x</word></words>", "did you mean \"planned\"?"},
        {"<words><word>x</word></words>", "<word> needs key"},
        {"<words><word key=\"as-of\">{dat}</word></words>", "\"as-of\" has no place {dat}; did you mean \"date\"?"},
        {"<words lang=\"\"/>", "lang=\"\" is not a language"},
        {"<words lang=\"d e\"/>", "lang=\"d e\" is not a language"},
        {"<words/><words/>", "a second <words>; one of each language is enough"},
        {"<words lang=\"it\"/><words lang=\"IT\"/>", "a second <words> in \"IT\""},
        {"<words lang=\"it\"><word key=\"plannd\">x</word></words>", "did you mean \"planned\"?"},
        {"<words lang=\"it\"><word key=\"as-of\">{dat}</word></words>", "\"as-of\" has no place {dat}"},
        {"<words><word key=\"as-of\">{date</word></words>", "a place in the words is written {name}"},
        {"<words><word key=\"as-of\">}{</word></words>", "a place in the words is written {name}"},
        {"<words><word key=\"as-of\">{date, date}</word></words>", "only \"plural\" can follow"},
        {"<words><word key=\"as-of\">{date, plural, one {x}}</word></words>", "a plural needs the case \"other\""},
        {"<words><word key=\"as-of\">{date, plural, some {x} other {y}}</word></words>", "not \"some\""},
        {"<words><word key=\"as-of\">{date, plural, other {{dat}}}</word></words>", "\"as-of\" has no place {dat}"},
        {"<words><word key=\"planned\">x</word><word key=\"planned\">y</word></words>", "\"planned\" are given twice"},
        {"<words><word key=\"planned\"> </word></words>", "\"planned\" are empty"},
        {"<words><word key=\"planned\">a\u202Eb</word></words>", "a character that is not shown"},
        {"<page width=\"90\"", "story/house.xml:"},
    };
    for (const auto& [inside, expected] : table) {
        EXPECT_THAT(first_finding(inside), HasSubstr(expected)) << inside;
    }
    EXPECT_EQ(first_finding("<!-- nothing --><page/>"), "");
}

TEST_F(TemplateTest, all_errors_of_a_file_come_in_one_run) {
    first_finding("<page widht=\"1\"/><marks radius=\"x\"/><words><word key=\"nope\"/></words>");
    EXPECT_EQ(diagnostics.all().size(), 3U);
}

TEST_F(TemplateTest, a_root_of_another_kind_is_refused) {
    files.texts["story/house.xml"] = "<dossier/>";
    EXPECT_FALSE(read("house"));
    EXPECT_THAT(to_text(diagnostics.all().at(0)), HasSubstr("<dossier>, not <template>"));
}

TEST_F(TemplateTest, an_unknown_template_is_an_error_with_a_suggestion) {
    EXPECT_FALSE(read("reprot"));
    EXPECT_THAT(to_text(diagnostics.all().at(0)), HasSubstr("no template \"reprot\"; did you mean \"report\"?"));
}

TEST_F(TemplateTest, base_is_extended_and_not_drawn_with) {
    EXPECT_FALSE(read("base"));
    EXPECT_THAT(to_text(diagnostics.all().at(0)), HasSubstr("base is what every template extends"));
    diagnostics = {};
    files.texts["story/house.xml"] = "<template extends=\"base\"/>";
    EXPECT_TRUE(read("house"));
    // A person's own base.xml is a template like any other.
    files.texts["story/base.xml"] = "<template><page width=\"100\"/></template>";
    const std::optional<Template> own = read("base");
    ASSERT_TRUE(own);
    EXPECT_NEAR(own->width, 100 * 72 / 25.4, 1e-9);
}

TEST_F(TemplateTest, extending_each_other_is_an_error_and_ends) {
    files.texts["story/a.xml"] = "<template extends=\"b\"/>";
    files.texts["story/b.xml"] = "<template extends=\"a\"/>";
    EXPECT_FALSE(read("a"));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_THAT(to_text(diagnostics.all()[0]), HasSubstr("story/b.xml:1:20: error: templates that extend each other"));
    diagnostics = {};
    files.texts["story/c.xml"] = "<template extends=\"c\"/>";
    EXPECT_FALSE(read("c"));
    EXPECT_EQ(diagnostics.all().at(0).code, "endless-extends");
}

TEST_F(TemplateTest, side_colours_come_from_the_side_then_the_template_then_the_palette) {
    files.texts["story/house.xml"] = "<template><sides><side code=\"US\" colour=\"#102030\"/></sides></template>";
    const std::optional<Template> style = read("house");
    ASSERT_TRUE(style);
    EXPECT_EQ(style->side_colour("us", "US", 3, Colour{1, 2, 3}), (Colour{1, 2, 3}));
    EXPECT_EQ(style->side_colour("us", "US", 3, {}), (Colour{0x10, 0x20, 0x30}));
    EXPECT_EQ(style->side_colour("US", "", 3, {}), (Colour{0x10, 0x20, 0x30}));
    EXPECT_EQ(style->side_colour("ru", "RUS", 1, {}), (Colour{0xba, 0x50, 0x00}));
    EXPECT_EQ(style->side_colour("x", "X", 9, {}), style->palette[0]) << "repeats after the last";
}

TEST_F(TemplateTest, a_blank_scene_has_what_all_charts_of_a_template_share) {
    files.texts["story/house.xml"] =
        "<template extends=\"web\"><type family=\"Liberation Serif\" stack=\"Georgia, serif\"/>"
        "<colours background=\"#fffff0\"/></template>";
    const std::optional<Template> style = read("house");
    ASSERT_TRUE(style);
    const scene::Scene scene = style->blank_scene();
    EXPECT_EQ(scene.unit, scene::Scene::Unit::pixel);
    EXPECT_EQ(scene.background, (Colour{0xff, 0xff, 0xf0}));
    EXPECT_EQ(scene.font_family, "Liberation Serif");
    EXPECT_EQ(style->label.family, "Liberation Serif");
    EXPECT_EQ(scene.font_stack, "Georgia, serif");
    EXPECT_TRUE(scene.pages.empty());
}

constexpr std::array kLanguages{"ar", "de", "fr", "ru", "uk"};

/// Whoever adds a word to base.xml adds it to templates/words/*.xml.
TEST_F(TemplateTest, every_language_has_all_the_words_with_all_their_places) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style);
    EXPECT_EQ(style->words_in.size(), kLanguages.size());
    for (const std::string language : kLanguages) {
        ASSERT_TRUE(style->words_in.contains(language)) << language;
        const auto& words = style->words_in.at(language);
        for (const auto& [key, english] : style->words) {
            ASSERT_TRUE(words.contains(key)) << "templates/words/" << language << ".xml lacks \"" << key << "\"";
            EXPECT_EQ(shape_of(words.at(key)).places, shape_of(english).places) << language << ": " << key;
            EXPECT_FALSE(words.at(key).empty()) << language << ": " << key;
        }
        EXPECT_EQ(words.size(), style->words.size()) << language;
    }
}

TEST_F(TemplateTest, every_plural_has_the_categories_of_its_language) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style);
    auto all = style->words_in;
    all["en"] = style->words;
    for (const auto& [language, words] : all) {
        const std::vector<std::string> wanted = plural_categories(language);
        std::size_t plurals = 0;
        for (const auto& [key, message] : words) {
            for (const std::set<std::string>& cases : shape_of(message).plurals) {
                EXPECT_THAT(cases, IsSupersetOf(wanted)) << language << ": " << key;
                ++plurals;
            }
        }
        EXPECT_GE(plurals, 6U) << language << " counts events, actors, groups and ties";
    }
}

TEST_F(TemplateTest, counts_are_told_in_the_plural_of_the_language) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style);
    const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
        {"en", "1", "3 of 1 event"},     {"en", "42", "3 of 42 events"},      {"fr", "42", "3 événements sur 42"},
        {"ru", "21", "3 из 21 события"}, {"ru", "42", "3 из 42 событий"},     {"uk", "5", "3 із 5 подій"},
        {"ar", "2", "3 من أصل حدثين"},   {"ar", "103", "3 من أصل 103 أحداث"}, {"ar", "42", "3 من أصل 42 حدثًا"},
    };
    for (const auto& [language, all, expected] : cases) {
        Diagnostics found;
        EXPECT_EQ(in_language(*style, language, found).phrase("events-of", {{"shown", "3"}, {"all", all}}), expected);
    }
}

TEST_F(TemplateTest, words_are_in_the_language_of_the_dossier) {
    struct Case {
        std::string tag;
        std::string planned;
        std::string finding;
    };

    files.texts["story/house.xml"] = "<template><words><word key=\"legend\">L</word></words>"
                                     "<words lang=\"de-CH\"><word key=\"planned\">vorgesehen</word></words>"
                                     "<words lang=\"it\"><word key=\"planned\">previsto</word></words></template>";
    const std::optional<Template> style = read("house");
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    for (const Case& c : {
             Case{"en", "planned", ""},
             Case{"en-US", "planned", ""},
             Case{"de", "geplant", ""},
             Case{"de_AT", "geplant", ""},
             Case{"DE-ch", "vorgesehen", ""},
             Case{"ru", "планируется", ""},
             Case{"uk-UA", "заплановано", ""},
             Case{"ar-EG", "مقرر", ""},
             Case{"it", "previsto",
                  "note: some of the charts' own words are in English: template \"house\" has no \"absent-from\", "
                  "\"according-to\", \"acted-against\" and "},
             Case{"ja", "planned", "note: the charts' own words are in English: template \"house\" has none in \"ja\""},
             Case{"", "planned", ""},
         }) {
        Diagnostics found;
        const Template localised = in_language(*style, c.tag, found);
        EXPECT_EQ(localised.phrase("planned"), c.planned) << c.tag;
        EXPECT_EQ(localised.phrase("legend"), "L") << "a house's own words hold in every language";
        ASSERT_EQ(found.all().size(), c.finding.empty() ? 0U : 1U) << c.tag;
        EXPECT_THAT(c.finding.empty() ? "" : to_text(found.all().front()), HasSubstr(c.finding));
    }
}

/// Keys that the program asks for with a literal: phrase("key").
TEST_F(TemplateTest, every_key_in_the_source_has_words) {
    const std::optional<Template> style = read("report");
    ASSERT_TRUE(style);
    const std::regex call("phrase\\(\\s*\"([^\"]*)\"");
    std::size_t calls = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(DEMARCHE_SOURCE_DIR "/src")) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string source = text.str();
        for (std::sregex_iterator at(source.begin(), source.end(), call), end; at != end; ++at, ++calls) {
            EXPECT_TRUE(style->words.contains((*at)[1])) << entry.path() << ": " << (*at)[1];
        }
    }
    EXPECT_GT(calls, 0U);
}

} // namespace
} // namespace demarche::compose
