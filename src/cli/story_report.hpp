#pragma once
/// What assembling says to a person: what it added, what it merged, what contradicts, what it was unsure of.

#include "pipeline.hpp"

#include <set>
#include <string>
#include <vector>

namespace demarche::cli {

/// Contradictions and doubts as warnings, all else as notes. `dossier` is the one before; `chosen`: of these kinds
/// only, empty: all.
void report_notes(const std::vector<MergeNote>& notes,
                  const Model& dossier,
                  const std::set<Finding>& chosen,
                  Diagnostics& diagnostics);

/// "added 5 articles, 12 events; 2 contradictions".
std::string summary(const Model& before, const Story& story);

} // namespace demarche::cli
