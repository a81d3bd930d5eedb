// network_memory MODELS TEMPLATE [DOSSIER...]: how much of a network moves when the story moves on. Each dossier and
// each of MODELS generated models is drawn, changed (an actor or event added, removed; an event dated anew; somebody
// else in a meeting), and drawn again: with the first drawing as the previous one, without, and as boxes alone by dot,
// neato and sfdp, and by dot with the columns and their old order as ranks and flat lines.
//
// Movement: of each card and hub that is in both and that the change is not about, how far its centre is from where it
// was, after the whole was shifted by the median of these (a title that grew does not count); the mean for each pair
// of drawings. Order: of two such marks that stood beside or over each other, which is left or above.

#include "compose/charts.hpp"
#include "model/dossier_reader.hpp"
#include "network/cgraph.hpp"
#include "network/inspect.hpp"
#include "support/model_generator.hpp"
#include "support/story_change.hpp"
#include "text/pango_measurer.hpp"
#include "view/network_view.hpp"
#include "write/kept_svg.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace demarche::bench {
namespace {

constexpr double kGoal = 8;
constexpr double kPatience = 600;        ///< seconds for ours
constexpr double kGraphvizPatience = 20; ///< seconds for Graphviz alone

using Boxes = std::map<std::string, Box>;

struct Moved {
    double mean = 0;
    int turned = 0; ///< pairs
    int overlaps = 0;
};

/// Figures of one way to draw, over all pairs of drawings.
struct Figures {
    std::vector<double> means;
    int reordered = 0; ///< pairs of drawings
    int overlaps = 0;

    void add(const Moved& moved) {
        means.push_back(moved.mean);
        reordered += moved.turned > 0 ? 1 : 0;
        overlaps += moved.overlaps;
    }
};

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Boxes boxes_of(const network::Drawing& drawing) {
    Boxes boxes;
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        if (drawing.graph.nodes[i].id.rfind("again-", 0) != 0) {
            boxes[drawing.graph.nodes[i].id] = drawing.boxes[i];
        }
    }
    return boxes;
}

int overlaps_of(const Boxes& boxes) {
    int count = 0;
    for (auto a = boxes.begin(); a != boxes.end(); ++a) {
        for (auto b = std::next(a); b != boxes.end(); ++b) {
            count += overlap(a->second, b->second) ? 1 : 0;
        }
    }
    return count;
}

bool turned(const Box& a, const Box& b, const Box& a_now, const Box& b_now) {
    const bool upright = a.left < b.right && b.left < a.right;
    const bool level = a.top < b.bottom && b.top < a.bottom;
    if (upright == level) {
        return false; // neither beside nor over each other
    }
    const auto at = [&](const Box& box) { return upright ? box.centre().y : box.centre().x; };
    return (at(a) - at(b)) * (at(a_now) - at(b_now)) < 0;
}

Moved compare(const Boxes& before, const Boxes& after, const std::set<std::string>& touched) {
    std::vector<std::string> both;
    std::vector<double> right;
    std::vector<double> down;
    for (const auto& [id, box] : before) {
        const auto now = after.find(id);
        if (now != after.end() && touched.count(id) == 0) {
            both.push_back(id);
            right.push_back(now->second.centre().x - box.centre().x);
            down.push_back(now->second.centre().y - box.centre().y);
        }
    }
    Moved moved;
    moved.overlaps = overlaps_of(after);
    if (both.empty()) {
        return moved;
    }
    const double dx = median_of(right);
    const double dy = median_of(down);
    for (std::size_t i = 0; i < both.size(); ++i) {
        moved.mean += std::hypot(right[i] - dx, down[i] - dy) / static_cast<double>(both.size());
        for (std::size_t j = i + 1; j < both.size(); ++j) {
            moved.turned +=
                turned(before.at(both[i]), before.at(both[j]), after.at(both[i]), after.at(both[j])) ? 1 : 0;
        }
    }
    return moved;
}

