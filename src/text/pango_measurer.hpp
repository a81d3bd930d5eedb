#pragma once
/// Pango behind the Measurer: unhinted, unrounded metrics of pinned fonts.

#include "base/diagnostic.hpp"
#include "text/measurer.hpp"

#include <memory>
#include <string>
#include <vector>

namespace demarche::text {

/// The typefaces, loaded and set up once for whoever measures or paints (pango_text.hpp).
class PangoText;

/// Warnings (`missing-family`, `missing-glyph`, once each) go to `diagnostics`, which must outlive what is
/// returned. Not thread-safe. Throws Error where the default face is not to be found.
std::shared_ptr<PangoText> open_type(Diagnostics& diagnostics);

/// The same type for another drawing, whose findings go to `diagnostics`; nullptr where it has said something already:
/// it says each thing once, and the next drawing has a right to hear it too.
std::shared_ptr<PangoText> take_over(std::shared_ptr<PangoText> type, Diagnostics& diagnostics);

/// The files of the typefaces that were loaded so far, sorted.
std::vector<std::string> font_files(const PangoText& type);

/// A measurer over type that is open already.
std::unique_ptr<Measurer> make_pango_measurer(std::shared_ptr<PangoText> type);

/// The same over type of its own.
std::unique_ptr<Measurer> make_pango_measurer(Diagnostics& diagnostics);

} // namespace demarche::text
