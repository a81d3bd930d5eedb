#pragma once
/// Reads one template file into a Template that already holds what it extends.

#include "base/diagnostic.hpp"
#include "base/xml.hpp"
#include "compose/template.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace demarche::compose {

/// Where a value was last set, and how far the file stands from the one that starts the chain (0).
struct Origin {
    SourcePosition where;
    std::size_t rank = 0;
};

/// By path ("type/label", "colours/ink", "palette"): for findings about values together.
using Origins = std::map<std::string, Origin>;

/// Sets in `style` what `document` says. `rank`: its place in the chain; only the first file, 0, brings new words.
void apply_template(
    const xml::Document& document, std::size_t rank, Template& style, Origins& origins, Diagnostics& diagnostics);

/// Contrast of text (4.5:1) and marks (3:1) against page, band, hub and card, the smallest type, room on a page.
/// A finding stands where the last of the values that it is about was set: there a person can mend it.
void check_template(const Template& style, const Origins& origins, Diagnostics& diagnostics);

} // namespace demarche::compose
