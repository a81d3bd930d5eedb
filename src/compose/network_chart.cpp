/// The network: measured, laid out (network/layout.hpp), painted, with title, legend and sources around it.

#include "base/number.hpp"
#include "compose/charts.hpp"
#include "compose/frame.hpp"
#include "compose/network_paint.hpp"
#include "compose/network_words.hpp"
#include "network/cgraph.hpp"
#include "network/inspect.hpp"
#include "network/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace demarche::compose {

namespace {

constexpr const char* kWidestKey = "mm";

/// "a", "b", ... "z", "aa", ...: not numbers, which are the sources'.
std::string letters(std::size_t index) {
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('a' + (rest - 1) % 26));
    }
    return name;
}

/// What a node or edge of the drawing stands for.
struct Meaning {
    std::map<std::string, std::size_t> cards, hubs, links, ties; ///< by id in the graph
};

class NetworkComposer {
public:
    NetworkComposer(const view::NetworkView& view,
                    const Template& style,
                    const text::Measurer& measurer,
                    const NetworkOptions& options,
                    Diagnostics& diagnostics)
        : view_(view), style_(style), paint_{view, style, measurer}, options_(options), diagnostics_(diagnostics) {}

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
        drawing_ = network::lay_out_network([&](double width) { return measure(width); }, layout);
        if (drawing_.too_wide) {
            diagnostics_.warning("network-too-wide", {}, "the network does not fit the template's width",
                                 "show fewer events, or use a wider template");
        }
        const network::Flaws flaws = network::inspect(drawing_);
        if (flaws.all() > 0) {
            constexpr std::size_t kNamed = 4;
            diagnostics_.warning("network-flaws", {}, "the network is not clean: " + network::in_words(flaws, kNamed),
                                 "show fewer events, or use a wider template");
        }
        NetworkChart chart;
        chart.gv = drawing_.graph.nodes.empty() ? "digraph network {\n}\n" : network::to_gv(drawing_, view_.title);
        chart.drawing = drawing_;
        chart.scene = scene(layout.margin_reach);
        return chart;
    }

