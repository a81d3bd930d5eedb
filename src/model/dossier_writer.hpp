#pragma once
/// The dossier writer: canonical XML.

#include "model/model.hpp"

#include <optional>
#include <string>

namespace demarche {

/// The model as a dossier in canonical form. parse_dossier gives the same model back.
std::string write_dossier(const Model& model);

/// A dossier's text in canonical form: comments kept where they stand, attributes in the order of the
/// reference, two spaces a level, elements in their order. format(format(x)) == format(x).
/// nullopt, with diagnostics, where the text is not a well-formed dossier.
std::optional<std::string> format_dossier(const std::string& xml, const std::string& path, Diagnostics& diagnostics);

} // namespace demarche
