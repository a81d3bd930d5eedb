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
constexpr int kWalks = 24;
constexpr int kInVain = 10;        ///< walks without a better find, after which no more is hoped for
constexpr double kThreshold = 200; ///< of cost, at the beginning of a walk
constexpr int kClimbShare = 5;     ///< of a walk's trials one in so many is left for the climb after it
constexpr int kChecked = 16;       ///< trials from one look at the clock to the next
constexpr std::size_t kNear = 2;   ///< places above and below the neighbours' middle that are tried else

/// Deterministic: climbs the nearest hill (nodes in order, for each the best of the places tried), then wanders
/// and climbs again.
class Search {
public:
    Search(const Graph& graph,
           Arrangement arrangement,
           const PackOptions& options,
           const SearchOptions& search,
           const Deadline& deadline)
        : graph_(graph),
          search_(search),
          deadline_(deadline),
          packer_(graph, {options.gap, false}),
          estimator_(graph, search.most_height),
          best_(std::move(arrangement)),
          neighbours_(graph.nodes.size()),
          followers_(graph.nodes.size()),
          trials_(search.trials) {
        find_followers();
        packing_ = packer_.pack(best_);
        cost_ = estimator_.cost(best_, packing_);
    }

    std::vector<Arrangement> run() {
        climb();
        keep();
        int in_vain = 0;
        for (int walk = 0; walk < kWalks && trials_ > 0 && in_vain < kInVain; ++walk) {
            const double least = finds_.front().cost;
            wander(trials_ / (kWalks - walk));
            climb();
            keep();
            in_vain = finds_.front().cost < least - kGain ? 0 : in_vain + 1;
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
            random_move();
            if (accept(cost_ + kThreshold * left * left) && cost_ < top_cost) {
                top = best_;
                top_cost = cost_;
            }
        }
        best_ = std::move(top);
        packing_ = packer_.pack(best_);
        cost_ = top_cost;
    }

    /// Changes the candidate, which begins as the best.
    void random_move() {
        candidate_ = best_;
        const std::size_t node = draw(graph_.nodes.size());
        if (draw(4) == 0) {
            const std::size_t other = draw(graph_.nodes.size());
            const Place home = find(candidate_, node);
            const Place there = find(candidate_, other);
            std::swap(candidate_[home.column][home.index], candidate_[there.column][there.index]);
            return;
        }
        block_.assign(1, node);
        if (draw(2) == 0) {
            block_.insert(block_.end(), followers_[node].begin(), followers_[node].end());
        }
        take_out(candidate_, block_);
        auto& column = candidate_[draw(candidate_.size())];
        column.insert(column.begin() + static_cast<std::ptrdiff_t>(draw(column.size() + 1)), block_.begin(),
                      block_.end());
    }

    static void take_out(Arrangement& arrangement, const std::vector<std::size_t>& block) {
        for (auto& column : arrangement) {
            column.erase(std::remove_if(column.begin(), column.end(),
                                        [&](std::size_t node) {
                                            return std::find(block.begin(), block.end(), node) != block.end();
                                        }),
                         column.end());
        }
    }

    /// The candidate becomes the best where it costs less than `limit`.
    bool accept(double limit) {
        if (--trials_ % kChecked == 0) {
            deadline_.check();
        }
        const Packing& packing = packer_.pack(candidate_);
        const double cost = estimator_.cost(candidate_, packing, limit);
        if (cost >= limit) {
            return false;
        }
        cost_ = cost;
        best_.swap(candidate_);
        packing_ = packing;
        return true;
    }

    bool accept_better() { return accept(cost_ - kGain); }

    /// The mean height of a node's neighbours.
    [[nodiscard]] double pull(std::size_t node) const {
        double sum = 0;
        for (const std::size_t other : neighbours_[node]) {
            sum += packing_.tops[other];
        }
        return neighbours_[node].empty() ? packing_.tops[node] : sum / static_cast<double>(neighbours_[node].size());
    }

    /// Nodes that are joined to one other alone follow it: a host its talks, a meeting its only card.
    void find_followers() {
        for (const Edge& edge : graph_.edges) {
            neighbours_[edge.from.node].push_back(edge.to.node);
            neighbours_[edge.to.node].push_back(edge.from.node);
        }
        for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
            const std::set<std::size_t> different(neighbours_[node].begin(), neighbours_[node].end());
            if (different.size() == 1) {
                followers_[*different.begin()].push_back(node);
            }
        }
    }

    /// Tries the nodes, one under the other, in every place (near their neighbours, where there are many).
    bool move_nodes(const std::vector<std::size_t>& block) {
        const Arrangement before = best_;
        Arrangement without = best_;
        take_out(without, block);
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
                candidate_ = without;
                candidate_[c].insert(candidate_[c].begin() + static_cast<std::ptrdiff_t>(i), block.begin(),
                                     block.end());
                if (candidate_ != before) {
                    better = accept_better() || better;
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
            candidate_ = best_;
            std::swap(candidate_[a.column][a.index], candidate_[b.column][b.index]);
            better = accept_better() || better;
        }
        return better;
    }

    const Graph& graph_;
    SearchOptions search_;
    const Deadline& deadline_;
    Packer packer_;
    Estimator estimator_;
    std::vector<Find> finds_; ///< best first
    Arrangement best_;
    Arrangement candidate_;
    Packing packing_; ///< of the best
    std::vector<std::size_t> block_;
    std::vector<std::vector<std::size_t>> neighbours_; ///< one for each edge
    std::vector<std::vector<std::size_t>> followers_;
    double cost_ = 0;
    int trials_;
    std::uint64_t random_ = 1;
};

} // namespace

std::vector<Arrangement> improve(const Graph& graph,
                                 Arrangement arrangement,
                                 const PackOptions& options,
                                 const SearchOptions& search,
                                 const Deadline& deadline) {
    return Search(graph, std::move(arrangement), options, search, deadline).run();
}

} // namespace demarche::network
