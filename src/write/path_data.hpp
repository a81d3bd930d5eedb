#pragma once
/// Paths as the `d` attribute of SVG writes them.

#include "scene/scene.hpp"

#include <string>

namespace demarche::write {

/// Absolute segments, every coordinate times `scale` with at most two decimals: what every reader keeps.
std::string path_data(const scene::Path& path, double scale);

/// Outlines of glyphs, in as few bytes as may be: relative segments between points of a grid of 0.01 (so that
/// rounding does not add up), and cubics that are raised quadratics, as TrueType's all are, as quadratics again.
std::string outline_data(const scene::Path& path, double scale);

} // namespace demarche::write
