#include "network/cost.hpp"
#include "network/place.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kGain = 0.5;      ///< less is not worth a move
constexpr std::size_t kSmall = 18; ///< nodes up to which every place is tried
constexpr int kKick = 3;           ///< nodes moved at random
constexpr std::size_t kNear = 2;   ///< places above and below the neighbours' middle that are tried else

/// Deterministic hill climbing: nodes in order, for each the best of the places tried.
class Search {
public:
    Search(const Graph& graph, Arrangement arrangement, const PackOptions& options, int trials)
        : graph_(graph), options_(options), best_(std::move(arrangement)), trials_(trials) {
        options_.thorough = false;
        find_followers();
        packing_ = pack(graph_, best_, options_);
        cost_ = estimated_cost(graph_, best_, packing_);
    }

    Arrangement run() {
        climb();
        Arrangement top = best_;
        Packing top_packing = packing_;
        double top_cost = cost_;
        // A climb ends on the nearest hill: kick the best so far and climb again.
        while (trials_ > 0) {
            kick();
            climb();
            if (cost_ < top_cost - kGain) {
                top = best_;
                top_packing = packing_;
                top_cost = cost_;
            } else {
                best_ = top;
                packing_ = top_packing;
                cost_ = top_cost;
            }
        }
        return top;
    }

private:
    struct Place {
        std::size_t column = 0;
        std::size_t index = 0;
    };

    [[nodiscard]] Place find(const Arrangement& arrangement, std::size_t node) const {
        for (std::size_t c = 0; c < arrangement.size(); ++c) {
            for (std::size_t i = 0; i < arrangement[c].size(); ++i) {
                if (arrangement[c][i] == node) {
                    return {c, i};
                }
            }
        }
        return {};
    }

    void climb() {
        bool better = true;
        while (better && trials_ > 0) {
            better = false;
            for (std::size_t node = 0; node < graph_.nodes.size() && trials_ > 0; ++node) {
                better = move_nodes({node}) || better;
                if (!followers_[node].empty() && trials_ > 0) {
                    std::vector<std::size_t> block{node};
                    block.insert(block.end(), followers_[node].begin(), followers_[node].end());
                    better = move_nodes(block) || better;
                }
            }
            for (std::size_t node = 0; node < graph_.nodes.size() && trials_ > 0; ++node) {
                better = swap_node(node) || better;
            }
        }
    }

    /// The same numbers on every machine (Lehmer's generator, MINSTD).
    std::size_t draw(std::size_t below) {
        random_ = random_ * 48271 % 2147483647;
        return static_cast<std::size_t>(random_) % below;
    }

    /// Moves a few nodes to anywhere.
    void kick() {
        for (int moves = 0; moves < kKick; ++moves) {
            const std::size_t node = draw(graph_.nodes.size());
            const Place home = find(best_, node);
            best_[home.column].erase(best_[home.column].begin() + static_cast<std::ptrdiff_t>(home.index));
            auto& column = best_[draw(best_.size())];
            column.insert(column.begin() + static_cast<std::ptrdiff_t>(draw(column.size() + 1)), node);
        }
        --trials_;
        packing_ = pack(graph_, best_, options_);
        cost_ = estimated_cost(graph_, best_, packing_);
    }

    bool try_arrangement(Arrangement candidate) {
        --trials_;
        Packing packing = pack(graph_, candidate, options_);
        const double cost = estimated_cost(graph_, candidate, packing);
        if (cost < cost_ - kGain) {
            cost_ = cost;
            best_ = std::move(candidate);
            packing_ = std::move(packing);
            return true;
        }
        return false;
    }

    /// The mean height of a node's neighbours.
    [[nodiscard]] double pull(std::size_t node) const {
        double sum = 0;
        int count = 0;
        for (const Edge& edge : graph_.edges) {
            if (edge.from.node == node || edge.to.node == node) {
                const std::size_t other = edge.from.node == node ? edge.to.node : edge.from.node;
                sum += packing_.tops[other];
                ++count;
            }
        }
        return count > 0 ? sum / count : packing_.tops[node];
    }

    /// Nodes that are joined to one other alone follow it: a host its talks, a meeting its only card.
    void find_followers() {
        followers_.resize(graph_.nodes.size());
        for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
            std::set<std::size_t> neighbours;
            for (const Edge& edge : graph_.edges) {
                if (edge.from.node == node || edge.to.node == node) {
                    neighbours.insert(edge.from.node == node ? edge.to.node : edge.from.node);
                }
            }
            if (neighbours.size() == 1) {
                followers_[*neighbours.begin()].push_back(node);
            }
        }
    }

    /// Tries the nodes, one under the other, in every place (near their neighbours, where there are many).
    bool move_nodes(const std::vector<std::size_t>& block) {
        const Arrangement before = best_;
        Arrangement without = best_;
        for (auto& column : without) {
            column.erase(std::remove_if(column.begin(), column.end(),
                                        [&](std::size_t node) {
                                            return std::find(block.begin(), block.end(), node) != block.end();
                                        }),
                         column.end());
        }
        const double wanted = pull(block.front());
        const std::vector<double> tops = packing_.tops;
        bool better = false;
        for (std::size_t c = 0; c < without.size(); ++c) {
            std::size_t nearest = 0;
            while (nearest < without[c].size() && tops[without[c][nearest]] < wanted) {
                ++nearest;
            }
            for (std::size_t i = 0; i <= without[c].size() && trials_ > 0; ++i) {
                if (graph_.nodes.size() > kSmall && (i + kNear < nearest || i > nearest + kNear)) {
                    continue;
                }
                Arrangement candidate = without;
                candidate[c].insert(candidate[c].begin() + static_cast<std::ptrdiff_t>(i), block.begin(), block.end());
                if (candidate != before) {
                    better = try_arrangement(std::move(candidate)) || better;
                }
            }
        }
        return better;
    }

    bool swap_node(std::size_t node) {
        bool better = false;
        for (std::size_t other = node + 1; other < graph_.nodes.size() && trials_ > 0; ++other) {
            const Place a = find(best_, node);
            const Place b = find(best_, other);
            const double distance = std::abs(packing_.tops[node] - packing_.tops[other]);
            if (graph_.nodes.size() > kSmall && distance > 150) {
                continue;
            }
            Arrangement candidate = best_;
            std::swap(candidate[a.column][a.index], candidate[b.column][b.index]);
            better = try_arrangement(std::move(candidate)) || better;
        }
        return better;
    }

    const Graph& graph_;
    PackOptions options_;
    Arrangement best_;
    Packing packing_;
    std::vector<std::vector<std::size_t>> followers_;
    double cost_ = 0;
    int trials_;
    std::uint64_t random_ = 1;
};

} // namespace

Arrangement improve(const Graph& graph, Arrangement arrangement, const PackOptions& options, int trials) {
    return Search(graph, std::move(arrangement), options, trials).run();
}

} // namespace demarche::network
