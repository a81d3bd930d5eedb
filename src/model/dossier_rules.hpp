#pragma once
/// What must hold between the parts of a dossier beyond their shape.

#include "base/xml.hpp"

namespace demarche {

/// Reports: no events; a head who is no member, somebody in a delegation twice; a party twice or both there
/// and absent; a tie of an actor to itself; a citation whose parts do not fit together or that quotes an
/// article without a file. Warns of a hostile act that does not say who acted against whom, and of a
/// statement with participants. REQUIRES: the root is <dossier>.
void check_rules(const xml::Document& document, Diagnostics& diagnostics);

} // namespace demarche
