#pragma once
/// How far down the page each node stands, given the columns and the order within them.
///
/// A system of difference constraints (y[b] >= y[a] + distance): the order within a column, straight lines
/// between neighbouring columns and level tops of facing cards where that costs little height. Its least
/// solution is the compact chart; hubs then sink towards the middle of what they join as far as nothing
/// gets longer.

#include "network/graph.hpp"

#include <utility>
#include <vector>

namespace demarche::network {

/// Indices of nodes: columns from left to right, each from top to bottom.
using Arrangement = std::vector<std::vector<std::size_t>>;

struct PackOptions {
    double gap = 20;      ///< between nodes of a column
    bool thorough = true; ///< false: for comparing arrangements
};

struct Packing {
    std::vector<double> tops; ///< beside graph.nodes
    double height = 0;
};

/// Packs one arrangement of a graph after another: what does not depend on the arrangement is found once, and
/// nothing is allocated again. The graph must outlive it.
class Packer {
public:
    Packer(const Graph& graph, const PackOptions& options);

    /// Lives until the next call.
    const Packing& pack(const Arrangement& arrangement);

    /// The room that each node wants between itself and the one above it. Lives until the next call.
    const std::vector<double>& gaps(const Arrangement& arrangement);

private:
    /// y[node] >= y[the node it belongs to] + distance
    struct Above {
        std::size_t node = 0;
        double distance = 0;
    };

    /// A line that may be straight, between a hub and a card (or two hubs).
    struct Candidate {
        std::size_t edge = 0;
        std::size_t hub = 0;
        std::size_t card = 0;
        double low = 0; ///< the card's top may lie so much below the hub's
        double high = 0;
        double about = 0; ///< the one distance where the two stand middle to middle
        bool alike = false;
    };

    struct Pair {
        std::size_t first = 0; ///< edges to one node
        std::size_t second = 0;
    };

    void find_candidates();
    void stack_columns(const Arrangement& arrangement);
    void find_gaps(const Arrangement& arrangement);
    bool tie(std::size_t a, std::size_t b, double least, double most, double allowance);
    bool raise(double limit);
    void undo();
    void straighten();
    void level_tops();
    [[nodiscard]] std::vector<double> latest() const;
    [[nodiscard]] double wish(std::size_t hub) const;
    void sink_hubs();

    [[nodiscard]] double height(std::size_t node) const { return graph_.nodes[node].size.height; }

    const Graph& graph_;
    PackOptions options_;
    std::vector<Candidate> candidates_; ///< heavy ones first
    std::vector<Pair> facing_;
    std::vector<std::size_t> labelled_; ///< edges with words
    Packing packing_;
    std::vector<int> column_;
    std::vector<std::size_t> place_; ///< within the column
    std::vector<std::size_t> order_; ///< all nodes, column by column
    std::vector<double> gaps_;       ///< above each node
    std::vector<bool> joined_;       ///< words stand between a node and the one above it
    std::vector<std::vector<Above>> below_;
    std::vector<std::size_t> raised_;                     ///< nodes whose constraints are to be looked at
    std::vector<std::pair<std::size_t, double>> changed_; ///< tops to go back to
    std::vector<bool> straight_;                          ///< beside graph.edges
};

/// For one arrangement alone.
Packing pack(const Graph& graph, const Arrangement& arrangement, const PackOptions& options);

} // namespace demarche::network
