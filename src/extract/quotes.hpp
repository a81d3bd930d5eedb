#pragma once
/// Inside the cutter: which quotation marks open, which close, and which are apostrophes.

#include "extract/document.hpp"

#include <span>
#include <string_view>

namespace demarche::extract {

/// Gives the quotation marks among one paragraph's tokens their kind. Straight marks are told by the space around them
/// and by what is open; curly ones too, where they stand the wrong way round. A bare apostrophe behind a plural
/// ("officials'") becomes a word. Pairs end with their paragraph.
void pair_quotes(std::string_view text, std::span<Token> paragraph);

} // namespace demarche::extract
