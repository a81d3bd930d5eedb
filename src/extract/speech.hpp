#pragma once
/// Who says what: direct and reported speech.

#include "extract/document.hpp"

#include <cstdint>
#include <vector>

namespace demarche::extract {

enum class SpeechKind : std::uint8_t {
    direct,    ///< words in quotation marks
    reported,  ///< "said (that) ..."
    according, ///< "according to ..."
};

/// One thing said. Nobody is guessed: the speaker's span holds the words that stand there ("Foreign Minister Ann Roe",
/// "he", "a spokesman"), and is empty where a quotation has none.
struct Speech {
    SpeechKind kind = SpeechKind::reported;
    Span content;               ///< what is said, without quotation marks around it and without the end mark behind
    Span speaker;               ///< of a quotation that goes on: that of its beginning
    Span verb;                  ///< "said", "according to"; empty: a quotation that goes on
    std::uint32_t sentence = 0; ///< that the content begins in
    bool denied = false;        ///< the speaker says that the content is not so ("denied that ...")
};

/// All speech of the document outside of headings, in the order of the contents; contents may lie within each other.
/// What somebody did not say, is to say or might say is none. Linear in the text but for sentences of many verbs.
std::vector<Speech> find_speech(const Document& document);

} // namespace demarche::extract
