#pragma once
/// What must hold between delegations, their members and their events.

#include "base/xml.hpp"

namespace demarche {

/// Reports: a delegation of nobody; a head who is no member, somebody in it twice, a member who is absent from its
/// event. Warns of members of another side, and of one who is in two delegations at one event. REQUIRES: the root is
/// <dossier>.
void check_delegations(const xml::Document& document, Diagnostics& diagnostics);

} // namespace demarche
