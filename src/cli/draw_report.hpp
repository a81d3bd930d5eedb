#pragma once
/// What one drawing came to: the value that goes from a worker to whoever sent it to work.

#include "cli/used_files.hpp"
#include "pipeline.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

struct DrawReport {
    Exit exit = Exit::done;
    std::vector<Diagnostic> findings;
    std::vector<std::string> written; ///< paths, in the order drawn, also of files that held the same bytes already
    UsedFiles used;
    std::vector<std::string> fonts; ///< files of the typefaces that were loaded
    double milliseconds = 0;
};

/// Where a drawing notes what it does.
struct DrawNotes {
    Diagnostics diagnostics;
    std::vector<std::string> written;
    Workshop* workshop = nullptr;
};

/// Calls `draw` with a reader that writes down what is read through it. What it throws becomes a finding.
DrawReport
report_on(const FileReader& files, Workshop* workshop, const std::function<void(const FileReader&, DrawNotes&)>& draw);

/// As bytes, and back. Throws std::exception where the bytes are no report.
std::string to_bytes(const DrawReport& report);
DrawReport report_from(std::string_view bytes);

} // namespace demarche::cli
