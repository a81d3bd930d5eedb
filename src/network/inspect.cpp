#include "network/inspect.hpp"

#include "network/words.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::network {

namespace {

constexpr double kNear = 0.05;
constexpr double kLeast = 2; ///< nearer than this, parallel lines read as one

struct Piece {
    Point a;
    Point b;
    std::size_t edge = 0;

    [[nodiscard]] bool upright() const { return std::abs(a.x - b.x) < kNear; }

    [[nodiscard]] double low() const { return upright() ? std::min(a.y, b.y) : std::min(a.x, b.x); }

    [[nodiscard]] double high() const { return upright() ? std::max(a.y, b.y) : std::max(a.x, b.x); }

    [[nodiscard]] double at() const { return upright() ? a.x : a.y; }
};

std::vector<Piece> pieces(const Drawing& drawing) {
    std::vector<Piece> found;
    for (std::size_t r = 0; r < drawing.routes.size(); ++r) {
        for (std::size_t i = 0; i + 1 < drawing.routes[r].size(); ++i) {
            const Piece stretch{drawing.routes[r][i], drawing.routes[r][i + 1], r};
            if (stretch.high() - stretch.low() > kNear) {
                found.push_back(stretch);
            }
        }
    }
    return found;
}

class Inspection {
public:
    explicit Inspection(const Drawing& drawing) : drawing_(drawing), stretches_(pieces(drawing)) {}

    Flaws run() {
        boxes();
        lines();
        for (std::size_t i = 0; i < drawing_.graph.edges.size(); ++i) {
            edge(i);
        }
        shared();
        return flaws_;
    }

private:
    [[nodiscard]] std::string node_name(std::size_t node) const {
        const Node& named = drawing_.graph.nodes[node];
        return named.lines.empty() ? named.id : "\"" + named.lines.front() + "\"";
    }

    [[nodiscard]] std::string edge_name(std::size_t edge) const {
        const Edge& named = drawing_.graph.edges[edge];
        return "the line from " + node_name(named.from.node) + " to " + node_name(named.to.node);
    }

    [[nodiscard]] std::string words_name(std::size_t edge) const {
        const std::string& words = drawing_.graph.edges[edge].words;
        return words.empty() ? "the words of " + edge_name(edge) : "\"" + words + "\"";
    }

    void note(int& count, const std::string& words) {
        ++count;
        flaws_.examples.push_back(words);
    }

    void boxes() {
        std::vector<std::pair<Box, std::string>> all;
        for (std::size_t i = 0; i < drawing_.boxes.size(); ++i) {
            all.emplace_back(drawing_.boxes[i], node_name(i));
        }
        for (std::size_t i = 0; i < drawing_.labels.size(); ++i) {
            if (drawing_.labels[i].width() > 0) {
                all.emplace_back(drawing_.labels[i], words_name(i));
            }
        }
        const Box page{0, 0, drawing_.size.width, drawing_.size.height};
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!contains(page, all[i].first)) {
                note(flaws_.outside, all[i].second + " outside");
            }
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                if (overlap(all[i].first, all[j].first)) {
                    note(flaws_.overlaps, all[i].second + " on " + all[j].second);
                }
            }
        }
    }

    void lines() {
        const Box page{0, 0, drawing_.size.width, drawing_.size.height};
        for (const Piece& stretch : stretches_) {
            const Box way{std::min(stretch.a.x, stretch.b.x), std::min(stretch.a.y, stretch.b.y),
                          std::max(stretch.a.x, stretch.b.x), std::max(stretch.a.y, stretch.b.y)};
            if (!contains(page, way)) {
                note(flaws_.outside, edge_name(stretch.edge) + " outside");
            }
            for (std::size_t i = 0; i < drawing_.boxes.size(); ++i) {
                if (strikes(stretch.a, stretch.b, drawing_.boxes[i].grown(-kNear))) {
                    note(flaws_.struck_nodes, edge_name(stretch.edge) + " through " + node_name(i));
                }
            }
            for (std::size_t i = 0; i < drawing_.labels.size(); ++i) {
                if (drawing_.labels[i].width() > 0 && strikes(stretch.a, stretch.b, drawing_.labels[i])) {
                    note(flaws_.struck_words, edge_name(stretch.edge) + " through " + words_name(i));
                }
            }
        }
    }

    void edge(std::size_t index) {
        const Edge& edge = drawing_.graph.edges[index];
        const auto& route = drawing_.routes[index];
        if (route.size() < 2 || (has_label(edge) && drawing_.labels[index].width() <= 0)) {
            note(flaws_.missing, edge_name(index) + " missing");
            return;
        }
        for (std::size_t i = 0; i + 1 < route.size(); ++i) {
            if (std::abs(route[i].x - route[i + 1].x) > kNear && std::abs(route[i].y - route[i + 1].y) > kNear) {
                note(flaws_.bad_ends, edge_name(index) + " slants");
            }
        }
        end(edge.from, route[0], route[1], index);
        end(edge.to, route[route.size() - 1], route[route.size() - 2], index);
    }

    void end(const End& end, Point border, Point before, std::size_t edge) {
        const Box& box = drawing_.boxes[end.node];
        const bool on_side = std::abs(border.x - box.left) < kNear || std::abs(border.x - box.right) < kNear;
        const bool on_top = std::abs(border.y - box.top) < kNear || std::abs(border.y - box.bottom) < kNear;
        const bool level = std::abs(border.y - before.y) < kNear;
        const Row band = side_band(drawing_.graph, end);
        const bool in_band =
            border.y > box.top + band.top - kNear && border.y < box.top + band.top + band.height + kNear;
        const bool in_width = border.x > box.left && border.x < box.right;
        if (!(on_side && level && in_band) && !(on_top && !level && in_width)) {
            note(flaws_.bad_ends, edge_name(edge) + " ends badly at " + node_name(end.node));
        }
    }

    void shared() {
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            for (std::size_t j = i + 1; j < stretches_.size(); ++j) {
                const Piece& a = stretches_[i];
                const Piece& b = stretches_[j];
                const bool one_way = drawing_.shared_ways &&
                                     drawing_.graph.edges[a.edge].to.node == drawing_.graph.edges[b.edge].to.node;
                if (a.edge != b.edge && !(one_way && a.upright()) && a.upright() == b.upright() &&
                    std::abs(a.at() - b.at()) < kLeast && a.low() < b.high() - kNear && b.low() < a.high() - kNear) {
                    note(flaws_.shared, edge_name(a.edge) + " on " + edge_name(b.edge));
                }
            }
        }
    }

    const Drawing& drawing_;
    std::vector<Piece> stretches_;
    Flaws flaws_;
};

} // namespace

Flaws inspect(const Drawing& drawing) {
    return Inspection(drawing).run();
}

std::string in_words(const Flaws& flaws, std::size_t most) {
    std::string words;
    const std::size_t named = std::min(most, flaws.examples.size());
    for (std::size_t i = 0; i < named; ++i) {
        words += (i > 0 ? "; " : "") + flaws.examples[i];
    }
    return flaws.examples.size() > named
               ? words + (named > 0 ? "; and " : "") + std::to_string(flaws.examples.size() - named) + " more"
               : words;
}

int count_crossings(const Drawing& drawing) {
    const std::vector<Piece> all = pieces(drawing);
    int count = 0;
    for (const Piece& upright : all) {
        for (const Piece& level : all) {
            if (upright.upright() && !level.upright() && upright.edge != level.edge && level.at() > upright.low() &&
                level.at() < upright.high() && upright.at() > level.low() && upright.at() < level.high()) {
                ++count;
            }
        }
    }
    return count;
}

} // namespace demarche::network
