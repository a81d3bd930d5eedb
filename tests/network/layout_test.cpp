#include "network/inspect.hpp"
#include "network/layout.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace demarche::network {
namespace {

Node card(const std::string& id, double width, std::size_t rows, int side) {
    Node node;
    node.id = id;
    node.side = side;
    double top = 16;
    for (std::size_t i = 0; i < rows; ++i) {
        node.rows.push_back({top, 25});
        top += 30;
    }
    node.size = {width, top + 3};
    return node;
}

Node hub(const std::string& id, int time, double weight = 5) {
    Node node;
    node.id = id;
    node.kind = NodeKind::hub;
    node.size = {90, 30};
    node.corner = 15;
    node.time = time;
    node.weight = weight;
    return node;
}

Edge line(const std::string& id, EdgeKind kind, End from, End to, Size label = {}) {
    Edge edge;
    edge.id = id;
    edge.kind = kind;
    edge.from = from;
    edge.to = to;
    edge.label = label;
    edge.weight = 4;
    return edge;
}

/// Two delegations, their talks and a host; a principal above one of them.
Graph talks(double width) {
    Graph graph;
    graph.nodes = {card("us", width, 3, 0), card("russia", width, 3, 1), card("saudi", width, 2, 2),
                   card("trump", width, 1, 0), hub("talks", 0, 10)};
    graph.edges = {line("1", EdgeKind::link, {0, -1, -1}, {4, -1, -1}),
                   line("2", EdgeKind::link, {1, -1, -1}, {4, -1, -1}),
                   line("3", EdgeKind::host, {2, -1, -1}, {4, -1, -1}, {16, 9}),
                   line("4", EdgeKind::tie, {3, 0, -1}, {0, -1, -1}, {60, 9})};
    graph.edges[2].above = -1;
    graph.edges[3].above = 1;
    return graph;
}

const Box& box_of(const Drawing& drawing, const std::string& id) {
    const auto& nodes = drawing.graph.nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    return drawing.boxes[static_cast<std::size_t>(found - nodes.begin())];
}

const std::vector<Point>& route_of(const Drawing& drawing, const std::string& id) {
    const auto& edges = drawing.graph.edges;
    const auto found = std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.id == id; });
    return drawing.routes[static_cast<std::size_t>(found - edges.begin())];
}

TEST(Layout, facing_sides_stand_left_and_right_of_their_talks) {
    const Drawing drawing = lay_out_network(talks, {});
    EXPECT_EQ(inspect(drawing).examples, std::vector<std::string>{});
    const Box& us = box_of(drawing, "us");
    const Box& russia = box_of(drawing, "russia");
    const Box& middle = box_of(drawing, "talks");
    EXPECT_TRUE((us.right < middle.left && middle.right < russia.left) ||
                (russia.right < middle.left && middle.right < us.left));
    EXPECT_DOUBLE_EQ(us.top, russia.top);
    EXPECT_EQ(route_of(drawing, "1").size(), 2U);
    EXPECT_EQ(route_of(drawing, "2").size(), 2U);
}

TEST(Layout, a_principal_stands_above_its_delegation_and_a_host_below_its_talks) {
    const Drawing drawing = lay_out_network(talks, {});
    EXPECT_LT(box_of(drawing, "trump").bottom, box_of(drawing, "us").top);
    EXPECT_LT(box_of(drawing, "talks").bottom, box_of(drawing, "saudi").top);
}

/// Two cards and three meetings, of which one card hosts the second.
Graph three_meetings(double width) {
    Graph graph;
    graph.nodes = {card("left", width, 1, 0), card("right", width, 1, 1), hub("call", 0), hub("meeting", 1, 8),
                   hub("plan", 2)};
    for (std::size_t i = 2; i < graph.nodes.size(); ++i) {
        const bool hosted = i == 3;
        const std::string id = graph.nodes[i].id;
        graph.edges.push_back(line(id + "-left", EdgeKind::link, {0, -1, -1}, {i, -1, -1}));
        graph.edges.push_back(line(id + "-right", hosted ? EdgeKind::host : EdgeKind::link, {1, -1, -1}, {i, -1, -1},
                                   hosted ? Size{16, 9} : Size{}));
        graph.edges.back().above = hosted ? -1 : 0;
    }
    return graph;
}

