#pragma once
/// Inside the finder of speech: words by what they do around a verb of saying.

#include <cstdint>
#include <string_view>

namespace demarche::extract {

enum class SayingKind : std::uint8_t {
    none,
    says,   ///< what is said follows, with or without "that"
    hearer, ///< the same; a hearer may stand between
    quotes, ///< somebody's words only with "that" or quotation marks
    thinks, ///< an opinion, only with "that" or a clause
};

/// Of a form in lower case (data/speech_verbs.tsv).
SayingKind saying_kind(std::string_view form);

/// Whether the forms of this verb that end in "s" are nouns as well: "comments", "reports".
bool is_noun_too(std::string_view form);

bool is_denial(std::string_view form);

bool is_be(std::string_view word);
/// Words after which a verb of saying tells nothing that was said: "will", "not", "to".
bool is_unsaid(std::string_view word);
/// Forms of be, have, do and the modal verbs: a clause has one.
bool is_finite(std::string_view word);
/// Words that end the run of a speaker's words, read backwards from the verb: "that", "when".
bool is_clause_word(std::string_view word);
/// Adverbs and weekdays that may stand between speaker, verb and what is said. In lower case.
bool is_filler(std::string_view word);
bool is_pronoun(std::string_view word);
bool is_determiner(std::string_view word);
bool is_preposition(std::string_view word);

} // namespace demarche::extract
