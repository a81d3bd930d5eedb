#pragma once
/// Retracted articles: which facts rest on them alone, and the model without those.
///
/// A retracted article neither supports nor disputes anything any more. A fact that nothing else supports is no fact:
/// no chart draws it. What nothing ever supported is merely uncited, and stays.

#include "model/model.hpp"

#include <set>
#include <string>
#include <vector>

namespace demarche {

/// The retracted articles of a model, for asking about many facts.
class Retractions {
public:
    explicit Retractions(const Model& model);

    [[nodiscard]] bool none() const { return articles_.empty(); }

    [[nodiscard]] bool has(const std::string& article) const { return articles_.contains(article); }

    /// Whether something supports a fact with these citations, and all that does stands in retracted articles.
    [[nodiscard]] bool alone_support(const std::vector<Citation>& citations) const;
    /// Whether an article that was not retracted speaks against it.
    [[nodiscard]] bool any_disputes(const std::vector<Citation>& citations) const;

private:
    std::set<std::string> articles_; ///< ids
};

/// Whether the fact rests on retracted articles alone. An event is judged by its own citations and those of its
/// parties, which support it too; an actor by its own and those of its roles.
bool rests_on_retracted_alone(const Model& model, const Actor& actor);
bool rests_on_retracted_alone(const Model& model, const Role& role);
bool rests_on_retracted_alone(const Model& model, const Delegation& delegation);
bool rests_on_retracted_alone(const Model& model, const Event& event);
bool rests_on_retracted_alone(const Model& model, const Party& party);
bool rests_on_retracted_alone(const Model& model, const Tie& tie);

/// The model without events, delegations, ties, roles and parts in events that rest on retracted articles alone, and
/// without what cannot stand without those: delegations at such events. They are in `left_out`. Actors stay: who takes
/// part in what stands is drawn.
Model without_retracted(Model model);

/// Warns of every fact that rests on retracted articles alone.
void warn_of_retracted(const Model& model, Diagnostics& diagnostics);

} // namespace demarche
