#pragma once
/// Fonts as the web takes them.

#include <string>
#include <string_view>

namespace demarche::text {

/// WOFF 2.0 (W3C Recommendation, 2022) of a font in the sfnt container, TrueType or CFF. Tables stay as they are,
/// without the optional transforms: on subsets of a hundred glyphs these save little. Empty where `sfnt` is no such
/// font or Brotli refuses. (Debian's libwoff prints to standard error for every font, so it is not used.)
std::string to_woff2(std::string_view sfnt);

} // namespace demarche::text
