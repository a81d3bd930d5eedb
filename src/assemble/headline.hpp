#pragma once
/// English as headlines write it: verbs in the present tense, names in a row.

#include <string>
#include <string_view>
#include <vector>

namespace demarche::assemble {

/// "rejected" is "rejects", of several "reject"; "struck" is "strikes"; of several words the first is changed ("called
/// off" is "calls off"). A noun of an action becomes its verb ("invasion" is "invades"). "" where no rule knows a verb.
std::string in_present(std::string_view trigger, bool plural);

/// "Rubio", "Rubio and Lavrov", "Rubio, Waltz and Lavrov".
std::string in_a_row(const std::vector<std::string>& names);

} // namespace demarche::assemble
