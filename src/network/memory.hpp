#pragma once
/// What a drawing leaves for the next one of the same story, so that what is still there stays where it was.
///
/// No memory is needed to be right. Each value may be missing or senseless, as somebody's file may be: what means
/// nothing is left out, and where too little is left the drawing is made anew.

#include "network/graph.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::network {

/// Positions in points from the drawing's own top left corner.
struct Memory {
    enum class Kind { columns, ladder };

    struct Place {
        Box box;
        std::vector<double> grown; ///< see Drawing::grown
    };

    struct Line {
        std::vector<Point> route;
        Box label; ///< 0 wide: none
        bool keyed = false;
    };

    Kind kind = Kind::columns;
    std::string engine;          ///< that placed it; another one is asked for in order to see another picture
    double width = 0;            ///< of the page without its margins
    double reach = 0;            ///< of lines into the margins
    double scale = 0;            ///< of the type
    double card_width = 0;       ///< of the columns
    std::vector<double> columns; ///< their left borders, rising
    Size size;                   ///< of the whole
    std::map<std::string, Place> nodes;
    std::map<std::string, Line> lines;
    std::vector<std::string> hubs; ///< ids of nodes, in order of time
};

/// The page a drawing is made for, as far as positions depend on it.
struct MemoryPage {
    double width = 0;
    double reach = 0;
    double scale = 1;
    std::string engine;
};

/// What the drawing leaves.
Memory remember(const Drawing& drawing, const MemoryPage& page);

/// The same with nothing in it that means nothing: boxes and lines of finite numbers that lie on a page, columns that
/// rise. Everything below takes such a memory.
Memory sound(Memory memory);

/// Were positions taken on a page like this one, in type of this size?
bool same_page(const Memory& memory, const MemoryPage& page);

/// The drawing as it was, where the graph is still the one it was made of and nothing is wrong with it. `graph`:
/// measured for the memory's width of cards, sorted by id.
std::optional<Drawing> as_it_was(Graph graph, const Memory& memory, const MemoryPage& page);

/// What lines took more of each row of a node; empty where it has none, or not as many as its rows.
std::vector<double> growth_of(const Memory& memory, const Node& node);

/// Gives row `row` of the node (-1: the node, which has none) more height.
void grow(Node& node, int row, double by);

} // namespace demarche::network
