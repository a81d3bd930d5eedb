#pragma once
/// A document's cuts as text, for tables of input and expected output.

#include "extract/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// The sentences' words as they stand, the heading ones with "# " before them.
std::vector<std::string> sentences_of(std::string_view text);

/// The tokens, a "|" between them.
std::string tokens_of(std::string_view text);

/// The tokens that are quotation marks: "<" opens, ">" closes.
std::string quotes_of(std::string_view text);

} // namespace demarche::extract
