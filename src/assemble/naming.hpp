#pragma once
/// Inside who is who: what an actor of several articles is called.

#include "assemble/identity.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

struct Naming {
    std::string name;
    std::string short_name;           ///< empty: the name
    std::vector<std::string> aliases; ///< every other spelling, full names first
};

/// The spelling of the full name that most articles use, the most frequent, the longest, the first of the alphabet.
Naming naming_of(const Identity& identity, const std::vector<Gist>& gists);

} // namespace demarche::assemble