/// By Graphviz alone: boxes of our sizes.
Boxes by_engine(const network::Graph& graph, const std::string& engine) {
    network::LayoutRequest request;
    request.engine = engine;
    request.timeout = kGraphvizPatience;
    for (const network::Node& node : graph.nodes) {
        request.boxes.push_back({node.id, node.size, -1});
    }
    for (const network::Edge& edge : graph.edges) {
        if (edge.from.node != edge.to.node) {
            request.lines.push_back({edge.from.node, edge.to.node, 1});
        }
    }
    Boxes boxes;
    const std::vector<Point> centres = network::lay_out(request);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const Size size = graph.nodes[i].size;
        boxes[graph.nodes[i].id] = {centres[i].x - size.width / 2, centres[i].y - size.height / 2,
                                    centres[i].x + size.width / 2, centres[i].y + size.height / 2};
    }
    return boxes;
}

/// By dot, with the old columns as ranks and the old order down each of them as flat lines of great weight; `columns`
/// of what is new: the mean of those it is tied to.
Boxes by_dot_in_order(const network::Graph& graph, const network::Drawing& old) {
    std::map<std::string, std::pair<int, double>> places;
    for (std::size_t i = 0; i < old.boxes.size(); ++i) {
        int column = 0;
        for (std::size_t c = 0; c < old.columns.size(); ++c) {
            column = old.columns[c] < old.boxes[i].centre().x ? static_cast<int>(c) : column;
        }
        places[old.graph.nodes[i].id] = {column, old.boxes[i].top};
    }
    network::LayoutRequest request;
    request.timeout = kGraphvizPatience;
    std::map<int, std::vector<std::pair<double, std::size_t>>> columns;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto known = places.find(graph.nodes[i].id);
        int column = known != places.end() ? known->second.first : static_cast<int>(old.columns.size()) / 2;
        if (known == places.end()) {
            double sum = 0;
            int count = 0;
            for (const network::Edge& edge : graph.edges) {
                const std::size_t other = edge.from.node == i ? edge.to.node : edge.from.node;
                const auto there = places.find(graph.nodes[other].id);
                if ((edge.from.node == i || edge.to.node == i) && there != places.end()) {
                    sum += there->second.first;
                    ++count;
                }
            }
            column = count > 0 ? static_cast<int>(std::lround(sum / count)) : column;
        } else {
            columns[column].emplace_back(known->second.second, i);
        }
        request.boxes.push_back({graph.nodes[i].id, graph.nodes[i].size, column});
    }
    for (auto& [column, nodes] : columns) {
        std::sort(nodes.begin(), nodes.end());
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            request.lines.push_back({nodes[i - 1].second, nodes[i].second, 100});
        }
    }
    for (const network::Edge& edge : graph.edges) {
        std::size_t tail = edge.from.node;
        std::size_t head = edge.to.node;
        const int from = request.boxes[tail].rank;
        const int to = request.boxes[head].rank;
        if (from == to) {
            continue; // the order is given
        }
        if (from > to) {
            std::swap(tail, head);
        }
        request.lines.push_back({tail, head, 1});
    }
    Boxes boxes;
    const std::vector<Point> centres = network::lay_out(request);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const Size size = graph.nodes[i].size;
        boxes[graph.nodes[i].id] = {centres[i].x - size.width / 2, centres[i].y - size.height / 2,
                                    centres[i].x + size.width / 2, centres[i].y + size.height / 2};
    }
    return boxes;
}

/// Cards and hubs that the change is about.
std::set<std::string> touched_nodes(const view::NetworkView& view, const std::set<std::string>& touched) {
    std::set<std::string> nodes;
    for (const view::NetworkHub& hub : view.hubs) {
        if (touched.count(hub.event) > 0) {
            nodes.insert("hub-" + hub.event);
        }
    }
    for (const view::NetworkCard& card : view.cards) {
        for (const view::CardRow& row : card.rows) {
            if (touched.count(row.actor) > 0) {
                nodes.insert("card-" + card.id);
            }
        }
    }
    return nodes;
}

class Story {
public:
    Story(const compose::Template& style, const text::Measurer& measurer) : style_(style), measurer_(measurer) {}

