#include "extract/speech_text.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace demarche::extract {

SpeechText::SpeechText(const Document& document)
    : document_(document), quotes_(quotations(document)), quote_of_(document.tokens.size(), 0) {
    for (std::uint32_t q = 0; q < quotes_.size(); ++q) {
        const std::uint32_t end = quotes_[q].close + (quotes_[q].closed ? 1 : 0);
        std::fill(quote_of_.begin() + quotes_[q].open, quote_of_.begin() + end, q + 1);
    }
}

std::string SpeechText::word(std::uint32_t i) const {
    return ascii_lower(document_.words(token(i)));
}

bool SpeechText::is_sign(std::uint32_t i, std::string_view sign) const {
    return token(i).kind == TokenKind::punctuation && document_.words(token(i)) == sign;
}

bool SpeechText::is_punctuation(std::uint32_t i) const {
    return token(i).kind != TokenKind::word && token(i).kind != TokenKind::number;
}

bool SpeechText::is_end_mark(std::uint32_t i) const {
    const std::string_view sign = document_.words(token(i));
    return token(i).kind == TokenKind::punctuation &&
           (sign == "." || sign == "!" || sign == "?" || sign == "..." || sign == "…");
}

Span SpeechText::span(const Run& run) const {
    return run.empty() ? Span{} : Span{token(run.begin).span.begin, token(run.end - 1).span.end};
}

std::uint32_t SpeechText::sentence_of(std::uint32_t i) const {
    const auto& sentences = document_.sentences;
    const auto behind =
        std::upper_bound(sentences.begin(), sentences.end(), i,
                         [](std::uint32_t at, const Sentence& sentence) { return at < sentence.first; });
    return static_cast<std::uint32_t>(behind - sentences.begin() - 1);
}

} // namespace demarche::extract
