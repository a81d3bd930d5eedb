#pragma once
/// What an arrangement is worth before any line is routed: estimated bends, length and crossings, and how
/// well it reads.

#include "network/reading.hpp"

#include <limits>

namespace demarche::network {

/// Estimates one arrangement of a graph after another: what does not depend on the arrangement is found once, and
/// nothing is allocated again. The graph must outlive it.
class Estimator {
public:
    Estimator(const Graph& graph, double most_height);

    /// Lower is better; comparable between arrangements of one graph. Where it is above `limit` it need not be
    /// exact, only above.
    double cost(const Arrangement& arrangement,
                const Packing& packing,
                double limit = std::numeric_limits<double>::infinity());

private:
    struct Interval {
        double low = 0;
        double high = 0;

        [[nodiscard]] double clamp(double value) const { return value < low ? low : value > high ? high : value; }

        [[nodiscard]] double middle() const { return (low + high) / 2; }
    };

    /// An end of an edge, with what the graph says of it.
    struct Foot {
        std::size_t node = 0;
        Row band;
        bool opens_above = false;
        bool opens_below = false;
    };

    struct Line {
        Foot from;
        Foot to;
        double weight = 0; ///< times the usual one
        bool words = false;
    };

    /// What a line does in the channel between two columns (or outside the outermost ones).
    struct Piece {
        bool from_left = false; ///< its first end touches the channel's left bank
        bool to_left = false;
        double y1 = 0;
        double y2 = 0;
        std::size_t edge = 0;

        [[nodiscard]] double low() const { return y1 < y2 ? y1 : y2; }

        [[nodiscard]] double high() const { return y1 < y2 ? y2 : y1; }
    };

    /// A straight line down a column between neighbours.
    struct Drop {
        std::size_t column = 0;
        double top = 0;
        double bottom = 0;
    };

    /// A line that runs across a column.
    struct Pass {
        std::size_t column = 0;
        double y = 0;
    };

    static bool cross(const Piece& a, const Piece& b);

    [[nodiscard]] double top(std::size_t node) const { return packing_->tops[node]; }

    [[nodiscard]] double bottom(std::size_t node) const { return top(node) + heights_[node]; }

    [[nodiscard]] Interval band(const Foot& foot) const {
        return {top(foot.node) + foot.band.top, top(foot.node) + foot.band.top + foot.band.height};
    }

    double line(std::size_t index);
    double within_column(std::size_t index);
    double across(std::size_t index, const Foot& left, const Foot& right);
    double step(std::size_t index, std::size_t channel, double y1, double y2);
    [[nodiscard]] double passage(std::size_t column, double y) const;
    [[nodiscard]] int crossings_with(const std::vector<Piece>& channel, const Piece& piece) const;
    [[nodiscard]] double crossings(double limit) const;
    [[nodiscard]] double crowding(const std::vector<Piece>& channel) const;

    Reading reading_;
    std::vector<double> heights_;
    std::vector<Line> lines_;
    const Arrangement* arrangement_ = nullptr; ///< being estimated
    const Packing* packing_ = nullptr;
    std::vector<std::size_t> column_;
    std::vector<std::size_t> place_;
    std::vector<std::vector<Piece>> pieces_; ///< by channel, 0 left of the first column
    std::vector<Drop> drops_;
    std::vector<Pass> passes_;
};

/// The same of a finished drawing, by its real lines.
double drawn_cost(const Drawing& drawing, const Arrangement& arrangement, double most_height);

} // namespace demarche::network
