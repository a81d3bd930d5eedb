#include "shown.hpp"

namespace demarche::extract {

std::vector<std::string> sentences_of(std::string_view text) {
    const Document document = cut(std::string(text));
    std::vector<std::string> shown;
    for (const Sentence& sentence : document.sentences) {
        const Span span{document.tokens[sentence.first].span.begin, document.tokens[sentence.last - 1].span.end};
        shown.push_back((sentence.heading ? "# " : "") + std::string(document.words(span)));
    }
    return shown;
}

std::string tokens_of(std::string_view text) {
    const Document document = cut(std::string(text));
    std::string shown;
    for (const Token& token : document.tokens) {
        shown += (shown.empty() ? "" : "|") + std::string(document.words(token));
    }
    return shown;
}

std::string quotes_of(std::string_view text) {
    const Document document = cut(std::string(text));
    std::string shown;
    for (const Token& token : document.tokens) {
        shown += token.kind == TokenKind::open_quote ? "<" : token.kind == TokenKind::close_quote ? ">" : "";
    }
    return shown;
}

} // namespace demarche::extract
