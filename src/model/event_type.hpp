#pragma once
/// The event types there are: PLOVER categories and modes, plus `statement`.

#include "model/event.hpp"

#include <string>
#include <vector>

namespace demarche {

/// What a chart needs to know of a type.
enum class EventNature {
    joint,   ///< parties act together: consult, agree, cooperate, aid ...: joined by a bar
    speech,  ///< somebody says something: statement, demand, reject, accuse ...: a speech bubble
    hostile, ///< somebody acts against somebody: assault, coerce, sanction ...: an arrow
};

/// "consult", "consult/call", ... in a fixed order: every type a dossier may name.
const std::vector<std::string>& known_event_types();
/// REQUIRES: a known type.
EventNature nature(const EventType& type);
/// "consult/call" taken apart; the inverse of to_text. Does not check that the type is known.
EventType event_type(const std::string& text);

} // namespace demarche
