#pragma once
/// Inside the reader of actors: chains of states, organisations and groups; sides; ties.

#include "extract/actor_collect.hpp"

namespace demarche::extract {

/// A chain each for what collected.bodies names.
void chain_bodies(const Document& document,
                  const Lexicon& lexicon,
                  Collected& collected,
                  std::vector<ActorChain>& chains);

/// The chains that titles point to: bodies and possessors. REQUIRES: all names and bodies have their chains.
/// Short names of the organisations that are named in full elsewhere.
void chain_short_bodies(const Document& document, Collected& collected, std::vector<ActorChain>& chains);
void link_titles(const Document& document, Collected& collected, const std::vector<ActorChain>& chains);

/// Sides of persons: what most of their titles say; else "Peru's Moreno"; else the side of whom they serve; else the
/// country of which a bare title speaks. `told_from`: the country of the dateline; kNoCountry: none known.
void find_sides(const Collected& collected, CountryIndex told_from, std::vector<ActorChain>& chains);

/// What titles say of their holders: adviser of, spokesman for, head of, envoy of. Titles held in the past give none.
std::vector<NamedTie>
find_ties(const Document& document, const Collected& collected, const std::vector<ActorChain>& chains);

} // namespace demarche::extract
