#pragma once
/// The sparse grid that lines run on: one track in each channel between nodes, one at each height and each
/// middle where lines may end. Crossings of tracks are the grid's points.

#include "network/graph.hpp"

#include <vector>

namespace demarche::network {

struct GridOptions {
    double clearance = 6;         ///< between a line and what it passes
    std::vector<double> channels; ///< x of the tracks between columns; empty: found between the nodes
    Box area;                     ///< no line leaves it
};

class Grid {
public:
    /// `labels`: words already placed, passed like nodes; empty boxes are skipped.
    Grid(const Graph& graph, const std::vector<Box>& boxes, const std::vector<Box>& labels, const GridOptions& options);

    [[nodiscard]] const std::vector<double>& xs() const { return xs_; }

    [[nodiscard]] const std::vector<double>& ys() const { return ys_; }

    /// What a track must keep off nodes to be open beside them.
    [[nodiscard]] double clearance() const;

    [[nodiscard]] std::size_t points() const { return xs_.size() * ys_.size(); }

    [[nodiscard]] std::size_t point(std::size_t column, std::size_t row) const { return row * xs_.size() + column; }

    /// May a line run from this point to the next one right of it (below it)?
    [[nodiscard]] bool open_right(std::size_t point) const { return open_right_[point]; }

    [[nodiscard]] bool open_down(std::size_t point) const { return open_down_[point]; }

    /// Is the straight way from a border point to `to` free of everything but `own` node?
    [[nodiscard]] bool free(Point from, Point to, std::size_t own) const;

private:
    void find_columns(const Graph& graph);
    void find_rows(const Graph& graph);
    void block(const Box& obstacle);

    GridOptions options_;
    std::vector<Box> boxes_;
    std::vector<Box> labels_; ///< without the empty ones
    std::vector<double> xs_, ys_;
    std::vector<bool> open_right_, open_down_;
};

} // namespace demarche::network
