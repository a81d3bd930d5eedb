#include "network/cgraph.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "network/child.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>

namespace demarche::network {

namespace {

constexpr double kPointsPerInch = 72;
constexpr std::size_t kManyNodes = 150; ///< from here on dot's network simplex needs a limit

/// cgraph takes `char*` throughout and changes none of it.
char* text(const std::string& value) {
    return const_cast<char*>(value.c_str()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

// Object ids count up from 1. By default they are the addresses of interned strings, so that the order of
// objects would follow malloc.
void* open_ids(Agraph_t* /*graph*/, Agdisc_t* /*discipline*/) {
    return std::make_unique<IDTYPE>(1).release(); // closed by close_ids
}

// NOLINTNEXTLINE(readability-non-const-parameter): the signature is cgraph's
long map_id(void* state, int /*kind*/, char* name, IDTYPE* id, int /*create*/) {
    if (name != nullptr) {
        return 0; // cgraph keeps the names in a map of its own
    }
    *id = (*static_cast<IDTYPE*>(state))++;
    return 1;
}

long allocate_id(void* /*state*/, int /*kind*/, IDTYPE /*id*/) {
    return 0;
}

void free_id(void* /*state*/, int /*kind*/, IDTYPE /*id*/) {}

char* print_id(void* /*state*/, int /*kind*/, IDTYPE /*id*/) {
    return nullptr;
}

void close_ids(void* state) {
    const std::unique_ptr<IDTYPE> owned(static_cast<IDTYPE*>(state));
}

void register_id(void* /*state*/, int /*kind*/, void* /*object*/) {}

int put_string(void* channel, const char* value) {
    static_cast<std::string*>(channel)->append(value);
    return static_cast<int>(std::strlen(value));
}

int flush_nothing(void* /*channel*/) {
    return 0;
}

/// A graph with the disciplines above; they outlive the graph they were given to.
class OwnGraph {
public:
    explicit OwnGraph(const std::string& name)
        : ids_{open_ids, map_id, allocate_id, free_id, print_id, close_ids, register_id},
          io_{nullptr, put_string, flush_nothing},
          disciplines_{&AgMemDisc, &ids_, &io_},
          graph_(agopen(text(name), Agdirected, &disciplines_)) {}

    [[nodiscard]] Agraph_t* get() const { return graph_.get(); }

    void preset(int kind, const std::string& name, const std::string& value) const {
        agattr(get(), kind, text(name), text(value));
    }

private:
    Agiddisc_t ids_;
    Agiodisc_t io_;
    Agdisc_t disciplines_;
    GraphHandle graph_;
};

void set(void* object, const std::string& name, const std::string& value) {
    const std::string nothing;
    agsafeset(object, text(name), text(value), text(nothing));
}

std::string inches(double points) {
    return to_text(points / kPointsPerInch, 6);
}

void preset_layout(const OwnGraph& graph, const LayoutRequest& request) {
    graph.preset(AGRAPH, "rankdir", "LR");
    graph.preset(AGRAPH, "splines", "false"); // lines are routed by route.hpp
    graph.preset(AGRAPH, "nodesep", inches(request.node_gap));
    graph.preset(AGRAPH, "ranksep", inches(request.rank_gap));
    graph.preset(AGRAPH, "overlap", "prism");
    graph.preset(AGRAPH, "sep", "+" + to_text(std::ceil(request.node_gap / 2)));
    graph.preset(AGRAPH, "start", "1"); // the seed of neato and sfdp
    if (request.boxes.size() > kManyNodes) {
        graph.preset(AGRAPH, "nslimit", "1");
        graph.preset(AGRAPH, "nslimit1", "1");
        graph.preset(AGRAPH, "mclimit", ".1");
    }
    graph.preset(AGNODE, "shape", "box");
    graph.preset(AGNODE, "fixedsize", "true");
    graph.preset(AGNODE, "label", "");
    graph.preset(AGNODE, "width", "1");
    graph.preset(AGNODE, "height", "1");
    graph.preset(AGEDGE, "weight", "1");
    graph.preset(AGEDGE, "style", "");
}

std::vector<Agnode_t*> add_boxes(const OwnGraph& graph, const LayoutRequest& request) {
    std::vector<Agnode_t*> nodes;
    std::map<int, std::vector<Agnode_t*>> ranks;
    for (const LayoutRequest::Box& box : request.boxes) {
        Agnode_t* node = agnode(graph.get(), text(box.id), 1);
        set(node, "width", inches(std::ceil(box.size.width)));
        set(node, "height", inches(std::ceil(box.size.height)));
        nodes.push_back(node);
        if (box.rank >= 0) {
            ranks[box.rank].push_back(node);
        }
    }
    Agnode_t* previous = nullptr;
    for (const auto& [rank, members] : ranks) {
        const std::string name = "rank" + std::to_string(rank);
        Agraph_t* group = agsubg(graph.get(), text(name), 1);
        set(group, "rank", "same");
        for (Agnode_t* member : members) {
            agsubnode(group, member, 1);
        }
        if (previous != nullptr) {
            // Keeps the ranks in order where no line does.
            set(agedge(graph.get(), previous, members.front(), nullptr, 1), "style", "invis");
        }
        previous = members.front();
    }
    return nodes;
}

/// In the child: builds, lays out, and returns the coordinates as raw doubles.
std::string lay_out_here(const LayoutRequest& request) {
    const OwnGraph graph("network");
    preset_layout(graph, request);
    const std::vector<Agnode_t*> nodes = add_boxes(graph, request);
    for (const LayoutRequest::Line& line : request.lines) {
        Agedge_t* edge = agedge(graph.get(), nodes[line.tail], nodes[line.head], nullptr, 1);
        set(edge, "weight", std::to_string(line.weight));
    }
    if (request.in_child) {
        request.in_child();
    }
    agseterr(AGERR); // warnings are no concern of the user
    GVC_t* context = gvContext();
    if (gvLayout(context, graph.get(), request.engine.c_str()) != 0 || agerrors() >= AGERR) {
        throw std::runtime_error("no layout");
    }
    std::string bytes;
    for (Agnode_t* node : nodes) {
        const double place[2] = {ND_coord(node).x, -ND_coord(node).y};
        bytes.append(reinterpret_cast<const char*>(place), sizeof place); // NOLINT(*-reinterpret-cast)
    }
    // No gvFreeLayout: it frees twice after some flat edges, and the process ends here anyway.
    return bytes;
}

[[noreturn]] void reject(const std::string& message) {
    throw Error(Exit::usage_or_system, {Severity::error, "graphviz-failed", {}, message, {}});
}

std::string place_text(const Drawing& drawing, Point at) {
    return to_text(at.x, 2) + "," + to_text(drawing.size.height - at.y, 2);
}

/// A polyline as the cubic splines that Graphviz knows.
std::string spline_text(const Drawing& drawing, const std::vector<Point>& route, const Edge& edge) {
    constexpr double kArrow = 6;
    std::vector<Point> corners = route;
    std::string words;
    if (edge.arrow || edge.back) {
        Point& last = edge.arrow ? corners.back() : corners.front();
        const Point before = edge.arrow ? corners[corners.size() - 2] : corners[1];
        words = (edge.arrow ? "e," : "s,") + place_text(drawing, last) + " ";
        const double length = std::hypot(last.x - before.x, last.y - before.y);
        const double cut = std::min(kArrow, length / 2);
        last = {last.x - (last.x - before.x) / length * cut, last.y - (last.y - before.y) / length * cut};
    }
    words += place_text(drawing, corners.front());
    for (std::size_t i = 1; i < corners.size(); ++i) {
        words += " " + place_text(drawing, corners[i - 1]) + " " + place_text(drawing, corners[i]) + " " +
                 place_text(drawing, corners[i]);
    }
    return words;
}

void write_nodes(const OwnGraph& graph, const Drawing& drawing, std::vector<Agnode_t*>& nodes) {
    for (std::size_t i = 0; i < drawing.graph.nodes.size(); ++i) {
        const Node& node = drawing.graph.nodes[i];
        Agnode_t* written = agnode(graph.get(), text(node.id), 1);
        const Box& box = drawing.boxes[i];
        std::string label;
        for (const std::string& line : node.lines) {
            label += (label.empty() ? "" : "\n") + line;
        }
        set(written, "label", label);
        set(written, "pos", place_text(drawing, box.centre()));
        set(written, "width", inches(box.width()));
        set(written, "height", inches(box.height()));
        std::string style = "rounded";
        if (node.kind == NodeKind::hub) {
            style += ",filled";
        }
        if (node.dashed) {
            style += ",dashed";
        }
        set(written, "style", style);
        set(written, "color", node.colour);
        nodes.push_back(written);
    }
}

void write_edges(const OwnGraph& graph, const Drawing& drawing, const std::vector<Agnode_t*>& nodes) {
    for (std::size_t i = 0; i < drawing.graph.edges.size(); ++i) {
        const Edge& edge = drawing.graph.edges[i];
        Agedge_t* written = agedge(graph.get(), nodes[edge.from.node], nodes[edge.to.node], text(edge.id), 1);
        set(written, "dir", edge.arrow ? "forward" : edge.back ? "back" : "none");
        set(written, "color", edge.colour);
        set(written, "style", edge.dashed ? "dashed" : "solid");
        if (drawing.routes[i].size() >= 2) {
            set(written, "pos", spline_text(drawing, drawing.routes[i], edge));
        }
        if (has_label(edge)) {
            set(written, "label", edge.words);
            set(written, "lp", place_text(drawing, drawing.labels[i].centre()));
            set(written, "fontcolor", edge.colour);
        }
    }
}

std::string to_gv_here(const Drawing& drawing, const std::string& title) {
    const OwnGraph graph("network");
    graph.preset(AGRAPH, "label", title);
    graph.preset(AGRAPH, "labelloc", "t");
    graph.preset(AGRAPH, "splines", "ortho");
    graph.preset(AGRAPH, "bb", "0,0," + to_text(drawing.size.width, 2) + "," + to_text(drawing.size.height, 2));
    for (const int kind : {AGRAPH, AGNODE, AGEDGE}) {
        graph.preset(kind, "fontname", "Liberation Sans");
        graph.preset(kind, "fontsize", kind == AGRAPH ? "15" : "7");
    }
    graph.preset(AGNODE, "shape", "box");
    graph.preset(AGNODE, "fixedsize", "true");
    graph.preset(AGNODE, "fillcolor", "#fff8e1");
    graph.preset(AGEDGE, "arrowsize", "0.6");
    std::vector<Agnode_t*> nodes;
    write_nodes(graph, drawing, nodes);
    write_edges(graph, drawing, nodes);
    std::string words;
    agwrite(graph.get(), &words);
    return words;
}

} // namespace

std::vector<Point> lay_out(const LayoutRequest& request) {
    if (request.boxes.empty()) {
        return {};
    }
    const std::string bytes = run_in_child([&] { return lay_out_here(request); },
                                           {request.timeout, "Graphviz (" + request.engine + ")", "graphviz-"});
    std::vector<Point> places(request.boxes.size());
    if (bytes.size() != places.size() * 2 * sizeof(double)) {
        reject("Graphviz returned a layout of the wrong size");
    }
    bool anywhere = places.size() == 1;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double place[2];
        std::memcpy(place, bytes.data() + i * sizeof place, sizeof place);
        if (!std::isfinite(place[0]) || !std::isfinite(place[1])) {
            reject("Graphviz placed \"" + request.boxes[i].id + "\" at a coordinate that is no number");
        }
        places[i] = {place[0], place[1]};
        anywhere = anywhere || place[0] != 0 || place[1] != 0;
    }
    if (!anywhere) {
        reject("Graphviz left everything at the origin");
    }
    return places;
}

std::string to_gv(const Drawing& drawing, const std::string& title) {
    return run_in_child([&] { return to_gv_here(drawing, title); }, {20, "Graphviz (writing)", "graphviz-"});
}

} // namespace demarche::network
