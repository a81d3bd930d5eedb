#include "network/layout.hpp"

#include "network/cost.hpp"
#include "network/fit.hpp"
#include "network/place.hpp"
#include "network/settle_in.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace demarche::network {

namespace {

constexpr int kMostColumns = 5;
constexpr int kTrials = 37000; ///< arrangements tried for a small graph; fewer for larger ones, which take longer
constexpr int kFewestTrials = 1500;
constexpr int kTrialNodes = 260000; ///< trials times nodes
constexpr std::size_t kDrawn = 12;  ///< arrangements of a small graph that are drawn, for the best drawing to be kept
constexpr std::size_t kDrawnNodes = 240; ///< drawings times nodes
constexpr std::size_t kManyLines = 60;
constexpr double kFlaw = 1e5;
constexpr double kTooWide = 1500;   ///< a drawing that does not fit the page
constexpr double kOver = 2;         ///< a point of width that the page lacks
constexpr double kLetter = 40;      ///< words that became a letter
constexpr double kOtherWidth = 0.2; ///< a page so much wider or narrower, in proportion, can have the same columns
constexpr std::size_t kKnown = 3;   ///< one node in so many must be known, else there is nothing to keep to
constexpr double kFollowed = 0.25;  ///< a point that one node goes along with others, for the line between them
constexpr double kBroken = 30;      ///< a line that was straight and no longer is, times its weight
constexpr std::size_t kSettled = 4; ///< arrangements of a small graph with a memory that are drawn
constexpr std::size_t kSettledSize = 160; ///< such drawings times nodes and lines

int column_count(const LayoutOptions& options) {
    const double fits = (options.width + options.channel) / (options.least_column + options.channel);
    return std::clamp(static_cast<int>(fits), 1, kMostColumns);
}

/// Graphviz gives the first arrangement; the best that the search finds from there come back, best first.
std::vector<Arrangement>
arrange(const Graph& graph, const LayoutOptions& options, int columns, const Deadline& deadline) {
    const std::vector<int> column = assign_columns(graph, columns);
    LayoutRequest request = layout_request(graph, column);
    request.engine = options.engine;
    request.node_gap = options.gap;
    request.rank_gap = options.channel;
    deadline.check();
    request.timeout = deadline.left();
    request.in_child = options.in_child;
    const std::vector<Point> centres = lay_out(request);
    PackOptions packing;
    packing.gap = options.gap;
    const int nodes = static_cast<int>(graph.nodes.size());
    const int trials = std::clamp(kTrialNodes / nodes, kFewestTrials, kTrials);
    const std::size_t drawn = std::clamp<std::size_t>(kDrawnNodes / graph.nodes.size(), 1, kDrawn);
    std::vector<Arrangement> found = improve(graph, read_arrangement(column, centres, columns), packing,
                                             {trials, drawn, options.most_height}, deadline);
    for (Arrangement& arrangement : found) {
        arrangement = first_side_left(graph, std::move(arrangement));
        arrangement.erase(std::remove_if(arrangement.begin(), arrangement.end(),
                                         [](const std::vector<std::size_t>& nodes_of) { return nodes_of.empty(); }),
                          arrangement.end());
    }
    return found;
}

/// The best drawing so far.
struct Best {
    Fit fit;
    double cost = std::numeric_limits<double>::infinity();
};

double cost_of(const Fit& fit, const Arrangement& arrangement, const LayoutOptions& options) {
    const auto letters = std::count(fit.drawing.keyed.begin(), fit.drawing.keyed.end(), true);
    return drawn_cost(fit.drawing, arrangement, options.most_height) + kFlaw * fit.flaws + kOver * fit.over +
           (fit.drawing.too_wide ? kTooWide : 0) + kLetter * static_cast<double>(letters);
}

/// The search judges by estimates: of its best finds, the one that is best as drawn.
void draw(const Measure& measure, const LayoutOptions& options, int columns, const Deadline& deadline, Best& best) {
    const Graph graph =
        measured(measure, card_width(options, first_channels(options, static_cast<std::size_t>(columns))));
    if (graph.nodes.empty()) {
        return;
    }
    for (const Arrangement& arrangement : arrange(graph, options, columns, deadline)) {
        Fit found = fit(measure, options, arrangement, nullptr, deadline);
        const double cost = cost_of(found, arrangement, options);
        if (cost < best.cost) {
            best = {std::move(found), cost};
        }
    }
}

/// How far known nodes have moved, in all; the drawing as a whole does not count.
double movement(const Drawing& drawing, const Hold& hold) {
    std::vector<double> down;
    double sum = 0;
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        if (hold.was[i]) {
            down.push_back(drawing.boxes[i].centre().y - hold.was[i]->centre().y);
            sum += std::abs(drawing.boxes[i].centre().x - hold.was[i]->centre().x);
        }
    }
    if (down.empty()) {
        return 0;
    }
    const auto middle = down.begin() + static_cast<std::ptrdiff_t>(down.size() / 2);
    std::nth_element(down.begin(), middle, down.end());
    const double whole = *middle;
    for (const double by : down) {
        sum += std::abs(by - whole);
    }
    return sum;
}

/// What it is worth that lines which were straight no longer are.
double broken(const Drawing& drawing, const Hold& hold) {
    double cost = 0;
    for (std::size_t i = 0; i < drawing.routes.size(); ++i) {
        const bool bent = hold.straight[i] && drawing.routes[i].size() != 2;
        cost += bent ? kBroken * drawing.graph.edges[i].weight : 0;
    }
    return cost;
}