TEST(Layout, meetings_of_two_stand_between_them_though_one_of_them_hosts) {
    const Drawing drawing = lay_out_network(three_meetings, {});
    const double left = std::min(box_of(drawing, "left").right, box_of(drawing, "right").right);
    const double right = std::max(box_of(drawing, "left").left, box_of(drawing, "right").left);
    for (const char* const id : {"call", "meeting", "plan"}) {
        EXPECT_LT(left, box_of(drawing, id).left) << id;
        EXPECT_LT(box_of(drawing, id).right, right) << id;
    }
    EXPECT_LT(box_of(drawing, "call").top, box_of(drawing, "meeting").top);
    EXPECT_LT(box_of(drawing, "meeting").top, box_of(drawing, "plan").top);
}

/// A plan for later stood above what had been, where that saved a bend.
TEST(Layout, what_was_certainly_later_stands_below_and_days_that_overlap_have_no_order) {
    const auto dated = [](double width) {
        Graph graph = three_meetings(width);
        graph.nodes[2].days = DayRange{20, 20}; // the call, listed first, was last
        graph.nodes[3].days = DayRange{10, 16};
        graph.nodes[4].days = DayRange{16, 18};
        return graph;
    };
    const Graph graph = dated(100);
    EXPECT_TRUE(is_before(graph.nodes[3], graph.nodes[2]));
    EXPECT_FALSE(is_before(graph.nodes[3], graph.nodes[4]) || is_before(graph.nodes[4], graph.nodes[3]));
    const Drawing drawing = lay_out_network(
        [&](double width) {
            Graph turned = dated(width);
            turned.nodes[2].time = 2;
            turned.nodes[4].time = 0;
            return turned;
        },
        {});
    EXPECT_LT(box_of(drawing, "meeting").top, box_of(drawing, "call").top);
    EXPECT_LT(box_of(drawing, "plan").top, box_of(drawing, "call").top);
}

TEST(Layout, keeps_to_the_height_that_the_page_leaves_where_columns_allow_it) {
    LayoutOptions options;
    options.width = 900;
    const double free = lay_out_network(three_meetings, options).size.height;
    options.most_height = 0.8 * free;
    EXPECT_LT(lay_out_network(three_meetings, options).size.height, free);
}

TEST(Layout, keeps_to_the_width_it_is_given) {
    for (const double width : {360.0, 470.0, 600.0, 900.0}) {
        LayoutOptions options;
        options.width = width;
        const Drawing drawing = lay_out_network(talks, options);
        EXPECT_FALSE(drawing.too_wide) << width;
        EXPECT_LE(drawing.size.width, width + 2 * options.margin_reach + 0.5) << width;
        EXPECT_EQ(inspect(drawing).all(), 0) << width;
    }
}

TEST(Layout, the_same_drawing_twice_and_in_whatever_order_the_graph_comes) {
    const Drawing first = lay_out_network(talks, {});
    const Drawing again = lay_out_network(talks, {});
    EXPECT_EQ(first.boxes, again.boxes);
    EXPECT_EQ(first.routes, again.routes);
    const Drawing turned = lay_out_network(
        [](double width) {
            Graph graph = talks(width);
            std::reverse(graph.edges.begin(), graph.edges.end());
            std::reverse(graph.nodes.begin(), graph.nodes.end());
            for (Edge& edge : graph.edges) {
                edge.from.node = graph.nodes.size() - 1 - edge.from.node;
                edge.to.node = graph.nodes.size() - 1 - edge.to.node;
            }
            return graph;
        },
        {});
    EXPECT_EQ(first.boxes, turned.boxes);
    EXPECT_EQ(first.routes, turned.routes);
    EXPECT_EQ(first.labels, turned.labels);
}

TEST(Layout, nothing_and_one_card_are_drawings_too) {
    EXPECT_TRUE(lay_out_network([](double) { return Graph{}; }, {}).boxes.empty());
    const Drawing one = lay_out_network(
        [](double width) {
            Graph graph;
            graph.nodes = {card("only", width, 1, -1)};
            return graph;
        },
        {});
    ASSERT_EQ(one.boxes.size(), 1U);
    EXPECT_EQ(inspect(one).all(), 0);
}

/// One actor in many meetings: more lines than its row has room for.
TEST(Layout, a_row_grows_for_the_lines_that_meet_it) {
    const auto busy = [](double width) {
        Graph graph;
        graph.nodes = {card("busy", width, 2, 0)};
        for (int i = 0; i < 16; ++i) {
            graph.nodes.push_back(hub("hub" + std::to_string(10 + i), i));
            graph.nodes.push_back(card("card" + std::to_string(10 + i), width, 1, 1 + i % 4));
            const std::size_t n = graph.nodes.size();
            graph.edges.push_back(line("b" + std::to_string(10 + i), EdgeKind::link, {0, 0, -1}, {n - 2, -1, -1}));
            graph.edges.push_back(line("c" + std::to_string(10 + i), EdgeKind::link, {n - 1, -1, -1}, {n - 2, -1, -1}));
        }
        return graph;
    };
    const Drawing drawing = lay_out_network(busy, {});
    EXPECT_EQ(inspect(drawing).examples, std::vector<std::string>{});
    EXPECT_GT(drawing.rows[static_cast<std::size_t>(&box_of(drawing, "busy") - drawing.boxes.data())][0].height(), 25);
}

