#include "model/order_graph.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <queue>
#include <string_view>
#include <utility>

namespace demarche {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

void add_edge(OrderGraph& graph, std::size_t earlier, std::size_t later) {
    graph.later[earlier].push_back(later);
    graph.earlier[later].push_back(earlier);
}

void sort_edges(std::vector<std::vector<std::size_t>>& lists) {
    for (std::vector<std::size_t>& list : lists) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
}

OrderGraph empty_graph(std::size_t nodes) {
    return {std::vector<std::vector<std::size_t>>(nodes), std::vector<std::vector<std::size_t>>(nodes)};
}

/// Tarjan's algorithm with its call stack as a vector, so that a chain of any length is walked.
class Components {
public:
    explicit Components(const OrderGraph& graph)
        : graph_(graph),
          number_(graph.later.size(), kNone),
          low_(graph.later.size(), 0),
          component_(graph.later.size(), kNone) {}

    std::vector<std::size_t> find() {
        for (std::size_t root = 0; root < number_.size(); ++root) {
            if (number_[root] == kNone) {
                walk_from(root);
            }
        }
        return std::move(component_);
    }

private:
    struct Visit {
        std::size_t node;
        std::size_t next_edge;
    };

    void enter(std::size_t node) {
        number_[node] = low_[node] = counter_++;
        open_.push_back(node);
        visits_.push_back({node, 0});
    }

    void walk_from(std::size_t root) {
        enter(root);
        while (!visits_.empty()) {
            const std::size_t node = visits_.back().node;
            const std::vector<std::size_t>& edges = graph_.later[node];
            if (visits_.back().next_edge == edges.size()) {
                leave(node);
                continue;
            }
            const std::size_t next = edges[visits_.back().next_edge++];
            if (number_[next] == kNone) {
                enter(next);
            } else if (component_[next] == kNone) {
                low_[node] = std::min(low_[node], number_[next]);
            }
        }
    }

    void leave(std::size_t node) {
        visits_.pop_back();
        if (!visits_.empty()) {
            const std::size_t parent = visits_.back().node;
            low_[parent] = std::min(low_[parent], low_[node]);
        }
        if (low_[node] != number_[node]) {
            return;
        }
        for (std::size_t member = kNone; member != node;) {
            member = open_.back();
            open_.pop_back();
            component_[member] = components_;
        }
        ++components_;
    }

    const OrderGraph& graph_;
    std::vector<std::size_t> number_;
    std::vector<std::size_t> low_;
    std::vector<std::size_t> component_;
    std::vector<std::size_t> open_; ///< nodes whose component is not closed yet
    std::vector<Visit> visits_;
    std::size_t counter_ = 0;
    std::size_t components_ = 0;
};

} // namespace

OrderGraph order_graph(const Model& model) {
    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < model.events.size(); ++i) {
        index.emplace(model.events[i].id, i);
    }
    OrderGraph graph = empty_graph(model.events.size());
    for (std::size_t i = 0; i < model.events.size(); ++i) {
        for (const std::string& id : model.events[i].after) {
            if (const auto found = index.find(id); found != index.end()) {
                add_edge(graph, found->second, i);
            }
        }
        for (const std::string& id : model.events[i].before) {
            if (const auto found = index.find(id); found != index.end()) {
                add_edge(graph, i, found->second);
            }
        }
    }
    sort_edges(graph.later);
    sort_edges(graph.earlier);
    return graph;
}

std::vector<std::size_t> strong_components(const OrderGraph& graph) {
    return Components(graph).find();
}

std::vector<std::size_t> shortest_cycle(const OrderGraph& graph, std::size_t start) {
    std::vector<std::size_t> came_from(graph.later.size(), kNone);
    std::queue<std::size_t> frontier;
    frontier.push(start);
    while (!frontier.empty()) {
        const std::size_t node = frontier.front();
        frontier.pop();
        for (const std::size_t next : graph.later[node]) {
            if (next == start) {
                std::vector<std::size_t> cycle;
                for (std::size_t step = node; step != start; step = came_from[step]) {
                    cycle.push_back(step);
                }
                cycle.push_back(start);
                std::reverse(cycle.begin(), cycle.end());
                return cycle;
            }
            if (came_from[next] == kNone) {
                came_from[next] = node;
                frontier.push(next);
            }
        }
    }
    return {};
}

OrderGraph without_cycles(const OrderGraph& graph) {
    const std::vector<std::size_t> component = strong_components(graph);
    OrderGraph result = empty_graph(graph.later.size());
    for (std::size_t from = 0; from < graph.later.size(); ++from) {
        for (const std::size_t to : graph.later[from]) {
            if (component[from] != component[to] || from < to) {
                add_edge(result, from, to);
            }
        }
    }
    return result;
}

std::vector<std::size_t> topological_order(const OrderGraph& graph, const std::vector<std::size_t>& rank) {
    using Ready = std::pair<std::size_t, std::size_t>; // rank, node
    std::priority_queue<Ready, std::vector<Ready>, std::greater<>> ready;
    std::vector<std::size_t> missing(graph.earlier.size());
    for (std::size_t node = 0; node < missing.size(); ++node) {
        missing[node] = graph.earlier[node].size();
        if (missing[node] == 0) {
            ready.emplace(rank[node], node);
        }
    }
    std::vector<std::size_t> order;
    order.reserve(missing.size());
    while (!ready.empty()) {
        const std::size_t node = ready.top().second;
        ready.pop();
        order.push_back(node);
        for (const std::size_t next : graph.later[node]) {
            if (--missing[next] == 0) {
                ready.emplace(rank[next], next);
            }
        }
    }
    return order;
}

} // namespace demarche
