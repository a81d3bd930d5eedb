#include "network/settle_in.hpp"

#include "network/cost.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kOffColumn = 2;   ///< points that a node may stand off its column's middle
constexpr std::size_t kSmall = 24; ///< nodes up to which every place is tried
constexpr std::size_t kNear = 3;   ///< else: places above and below the neighbours' middle
constexpr int kSweeps = 3;         ///< in which several loose nodes look for places beside each other

std::optional<std::size_t> column_at(const Memory& memory, const Box& box) {
    for (std::size_t c = 0; c < memory.columns.size(); ++c) {
        if (std::abs(memory.columns[c] + memory.card_width / 2 - box.centre().x) <= kOffColumn) {
            return c;
        }
    }
    return std::nullopt;
}

/// Hubs in their old order whose new times rise: the most of them. The others have changed places in time.
std::set<std::size_t> in_step(const Graph& graph, const std::vector<std::size_t>& hubs) {
    std::vector<std::size_t> length(hubs.size(), 1);
    std::vector<std::size_t> before(hubs.size(), hubs.size());
    std::size_t last = 0;
    for (std::size_t i = 0; i < hubs.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (graph.nodes[hubs[j]].time < graph.nodes[hubs[i]].time && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        last = length[i] > length[last] ? i : last;
    }
    std::set<std::size_t> found;
    for (std::size_t i = last; i < hubs.size(); i = before[i]) {
        found.insert(hubs[i]);
    }
    return found;
}

/// Hubs that another one was before and now certainly is after, or the other way round.
std::set<std::size_t> out_of_time(const Graph& graph, const Memory& memory) {
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].kind == NodeKind::hub) {
            index[graph.nodes[i].id] = i;
        }
    }
    std::vector<std::size_t> hubs; // in their old order
    for (const std::string& id : memory.hubs) {
        const auto known = index.find(id);
        if (known != index.end()) {
            hubs.push_back(known->second);
            index.erase(known);
        }
    }
    const std::set<std::size_t> steady = in_step(graph, hubs);
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < hubs.size(); ++i) {
        for (std::size_t j = i + 1; j < hubs.size(); ++j) {
            if (is_before(graph.nodes[hubs[j]], graph.nodes[hubs[i]])) {
                found.insert(steady.count(hubs[i]) > 0 ? hubs[j] : hubs[i]);
            }
        }
    }
    return found;
}

class SettleIn {
public:
    SettleIn(const Graph& graph,
             Settled known,
             const PackOptions& packing,
             const Hold* hold,
             const SettleOptions& options,
             const Deadline& deadline)
        : graph_(graph),
          loose_(std::move(known.loose)),
          finds_(options.finds),
          deadline_(deadline),
          packer_(graph, {packing.gap, false}),
          estimator_(graph, options.most_height) {
        if (hold != nullptr) {
            held_.emplace(graph, packing, *hold);
        }
        order_ = by_ties(known.arrangement);
        for (const std::size_t node : order_) {
            put_by_neighbours(node, known.arrangement);
        }
        beam_.push_back({std::move(known.arrangement), 0});
    }

    std::vector<Arrangement> run() {
        for (int sweep = 0; sweep < (order_.size() > 1 ? kSweeps : 1); ++sweep) {
            for (const std::size_t node : order_) {
                settle(node);
            }
        }
        std::vector<Arrangement> found;
        for (Candidate& candidate : beam_) {
            found.push_back(std::move(candidate.arrangement));
        }
        return found;
    }

private:
    struct Candidate {
        Arrangement arrangement;
        double cost = 0;
    };

    /// Those tied most to what stands first; the lines to each that has come to stand count too.
    [[nodiscard]] std::vector<std::size_t> by_ties(const Arrangement& known) const {
        std::vector<bool> stands(graph_.nodes.size(), false);
        for (const auto& column : known) {
            for (const std::size_t node : column) {
                stands[node] = true;
            }
        }
        std::vector<std::size_t> order;
        std::vector<std::size_t> rest = loose_;
        while (!rest.empty()) {
            const auto ties = [&](std::size_t node) {
                return std::count_if(graph_.edges.begin(), graph_.edges.end(), [&](const Edge& edge) {
                    return (edge.from.node == node && stands[edge.to.node]) ||
                           (edge.to.node == node && stands[edge.from.node]);
                });
            };
            const auto next = std::max_element(rest.begin(), rest.end(),
                                               [&](std::size_t a, std::size_t b) { return ties(a) < ties(b); });
            order.push_back(*next);
            stands[*next] = true;
            rest.erase(next);
        }
        return order;
    }

