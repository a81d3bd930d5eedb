#pragma once
/// Sentences put together from phrases.

#include <string>

namespace demarche::compose {

/// With a capital, where the first letter is Latin (to U+00FE) or Cyrillic.
std::string capitalised(const std::string& text);

/// Adds a sentence with its capital and full stop; nothing where it is empty.
void add_sentence(std::string& text, const std::string& sentence);

} // namespace demarche::compose
