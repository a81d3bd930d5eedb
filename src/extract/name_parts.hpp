#pragma once
/// The words of persons' names, and when two of them may be one.

#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// "von", "bin": written small.
bool is_particle(std::string_view word);

/// name_key of one word of a name, without an article before it: "al-Assad" is Assad.
std::string part_key(std::string_view part);

/// "J", "J." or "J.R.".
bool is_initial(std::string_view part);

/// All of `few` in `many`, in order, two at least.
bool is_part_of(const std::vector<std::string>& few, const std::vector<std::string>& many);

/// Whether two given names before one family name may be one: an initial and what it begins, or spellings of one.
bool is_same_given(std::string_view a, std::string_view b);

/// Whether one is a short form of the other by data/nicknames.tsv: "Mike", "Michael". Two people may bear them.
bool is_short_form(std::string_view a, std::string_view b);

} // namespace demarche::extract
