#pragma once
/// Spellings of names made comparable, by general rules of transliteration: "Sergey" and "Sergei", "Zelenskyy" and
/// "Zelensky" give one key. No list of names.

#include <string>
#include <string_view>

namespace demarche::extract {

/// Letters without marks, in lower case; y, j and their doublings are i, double letters one, "ph" f, "w" v, "kh" h, and
/// the like; hyphens, apostrophes and full stops fall away. Names of equal key are taken for one.
std::string name_key(std::string_view name);

/// name_key with o and u, e and a alike: enough for given names before one family name ("Mohammed", "Muhammad").
std::string loose_name_key(std::string_view name);

} // namespace demarche::extract
