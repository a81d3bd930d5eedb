/// Networks on pages too narrow for three columns: a telephone (360 px) and a column of a journal (89 mm).

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "network/inspect.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "view/network_view.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace demarche::compose {
namespace {

Template narrowed(const std::string& name, double width, double margin, double type) {
    Diagnostics diagnostics;
    Template style = read_template(name, ".", DiskReader(), diagnostics).value_or(Template{});
    style.width = width;
    style.margin = margin;
    for (Font* font : {&style.card_head, &style.card_name, &style.card_role, &style.hub_title, &style.hub_detail,
                       &style.tie_label, &style.source_number}) {
        font->size *= type;
    }
    return style;
}

Template telephone() {
    return narrowed("web", 270, 12, 1);
}

Template journal() {
    return narrowed("report", 252.28, 4, 0.75);
}

NetworkChart draw(const Model& model, const Template& style) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    NetworkOptions options;
    options.timeout = 600; // sanitizers on a busy machine
    return compose_network(view::make_network_view(model, {}), style, measurer, options, diagnostics);
}

void expect_whole(std::uint64_t seed, const Template& style) {
    support::GeneratorOptions options;
    options.most_events = 60;
    const NetworkChart chart = draw(support::generate_model(seed, options), style);
    const scene::Page& page = chart.scene.pages.front();
    EXPECT_DOUBLE_EQ(page.size.width, style.width) << "seed " << seed;
    EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{}) << "seed " << seed;
    const PageFaults found = faults(page);
    EXPECT_TRUE(found.overlapping.empty() && found.outside.empty()) << "seed " << seed << ": " << to_text(found);
}

class NarrowNetwork : public testing::TestWithParam<int> {};

constexpr std::uint64_t kModelsEach = 10;

TEST_P(NarrowNetwork, keeps_to_its_page_and_has_no_flaws) {
    const std::uint64_t first = static_cast<std::uint64_t>(GetParam()) * kModelsEach;
    for (std::uint64_t seed = first; seed < first + kModelsEach; ++seed) {
        expect_whole(seed, telephone());
        expect_whole(seed, journal());
    }
}

INSTANTIATE_TEST_SUITE_P(Models, NarrowNetwork, testing::Range(0, 4));

/// Lines that find no room between columns held them apart, and the page grew wider than the template says.
TEST(NarrowNetwork, a_network_too_dense_for_lines_keeps_to_its_page_on_wide_pages_too) {
    Diagnostics diagnostics;
    const auto style = read_template("web", ".", DiskReader(), diagnostics);
    ASSERT_TRUE(style);
    support::GeneratorOptions options;
    options.most_events = 60;
    const NetworkChart chart = draw(support::generate_model(5, options), *style);
    EXPECT_TRUE(chart.drawing.shared_ways);
    expect_whole(5, *style);
}

// Three who meet in pairs, one of whom advises another.

Model three() {
    Model model;
    model.title = "Three";
    model.as_of = "2025-02-18";
    Article article;
    article.id = "a1";
    article.title = "Headline";
    model.articles = {article};
    for (const char* id : {"anna", "boris", "clara"}) {
        Actor actor;
        actor.id = id;
        actor.name = std::string(1, static_cast<char>(id[0] - 'a' + 'A')) + (id + 1);
        model.actors.push_back(actor);
    }
    const auto meet = [&](const std::string& id, const std::string& day, const std::string& a, const std::string& b) {
        Event event;
        event.id = id;
        event.title = event.short_title = id;
        event.when = std::get<Edtf>(parse_edtf(day));
        event.type = {"consult", "meet"};
        event.parties.resize(2);
        event.parties[0].actor = a;
        event.parties[1].actor = b;
        event.citations = {{"a1", "", "", "", {}, {}, Stance::supports, {}, {}}};
        model.events.push_back(event);
    };
    // Too many for lines that cross nothing with time running down the page.
    for (int i = 0; i < 3; ++i) {
        const std::string n = std::to_string(i);
        meet("first" + n, "2025-02-1" + n, "anna", "boris");
        meet("second" + n, "2025-02-1" + n, "boris", "clara");
        meet("third" + n, "2025-02-1" + n, "clara", "anna");
    }
    Tie tie;
    tie.from = "anna";
    tie.to = "boris";
    tie.type = TieType::advises;
    model.ties = {tie};
    return model;
}

TEST(NarrowNetwork, a_card_stands_where_it_took_part_first_and_its_name_after_that) {
    const NetworkChart chart = draw(three(), telephone());
    ASSERT_TRUE(chart.drawing.shared_ways);
    const auto& nodes = chart.drawing.graph.nodes;
    const auto cards = std::count_if(nodes.begin(), nodes.end(),
                                     [](const network::Node& node) { return node.id.rfind("card-", 0) == 0; });
    const auto names = std::count_if(nodes.begin(), nodes.end(),
                                     [](const network::Node& node) { return node.id.rfind("again-", 0) == 0; });
    EXPECT_EQ(cards, 3);
    EXPECT_EQ(names, 2 * 9 - 3);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = 0; j < nodes.size(); ++j) {
            if (nodes[i].kind == network::NodeKind::hub && nodes[j].kind == network::NodeKind::hub &&
                nodes[i].time < nodes[j].time) {
                EXPECT_LT(chart.drawing.boxes[i].bottom, chart.drawing.boxes[j].top);
            }
        }
    }
}

TEST(NarrowNetwork, a_tie_is_words_in_the_row_with_its_sentence_and_data) {
    const NetworkChart chart = draw(three(), telephone());
    const auto& marks = chart.scene.pages.front().marks;
    const auto tie = std::find_if(marks.begin(), marks.end(), [](const scene::Mark& mark) {
        return std::any_of(mark.data.begin(), mark.data.end(), [](const auto& data) { return data.first == "tie"; });
    });
    ASSERT_NE(tie, marks.end());
    EXPECT_EQ(tie->title, "Anna advises Boris.");
    ASSERT_FALSE(tie->items.empty());
    EXPECT_EQ(std::get<scene::Text>(tie->items.front()).text, "advises → Boris");
}

TEST(NarrowNetwork, every_line_of_a_hub_is_a_mark_as_on_a_wide_page) {
    const auto lines = [](const NetworkChart& chart) {
        std::vector<std::string> found;
        for (const scene::Mark& mark : chart.scene.pages.front().marks) {
            if (mark.id.rfind("line-", 0) == 0) {
                found.push_back(mark.id + mark.title);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    };
    Diagnostics diagnostics;
    const auto wide = read_template("report", ".", DiskReader(), diagnostics);
    ASSERT_TRUE(wide);
    EXPECT_EQ(lines(draw(three(), telephone())), lines(draw(three(), *wide)));
}

} // namespace
} // namespace demarche::compose
