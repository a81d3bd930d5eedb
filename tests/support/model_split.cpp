#include "support/model_split.hpp"

#include "support/random.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace demarche::support {
namespace {

class Splitter {
public:
    Splitter(const Model& model, std::uint64_t seed) : random_(seed), split_{model, model} {}

    Split split() {
        Model& known = split_.known;
        Model& grown = split_.grown;
        part(known.articles, grown.articles, [&](const Article& one) { return keeps(one.id); });
        part(known.sides, grown.sides, [&](const Side& one) { return keeps(one.id); });
        part(known.actors, grown.actors, [&](const Actor& one) { return keeps(one.id); });
        const std::string first = grown.events.front().id;
        part(known.events, grown.events, [&](const Event& one) { return one.id == first || keeps(one.id); });
        part(known.delegations, grown.delegations, [&](const Delegation& one) {
            return !lost(one.event) && !lost(one.side) && !any_lost(one.members) && !any_lost(one.possible) &&
                   keeps(one.id);
        });
        part(known.ties, grown.ties, [&](const Tie& one) { return !lost(one.from) && !lost(one.to) && keeps(""); });
        each(known.articles, grown.articles, [&](auto& a, auto& b) { ids(a.shares_text_with, b.shares_text_with); });
        each(known.actors, grown.actors, [&](auto& a, auto& b) { actor(a, b); });
        each(known.delegations, grown.delegations, [&](auto& a, auto& b) { delegation(a, b); });
        each(known.events, grown.events, [&](auto& a, auto& b) { event(a, b); });
        each(known.ties, grown.ties, [&](auto& a, auto& b) { citations(a.citations, b.citations); });
        return std::move(split_);
    }

private:
    bool keeps(const std::string& id) {
        const bool kept = random_.chance(70);
        if (!kept) {
            lost_.insert(id);
        }
        return kept;
    }

    [[nodiscard]] bool lost(const std::string& id) const { return !id.empty() && lost_.contains(id); }

    [[nodiscard]] bool any_lost(const std::vector<std::string>& ids) const {
        return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return lost(id); });
    }

    /// Those that are kept first; the others go from `known`.
    template <class List, class Keep>
    static void part(List& known, List& grown, Keep keep) {
        const auto middle = std::stable_partition(grown.begin(), grown.end(), keep);
        known.assign(grown.begin(), middle);
    }

    template <class List, class Visit>
    static void each(List& known, List& grown, Visit visit) {
        for (std::size_t i = 0; i < known.size(); ++i) {
            visit(known[i], grown[i]);
        }
    }

    void ids(std::vector<std::string>& known, std::vector<std::string>& grown) {
        part(known, grown, [&](const std::string& id) { return !lost(id) && random_.chance(70); });
    }

    void value(std::string& known) { known = lost(known) ? "" : known; }

    void citations(std::vector<Citation>& known, std::vector<Citation>& grown) {
        part(known, grown, [&](const Citation& one) { return !lost(one.article) && random_.chance(70); });
    }

    void actor(Actor& known, Actor& grown) {
        value(known.side);
        part(known.aliases, grown.aliases, [&](const std::string&) { return random_.chance(50); });
        part(known.roles, grown.roles, [&](const Role&) { return random_.chance(60); });
        each(known.roles, grown.roles, [&](auto& a, auto& b) { citations(a.citations, b.citations); });
        citations(known.citations, grown.citations);
    }

    void delegation(Delegation& known, Delegation& grown) {
        if (!known.members.empty()) {
            ids(known.possible, grown.possible);
        }
        citations(known.citations, grown.citations);
    }

    void event(Event& known, Event& grown) {
        ids(known.after, grown.after);
        ids(known.before, grown.before);
        ids(known.said_by, grown.said_by);
        part(known.parties, grown.parties, [&](const Party& one) { return !lost(one.actor) && random_.chance(70); });
        each(known.parties, grown.parties, [&](auto& a, auto& b) { citations(a.citations, b.citations); });
        citations(known.citations, grown.citations);
    }

    Random random_;
    Split split_;
    std::set<std::string> lost_;
};

} // namespace

Split split_model(const Model& model, std::uint64_t seed) {
    return Splitter(model, seed).split();
}

} // namespace demarche::support
