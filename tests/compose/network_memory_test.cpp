#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/network_memory.hpp"
#include "network/inspect.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "support/models_asked.hpp"
#include "support/random.hpp"
#include "support/story_change.hpp"
#include "view/network_view.hpp"
#include "write/kept_svg.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace demarche::compose {
namespace {

Template built_in(const std::string& name) {
    Diagnostics diagnostics;
    const std::optional<Template> style = read_template(name, ".", DiskReader(), diagnostics);
    EXPECT_TRUE(style) << name;
    return style.value_or(Template{});
}

NetworkChart draw(const Model& model, const Template& style, std::optional<scene::KeptChart> previous = {}) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    NetworkOptions options;
    options.timeout = 600; // sanitizers on a busy machine
    options.previous = std::move(previous);
    return compose_network(view::make_network_view(model, {}), style, measurer, options, diagnostics);
}

/// Only that they differ, and not how: charts are long.
void expect_same(const NetworkChart& a, const NetworkChart& b, const std::string& which = {}) {
    EXPECT_TRUE(write::to_svg(a.scene) == write::to_svg(b.scene)) << which;
}

/// As the next drawing finds it in the file.
scene::KeptChart kept(const NetworkChart& chart) {
    Diagnostics diagnostics;
    const auto found = write::read_kept_svg(write::to_svg(chart.scene), "network.svg", diagnostics);
    EXPECT_TRUE(found);
    return found.value_or(scene::KeptChart{});
}

Actor actor(const std::string& id, const std::string& side) {
    Actor result;
    result.id = id;
    result.name = id;
    result.side = side;
    return result;
}

Event meeting(const std::string& id, const std::string& day, const std::vector<std::string>& parties) {
    Event event;
    event.id = id;
    event.title = id;
    event.short_title = id;
    event.type = {"consult", "meet"};
    event.when = std::get<Edtf>(parse_edtf(day));
    for (const std::string& party : parties) {
        event.parties.push_back({party, Part::participant, {}, {}});
    }
    return event;
}

/// Two sides that meet three times, a host and somebody of no side.
Model story() {
    Model model;
    model.title = "A story";
    model.as_of = "2025-03-01";
    model.sides = {{"east", "E", "East", {}, {}}, {"west", "W", "West", {}, {}}, {"south", "S", "South", {}, {}}};
    model.actors = {actor("anna", "east"),  actor("boris", "east"),   actor("clara", "west"),
                    actor("david", "west"), actor("emilia", "south"), actor("frida", "")};
    model.events = {meeting("call", "2025-02-12", {"anna", "clara"}),
                    meeting("talks", "2025-02-18", {"anna", "boris", "clara", "david"}),
                    meeting("visit", "2025-02-20", {"emilia", "david"}),
                    meeting("briefing", "2025-02-22", {"frida", "clara"})};
    return model;
}

std::map<std::string, Box> boxes(const NetworkChart& chart) {
    std::map<std::string, Box> found;
    for (std::size_t i = 0; i < chart.drawing.boxes.size(); ++i) {
        found[chart.drawing.graph.nodes[i].id] = chart.drawing.boxes[i];
    }
    return found;
}

/// How far the marks that are in both have moved from each other: the greatest difference between their movements.
double movement(const NetworkChart& before, const NetworkChart& after, const std::vector<std::string>& without) {
    double least[2] = {1e9, 1e9};
    double most[2] = {-1e9, -1e9};
    const auto now = boxes(after);
    for (const auto& [id, box] : boxes(before)) {
        if (now.count(id) == 0 || std::find(without.begin(), without.end(), id) != without.end()) {
            continue;
        }
        const double by[2] = {now.at(id).centre().x - box.centre().x, now.at(id).centre().y - box.centre().y};
        for (int axis = 0; axis < 2; ++axis) {
            least[axis] = std::min(least[axis], by[axis]);
            most[axis] = std::max(most[axis], by[axis]);
        }
    }
    return std::max(most[0] - least[0], most[1] - least[1]);
}

TEST(NetworkMemory, a_chart_drawn_after_itself_is_the_same_to_the_last_byte) {
    for (const char* name : {"report", "web", "mobile", "slide", "poster", "print-1", "print-2"}) {
        const Template style = built_in(name);
        const NetworkChart first = draw(story(), style);
        const NetworkChart again = draw(story(), style, kept(first));
        expect_same(again, first, name);
        EXPECT_EQ(again.gv, first.gv) << name;
    }
}

