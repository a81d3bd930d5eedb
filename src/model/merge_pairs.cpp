#include "model/merge_pairs.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace demarche {
namespace {

using Indices = std::vector<std::size_t>;

/// Ascending, each once.
void sort_once(Indices& indices) {
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

void append(Indices& all, const std::map<std::string, Indices>& index, const std::string& key) {
    if (const auto found = index.find(key); found != index.end()) {
        all.insert(all.end(), found->second.begin(), found->second.end());
    }
}

/// Which actors can be like one: they share a name with it, or words that they quote.
class ActorIndex {
public:
    explicit ActorIndex(const std::vector<ActorTraits>& actors) {
        for (std::size_t i = 0; i < actors.size(); ++i) {
            for (const std::string& name : actors[i].names) {
                names_[name].push_back(i);
            }
            for (const Citation& citation : actors[i].citations) {
                quotes_[key_of(citation)].push_back(i);
            }
        }
    }

    [[nodiscard]] Indices named_like(const ActorTraits& actor) const {
        Indices all;
        for (const std::string& name : actor.names) {
            append(all, names_, name);
        }
        sort_once(all);
        return all;
    }

    [[nodiscard]] Indices quoting_like(const ActorTraits& actor) const {
        Indices all;
        for (const Citation& citation : actor.citations) {
            append(all, quotes_, key_of(citation));
        }
        sort_once(all);
        return all;
    }

private:
    static std::string key_of(const Citation& citation) {
        return citation.article +
               (citation.passage ? " " + std::to_string(citation.passage->start) : "\n" + citation.quote);
    }

    std::map<std::string, Indices> names_;
    std::map<std::string, Indices> quotes_;
};

/// Pairs actors by their names.
class ActorPairing {
public:
    ActorPairing(const Model& dossier, const std::vector<Actor>& found)
        : known_(dossier.actors.begin(), dossier.actors.end()),
          rejected_(dossier.rejected.actors.begin(), dossier.rejected.actors.end()),
          found_(found.begin(), found.end()),
          known_index_(known_),
          rejected_index_(rejected_),
          found_index_(found_),
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
        if (pair.index = surely(found_[i], known_, known_index_); pair.index < known_.size()) {
            pair.known = true;
            taken_[pair.index] = true;
        } else if (pair.index = surely(found_[i], rejected_, rejected_index_); pair.index < rejected_.size()) {
            pair.rejected = true;
        }
    }

    /// Under whatever name a person has it now.
    void pair_renamed(std::size_t i) {
        ActorPair& pair = pairs_[i];
        for (const std::size_t k : known_index_.quoting_like(found_[i])) {
            if (!pair.known && !taken_[k] && renamed(found_[i], known_[k])) {
                pair.known = true;
                pair.index = k;
                taken_[k] = true;
            }
        }
        for (const std::size_t k : rejected_index_.quoting_like(found_[i])) {
            if (!pair.known && !pair.rejected && renamed(found_[i], rejected_[k])) {
                pair.rejected = true;
                pair.index = k;
            }
        }
    }

    /// Of those that bear exactly the name the first that is free (two can bear one name), else the first of them, else
    /// the first that is surely the same; the size where there is none.
    [[nodiscard]] std::size_t
    surely(const ActorTraits& actor, const std::vector<ActorTraits>& among, const ActorIndex& index) const {
        std::size_t exact = among.size();
        std::size_t like = among.size();
        Indices candidates = index.named_like(actor);
        std::reverse(candidates.begin(), candidates.end());
        for (const std::size_t i : candidates) {
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
        Indices like = known_index_.named_like(found_[i]);
        std::erase_if(like, [&](std::size_t k) { return likeness(known_[k], found_[i]) == 0; });
        if (like.empty()) {
            return pair;
        }
        pair.index = like.front();
        bool alone = like.size() == 1;
        const ActorTraits& first = known_[pair.index];
        Indices rivals = found_index_.named_like(found_[i]);
        const Indices others = found_index_.named_like(first);
        rivals.insert(rivals.end(), others.begin(), others.end());
        for (const std::size_t j : rivals) {
            const bool is_it = pairs_[j].known && pairs_[j].index == pair.index;
            alone =
                alone && (j == i || is_it || (likeness(found_[j], found_[i]) == 0 && likeness(found_[j], first) == 0));
        }
        pair.known = alone;
        pair.doubtful = !alone;
        return pair;
    }

    std::vector<ActorTraits> known_;
    std::vector<ActorTraits> rejected_;
    std::vector<ActorTraits> found_;
    ActorIndex known_index_;
    ActorIndex rejected_index_;
    ActorIndex found_index_;
    std::vector<ActorPair> pairs_;
    std::vector<bool> taken_; ///< of the known
};

/// A found event and one of the dossier's: the rejected are counted on behind the others.
struct Candidate {
    Likeness like;
    std::size_t found = 0;
    std::size_t known = 0;
};

/// Which events can be like one (merge_match.hpp): they cite an article that it cites, bear its title, or are of its
/// category with one of its parties at about its time.
class EventIndex {
public:
    explicit EventIndex(const std::vector<EventTraits>& events) {
        for (std::size_t i = 0; i < events.size(); ++i) {
            for (const std::string& key : keys(events[i], 0)) {
                index_[key].push_back(i);
            }
        }
    }

    [[nodiscard]] Indices like(const EventTraits& event) const {
        Indices all;
        for (const int months : {-1, 0, 1}) {
            for (const std::string& key : keys(event, months)) {
                append(all, index_, key);
            }
        }
        sort_once(all);
        return all;
    }

private:
    static std::vector<std::string> keys(const EventTraits& event, int months) {
        constexpr Day kMonth = 31; // dates further apart than that are never matched by their parties
        std::vector<std::string> keys;
        if (months == 0) {
            keys.push_back("t" + event.title);
            for (const Citation& citation : event.citations) {
                keys.push_back("c" + citation.article);
            }
            settle_words(keys);
        }
        if (const auto day = event.event->when.earliest()) {
            const std::string about = event.event->type.category + ' ' + std::to_string(*day / kMonth + months) + ' ';
            for (const std::string& actor : event.there) {
                keys.push_back(about + actor);
            }
        }
        return keys;
    }

    static void settle_words(std::vector<std::string>& words) {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
    }

    std::map<std::string, Indices> index_;
};

class EventPairing {
public:
    EventPairing(const Model& dossier, const std::vector<Event>& found) : lives_(dossier.events.size()) {
        std::vector<EventTraits> known(dossier.events.begin(), dossier.events.end());
        for (const Event& event : dossier.rejected.events) {
            known.emplace_back(event);
        }
        const EventIndex index(known);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const EventTraits traits(found[i]);
            for (const std::size_t k : index.like(traits)) {
                if (const Likeness like = likeness(traits, known[k]); like.score > 0) {
                    candidates_.push_back({like, i, k});
                }
            }
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.like.score, a.found, a.known) < std::tuple(-b.like.score, b.found, b.known);
        });
        of_found_.resize(found.size());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            of_found_[candidates_[i].found].push_back(i);
        }
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
        const Indices& rivals = of_found_[one.found];
        return !one.like.by_words && std::any_of(rivals.begin(), rivals.end(), [&](std::size_t i) {
            const Candidate& other = candidates_[i];
            return other.known != one.known && other.like.score == one.like.score && !taken_[other.known];
        });
    }

    std::size_t lives_;
    std::vector<Candidate> candidates_; ///< the most alike first
    std::vector<Indices> of_found_;     ///< of candidates_
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
