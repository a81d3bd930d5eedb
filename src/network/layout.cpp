#include "network/layout.hpp"

#include "network/inspect.hpp"
#include "network/place.hpp"
#include "network/route.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace demarche::network {

namespace {

constexpr int kRounds = 12;
constexpr int kPatience = 5; ///< rounds in which words get more height before they get more width
constexpr int kMostColumns = 5;
constexpr int kTrials = 1500;
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

class Layout {
public:
    Layout(const Measure& measure, const LayoutOptions& options) : measure_(measure), options_(options) {
        const double fits = (options.width + options.channel) / (options.least_column + options.channel);
        columns_ = std::clamp(static_cast<int>(fits), 1, kMostColumns);
        packing_.gap = options.gap;
    }

    Drawing run() {
        measure();
        if (graph_.nodes.empty()) {
            return {};
        }
        packing_.words_room.assign(graph_.edges.size(), 0);
        arrange();
        Drawing best;
        int fewest = -1;
        for (int round = 0; round < kRounds; ++round) {
            measure();
            const Routing routing = draw();
            const Drawing drawing = finish(routing);
            const int flaws = inspect(drawing).all() + static_cast<int>(routing.shortages.size());
            if (fewest < 0 || flaws < fewest) {
                best = drawing;
                fewest = flaws;
            }
            if (flaws == 0) {
                break;
            }
            make_room(routing, round);
        }
        best.crossings = count_crossings(best);
        best.too_wide = best.size.width > options_.width + 2 * options_.margin_reach + 0.5;
        return best;
    }

private:
    [[nodiscard]] double all_channels() const {
        double sum = 0;
        for (const double channel : channels_) {
            sum += channel;
        }
        return sum;
    }

    /// Measures for the width that the channels leave to the cards, and gives rows the room they asked for.
    void measure() {
        if (channels_.empty()) {
            set_columns(columns_);
        }
        column_width_ = std::floor(
            std::clamp((options_.width - all_channels()) / columns_, options_.least_column, options_.most_column));
        graph_ = measure_(column_width_);
        sort_by_id(graph_);
        for (const auto& [end, room] : more_room_) {
            Node& node = graph_.nodes[end.first];
            node.size.height += room;
            for (std::size_t row = 0; row < node.rows.size() && end.second >= 0; ++row) {
                if (static_cast<int>(row) == end.second) {
                    node.rows[row].height += room;
                } else if (static_cast<int>(row) > end.second) {
                    node.rows[row].top += room;
                }
            }
        }
    }

    void set_columns(int count) {
        columns_ = count;
        channels_.assign(static_cast<std::size_t>(count) + 1, options_.channel);
        channels_.front() = channels_.back() = 0;
    }

    /// Who stands where, found once: more room does not change it.
    void arrange() {
        const std::vector<int> columns = assign_columns(graph_, columns_);
        LayoutRequest request = layout_request(graph_, columns);
        request.engine = options_.engine;
        request.node_gap = options_.gap;
        request.rank_gap = options_.channel;
        request.timeout = options_.timeout;
        request.in_child = options_.in_child;
        const std::vector<Point> centres = lay_out(request);
        arrangement_ = improve(graph_, read_arrangement(columns, centres, columns_), packing_, kTrials);
        arrangement_.erase(std::remove_if(arrangement_.begin(), arrangement_.end(),
                                          [](const std::vector<std::size_t>& column) { return column.empty(); }),
                           arrangement_.end());
        if (static_cast<int>(arrangement_.size()) != columns_) {
            set_columns(static_cast<int>(arrangement_.size()));
        }
    }

    Routing draw() {
        const Packing packing = pack(graph_, arrangement_, packing_);
        spread_columns();
        boxes_.assign(graph_.nodes.size(), {});
        for (std::size_t c = 0; c < arrangement_.size(); ++c) {
            for (const std::size_t node : arrangement_[c]) {
                const Size size = graph_.nodes[node].size;
                const double left = lefts_[c] + (column_width_ - size.width) / 2;
                boxes_[node] = {left, packing.tops[node], left + size.width, packing.tops[node] + size.height};
            }
        }
        RouteOptions routing;
        routing.spacing.pitch = options_.pitch;
        routing.spacing.area = {-options_.margin_reach, -kBeyond, width_ + options_.margin_reach,
                                packing.height + kBeyond};
        double before = -options_.margin_reach;
        for (const double left : lefts_) {
            routing.channels.push_back((before + left) / 2);
            before = left + column_width_;
        }
        routing.channels.push_back((before + width_ + options_.margin_reach) / 2);
        for (const double left : lefts_) {
            routing.columns.push_back({left, 0, left + column_width_, packing.height});
        }
        return route(graph_, boxes_, routing);
    }