TEST(NetworkMemory, a_mirrored_chart_drawn_after_itself_is_the_same_to_the_last_byte) {
    Template style = built_in("report");
    style.right_to_left = true;
    const NetworkChart first = draw(story(), style);
    expect_same(draw(story(), style, kept(first)), first);
}

TEST(NetworkMemory, the_next_chart_is_a_fixed_point_too) {
    const Template style = built_in("report");
    Model model = story();
    const NetworkChart first = draw(model, style);
    model.events.push_back(meeting("dinner", "2025-02-19", {"emilia", "anna"}));
    const NetworkChart second = draw(model, style, kept(first));
    expect_same(draw(model, style, kept(second)), second);
}

TEST(NetworkMemory, what_is_new_hardly_moves_what_was_there) {
    const Template style = built_in("report");
    const NetworkChart first = draw(story(), style);
    Model more = story();
    more.actors.push_back(actor("gustav", ""));
    more.events.push_back(meeting("dinner", "2025-02-19", {"gustav", "anna"}));
    const NetworkChart second = draw(more, style, kept(first));
    EXPECT_EQ(network::inspect(second.drawing).examples, std::vector<std::string>{});
    EXPECT_LE(movement(first, second, {}), 8);
}

TEST(NetworkMemory, what_goes_moves_nothing) {
    const Template style = built_in("report");
    const NetworkChart first = draw(story(), style);
    Model less = story();
    less.events.erase(less.events.begin());
    EXPECT_LE(movement(first, draw(less, style, kept(first)), {}), 8);
}

/// A side's card had another id from then on, and stood elsewhere.
TEST(NetworkMemory, a_side_that_sends_a_delegation_now_stays_where_it_was) {
    const Template style = built_in("report");
    const NetworkChart first = draw(story(), style);
    Model sent = story();
    Delegation delegation;
    delegation.id = "team";
    delegation.event = "talks";
    delegation.side = "west";
    delegation.members = {"clara", "david"};
    sent.delegations = {delegation};
    const NetworkChart second = draw(sent, style, kept(first));
    ASSERT_EQ(boxes(second).count("card-delegation-team"), 1U);
    const Box before = boxes(first).at("card-side-west");
    const Box after = boxes(second).at("card-delegation-team");
    EXPECT_NEAR(before.left, after.left, 0.01);
    EXPECT_NEAR(before.top - boxes(first).at("hub-talks").top, after.top - boxes(second).at("hub-talks").top, 8);
    EXPECT_LE(movement(first, second, {}), 8);
}

TEST(NetworkMemory, an_event_that_was_dated_anew_may_go_where_it_belongs_and_the_others_stay) {
    const Template style = built_in("report");
    const NetworkChart first = draw(story(), style);
    Model later = story();
    later.events[0].when = std::get<Edtf>(parse_edtf("2025-02-27"));
    const NetworkChart second = draw(later, style, kept(first));
    EXPECT_LE(movement(first, second, {"hub-call"}), 8);
    EXPECT_EQ(network::inspect(second.drawing).examples, std::vector<std::string>{});
}

TEST(NetworkMemory, a_ladder_stays_a_ladder_and_its_cards_on_their_sides) {
    const Template style = built_in("mobile");
    Model model = story();
    for (const char* day : {"2025-02-23", "2025-02-24", "2025-02-25"}) {
        model.events.push_back(meeting(std::string("m") + day, day, {"anna", "clara", "emilia", "frida"}));
    }
    const NetworkChart first = draw(model, style);
    ASSERT_TRUE(first.drawing.shared_ways);
    model.actors.push_back(actor("gustav", ""));
    model.events.push_back(meeting("dinner", "2025-02-11", {"gustav", "emilia", "david"}));
    const NetworkChart second = draw(model, style, kept(first));
    ASSERT_TRUE(second.drawing.shared_ways);
    EXPECT_EQ(network::inspect(second.drawing).examples, std::vector<std::string>{});
    const auto now = boxes(second);
    for (const auto& [id, box] : boxes(first)) {
        if (id.rfind("card-", 0) == 0) {
            EXPECT_NEAR(box.centre().x, now.at(id).centre().x, 0.01) << id;
        }
    }
}