    /// A first place, for the others to be judged by: in the mean column of those it is tied to, under the lowest of
    /// them that stands there.
    void put_by_neighbours(std::size_t node, Arrangement& arrangement) const {
        double sum = 0;
        int count = 0;
        std::vector<std::size_t> below(arrangement.size(), 0);
        for (std::size_t c = 0; c < arrangement.size(); ++c) {
            for (std::size_t i = 0; i < arrangement[c].size(); ++i) {
                const std::size_t other = arrangement[c][i];
                if (are_tied(node, other)) {
                    sum += static_cast<double>(c);
                    ++count;
                    below[c] = i + 1;
                }
            }
        }
        const std::size_t column =
            count > 0 ? static_cast<std::size_t>(std::lround(sum / count)) : arrangement.size() / 2;
        auto& nodes = arrangement[column];
        const std::size_t place = below[column] > 0 ? below[column] : nodes.size();
        nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(place), node);
    }

    [[nodiscard]] bool are_tied(std::size_t a, std::size_t b) const {
        return std::any_of(graph_.edges.begin(), graph_.edges.end(), [&](const Edge& edge) {
            return (edge.from.node == a && edge.to.node == b) || (edge.from.node == b && edge.to.node == a);
        });
    }

    const Packing& pack(const Arrangement& arrangement) {
        return held_ ? held_->pack(arrangement) : packer_.pack(arrangement);
    }

    double cost(const Arrangement& arrangement) {
        const Packing& packing = pack(arrangement);
        return estimator_.cost(arrangement, packing) + (held_ ? kMovedPoint * held_->movement() : 0);
    }

    /// The node in every place (or the nearest ones) of every arrangement that was good so far.
    void settle(std::size_t node) {
        std::vector<Candidate> found;
        for (const Candidate& from : beam_) {
            deadline_.check();
            const std::vector<double> tops = pack(from.arrangement).tops;
            Arrangement without = from.arrangement;
            for (auto& column : without) {
                column.erase(std::remove(column.begin(), column.end(), node), column.end());
            }
            for (std::size_t c = 0; c < without.size(); ++c) {
                const auto [first, last] = places(without[c], tops, node);
                for (std::size_t i = first; i <= last; ++i) {
                    Candidate tried{without, 0};
                    auto& column = tried.arrangement[c];
                    column.insert(column.begin() + static_cast<std::ptrdiff_t>(i), node);
                    tried.cost = cost(tried.arrangement);
                    keep(std::move(tried), found);
                }
            }
        }
        beam_ = std::move(found);
    }

    void keep(Candidate candidate, std::vector<Candidate>& found) const {
        const auto same = [&](const Candidate& other) { return other.arrangement == candidate.arrangement; };
        if (std::any_of(found.begin(), found.end(), same)) {
            return;
        }
        const auto place = std::find_if(found.begin(), found.end(),
                                        [&](const Candidate& other) { return other.cost > candidate.cost; });
        found.insert(place, std::move(candidate));
        found.resize(std::min(found.size(), finds_));
    }

    /// The first and the last place in the column that are worth a try.
    std::pair<std::size_t, std::size_t>
    places(const std::vector<std::size_t>& column, const std::vector<double>& tops, std::size_t node) const {
        if (graph_.nodes.size() <= kSmall) {
            return {0, column.size()};
        }
        double sum = 0;
        int count = 0;
        for (const Edge& edge : graph_.edges) {
            const bool from = edge.from.node == node;
            const std::size_t other = from ? edge.to.node : edge.from.node;
            if ((from || edge.to.node == node) && other != node) {
                sum += tops[other];
                ++count;
            }
        }
        const double wanted = count > 0 ? sum / count : 1e9; // tied to nobody: at the end
        std::size_t nearest = 0;
        while (nearest < column.size() && tops[column[nearest]] < wanted) {
            ++nearest;
        }
        return {nearest > kNear ? nearest - kNear : 0, std::min(nearest + kNear, column.size())};
    }

    const Graph& graph_;
    std::vector<std::size_t> loose_;
    std::vector<std::size_t> order_; ///< of the loose nodes
    std::size_t finds_;
    const Deadline& deadline_;
    Packer packer_;
    std::optional<HeldPacker> held_;
    Estimator estimator_;
    std::vector<Candidate> beam_; ///< best first
};

} // namespace

Settled known_arrangement(const Graph& graph, const Memory& memory) {
    const std::set<std::size_t> moved = out_of_time(graph, memory);
    Settled known;
    known.arrangement.resize(memory.columns.size());
    std::vector<double> middles(graph.nodes.size(), 0);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto place = memory.nodes.find(graph.nodes[i].id);
        const auto column = place == memory.nodes.end() ? std::nullopt : column_at(memory, place->second.box);
        if (!column || moved.count(i) > 0) {
            known.loose.push_back(i);
            continue;
        }
        middles[i] = place->second.box.centre().y;
        known.arrangement[*column].push_back(i);
    }
    for (auto& column : known.arrangement) {
        std::stable_sort(column.begin(), column.end(),
                         [&](std::size_t a, std::size_t b) { return middles[a] < middles[b]; });
    }
    return known;
}

std::vector<Arrangement> settle_in(const Graph& graph,
                                   Settled known,
                                   const PackOptions& packing,
                                   const Hold* hold,
                                   const SettleOptions& options,
                                   const Deadline& deadline) {
    return SettleIn(graph, std::move(known), packing, hold, options, deadline).run();
}

} // namespace demarche::network
