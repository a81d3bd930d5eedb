#include "extract/document.hpp"

#include "extract/junk.hpp"
#include "extract/paragraphs.hpp"
#include "extract/quotes.hpp"
#include "extract/scanner.hpp"
#include "extract/sentences.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace demarche::extract {
namespace {

/// Bytes of text a token in English news, fewer than usual so that the tokens are seldom moved.
constexpr std::size_t kBytesAToken = 5;

/// The sentences from `first` on are no prose of the article.
void set_apart(Document& document, std::size_t first) {
    for (Sentence& sentence : std::span(document.sentences).subspan(first)) {
        sentence.heading = true;
    }
}

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
            const std::size_t before = document.sentences.size();
            split_paragraph(document, first, number++);
            if (line_kind(document.words(paragraph)) != LineKind::prose) {
                set_apart(document, before);
            }
        }
    }
    return document;
}

void begin_sentence(Document& document, std::uint32_t at) {
    const auto token =
        static_cast<std::uint32_t>(std::partition_point(document.tokens.begin(), document.tokens.end(),
                                                        [&](const Token& t) { return t.span.begin < at; }) -
                                   document.tokens.begin());
    const auto parted = std::partition_point(document.sentences.begin(), document.sentences.end(),
                                             [&](const Sentence& s) { return s.last <= token; });
    if (parted == document.sentences.end() || parted->first >= token) {
        return;
    }
    Sentence before = *parted;
    before.last = token;
    before.heading = true;
    parted->first = token;
    document.sentences.insert(parted, before);
}

} // namespace demarche::extract
