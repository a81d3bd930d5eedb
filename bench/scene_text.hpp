#pragma once
/// A scene as lines of text: what the bare program paints, so that it needs nothing of ours.
///
///     page WIDTH HEIGHT RRGGBB                      points; starts a page
///     rect LEFT TOP RIGHT BOTTOM RADIUS FILL STROKE
///     circle X Y RADIUS FILL STROKE
///     path FILL STROKE COUNT [M X Y | L X Y | C X1 Y1 X2 Y2 X Y | Z]...
///     text X Y ANCHOR SIZE BOLD ITALIC RRGGBB FAMILY (blanks as _) TEXT (to the end of the line)
///
/// FILL is `-` or `RRGGBB OPACITY`; STROKE is `-` or `RRGGBB OPACITY WIDTH COUNT DASH...`.
/// ANCHOR is 0 start, 1 middle, 2 end.

#include "scene/scene.hpp"

#include <string>

namespace demarche::bench {

std::string scene_text(const scene::Scene& scene);

} // namespace demarche::bench
