#pragma once
/// Packing that leaves what is known where it was: in each column the least movement that the order and the distances
/// allow (isotonic regression by pooling adjacent violators), while new nodes stand level with those they are joined
/// to.

#include "network/memory.hpp"
#include "network/pack.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace demarche::network {

/// What a drawing takes over from the one before it.
struct Hold {
    std::vector<std::optional<Box>> was; ///< beside graph.nodes, from any origin; nothing: new, or free to move
    std::vector<bool> straight;          ///< beside graph.edges: it was one straight line across
    double card_width = 0;
    std::vector<double> lefts;                           ///< of the arrangement's columns; empty: as they come
    std::map<std::pair<std::size_t, int>, double> grown; ///< by node and row
    std::set<std::size_t> keyed;                         ///< edges with a letter instead of their words
    bool follow = false;                                 ///< what straight lines join goes together
};

/// Of the nodes and edges of `graph`, what the memory knows. REQUIRES: a sound memory, of the same page.
Hold hold(const Graph& graph, const Memory& memory);

/// Packs one arrangement of a graph after another; graph and hold must outlive it. The uppermost top is 0.
class HeldPacker {
public:
    HeldPacker(const Graph& graph, const PackOptions& options, const Hold& hold);

    /// Lives until the next call.
    const Packing& pack(const Arrangement& arrangement);

    /// How far known nodes stand from where they were, in all; the drawing as a whole may have moved.
    [[nodiscard]] double movement() const;

private:
    /// Nodes that move as one, at their mean.
    struct Block {
        double sum = 0;
        double weight = 0;
        std::size_t count = 0;

        [[nodiscard]] double at() const { return sum / weight; }
    };

    void find_wishes();
    void place(const std::vector<std::size_t>& column);
    [[nodiscard]] double gap(std::size_t upper, std::size_t lower) const;
    [[nodiscard]] std::optional<double> level(std::size_t node) const;
    [[nodiscard]] double along(std::size_t node) const;
    void find_groups();
    [[nodiscard]] std::vector<double> group_ways() const;

    const Graph& graph_;
    const Hold& hold_;
    Packer packer_;
    std::vector<std::vector<std::size_t>> edges_of_; ///< nodes' edges
    std::vector<std::size_t> group_;                 ///< of each node: those that straight lines joined
    std::vector<double> gaps_;
    std::vector<double> wishes_;
    std::vector<bool> placed_;
    std::vector<Block> blocks_;
    Packing packing_;
};

} // namespace demarche::network
