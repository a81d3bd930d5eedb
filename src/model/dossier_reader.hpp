#pragma once
/// The dossier reader: XML text in, model out, every error of the file reported.

#include "base/file.hpp"
#include "model/model.hpp"

#include <optional>
#include <string>

namespace demarche {

/// Reads the dossier at `path` ("-": standard input), then anchors its citations in the articles beside it.
/// Errors go to `diagnostics`, in one run as many as there are. nullopt only where no model could be
/// formed (not well-formed, root element missing); otherwise the model as far as it was readable:
/// the caller draws nothing while diagnostics.has_errors(). Throws Error where the file cannot be read.
std::optional<Model> read_dossier(const std::string& path, const FileReader& files, Diagnostics& diagnostics);

/// The same from text; `path` names it in diagnostics and is what articles are relative to.
std::optional<Model>
parse_dossier(const std::string& xml, const std::string& path, const FileReader& files, Diagnostics& diagnostics);

/// A state that a dossier was in. Its articles may say something else by now, or be gone: nothing is looked for in
/// them, and citations have no positions but those recorded.
std::optional<Model> parse_older_dossier(const std::string& xml, const std::string& path, Diagnostics& diagnostics);

} // namespace demarche
