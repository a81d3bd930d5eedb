#pragma once
/// Reads back what an SVG of ours says of its layout. Optimisers may have been over it: groups merged or moved, ids and
/// roles gone; all that counts are the `data-*` attributes.

#include "base/diagnostic.hpp"
#include "scene/kept.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demarche::write {

/// The chart of an SVG: the one element with `data-chart`, and below it those with `data-mark`.
/// nullopt, and a warning with `path`, where the text is no well-formed XML, or holds no chart of ours or several.
/// Never an error: a chart can always be drawn without memory. Safe for files of any origin.
std::optional<scene::KeptChart> read_kept_svg(std::string_view svg, const std::string& path, Diagnostics& diagnostics);

} // namespace demarche::write
