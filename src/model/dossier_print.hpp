#pragma once
/// Canonical form: the one way to write a dossier's tree down.
///
/// Two spaces a level; attributes in the order of dossier_schema.hpp, empty and default ones left out, white
/// space in words collapsed, numbers and colours in their plain form; a tag longer than 120 columns goes on
/// under its first attribute. Children in the order of the schema, a blank line between sections. Comments
/// and processing instructions stay ahead of the element they precede, or behind what they follow on one
/// line. One blank line stays where there were some. What the schema does not know stays as written.

#include "base/xml.hpp"

#include <string>
#include <string_view>

namespace demarche {

/// The whole document, XML declaration first, one line end at the end. REQUIRES: the root is <dossier>.
std::string print_dossier(const xml::Document& document);

/// Words as the text of an element, escaped.
std::string print_words(std::string_view words);

/// name="value", escaped.
std::string print_attribute(const std::string& name, const std::string& value);

/// How an element is set that goes among others.
struct PrintLayout {
    std::string indent;          ///< blanks ahead of the element's own lines
    std::string step = "  ";     ///< and these more a level
    std::string line_end = "\n"; ///< of every line but the last
    bool one_line = false;       ///< no line ends at all
};

/// One element that was built, not read; neither the first line's indentation nor a line end at the end.
/// REQUIRES: it holds what the schema allows.
std::string print_element(const xml::Node& element, const PrintLayout& layout);

} // namespace demarche
