#pragma once
/// A dossier and what articles say: the dossier grown, as a model and as text that holds.

#include "assemble/assemble.hpp"
#include "base/file.hpp"
#include "model/merge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche {

struct DossierText {
    std::string path; ///< names it in findings, and is what articles are relative to
    std::string text; ///< empty: a new one
};

struct Story {
    std::string text;             ///< the dossier, grown
    Model model;                  ///< the same, read
    std::vector<MergeNote> notes; ///< what came of it, then what the articles disagree on and what is unsure
};

/// Merges what was found into the dossier, which `before` was read as, and writes it down: new text in canonical form,
/// or spliced into the person's. The text is read again; what does not hold in it (a quotation that stands nowhere, an
/// order that goes round) is left out and noted as unsure. `files` give articles as their text.
/// nullopt, and errors, where that does not help. REQUIRES: ids and files of the found articles are set.
std::optional<Story> grow_dossier(const DossierText& before,
                                  const Model& dossier,
                                  assemble::Assembled found,
                                  const FileReader& files,
                                  Diagnostics& diagnostics);

} // namespace demarche
