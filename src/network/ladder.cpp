#include "network/ladder.hpp"

#include "network/place.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kLeastApart = 5; ///< lines to one card
/// Of one column, in channels: the upright line clear of a pill's round end, and the cards right of it.
constexpr double kLineIn = 0.8;
constexpr double kCardsIn = 1.4;

bool two_columns(const LadderOptions& options) {
    return options.width >= 2 * options.least_column + options.channel;
}

class Ladder {
public:
    Ladder(Graph graph, const LadderOptions& options) : options_(options), column_(ladder_column(options)) {
        drawing_.graph = std::move(graph);
        find_facing_sides(drawing_.graph);
        drawing_.boxes.assign(nodes().size(), {});
        drawing_.rows.assign(nodes().size(), {});
        drawing_.routes.assign(edges().size(), {});
        drawing_.labels.assign(edges().size(), {});
        drawing_.keyed.assign(edges().size(), false);
        drawing_.shared_ways = true;
        placed_.assign(nodes().size(), false);
        two_ = two_columns(options);
        if (options_.previous) {
            options_.previous = sound(std::move(*options_.previous));
        }
    }

    Drawing run() {
        for (const std::size_t hub : hubs_in_time()) {
            rung(hub);
        }
        bottoms_[0] = bottoms_[1] = bottom_ + (bottom_ > 0 ? options_.hub_gap : 0);
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            if (!placed_[i]) {
                put_card(i, {});
            }
        }
        bottom_ = std::max(bottom_, lowest());
        drawing_.size = {options_.width, bottom_};
        return std::move(drawing_);
    }

