#pragma once
/// Inside the cutter: one paragraph's tokens into sentences.

#include "extract/document.hpp"

#include <cstdint>

namespace demarche::extract {

/// Appends the sentences of document.tokens[first..], which are the paragraph numbered `paragraph`. A sentence takes
/// the quotation marks and brackets that close behind its end mark. Linear.
void split_paragraph(Document& document, std::uint32_t first, std::uint32_t paragraph);

} // namespace demarche::extract
