#include "network/cost.hpp"
#include "network/place.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <utility>

namespace demarche::network {

namespace {

constexpr double kGain = 0.5;      ///< less is not worth a move
constexpr std::size_t kSmall = 18; ///< nodes up to which every place is tried
constexpr int kWalks = 5;
constexpr double kThreshold = 200; ///< of cost, at the beginning of a walk
constexpr int kClimbShare = 5;     ///< of a walk's trials one in so many is left for the climb after it
constexpr std::size_t kNear = 2;   ///< places above and below the neighbours' middle that are tried else

/// Deterministic: climbs the nearest hill (nodes in order, for each the best of the places tried), then wanders
/// and climbs again.
class Search {
public:
    Search(const Graph& graph, Arrangement arrangement, const PackOptions& options, const SearchOptions& search)
        : graph_(graph), options_(options), search_(search), best_(std::move(arrangement)), trials_(search.trials) {
        options_.thorough = false;
        find_followers();
        packing_ = pack(graph_, best_, options_);
        cost_ = estimated_cost(graph_, best_, packing_);
    }

    std::vector<Arrangement> run() {
        climb();
        keep();
        for (int walk = 0; walk < kWalks && trials_ > 0; ++walk) {
            wander(trials_ / (kWalks - walk));
            climb();
            keep();
        }
        std::vector<Arrangement> arrangements;
        for (Find& find : finds_) {
            arrangements.push_back(std::move(find.arrangement));
        }
        return arrangements;
    }

private:
    struct Find {
        Arrangement arrangement;
        double cost = 0;
    };

    /// Remembers where a climb ended, if it is among the best.
    void keep() {
        const auto same = [&](const Find& find) { return find.arrangement == best_; };
        if (std::any_of(finds_.begin(), finds_.end(), same)) {
            return;
        }
        const auto place =
            std::find_if(finds_.begin(), finds_.end(), [&](const Find& find) { return find.cost > cost_; });
        finds_.insert(place, {best_, cost_});
        finds_.resize(std::min(finds_.size(), search_.finds));
    }

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

    /// Random moves, each accepted unless it makes things worse by more than a threshold that sinks to nothing
    /// (Dueck and Scheuer, "Threshold accepting", 1990). Ends at the best of the places passed; where it began does not
    /// count, so that walks end in different places.
    void wander(int steps) {
        Arrangement top = best_;
        double top_cost = std::numeric_limits<double>::infinity();
        const int walked = steps - steps / kClimbShare;
        for (int step = 0; step < walked && trials_ > 0; ++step) {
            const double left = 1 - static_cast<double>(step) / walked;
            Arrangement candidate = random_move();
            --trials_;
            Packing packing = pack(graph_, candidate, options_);
            const double cost = estimated_cost(graph_, candidate, packing);
            if (cost < cost_ + kThreshold * left * left) {
                best_ = std::move(candidate);
                packing_ = std::move(packing);
                cost_ = cost;
                if (cost_ < top_cost) {
                    top = best_;
                    top_cost = cost_;
                }
            }
        }
        best_ = std::move(top);
        packing_ = pack(graph_, best_, options_);
        cost_ = top_cost;
    }

    Arrangement random_move() {
        Arrangement candidate = best_;
        const std::size_t node = draw(graph_.nodes.size());
        const Place home = find(candidate, node);
        if (draw(4) == 0) {
            const std::size_t other = draw(graph_.nodes.size());
            const Place there = find(candidate, other);
            std::swap(candidate[home.column][home.index], candidate[there.column][there.index]);
            return candidate;
        }
        std::vector<std::size_t> block{node};
        if (draw(2) == 0) {
            block.insert(block.end(), followers_[node].begin(), followers_[node].end());
        }
        for (auto& column : candidate) {
            column.erase(std::remove_if(column.begin(), column.end(),
                                        [&](std::size_t member) {
                                            return std::find(block.begin(), block.end(), member) != block.end();
                                        }),
                         column.end());
        }
        auto& column = candidate[draw(candidate.size())];
        column.insert(column.begin() + static_cast<std::ptrdiff_t>(draw(column.size() + 1)), block.begin(),
                      block.end());
        return candidate;
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
    SearchOptions search_;
    std::vector<Find> finds_; ///< best first
    Arrangement best_;
    Packing packing_;
    std::vector<std::vector<std::size_t>> followers_;
    double cost_ = 0;
    int trials_;
    std::uint64_t random_ = 1;
};

} // namespace

std::vector<Arrangement>
improve(const Graph& graph, Arrangement arrangement, const PackOptions& options, const SearchOptions& search) {
    return Search(graph, std::move(arrangement), options, search).run();
}

} // namespace demarche::network
