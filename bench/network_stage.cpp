// network_stage RUNS DOSSIER...: the network from view to scene (measuring, placing with Graphviz in a child, routing,
// painting) beside gvLayout on the same graph: with dot, in a child of its own as well (cold), and in this
// process after the first time (warm). Milliseconds, medians.

#include "compose/charts.hpp"
#include "model/dossier_reader.hpp"
#include "text/pango_measurer.hpp"
#include "timing.hpp"
#include "view/network_view.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

namespace demarche::bench {
namespace {

struct FreeContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// Lays the graph out with dot. What it takes is freed by the end of the process: gvFreeLayout frees twice
/// after labelled flat edges.
void lay_out(GVC_t* context, const std::string& gv) {
    Agraph_t* graph = agmemread(gv.c_str());
    gvLayout(context, graph, "dot");
}

void in_child(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
}

void measure(const std::string& dossier, int runs) {
    Diagnostics findings;
    const DiskReader disk;
    const auto model = read_dossier(dossier, disk, findings);
    const auto style = compose::read_template("report", ".", disk, findings);
    if (!model || !style) {
        std::printf("%s: has errors\n", dossier.c_str());
        return;
    }
    ChartSpec spec;
    spec.kind = ChartKind::network;
    if (const auto own = std::ranges::find(model->charts, ChartKind::network, &ChartSpec::kind);
        own != model->charts.end()) {
        spec = *own;
    }
    const auto measurer = text::make_pango_measurer(findings);
    const auto view = view::make_network_view(*model, spec);
    Diagnostics ignored;
    const std::string gv = compose::compose_network(view, *style, *measurer, {}, ignored).gv;
    compose::NetworkOptions options;
    options.gv = false; // as `draw` does where nobody asks for it
    const double ours = median_ms(runs, [&] {
        Diagnostics each;
        compose::compose_network(view, *style, *measurer, options, each);
    });
    const double cold = median_ms(runs, [&] { in_child([&] { lay_out(gvContext(), gv); }); });
    const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
    lay_out(context.get(), gv);
    const double warm = median_ms(runs, [&] { lay_out(context.get(), gv); });
    const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(gv.c_str()));
    std::printf("%-28s %4d nodes %4d edges   %7.1f   %7.1f   %7.1f   %5.2f\n",
                dossier.substr(dossier.rfind('/') + 1).c_str(), agnnodes(graph.get()), agnedges(graph.get()), ours,
                cold, warm, ours / cold);
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: network_stage RUNS DOSSIER...\n", stderr);
        return 2;
    }
    agseterr(AGERR); // dot remarks on every graph that its orthogonal lines cannot label
    std::printf("%-52s   %7s   %7s   %7s   %5s\n", "", "ours", "dot", "warm", "ratio");
    for (int i = 2; i < count; ++i) {
        demarche::bench::measure(words[i], std::atoi(words[1]));
    }
    return 0;
}
