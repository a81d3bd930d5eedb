#pragma once
/// Whose word a title gives.

#include "model/model.hpp"

namespace demarche::view {

/// True where the title itself names one whose word it is, as its speaker: before a colon ("U.S.: sides agree
/// ..."), or, of a statement, at its beginning ("Lavrov rules out ..."). Names are the actor's own, its aliases, and
/// code and name of its side; full stops in them do not count ("US" is "U.S.").
bool title_names_its_source(const Model& model, const Event& event);

} // namespace demarche::view
