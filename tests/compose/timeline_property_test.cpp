/// What holds of every timeline, whatever the model: counted from the geometry of generated ones.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "support/models_asked.hpp"
#include "text/pango_measurer.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>

namespace demarche::compose {
namespace {

constexpr std::uint64_t kModels = 60;
constexpr std::uint64_t kBlocks = 3; ///< that can be run beside each other

std::uint64_t models() {
    return static_cast<std::uint64_t>(support::models_asked(static_cast<int>(kModels)));
}

/// The narrow ones most of all: there words and lanes have the least room.
Template style_of(std::uint64_t seed) {
    constexpr std::array kNames = {"mobile", "print-1", "mobile+dark", "report", "web", "print-2", "print-1", "poster"};
    Diagnostics diagnostics;
    return *read_template(kNames.at(seed % kNames.size()), "", DiskReader(), diagnostics);
}

ChartSpec chart_of(std::uint64_t seed) {
    ChartSpec chart;
    chart.scale = std::array{ScaleMode::automatic, ScaleMode::days, ScaleMode::rows, ScaleMode::time}.at(seed % 4);
    chart.min_weight = seed % 7 == 0 ? 5 : 1;
    chart.subtitle = "What happened, by side";
    return chart;
}

/// Event ids on their pages, in the order of painting.
std::vector<std::string> events_drawn(const scene::Scene& scene) {
    std::vector<std::string> ids;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            if (mark.role == scene::Role::list_item) {
                ids.push_back(mark.data.front().second);
            }
        }
    }
    return ids;
}

std::vector<std::string> events_shown(const view::TimelineView& view) {
    std::vector<std::string> ids;
    for (const view::Row& row : view.rows) {
        ids.push_back(row.id);
    }
    return ids;
}

/// Where the shapes of a row lie: its marks, bars and arrows, without leaders.
std::optional<Box> shapes_of(const scene::Mark& mark, double lanes_right) {
    std::optional<Box> all;
    for (const scene::Item& item : mark.items) {
        const Box box = scene::bounds(item);
        if (std::holds_alternative<scene::Text>(item) || box.left > lanes_right) {
            continue;
        }
        all = all ? Box{std::min(all->left, box.left), std::min(all->top, box.top), std::max(all->right, box.right),
                        std::max(all->bottom, box.bottom)}
                  : box;
    }
    return all;
}

/// Rows whose marks do not stand below those of the row before.
std::size_t rows_out_of_order(const scene::Page& page) {
    double lanes_right = 0;
    for (const scene::Mark& mark : page.marks) {
        if (mark.id == "lanes") {
            for (const scene::Item& item : mark.items) {
                lanes_right = std::max(lanes_right, scene::bounds(item).right);
            }
        }
    }
    std::size_t count = 0;
    double lowest = 0;
    for (const scene::Mark& mark : page.marks) {
        const auto box = mark.role == scene::Role::list_item ? shapes_of(mark, lanes_right) : std::nullopt;
        if (box) {
            count += box->top + 0.01 < lowest ? 1 : 0;
            lowest = box->bottom;
        }
    }
    return count;
}

/// All words of a chart's events, in order.
std::vector<std::string> words_of_events(const scene::Scene& scene) {
    std::vector<std::string> words;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            if (mark.role == scene::Role::list_item) {
                words.push_back(mark.title + " / " + mark.description);
            }
        }
    }
    return words;
}

class GeneratedTimelines : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(GeneratedTimelines, ShowEveryEventOnceInOrderAndLegibly) {
    const tests::FixedMeasurer measurer;
    for (std::uint64_t seed = GetParam(); seed < models(); seed += kBlocks) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = support::generate_model(seed);
        const view::TimelineView view = view::make_timeline_view(model, chart_of(seed));
        const Template style = style_of(seed);
        Diagnostics diagnostics;
        const scene::Scene one = compose_timeline(view, style, measurer, Paging::one_page, diagnostics);
        ASSERT_EQ(one.pages.size(), 1U);
        EXPECT_EQ(events_drawn(one), events_shown(view));
        const PageFaults found = faults(one.pages.front());
        EXPECT_TRUE(found.none()) << to_text(found);
        EXPECT_EQ(rows_out_of_order(one.pages.front()), 0U);

        const scene::Scene many = compose_timeline(view, style, measurer, Paging::pages, diagnostics);
        EXPECT_EQ(words_of_events(many), words_of_events(one));
        for (const scene::Page& page : many.pages) {
            const PageFaults on_page = faults(page);
            EXPECT_TRUE(on_page.none()) << to_text(on_page);
            EXPECT_EQ(rows_out_of_order(page), 0U);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, GeneratedTimelines, ::testing::Range<std::uint64_t>(0, kBlocks));

TEST(GeneratedTimelinesInRealType, AreLegible) {
    Diagnostics diagnostics;
    const auto measurer = text::make_pango_measurer(diagnostics);
    support::GeneratorOptions options;
    options.most_events = 60;
    for (std::uint64_t seed = 1000; seed < 1000 + models() / 4; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = support::generate_model(seed, options);
        const view::TimelineView view = view::make_timeline_view(model, chart_of(seed));
        for (const Paging paging : {Paging::one_page, Paging::pages}) {
            const scene::Scene scene = compose_timeline(view, style_of(seed), *measurer, paging, diagnostics);
            for (const scene::Page& page : scene.pages) {
                const PageFaults found = faults(page);
                EXPECT_TRUE(found.none()) << to_text(found);
            }
        }
    }
}

} // namespace
} // namespace demarche::compose
