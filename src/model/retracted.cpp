#include "model/retracted.hpp"

#include "model/check.hpp"
#include "model/leaving_out.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

std::vector<Citation> citations_of(const Actor& actor) {
    std::vector<Citation> all = actor.citations;
    for (const Role& role : actor.roles) {
        all.insert(all.end(), role.citations.begin(), role.citations.end());
    }
    return all;
}

/// Moves the things that rest on retracted articles alone behind `taken`.
template <class Thing>
void take(std::vector<Thing>& things, const Retractions& retractions, std::vector<Thing>& taken) {
    const auto goes = [&](const Thing& thing) { return retractions.alone_support(thing.citations); };
    std::copy_if(things.begin(), things.end(), std::back_inserter(taken), goes);
    std::erase_if(things, goes);
}

/// The same of what belongs to something that stays, with its id.
template <class Part>
void take(std::vector<Part>& parts,
          const Retractions& retractions,
          const std::string& owner,
          std::vector<std::pair<std::string, Part>>& taken) {
    std::vector<Part> gone;
    take(parts, retractions, gone);
    for (Part& part : gone) {
        taken.emplace_back(owner, std::move(part));
    }
}

void take_events(Model& model, const Retractions& retractions) {
    Ids dropped;
    std::vector<Event> standing;
    for (Event& event : model.events) {
        if (retractions.alone_support(citations_of(event))) {
            dropped.insert(event.id);
            model.left_out.events.push_back(std::move(event));
        } else {
            take(event.parties, retractions, event.id, model.left_out.parties);
            standing.push_back(std::move(event));
        }
    }
    model.events = std::move(standing);
    for (const Delegation& delegation : model.delegations) {
        if (dropped.contains(delegation.event) && retractions.alone_support(delegation.citations)) {
            model.left_out.delegations.push_back(delegation);
        }
    }
    forget_events(model, dropped);
}

} // namespace

Retractions::Retractions(const Model& model) {
    for (const Article& article : model.articles) {
        if (article.status == ArticleStatus::retracted) {
            articles_.insert(article.id);
        }
    }
}

bool Retractions::alone_support(const std::vector<Citation>& citations) const {
    bool any = false;
    for (const Citation& citation : citations) {
        if (citation.stance == Stance::supports) {
            if (!has(citation.article)) {
                return false;
            }
            any = true;
        }
    }
    return any;
}

bool Retractions::any_disputes(const std::vector<Citation>& citations) const {
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
        return citation.stance == Stance::disputes && !has(citation.article);
    });
}

bool rests_on_retracted_alone(const Model& model, const Actor& actor) {
    return Retractions(model).alone_support(citations_of(actor));
}

bool rests_on_retracted_alone(const Model& model, const Role& role) {
    return Retractions(model).alone_support(role.citations);
}

bool rests_on_retracted_alone(const Model& model, const Delegation& delegation) {
    return Retractions(model).alone_support(delegation.citations);
}

bool rests_on_retracted_alone(const Model& model, const Event& event) {
    return Retractions(model).alone_support(citations_of(event));
}

bool rests_on_retracted_alone(const Model& model, const Party& party) {
    return Retractions(model).alone_support(party.citations);
}

bool rests_on_retracted_alone(const Model& model, const Tie& tie) {
    return Retractions(model).alone_support(tie.citations);
}

Model without_retracted(Model model) {
    const Retractions retractions(model);
    if (retractions.none()) {
        return model;
    }
    take_events(model, retractions);
    take(model.delegations, retractions, model.left_out.delegations);
    take(model.ties, retractions, model.left_out.ties);
    for (Actor& actor : model.actors) {
        take(actor.roles, retractions, actor.id, model.left_out.roles);
    }
    return model;
}

void warn_of_retracted(const Model& model, Diagnostics& diagnostics) {
    const Retractions retractions(model);
    const auto warn = [&](const std::string& what, const std::vector<Citation>& citations, const SourcePosition& where,
                          const char* drawn) {
        if (retractions.alone_support(citations)) {
            diagnostics.warning("retracted-fact", where, what + " rests on retracted articles alone" + drawn,
                                "cite another source, or say review=\"rejected\" or take it out");
        }
    };
    constexpr const char* kNotDrawn = ": it is not drawn";
    for (const Actor& actor : model.actors) {
        warn("the actor " + quoted(actor.id), citations_of(actor), actor.where, "");
        for (const Role& role : actor.roles) {
            warn("the role " + quoted(role.title) + " of " + quoted(actor.id), role.citations, role.where, kNotDrawn);
        }
    }
    for (const Delegation& delegation : model.delegations) {
        warn("the delegation " + quoted(delegation.id), delegation.citations, delegation.where, kNotDrawn);
    }
    for (const Event& event : model.events) {
        const std::vector<Citation> all = citations_of(event);
        warn("the event " + quoted(event.id), all, event.where, kNotDrawn);
        for (const Party& party : event.parties) {
            if (!retractions.alone_support(all)) {
                warn("the part of " + quoted(party.actor) + " in " + quoted(event.id), party.citations, party.where,
                     kNotDrawn);
            }
        }
    }
    for (const Tie& tie : model.ties) {
        warn("the tie of " + quoted(tie.from) + " to " + quoted(tie.to), tie.citations, tie.where, kNotDrawn);
    }
}

} // namespace demarche
