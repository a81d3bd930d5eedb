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

/// "reading 12 of 400" over the last line of stderr, only where that is a terminal; `of` 0 wipes it out.
void progress_of(const std::string& what, std::size_t done, std::size_t of);

/// Whether results may bear colours: standard output is a terminal and NO_COLOR is not set.
bool coloured_results();

/// "drawing [####......] 4 of 10" in the same way.
void progress_bar(const std::string& what, std::size_t done, std::size_t of);

/// Writes a result to stdout; throws Error where stdout refuses it (a full disk, a closed pipe).
void print_result(const std::string& text);

} // namespace demarche::cli
