#pragma once
/// The commands: each does its work and returns the exit code. Findings are printed before it returns;
/// what cannot go on throws Error.

#include "cli/options.hpp"

namespace demarche::cli {

Exit run_assemble(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_draw(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_check(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_diff(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_extract(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_export(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_format(const Options& options, const FileReader& files, Diagnostics& diagnostics);
Exit run_list_templates();
Exit run_show_template(const Options& options, const FileReader& files, Diagnostics& diagnostics);

/// What the findings of a run come to.
Exit verdict(const Diagnostics& diagnostics);

} // namespace demarche::cli
