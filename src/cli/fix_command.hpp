#pragma once
/// `check --fix`: mends the citations that went stale, and tells of each what it did.

#include "base/diagnostic.hpp"
#include "base/file.hpp"

#include <string>

namespace demarche::cli {

/// Mends what can be mended of a dossier's stale citations (model/citation_splice.hpp), rewrites its file where that
/// changes anything, and reports each change; `dry_run` only reports them. The text that the file holds then; what is
/// still wrong in it is not reported here. `articles` give articles as their text. Throws Error for standard input, and
/// where the file cannot be written.
std::string fixed_dossier(const std::string& path,
                          const std::string& text,
                          bool dry_run,
                          const FileReader& articles,
                          Diagnostics& diagnostics);

} // namespace demarche::cli
