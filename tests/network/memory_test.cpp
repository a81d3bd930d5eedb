#include "network/hold.hpp"
#include "network/inspect.hpp"
#include "network/ladder.hpp"
#include "network/layout.hpp"
#include "network/memory.hpp"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <string>

namespace demarche::network {
namespace {

Node card(const std::string& id, double width, double height, int side) {
    Node node;
    node.id = id;
    node.side = side;
    node.size = {width, height};
    return node;
}

Node hub(const std::string& id, int time) {
    Node node;
    node.id = id;
    node.kind = NodeKind::hub;
    node.size = {90, 30};
    node.corner = 15;
    node.time = time;
    return node;
}

Edge line(std::size_t card, std::size_t hub, const Graph& graph) {
    Edge edge;
    edge.from = {card, -1, -1};
    edge.to = {hub, -1, -1};
    edge.id = graph.nodes[card].id + "-" + graph.nodes[hub].id;
    edge.weight = 4;
    return edge;
}

/// `meetings` of two sides, each of which has as many cards.
Graph story(double width, int meetings) {
    Graph graph;
    for (int i = 0; i < meetings; ++i) {
        const std::string number = std::to_string(i);
        graph.nodes.push_back(card("east" + number, width, 40 + 10 * (i % 3), 0));
        graph.nodes.push_back(card("west" + number, width, 50, 1));
        graph.nodes.push_back(hub("hub" + number, i));
        const std::size_t last = graph.nodes.size() - 1;
        graph.edges.push_back(line(last - 2, last, graph));
        graph.edges.push_back(line(last - 1, last, graph));
    }
    return graph;
}

Measure of(int meetings) {
    return [meetings](double width) { return story(width, meetings); };
}

const Box& box_of(const Drawing& drawing, const std::string& id) {
    const auto& nodes = drawing.graph.nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    return drawing.boxes[static_cast<std::size_t>(found - nodes.begin())];
}

Drawing after(const Measure& measure, Memory memory) {
    LayoutOptions options;
    options.previous = std::move(memory);
    return lay_out_network(measure, options);
}

TEST(Memory, the_same_graph_is_drawn_as_it_was) {
    const Drawing first = lay_out_network(of(5), {});
    const Drawing again = after(of(5), remember(first, page_of({})));
    EXPECT_EQ(again.boxes, first.boxes);
    EXPECT_EQ(again.routes, first.routes);
    EXPECT_EQ(again.labels, first.labels);
    EXPECT_EQ(again.size, first.size);
    EXPECT_EQ(again.crossings, first.crossings);
    EXPECT_EQ(again.columns, first.columns);
}

TEST(Memory, a_drawing_moved_by_hand_is_one_too) {
    const Drawing first = lay_out_network(of(3), {});
    Memory moved = remember(first, page_of({}));
    moved.nodes.at("east2").box = moved.nodes.at("east2").box.moved(0, 60); // away from where its lines are
    moved.nodes.at("east1").box = moved.nodes.at("east1").box.moved(0, -1);
    const Drawing second = after(of(3), moved);
    EXPECT_EQ(inspect(second).examples, std::vector<std::string>{});
    EXPECT_EQ(after(of(3), remember(second, page_of({}))).boxes, second.boxes);
}

TEST(Memory, order_and_columns_stay_when_a_meeting_comes_or_goes) {
    const Drawing first = lay_out_network(of(5), {});
    for (const int meetings : {4, 6}) {
        const Drawing second = after(of(meetings), remember(first, page_of({})));
        EXPECT_EQ(inspect(second).examples, std::vector<std::string>{});
        for (int i = 0; i < std::min(5, meetings); ++i) {
            for (const char* kind : {"east", "west", "hub"}) {
                const std::string id = kind + std::to_string(i);
                EXPECT_NEAR(box_of(first, id).centre().x, box_of(second, id).centre().x, 0.01) << id;
                EXPECT_NEAR(box_of(first, id).top, box_of(second, id).top, 8) << id;
            }
        }
    }
}

TEST(Memory, a_drawing_of_another_engine_is_no_matter) {
    LayoutOptions options;
    options.engine = "neato";
    const Drawing anew = lay_out_network(of(4), options);
    options.previous = remember(lay_out_network(of(4), {}), page_of({}));
    EXPECT_EQ(lay_out_network(of(4), options).boxes, anew.boxes);
}

TEST(Memory, a_hub_that_has_come_to_be_last_may_go_and_the_others_stay) {
    const auto dated = [](int first_day) {
        return [first_day](double width) {
            Graph graph = story(width, 4);
            for (Node& node : graph.nodes) {
                if (node.kind == NodeKind::hub) {
                    const Day day = node.time == 0 ? first_day : 10 * node.time;
                    node.days = DayRange{day, day};
                    node.time = static_cast<int>(day);
                }
            }
            return graph;
        };
    };
    const Drawing first = lay_out_network(dated(5), {});
    const Drawing second = after(dated(99), remember(first, page_of({})));
    EXPECT_EQ(inspect(second).examples, std::vector<std::string>{});
    const double moved = box_of(second, "hub1").top - box_of(first, "hub1").top;
    for (const char* id : {"hub2", "hub3", "east2", "west3"}) {
        EXPECT_NEAR(box_of(second, id).top - box_of(first, id).top, moved, 8) << id;
    }
}

TEST(Memory, what_means_nothing_is_left_out) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Memory memory;
    memory.card_width = 100;
    memory.columns = {10, 200};
    memory.nodes["good"] = {{0, 0, 100, 30}, {5}};
    memory.nodes["nan"] = {{nan, 0, 100, 30}, {}};
    memory.nodes["far"] = {{0, 0, 1e300, 30}, {}};
    memory.nodes["turned"] = {{100, 0, 0, 30}, {}};
    memory.nodes["shrunk"] = {{0, 0, 100, 30}, {-5}};
    memory.lines["good"] = {{{0, 0}, {1, 1}}, {}, false};
    memory.lines["nan"] = {{{0, 0}, {nan, 1}}, {}, false};
    memory.hubs = {"good", "unknown"};
    const Memory kept = sound(memory);
    EXPECT_THAT(kept.nodes, testing::UnorderedElementsAre(testing::Key("good"), testing::Key("shrunk")));
    EXPECT_TRUE(kept.nodes.at("shrunk").grown.empty());
    EXPECT_THAT(kept.lines, testing::ElementsAre(testing::Key("good")));
    EXPECT_THAT(kept.hubs, testing::ElementsAre("good"));
    EXPECT_EQ(kept.columns.size(), 2U);
    memory.columns = {200, 10};
    EXPECT_TRUE(sound(memory).columns.empty());
    memory.columns = {10, nan};
    EXPECT_TRUE(sound(memory).columns.empty());
}

TEST(Memory, a_heap_of_boxes_becomes_a_drawing_without_overlaps) {
    Memory memory = remember(lay_out_network(of(5), {}), page_of({}));
    for (auto& [id, place] : memory.nodes) {
        place.box = place.box.moved(0, -place.box.top);
    }
    EXPECT_EQ(inspect(after(of(5), memory)).examples, std::vector<std::string>{});
}

TEST(Hold, what_is_pushed_shares_the_way_and_the_rest_stays) {
    Graph graph;
    for (const char* id : {"a", "b", "c", "d"}) {
        graph.nodes.push_back(card(id, 100, 40, -1));
    }
    Hold hold;
    hold.was = {Box{0, 0, 100, 40}, std::nullopt, Box{0, 60, 100, 100}, Box{0, 400, 100, 440}};
    HeldPacker packer(graph, {}, hold);
    const Packing packing = packer.pack({{0, 1, 2, 3}});
    EXPECT_NEAR(packing.tops[2] - packing.tops[0], 120, 0.01); // the gap is 20
    EXPECT_NEAR(packing.tops[3] - packing.tops[0], 430, 0.5);  // a went up by half of 60
    EXPECT_NEAR(packing.tops[0], 0, 1e-9);
    EXPECT_NEAR(packer.movement(), 60, 0.5);
}

/// A hub, its cards left and right.
Graph rungs(int count, bool turned) {
    Graph graph;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        graph.nodes.push_back(hub("hub" + number, turned ? count - i : i));
        graph.nodes.back().days = DayRange{1, 9}; // of all of them: the order is open
        graph.nodes.push_back(card("one" + number, ladder_column({}), 40 + 30 * (i % 2), -1));
        graph.nodes.push_back(card("two" + number, ladder_column({}), 40, -1));
        const std::size_t last = graph.nodes.size() - 1;
        graph.edges.push_back(line(last - 1, last - 2, graph));
        graph.edges.push_back(line(last, last - 2, graph));
    }
    return graph;
}

TEST(Memory, a_ladder_keeps_its_order_and_its_sides) {
    LadderOptions options;
    const Drawing first = lay_out_ladder(rungs(3, false), options);
    options.previous = remember(first, {options.width, 0, 1, "dot"});
    for (auto& [id, place] : options.previous->nodes) {
        if (id.rfind("hub", 0) != 0) { // cards change sides
            place.box = place.box.moved(options.width - place.box.left - place.box.right, 0);
        }
    }
    for (auto& [id, drawn] : options.previous->lines) {
        for (Point& point : drawn.route) {
            point.x = options.width - point.x;
        }
    }
    const Drawing second = lay_out_ladder(rungs(3, true), options); // listed the other way round
    EXPECT_LT(box_of(second, "hub0").top, box_of(second, "hub1").top);
    EXPECT_LT(box_of(second, "hub1").top, box_of(second, "hub2").top);
    for (const char* id : {"one0", "two0", "one2", "two2"}) {
        EXPECT_NEAR(box_of(second, id).centre().x, options.width - box_of(first, id).centre().x, 0.01) << id;
    }
    EXPECT_EQ(inspect(second).examples, std::vector<std::string>{});
}

} // namespace
} // namespace demarche::network
