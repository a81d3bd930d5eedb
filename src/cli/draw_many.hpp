#pragma once
/// Many dossiers in one run: one that fails does not stop the others, and what is said does not depend on how many are
/// drawn at once.

#include "cli/commands.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace demarche::cli {

/// Calls `draw` with the number of each unit; with `jobs` above 1 in so many processes, where a crash is one more
/// finding. The reports stand in the order of the units. On a terminal a bar grows.
std::vector<DrawReport>
draw_many(const std::vector<DrawUnit>& units, std::size_t jobs, const std::function<DrawReport(std::size_t)>& draw);

/// Puts the findings of all reports together, says what was written, and writes the rule for make where one is asked
/// for and nothing failed. `unread`: dossiers that never came to be drawn, for which there are findings already.
Exit sum_up(const Options& options,
            std::size_t unread,
            const std::vector<DrawReport>& reports,
            Diagnostics& diagnostics);

} // namespace demarche::cli
