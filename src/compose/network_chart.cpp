/// The network: measured, laid out (network/layout.hpp), painted, with title, legend and sources around it.

#include "compose/charts.hpp"
#include "compose/frame.hpp"
#include "compose/network_legend.hpp"
#include "compose/network_picture.hpp"
#include "compose/network_sentences.hpp"
#include "network/cgraph.hpp"
#include "network/inspect.hpp"
#include "network/layout.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace demarche::compose {

namespace {

class NetworkComposer {
public:
    NetworkComposer(const view::NetworkView& view,
                    const Template& style,
                    const text::Measurer& measurer,
                    const NetworkOptions& options,
                    Diagnostics& diagnostics)
        : view_(view),
          style_(style),
          support_(view.sources, view.language, style),
          paint_{view, style, measurer, support_},
          options_(options),
          diagnostics_(diagnostics) {}

    NetworkChart run() {
        network::LayoutOptions layout;
        const double unit = paint_.unit();
        layout.margin_reach = std::max(0.0, std::min(style_.margin - 8, 15.0));
        layout.width = style_.width - 2 * style_.margin;
        layout.least_column = 100 * unit;
        layout.most_column = 150 * unit;
        layout.gap = 20 * unit;
        layout.channel = 30 * unit;
        layout.engine = options_.engine;
        layout.timeout = options_.timeout;
        drawing_ = network::lay_out_network([&](double width) { return make_graph(paint_, width, meaning_); }, layout);
        warn();
        NetworkChart chart;
        if (options_.gv) {
            chart.gv = drawing_.graph.nodes.empty() ? "digraph network {\n}\n" : network::to_gv(drawing_, view_.title);
        }
        chart.drawing = drawing_;
        chart.scene = scene(layout.margin_reach);
        return chart;
    }

private:
    void warn() {
        if (drawing_.too_wide) {
            diagnostics_.warning("network-too-wide", view_.where, "the network does not fit the template's width",
                                 "show fewer events, or use a wider template");
        }
        if (view_.cards.empty()) {
            diagnostics_.warning(
                "empty-network", view_.where,
                "this network shows nothing: no meeting, call, visit, act or tie passes its conditions",
                "a hub needs two parties who are there, an act a source and a target; widen from, to, "
                "min-weight, events, actors, sides or types");
        }
        for (const std::string& event : view_.not_drawn) {
            diagnostics_.warning("not-in-a-network", view_.where, "the network cannot show \"" + event + "\"",
                                 "only meetings, calls and visits of parties who are there, and acts of a source "
                                 "against a target, are drawn");
        }
    }

    /// "Subtitle · 18 of 42 events", as above a timeline.
    [[nodiscard]] std::string subtitle() const {
        if (view_.events == view_.events_of || view_.hubs.empty()) {
            return view_.subtitle;
        }
        return view_.subtitle + (view_.subtitle.empty() ? "" : " · ") +
               style_.phrase("events-of",
                             {{"shown", std::to_string(view_.events)}, {"all", std::to_string(view_.events_of)}});
    }

    scene::Scene scene(double reach) {
        scene::Scene scene = style_.blank_scene();
        scene.id_prefix = "network";
        scene.title = view_.title;
        scene.language = view_.language;
        scene.date = view_.as_of;
        scene.description = network_description(view_, style_);
        scene::Page page;
        page.size.width = std::max(style_.width, drawing_.size.width - 2 * reach + 2 * style_.margin);
        double top = style_.margin;
        const auto add = [&](Block block) {
            std::move(block.marks.begin(), block.marks.end(), std::back_inserter(page.marks));
            top += block.height;
        };
        add(title_block(view_.title, subtitle(), style_, paint_.measurer, top));
        top += 2 * style_.gap;
        const double picture = view_.cards.empty() ? nothing(top).height : drawing_.size.height;
        scene::Page scratch;
        const double spare = std::max(0.0, style_.height - foot(top + picture, scratch));
        // Of a page that is higher the foot stands at the bottom, the network in the middle of what is left.
        top += spare / 2;
        if (view_.cards.empty()) {
            add(nothing(top));
        } else {
            move_drawing(style_.margin - reach, top);
            add({paint_network(paint_, drawing_, meaning_), drawing_.size.height});
        }
        page.size.height = foot(top + spare / 2, page);
        name_once(page.marks);
        scene.pages.push_back(std::move(page));
        return scene;
    }

    /// Legend and sources below `bottom`; returns how high the page is.
    double foot(double bottom, scene::Page& page) const {
        double top = bottom + 1.5 * style_.gap;
        const auto add = [&](Block block) {
            std::move(block.marks.begin(), block.marks.end(), std::back_inserter(page.marks));
            top += block.height;
        };
        add(legend_block(network_legend(paint_), style_, paint_.measurer, top));
        top += style_.gap;
        add(source_block(view_.sources, network_notes(paint_, drawing_, meaning_), view_.as_of, view_.language, style_,
                         paint_.measurer, top));
        return top + style_.margin;
    }

    /// Where the picture would be.
    [[nodiscard]] Block nothing(double top) const {
        const Font& font = style_.subtitle;
        const auto lines =
            paint_.measurer.wrap(style_.phrase("nothing-to-show"), font, style_.width - 2 * style_.margin);
        scene::Mark mark{"nothing", scene::Role::note, {}, {}, {}, {}};
        mark.items = text_lines(lines, font, style_.ink, {style_.margin, top + paint_.measurer.metrics(font).ascent},
                                scene::Anchor::start, style_, paint_.measurer);
        return {{mark}, static_cast<double>(lines.size()) * style_.line_spacing * font.size};
    }

    void move_drawing(double dx, double dy) {
        for (Box& box : drawing_.boxes) {
            box = box.moved(dx, dy);
        }
        for (auto& rows : drawing_.rows) {
            for (Box& row : rows) {
                row = row.moved(dx, dy);
            }
        }
        for (auto& route : drawing_.routes) {
            for (Point& point : route) {
                point = {point.x + dx, point.y + dy};
            }
        }
        for (Box& label : drawing_.labels) {
            label = label.moved(dx, dy);
        }
    }

    /// Two ids that differ only in what a mark's id cannot hold get a number.
    static void name_once(std::vector<scene::Mark>& marks) {
        std::map<std::string, int> seen;
        for (scene::Mark& mark : marks) {
            const int before = seen[mark.id]++;
            if (before > 0) {
                mark.id += "-x" + std::to_string(before + 1);
            }
        }
    }

    const view::NetworkView& view_;
    const Template& style_;
    SupportWords support_;
    NetworkStyle paint_;
    const NetworkOptions& options_;
    Diagnostics& diagnostics_;
    Meaning meaning_;
    network::Drawing drawing_;
};

} // namespace

NetworkChart compose_network(const view::NetworkView& view,
                             const Template& style,
                             const text::Measurer& measurer,
                             const NetworkOptions& options,
                             Diagnostics& diagnostics) {
    return NetworkComposer(view, style, measurer, options, diagnostics).run();
}

} // namespace demarche::compose
