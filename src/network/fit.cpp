#include "network/fit.hpp"

#include "network/inspect.hpp"
#include "network/place.hpp"
#include "network/route.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::network {

namespace {

constexpr int kRounds = 28;
constexpr double kSlack = 0.5;       ///< wider than asked for by less than this is not
constexpr double kFlaw = 1e4;        ///< in points of width
constexpr double kLeastChannel = 22; ///< between columns, whatever runs there
constexpr int kGrowing = 4;          ///< rounds that may end early because rows grew
constexpr int kPatience = 5;         ///< rounds after which all words may become letters
constexpr double kCloser = 1.2;      ///< lines where nothing else has helped
constexpr double kMostGrowth = 24;
constexpr int kGrowths = 2;     ///< times that rows grow for the words of a line, before a letter stands for them
constexpr double kBeyond = 400; ///< above and below the nodes, for lines
constexpr double kMore = 1;     ///< on top of what was lacking, so that rounding does not ask again

void sort_by_id(Graph& graph) {
    std::vector<std::size_t> order(graph.nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return graph.nodes[a].id < graph.nodes[b].id; });
    std::vector<std::size_t> place(order.size());
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        nodes.push_back(std::move(graph.nodes[order[i]]));
    }
    graph.nodes = std::move(nodes);
    for (Edge& edge : graph.edges) {
        edge.from.node = place[edge.from.node];
        edge.to.node = place[edge.to.node];
    }
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return a.id < b.id; });
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) {
        total += value;
    }
    return total;
}

class Fitting {
public:
    Fitting(const Measure& measure,
            const LayoutOptions& options,
            const Arrangement& arrangement,
            const Hold* hold,
            const Deadline& deadline)
        : measure_(measure),
          options_(options),
          arrangement_(arrangement),
          hold_(hold),
          deadline_(deadline),
          columns_(static_cast<int>(arrangement.size())),
          channels_(first_channels(options, arrangement.size())) {
        packing_.gap = options.gap;
        if (hold_ != nullptr) {
            more_room_ = hold_->grown;
            keyed_ = hold_->keyed;
            held_ = !hold_->lefts.empty();
        }
    }

    Fit run() {
        Fit best;
        double least = -1;
        for (int round = 0; round < kRounds; ++round) {
            measure();
            prepare();
            route(graph_, routing_, layout_, deadline_);
            if (round < kGrowing && grow_rows()) {
                continue;
            }
            const std::vector<Contradiction> contradictions = nudge(graph_, layout_, routing_.spacing);
            Fit now{finish(), 0, std::max(0.0, columns_end() - options_.width)};
            now.flaws = inspect(now.drawing).all();
            now.drawing.too_wide = now.over > kSlack;
            const bool narrowest = column_width_ <= options_.least_column && shortened_;
            const bool done = now.flaws == 0 && (now.over < kSlack || narrowest);
            const double over = now.over;
            const int flaws = now.flaws;
            const double badness = flaws * kFlaw + over;
            if (least < 0 || badness < least) {
                best = std::move(now);
                least = badness;
            }
            if (done) {
                break;
            }
            if (!settle_all(contradictions, round)) {
                make_room(flaws, over);
            }
        }
        best.drawing.crossings = count_crossings(best.drawing);
        return best;
    }

private:
    /// Measures for the width that the channels leave to the cards, and gives rows the room they asked for.
    void measure() {
        column_width_ = held_ ? hold_->card_width : card_width(options_, channels_);
        graph_ = measured(measure_, column_width_);
        for (const std::size_t edge : keyed_) {
            graph_.edges[edge].label = graph_.edges[edge].key;
        }
        for (const auto& [end, room] : more_room_) {
            grow(graph_.nodes[end.first], end.second, room);
        }
    }

