#pragma once
/// The turns of phrase that diagnostics about dossiers share.

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The text in double quotation marks, white space collapsed, cut with "…" where it is long.
std::string quoted(std::string_view text);
/// "a, b, c".
std::string joined(const std::vector<std::string>& words);
/// `did you mean "x"?`, then in brackets what there is to choose from; just that where nothing is near.
std::string advice(std::string_view found, const std::vector<std::string>& choices);
/// The same for ids, where a list of all would help nobody.
std::string id_advice(std::string_view found, const std::vector<std::string>& ids);

} // namespace demarche