private:
    [[nodiscard]] const std::vector<Node>& nodes() const { return drawing_.graph.nodes; }

    [[nodiscard]] const std::vector<Edge>& edges() const { return drawing_.graph.edges; }

    [[nodiscard]] double lowest() const { return std::max(bottoms_[0], bottoms_[1]) - options_.card_gap; }

    /// Of the upright line.
    [[nodiscard]] double line_x() const { return two_ ? options_.width / 2 : kLineIn * options_.channel; }

    [[nodiscard]] std::vector<std::size_t> hubs_in_time() const {
        std::vector<std::size_t> hubs;
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            if (nodes()[i].kind == NodeKind::hub) {
                hubs.push_back(i);
            }
        }
        std::stable_sort(hubs.begin(), hubs.end(),
                         [&](std::size_t a, std::size_t b) { return nodes()[a].time < nodes()[b].time; });
        const std::vector<std::size_t> as_before = in_old_order(hubs);
        return steps_back(as_before) <= steps_back(hubs) ? as_before : hubs;
    }

    /// Hubs that stood in the previous ladder take their places among each other in its order.
    [[nodiscard]] std::vector<std::size_t> in_old_order(std::vector<std::size_t> hubs) const {
        const auto top = [&](std::size_t hub) -> std::optional<double> {
            if (!options_.previous) {
                return std::nullopt;
            }
            const auto place = options_.previous->nodes.find(nodes()[hub].id);
            return place == options_.previous->nodes.end() ? std::nullopt : std::optional(place->second.box.top);
        };
        std::vector<std::size_t> known;
        std::copy_if(hubs.begin(), hubs.end(), std::back_inserter(known), top);
        std::stable_sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) { return *top(a) < *top(b); });
        auto next = known.begin();
        for (std::size_t& hub : hubs) {
            hub = top(hub) ? *next++ : hub;
        }
        return hubs;
    }

    /// Pairs of which the lower one was certainly first.
    [[nodiscard]] std::size_t steps_back(const std::vector<std::size_t>& hubs) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < hubs.size(); ++i) {
            for (std::size_t j = i + 1; j < hubs.size(); ++j) {
                count += is_before(nodes()[hubs[j]], nodes()[hubs[i]]) ? 1 : 0;
            }
        }
        return count;
    }

    /// A hub and those who took part.
    void rung(std::size_t hub) {
        const Size size = nodes()[hub].size;
        const double top = bottom_ + (bottom_ > 0 ? options_.hub_gap : 0);
        const double left = two_ ? (options_.width - size.width) / 2 : 0;
        drawing_.boxes[hub] = {left, top, left + size.width, top + size.height};
        placed_[hub] = true;
        bottoms_[0] = bottoms_[1] = top + size.height + options_.card_gap;
        std::vector<std::size_t> cards;
        for (const Edge& edge : edges()) {
            if (edge.to.node == hub && std::find(cards.begin(), cards.end(), edge.from.node) == cards.end()) {
                cards.push_back(edge.from.node);
            }
        }
        for (const std::size_t card : cards) {
            put_card(card, edges_of(card));
        }
        bottom_ = std::max(top + size.height, lowest());
    }

    [[nodiscard]] std::vector<std::size_t> edges_of(std::size_t card) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < edges().size(); ++i) {
            if (edges()[i].from.node == card) {
                found.push_back(i);
            }
        }
        return found;
    }

    /// The two sides that met most keep to their column; who else is there fills the shorter one.
    [[nodiscard]] std::size_t column_of(std::size_t card) const {
        if (!two_) {
            return 1;
        }
        if (const std::optional<std::size_t> before = old_column(card)) {
            return *before;
        }
        const int face = nodes()[card].face;
        return face >= 0 ? static_cast<std::size_t>(face) : bottoms_[1] < bottoms_[0] ? 1 : 0;
    }

    /// Where the card stood, by its lines: names of cards that stand elsewhere have no id of their own.
    [[nodiscard]] std::optional<std::size_t> old_column(std::size_t card) const {
        if (!options_.previous || options_.previous->kind != Memory::Kind::ladder) {
            return std::nullopt;
        }
        const Memory& previous = *options_.previous;
        for (const std::size_t edge : edges_of(card)) {
            const auto line = previous.lines.find(edges()[edge].id);
            if (line != previous.lines.end() && line->second.route.size() >= 2) {
                return line->second.route.front().x < line->second.route.back().x ? 0 : 1;
            }
        }
        const auto place = previous.nodes.find(nodes()[card].id);
        if (place == previous.nodes.end()) {
            return std::nullopt;
        }
        return place->second.box.centre().x < previous.size.width / 2 ? 0 : 1;
    }

    void put_card(std::size_t card, const std::vector<std::size_t>& lines) {
        const std::size_t column = column_of(card);
        const double aside = options_.channel / 2;
        const double left = !two_         ? kCardsIn * options_.channel
                            : column == 0 ? line_x() - aside - column_
                                          : line_x() + aside;
        double& y = bottoms_[column];
        for (const std::size_t i : lines) {
            if (has_label(edges()[i])) {
                const Size words = edges()[i].label;
                // Towards the upright line, where the arrow is.
                const double from = column == 0 ? left + column_ - words.width : left;
                drawing_.labels[i] = {from, y, from + words.width, y + words.height};
                y += words.height;
            }
        }
        const Size size = nodes()[card].size;
        drawing_.boxes[card] = {left, y, left + size.width, y + size.height};
        for (const Row& row : nodes()[card].rows) {
            drawing_.rows[card].push_back({left, y + row.top, left + size.width, y + row.top + row.height});
        }
        placed_[card] = true;
        join(card, lines, column == 0);
        y += size.height + options_.card_gap;
    }

    /// From the card's inner border to the upright line and up to the hub.
    void join(std::size_t card, const std::vector<std::size_t>& lines, bool on_left) {
        const Box& box = drawing_.boxes[card];
        std::vector<double> used;
        for (const std::size_t i : lines) {
            const Row band = side_band(drawing_.graph, edges()[i].from);
            double y = box.top + band.top + height_in(edges()[i].from, band);
            while (std::any_of(used.begin(), used.end(),
                               [&](double other) { return std::abs(other - y) < kLeastApart; })) {
                y += kLeastApart;
            }
            used.push_back(y);
            const double hub_bottom = drawing_.boxes[edges()[i].to.node].bottom;
            drawing_.routes[i] = {{on_left ? box.right : box.left, y}, {line_x(), y}, {line_x(), hub_bottom}};
        }
    }

    /// Where in its band a line meets this end: a row in its middle, the first of several, a whole card near its top,
    /// so that cards side by side have their lines at one height.
    [[nodiscard]] double height_in(const End& end, const Row& band) const {
        if (end.last > end.row) {
            return 0;
        }
        const bool whole = end.row < 0 || nodes()[end.node].rows.size() <= 1;
        return whole ? std::clamp(options_.depth - band.top, 0.0, band.height) : band.height / 2;
    }

    LadderOptions options_;
    double column_;
    bool two_ = true;
    Drawing drawing_;
    std::vector<bool> placed_;
    double bottom_ = 0;          ///< of what stands
    double bottoms_[2] = {0, 0}; ///< where the next card of each column begins
};

} // namespace

double ladder_column(const LadderOptions& options) {
    const double room =
        two_columns(options) ? (options.width - options.channel) / 2 : options.width - kCardsIn * options.channel;
    return std::clamp(room, 1.0, options.most_column);
}

Drawing lay_out_ladder(Graph graph, const LadderOptions& options) {
    return Ladder(std::move(graph), options).run();
}

} // namespace demarche::network