    /// Boxes in their columns, and the tracks between them.
    void prepare() {
        const Packing packing = hold_ == nullptr ? pack(graph_, arrangement_, packing_)
                                                 : HeldPacker(graph_, packing_, *hold_).pack(arrangement_);
        if (held_) {
            lefts_ = hold_->lefts;
            width_ = options_.width;
        } else {
            spread_columns();
        }
        layout_ = {};
        layout_.boxes.assign(graph_.nodes.size(), {});
        layout_.column.assign(graph_.nodes.size(), -1);
        layout_.channels.assign(channels_.size(), kLeastChannel);
        layout_.width = options_.width;
        layout_.held = held_;
        routing_ = {};
        routing_.no_words = no_words_;
        routing_.sideways = sideways_;
        for (std::size_t c = 0; c < arrangement_.size(); ++c) {
            for (const std::size_t node : arrangement_[c]) {
                const Size size = graph_.nodes[node].size;
                const double left = lefts_[c] + (column_width_ - size.width) / 2;
                layout_.boxes[node] = {left, packing.tops[node], left + size.width, packing.tops[node] + size.height};
                layout_.column[node] = static_cast<int>(c);
            }
            routing_.columns.push_back({lefts_[c], 0, lefts_[c] + column_width_, packing.height});
        }
        routing_.spacing.pitch = options_.pitch;
        routing_.spacing.label_gap = options_.words_gap;
        routing_.spacing.least -= crowded_ ? kCloser : 0;
        routing_.spacing.node_gap = packing_.gap;
        routing_.spacing.area = {-options_.margin_reach, -kBeyond, width_ + options_.margin_reach,
                                 packing.height + kBeyond};
        double before = -options_.margin_reach;
        for (const double left : lefts_) {
            routing_.channels.push_back((before + left) / 2);
            before = left + column_width_;
        }
        routing_.channels.push_back((before + width_ + options_.margin_reach) / 2);
    }

    /// Left borders of the columns: from margin to margin.
    void spread_columns() {
        lefts_.clear();
        const double taken = sum(channels_) + columns_ * column_width_;
        const double spare = columns_ > 1 ? std::max(0.0, options_.width - taken) / (columns_ - 1) : 0;
        double left = channels_.front();
        for (int c = 0; c < columns_; ++c) {
            lefts_.push_back(left);
            left += column_width_ + channels_[static_cast<std::size_t>(c) + 1] + (c + 1 < columns_ ? spare : 0);
        }
        width_ = std::max(left, options_.width);
    }

