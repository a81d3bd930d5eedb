#pragma once
/// Inside who is who: what a person holds or held, each office once, however the articles put it.

#include "assemble/identity.hpp"
#include "model/actor.hpp"

#include <functional>
#include <string>
#include <vector>

namespace demarche::assemble {

/// The name of an actor of an article, as the story calls it; "" where it has none.
using NameOf = std::function<std::string(ChainRef)>;

/// Most telling first: what most articles say, then rank. "adviser" and "advisor", "Defense Secretary" and "Secretary
/// of Defense", "minister" and "foreign minister" of one land are one role; held once and held now are two.
/// The body is an organisation, or a land other than `home`, the name of the person's own side.
std::vector<Role> roles_of(const Identity& person,
                           const std::vector<Gist>& gists,
                           const extract::Lexicon& lexicon,
                           const std::string& home,
                           const NameOf& name_of);

} // namespace demarche::assemble
