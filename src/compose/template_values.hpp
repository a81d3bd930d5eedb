#pragma once
/// Reads one template file into a Template that already holds what it extends.

#include "base/diagnostic.hpp"
#include "base/xml.hpp"
#include "compose/template.hpp"

#include <map>
#include <string>

namespace demarche::compose {

/// Where each value was last set, by path ("type/label", "colours/ink", "palette"): for findings about values together.
using Origins = std::map<std::string, SourcePosition>;

/// Sets in `style` what `document` says. `may_add_words`: only the file that starts the chain brings new keys.
void apply_template(
    const xml::Document& document, bool may_add_words, Template& style, Origins& origins, Diagnostics& diagnostics);

/// Contrast of text (4.5:1) and marks (3:1) against page, band, hub and card, and the smallest type.
void check_template(const Template& style, const Origins& origins, Diagnostics& diagnostics);

} // namespace demarche::compose
