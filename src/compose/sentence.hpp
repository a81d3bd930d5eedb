#pragma once
/// Sentences put together from phrases.

#include "compose/template.hpp"
#include "view/timeline_view.hpp"

#include <string>

namespace demarche::compose {

/// With a capital, where the first letter is Latin (to U+00FE) or Cyrillic.
std::string capitalised(const std::string& text);

/// Adds a sentence with its capital and full stop; nothing where it is empty.
void add_sentence(std::string& text, const std::string& sentence, const Template& style);

/// Adds a clause behind a semicolon; nothing where it is empty.
void add_clause(std::string& text, const std::string& clause, const Template& style);

/// "planned", "cancelled" in the template's words; empty for what occurred. `plan_passed`: a plan whose day is over
/// and that nobody confirmed.
std::string status_in_words(Status status, bool plan_passed, const Template& style);

} // namespace demarche::compose