/// The arrangement without empty columns; `lefts`, where there are any, beside what is left.
Arrangement without_gaps(const Arrangement& arrangement, std::vector<double>& lefts) {
    Arrangement full;
    std::vector<double> kept;
    for (std::size_t c = 0; c < arrangement.size(); ++c) {
        if (!arrangement[c].empty()) {
            full.push_back(arrangement[c]);
            if (c < lefts.size()) {
                kept.push_back(lefts[c]);
            }
        }
    }
    lefts = std::move(kept);
    return full;
}

/// What was drawn before, gone on with.
class Sequel {
public:
    Sequel(const Measure& measure, const LayoutOptions& options, const Deadline& deadline)
        : measure_(measure),
          options_(options),
          deadline_(deadline),
          memory_(sound(*options.previous)),
          held_(same_page(memory_, page_of(options)) && memory_.card_width >= std::floor(options.least_column) &&
                memory_.card_width <= options.most_column) {}

    /// Nothing where the memory is no use, or leads to a drawing that is not good.
    std::optional<Drawing> run() {
        if (!is_of_use()) {
            return std::nullopt;
        }
        const double width =
            held_ ? memory_.card_width : card_width(options_, first_channels(options_, memory_.columns.size()));
        const Graph graph = measured(measure_, width);
        if (held_) {
            if (std::optional<Drawing> same = as_it_was(graph, memory_, page_of(options_))) {
                return same;
            }
        }
        Settled known = known_arrangement(graph, memory_);
        if (graph.nodes.empty() || (graph.nodes.size() - known.loose.size()) * kKnown < graph.nodes.size()) {
            return std::nullopt;
        }
        hold_ = hold(graph, memory_);
        for (const std::size_t node : known.loose) {
            hold_.was[node].reset();
        }
        draw(graph, std::move(known));
        const Drawing& drawing = best_.fit.drawing;
        return best_.fit.flaws > 0 || drawing.too_wide || drawing.boxes.empty() ? std::nullopt : std::optional(drawing);
    }

private:
    [[nodiscard]] bool is_of_use() const {
        return memory_.kind == Memory::Kind::columns && memory_.engine == options_.engine && !memory_.columns.empty() &&
               memory_.columns.size() <= kMostColumns &&
               (held_ || std::abs(memory_.width - options_.width) <= kOtherWidth * options_.width);
    }

    void draw(const Graph& graph, Settled known) {
        PackOptions packing;
        packing.gap = options_.gap;
        const std::size_t finds =
            std::clamp<std::size_t>(kSettledSize / (graph.nodes.size() + graph.edges.size()), 1, kSettled);
        for (const Arrangement& full : settle_in(graph, std::move(known), packing, held_ ? &hold_ : nullptr,
                                                 {options_.most_height, finds}, deadline_)) {
            Hold hold = hold_;
            hold.lefts = memory_.columns;
            for (double& left : hold.lefts) {
                left -= options_.margin_reach;
            }
            const Arrangement arrangement = without_gaps(full, hold.lefts);
            if (!held_) {
                consider(fit(measure_, options_, arrangement, nullptr, deadline_), arrangement);
                continue;
            }
            consider_held(arrangement, hold);
        }
    }

    void consider(Fit found, const Arrangement& arrangement) {
        const double cost = cost_of(found, arrangement, options_);
        if (cost < best_.cost) {
            best_ = {std::move(found), cost};
        }
    }

    /// With everything as near to its place as can be, and with what straight lines join going together.
    void consider_held(const Arrangement& arrangement, Hold hold) {
        Best better;
        for (const bool follow : {false, true}) {
            hold.follow = follow;
            Fit found = fit(measure_, options_, arrangement, &hold, deadline_);
            const double cost = cost_of(found, arrangement, options_) + broken(found.drawing, hold) +
                                kFollowed * movement(found.drawing, hold);
            if (cost < better.cost) {
                better = {std::move(found), cost};
            }
        }
        const double cost = better.cost + (kMovedPoint - kFollowed) * movement(better.fit.drawing, hold);
        if (cost < best_.cost) {
            best_ = {std::move(better.fit), cost};
        }
    }

    const Measure& measure_;
    const LayoutOptions& options_;
    const Deadline& deadline_;
    Memory memory_;
    bool held_; ///< places stay, and not only columns and order
    Hold hold_;
    Best best_;
};

} // namespace

MemoryPage page_of(const LayoutOptions& options) {
    return {options.width, options.margin_reach, options.scale, options.engine};
}

Drawing lay_out_network(const Measure& measure, const LayoutOptions& options) {
    const Deadline deadline(options.timeout);
    if (options.previous) {
        if (std::optional<Drawing> drawing = Sequel(measure, options, deadline).run()) {
            return std::move(*drawing);
        }
    }
    Best best;
    int columns = column_count(options);
    draw(measure, options, columns, deadline, best);
    // Fewer columns leave the lines between them more room. A large chart has one more try only.
    const std::size_t lines = best.fit.drawing.graph.edges.size();
    const int least = lines > kManyLines ? std::max(1, columns - 1) : 1;
    while (columns > least && (best.fit.drawing.too_wide || best.fit.flaws > 0)) {
        draw(measure, options, --columns, deadline, best);
    }
    return best.fit.drawing;
}

} // namespace demarche::network
