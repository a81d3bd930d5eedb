#include "base/file.hpp"
#include "compose/charts.hpp"
#include "network/inspect.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "view/network_view.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <set>
#include <string>
#include <variant>

namespace demarche::compose {
namespace {

Template built_in(const std::string& name) {
    Diagnostics diagnostics;
    const std::optional<Template> style = read_template(name, ".", DiskReader(), diagnostics);
    EXPECT_TRUE(style) << name;
    return style.value_or(Template{});
}

NetworkChart draw(const Model& model, const Template& style, const ChartSpec& spec = {}) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    return compose_network(view::make_network_view(model, spec), style, measurer, {}, diagnostics);
}

std::vector<scene::Text> texts(const scene::Scene& scene) {
    std::vector<scene::Text> found;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            if (const auto* text = std::get_if<scene::Text>(&item)) {
                found.push_back(*text);
            }
        }
    }
    return found;
}

std::string all_words(const scene::Scene& scene) {
    std::string words;
    for (const scene::Text& text : texts(scene)) {
        words += text.text + "\n";
    }
    return words;
}

/// Pairs of texts that overlap, and texts that leave the page.
std::vector<std::string> bad_texts(const scene::Scene& scene) {
    const Box page{0, 0, scene.pages.front().size.width, scene.pages.front().size.height};
    const std::vector<scene::Text> all = texts(scene);
    std::vector<std::string> bad;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Box box = scene::bounds(all[i]);
        if (!contains(page, box)) {
            bad.push_back("cut: " + all[i].text);
        }
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (overlap(box, scene::bounds(all[j]), 0.3)) {
                bad.push_back(all[i].text + " on " + all[j].text);
            }
        }
    }
    return bad;
}

class Generated : public testing::TestWithParam<int> {};

constexpr int kModelsEach = 15;

TEST_P(Generated, networks_have_no_flaws) {
    const Template style = built_in(GetParam() % 2 == 0 ? "report" : "web");
    support::GeneratorOptions options;
    options.most_events = 60;
    int crossings = 0;
    for (int i = 0; i < kModelsEach; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * kModelsEach + i);
        const NetworkChart chart = draw(support::generate_model(seed, options), style);
        const network::Flaws flaws = network::inspect(chart.drawing);
        EXPECT_EQ(flaws.examples, std::vector<std::string>{}) << "seed " << seed;
        EXPECT_EQ(bad_texts(chart.scene), std::vector<std::string>{}) << "seed " << seed;
        crossings += chart.drawing.crossings;
    }
    std::cout << crossings << " crossings in " << kModelsEach << " networks\n";
}

INSTANTIATE_TEST_SUITE_P(Models, Generated, testing::Range(0, 20));

/// Words that were once placed far out held the columns apart: each round placed them further out.
TEST(NetworkChart, a_dense_network_does_not_grow_wide_while_half_empty) {
    const Template style = built_in("report");
    support::GeneratorOptions options;
    options.most_events = 60;
    for (const std::uint64_t seed : {108, 134, 240}) {
        const NetworkChart chart = draw(support::generate_model(seed, options), style);
        EXPECT_LT(chart.scene.pages.front().size.width, 1.15 * style.width) << "seed " << seed;
    }
}

TEST(NetworkChart, two_thousand_events_are_too_many_and_the_chart_says_so) {
    support::GeneratorOptions options;
    options.least_events = options.most_events = 2000;
    options.least_actors = options.most_actors = 30;
    const NetworkChart chart = draw(support::generate_model(7, options), built_in("report"));
    EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{});
    const auto hubs = std::count_if(chart.drawing.graph.nodes.begin(), chart.drawing.graph.nodes.end(),
                                    [](const network::Node& node) { return node.kind == network::NodeKind::hub; });
    EXPECT_EQ(static_cast<std::size_t>(hubs), view::kMostHubs);
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("40 of "));
}

TEST(NetworkChart, the_same_bytes_twice) {
    const Model model = support::generate_model(3);
    const NetworkChart first = draw(model, built_in("report"));
    const NetworkChart second = draw(model, built_in("report"));
    EXPECT_EQ(first.gv, second.gv);
    EXPECT_EQ(first.drawing.boxes, second.drawing.boxes);
    EXPECT_EQ(first.drawing.routes, second.drawing.routes);
}

TEST(NetworkChart, ids_of_marks_are_unique_and_fit_for_svg) {
    support::GeneratorOptions options;
    options.most_events = 40;
    const NetworkChart chart = draw(support::generate_model(11, options), built_in("web"));
    std::set<std::string> seen;
    for (const scene::Mark& mark : chart.scene.pages.front().marks) {
        EXPECT_TRUE(seen.insert(mark.id).second) << mark.id;
        EXPECT_THAT(mark.id, testing::MatchesRegex("[a-z][a-z0-9-]*"));
    }
}

