#pragma once
/// Splicing: a dossier that a person owns takes in what a program found, and stays theirs to the byte elsewhere.

#include "base/diagnostic.hpp"
#include "model/model.hpp"

#include <optional>
#include <string>

namespace demarche {

/// The text of `dossier` with what `grown` has more of. `grown` is the model that the text reads as, with things
/// added at the end of any list (articles to ties, aliases, roles, parties, members, citations, ids that refer)
/// and values where there were none; parse_dossier of the result gives `grown`. Whatever else differs, the text
/// stays as the person has it.
///
/// Every byte of `dossier` is kept in its order, but for the "/" of an element that has no content yet. What
/// is added stands behind the last of its kind, else in canonical place, with the line ends, the indentation, the
/// blank lines and on as many lines as what stands around it. With nothing more, the text is the same.
///
/// nullopt, with diagnostics, where the text is no well-formed dossier. REQUIRES: parse_dossier finds no error
/// in it but `no-events`.
std::optional<std::string>
splice_dossier(const std::string& dossier, const std::string& path, const Model& grown, Diagnostics& diagnostics);

} // namespace demarche
