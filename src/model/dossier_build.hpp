#pragma once
/// The tree of a dossier as a model, as far as it is readable.

#include "base/xml.hpp"
#include "model/model.hpp"

namespace demarche {

/// Checks nothing: what cannot be read is left at its default. REQUIRES: the root is <dossier>.
Model build_model(const xml::Document& document);

} // namespace demarche
