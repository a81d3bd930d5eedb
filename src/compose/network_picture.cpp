#include "compose/network_picture.hpp"

#include "compose/network_ladder.hpp"
#include "compose/network_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

namespace demarche::compose {

namespace {

/// "a", "b", ... "z", "aa", ...
std::string letters(std::size_t index) {
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('a' + (rest - 1) % 26));
    }
    return name;
}

std::string ids(const std::vector<view::NamedActor>& actors) {
    std::string list;
    for (const view::NamedActor& actor : actors) {
        list += (list.empty() ? "" : " ") + actor.id;
    }
    return list;
}

std::string types(const view::NetworkTie& tie) {
    std::string list;
    for (const view::TieKind& kind : tie.kinds) {
        list += (list.empty() ? "" : " ") + std::string(to_text(kind.type));
    }
    return list;
}

class Picture {
public:
    Picture(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning)
        : style_(style), drawing_(drawing), meaning_(meaning), letters_(letters_of(style, drawing, meaning)) {}

    [[nodiscard]] std::vector<scene::Mark> paint() const {
        const network::Graph& graph = drawing_.graph;
        std::vector<scene::Mark> marks;
        // Frames lie under the lines that enter them, hubs over the lines' ends.
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const auto card = meaning_.cards.find(graph.nodes[i].id);
            if (card != meaning_.cards.end()) {
                auto painted = paint_card(style_, card->second, drawing_.boxes[i], drawing_.rows[i]);
                painted.front().data.emplace_back("node", graph.nodes[i].id); // the card, or its only row
                std::move(painted.begin(), painted.end(), std::back_inserter(marks));
            }
        }
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const auto again = meaning_.again.find(graph.nodes[i].id);
            if (again != meaning_.again.end()) {
                marks.push_back(paint_again(style_, again->second, drawing_.boxes[i]));
            }
        }
        if (drawing_.shared_ways) {
            auto ways = paint_ways(style_, drawing_, meaning_);
            std::move(ways.begin(), ways.end(), std::back_inserter(marks));
        }
        for (const std::size_t i : edges_in_time()) {
            if (drawing_.routes[i].size() >= 2) {
                marks.push_back(edge(i));
            }
        }
        for (const auto& [hub, node] : hubs_in_time()) {
            marks.push_back(paint_hub(style_, hub, drawing_.boxes[node]));
            marks.back().data.emplace_back("node", graph.nodes[node].id);
        }
        return marks;
    }

