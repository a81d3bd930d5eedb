#pragma once
/// How well an arrangement reads, whatever the ways of its lines: low charts, time downwards, principals above
/// their delegations, one side in one column, those who met most face to face.

#include "network/pack.hpp"

#include <vector>

namespace demarche::network {

/// Judges one arrangement of a graph after another; the graph must outlive it.
class Reading {
public:
    Reading(const Graph& graph, double most_height);

    /// Lower is better. `column`: of each node in the arrangement.
    [[nodiscard]] double
    cost(const Arrangement& arrangement, const std::vector<std::size_t>& column, const Packing& packing) const;

private:
    struct Hub {
        std::size_t node = 0;
        std::vector<std::size_t> cards; ///< linked with it
        double weight = 0;
    };

    struct Pair {
        std::size_t first = 0;
        std::size_t second = 0;
    };

    [[nodiscard]] double upside_down(const std::vector<std::size_t>& column, const Packing& packing) const;
    [[nodiscard]] double time_order(const Packing& packing) const;
    [[nodiscard]] double late_in_column(const Arrangement& arrangement) const;
    [[nodiscard]] double hubs(const std::vector<std::size_t>& column, const Packing& packing) const;
    [[nodiscard]] double scattered(const std::vector<std::size_t>& column) const;
    [[nodiscard]] double not_facing(const std::vector<std::size_t>& column, std::size_t columns) const;

    const Graph& graph_;
    double most_height_;
    std::vector<Hub> hubs_;
    std::vector<std::size_t> in_time_;  ///< hubs, early ones first
    std::vector<Pair> above_;           ///< nodes: the first should stand above the second
    std::vector<Pair> above_in_column_; ///< the same, where they stand in one column
    std::vector<Pair> one_side_;        ///< nodes
    std::vector<std::size_t> facing_;   ///< cards of the two sides that met most
};

} // namespace demarche::network