    void tell(const Model& model, const ChartSpec& spec, support::Change what, std::uint64_t seed) {
        const auto changed = support::change(model, what, seed);
        if (!changed) {
            return;
        }
        const view::NetworkView before = view::make_network_view(model, spec);
        ChartSpec spec_now = spec; // of the events that a chart names, the new one is one
        if (!spec.events.empty() && what == support::Change::event_added) {
            spec_now.events.insert(spec_now.events.end(), changed->touched.begin(), changed->touched.end());
        }
        const view::NetworkView after = view::make_network_view(changed->model, spec_now);
        if (before.cards.empty() || after.cards.empty()) {
            return;
        }
        const compose::NetworkChart first = draw(before, {});
        const scene::KeptChart kept = kept_of(first);
        const auto start = std::chrono::steady_clock::now();
        const compose::NetworkChart second = draw(after, kept);
        const auto middle = std::chrono::steady_clock::now();
        const compose::NetworkChart cold = draw(after, {});
        const auto end = std::chrono::steady_clock::now();
        with_.push_back(std::chrono::duration<double, std::milli>(middle - start).count());
        without_.push_back(std::chrono::duration<double, std::milli>(end - middle).count());
        std::set<std::string> touched = touched_nodes(before, changed->touched);
        touched.merge(touched_nodes(after, changed->touched));
        const Boxes was = boxes_of(first.drawing);
        const bool ladder = first.drawing.shared_ways;
        const Moved moved = compare(was, boxes_of(second.drawing), touched);
        add(ladder ? "memory (ladders)" : "memory", moved);
        add(ladder ? "cold (ladders)" : "cold", compare(was, boxes_of(cold.drawing), touched));
        by_change_[to_text(what)].add(moved);
        flaws_before_ += network::inspect(first.drawing).all();
        flaws_ += network::inspect(second.drawing).all();
        crossings_ += second.drawing.crossings;
        cold_crossings_ += cold.drawing.crossings;
        height_ += second.drawing.size.height;
        cold_height_ += cold.drawing.size.height;
        same_ += write::to_svg(draw(after, kept_of(second)).scene) == write::to_svg(second.scene) ? 0 : 1;
        same_ += write::to_svg(draw(before, kept).scene) == write::to_svg(first.scene) ? 0 : 1;
        if (ladder) {
            return;
        }
        for (const char* engine : {"dot", "neato", "sfdp"}) {
            try_to_add(engine, [&] {
                return compare(by_engine(first.drawing.graph, engine), by_engine(second.drawing.graph, engine),
                               touched);
            });
        }
        try_to_add("dot, flat lines", [&] {
            return compare(by_dot_in_order(first.drawing.graph, first.drawing),
                           by_dot_in_order(second.drawing.graph, first.drawing), touched);
        });
    }

    void print() {
        std::printf("%-18s %6s %8s %8s %8s %8s %10s %9s\n", "", "pairs", "median", "90 %", "worst", "> 8 pt",
                    "reordered", "overlaps");
        for (const char* way :
             {"memory", "cold", "dot, flat lines", "dot", "neato", "sfdp", "memory (ladders)", "cold (ladders)"}) {
            print(way, figures_[way]);
        }
        for (const auto& [way, count] : failed_) {
            std::printf("%s failed %d times\n", way.c_str(), count);
        }
        std::printf("with memory, by change:\n");
        for (auto& [what, figures] : by_change_) {
            print(what.c_str(), figures);
        }
        std::printf("flaws before %d, after %d; drawings that are no fixed points %d; crossings %d (cold %d), height "
                    "%.0f (cold %.0f)\n",
                    flaws_before_, flaws_, same_, crossings_, cold_crossings_, height_, cold_height_);
        if (!with_.empty()) {
            std::printf("ms to draw, median and worst: with memory %.1f %.1f, cold %.1f %.1f\n", median_of(with_),
                        *std::max_element(with_.begin(), with_.end()), median_of(without_),
                        *std::max_element(without_.begin(), without_.end()));
        }
    }

private:
    compose::NetworkChart draw(const view::NetworkView& view, std::optional<scene::KeptChart> previous) const {
        Diagnostics ignored;
        compose::NetworkOptions options;
        options.gv = false;
        options.timeout = kPatience;
        options.previous = std::move(previous);
        return compose::compose_network(view, style_, measurer_, options, ignored);
    }

