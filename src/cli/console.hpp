#pragma once
/// What the program says to people and to editors: diagnostics, progress, results.

#include "base/diagnostic.hpp"

#include <string>

namespace demarche::cli {

enum class DiagnosticFormat { text, json };

/// Prints to stderr: one line a finding, coloured on a terminal unless NO_COLOR is set; or one JSON array
/// of all findings of the run, printed once at the end.
void print_diagnostics(const Diagnostics& diagnostics, DiagnosticFormat format);

/// A line on stderr, only where that is a terminal.
void progress(const std::string& line);

/// Writes a result to stdout; throws Error where stdout refuses it (a full disk, a closed pipe).
void print_result(const std::string& text);

} // namespace demarche::cli
