#pragma once
/// The charts that were drawn last time, found by the names that their files have (docs/updating.md).

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "model/chart.hpp"
#include "scene/kept.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// Where a person says that the last charts are.
struct PreviousPlace {
    std::string path;     ///< of a folder, or of one chart's SVG, which ends with ".svg"
    SourcePosition where; ///< of what says so; no file: the command line
};

/// A place that is one chart's file, not a folder of charts.
bool is_one_chart(const PreviousPlace& place);

/// Whether the place has a chart of this name ("timeline-web").
bool has_kept_chart(const PreviousPlace& place, const std::string& name, const FileReader& files);

/// What the last chart says of itself: NAME.svg, or NAME-p1.svg and those after it, read together; of the two the one
/// that shows more of `shown`, the ids of events that there are now. nullopt, and a note, where there is none; a
/// warning where it cannot be read, or is a chart of another kind. Never an error.
std::optional<scene::KeptChart> read_kept_chart(const PreviousPlace& place,
                                                const std::string& name,
                                                ChartKind kind,
                                                const std::vector<std::string>& shown,
                                                const FileReader& files,
                                                Diagnostics& diagnostics);

/// Refuses a place named on the command line that cannot be meant: a file for several charts, or one without any of
/// them. Throws Error(Exit::usage_or_system).
void check_previous(const PreviousPlace& place, const std::vector<std::string>& names, const FileReader& files);

} // namespace demarche
