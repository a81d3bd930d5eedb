#pragma once
/// Inside who is who: which country an actor is counted with.

#include "assemble/identity.hpp"

#include <optional>
#include <vector>

namespace demarche::assemble {

struct Affiliation {
    extract::CountryIndex country = extract::kNoCountry;
    extract::CountryIndex other = extract::kNoCountry; ///< what other articles say; kNoCountry: none does
};

/// What most articles say; of equals, what more titles say; then the first code of the alphabet.
Affiliation affiliation_of(const Identity& identity, const std::vector<Gist>& gists, const extract::Lexicon& lexicon);

} // namespace demarche::assemble