/// What a memory says may be anything.
scene::KeptChart spoiled(scene::KeptChart chart, support::Random& random) {
    const char* const junk[] = {"",
                                "nan nan nan nan",
                                "1e308 -1e308 1e308 0",
                                "-1 -2 -3 -4",
                                "x",
                                "0 0 0 0",
                                "1e999",
                                "9 9 99 99",
                                "inf",
                                "letter",
                                " ",
                                "ladder"};
    const auto spoil = [&](std::map<std::string, std::string>& data) {
        for (auto& [key, value] : data) {
            if (random.chance(25)) {
                value = junk[random.below(std::size(junk))];
            }
        }
    };
    spoil(chart.data);
    for (scene::KeptMark& mark : chart.marks) {
        spoil(mark.data);
    }
    if (!chart.marks.empty() && random.chance(50)) {
        chart.marks.resize(random.below(chart.marks.size()));
    }
    return chart;
}

TEST(NetworkMemory, a_spoiled_one_does_no_harm) {
    const Template style = built_in("report");
    const scene::KeptChart good = kept(draw(story(), style));
    support::Random random(7);
    for (int i = 0; i < 60; ++i) {
        const NetworkChart chart = draw(story(), style, spoiled(good, random));
        EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{}) << i;
        EXPECT_FALSE(chart.drawing.too_wide) << i;
    }
}

TEST(NetworkMemory, all_boxes_in_one_place_do_no_harm) {
    const Template style = built_in("report");
    scene::KeptChart heap = kept(draw(story(), style));
    std::string box;
    for (scene::KeptMark& mark : heap.marks) {
        if (mark.data.count("box") > 0) {
            box = box.empty() ? mark.data["box"] : box;
            mark.data["box"] = box;
        }
    }
    ASSERT_NE(box, "");
    EXPECT_EQ(network::inspect(draw(story(), style, heap).drawing).examples, std::vector<std::string>{});
}

TEST(NetworkMemory, one_of_a_foreign_chart_or_of_none_changes_nothing) {
    const Template style = built_in("report");
    const NetworkChart anew = draw(story(), style);
    expect_same(draw(story(), style, scene::KeptChart{}), anew);
    Model other = story();
    for (Actor& each : other.actors) {
        each.id += "-other";
    }
    for (Event& event : other.events) {
        event.id += "-other";
        for (Party& party : event.parties) {
            party.actor += "-other";
        }
    }
    for (Side& side : other.sides) {
        side.id += "-other";
    }
    for (Actor& each : other.actors) {
        each.side += each.side.empty() ? "" : "-other";
    }
    expect_same(draw(story(), style, kept(draw(other, style))), anew);
}

TEST(NetworkMemory, one_of_another_template_does_no_harm) {
    for (const char* from : {"mobile", "slide", "web", "poster"}) {
        for (const char* to : {"report", "web", "mobile", "slide"}) {
            const NetworkChart chart = draw(story(), built_in(to), kept(draw(story(), built_in(from))));
            EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{}) << from << " " << to;
            EXPECT_FALSE(chart.drawing.too_wide) << from << " " << to;
        }
    }
}

class GeneratedStories : public testing::TestWithParam<int> {};

constexpr int kBatches = 12;
constexpr int kModels = 60;

TEST_P(GeneratedStories, stories_go_on_without_flaws_and_are_fixed_points) {
    const Template style = built_in(GetParam() % 3 == 2 ? "mobile" : GetParam() % 3 == 0 ? "report" : "web");
    support::GeneratorOptions options;
    options.most_events = 30;
    options.most_actors = 30;
    const int models = (support::models_asked(kModels) + kBatches - 1) / kBatches;
    for (int i = 0; i < models; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * models + i);
        const Model model = support::generate_model(seed, options);
        const support::Change what = support::kChanges[seed % support::kChanges.size()];
        const auto changed = support::change(model, what, seed);
        if (!changed) {
            continue;
        }
        const NetworkChart first = draw(model, style);
        const NetworkChart second = draw(changed->model, style, kept(first));
        EXPECT_EQ(network::inspect(second.drawing).examples, std::vector<std::string>{}) << "seed " << seed;
        if (network::inspect(first.drawing).all() == 0) {
            expect_same(draw(model, style, kept(first)), first, std::to_string(seed));
        }
        expect_same(draw(changed->model, style, kept(second)), second, std::to_string(seed));
    }
}

INSTANTIATE_TEST_SUITE_P(Models, GeneratedStories, testing::Range(0, kBatches));

} // namespace
} // namespace demarche::compose
