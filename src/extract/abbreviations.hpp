#pragma once
/// What a full stop behind a word means (data/abbreviations.tsv, data/openers.tsv).

#include <cstdint>
#include <string_view>

namespace demarche::extract {

enum class Abbreviation : std::uint8_t {
    none,   ///< the full stop ends the sentence
    title,  ///< never ends one: "Gen."
    number, ///< an abbreviation only before a digit: "No."
    name,   ///< ends one only before an opener: "U.S.", "Feb.", "Inc."
    time,   ///< ends one unless a weekday, a month or a time zone follows: "p.m."
    end,    ///< ends one before any capital: "etc."
};

/// `word` with its full stop. Letters with a full stop each ("U.S.", "J.") are of the class name unless the table says
/// otherwise.
Abbreviation abbreviation(std::string_view word);

/// Whether the word, as written, may begin a sentence behind an abbreviation: "The", "But".
bool is_opener(std::string_view word);

/// Whether the word goes on with a time of day: "Tuesday", "Feb", "GMT", "Eastern".
bool follows_time(std::string_view word);

/// Whether the word, in lower case, is a form of a verb of saying.
bool is_speech_verb(std::string_view word);

} // namespace demarche::extract
