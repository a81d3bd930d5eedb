#pragma once
/// The network as a graph with sizes: what is to be placed and joined, with no positions yet.
///
/// Lengths in points, y downwards. A node is a card or a hub; a card has rows, and a line may concern
/// one of them. Nothing here knows of Graphviz.

#include "base/calendar.hpp"
#include "base/geometry.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche::network {

enum class NodeKind { card, hub };

/// A band of a card that lines may meet, as offsets from the card's top.
struct Row {
    double top = 0;
    double height = 0;
};

struct Node {
    std::string id; ///< unique, decides every tie
    NodeKind kind = NodeKind::card;
    Size size;
    double corner = 8;            ///< radius: no line meets the top or bottom nearer to a corner
    std::vector<Row> rows;        ///< empty: lines meet the node as a whole, on all four sides
    int side = -1;                ///< index of the side; -1: none
    int face = -1;                ///< 0, 1: a card of the first, second of the two sides that met most (see place.hpp)
    int time = 0;                 ///< hubs: place in the order of events, from 0
    std::optional<DayRange> days; ///< hubs: the first and the last day that they may have been on
    double weight = 1;            ///< hubs: how much the event matters

    /// For the .gv file only.
    std::vector<std::string> lines; ///< of the label
    std::string colour;             ///< #rrggbb
    bool dashed = false;
};

enum class EdgeKind {
    link, ///< a party and its hub
    host, ///< from a host or mediator into the hub
    tie,  ///< a standing relation between cards
};

/// Where a line begins or ends: a node, or one row of it.
struct End {
    std::size_t node = 0;
    int row = -1;  ///< index into the node's rows; -1: anywhere on the node
    int last = -1; ///< not below `row`: the line concerns rows from `row` to `last` and meets a bracket over them

    friend bool operator==(const End&, const End&) = default;
};

struct Edge {
    std::string id; ///< unique, decides every tie
    EdgeKind kind = EdgeKind::link;
    End from;
    End to;
    Size label; ///< of the words beside the line; 0 x 0: none
    Size key;   ///< of a letter that stands for the words where they find no room; the words go to a note
    double weight = 1;
    int above = 0; ///< 1: `from` should stand above `to`; -1: the other way round; 0: no matter

    /// For the .gv file only.
    std::string words; ///< of the label
    std::string colour;
    bool dashed = false;
    bool arrow = false; ///< at `to`
    bool back = false;  ///< at `from`
};

/// Nodes and edges sorted by id, so that the order of the input does not matter.
struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// A graph with its geometry. `boxes`, `rows` run beside graph.nodes; `routes`, `labels` beside graph.edges.
struct Drawing {
    Graph graph;
    std::vector<Box> boxes;
    std::vector<std::vector<Box>> rows;     ///< the bands of each card, as wide as the card
    std::vector<std::vector<Point>> routes; ///< corners, from `from` to `to`, both on a border
    std::vector<Box> labels;                ///< empty (0 wide) where the edge has none
    std::vector<bool> keyed;                ///< beside graph.edges: a letter stands for the words
    Size size;                              ///< of the whole, its top left corner at 0,0
    int crossings = 0;
    bool too_wide = false;    ///< it did not fit the width asked for
    bool shared_ways = false; ///< lines to one hub run on one way, into which each leads from its card (ladder.hpp)

    /// How it came to be, for the next drawing of the story (memory.hpp). A ladder has none of it.
    double card_width = 0;                  ///< that the graph was measured for
    std::vector<double> columns;            ///< left borders of the columns of cards
    std::vector<std::vector<double>> grown; ///< beside graph.nodes: what lines took more of each row (of a node without
                                            ///< rows: of its height); empty: nothing
};

/// May a line meet this end from above, from below? A row can be reached from the sides of its card; the last
/// one from below too; a card of one row is that row.
inline bool opens_above(const Graph& graph, const End& end) {
    return end.row < 0 || graph.nodes[end.node].rows.size() <= 1;
}

inline bool opens_below(const Graph& graph, const End& end) {
    return end.row < 0 ||
           (end.last <= end.row && static_cast<std::size_t>(end.row) + 1 >= graph.nodes[end.node].rows.size());
}

/// Is it certain that hub `a` was before hub `b`? Where nobody knows their days, their order says so.
inline bool is_before(const Node& a, const Node& b) {
    return a.days && b.days ? a.days->last < b.days->first : a.time < b.time;
}

/// Of a hub's height: where the ends of a pill are nearly straight.
constexpr double kHubBand = 0.5;

/// The stretch of the sides where lines may meet this end, as offsets from the node's top.
inline Row side_band(const Graph& graph, const End& end) {
    const Node& node = graph.nodes[end.node];
    if (node.kind == NodeKind::hub) {
        return {node.size.height * (1 - kHubBand) / 2,
                node.size.height * kHubBand}; // where the end of a pill is still nearly straight
    }
    if (end.row < 0 || node.rows.size() <= 1) {
        const double inset = node.size.height < 40 ? 3 : 10; // clear of the rounded corners of a frame
        return {inset, node.size.height - 2 * inset};
    }
    const Row& row = node.rows[static_cast<std::size_t>(end.row)];
    if (end.last > end.row) {
        const Row& last = node.rows[static_cast<std::size_t>(end.last)];
        const double top = row.top + row.height / 2; // the bracket reaches from middle to middle
        return {top, last.top + last.height / 2 - top};
    }
    return {row.top + 2, row.height - 4};
}

inline bool has_label(const Edge& edge) {
    return edge.label.width > 0;
}

} // namespace demarche::network
