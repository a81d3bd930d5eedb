#pragma once
/// A word set apart in a box of its own, such as "NEW" behind a title.

#include "base/geometry.hpp"
#include "text/measurer.hpp"

#include <string>

namespace demarche::text {

/// Of the box, which holds the whole height of its words.
Size badge_size(const std::string& words, const Font& font, const Measurer& measurer);
/// Where its words begin: the left end of their baseline.
Point badge_words(const Box& box, const Font& font, const Measurer& measurer);

} // namespace demarche::text
