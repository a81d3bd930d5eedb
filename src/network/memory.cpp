#include "network/memory.hpp"

#include "network/inspect.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kFarthest = 1e5;  ///< points: no drawing reaches farther
constexpr double kMostGrown = 1e4; ///< points
constexpr double kSame = 1e-6;     ///< rounding
constexpr double kSamePage = 0.5;
constexpr double kSlack = 0.5; ///< wider than asked for by less than this is not

bool near(double a, double b, double tolerance = kSame) {
    return std::abs(a - b) <= tolerance;
}

bool is_place(double value) {
    return std::abs(value) <= kFarthest; // false of what is no number
}

bool is_box(const Box& box) {
    return is_place(box.left) && is_place(box.top) && is_place(box.right) && is_place(box.bottom) &&
           box.left <= box.right && box.top <= box.bottom;
}

bool is_line(const Memory::Line& line) {
    return is_box(line.label) && std::all_of(line.route.begin(), line.route.end(),
                                             [](const Point& point) { return is_place(point.x) && is_place(point.y); });
}

bool is_growth(const std::vector<double>& grown) {
    return std::all_of(grown.begin(), grown.end(), [](double by) { return by >= 0 && by <= kMostGrown; });
}

template <typename Map, typename Condition>
void keep_if(Map& map, Condition good) {
    for (auto item = map.begin(); item != map.end();) {
        item = good(item->second) ? std::next(item) : map.erase(item);
    }
}

/// Does the box have the size of the node?
bool fits(const Box& box, const Size& size) {
    return near(box.width(), size.width) && near(box.height(), size.height);
}

/// The edge's line as it was, into the drawing; false where it cannot be that one.
bool take_line(Drawing& drawing, std::size_t index, const Memory& memory) {
    Edge& edge = drawing.graph.edges[index];
    const auto line = memory.lines.find(edge.id);
    if (line == memory.lines.end() || line->second.route.size() < 2) {
        return false;
    }
    const auto& [route, label, keyed] = line->second;
    if (keyed) {
        edge.label = edge.key;
    }
    if (!fits(label, edge.label)) {
        return false;
    }
    drawing.routes.push_back(route);
    drawing.labels.push_back(label);
    drawing.keyed.push_back(keyed);
    return true;
}

} // namespace

Memory remember(const Drawing& drawing, const MemoryPage& page) {
    Memory memory;
    memory.kind = drawing.shared_ways ? Memory::Kind::ladder : Memory::Kind::columns;
    memory.engine = page.engine;
    memory.width = page.width;
    memory.reach = page.reach;
    memory.scale = page.scale;
    memory.card_width = drawing.card_width;
    memory.columns = drawing.columns;
    memory.size = drawing.size;
    const std::vector<Node>& nodes = drawing.graph.nodes;
    std::vector<std::size_t> hubs;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        memory.nodes[nodes[i].id] = {drawing.boxes[i],
                                     i < drawing.grown.size() ? drawing.grown[i] : std::vector<double>{}};
        if (nodes[i].kind == NodeKind::hub) {
            hubs.push_back(i);
        }
    }
    std::stable_sort(hubs.begin(), hubs.end(),
                     [&](std::size_t a, std::size_t b) { return nodes[a].time < nodes[b].time; });
    for (const std::size_t hub : hubs) {
        memory.hubs.push_back(nodes[hub].id);
    }
    for (std::size_t i = 0; i < drawing.graph.edges.size(); ++i) {
        memory.lines[drawing.graph.edges[i].id] = {drawing.routes[i], drawing.labels[i], drawing.keyed[i]};
    }
    return memory;
}

Memory sound(Memory memory) {
    keep_if(memory.nodes, [](const Memory::Place& place) { return is_box(place.box) && place.box.height() > 0; });
    for (auto& [id, place] : memory.nodes) {
        if (!is_growth(place.grown)) {
            place.grown.clear();
        }
    }
    keep_if(memory.lines, is_line);
    double last = -kFarthest;
    const bool rising = std::all_of(memory.columns.begin(), memory.columns.end(), [&](double left) {
        const bool good = is_place(left) && left > last;
        last = left;
        return good;
    });
    if (!rising || !is_place(memory.card_width) || memory.card_width <= 0) {
        memory.columns.clear();
    }
    memory.hubs.erase(std::remove_if(memory.hubs.begin(), memory.hubs.end(),
                                     [&](const std::string& id) { return memory.nodes.count(id) == 0; }),
                      memory.hubs.end());
    return memory;
}

bool same_page(const Memory& memory, const MemoryPage& page) {
    return near(memory.width, page.width, kSamePage) && near(memory.reach, page.reach, kSamePage) &&
           near(memory.scale, page.scale);
}

std::optional<Drawing> as_it_was(Graph graph, const Memory& memory, const MemoryPage& page) {
    if (graph.nodes.size() != memory.nodes.size() || graph.edges.size() != memory.lines.size()) {
        return std::nullopt;
    }
    Drawing drawing;
    drawing.graph = std::move(graph);
    for (Node& node : drawing.graph.nodes) {
        const auto place = memory.nodes.find(node.id);
        if (place == memory.nodes.end()) {
            return std::nullopt;
        }
        const std::vector<double> grown = growth_of(memory, node);
        for (std::size_t row = 0; row < grown.size(); ++row) {
            grow(node, node.rows.empty() ? -1 : static_cast<int>(row), grown[row]);
        }
        const Box& box = place->second.box;
        if (!fits(box, node.size)) {
            return std::nullopt;
        }
        drawing.boxes.push_back(box);
        drawing.grown.push_back(grown);
        drawing.rows.emplace_back();
        for (const Row& row : node.rows) {
            drawing.rows.back().push_back({box.left, box.top + row.top, box.right, box.top + row.top + row.height});
        }
    }
    for (std::size_t i = 0; i < drawing.graph.edges.size(); ++i) {
        if (!take_line(drawing, i, memory)) {
            return std::nullopt;
        }
    }
    drawing.size = memory.size;
    drawing.card_width = memory.card_width;
    drawing.columns = memory.columns;
    drawing.too_wide = memory.size.width - 2 * page.reach - page.width > kSlack;
    const bool has_size = is_place(memory.size.width) && is_place(memory.size.height);
    if (!has_size || drawing.too_wide || inspect(drawing).all() > 0) {
        return std::nullopt;
    }
    drawing.crossings = count_crossings(drawing);
    return drawing;
}

std::vector<double> growth_of(const Memory& memory, const Node& node) {
    const auto place = memory.nodes.find(node.id);
    const std::size_t rows = std::max<std::size_t>(node.rows.size(), 1);
    return place != memory.nodes.end() && place->second.grown.size() == rows ? place->second.grown
                                                                             : std::vector<double>{};
}

void grow(Node& node, int row, double by) {
    node.size.height += by;
    for (std::size_t i = 0; i < node.rows.size() && row >= 0; ++i) {
        if (static_cast<int>(i) == row) {
            node.rows[i].height += by;
        } else if (static_cast<int>(i) > row) {
            node.rows[i].top += by;
        }
    }
}

} // namespace demarche::network