// A small model made by hand.

Edtf date(const std::string& text) {
    const auto parsed = parse_edtf(text);
    return std::get<Edtf>(parsed);
}

Event meeting(const std::string& id, const std::string& title, std::vector<Party> parties) {
    Event event;
    event.id = id;
    event.title = title;
    event.short_title = title;
    event.when = date("2025-02-18");
    event.type = {"consult", "meet"};
    event.parties = std::move(parties);
    event.citations = {{"a1", "", "", "", {}, {}, Stance::supports, {}, {}}};
    return event;
}

Party party(const std::string& actor, Part as = Part::participant) {
    Party made;
    made.actor = actor;
    made.as = as;
    return made;
}

Model small() {
    Model model;
    model.title = "Small";
    model.as_of = "2025-02-18";
    Article article;
    article.id = "a1";
    article.title = "Headline";
    article.published = "2025-02-18";
    model.articles = {article};
    for (const char* id : {"east", "west"}) {
        Side side;
        side.id = id;
        side.name = id == std::string("east") ? "East" : "West";
        model.sides.push_back(side);
    }
    for (const char* id : {"anna", "boris", "clara", "dora"}) {
        Actor actor;
        actor.id = id;
        actor.name = std::string(1, static_cast<char>(id[0] - 'a' + 'A')) + (id + 1);
        actor.side = id[0] <= 'b' ? "east" : "west";
        model.actors.push_back(actor);
    }
    Delegation delegation;
    delegation.id = "d";
    delegation.name = "Eastern team";
    delegation.event = "talks";
    delegation.side = "east";
    delegation.head = "anna";
    delegation.members = {"anna", "boris"};
    model.delegations = {delegation};
    model.events = {
        meeting("talks", "Talks", {party("anna"), party("boris"), party("clara"), party("dora", Part::absent)})};
    return model;
}

TEST(NetworkChart, who_was_absent_is_said_and_not_drawn) {
    const NetworkChart chart = draw(small(), built_in("report"));
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("Dora not at Talks."));
    for (const network::Node& node : chart.drawing.graph.nodes) {
        EXPECT_THAT(node.lines, testing::Not(testing::Contains("Dora")));
    }
}

TEST(NetworkChart, the_legend_names_what_is_used_and_nothing_else) {
    Model model = small();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::AllOf(testing::HasSubstr("met or spoke"), testing::HasSubstr("head of delegation"),
                               testing::Not(testing::HasSubstr("planned")),
                               testing::Not(testing::HasSubstr("acted against"))));
    model.events[0].status = Status::planned;
    model.delegations[0].head.clear();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::AllOf(testing::Not(testing::HasSubstr("met or spoke")), testing::HasSubstr("planned"),
                               testing::Not(testing::HasSubstr("head of delegation"))));
}

TEST(NetworkChart, a_plan_a_cancelled_and_a_denied_event_are_dashed) {
    for (const Status status : {Status::planned, Status::cancelled, Status::denied}) {
        Model model = small();
        model.events[0].status = status;
        const NetworkChart chart = draw(model, built_in("report"));
        const auto& marks = chart.scene.pages.front().marks;
        const auto hub =
            std::find_if(marks.begin(), marks.end(), [](const auto& mark) { return mark.id == "hub-talks"; });
        ASSERT_NE(hub, marks.end());
        const auto* pill = std::get_if<scene::Rectangle>(&hub->items.front());
        ASSERT_NE(pill, nullptr);
        EXPECT_FALSE(pill->stroke->dash.empty());
        for (const network::Edge& edge : chart.drawing.graph.edges) {
            EXPECT_TRUE(edge.dashed);
        }
    }
}

TEST(NetworkChart, a_hub_says_its_sentence_and_its_sources) {
    const NetworkChart chart = draw(small(), built_in("report"));
    for (const scene::Mark& mark : chart.scene.pages.front().marks) {
        if (mark.id == "hub-talks") {
            EXPECT_EQ(mark.title, "Talks, Tue 18 Feb 2025: Eastern team and Clara");
            EXPECT_EQ(mark.description, "Source: 1 Headline");
        }
    }
}

TEST(NetworkChart, an_empty_model_gives_a_page_without_lines) {
    Model model;
    model.title = "Nothing";
    const NetworkChart chart = draw(model, built_in("report"));
    EXPECT_TRUE(chart.drawing.boxes.empty());
    EXPECT_GT(chart.scene.pages.front().size.height, 0);
}

TEST(NetworkChart, what_graphviz_cannot_do_is_an_error) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    NetworkOptions options;
    options.engine = "no-such-engine";
    EXPECT_THROW(
        compose_network(view::make_network_view(small(), {}), built_in("report"), measurer, options, diagnostics),
        Error);
}

} // namespace
} // namespace demarche::compose
