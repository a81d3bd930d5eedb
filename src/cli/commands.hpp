#pragma once
/// The commands: each does its work and returns the exit code. Findings are printed before it returns;
/// what cannot go on throws Error.

#include "cli/draw_report.hpp"
#include "cli/options.hpp"
#include "cli/story_inputs.hpp"

#include <vector>

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

/// Draws what is named into the directory of the options, or to standard output.
void draw_inputs(StoryInputs& inputs, const Options& options, const FileReader& files, DrawNotes& notes);

/// What is drawn by itself: a dossier, or articles with the dossier named beside them, and where its charts go.
struct DrawUnit {
    Options options;
    StoryInputs inputs;
};

/// In the order of the command line: of several dossiers each has a directory of its own, by its stem.
std::vector<DrawUnit> draw_units(const Options& options, StoryInputs inputs);

/// Throws Error where options of `draw` contradict each other.
void check_draw(const Options& options);

/// What the findings of a run come to.
Exit verdict(const Diagnostics& diagnostics);

} // namespace demarche::cli
