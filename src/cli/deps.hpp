#pragma once
/// `draw --deps`: what the charts were made from, for make and ninja.

#include "cli/draw_report.hpp"
#include "cli/options.hpp"

#include <vector>

namespace demarche::cli {

/// One rule for all that was drawn: its targets are the files written, or --deps-target; its prerequisites every file
/// that was read. Paths are as the program was given them, relative ones to the current directory. What make cannot
/// name is left out with a warning.
void write_deps(const Options& options, const std::vector<DrawReport>& reports, Diagnostics& diagnostics);

/// Throws Error where --deps-target stands alone, or no file is written that the rule could make.
void refuse_idle_deps(const Options& options);

} // namespace demarche::cli
