#pragma once
/// A model as the tree of its dossier.

#include "base/xml.hpp"
#include "model/model.hpp"

namespace demarche {

/// The <dossier> element: every section that holds something, every attribute, empty ones too: printing
/// brings the tree into canonical form.
xml::Node dossier_tree(const Model& model);

} // namespace demarche
