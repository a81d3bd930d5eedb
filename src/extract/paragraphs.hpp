#pragma once
/// Inside the cutter: lines into paragraphs.

#include "extract/document.hpp"

#include <string_view>
#include <vector>

namespace demarche::extract {

/// The paragraphs of text[part], none blank, in order. Blank lines part them; so does every other line end, unless the
/// text was wrapped at a width: then a line goes on in the next one where the next word did not fit.
std::vector<Span> paragraphs(std::string_view text, Span part);

} // namespace demarche::extract
