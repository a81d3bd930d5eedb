#pragma once
/// What `demarche check` says of a model beyond its errors.

#include "model/model.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche {

/// Counts of facts. A fact is an actor, role, delegation, event or tie; what supports a party supports its event.
struct CitationReport {
    std::size_t articles = 0, sides = 0, actors = 0, delegations = 0, events = 0, ties = 0;
    std::size_t facts = 0;
    std::size_t cited = 0; ///< with at least one supporting citation
    std::size_t uncited = 0;
    std::size_t single_sourced = 0; ///< one independent source
    std::size_t disputed = 0;
    std::size_t retracted = 0;  ///< supported by retracted articles alone
    std::size_t attributed = 0; ///< events with said_by
    std::size_t unreviewed = 0;
    std::size_t citations = 0;
    std::size_t passages = 0; ///< citations anchored to words
};

/// For each article of the model the number of its group of independent text, from 0, in model order:
/// articles that share one agency text have one number (the relation is closed transitively).
std::vector<std::size_t> independent_groups(const Model& model);
/// How many independent sources support a fact with these citations. Disputing ones do not count, nor do retracted
/// articles.
std::size_t independent_sources(const Model& model, const std::vector<Citation>& citations);

/// Whether an article that was not retracted speaks against a fact with these citations.
bool is_disputed(const Model& model, const std::vector<Citation>& citations);

/// Every citation that bears on an event: its own, then those of its parties in their order.
std::vector<Citation> citations_of(const Event& event);

CitationReport report(const Model& model);
/// A short table, one count a line, for people.
std::string to_text(const CitationReport& report);

} // namespace demarche
