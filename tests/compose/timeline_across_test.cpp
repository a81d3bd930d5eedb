/// What holds of every timeline across the page, whatever the model: counted from the geometry of generated ones.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "compose/timeline_words.hpp"
#include "support/dossier_text.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "text/pango_measurer.hpp"
#include "timeline/landscape.hpp"
#include "view/lesser_sides.hpp"
#include "view/timeline_view.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace demarche::compose {
namespace {

constexpr std::uint64_t kModels = 60;

Template style_of(std::uint64_t seed) {
    Diagnostics diagnostics;
    Template style = *read_template("slide", "", DiskReader(), diagnostics);
    style.lane_of_each_side = seed % 5 != 0;
    style.height = seed % 7 == 0 ? 0 : style.height;
    return style;
}

ChartSpec chart_of(std::uint64_t seed) {
    ChartSpec chart;
    chart.scale = std::array{ScaleMode::automatic, ScaleMode::days, ScaleMode::rows, ScaleMode::time}.at(seed % 4);
    chart.min_weight = seed % 3 == 0 ? 5 : 1;
    return chart;
}

const scene::Path* leader_of(const scene::Mark& mark) {
    return mark.items.empty() ? nullptr : std::get_if<scene::Path>(&mark.items.front());
}

/// Leaders that come nearer to another one than a mark is wide, on one page.
std::size_t crossing_leaders(const std::vector<scene::Mark>& marks, double least) {
    std::vector<Box> leaders;
    for (const scene::Mark& mark : marks) {
        if (mark.role == scene::Role::list_item && leader_of(mark) != nullptr) {
            leaders.push_back(scene::bounds(scene::Item(*leader_of(mark))));
        }
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        for (std::size_t k = i + 1; k < leaders.size(); ++k) {
            const bool beside = std::abs(leaders[i].centre().x - leaders[k].centre().x) < least;
            count += beside && leaders[i].top < leaders[k].bottom && leaders[k].top < leaders[i].bottom ? 1 : 0;
        }
    }
    return count;
}

std::vector<std::string> words_of_events(const scene::Scene& scene) {
    std::vector<std::string> words;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            if (mark.role == scene::Role::list_item) {
                words.push_back(mark.data.front().second + " " + mark.title + " / " + mark.description);
            }
        }
    }
    return words;
}

std::size_t events_on(const scene::Page& page) {
    return static_cast<std::size_t>(std::count_if(page.marks.begin(), page.marks.end(), [](const scene::Mark& mark) {
        return mark.role == scene::Role::list_item;
    }));
}

std::size_t repeated_ids(const scene::Page& page) {
    std::set<std::string> ids;
    std::size_t count = 0;
    for (const scene::Mark& mark : page.marks) {
        count += ids.insert(mark.id).second ? 0 : 1;
    }
    return count;
}

void expect_sound(const scene::Page& page, const Template& style) {
    const PageFaults found = faults(page);
    EXPECT_TRUE(found.none()) << to_text(found);
    EXPECT_EQ(crossing_leaders(page.marks, 2 * style.mark_radius), 0U);
    EXPECT_EQ(repeated_ids(page), 0U);
    EXPECT_EQ(page.size.width, style.width);
    EXPECT_GE(page.size.height, style.height - 0.01);
}

