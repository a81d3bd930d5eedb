#pragma once
/// Whether the value of an attribute is what its rule asks for.

#include "base/xml.hpp"
#include "model/dossier_schema.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Reports what is wrong with one attribute's value. Whether an id that it names exists is not asked here.
void check_value(const xml::Document& document,
                 const xml::Attribute& attribute,
                 const AttributeRule& rule,
                 Diagnostics& diagnostics);

/// What is wrong with words that a chart may show or that are looked for in an article: too many of them, or
/// among them control characters (C0 but white space, DEL, C1) or such as override the direction of text (U+202A to
/// U+202E, U+2066 to U+2069), or nothing that can be seen.
struct WordsFault {
    const char* code = "";
    std::string message; ///< to follow what holds the words
    std::string hint;
    std::size_t offset = 0; ///< bytes into the words
};

std::optional<WordsFault> fault_of_words(std::string_view words);

/// Why an article's path is refused; empty if it is not. Articles lie in the dossier's folder or below it, so
/// that a dossier can be moved, sent and read without reading anything else of the machine.
std::string refused_path(std::string_view path);

} // namespace demarche
