#include "extract/document.hpp"

#include "extract/paragraphs.hpp"
#include "extract/quotes.hpp"
#include "extract/scanner.hpp"
#include "extract/sentences.hpp"

#include <span>
#include <utility>

namespace demarche::extract {
namespace {

/// Bytes of text a token in English news, fewer than usual so that the tokens are seldom moved.
constexpr std::size_t kBytesAToken = 5;

} // namespace

Document cut(std::string text) {
    Document document;
    document.text = std::move(text);
    document.tokens.reserve(document.text.size() / kBytesAToken);
    std::uint32_t number = 0;
    for (const Span& paragraph : paragraphs(document.text, {0, static_cast<std::uint32_t>(document.text.size())})) {
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        scan(document.text, paragraph, document.tokens);
        if (document.tokens.size() > first) {
            pair_quotes(document.text, std::span(document.tokens).subspan(first));
            split_paragraph(document, first, number++);
        }
    }
    return document;
}

} // namespace demarche::extract
