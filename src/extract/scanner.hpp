#pragma once
/// Inside the cutter: one paragraph into tokens.

#include "extract/document.hpp"

#include <string_view>
#include <vector>

namespace demarche::extract {

/// Appends the tokens of text[paragraph]. Quotation marks and apostrophes that stand alone are punctuation yet:
/// quotes.hpp says what they are. Linear.
void scan(std::string_view text, Span paragraph, std::vector<Token>& tokens);

} // namespace demarche::extract
