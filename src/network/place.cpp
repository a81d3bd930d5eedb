#include "network/place.hpp"

#include "network/cost.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace demarche::network {

namespace {

using SidePair = std::pair<int, int>;

/// A card's side, or a number of its own where it has none.
int party_of(const Graph& graph, std::size_t node) {
    return graph.nodes[node].side >= 0 ? graph.nodes[node].side : 1000 + static_cast<int>(node);
}

std::map<std::size_t, std::vector<std::size_t>> parties_of_hubs(const Graph& graph) {
    std::map<std::size_t, std::vector<std::size_t>> parties;
    for (const Edge& edge : graph.edges) {
        if (graph.nodes[edge.to.node].kind == NodeKind::hub) {
            parties[edge.to.node].push_back(edge.from.node);
        }
    }
    return parties;
}

/// How much each two sides met. Hosts receive: they face nobody.
std::map<SidePair, double> meetings(const Graph& graph) {
    std::map<std::size_t, std::vector<std::size_t>> parties;
    for (const Edge& edge : graph.edges) {
        if (edge.kind == EdgeKind::link && graph.nodes[edge.to.node].kind == NodeKind::hub) {
            parties[edge.to.node].push_back(edge.from.node);
        }
    }
    std::map<SidePair, double> met;
    for (const auto& [hub, cards] : parties) {
        std::vector<int> sides;
        for (const std::size_t card : cards) {
            sides.push_back(party_of(graph, card));
        }
        std::sort(sides.begin(), sides.end());
        sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
        // A meeting of two counts more for the two than one of many.
        const double share = graph.nodes[hub].weight / static_cast<double>(std::max<std::size_t>(sides.size(), 2) - 1);
        for (std::size_t i = 0; i < sides.size(); ++i) {
            for (std::size_t j = i + 1; j < sides.size(); ++j) {
                met[{sides[i], sides[j]}] += share;
            }
        }
    }
    return met;
}

SidePair facing_sides(const Graph& graph) {
    SidePair best{-1, -1};
    double most = 0;
    for (const auto& [pair, weight] : meetings(graph)) {
        if (weight > most + 1e-9) {
            best = pair;
            most = weight;
        }
    }
    return best;
}

bool only_hosts(const Graph& graph, std::size_t node) {
    bool hosts = false;
    for (const Edge& edge : graph.edges) {
        if (edge.from.node == node && graph.nodes[edge.to.node].kind == NodeKind::hub) {
            if (edge.kind != EdgeKind::host) {
                return false;
            }
            hosts = true;
        }
    }
    return hosts;
}

} // namespace

void find_facing_sides(Graph& graph) {
    const SidePair facing = facing_sides(graph);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const bool card = graph.nodes[i].kind == NodeKind::card;
        const int party = party_of(graph, i);
        graph.nodes[i].face = !card ? -1 : party == facing.first ? 0 : party == facing.second ? 1 : -1;
    }
}

std::vector<int> assign_columns(const Graph& graph, int columns) {
    std::vector<int> column(graph.nodes.size(), columns / 2);
    std::vector<double> filled(static_cast<std::size_t>(columns), 0);
    std::vector<std::size_t> others;
    const auto put = [&](std::size_t node, int where) {
        column[node] = where;
        filled[static_cast<std::size_t>(where)] += graph.nodes[node].size.height;
    };
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].kind == NodeKind::hub) {
            continue;
        }
        if (graph.nodes[i].face == 0) {
            put(i, 0);
        } else if (graph.nodes[i].face == 1) {
            put(i, columns - 1);
        } else if (only_hosts(graph, i)) {
            put(i, columns / 2);
        } else {
            others.push_back(i);
        }
    }
    std::map<int, int> column_of_side;
    for (const std::size_t node : others) {
        const int party = party_of(graph, node);
        const auto known = column_of_side.find(party);
        const auto shortest = std::min_element(filled.begin(), filled.end()) - filled.begin();
        const int where = known != column_of_side.end() ? known->second : static_cast<int>(shortest);
        column_of_side[party] = where;
        put(node, where);
    }
    for (const auto& [hub, cards] : parties_of_hubs(graph)) {
        double sum = 0;
        for (const std::size_t card : cards) {
            sum += column[card];
        }
        column[hub] = static_cast<int>(std::lround(sum / static_cast<double>(cards.size())));
    }
    return column;
}

LayoutRequest layout_request(const Graph& graph, const std::vector<int>& columns) {
    LayoutRequest request;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        request.boxes.push_back({graph.nodes[i].id, graph.nodes[i].size, columns[i]});
    }
    for (const Edge& edge : graph.edges) {
        std::size_t tail = edge.from.node;
        std::size_t head = edge.to.node;
        const bool flat = columns[tail] == columns[head];
        if (flat ? edge.above < 0 : columns[tail] > columns[head]) {
            std::swap(tail, head);
        }
        if (tail != head) {
            request.lines.push_back({tail, head, std::max(1, static_cast<int>(std::lround(edge.weight)))});
        }
    }
    // Events in order of time: a chain of flat lines down each column.
    std::vector<std::size_t> hubs;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].kind == NodeKind::hub) {
            hubs.push_back(i);
        }
    }
    std::stable_sort(hubs.begin(), hubs.end(),
                     [&](std::size_t a, std::size_t b) { return graph.nodes[a].time < graph.nodes[b].time; });
    std::map<int, std::size_t> last;
    for (const std::size_t hub : hubs) {
        const auto before = last.find(columns[hub]);
        if (before != last.end()) {
            request.lines.push_back({before->second, hub, 1});
        }
        last[columns[hub]] = hub;
    }
    return request;
}

Arrangement read_arrangement(const std::vector<int>& columns, const std::vector<Point>& centres, int count) {
    Arrangement arrangement(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        arrangement[static_cast<std::size_t>(columns[i])].push_back(i);
    }
    for (auto& column : arrangement) {
        std::stable_sort(column.begin(), column.end(),
                         [&](std::size_t a, std::size_t b) { return centres[a].y < centres[b].y; });
    }
    return arrangement;
}

Arrangement first_side_left(const Graph& graph, Arrangement arrangement) {
    double first = 0;
    double second = 0;
    int firsts = 0;
    int seconds = 0;
    for (std::size_t c = 0; c < arrangement.size(); ++c) {
        for (const std::size_t node : arrangement[c]) {
            first += graph.nodes[node].face == 0 ? static_cast<double>(c) : 0;
            second += graph.nodes[node].face == 1 ? static_cast<double>(c) : 0;
            firsts += graph.nodes[node].face == 0 ? 1 : 0;
            seconds += graph.nodes[node].face == 1 ? 1 : 0;
        }
    }
    if (firsts > 0 && seconds > 0 && first * seconds > second * firsts) {
        std::reverse(arrangement.begin(), arrangement.end());
    }
    return arrangement;
}

} // namespace demarche::network
