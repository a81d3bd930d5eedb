#include "base/diagnostic.hpp"
#include "network/deadline.hpp"
#include "network/layout.hpp"

#include <chrono>
#include <gtest/gtest.h>
#include <string>
#include <thread>

namespace demarche::network {
namespace {

/// Two actors in so many meetings that laying them out takes seconds.
Graph crowd(double width) {
    Graph graph;
    for (const char* id : {"a", "b"}) {
        Node card;
        card.id = id;
        card.size = {width, 40};
        card.rows = {{5, 30}};
        card.side = static_cast<int>(graph.nodes.size());
        graph.nodes.push_back(card);
    }
    for (int i = 0; i < 200; ++i) {
        Node hub;
        hub.id = "hub" + std::to_string(1000 + i);
        hub.kind = NodeKind::hub;
        hub.size = {80, 30};
        hub.corner = 15;
        hub.time = i;
        graph.nodes.push_back(hub);
        for (const std::size_t card : {0U, 1U}) {
            Edge edge;
            edge.id = hub.id + std::to_string(card);
            edge.from = {card, 0, -1};
            edge.to = {graph.nodes.size() - 1, -1, -1};
            graph.edges.push_back(edge);
        }
    }
    return graph;
}

TEST(Deadline, bounds_the_whole_layout_and_not_graphviz_alone) {
    LayoutOptions options;
    options.timeout = 0.5; // Graphviz takes less
    try {
        lay_out_network(crowd, options);
        FAIL() << "200 meetings of two in half a second: give the test more of them";
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostic().code, "network-timeout");
        EXPECT_EQ(error.diagnostic().message, "the network was not laid out within 0.5 seconds");
    }
}

TEST(Deadline, counts_down_to_nothing) {
    const Deadline long_one(1000);
    EXPECT_DOUBLE_EQ(long_one.left(), 1000);
    EXPECT_NO_THROW(long_one.check());
    const Deadline over(0.02);
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    EXPECT_DOUBLE_EQ(over.left(), 0);
    EXPECT_THROW(over.check(), Error);
}

} // namespace
} // namespace demarche::network
