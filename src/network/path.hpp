#pragma once
/// One line after another over the grid: A* over (point, direction), with bends, crossings and used places at
/// a price.

#include "network/grid.hpp"

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace demarche::network {

enum class Flank { left, right, top, bottom };

/// Finds and remembers the lines. A line is its corners, from a border of `from` to a border of `to`.
class Paths {
public:
    /// `sideways`: edges that meet tops and bottoms only where nothing else is left.
    Paths(const Graph& graph,
          const std::vector<Box>& boxes,
          const Grid& grid,
          double pitch,
          const std::set<std::size_t>& sideways);

    /// The cheapest way for an edge given the lines that are there; empty where there is none.
    [[nodiscard]] std::vector<Point> find(std::size_t edge);

    /// Adds a line to those that later ones meet, or takes it away.
    void add(std::size_t edge, const std::vector<Point>& route) { count(edge, route, 1); }

    void remove(std::size_t edge, const std::vector<Point>& route) { count(edge, route, -1); }

private:
    /// Where a line can leave or reach an end: the grid point, and the border point behind it.
    struct Door {
        std::size_t point = 0;
        bool horizontal = false;
        Point border;
        double cost = 0;
    };

    class Search;

    /// What a search writes in, as clean as it was after each.
    struct Slate {
        std::vector<double> cost;
        std::vector<std::size_t> before;
        std::vector<double> goal_cost;
        std::vector<std::size_t> touched;
    };

    [[nodiscard]] std::vector<Door> doors(const End& end, double upright_price) const;
    [[nodiscard]] double off_centre(const End& end) const;
    void side_doors(const End& end, std::vector<Door>& doors) const;
    void upright_doors(const End& end, std::vector<Door>& doors) const;
    void count(std::size_t edge, const std::vector<Point>& route, int by);
    bool count_stretch(Point a, Point b, int by); ///< false where it runs on no track
    [[nodiscard]] double busy(const End& end, Flank flank, double room) const;
    [[nodiscard]] Flank flank_of(std::size_t node, Point border) const;
    [[nodiscard]] double turning(std::size_t point) const;
    [[nodiscard]] double along(std::size_t point, bool horizontal) const;
    [[nodiscard]] double passing(std::size_t point, bool horizontal) const;

    const Graph& graph_;
    const std::vector<Box>& boxes_;
    const Grid& grid_;
    double pitch_;
    const std::set<std::size_t>& sideways_;
    Slate slate_;
    std::vector<int> level_, upright_, corner_; ///< lines at each point: passing along, passing down, turning
    std::map<std::tuple<std::size_t, int, int, Flank>, int> used_; ///< ends by node, row, last and flank
};

} // namespace demarche::network
