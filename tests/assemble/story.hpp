#pragma once
/// Stories for tests: texts in, gists or a model out.

#include "assemble/assemble.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

struct Told {
    std::string text;
    std::string published = "2031-05-14"; ///< a Wednesday
};

/// Article n has the id "n" + its number from 1 and the file ID.txt.
Gist gist_of(const Told& told, const std::string& id);
std::vector<Gist> gists_of(const std::vector<Told>& story);
Assembled assembled(const std::vector<Told>& story);

/// "Ada Moreno (person, pe) | Foreign Minister": one line an actor, in order, roles joined by "; ", bodies in brackets.
std::vector<std::string> actor_lines(const Model& model);
/// "moreno advises reyes".
std::vector<std::string> tie_lines(const Model& model);

} // namespace demarche::assemble
