/// Charts that run from right to left: the same charts in a mirror.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/network_words.hpp"
#include "compose/scene_check.hpp"
#include "support/dossier_text.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "text/pango_measurer.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Template style_of(const std::string& name, const std::string& language) {
    Diagnostics diagnostics;
    return in_language(*read_template(name, "", DiskReader(), diagnostics), language, diagnostics);
}

std::vector<scene::Scene> charts(const Model& model, const Template& style, const text::Measurer& measurer) {
    Diagnostics diagnostics;
    NetworkOptions options;
    options.timeout = 600;
    return {
        compose_timeline(view::make_timeline_view(model, {}), style, measurer, Paging::pages, diagnostics),
        compose_network(view::make_network_view(model, {}), style, measurer, options, diagnostics).scene,
    };
}

const std::string kEvents = R"(
    <event id="met" title="They meet" when="[2025-02-10..2025-02-12]" type="consult/meet" emphasis="yes">
      <party actor="ann"/><party actor="bob"/><party actor="eve" as="host"/><cite article="a1"/><cite article="a2"/></event>
    <event id="hit" title="It strikes" when="2025-02-13" type="assault">
      <party actor="bob" as="source"/><party actor="ann" as="target"/><cite article="a3"/></event>
    <event id="said" title="A word" when="2025-02-14/2025-02-16" type="statement">
      <party actor="eve" as="speaker"/><cite article="a3"/></event>
    <event id="next" title="Next time" when="2025-02-20" type="consult/meet" status="planned">
      <party actor="amy"/><party actor="bob"/><party actor="eve" as="absent"/><cite article="a1"/></event>)";

/// The same words, so that nothing but the direction differs.
TEST(RightToLeftCharts, stand_where_a_mirror_shows_the_others) {
    const Model model = support::story(kEvents);
    const tests::FixedMeasurer measurer;
    for (const char* name : {"report", "web", "slide"}) {
        const Template style = style_of(name, "en");
        Template turned_style = style;
        turned_style.right_to_left = true;
        const auto plain = charts(model, style, measurer);
        const auto turned = charts(model, turned_style, measurer);
        for (std::size_t chart = 0; chart < plain.size(); ++chart) {
            EXPECT_TRUE(turned[chart].right_to_left);
            ASSERT_EQ(turned[chart].pages.size(), plain[chart].pages.size());
            std::size_t items = 0;
            for (std::size_t p = 0; p < plain[chart].pages.size(); ++p) {
                const scene::Page& before = plain[chart].pages[p];
                const scene::Page& after = turned[chart].pages[p];
                ASSERT_EQ(after.size, before.size);
                ASSERT_EQ(after.marks.size(), before.marks.size());
                for (std::size_t m = 0; m < before.marks.size(); ++m) {
                    ASSERT_EQ(after.marks[m].items.size(), before.marks[m].items.size()) << before.marks[m].id;
                    for (std::size_t i = 0; i < before.marks[m].items.size(); ++i, ++items) {
                        const Box from = scene::bounds(before.marks[m].items[i]);
                        const Box to = scene::bounds(after.marks[m].items[i]);
                        EXPECT_NEAR(to.left, before.size.width - from.right, 1e-6) << before.marks[m].id;
                        EXPECT_NEAR(to.right, before.size.width - from.left, 1e-6) << before.marks[m].id;
                        EXPECT_NEAR(to.top, from.top, 1e-6) << before.marks[m].id;
                    }
                }
            }
            EXPECT_GT(items, 40U) << name;
        }
    }
}

TEST(RightToLeftCharts, have_no_word_of_english_in_arabic) {
    Model model = support::story(kEvents);
    model.language = "ar";
    const tests::FixedMeasurer measurer;
    for (const scene::Scene& scene : charts(model, style_of("report", "ar"), measurer)) {
        std::string words = scene.description;
        for (const scene::Mark& mark : scene.pages.front().marks) {
            words += "\n" + mark.title + "\n" + mark.description;
            for (const scene::Item& item : mark.items) {
                if (const auto* text = std::get_if<scene::Text>(&item)) {
                    words += "\n" + text->text;
                    EXPECT_FALSE(text->font.italic) << text->text;
                }
            }
        }
        for (const char* english :
             {" and ", "Source", "took part", "planned", "Feb", "event", "host", "not present", "one", ", ", ";"}) {
            EXPECT_THAT(words, Not(HasSubstr(english)));
        }
        EXPECT_THAT(words, HasSubstr("المصادر:"));
        EXPECT_THAT(words, HasSubstr("20 فبراير 2025"));
        EXPECT_THAT(words, HasSubstr("، "));
    }
}

/// Arrows are characters that no direction turns: in Arabic they pointed back at who advises.
TEST(RightToLeftCharts, have_arrows_in_their_words_that_point_the_way_of_reading) {
    Model model = support::story(kEvents);
    Tie tie;
    tie.from = "amy";
    tie.to = "bob";
    model.ties = {tie};
    const view::NetworkView view = view::make_network_view(model, {});
    ASSERT_EQ(view.ties.size(), 1U);
    EXPECT_EQ(tie_in_row(view.ties.front(), view, style_of("mobile", "en")), "advises → Bob Bold");
    const std::string turned = tie_in_row(view.ties.front(), view, style_of("mobile", "ar"));
    EXPECT_THAT(turned, HasSubstr(" ← "));
    EXPECT_THAT(turned, Not(HasSubstr("→")));
}

/// Labels in six scripts, measured by Pango.
TEST(RightToLeftCharts, of_generated_models_have_no_fault) {
    Diagnostics diagnostics;
    const auto measurer = text::make_pango_measurer(diagnostics);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 40;
        options.most_actors = 12;
        Model model = support::generate_model(seed, options);
        model.language = "ar";
        for (const char* name : {"report", "slide"}) {
            Diagnostics found;
            const scene::Scene scene = compose_timeline(view::make_timeline_view(model, {}), style_of(name, "ar"),
                                                        *measurer, Paging::one_page, found);
            const PageFaults page = faults(scene.pages.front());
            EXPECT_TRUE(page.none()) << seed << " " << name << ": " << to_text(page);
        }
    }
}

} // namespace
} // namespace demarche::compose
