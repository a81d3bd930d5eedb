#pragma once
/// Inside the finder of speech: quotation marks as quotations.

#include "extract/document.hpp"

#include <cstdint>
#include <vector>

namespace demarche::extract {

/// One quotation; those within another are left out.
struct Quotation {
    std::uint32_t open = 0;  ///< token of the opening mark
    std::uint32_t close = 0; ///< token of the closing mark; where none closes it, the token behind its last one
    bool closed = true;
    bool goes_on = false; ///< not closed, and the next paragraph opens with a mark: one speech of several paragraphs
};

/// In the order of the text.
std::vector<Quotation> quotations(const Document& document);

} // namespace demarche::extract
