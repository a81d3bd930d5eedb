#pragma once
/// Inside the XML reader: the tree, built from what expat tells.

#include "base/xml.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace demarche::xml {

/// Why a file is refused, and where.
struct Refusal {
    std::size_t offset = 0; ///< bytes into the source
    std::string code;
    std::string message;
    std::string hint;
};

/// Fills the document's nodes from its source; the reason where that is not well-formed or beyond a limit.
/// REQUIRES: the source is UTF-8 and shorter than 2 GB.
std::optional<Refusal> build(Document& document, const Limits& limits);

} // namespace demarche::xml