private:
    /// Hubs and their nodes: who reads the chart as a list reads it in order of time, which is the view's.
    [[nodiscard]] std::map<std::size_t, std::size_t> hubs_in_time() const {
        std::map<std::size_t, std::size_t> nodes;
        for (std::size_t i = 0; i < drawing_.graph.nodes.size(); ++i) {
            const auto hub = meaning_.hubs.find(drawing_.graph.nodes[i].id);
            if (hub != meaning_.hubs.end()) {
                nodes[hub->second] = i;
            }
        }
        return nodes;
    }

    /// Lines by the time of their hub, ties behind them.
    [[nodiscard]] std::vector<std::size_t> edges_in_time() const {
        const auto time = [&](std::size_t index) {
            const auto link = meaning_.links.find(drawing_.graph.edges[index].id);
            return link == meaning_.links.end() ? style_.view.hubs.size() : style_.view.links[link->second].hub;
        };
        std::vector<std::size_t> order(drawing_.graph.edges.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return time(a) < time(b); });
        return order;
    }

    [[nodiscard]] scene::Mark edge(std::size_t index) const {
        const network::Edge& edge = drawing_.graph.edges[index];
        const auto link = meaning_.links.find(edge.id);
        scene::Mark mark;
        mark.id = mark_id("line", edge.id);
        mark.role = scene::Role::list_item;
        if (link != meaning_.links.end()) {
            const view::NetworkLink& known = style_.view.links[link->second];
            describe(mark, known);
            add_line(mark, index, look_of(style_, known));
            if (edge.from.last > edge.from.row) {
                append(mark, bracket(edge, known, drawing_.routes[index].front(), look_of(style_, known)));
            }
        } else {
            const view::NetworkTie& known = style_.view.ties[meaning_.ties.at(edge.id)];
            mark = tie_mark(style_, known);
            add_line(mark, index, look_of(style_, known));
        }
        mark.data.emplace_back("edge", edge.id);
        return mark;
    }

    void describe(scene::Mark& mark, const view::NetworkLink& link) const {
        mark.title = link_sentence(link, style_.view, style_.style);
        mark.description = style_.sources.of(link.support);
        mark.data = {
            {"event", style_.view.hubs[link.hub].event}, {"actor", ids(link.actors)}, {"as", to_text(link.as)}};
        const view::NetworkCard& card = style_.view.cards[link.from.card];
        if (link.from.row < 0 && card.delegations.size() == 1) {
            mark.data.emplace_back("delegation", card.delegations.front());
        }
    }

    static void append(scene::Mark& mark, std::vector<scene::Item> items) {
        std::move(items.begin(), items.end(), std::back_inserter(mark.items));
    }

    void add_line(scene::Mark& mark, std::size_t index, const LineLook& look) const {
        const network::Edge& edge = drawing_.graph.edges[index];
        std::vector<Point> route = drawing_.routes[index];
        route.front() = reach_in(edge.from, route.front(), route[1]);
        if (drawing_.shared_ways) {
            route.resize(2); // as far as the way to the hub, which is drawn once
        } else {
            route.back() = reach_in(edge.to, route.back(), route[route.size() - 2]);
        }
        if (look.back) {
            std::reverse(route.begin(), route.end());
        }
        append(mark, paint_line(style_, route, look));
        if (network::has_label(edge)) {
            const auto tie = meaning_.ties.find(edge.id);
            const bool keyed = !letters_[index].empty();
            const view::Support support =
                keyed || tie == meaning_.ties.end() ? view::Support{} : style_.view.ties[tie->second].support;
            append(mark, paint_words(style_, keyed ? letters_[index] : edge.words, support, look.colour,
                                     drawing_.labels[index]));
        }
    }

    /// Where the bracket over several rows stands: in the frame's margin, on the side where the line leaves.
    [[nodiscard]] double bracket_x(const network::End& end, Point border) const {
        const Box& box = drawing_.boxes[end.node];
        const double in = (style_.narrow ? 2.2 : 4) * style_.unit();
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
            const Box inner = row_box(style_, link.from.card, drawing_.rows[node][static_cast<std::size_t>(row)]);
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
        if (meaning_.again.count(drawing_.graph.nodes[end.node].id) > 0) {
            return border;
        }
        if (card == meaning_.cards.end()) {
            if (style_.view.hubs[meaning_.hubs.at(drawing_.graph.nodes[end.node].id)].hostile) {
                return border; // no pill, no rounded end
            }
            const double radius = pill_radius(style_, box);
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
        if (end.row < 0 || style_.view.cards[card->second].title.empty() ||
            style_.view.cards[card->second].rows.size() <= 1) {
            return border;
        }
        if (end.last > end.row) {
            return {bracket_x(end, border), border.y};
        }
        const auto row = static_cast<std::size_t>(end.row);
        const Box inner = row_box(style_, card->second, drawing_.rows[end.node][row]);
        if (level) {
            return {border.x < box.centre().x ? inner.left : inner.right, border.y};
        }
        const bool beside = border.x < inner.left || border.x > inner.right;
        return beside ? border : Point{border.x, inner.bottom};
    }

    const NetworkStyle& style_;
    const network::Drawing& drawing_;
    const Meaning& meaning_;
    std::vector<std::string> letters_;
};

} // namespace

std::vector<scene::Mark>
paint_network(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning) {
    return Picture(style, drawing, meaning).paint();
}

scene::Mark tie_mark(const NetworkStyle& style, const view::NetworkTie& tie) {
    scene::Mark mark;
    mark.id = mark_id("line", tie.id);
    mark.role = scene::Role::list_item;
    mark.title = tie_sentence(tie, style.view, style.style);
    mark.description = style.sources.of(tie.support);
    mark.data = {{"tie", types(tie)}, {"from", ids(tie.from_actors)}, {"to", ids(tie.to_actors)}};
    return mark;
}

std::string words_of(const NetworkStyle& style, const network::Edge& edge, const Meaning& meaning) {
    const auto tie = meaning.ties.find(edge.id);
    return tie == meaning.ties.end() ? edge.words
                                     : style.with_numbers(edge.words, style.view.ties[tie->second].support);
}

std::vector<std::string>
letters_of(const NetworkStyle& style, const network::Drawing& drawing, const Meaning& meaning) {
    std::map<std::string, std::string> letter;
    std::vector<std::string> all(drawing.graph.edges.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (drawing.keyed[i]) {
            const std::string words = words_of(style, drawing.graph.edges[i], meaning);
            all[i] = letter.emplace(words, letters(letter.size())).first->second;
        }
    }
    return all;
}

} // namespace demarche::compose