class GeneratedAcross : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(GeneratedAcross, ShowEveryEventOnceInOrderAndLegibly) {
    const tests::FixedMeasurer measurer;
    for (std::uint64_t seed = GetParam() * 20; seed < GetParam() * 20 + 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const view::TimelineView view = view::make_timeline_view(support::generate_model(seed), chart_of(seed));
        const Template style = style_of(seed);
        Diagnostics diagnostics;
        const scene::Scene one = compose_timeline(view, style, measurer, Paging::one_page, diagnostics);
        ASSERT_EQ(one.pages.size(), 1U);
        const std::vector<std::string> words = words_of_events(one);
        ASSERT_EQ(words.size(), view.rows.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            EXPECT_EQ(words[i].rfind(view.rows[i].id + " ", 0), 0U);
        }
        expect_sound(one.pages.front(), style);
        if (seed % 10 == 0) {
            const scene::Scene again = compose_timeline(view, style, measurer, Paging::one_page, diagnostics);
            EXPECT_EQ(write::to_svg(one), write::to_svg(again));
        }
        const scene::Scene many = compose_timeline(view, style, measurer, Paging::pages, diagnostics);
        EXPECT_EQ(words_of_events(many), words);
        for (const scene::Page& page : many.pages) {
            expect_sound(page, style);
            // One event alone may be higher than the page; more of them go on on the next.
            if (style.height > 0 && events_on(page) > 1) {
                EXPECT_NEAR(page.size.height, style.height, 0.01);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, GeneratedAcross, ::testing::Range<std::uint64_t>(0, kModels / 20));

std::vector<std::string> legend_words(const scene::Page& page) {
    std::vector<std::string> words;
    for (const scene::Mark& mark : page.marks) {
        for (const scene::Item& item : mark.items) {
            const auto* text = std::get_if<scene::Text>(&item);
            if (mark.id == "legend" && text != nullptr) {
                words.push_back(text->text);
            }
        }
    }
    return words;
}

/// Slides are seen one at a time: marks of the next one were explained on each.
TEST(TimelineAcross, the_legend_of_a_slide_explains_what_stands_on_it) {
    std::string events;
    for (int day = 1; day <= 28; ++day) {
        const std::string number = std::to_string(day);
        events += "<event id=\"e" + number + "\" title=\"A meeting of the two sides in a hall\" when=\"2025-" +
                  (day <= 14 ? "01-" : "03-") + (day < 10 ? "0" : "") + number + "\" type=\"consult/meet\"" +
                  (day <= 14 ? "" : " status=\"planned\"") +
                  "><party actor=\"ann\"/><party actor=\"bob\"/><cite article=\"a1\"/></event>";
    }
    const tests::FixedMeasurer measurer;
    Diagnostics diagnostics;
    const scene::Scene slides = compose_timeline(view::make_timeline_view(support::story(events), {}), style_of(1),
                                                 measurer, Paging::pages, diagnostics);
    ASSERT_EQ(slides.pages.size(), 2U);
    EXPECT_EQ(legend_words(slides.pages.front()), std::vector<std::string>{"took part"});
    EXPECT_EQ(legend_words(slides.pages.back()), std::vector<std::string>{"planned"});
}

/// The arrow at the edge of a slide, where a span goes on on the next, was explained as "still going on".
TEST(TimelineAcross, what_ended_on_the_next_slide_is_not_still_going_on) {
    std::string events = "<event id=\"long\" title=\"Talks\" when=\"2025-01-01/2025-02-10\" type=\"consult/meet\">"
                         "<party actor=\"ann\"/><party actor=\"bob\"/><cite article=\"a1\"/></event>";
    for (int day = 1; day <= 28; ++day) {
        const std::string number = std::to_string(day);
        events += "<event id=\"e" + number + "\" title=\"A meeting of the two sides in a hall\" when=\"2025-01-" +
                  (day < 10 ? "0" : "") + number + "\" type=\"consult/meet\">" +
                  "<party actor=\"ann\"/><party actor=\"bob\"/><cite article=\"a1\"/></event>";
    }
    const tests::FixedMeasurer measurer;
    Diagnostics diagnostics;
    const scene::Scene slides = compose_timeline(view::make_timeline_view(support::story(events), {}), style_of(1),
                                                 measurer, Paging::pages, diagnostics);
    ASSERT_GT(slides.pages.size(), 1U);
    EXPECT_EQ(legend_words(slides.pages.front()), (std::vector<std::string>{"took part", "lasted"}));
}

TEST(GeneratedAcrossInRealType, AreLegible) {
    Diagnostics diagnostics;
    const auto measurer = text::make_pango_measurer(diagnostics);
    support::GeneratorOptions options;
    options.most_events = 60;
    for (std::uint64_t seed = 1000; seed < 1030; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const view::TimelineView view =
            view::make_timeline_view(support::generate_model(seed, options), chart_of(seed));
        const Template style = style_of(seed);
        for (const Paging paging : {Paging::one_page, Paging::pages}) {
            for (const scene::Page& page : compose_timeline(view, style, *measurer, paging, diagnostics).pages) {
                expect_sound(page, style);
            }
        }
    }
}

} // namespace
} // namespace demarche::compose
