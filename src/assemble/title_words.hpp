#pragma once
/// Pieces of a passage that titles are made of.

#include <string>
#include <string_view>

namespace demarche::assemble {

constexpr std::size_t kTitleLength = 62; ///< code points a title should have at most
constexpr std::size_t kTitleMost = 115;  ///< and one that cannot be cut

/// Where `part` stands in `whole` as complete words; npos: nowhere.
std::size_t find_words(std::string_view whole, std::string_view part);

/// Whether the words stand in quotation marks there: `part` begins right behind an opening one.
bool is_quoted(std::string_view whole, std::string_view part);

/// The last sentence of a quotation that its passage holds the end of alone; "" where it is no such one.
std::string_view quoted_end(std::string_view passage, std::string_view quotation);

/// Whether a form of "be" or "get" stands before the verb: "was struck".
bool is_passive(std::string_view passage, std::string_view trigger);

/// What follows the trigger in its passage.
std::string_view behind(std::string_view passage, std::string_view trigger);

/// What a clause is about: the words before its verb ("the talks" of "the talks will go on"); "" where they are a
/// pronoun, more than six words, or not to be told.
std::string subject_of(std::string_view clause);

/// The first sentence of a quotation.
std::string_view first_sentence(std::string_view text);

/// Without who says so, at its end or within: ", mediators said".
std::string without_source(std::string_view words);

/// The words without those that say when, which a chart prints beside ("signed on Friday in Oslo": "signed in Oslo").
std::string without_time(std::string_view words, const std::string& when);

/// The first word with a small letter, but for names, "I" and abbreviations.
std::string uncapitalised(std::string_view text);
std::string capitalised(std::string_view text);

} // namespace demarche::assemble
