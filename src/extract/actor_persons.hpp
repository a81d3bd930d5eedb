#pragma once
/// Inside the reader of actors: which names are of one person.

#include "extract/actor_collect.hpp"

namespace demarche::extract {

/// Makes a chain of each person and of each name nobody knows, and sets the mentions' chains: full names first, by
/// family name and given name; then single names, where they can mean one person only. Two persons of one family name
/// stay two, and a bare family name that both bear is nobody's.
void chain_persons(const Document& document, Collected& collected, std::vector<ActorChain>& chains);

/// Titles that stand alone ("the foreign minister") and pronouns, where one person only can be meant.
void chain_references(const Document& document, Collected& collected, std::vector<ActorChain>& chains);

} // namespace demarche::extract
