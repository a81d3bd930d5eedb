#pragma once
/// The facts of a model, each with what it rests on: what the page lists, and what marks lead to.

#include "model/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche::evidence {

enum class FactKind { event, actor, delegation, tie };

/// One citation of a fact.
struct Proof {
    const Citation* citation = nullptr; ///< in the model
    std::string of;    ///< what of the fact it supports ("Rubio", "Secretary of State"); empty: all of it
    std::string actor; ///< id, where `of` is a party
};

struct Fact {
    FactKind kind = FactKind::event;
    std::size_t index = 0;           ///< in the model's list of its kind
    std::string anchor;              ///< id of its element on the page
    std::string name;                ///< in running text
    std::vector<std::string> actors; ///< ids of those it is about, each once
    std::vector<std::string> sides;  ///< ids, each once
    bool single_source = false;      ///< one independent source supports it
    bool one_text = false;           ///< several articles do, and all carry one text
    bool disputed = false;
    bool retracted = false; ///< all that supports it stands in retracted articles
    bool unreviewed = false;
    bool drawn = false; ///< in one of the page's charts
    std::vector<Proof> proofs;
};

/// Events in order of time, then actors, delegations and ties in the order of the dossier. The model outlives them.
std::vector<Fact> facts_of(const Model& model);

/// Ids of elements: "fact-event-riyadh", "fact-tie-3", "side-us", "article-a1", "passage-a1-2".
std::string anchor_of(FactKind kind, const std::string& id);
std::string tie_anchor(std::size_t index);
std::string side_anchor(const std::string& id);
std::string article_anchor(const std::string& id);
std::string passage_anchor(const std::string& article, std::size_t number);
std::string sentence_anchor(const std::string& article, std::size_t number);

} // namespace demarche::evidence
