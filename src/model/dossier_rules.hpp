#pragma once
/// What must hold between the parts of a dossier beyond their shape.

#include "base/xml.hpp"

namespace demarche {

/// Reports: no events; what dossier_delegations.hpp names; a party twice or both there and absent; a tie of an actor to
/// itself, or given twice; a chart of no day; a citation whose parts do not fit together or that quotes an article
/// without a file. Warns of a hostile act that does not say who acted against whom, and of a
/// statement with participants. REQUIRES: the root is <dossier>.
void check_rules(const xml::Document& document, Diagnostics& diagnostics);

} // namespace demarche
