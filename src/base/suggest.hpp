#pragma once
/// "did you mean": the nearest of the known names.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The choice with the least Damerau-Levenshtein distance (case ignored), if that is at most a third
/// of the longer word's length (one change is always allowed) and something of the word is left; the
/// earlier choice wins a tie. Names of over 200 bytes are near to nothing.
std::optional<std::string> nearest(std::string_view found, const std::vector<std::string>& choices);

/// `did you mean "x"?` where there is a near one, else `choices: a, b, c` (at most 12, then "..."), else "".
std::string suggestion(std::string_view found, const std::vector<std::string>& choices);

} // namespace demarche
