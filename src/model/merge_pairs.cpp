#include "model/merge_pairs.hpp"

#include <algorithm>
#include <tuple>

namespace demarche {
namespace {

/// Pairs actors by their names.
class ActorPairing {
public:
    ActorPairing(const Model& dossier, const std::vector<Actor>& found)
        : known_(dossier.actors.begin(), dossier.actors.end()),
          rejected_(dossier.rejected.actors.begin(), dossier.rejected.actors.end()),
          found_(found.begin(), found.end()),
          pairs_(found.size()),
          taken_(known_.size()) {}

    std::vector<ActorPair> pairs() {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            pair_surely(i);
        }
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (!pairs_[i].known && !pairs_[i].rejected) {
                pair_renamed(i);
            }
        }
        std::vector<ActorPair> weak = pairs_;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (!pairs_[i].known && !pairs_[i].rejected) {
                weak[i] = paired_weakly(i);
            }
        }
        return weak;
    }

private:
    void pair_surely(std::size_t i) {
        ActorPair& pair = pairs_[i];
        if (pair.index = surely(found_[i], known_); pair.index < known_.size()) {
            pair.known = true;
            taken_[pair.index] = true;
        } else if (pair.index = surely(found_[i], rejected_); pair.index < rejected_.size()) {
            pair.rejected = true;
        }
    }

    /// Under whatever name a person has it now.
    void pair_renamed(std::size_t i) {
        ActorPair& pair = pairs_[i];
        for (std::size_t k = 0; k < known_.size() && !pair.known; ++k) {
            if (!taken_[k] && renamed(found_[i], known_[k])) {
                pair.known = true;
                pair.index = k;
                taken_[k] = true;
            }
        }
        for (std::size_t k = 0; k < rejected_.size() && !pair.known && !pair.rejected; ++k) {
            if (renamed(found_[i], rejected_[k])) {
                pair.rejected = true;
                pair.index = k;
            }
        }
    }

    /// Of those that bear exactly the name the first that is free (two can bear one name), else the first of them, else
    /// the first that is surely the same; the size where there is none.
    [[nodiscard]] std::size_t surely(const ActorTraits& actor, const std::vector<ActorTraits>& among) const {
        std::size_t exact = among.size();
        std::size_t like = among.size();
        for (std::size_t i = among.size(); i-- > 0;) {
            const bool same_name = likeness(actor, among[i]) == 2 && actor.name == among[i].name;
            const bool is_free = &among != &known_ || !taken_[i];
            const bool best_is_free = exact < among.size() && (&among != &known_ || !taken_[exact]);
            exact = same_name && (is_free || !best_is_free) ? i : exact;
            like = likeness(actor, among[i]) == 2 ? i : like;
        }
        return exact < among.size() ? exact : like;
    }

    /// A name of one word tells where one actor of the dossier has it, and no other among the found.
    [[nodiscard]] ActorPair paired_weakly(std::size_t i) const {
        ActorPair pair;
        const auto is_like = [&](const ActorTraits& one) { return likeness(one, found_[i]) > 0; };
        const auto first = std::find_if(known_.begin(), known_.end(), is_like);
        if (first == known_.end()) {
            return pair;
        }
        pair.index = static_cast<std::size_t>(first - known_.begin());
        bool alone = std::count_if(known_.begin(), known_.end(), is_like) == 1;
        for (std::size_t j = 0; j < found_.size(); ++j) {
            const bool is_it = pairs_[j].known && pairs_[j].index == pair.index;
            alone =
                alone && (j == i || is_it || (likeness(found_[j], found_[i]) == 0 && likeness(found_[j], *first) == 0));
        }
        pair.known = alone;
        pair.doubtful = !alone;
        return pair;
    }

    std::vector<ActorTraits> known_;
    std::vector<ActorTraits> rejected_;
    std::vector<ActorTraits> found_;
    std::vector<ActorPair> pairs_;
    std::vector<bool> taken_; ///< of the known
};

/// A found event and one of the dossier's: the rejected are counted on behind the others.
struct Candidate {
    Likeness like;
    std::size_t found = 0;
    std::size_t known = 0;
};

class EventPairing {
public:
    EventPairing(const Model& dossier, const std::vector<Event>& found) : lives_(dossier.events.size()) {
        std::vector<EventTraits> known(dossier.events.begin(), dossier.events.end());
        for (const Event& event : dossier.rejected.events) {
            known.emplace_back(event);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            const EventTraits traits(found[i]);
            for (std::size_t k = 0; k < known.size(); ++k) {
                if (const Likeness like = likeness(traits, known[k]); like.score > 0) {
                    candidates_.push_back({like, i, k});
                }
            }
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.like.score, a.found, a.known) < std::tuple(-b.like.score, b.found, b.known);
        });
        pairs_.resize(found.size());
        settled_.resize(found.size());
        taken_.resize(known.size());
    }

    std::vector<EventPair> pairs() {
        for (const Candidate& one : candidates_) {
            if (!settled_[one.found] && !taken_[one.known] && !is_tied(one)) {
                settle(one);
            }
        }
        for (const Candidate& one : candidates_) {
            const bool joins = one.known >= lives_ || (one.like.by_words && one.like.close);
            if (!settled_[one.found] && joins) {
                settle(one);
            }
        }
        for (const Candidate& one : candidates_) {
            EventPair& pair = pairs_[one.found];
            pair.doubtful = pair.doubtful || !settled_[one.found];
            if (one.known < lives_ && !(pair.known && pair.index == one.known)) {
                pair.others.push_back(one.known);
            }
        }
        return std::move(pairs_);
    }

private:
    void settle(const Candidate& one) {
        settled_[one.found] = true;
        taken_[one.known] = true;
        pairs_[one.found].rejected = one.known >= lives_;
        pairs_[one.found].known = one.known < lives_;
        pairs_[one.found].index = one.known < lives_ ? one.known : one.known - lives_;
    }

    /// Whether, with no words to tell, another event of the dossier is as like to the found one.
    [[nodiscard]] bool is_tied(const Candidate& one) const {
        return !one.like.by_words && std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
            return other.found == one.found && other.known != one.known && other.like.score == one.like.score &&
                   !taken_[other.known];
        });
    }

    std::size_t lives_;
    std::vector<Candidate> candidates_; ///< the most alike first
    std::vector<EventPair> pairs_;
    std::vector<bool> settled_;
    std::vector<bool> taken_;
};

} // namespace

std::vector<ActorPair> pair_actors(const Model& dossier, const std::vector<Actor>& found) {
    return ActorPairing(dossier, found).pairs();
}

std::vector<EventPair> pair_events(const Model& dossier, const std::vector<Event>& found) {
    return EventPairing(dossier, found).pairs();
}

} // namespace demarche
