#pragma once
/// Letters without their marks, for comparing spellings.

#include <string>
#include <string_view>

namespace demarche {

/// Decomposed (NFD) and without combining marks, so that e acute is e; crossed letters lose their stroke ("Ł" is L), a
/// curly apostrophe is straight. Other scripts stay. REQUIRES: valid UTF-8.
std::string without_marks(std::string_view utf8);

} // namespace demarche
