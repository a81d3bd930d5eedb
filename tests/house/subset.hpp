#pragma once
/// The safe subset of SVG (docs/svg.md): what browsers, office programs, LaTeX and sanitizers all keep.

#include <string>
#include <vector>

namespace demarche::house {

/// What in an SVG lies outside the subset, one line a finding, in document order. A list of what is allowed,
/// so that anything new has to be thought about here first.
std::vector<std::string> outside_subset(const std::string& svg);

/// The text of every <text> element, tspans joined, white space folded, in document order.
std::vector<std::string> labels_of(const std::string& svg);

} // namespace demarche::house
