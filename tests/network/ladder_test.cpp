#include "network/inspect.hpp"
#include "network/ladder.hpp"

#include <gtest/gtest.h>
#include <string>

namespace demarche::network {
namespace {

Node card(const std::string& id, double width, double height, int side) {
    Node node;
    node.id = id;
    node.side = side;
    node.size = {width, height};
    node.rows = {{0, height}};
    return node;
}

Node hub(const std::string& id, int time) {
    Node node;
    node.id = id;
    node.time = time;
    node.kind = NodeKind::hub;
    node.corner = 15;
    node.size = {90, 30};
    return node;
}

Edge line(std::size_t from, std::size_t to, Size label = {}) {
    Edge edge;
    edge.id = std::to_string(from) + "-" + std::to_string(to);
    edge.kind = label.width > 0 ? EdgeKind::host : EdgeKind::link;
    edge.from = {from, -1, -1};
    edge.to = {to, -1, -1};
    edge.label = label;
    return edge;
}

/// The talks come first in the list and last in time; two sides meet twice, a third one hosts once.
Graph meetings(double column) {
    Graph graph;
    graph.nodes = {hub("talks", 1),           hub("call", 0),
                   card("a", column, 40, 0),  card("b", column, 60, 1),
                   card("a2", column, 24, 0), card("b2", column, 24, 1),
                   card("c", column, 90, 2),  card("alone", column, 30, 3)};
    graph.edges = {line(2, 1), line(3, 1), line(4, 0), line(5, 0), line(6, 0, {20, 9})};
    return graph;
}

TEST(Ladder, hubs_go_down_the_page_in_the_order_of_time_each_over_those_who_took_part) {
    const LadderOptions options;
    const Drawing drawing = lay_out_ladder(meetings(ladder_column(options)), options);
    EXPECT_EQ(inspect(drawing).examples, std::vector<std::string>{});
    EXPECT_EQ(drawing.crossings, 0);
    EXPECT_DOUBLE_EQ(drawing.size.width, options.width);
    const auto& boxes = drawing.boxes;
    EXPECT_LT(boxes[1].bottom, boxes[2].top);
    EXPECT_DOUBLE_EQ(boxes[2].top, boxes[3].top);
    EXPECT_DOUBLE_EQ(drawing.routes[0].front().y, drawing.routes[1].front().y);
    EXPECT_LT(boxes[3].bottom, boxes[0].top);
    EXPECT_LT(boxes[0].bottom, boxes[4].top);
    EXPECT_LT(boxes[6].bottom, boxes[7].top); // in no meeting: last
    EXPECT_LE(drawing.labels[4].bottom, boxes[6].top);
}

TEST(Ladder, the_two_sides_that_met_most_keep_to_their_columns) {
    const LadderOptions options;
    const Drawing drawing = lay_out_ladder(meetings(ladder_column(options)), options);
    EXPECT_DOUBLE_EQ(drawing.boxes[2].left, drawing.boxes[4].left);
    EXPECT_DOUBLE_EQ(drawing.boxes[3].left, drawing.boxes[5].left);
    EXPECT_LT(drawing.boxes[2].right, drawing.boxes[3].left);
}

TEST(Ladder, one_column_where_two_do_not_fit) {
    LadderOptions options;
    options.width = 130;
    const Drawing drawing = lay_out_ladder(meetings(ladder_column(options)), options);
    EXPECT_EQ(inspect(drawing).examples, std::vector<std::string>{});
    for (const std::size_t i : {2, 3, 4, 5, 6, 7}) {
        EXPECT_DOUBLE_EQ(drawing.boxes[i].left, drawing.boxes[2].left);
    }
}

TEST(Ladder, nothing_is_a_ladder_too) {
    EXPECT_EQ(inspect(lay_out_ladder({}, {})).all(), 0);
}

TEST(Inspect, only_lines_to_one_hub_may_share_their_way) {
    const LadderOptions options;
    Drawing drawing = lay_out_ladder(meetings(ladder_column(options)), options);
    drawing.shared_ways = false;
    EXPECT_GT(inspect(drawing).shared, 0);
    drawing.shared_ways = true;
    drawing.routes[0][1].x = drawing.routes[2][1].x;
    drawing.graph.edges[1].to.node = 0; // the same way, to another hub
    EXPECT_GT(inspect(drawing).shared, 0);
}

} // namespace
} // namespace demarche::network