TEST(Layout, words_of_parallel_ties_have_room_of_their_own) {
    const auto ties = [](double width) {
        Graph graph;
        graph.nodes = {card("a", width, 3, 0), card("b", width, 3, 1)};
        for (int i = 0; i < 3; ++i) {
            graph.edges.push_back(line("t" + std::to_string(i), EdgeKind::tie, {0, i, -1}, {1, 2 - i, -1}, {70, 9}));
            graph.edges.back().key = {10, 9};
        }
        return graph;
    };
    EXPECT_EQ(inspect(lay_out_network(ties, {})).examples, std::vector<std::string>{});
}

TEST(Layout, free_engines_place_without_overlaps) {
    for (const char* engine : {"neato", "sfdp"}) {
        LayoutOptions options;
        options.engine = engine;
        const Drawing drawing = lay_out_network(talks, options);
        EXPECT_EQ(inspect(drawing).examples, std::vector<std::string>{}) << engine;
    }
}

// What the inspection is there to find, it finds.

Drawing two_boxes() {
    Drawing drawing;
    drawing.graph.nodes = {card("a", 100, 1, 0), card("b", 100, 1, 1)};
    drawing.boxes = {{0, 0, 100, 40}, {200, 0, 300, 40}};
    drawing.graph.edges = {line("e", EdgeKind::link, {0, -1, -1}, {1, -1, -1})};
    drawing.routes = {{{100, 20}, {200, 20}}};
    drawing.labels = {Box{}};
    drawing.size = {300, 100};
    return drawing;
}

TEST(Inspect, a_good_drawing_has_no_flaws) {
    EXPECT_EQ(inspect(two_boxes()).all(), 0);
}

TEST(Inspect, finds_every_flaw) {
    Drawing overlap = two_boxes();
    overlap.boxes[1] = {50, 0, 150, 40};
    EXPECT_GT(inspect(overlap).overlaps, 0);

    Drawing outside = two_boxes();
    outside.size = {250, 100};
    EXPECT_GT(inspect(outside).outside, 0);

    Drawing through = two_boxes();
    through.routes[0] = {{100, 20}, {300, 20}};
    EXPECT_GT(inspect(through).struck_nodes, 0);

    Drawing words = two_boxes();
    words.graph.edges[0].label = {20, 10};
    words.labels[0] = {140, 15, 160, 25};
    EXPECT_GT(inspect(words).struck_words, 0);

    Drawing slanted = two_boxes();
    slanted.routes[0] = {{100, 20}, {200, 30}};
    EXPECT_GT(inspect(slanted).bad_ends, 0);

    Drawing loose = two_boxes();
    loose.routes[0] = {{110, 20}, {200, 20}};
    EXPECT_GT(inspect(loose).bad_ends, 0);

    Drawing missing = two_boxes();
    missing.routes[0].clear();
    EXPECT_GT(inspect(missing).missing, 0);

    Drawing shared = two_boxes();
    shared.graph.edges.push_back(line("f", EdgeKind::link, {0, -1, -1}, {1, -1, -1}));
    shared.routes.push_back({{100, 20.5}, {200, 20.5}});
    shared.labels.push_back({});
    EXPECT_GT(inspect(shared).shared, 0);
}

TEST(Inspect, names_what_collides_as_the_reader_knows_it) {
    Drawing through = two_boxes();
    through.graph.nodes[0].lines = {"Anna", "Minister"};
    through.graph.nodes[1].lines = {"Boris"};
    through.routes[0] = {{100, 20}, {300, 20}};
    const Flaws flaws = inspect(through);
    EXPECT_EQ(in_words(flaws, 4), "the line from \"Anna\" to \"Boris\" through \"Boris\"");
    EXPECT_EQ(in_words(flaws, 0), "1 more");
}

TEST(Inspect, counts_crossings) {
    Drawing drawing = two_boxes();
    drawing.graph.edges.push_back(line("f", EdgeKind::link, {0, -1, -1}, {1, -1, -1}));
    drawing.routes.push_back({{50, 40}, {50, 60}, {150, 60}, {150, 10}, {200, 10}});
    drawing.labels.push_back({});
    EXPECT_EQ(count_crossings(drawing), 1);
}

} // namespace
} // namespace demarche::network
