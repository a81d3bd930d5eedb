#include "network/grid.hpp"

#include <algorithm>
#include <limits>

namespace demarche::network {

namespace {

constexpr double kSame = 0.75; ///< tracks nearer than this are one
constexpr double kGrace = 0.5; ///< a track exactly at the clearance is open
constexpr double kFar = 1e9;

void tidy(std::vector<double>& values, double low, double high) {
    std::sort(values.begin(), values.end());
    std::vector<double> kept;
    for (const double value : values) {
        if (value >= low && value <= high && (kept.empty() || value - kept.back() > kSame)) {
            kept.push_back(value);
        }
    }
    values = std::move(kept);
}

/// The middle between a border and the nearest of `others` beyond it; just off the border where there is none.
double beyond(double border, double nearest, double clearance) {
    const double step = 1.5 * clearance;
    return std::abs(nearest) >= kFar ? border + (nearest > 0 ? step : -step) : (border + nearest) / 2;
}

} // namespace

Grid::Grid(const Graph& graph,
           const std::vector<Box>& boxes,
           const std::vector<Box>& labels,
           const GridOptions& options)
    : options_(options), boxes_(boxes) {
    for (const Box& label : labels) {
        if (label.width() > 0) {
            labels_.push_back(label);
        }
    }
    find_columns(graph);
    find_rows(graph);
    open_right_.assign(points(), true);
    open_down_.assign(points(), true);
    for (const Box& box : boxes_) {
        block(box.grown(options_.clearance - kGrace));
    }
    for (const Box& label : labels_) {
        block(label.grown(options_.clearance / 2 - kGrace));
    }
}

double Grid::clearance() const {
    return options_.clearance - kGrace;
}

void Grid::find_columns(const Graph& graph) {
    xs_ = options_.channels;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const Box& box = boxes_[i];
        xs_.push_back(box.centre().x);
        if (!options_.channels.empty()) {
            continue;
        }
        double right = kFar;
        double left = -kFar;
        for (std::size_t j = 0; j < boxes_.size(); ++j) {
            const Box& other = boxes_[j];
            if (j != i && other.top < box.bottom && other.bottom > box.top) {
                right = other.left >= box.right ? std::min(right, other.left) : right;
                left = other.right <= box.left ? std::max(left, other.right) : left;
            }
        }
        xs_.push_back(beyond(box.right, right, options_.clearance));
        xs_.push_back(beyond(box.left, left, options_.clearance));
    }
    for (const Box& label : labels_) {
        xs_.push_back(label.left - options_.clearance);
        xs_.push_back(label.right + options_.clearance);
    }
    tidy(xs_, options_.area.left, options_.area.right);
    static_cast<void>(graph);
}

void Grid::find_rows(const Graph& graph) {
    for (const Edge& edge : graph.edges) {
        for (const End& end : {edge.from, edge.to}) {
            const Row band = side_band(graph, end);
            ys_.push_back(boxes_[end.node].top + band.top + band.height / 2);
        }
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const Box& box = boxes_[i];
        double below = kFar;
        double above = -kFar;
        for (std::size_t j = 0; j < boxes_.size(); ++j) {
            const Box& other = boxes_[j];
            if (j != i && other.left < box.right && other.right > box.left) {
                below = other.top >= box.bottom ? std::min(below, other.top) : below;
                above = other.bottom <= box.top ? std::max(above, other.bottom) : above;
            }
        }
        ys_.push_back(beyond(box.bottom, below, options_.clearance));
        ys_.push_back(beyond(box.top, above, options_.clearance));
    }
    for (const Box& label : labels_) {
        ys_.push_back(label.top - options_.clearance);
        ys_.push_back(label.bottom + options_.clearance);
    }
    tidy(ys_, options_.area.top, options_.area.bottom);
}

void Grid::block(const Box& obstacle) {
    for (std::size_t row = 0; row < ys_.size(); ++row) {
        const bool level = ys_[row] > obstacle.top && ys_[row] < obstacle.bottom;
        const bool down = row + 1 < ys_.size() && ys_[row] < obstacle.bottom && ys_[row + 1] > obstacle.top;
        if (!level && !down) {
            continue;
        }
        for (std::size_t column = 0; column < xs_.size(); ++column) {
            const double x = xs_[column];
            if (level && column + 1 < xs_.size() && x < obstacle.right && xs_[column + 1] > obstacle.left) {
                open_right_[point(column, row)] = false;
            }
            if (down && x > obstacle.left && x < obstacle.right) {
                open_down_[point(column, row)] = false;
            }
        }
    }
}

bool Grid::free(Point from, Point to, std::size_t own) const {
    const Box way{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x), std::max(from.y, to.y)};
    const auto touches = [&](const Box& obstacle) {
        return way.left < obstacle.right && way.right > obstacle.left && way.top < obstacle.bottom &&
               way.bottom > obstacle.top;
    };
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        if (i != own && touches(boxes_[i].grown(options_.clearance - kGrace))) {
            return false;
        }
    }
    return std::none_of(labels_.begin(), labels_.end(),
                        [&](const Box& label) { return touches(label.grown(options_.clearance / 2 - kGrace)); });
}

} // namespace demarche::network
