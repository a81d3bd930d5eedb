#pragma once
/// Ids and what refers to them.

#include "base/xml.hpp"

namespace demarche {

/// Reports ids given twice, and references to nothing, to a thing of another kind, to oneself, or twice to
/// one thing; and references from what stands to what is rejected. All ids of a dossier share one space. REQUIRES: the
/// root is <dossier>.
void check_references(const xml::Document& document, Diagnostics& diagnostics);

} // namespace demarche
