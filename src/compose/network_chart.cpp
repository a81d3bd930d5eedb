/// The network: measured, laid out (network/layout.hpp), painted, with title, legend and sources around it.

#include "compose/charts.hpp"
#include "compose/frame.hpp"
#include "compose/network_ladder.hpp"
#include "compose/network_legend.hpp"
#include "compose/network_picture.hpp"
#include "compose/network_sentences.hpp"
#include "compose/right_to_left.hpp"
#include "compose/sheet.hpp"
#include "network/cgraph.hpp"
#include "network/inspect.hpp"
#include "network/layout.hpp"
#include "text/right_to_left.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace demarche::compose {

namespace {

/// The least widths of pages, in units, on which three, and two columns of cards have lines between them.
constexpr double kThreeColumns = 360;
constexpr double kTwoColumns = 240;
/// Below that cards and hubs have less air, and lines run nearer to the page's edge.
constexpr double kNarrowColumn = 80;
constexpr double kNarrowEdge = 12.5; ///< points
constexpr double kNarrowReach = 4;   ///< points of the margin that stay clear
/// More lines than these do not read well on such a page.
constexpr std::size_t kNarrowLines = 12;
constexpr std::size_t kLinesOfTwoColumns = 36;

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
        const network::LayoutOptions layout = layout_options();
        double reach = layout.margin_reach;
        if (layout.width >= kThreeColumns * paint_.unit() || few_lines()) {
            drawing_ =
                network::lay_out_network([&](double width) { return make_graph(paint_, width, meaning_); }, layout);
        }
        if (!style_.landscape && !reads_well(layout.width)) {
            reach = 0;
            lay_out_ladder(layout.width);
        }
        warn();
        NetworkChart chart;
        chart.drawing = style_.right_to_left ? right_to_left(drawing_) : drawing_;
        if (options_.gv) {
            chart.gv =
                drawing_.graph.nodes.empty() ? "digraph network {\n}\n" : network::to_gv(chart.drawing, view_.title);
        }
        chart.scene = scene(reach);
        if (style_.right_to_left) {
            chart.scene = right_to_left(std::move(chart.scene));
        }
        return chart;
    }

private:
    network::LayoutOptions layout_options() {
        network::LayoutOptions layout;
        const double unit = paint_.unit();
        layout.margin_reach = std::max(0.0, std::min(style_.margin - 8, 15.0));
        layout.width = style_.width - 2 * style_.margin;
        layout.least_column = 100 * unit;
        layout.most_column = 150 * unit;
        layout.gap = 20 * unit;
        layout.channel = 30 * unit;
        layout.words_gap = std::max(layout.words_gap, kArrowHalf * unit + kArrowAir);
        paint_.narrow = layout.width < kTwoColumns * unit;
        if (paint_.narrow) {
            layout.margin_reach = std::max(0.0, style_.margin - kNarrowReach);
            layout.edge = kNarrowEdge;
            layout.least_column = kNarrowColumn * unit;
        }
        if (style_.height > 0) {
            layout.most_height = style_.height - around();
        }
        layout.engine = options_.engine;
        layout.timeout = options_.timeout;
        return layout;
    }

    [[nodiscard]] bool few_lines() const {
        return view_.links.size() + view_.ties.size() <= (paint_.narrow ? kNarrowLines : kLinesOfTwoColumns);
    }

    /// Can the drawing with lines between columns stay? On a page of two columns only if few lines cross, on a narrower
    /// one if none does and time runs down the page.
    [[nodiscard]] bool reads_well(double width) const {
        const std::size_t nodes = view_.cards.size() + view_.hubs.size();
        if (drawing_.graph.nodes.size() != nodes || drawing_.too_wide || network::inspect(drawing_).all() > 0) {
            return false;
        }
        return paint_.narrow ? drawing_.crossings == 0 && in_time_order()
                             : width >= kThreeColumns * paint_.unit() ||
                                   static_cast<std::size_t>(drawing_.crossings) <= nodes / 2;
    }

    [[nodiscard]] bool in_time_order() const {
        const auto& nodes = drawing_.graph.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = 0; j < nodes.size(); ++j) {
                const bool hubs = nodes[i].kind == network::NodeKind::hub && nodes[j].kind == network::NodeKind::hub;
                if (hubs && network::is_before(nodes[i], nodes[j]) &&
                    drawing_.boxes[i].top > drawing_.boxes[j].top + 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The height that the page needs beside its picture, as far as it is known before there is one.
    [[nodiscard]] double around() const {
        scene::Page scratch;
        const double title = title_block(view_.title, subtitle(), style_, paint_.measurer, style_.margin).height;
        return foot(style_.margin + title + 2 * style_.gap, scratch);
    }

    void lay_out_ladder(double width) {
        meaning_ = {};
        paint_.ladder = true;
        const network::LadderOptions options = ladder_options(paint_, width);
        paint_.words_width = network::ladder_column(options);
        drawing_ = network::lay_out_ladder(make_ladder_graph(paint_, options, meaning_), options);
    }

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
        const std::string shown = style_.phrase(
            "events-of", {{"shown", std::to_string(view_.events)}, {"all", std::to_string(view_.events_of)}});
        return dotted({view_.subtitle, shown}, style_);
    }

    scene::Scene scene(double reach) {
        scene::Scene scene = style_.blank_scene();
        scene.id_prefix = "network";
        scene.data = {{"chart", "network"}};
        scene.title = view_.title.empty() ? style_.phrase("chart") : view_.title;
        scene.language = view_.language;
        scene.date = view_.as_of;
        scene.description = network_description(view_, style_);
        scene::Page page;
        page.size.width = style_.width;
        if (drawing_.too_wide) {
            page.size.width = std::max(page.size.width, drawing_.size.width - 2 * reach + 2 * style_.margin);
        }
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

/// Type and cards as large as a sheet of fixed size allows.
Template fitted(const view::NetworkView& view,
                const Template& style,
                const text::Measurer& measurer,
                const NetworkOptions& options) {
    if (style.landscape || style.height <= 0) {
        return style;
    }
    return fitted_to_sheet(style, [&](const Template& tried) {
        Diagnostics ignored;
        const NetworkChart chart = NetworkComposer(view, tried, measurer, options, ignored).run();
        const Size page = chart.scene.pages.front().size;
        return page.width > style.width + 1 ? std::numeric_limits<double>::infinity() : page.height;
    });
}

} // namespace

NetworkChart compose_network(const view::NetworkView& view,
                             const Template& style,
                             const text::Measurer& measurer,
                             const NetworkOptions& options,
                             Diagnostics& diagnostics) {
    if (!style.right_to_left) {
        return NetworkComposer(view, fitted(view, style, measurer, options), measurer, options, diagnostics).run();
    }
    const text::RightToLeftMeasurer directed(measurer);
    return NetworkComposer(view, fitted(view, style, directed, options), directed, options, diagnostics).run();
}

} // namespace demarche::compose
