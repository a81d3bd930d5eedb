#include "base/diagnostic.hpp"
#include "network/cgraph.hpp"
#include "network/layout.hpp"

#include <csignal>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace demarche::network {
namespace {

LayoutRequest facing() {
    LayoutRequest request;
    request.boxes = {
        {"a-left", {100, 80}, 0}, {"b-right", {100, 80}, 2}, {"c-hub", {80, 30}, 1}, {"d-host", {100, 60}, 1}};
    request.lines = {{0, 2, 5}, {2, 1, 5}, {2, 3, 3}};
    return request;
}

std::string code_of(const LayoutRequest& request) {
    try {
        lay_out(request);
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return {};
}

TEST(Cgraph, ranks_are_columns_from_left_to_right) {
    const std::vector<Point> centres = lay_out(facing());
    ASSERT_EQ(centres.size(), 4U);
    EXPECT_LT(centres[0].x, centres[2].x);
    EXPECT_LT(centres[2].x, centres[1].x);
    EXPECT_DOUBLE_EQ(centres[2].x, centres[3].x);
}

TEST(Cgraph, of_a_flat_line_the_tail_stands_above_the_head) {
    const std::vector<Point> centres = lay_out(facing());
    EXPECT_LT(centres[2].y, centres[3].y);
    LayoutRequest turned = facing();
    turned.lines[2] = {3, 2, 3};
    const std::vector<Point> other = lay_out(turned);
    EXPECT_GT(other[2].y, other[3].y);
}

TEST(Cgraph, every_engine_gives_the_same_places_twice) {
    for (const char* engine : {"dot", "neato", "sfdp"}) {
        LayoutRequest request = facing();
        request.engine = engine;
        EXPECT_EQ(lay_out(request), lay_out(request)) << engine;
    }
}

TEST(Cgraph, nothing_gives_nothing) {
    EXPECT_TRUE(lay_out({}).empty());
}

TEST(Cgraph, one_box_may_lie_at_the_origin) {
    LayoutRequest request;
    request.boxes = {{"only", {100, 30}, 0}};
    EXPECT_EQ(lay_out(request).size(), 1U);
}

TEST(Cgraph, an_engine_that_is_none_is_an_error) {
    LayoutRequest request = facing();
    request.engine = "no-such-engine";
    EXPECT_EQ(code_of(request), "graphviz-failed");
}

TEST(Cgraph, a_crash_in_there_is_an_error_out_here) {
    LayoutRequest request = facing();
    request.in_child = [] { ::raise(SIGKILL); };
    EXPECT_EQ(code_of(request), "graphviz-crashed");
}

TEST(Cgraph, a_hang_in_there_is_ended) {
    LayoutRequest request = facing();
    request.timeout = 0.3;
    request.in_child = [] {
        for (;;) {
            ::pause();
        }
    };
    EXPECT_EQ(code_of(request), "graphviz-timeout");
}

/// Fifty layouts with many flat lines: the kind of graph on which gvFreeLayout frees twice.
TEST(Cgraph, works_again_and_again) {
    LayoutRequest request;
    for (int i = 0; i < 14; ++i) {
        request.boxes.push_back({"n" + std::string(1, static_cast<char>('a' + i)), {40, 20}, 0});
    }
    for (std::size_t i = 1; i < 14; ++i) {
        request.lines.push_back({i - 1, i, 1});
        if (i >= 4) {
            request.lines.push_back({i - 4, i, 1});
        }
    }
    const std::vector<Point> first = lay_out(request);
    for (int i = 0; i < 50; ++i) {
        ASSERT_EQ(lay_out(request), first);
    }
}

TEST(Cgraph, the_file_has_nodes_lines_and_words_with_their_places) {
    Drawing drawing;
    drawing.graph.nodes.resize(2);
    drawing.graph.nodes[0].id = "a";
    drawing.graph.nodes[0].lines = {"Anna \"A\"", "Minister"};
    drawing.graph.nodes[1].id = "h";
    drawing.graph.nodes[1].kind = NodeKind::hub;
    drawing.graph.edges.resize(1);
    drawing.graph.edges[0].to.node = 1;
    drawing.graph.edges[0].label = {20, 9};
    drawing.graph.edges[0].words = "host";
    drawing.graph.edges[0].arrow = true;
    drawing.boxes = {{0, 0, 100, 30}, {150, 0, 230, 30}};
    drawing.routes = {{{100, 15}, {150, 15}}};
    drawing.labels = {{110, 3, 130, 12}};
    drawing.keyed = {false};
    drawing.size = {230, 30};
    const std::string gv = to_gv(drawing, "Title");
    EXPECT_NE(gv.find("pos=\"50,15\""), std::string::npos) << gv;
    EXPECT_NE(gv.find("pos=\"e,150,15 100,15 100,15 144,15 144,15\""), std::string::npos) << gv;
    EXPECT_NE(gv.find("lp=\"120,22.5\""), std::string::npos) << gv;
    EXPECT_NE(gv.find("\\\"A\\\""), std::string::npos) << gv;
    EXPECT_EQ(gv, to_gv(drawing, "Title"));
}

} // namespace
} // namespace demarche::network
