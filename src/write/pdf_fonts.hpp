#pragma once
/// What Cairo's fonts lack for PDF/A-1 (ISO 19005-1, 6.3) and PDF/UA-1.

#include "write/pdf_library.hpp"

namespace demarche::write {

/// Composite fonts get the map from character to glyph that is only implied; with `archival`, subsets name what they
/// hold: CIDSet, and CharSet for PostScript outlines.
void complete_fonts(QPDF& pdf, bool archival);

} // namespace demarche::write
