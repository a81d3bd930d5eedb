// dump_scenes DOSSIER DIRECTORY: the scenes that `demarche draw -T svg,pdf` paints, as text for bare_charts:
// DIRECTORY/timeline.svg.scene (one tall page), timeline.pdf.scene (pages), network.svg.scene, network.pdf.scene,
// and network.gv, the laid-out graph.

#include "compose/charts.hpp"
#include "model/dossier_reader.hpp"
#include "scene_text.hpp"
#include "text/pango_measurer.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace demarche::bench {
namespace {

/// The dossier's own chart of this kind, else the plain one.
ChartSpec chart_of(const Model& model, ChartKind kind) {
    const auto found = std::ranges::find(model.charts, kind, &ChartSpec::kind);
    if (found != model.charts.end()) {
        return *found;
    }
    ChartSpec plain;
    plain.kind = kind;
    return plain;
}

int dump(const std::string& dossier, const std::string& directory) {
    Diagnostics findings;
    const DiskReader disk;
    const auto model = read_dossier(dossier, disk, findings);
    const auto style = compose::read_template("report", ".", disk, findings);
    if (!model || !style) {
        std::fputs("the dossier has errors\n", stderr);
        return 1;
    }
    const auto measurer = text::make_pango_measurer(findings);
    const auto timeline = view::make_timeline_view(*model, chart_of(*model, ChartKind::timeline));
    const auto network = view::make_network_view(*model, chart_of(*model, ChartKind::network));
    const auto save = [&](const std::string& name, const std::string& bytes) {
        write::write_file(directory + "/" + name, bytes);
    };
    using compose::Paging;
    for (const auto& [name, paging] : {std::pair{"svg", Paging::one_page}, std::pair{"pdf", Paging::pages}}) {
        save(std::string("timeline.") + name + ".scene",
             scene_text(compose::compose_timeline(timeline, *style, *measurer, paging, findings)));
    }
    try {
        const auto chart = compose::compose_network(network, *style, *measurer, {}, findings);
        save("network.svg.scene", scene_text(chart.scene));
        save("network.pdf.scene", scene_text(chart.scene));
        save("network.gv", chart.gv);
    } catch (const Error& error) {
        // A graph that is too much for Graphviz has a timeline all the same.
        std::fprintf(stderr, "no network: %s\n", error.what());
    }
    return 0;
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count != 3) {
        std::fputs("usage: dump_scenes DOSSIER DIRECTORY\n", stderr);
        return 2;
    }
    std::filesystem::create_directories(words[2]);
    return demarche::bench::dump(words[1], words[2]);
}
