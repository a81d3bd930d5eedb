#pragma once
/// Words of a chart that stay on one line: "18 Feb 2025", "18 of 42 events".
///
/// A no-break blank (U+00A0) says so while lines are broken; what is drawn has ordinary blanks, so that a search for
/// the words finds them.

#include "base/font.hpp"
#include "text/measurer.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

constexpr const char* kKeptBlank = "\u00A0";

/// `words` with every blank a no-break one.
std::string kept(const std::string& words);
/// `words` in which no line begins with a raised dot.
std::string with_kept_dots(const std::string& words);
/// `words` as they are drawn.
std::string drawn(const std::string& words);

/// Lines of `words` as Measurer::wrap breaks them, as they are drawn; `begin` and `end` count bytes of `words`.
std::vector<text::Line>
wrap_kept(const std::string& words, const Font& font, double width, const text::Measurer& measurer);

/// The same for a title: as many lines, but about equally long, so that none holds a single word.
std::vector<text::Line>
wrap_evenly(const std::string& words, const Font& font, double width, const text::Measurer& measurer);

} // namespace demarche::compose
