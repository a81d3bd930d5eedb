#pragma once
/// Words in plain letters: for ids, and to know one name in two spellings.

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The words of a text in a to z and 0 to 9: any script transliterated, accents dropped (ICU's "Any-Latin" and
/// "Latin-ASCII"), lower case; apostrophes join, all else parts. What has no Latin letters is left out.
std::vector<std::string> ascii_words(std::string_view utf8);

} // namespace demarche
