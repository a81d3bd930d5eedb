#pragma once
/// Between assembling and merging: citations that say where they stand, and notes that name what the dossier has.

#include "assemble/note.hpp"
#include "model/merge.hpp"

namespace demarche {

/// Gives every citation that has a passage its words and its position, so that words which stand in several places of
/// an article are found where they were read.
void record_positions(Model& found);

/// Appends what assembling noted of things that the run added or that got something: what a person has seen before
/// is not said again.
void add_notes(Merged& merged, const assemble::Notes& notes);

} // namespace demarche
