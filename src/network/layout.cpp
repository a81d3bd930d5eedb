#include "network/layout.hpp"

#include "network/cost.hpp"
#include "network/fit.hpp"
#include "network/place.hpp"

#include <algorithm>
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
constexpr double kTooWide = 1500; ///< a drawing that does not fit the page
constexpr double kOver = 2;       ///< a point of width that the page lacks
constexpr double kLetter = 40;    ///< words that became a letter

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
        Fit found = fit(measure, options, arrangement, deadline);
        const double cost = cost_of(found, arrangement, options);
        if (cost < best.cost) {
            best = {std::move(found), cost};
        }
    }
}

} // namespace

Drawing lay_out_network(const Measure& measure, const LayoutOptions& options) {
    const Deadline deadline(options.timeout);
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
