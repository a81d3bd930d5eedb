#include "evidence/facts.hpp"

#include "model/check.hpp"
#include "model/order.hpp"
#include "model/retracted.hpp"
#include "view/standing.hpp"

#include <algorithm>

namespace demarche::evidence {

namespace {

void add_once(std::vector<std::string>& list, const std::string& id) {
    if (!id.empty() && std::find(list.begin(), list.end(), id) == list.end()) {
        list.push_back(id);
    }
}

std::string name_of(const Model& model, const std::string& id) {
    const Actor* actor = model.actor(id);
    return actor == nullptr ? id : view::running_name(*actor);
}

class Collector {
public:
    explicit Collector(const Model& model) : model_(model), retractions_(model) {}

    std::vector<Fact> collect() {
        for (const std::size_t index : chronological_order(model_)) {
            add_event(index);
        }
        for (std::size_t i = 0; i < model_.actors.size(); ++i) {
            add_actor(i);
        }
        for (std::size_t i = 0; i < model_.delegations.size(); ++i) {
            add_delegation(i);
        }
        for (std::size_t i = 0; i < model_.ties.size(); ++i) {
            add_tie(i);
        }
        return std::move(facts_);
    }

private:
    Fact blank(FactKind kind, std::size_t index, std::string anchor, const std::string& review) {
        Fact fact;
        fact.kind = kind;
        fact.index = index;
        fact.anchor = std::move(anchor);
        fact.unreviewed = review == "new";
        return fact;
    }

    static void
    prove(Fact& fact, const std::vector<Citation>& citations, const std::string& of, const std::string& actor) {
        for (const Citation& citation : citations) {
            fact.proofs.push_back({&citation, of, actor});
        }
    }

    void about(Fact& fact, const std::string& id) const {
        add_once(fact.actors, id);
        if (const Actor* actor = model_.actor(id)) {
            add_once(fact.sides, actor->side);
        }
    }

    /// `decisive`: what counts as its sources.
    void finish(Fact fact, const std::vector<Citation>& decisive) {
        std::vector<std::string> articles;
        for (const Citation& citation : decisive) {
            if (citation.stance == Stance::supports && !retractions_.has(citation.article)) {
                add_once(articles, citation.article);
            }
        }
        fact.single_source = independent_sources(model_, decisive) == 1;
        fact.one_text = fact.single_source && articles.size() > 1;
        std::vector<Citation> all;
        for (const Proof& proof : fact.proofs) {
            all.push_back(*proof.citation);
        }
        fact.disputed = is_disputed(model_, all);
        fact.retracted = retractions_.alone_support(all);
        facts_.push_back(std::move(fact));
    }

    void add_event(std::size_t index) {
        const Event& event = model_.events[index];
        Fact fact = blank(FactKind::event, index, anchor_of(FactKind::event, event.id), event.review);
        fact.name = event.title;
        prove(fact, event.citations, {}, {});
        for (const Party& party : event.parties) {
            about(fact, party.actor);
            prove(fact, party.citations, name_of(model_, party.actor), party.actor);
        }
        finish(std::move(fact), event.citations.empty() ? citations_of(event) : event.citations);
    }

    void add_actor(std::size_t index) {
        const Actor& actor = model_.actors[index];
        Fact fact = blank(FactKind::actor, index, anchor_of(FactKind::actor, actor.id), actor.review);
        fact.name = actor.name;
        about(fact, actor.id);
        std::vector<Citation> decisive = actor.citations;
        prove(fact, actor.citations, {}, {});
        for (const Role& role : actor.roles) {
            prove(fact, role.citations, role.title, {});
            decisive.insert(decisive.end(), role.citations.begin(), role.citations.end());
        }
        finish(std::move(fact), decisive);
    }

    void add_delegation(std::size_t index) {
        const Delegation& delegation = model_.delegations[index];
        Fact fact =
            blank(FactKind::delegation, index, anchor_of(FactKind::delegation, delegation.id), delegation.review);
        const Side* side = model_.side(delegation.side);
        fact.name = !delegation.name.empty() ? delegation.name : side == nullptr ? delegation.id : side->name;
        for (const auto* members : {&delegation.members, &delegation.possible}) {
            for (const std::string& member : *members) {
                about(fact, member);
            }
        }
        add_once(fact.sides, delegation.side);
        prove(fact, delegation.citations, {}, {});
        finish(std::move(fact), delegation.citations);
    }

    void add_tie(std::size_t index) {
        const Tie& tie = model_.ties[index];
        Fact fact = blank(FactKind::tie, index, tie_anchor(index), tie.review);
        fact.name = name_of(model_, tie.from) + " – " + name_of(model_, tie.to);
        about(fact, tie.from);
        about(fact, tie.to);
        prove(fact, tie.citations, {}, {});
        finish(std::move(fact), tie.citations);
    }

    const Model& model_;
    Retractions retractions_;
    std::vector<Fact> facts_;
};

} // namespace

std::vector<Fact> facts_of(const Model& model) {
    return Collector(model).collect();
}

std::string anchor_of(FactKind kind, const std::string& id) {
    switch (kind) {
    case FactKind::event:
        return "fact-event-" + id;
    case FactKind::actor:
        return "fact-actor-" + id;
    case FactKind::delegation:
        return "fact-delegation-" + id;
    case FactKind::tie:
        break;
    }
    return "fact-tie-" + id;
}

std::string tie_anchor(std::size_t index) {
    return anchor_of(FactKind::tie, std::to_string(index + 1));
}

std::string side_anchor(const std::string& id) {
    return "side-" + id;
}

std::string article_anchor(const std::string& id) {
    return "article-" + id;
}

std::string passage_anchor(const std::string& article, std::size_t number) {
    return "passage-" + article + "-" + std::to_string(number + 1);
}

std::string sentence_anchor(const std::string& article, std::size_t number) {
    return "sentence-" + article + "-" + std::to_string(number + 1);
}

} // namespace demarche::evidence
