#pragma once
/// What may be wrong with a model although nothing about it is an error.

#include "model/model.hpp"

namespace demarche {

/// Reports events that are said to have occurred, or to be going on, after the as-of day: a plan must not be
/// drawn as done.
void check_status(const Model& model, Diagnostics& diagnostics);

/// Notes for a person who goes over a dossier: facts that nothing supports, plans whose day has passed,
/// articles published after the as-of day.
void note_doubts(const Model& model, Diagnostics& diagnostics);

} // namespace demarche