    static scene::KeptChart kept_of(const compose::NetworkChart& chart) {
        Diagnostics ignored;
        return write::read_kept_svg(write::to_svg(chart.scene), "network.svg", ignored).value_or(scene::KeptChart{});
    }

    /// Graphviz crashes and runs out of time on some graphs.
    void try_to_add(const std::string& way, const std::function<Moved()>& compared) {
        try {
            add(way, compared());
        } catch (const Error&) {
            ++failed_[way];
        }
    }

    void add(const std::string& way, const Moved& moved) { figures_[way].add(moved); }

    static void print(const char* way, Figures& figures) {
        std::vector<double>& means = figures.means;
        if (means.empty()) {
            return;
        }
        std::sort(means.begin(), means.end());
        const auto over = std::count_if(means.begin(), means.end(), [](double mean) { return mean > kGoal; });
        const double share = 100 * static_cast<double>(over) / static_cast<double>(means.size());
        std::printf("%-18s %6zu %8.1f %8.1f %8.1f %6.1f %% %10d %9d\n", way, means.size(), means[means.size() / 2],
                    means[means.size() * 9 / 10], means.back(), share, figures.reordered, figures.overlaps);
    }

    const compose::Template& style_;
    const text::Measurer& measurer_;
    std::map<std::string, Figures> figures_;
    std::map<std::string, Figures> by_change_;
    std::map<std::string, int> failed_;
    std::vector<double> with_, without_;
    int flaws_before_ = 0;
    int flaws_ = 0;
    int same_ = 0;
    int crossings_ = 0;
    int cold_crossings_ = 0;
    double height_ = 0;
    double cold_height_ = 0;
};

void measure(int models, const std::string& name, const std::vector<std::string>& dossiers) {
    Diagnostics findings;
    const DiskReader disk;
    const auto style = compose::read_template(name, ".", disk, findings);
    const auto measurer = text::make_pango_measurer(findings);
    if (!style || !measurer) {
        std::printf("no template %s\n", name.c_str());
        return;
    }
    for (const std::string& dossier : dossiers) {
        const auto model = read_dossier(dossier, disk, findings);
        if (!model) {
            std::printf("%s: has errors\n", dossier.c_str());
            continue;
        }
        ChartSpec spec;
        spec.kind = ChartKind::network;
        const auto own = std::ranges::find(model->charts, ChartKind::network, &ChartSpec::kind);
        Story story(*style, *measurer);
        for (const support::Change what : support::kChanges) {
            for (std::uint64_t seed = 1; seed <= 8; ++seed) {
                story.tell(*model, own == model->charts.end() ? spec : *own, what, seed);
            }
        }
        std::printf("%s, %s\n", dossier.substr(dossier.rfind('/') + 1).c_str(), name.c_str());
        story.print();
    }
    if (models == 0) {
        return;
    }
    Story story(*style, *measurer);
    support::GeneratorOptions options;
    options.most_events = 60;
    options.devanagari = false;
    for (int i = 0; i < models; ++i) {
        const auto seed = static_cast<std::uint64_t>(i);
        const Model model = support::generate_model(seed, options);
        const support::Change what = support::kChanges[static_cast<std::size_t>(i) % support::kChanges.size()];
        story.tell(model, {}, what, seed);
    }
    std::printf("%d generated models, %s\n", models, name.c_str());
    story.print();
}

} // namespace
} // namespace demarche::bench

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: network_memory MODELS TEMPLATE [DOSSIER...]\n", stderr);
        return 2;
    }
    demarche::bench::measure(std::atoi(words[1]), words[2], {words + 3, words + count});
    return 0;
}
