#pragma once
/// Inside the finder of speech: verbs of saying with their speakers.

#include "extract/speech_text.hpp"
#include "extract/speech_words.hpp"

#include <cstdint>
#include <optional>

namespace demarche::extract {

struct Act {
    std::uint32_t verb = 0;
    SayingKind kind = SayingKind::says;
    Run speaker;
    std::uint32_t start = 0;  ///< the first token of speaker and verb
    bool inverted = false;    ///< the speaker stands behind the verb
    std::uint32_t behind = 0; ///< the first token behind both
};

/// The verb of saying at token `i`; nothing where it tells of nothing said, or nobody says it. A verb without a subject
/// of its own ("and added", "saying") has that of the verb before it, `last_speaker`.
std::optional<Act> act_at(const SpeechText& text, std::uint32_t i, SayingKind kind, const Run& last_speaker);

/// Where what is said begins behind the verb; the sentence's end where nothing does.
std::uint32_t content_behind(const SpeechText& text, const Act& act);

} // namespace demarche::extract