private:
    // --- measuring

    network::Graph measure(double width) {
        network::Graph graph;
        for (std::size_t i = 0; i < view_.cards.size(); ++i) {
            graph.nodes.push_back(measure_card(paint_, i, width));
            meaning_.cards[graph.nodes.back().id] = i;
        }
        for (std::size_t i = 0; i < view_.hubs.size(); ++i) {
            graph.nodes.push_back(measure_hub(paint_, i, width));
            meaning_.hubs[graph.nodes.back().id] = i;
        }
        for (std::size_t i = 0; i < view_.links.size(); ++i) {
            graph.edges.push_back(link_edge(i));
            meaning_.links[graph.edges.back().id] = i;
        }
        for (std::size_t i = 0; i < view_.ties.size(); ++i) {
            graph.edges.push_back(tie_edge(i));
            meaning_.ties[graph.edges.back().id] = i;
        }
        return graph;
    }

    static network::End end_of(const view::CardEnd& end) { return {end.card, end.row, -1}; }

    [[nodiscard]] network::Edge link_edge(std::size_t index) const {
        const view::NetworkLink& link = view_.links[index];
        const view::NetworkHub& hub = view_.hubs[link.hub];
        const std::string words = link_words(link, style_);
        network::Edge edge;
        edge.id = "link-" + hub.event + "-" + view_.cards[link.from.card].id + "-" + to_text(link.from.row, 0) + "-" +
                  to_text(link.as);
        edge.kind = words.empty() ? network::EdgeKind::link : network::EdgeKind::host;
        edge.from = end_of(link.from);
        if (!link.rows.empty()) {
            edge.from.last = link.rows.back();
        }
        edge.to = {view_.cards.size() + link.hub, -1, -1};
        edge.weight = hub.weight / 2.0 + (hub.emphasis ? 2 : 0);
        edge.above = link.as == Part::host ? -1 : link.as == Part::mediator ? 1 : 0; // a host stands under its hub
        edge.words = words;
        const LineLook look = look_of(link);
        edge.colour = to_text(look.colour);
        edge.dashed = look.dashed;
        edge.arrow = look.arrow;
        edge.back = look.back;
        if (!words.empty()) {
            edge.label = measure_words(paint_, words, {});
            edge.key = measure_words(paint_, kWidestKey, {});
        }
        return edge;
    }

    [[nodiscard]] network::Edge tie_edge(std::size_t index) const {
        const view::NetworkTie& tie = view_.ties[index];
        network::Edge edge;
        edge.id = tie.id;
        edge.kind = network::EdgeKind::tie;
        edge.from = end_of(tie.from);
        edge.to = end_of(tie.to);
        edge.weight = 3;
        const TieType type = tie.kinds.front().type;
        const bool commands = type == TieType::appointed || type == TieType::leads || type == TieType::heads;
        edge.above = commands ? 1 : -1;
        edge.words = tie_words(tie, view_, style_);
        edge.colour = to_text(look_of(tie).colour);
        edge.arrow = true;
        edge.label = measure_words(paint_, edge.words, tie.sources);
        edge.key = measure_words(paint_, kWidestKey, {});
        return edge;
    }

    static bool unreal(Status status) { return status != Status::occurred && status != Status::ongoing; }

    [[nodiscard]] LineLook look_of(const view::NetworkLink& link) const {
        const view::NetworkHub& hub = view_.hubs[link.hub];
        const bool named = link.as == Part::host || link.as == Part::mediator;
        LineLook look;
        look.colour = named ? paint_.side_colour(view_.cards[link.from.card].side) : style_.ink;
        look.width = style_.line_width * (hub.emphasis ? 1.45 : 1);
        look.dashed = unreal(hub.status);
        look.arrow = named;
        look.back = link.as == Part::target; // the act goes out from its words to the target
        return look;
    }

    [[nodiscard]] LineLook look_of(const view::NetworkTie& tie) const {
        LineLook look;
        look.colour = paint_.side_colour(view_.cards[tie.from.card].side);
        look.width = style_.line_width * 1.1;
        look.arrow = true;
        return look;
    }

    // --- painting

    scene::Scene scene(double reach) {
        scene::Scene scene = style_.blank_scene();
        scene.id_prefix = "network";
        scene.title = view_.title;
        scene.language = view_.language;
        scene.date = view_.as_of;
        std::size_t actors = 0;
        for (const view::NetworkCard& card : view_.cards) {
            actors += card.rows.size();
        }
        scene.description = style_.phrase("network-description", {{"actors", std::to_string(actors)},
                                                                  {"groups", std::to_string(view_.cards.size())},
                                                                  {"hubs", std::to_string(view_.hubs.size())}});
        scene::Page page;
        page.size.width = std::max(style_.width, drawing_.size.width - 2 * reach + 2 * style_.margin);
        double top = style_.margin;
        const auto add = [&](Block block) {
            for (scene::Mark& mark : block.marks) {
                page.marks.push_back(std::move(mark));
            }
            top += block.height;
        };
        add(title_block(view_.title, view_.subtitle, style_, paint_.measurer, top));
        top += 2 * style_.gap;
        move_drawing(style_.margin - reach, top);
        paint(page.marks);
        top += drawing_.size.height + 1.5 * style_.gap;
        add(legend_block(legend(), style_, paint_.measurer, top));
        top += style_.gap;
        add(source_block(view_.sources, notes(), view_.as_of, view_.language, style_, paint_.measurer, top));
        page.size.height = top + style_.margin;
        name_once(page.marks);
        scene.pages.push_back(std::move(page));
        return scene;
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

    void paint(std::vector<scene::Mark>& marks) const {
        const network::Graph& graph = drawing_.graph;
        // Frames lie under the lines that enter them, hubs over the lines' ends.
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const auto card = meaning_.cards.find(graph.nodes[i].id);
            if (card != meaning_.cards.end()) {
                for (scene::Mark& mark : paint_card(paint_, card->second, drawing_.boxes[i], drawing_.rows[i])) {
                    marks.push_back(std::move(mark));
                }
            }
        }
        for (std::size_t i = 0; i < graph.edges.size(); ++i) {
            if (drawing_.routes[i].size() >= 2) {
                marks.push_back(paint_edge(i));
            }
        }
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const auto hub = meaning_.hubs.find(graph.nodes[i].id);
            if (hub != meaning_.hubs.end()) {
                marks.push_back(paint_hub(paint_, hub->second, drawing_.boxes[i]));
            }
        }
    }

    [[nodiscard]] scene::Mark paint_edge(std::size_t index) const {
        const network::Edge& edge = drawing_.graph.edges[index];
        const auto link = meaning_.links.find(edge.id);
        const bool is_link = link != meaning_.links.end();
        scene::Mark mark;
        mark.id = mark_id("line", edge.id);
        LineLook look;
        std::vector<int> sources;
        if (is_link) {
            // The hub's own mark says who took part.
            look = look_of(view_.links[link->second]);
            mark.role = scene::Role::decoration;
        } else {
            const view::NetworkTie& tie = view_.ties[meaning_.ties.at(edge.id)];
            look = look_of(tie);
            sources = tie.sources;
            mark.role = scene::Role::list_item;
            mark.title = tie_sentence(tie, view_, style_);
            mark.description = sources_words(tie.sources, view_.sources, style_);
        }
        std::vector<Point> route = drawing_.routes[index];
        route.front() = reach_in(edge.from, route.front(), route[1]);
        route.back() = reach_in(edge.to, route.back(), route[route.size() - 2]);
        if (look.back) {
            std::reverse(route.begin(), route.end());
        }
        mark.items = paint_line(paint_, route, look);
        if (is_link && !view_.links[link->second].rows.empty()) {
            for (scene::Item& item : bracket(edge, view_.links[link->second], drawing_.routes[index].front(), look)) {
                mark.items.push_back(std::move(item));
            }
        }
        if (network::has_label(edge)) {
            const std::string words = drawing_.keyed[index] ? key_of(index) : edge.words;
            const std::vector<int> numbers = drawing_.keyed[index] ? std::vector<int>{} : sources;
            for (scene::Item& item : paint_words(paint_, words, numbers, look.colour, drawing_.labels[index])) {
                mark.items.push_back(std::move(item));
            }
        }
        return mark;
    }

    /// Where the bracket over several rows stands: in the frame's margin, on the side where the line leaves.
    [[nodiscard]] double bracket_x(const network::End& end, Point border) const {
        const Box& box = drawing_.boxes[end.node];
        const double in = 4 * paint_.unit();
        return border.x < box.centre().x ? box.left + in : box.right - in;
    }

    /// A bar with a tick to every row that took part.
    [[nodiscard]] std::vector<scene::Item>
    bracket(const network::Edge& edge, const view::NetworkLink& link, Point border, const LineLook& look) const {
        const std::size_t node = edge.from.node;
        const double x = bracket_x(edge.from, border);
        scene::Path path;
        path.stroke = scene::Stroke{look.colour, look.width, 1, {}};
        using Kind = scene::PathSegment::Kind;
        const auto middle = [&](int row) { return drawing_.rows[node][static_cast<std::size_t>(row)].centre().y; };
        path.segments.push_back({Kind::move, {x, middle(link.rows.front())}, {}, {}});
        path.segments.push_back({Kind::line, {x, middle(link.rows.back())}, {}, {}});
        for (const int row : link.rows) {
            const Box inner = row_box(paint_, link.from.card, static_cast<std::size_t>(row),
                                      drawing_.rows[node][static_cast<std::size_t>(row)]);
            path.segments.push_back(
                {Kind::move, {x - (x < inner.left ? look.width / 2 : -look.width / 2), middle(row)}, {}, {}});
            path.segments.push_back({Kind::line, {x < inner.left ? inner.left : inner.right, middle(row)}, {}, {}});
        }
        return {path};
    }

    /// From the border of a card to the box of the row (or the bracket over several), from the border of a hub's box to
    /// its rounded end.
    [[nodiscard]] Point reach_in(const network::End& end, Point border, Point before) const {
        const Box& box = drawing_.boxes[end.node];
        const bool level = std::abs(border.y - before.y) < 0.01;
        const auto card = meaning_.cards.find(drawing_.graph.nodes[end.node].id);
        if (card == meaning_.cards.end()) {
            if (view_.hubs[meaning_.hubs.at(drawing_.graph.nodes[end.node].id)].hostile) {
                return border; // no pill, no rounded end
            }
            const double radius = std::min(box.height() / 2, 15 * paint_.unit());
            const double straight_top = box.top + radius;
            const double straight_bottom = box.bottom - radius;
            const double off =
                border.y < straight_top ? straight_top - border.y : std::max(0.0, border.y - straight_bottom);
            if (level && off > 0 && off < radius) {
                const double in = radius - std::sqrt(radius * radius - off * off);
                return {border.x < box.centre().x ? border.x + in : border.x - in, border.y};
            }
            return border;
        }
        if (end.row < 0 || view_.cards[card->second].title.empty() || view_.cards[card->second].rows.size() <= 1) {
            return border;
        }
        if (end.last > end.row) {
            return {bracket_x(end, border), border.y};
        }
        const auto row = static_cast<std::size_t>(end.row);
        const Box inner = row_box(paint_, card->second, row, drawing_.rows[end.node][row]);
        if (level) {
            return {border.x < box.centre().x ? inner.left : inner.right, border.y};
        }
        const bool beside = border.x < inner.left || border.x > inner.right;
        return beside ? border : Point{border.x, inner.bottom};
    }

    // --- around the picture

    /// The letter that stands for the words of an edge.
    [[nodiscard]] std::string key_of(std::size_t edge) const {
        return letters(static_cast<std::size_t>(
            std::count(drawing_.keyed.begin(), drawing_.keyed.begin() + static_cast<std::ptrdiff_t>(edge), true)));
    }

    [[nodiscard]] bool any_hub(bool real) const {
        return std::any_of(view_.hubs.begin(), view_.hubs.end(),
                           [&](const view::NetworkHub& hub) { return !hub.hostile && unreal(hub.status) != real; });
    }

    [[nodiscard]] bool any_row(bool view::CardRow::*flag) const {
        return std::any_of(view_.cards.begin(), view_.cards.end(), [&](const view::NetworkCard& card) {
            return std::any_of(card.rows.begin(), card.rows.end(), [&](const view::CardRow& row) { return row.*flag; });
        });
    }

    [[nodiscard]] bool any_act() const {
        return std::any_of(view_.hubs.begin(), view_.hubs.end(),
                           [](const view::NetworkHub& hub) { return hub.hostile; });
    }

    [[nodiscard]] LegendEntry pill_entry(Status status, const std::string& words) const {
        const double size = style_.legend.size;
        return {2.4 * size,
                [this, size, status](double left, double y) {
                    return std::vector<scene::Item>{
                        pill(paint_, {left, y - 0.6 * size, left + 2.4 * size, y + 0.6 * size}, status)};
                },
                style_.phrase(words)};
    }

    [[nodiscard]] LegendEntry row_entry(double width, bool dashed, const std::string& words) const {
        const double size = style_.legend.size;
        return {2.2 * size,
                [this, size, width, dashed](double left, double y) {
                    scene::Stroke stroke{style_.muted, width, 1, {}};
                    if (dashed) {
                        stroke.dash = {3, 2};
                    }
                    return std::vector<scene::Item>{
                        scene::Rectangle{{left, y - 0.6 * size, left + 2.2 * size, y + 0.6 * size},
                                         0.2 * size,
                                         scene::Fill{style_.background, 1},
                                         stroke}};
                },
                style_.phrase(words)};
    }

    [[nodiscard]] LegendEntry arrow_entry(bool hostile, const std::string& words) const {
        const double size = style_.legend.size;
        LineLook look{style_.muted, style_.line_width * 1.1, false, !hostile, hostile};
        return {2.8 * size,
                [this, size, look](double left, double y) {
                    return paint_line(paint_, {{left, y}, {left + 2.8 * size, y}}, look);
                },
                style_.phrase(words)};
    }

    [[nodiscard]] std::vector<LegendEntry> legend() const {
        std::vector<LegendEntry> entries;
        if (any_hub(true)) {
            entries.push_back(pill_entry(Status::occurred, "met-or-spoke"));
        }
        if (any_hub(false)) {
            entries.push_back(pill_entry(Status::planned, "planned"));
        }
        if (!view_.ties.empty()) {
            entries.push_back(arrow_entry(false, "ties"));
        }
        if (any_act()) {
            entries.push_back(arrow_entry(true, "acted-against"));
        }
        if (any_row(&view::CardRow::head)) {
            entries.push_back(row_entry(style_.head_stroke, false, "head-of-delegation"));
        }
        if (any_row(&view::CardRow::possible)) {
            entries.push_back(row_entry(style_.card_stroke, true, "possible-member"));
        }
        return entries;
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes;
        if (view_.events < view_.events_of) {
            notes.push_back(style_.phrase("events-of", {{"shown", std::to_string(view_.events)},
                                                        {"all", std::to_string(view_.events_of)}}) +
                            ".");
        }
        for (std::size_t i = 0; i < drawing_.graph.edges.size(); ++i) {
            if (drawing_.keyed[i]) {
                notes.push_back(
                    style_.phrase("letter", {{"letter", key_of(i)}, {"words", drawing_.graph.edges[i].words}}));
            }
        }
        for (const view::AbsenceNote& absence : view_.absences) {
            notes.push_back(
                style_.phrase("absent-from", {{"names", joined(absence.names, style_)}, {"event", absence.event}}));
        }
        return notes;
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
