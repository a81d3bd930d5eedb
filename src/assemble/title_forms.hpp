#pragma once
/// Inside who is who: the words of titles, as they are printed and as they are compared.

#include "extract/actor.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::assemble {

/// "of", "the", "for": never capitals within a title, and nothing to compare by.
bool is_small(std::string_view word);

/// Words parted by white space.
std::vector<std::string> split(std::string_view text);

/// Ranks and seats as print writes them out: "Gen." is "General".
std::string written_out(const std::string& word);

/// "then-Secretary of State" without what TitleTime says.
std::vector<std::string> without_time(std::vector<std::string> words, extract::TitleTime time);

/// "spokesman for a group" is "spokesman": what has no name says nothing.
void drop_unnamed(std::vector<std::string>& words);

/// "Human Rights Watch's Africa" is "Human Rights Watch"; "Peru's sovereign fund" is a name.
std::string before_possessive(const std::string& body);

/// One spelling for those that differ by land or by the holder's gender; "" for words that tell nothing.
std::string same_spelling(std::string word);

/// "Prime Minister", "Secretary of State".
std::string title_case(const std::vector<std::string>& words);

} // namespace demarche::assemble