    /// Moves everything so that the drawing begins at 0,0.
    [[nodiscard]] Drawing finish() const {
        Drawing drawing;
        drawing.graph = graph_;
        double top = 0;
        double bottom = 0;
        double right = options_.width;
        const auto cover = [&](const Box& box, double reach) {
            top = std::min(top, box.top);
            bottom = std::max(bottom, box.bottom);
            right = std::max(right, box.right - reach);
        };
        for (const Box& box : layout_.boxes) {
            cover(box, 0);
        }
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            for (const Point& point : layout_.routes[i]) {
                cover({point.x, point.y, point.x, point.y}, options_.margin_reach);
            }
            cover(layout_.riders[i].label, options_.margin_reach);
        }
        const double dx = options_.margin_reach;
        for (const Box& box : layout_.boxes) {
            drawing.boxes.push_back(box.moved(dx, -top));
        }
        drawing.routes = layout_.routes;
        for (auto& route : drawing.routes) {
            for (Point& point : route) {
                point = {point.x + dx, point.y - top};
            }
        }
        for (const Rider& rider : layout_.riders) {
            drawing.labels.push_back(rider.label.width() > 0 ? rider.label.moved(dx, -top) : Box{});
        }
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            std::vector<Box> rows;
            for (const Row& row : graph_.nodes[i].rows) {
                const Box& box = drawing.boxes[i];
                rows.push_back({box.left, box.top + row.top, box.right, box.top + row.top + row.height});
            }
            drawing.rows.push_back(rows);
        }
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            drawing.keyed.push_back(keyed_.count(i) > 0);
        }
        drawing.size = {right + 2 * dx, bottom - top};
        drawing.card_width = column_width_;
        for (const auto& column : arrangement_) {
            drawing.columns.push_back(drawing.boxes[column.front()].centre().x - column_width_ / 2);
        }
        drawing.grown.resize(graph_.nodes.size());
        for (const auto& [end, room] : more_room_) {
            auto& grown = drawing.grown[end.first];
            grown.resize(std::max<std::size_t>(graph_.nodes[end.first].rows.size(), 1), 0);
            grown[static_cast<std::size_t>(std::max(end.second, 0))] += room;
        }
        return drawing;
    }

    // --- room

    /// Rows whose lines do not fit at their border grow; false where all do.
    bool grow_rows() {
        std::map<std::tuple<std::size_t, int, int, bool>, int> lines; // by end and side
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            const auto& route = layout_.routes[i];
            if (route.size() < 2) {
                continue;
            }
            count_end(graph_.edges[i].from, route[0], route[1], lines);
            count_end(graph_.edges[i].to, route[route.size() - 1], route[route.size() - 2], lines);
        }
        std::map<std::pair<std::size_t, int>, double> wanted;
        for (const auto& [place, count] : lines) {
            const End end{std::get<0>(place), std::get<1>(place), std::get<2>(place)};
            const double lack = (count - 1) * routing_.spacing.least + kMore - side_band(graph_, end).height;
            if (count > 1 && lack > 0) {
                const bool hub = graph_.nodes[end.node].kind == NodeKind::hub;
                double& more = wanted[{end.node, graph_.nodes[end.node].rows.empty() ? -1 : std::max(end.row, 0)}];
                more = std::max(more, hub ? lack / kHubBand : lack);
            }
        }
        for (const auto& [row, more] : wanted) {
            more_room_[row] += std::ceil(more + kMore);
        }
        return !wanted.empty();
    }

    static void
    count_end(const End& end, Point border, Point next, std::map<std::tuple<std::size_t, int, int, bool>, int>& lines) {
        if (border.y == next.y) {
            ++lines[{end.node, end.row, end.last, next.x > border.x}];
        }
    }

    /// The right border of what there is, as far as it keeps out of the margin.
    [[nodiscard]] double columns_end() const {
        double right = 0;
        for (const Box& box : layout_.boxes) {
            right = std::max(right, box.right);
        }
        for (const auto& route : layout_.routes) {
            for (const Point& point : route) {
                right = std::max(right, point.x - options_.margin_reach);
            }
        }
        for (const Rider& rider : layout_.riders) {
            right = std::max(right, rider.label.right - options_.margin_reach);
        }
        return right;
    }

    bool settle_all(const std::vector<Contradiction>& contradictions, int round) {
        bool settled = false;
        for (const Contradiction& contradiction : contradictions) {
            settled = settle(contradiction, round) || settled;
        }
        for (const auto& [row, more] : wanted_) {
            more_room_[row] += std::ceil(more);
        }
        wanted_.clear();
        return settled;
    }

    /// Words that cannot be where they are look for another stretch, then shrink to a letter; rows and hubs where lines
    /// cannot be apart grow. False where there is nothing to be done.
    bool settle(const Contradiction& contradiction, int round) {
        bool done = false;
        for (const std::size_t edge : contradiction.words) {
            const Rider& rider = layout_.riders[edge];
            if (no_words_.insert({edge, rider.segment, rider.after}).second) {
                done = true;
            } else if (++grown_[edge] <= kGrowths) {
                done = grow_ends(edge, contradiction.lack) || done;
            } else if (graph_.edges[edge].key.width > 0) {
                done = keyed_.insert(edge).second || done;
            }
        }
        crowded_ = crowded_ || round >= 2 * kPatience;
        if (round >= kPatience && keyed_.size() < graph_.edges.size()) {
            key_all_words();
        }
        for (const std::size_t edge : contradiction.routes) {
            if (contradiction.upright) {
                // Too many for the tops and bottoms that they meet: to the sides.
                done = sideways_.insert(edge).second || done;
            } else if (!done || round >= kPatience) {
                done = grow_ends(edge, contradiction.lack);
            }
        }
        return done;
    }

    void key_all_words() {
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            if (graph_.edges[i].key.width > 0) {
                keyed_.insert(i);
            }
        }
    }

    bool grow_ends(std::size_t edge, double lack) {
        const double more = std::clamp(lack, 0.0, kMostGrowth) + 2;
        for (const End& end : {graph_.edges[edge].from, graph_.edges[edge].to}) {
            const bool hub = graph_.nodes[end.node].kind == NodeKind::hub;
            const int row = graph_.nodes[end.node].rows.empty() ? -1 : std::max(end.row, 0);
            double& room = wanted_[{end.node, row}];
            room = std::max(room, hub ? more / kHubBand : more);
        }
        return true;
    }

    /// Where the narrowest cards do not help, the words that stand between columns become letters.
    void shorten_words() {
        shortened_ = true;
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            const Box& label = layout_.riders[i].label;
            const bool over_column = std::any_of(layout_.boxes.begin(), layout_.boxes.end(), [&](const Box& box) {
                return label.left > box.left - kMore && label.right < box.right + kMore;
            });
            if (label.width() > 0 && !over_column && graph_.edges[i].key.width > 0) {
                keyed_.insert(i);
            }
        }
    }

    void make_room(int flaws, double over) {
        if (over >= kSlack && held_) {
            held_ = false; // columns as wide as they were leave the lines no room
        } else if (over >= kSlack && column_width_ > options_.least_column) {
            // The channels took more than they had been given: narrower cards.
            channels_[static_cast<std::size_t>(columns_) / 2] += over + kMore;
        } else if (over >= kSlack) {
            shorten_words();
        }
        if (flaws > 0) {
            packing_.gap += 4;
            for (std::size_t c = 1; c + 1 < channels_.size(); ++c) {
                channels_[c] += 4;
            }
        }
    }

    const Measure& measure_;
    const LayoutOptions& options_;
    const Arrangement& arrangement_;
    const Hold* hold_; ///< may be null
    const Deadline& deadline_;
    int columns_;
    std::vector<double> channels_; ///< widths, one more than columns
    double column_width_ = 0;
    double width_ = 0;
    std::vector<double> lefts_;
    std::map<std::pair<std::size_t, int>, double> more_room_; ///< by node and row
    PackOptions packing_;
    Graph graph_;
    network::Layout layout_;
    RouteOptions routing_;
    std::set<std::tuple<std::size_t, std::size_t, bool>> no_words_;
    std::map<std::size_t, int> grown_;                     ///< how often an edge's ends grew for its words
    std::set<std::size_t> sideways_;                       ///< edges that had better meet the sides of nodes
    std::map<std::pair<std::size_t, int>, double> wanted_; ///< of more_room_, in this round
    bool crowded_ = false;                                 ///< lines may lie closer than is good
    bool shortened_ = false;
    bool held_ = false;           ///< columns stand where they stood
    std::set<std::size_t> keyed_; ///< edges with a letter instead of their words
};

} // namespace

Graph measured(const Measure& measure, double card_width) {
    Graph graph = measure(card_width);
    sort_by_id(graph);
    find_facing_sides(graph);
    return graph;
}

std::vector<double> first_channels(const LayoutOptions& options, std::size_t columns) {
    std::vector<double> channels(columns + 1, options.channel);
    // Lines run in the margins; where those are too narrow, the columns leave them room.
    channels.front() = channels.back() = std::max(0.0, options.edge - options.margin_reach);
    return channels;
}

double card_width(const LayoutOptions& options, const std::vector<double>& channels) {
    const double fits = (options.width - sum(channels)) / static_cast<double>(channels.size() - 1);
    return std::floor(std::clamp(fits, options.least_column, options.most_column));
}

Fit fit(const Measure& measure,
        const LayoutOptions& options,
        const Arrangement& arrangement,
        const Hold* hold,
        const Deadline& deadline) {
    return Fitting(measure, options, arrangement, hold, deadline).run();
}

} // namespace demarche::network
