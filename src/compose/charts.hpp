#pragma once
/// The two charts: a view and a template in, a scene out.

#include "base/diagnostic.hpp"
#include "compose/template.hpp"
#include "network/graph.hpp"
#include "scene/kept.hpp"
#include "scene/scene.hpp"
#include "text/measurer.hpp"

#include <optional>
#include <string>

namespace demarche::view {
struct TimelineView;
struct NetworkView;
} // namespace demarche::view

namespace demarche::compose {

enum class Paging { one_page, pages };

/// The timeline, down the page or across it as the template says. With Paging::pages one down the page is cut at rows
/// into pages of the template's `max-height`, lane heads repeated; one across has a page for each of its strips.
/// `previous`: the last drawing, or none; what is still there keeps its place where that costs little room. Drawn with
/// itself as the last one, a chart stays as it is. Its order is settled by the view (remembered_order).
scene::Scene compose_timeline(const view::TimelineView& view,
                              const Template& style,
                              const text::Measurer& measurer,
                              Paging paging,
                              Diagnostics& diagnostics,
                              const scene::KeptChart* previous = nullptr);

struct NetworkOptions {
    std::string engine = "dot";                    ///< dot, neato, sfdp
    double timeout = 20;                           ///< seconds for the layout
    bool gv = true;                                ///< write the graph too
    std::optional<scene::KeptChart> previous = {}; ///< the last drawing: what is still there keeps its place
};

struct NetworkChart {
    scene::Scene scene;
    std::string gv; ///< the laid-out graph with positions, in the DOT language; empty where it was not asked for
    network::Drawing drawing; ///< its geometry, from 0,0; for whoever inspects it (network/inspect.hpp)
};

/// The network. Throws Error with a diagnostic where Graphviz failed, crashed or ran out of time.
NetworkChart compose_network(const view::NetworkView& view,
                             const Template& style,
                             const text::Measurer& measurer,
                             const NetworkOptions& options,
                             Diagnostics& diagnostics);

} // namespace demarche::compose
