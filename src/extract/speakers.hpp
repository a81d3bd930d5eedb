#pragma once
/// Inside the finder of speech: the words of a sentence that name who speaks.

#include "extract/speech_text.hpp"

#include <cstdint>

namespace demarche::extract {

/// The words right before token `end` that name who acts; empty where none do.
Run name_before(const SpeechText& text, std::uint32_t end);
/// "Ann Roe" of "Ann Roe, the mayor of Oslo," before the comma at `comma`; all of "the mayor's adviser, Ann Roe,".
Run name_with_apposition(const SpeechText& text, std::uint32_t comma);
/// The words from `begin` on that name who spoke; empty where a clause stands there.
Run name_behind(const SpeechText& text, std::uint32_t begin);
/// The name that the sentence begins with.
Run leading_name(const SpeechText& text);
/// The words with capitals right before token `end`.
Run capitals_before(const SpeechText& text, std::uint32_t end);

} // namespace demarche::extract
