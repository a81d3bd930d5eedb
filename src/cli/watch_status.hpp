#pragma once
/// What `draw --watch` says while it runs.

#include "base/diagnostic.hpp"
#include "cli/console.hpp"

#include <string>
#include <vector>

namespace demarche::cli {

/// On a terminal one line with the time of day that is written over and over, the findings above it; elsewhere plain
/// lines. With findings as JSON an array a drawing, and nothing else.
class WatchStatus {
public:
    explicit WatchStatus(DiagnosticFormat format);

    /// The findings of a drawing; those that were said last time are not said again, but for errors.
    void say(const Diagnostics& findings);
    /// The state of things.
    void say(const std::string& line);
    /// Leaves the terminal's line as it is and goes to the next.
    void finish() const;

private:
    DiagnosticFormat format_;
    bool terminal_;
    std::vector<std::string> said_;
};

} // namespace demarche::cli
