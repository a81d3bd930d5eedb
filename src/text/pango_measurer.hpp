#pragma once
/// Pango behind the Measurer: unhinted, unrounded metrics of pinned fonts.

#include "base/diagnostic.hpp"
#include "text/measurer.hpp"

#include <memory>

namespace demarche::text {

/// Warnings (`missing-family`, `missing-glyph`, once each) go to `diagnostics`, which must outlive the
/// measurer. Not thread-safe. Throws Error where the default face is not to be found.
std::unique_ptr<Measurer> make_pango_measurer(Diagnostics& diagnostics);

} // namespace demarche::text
