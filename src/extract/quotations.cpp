#include "extract/quotations.hpp"

namespace demarche::extract {
namespace {

/// A mark that nothing closes quotes to the end of its sentence, or of the paragraph where the next one goes on.
Quotation
unclosed(const Document& document, std::uint32_t open, std::uint32_t open_sentence, std::uint32_t next_sentence) {
    const auto& sentences = document.sentences;
    const bool more = next_sentence < sentences.size() &&
                      document.tokens[sentences[next_sentence].first].kind == TokenKind::open_quote &&
                      sentences[next_sentence].paragraph == sentences[open_sentence].paragraph + 1;
    return {open, sentences[more ? next_sentence - 1 : open_sentence].last, false, more};
}

} // namespace

std::vector<Quotation> quotations(const Document& document) {
    std::vector<Quotation> found;
    bool open = false;
    std::uint32_t begin = 0;
    std::uint32_t begin_sentence = 0;
    std::uint32_t depth = 0;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (open && sentence.paragraph != document.sentences[begin_sentence].paragraph) {
            found.push_back(unclosed(document, begin, begin_sentence, s));
            open = false;
        }
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const TokenKind kind = document.tokens[i].kind;
            if (kind == TokenKind::open_quote && !open) {
                open = true;
                begin = i;
                begin_sentence = s;
                depth = 0;
            } else if (kind == TokenKind::open_quote) {
                ++depth;
            } else if (kind == TokenKind::close_quote && open && depth > 0) {
                --depth;
            } else if (kind == TokenKind::close_quote && open) {
                found.push_back({begin, i, true, false});
                open = false;
            }
        }
    }
    if (open) {
        found.push_back(
            unclosed(document, begin, begin_sentence, static_cast<std::uint32_t>(document.sentences.size())));
    }
    return found;
}

} // namespace demarche::extract
