#include "network/route.hpp"

#include "network/path.hpp"
#include "network/words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace demarche::network {

namespace {

class Router {
public:
    Router(const Graph& graph, const RouteOptions& options, Layout& layout, const Deadline& deadline)
        : graph_(graph),
          options_(options),
          deadline_(deadline),
          boxes_(layout.boxes),
          routes_(layout.routes),
          riders_(layout.riders),
          order_(graph.edges.size()) {
        routes_.assign(graph.edges.size(), {});
        riders_.assign(graph.edges.size(), {});
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        // Heavy and short lines first: they should be the straight ones.
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    }

    void run() {
        route_all();
        place_all_words();
    }

private:
    [[nodiscard]] double rank(std::size_t index) const {
        const Edge& edge = graph_.edges[index];
        const Point a = boxes_[edge.from.node].centre();
        const Point b = boxes_[edge.to.node].centre();
        return std::abs(a.x - b.x) + 2 * std::abs(a.y - b.y) - 10 * edge.weight;
    }

    [[nodiscard]] std::vector<Box> labels() const {
        std::vector<Box> boxes;
        for (const Rider& rider : riders_) {
            boxes.push_back(rider.label);
        }
        return boxes;
    }

    void route_all() {
        const Grid grid(graph_, boxes_, {}, {options_.spacing.clearance, options_.channels, options_.spacing.area});
        Paths paths(graph_, boxes_, grid, options_.spacing.least, options_.sideways);
        for (const std::size_t edge : order_) {
            set(paths, edge);
        }
        for (const std::size_t edge : order_) {
            paths.remove(edge, routes_[edge]);
            set(paths, edge);
        }
    }

    void set(Paths& paths, std::size_t edge) {
        deadline_.check();
        routes_[edge] = paths.find(edge);
        paths.add(edge, routes_[edge]);
    }

    /// Words take their places beside the lines as they are; then every line without words finds its way
    /// around them.
    void place_all_words() {
        const Spacing& spacing = options_.spacing;
        bool any = false;
        for (const std::size_t edge : order_) {
            if (!has_label(graph_.edges[edge]) || routes_[edge].empty()) {
                continue;
            }
            const std::optional<Rider> rider =
                place_words(graph_, boxes_, routes_, riders_, edge,
                            {spacing.label_gap, spacing.label_gap, spacing.area, options_.columns, options_.no_words});
            if (rider) {
                riders_[edge] = *rider;
                any = true;
            }
        }
        if (!any) {
            return;
        }
        const Grid grid(graph_, boxes_, labels(), {spacing.clearance, options_.channels, spacing.area});
        Paths paths(graph_, boxes_, grid, spacing.least, options_.sideways);
        for (const std::size_t edge : order_) {
            if (has_label(graph_.edges[edge])) {
                paths.add(edge, routes_[edge]);
            }
        }
        for (const std::size_t edge : order_) {
            if (!has_label(graph_.edges[edge])) {
                set(paths, edge);
            }
        }
    }

    const Graph& graph_;
    const RouteOptions& options_;
    const Deadline& deadline_;
    const std::vector<Box>& boxes_;
    Routes& routes_;
    std::vector<Rider>& riders_;
    std::vector<std::size_t> order_;
};

} // namespace

void route(const Graph& graph, const RouteOptions& options, Layout& layout, const Deadline& deadline) {
    Router(graph, options, layout, deadline).run();
}

} // namespace demarche::network
