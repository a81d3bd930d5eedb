#pragma once
/// The marks in a page's content that say what is tagged and what is not (ISO 32000-1, 14.6).

#include "write/pdf_library.hpp"

#include <string>
#include <vector>

namespace demarche::write {

/// The content of a page that Cairo wrote with one tag around every stretch, in the order of `types`: the stretches get
/// these types, all else that paints is marked as an artifact. Throws std::runtime_error where the page has other
/// stretches.
std::string tagged_content(QPDFPageObjectHelper page, const std::vector<std::string>& types);

} // namespace demarche::write