    /// Left borders of the columns: from margin to margin.
    void spread_columns() {
        lefts_.clear();
        const double taken = all_channels() + columns_ * column_width_;
        const double spare = columns_ > 1 ? std::max(0.0, options_.width - taken) / (columns_ - 1) : 0;
        double left = channels_.front();
        for (int c = 0; c < columns_; ++c) {
            lefts_.push_back(left);
            left += column_width_ + channels_[static_cast<std::size_t>(c) + 1] + (c + 1 < columns_ ? spare : 0);
        }
        width_ = std::max(left, options_.width);
    }

    /// Moves everything so that the drawing begins at 0,0.
    [[nodiscard]] Drawing finish(const Routing& routing) const {
        Drawing drawing;
        drawing.graph = graph_;
        double top = 0;
        double bottom = 0;
        for (const Box& box : boxes_) {
            bottom = std::max(bottom, box.bottom);
        }
        const auto cover = [&](double low, double high) {
            top = std::min(top, low);
            bottom = std::max(bottom, high);
        };
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            for (const Point& point : routing.routes[i]) {
                cover(point.y, point.y);
            }
            cover(routing.labels[i].top, routing.labels[i].bottom);
        }
        const double dx = options_.margin_reach;
        for (const Box& box : boxes_) {
            drawing.boxes.push_back(box.moved(dx, -top));
        }
        drawing.routes = routing.routes;
        for (auto& route : drawing.routes) {
            for (Point& point : route) {
                point = {point.x + dx, point.y - top};
            }
        }
        for (const Box& label : routing.labels) {
            drawing.labels.push_back(label.width() > 0 ? label.moved(dx, -top) : Box{});
        }
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            std::vector<Box> rows;
            for (const Row& row : graph_.nodes[i].rows) {
                const Box& box = drawing.boxes[i];
                rows.push_back({box.left, box.top + row.top, box.right, box.top + row.top + row.height});
            }
            drawing.rows.push_back(rows);
        }
        drawing.size = {width_ + 2 * dx, bottom - top};
        return drawing;
    }

    // --- what routing asked for

    void make_room(const Routing& routing, int round) {
        std::map<std::size_t, double> wider;
        for (const Shortage& shortage : routing.shortages) {
            if (shortage.words && shortage.upright && round < kPatience) {
                packing_.words_room[shortage.edge] += 4;
            } else if (shortage.upright) {
                double& more = wider[channel_at(shortage.at)];
                more = std::max(more, shortage.amount + kMore);
            } else {
                heighten(shortage);
            }
        }
        for (const auto& [channel, more] : wider) {
            channels_[channel] += more;
        }
        for (const std::size_t edge : routing.unplaced) {
            packing_.words_room[edge] += 6;
        }
        if (routing.shortages.empty() && (routing.unplaced.empty() || round >= kPatience)) {
            packing_.gap += 3;
            for (std::size_t i = 1; i + 1 < channels_.size(); ++i) {
                channels_[i] += 3;
            }
        }
    }

    [[nodiscard]] std::size_t channel_at(double x) const {
        std::size_t channel = 0;
        while (channel < lefts_.size() && x > lefts_[channel] + column_width_ / 2) {
            ++channel;
        }
        return channel;
    }

    void heighten(const Shortage& shortage) {
        if (shortage.at_end) {
            const std::size_t node = shortage.end.node;
            const bool hub = graph_.nodes[node].kind == NodeKind::hub;
            const int row = graph_.nodes[node].rows.empty() ? -1 : std::max(shortage.end.row, 0);
            const double more = hub ? shortage.amount / 0.4 : shortage.amount;
            more_room_[{node, row}] += more + kMore;
            return;
        }
        if (shortage.low >= 0 && shortage.high >= 0) {
            const auto low = static_cast<std::size_t>(shortage.low);
            const auto high = static_cast<std::size_t>(shortage.high);
            const double room = boxes_[high].top - boxes_[low].bottom;
            if (room > 0) {
                packing_.distances.push_back({low, high, room + shortage.amount + kMore});
                return;
            }
        }
        packing_.gap += 2;
    }

    const Measure& measure_;
    const LayoutOptions& options_;
    int columns_ = 1;
    double column_width_ = 0;
    double width_ = 0;
    std::vector<double> channels_; ///< widths, one more than columns
    std::vector<double> lefts_;
    std::map<std::pair<std::size_t, int>, double> more_room_; ///< by node and row
    PackOptions packing_;
    Graph graph_;
    Arrangement arrangement_;
    std::vector<Box> boxes_;
};

} // namespace

Drawing lay_out_network(const Measure& measure, const LayoutOptions& options) {
    return Layout(measure, options).run();
}

} // namespace demarche::network
