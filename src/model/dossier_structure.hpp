#pragma once
/// The shape of a dossier: which elements stand where, with which attributes, holding which values.

#include "base/xml.hpp"

namespace demarche {

/// Whether the root is <dossier>; an error where it is not.
bool is_dossier(const xml::Document& document, Diagnostics& diagnostics);

/// Reports every departure from dossier_schema.hpp. REQUIRES: the root is <dossier>.
void check_structure(const xml::Document& document, Diagnostics& diagnostics);

} // namespace demarche
