#pragma once
/// `draw --watch`: the charts follow what they are made from.

#include "cli/commands.hpp"

namespace demarche::cli {

/// Draws, then draws again whenever a file that was read has changed, come or gone, until SIGINT, SIGTERM or SIGHUP.
/// Errors are said and the last good charts stay. With a port (Options::port) the charts are shown in a browser.
/// Throws Error where nothing can be watched or the port is taken.
Exit run_watch(const Options& options, const FileReader& files);

} // namespace demarche::cli
