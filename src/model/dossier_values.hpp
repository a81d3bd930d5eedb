#pragma once
/// Whether the value of an attribute is what its rule asks for.

#include "base/xml.hpp"
#include "model/dossier_schema.hpp"

namespace demarche {

/// Reports what is wrong with one attribute's value. Whether an id that it names exists is not asked here.
void check_value(const xml::Document& document,
                 const xml::Attribute& attribute,
                 const AttributeRule& rule,
                 Diagnostics& diagnostics);

/// Why an article's path is refused; empty if it is not. Articles lie in the dossier's folder or below it, so
/// that a dossier can be moved, sent and read without reading anything else of the machine.
std::string refused_path(std::string_view path);

} // namespace demarche
