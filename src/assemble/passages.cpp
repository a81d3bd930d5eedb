#include "assemble/passages.hpp"

#include "base/xml.hpp"

#include <algorithm>
#include <string_view>

namespace demarche::assemble {
namespace {

using extract::Document;
using extract::Sentence;
using extract::Span;
using extract::Token;
using extract::TokenKind;

/// Bytes: about three lines of print.
constexpr std::uint32_t kLongest = 320;
/// How much of that may stand before the end of what must be kept.
constexpr std::uint32_t kBefore = 240;

bool is_blank(char c) {
    constexpr std::string_view kBlanks = " \t\r\n\f\v";
    return kBlanks.find(c) != std::string_view::npos;
}

/// Index of the first token that ends behind `at`.
std::size_t token_behind(const Document& document, std::uint32_t at) {
    const auto found = std::partition_point(document.tokens.begin(), document.tokens.end(),
                                            [&](const Token& token) { return token.span.end <= at; });
    return static_cast<std::size_t>(found - document.tokens.begin());
}

bool parts_clauses(const Document& document, const Token& token) {
    const std::string_view sign = document.words(token);
    return token.kind == TokenKind::punctuation && (sign == "," || sign == ";" || sign == ":" || sign == "--" ||
                                                    sign == "—" || sign == "–" || sign == "(" || sign == ")");
}

} // namespace

Passage Passages::at(Span span) {
    const std::string& text = document_.text;
    while (span.begin < span.end && is_blank(text[span.begin])) {
        ++span.begin;
    }
    while (span.end > span.begin && is_blank(text[span.end - 1])) {
        --span.end;
    }
    const auto start = static_cast<std::size_t>(code_points_.before(span.begin));
    const auto end = static_cast<std::size_t>(code_points_.before(span.end));
    return {start, end, std::string(document_.words(span))};
}

Passage Passages::clause(Span span, Span kept) {
    return at(shortened(within_paragraph(span, kept), kept));
}

Span Passages::within_paragraph(Span span, Span kept) const {
    const auto behind =
        std::partition_point(document_.sentences.begin(), document_.sentences.end(),
                             [&](const Sentence& s) { return document_.tokens[s.last - 1].span.end <= kept.begin; });
    if (behind == document_.sentences.end()) {
        return span;
    }
    const auto [first, last] =
        std::equal_range(document_.sentences.begin(), document_.sentences.end(), *behind,
                         [](const Sentence& a, const Sentence& b) { return a.paragraph < b.paragraph; });
    const std::uint32_t begin = document_.tokens[first->first].span.begin;
    const std::uint32_t end = document_.tokens[std::prev(last)->last - 1].span.end;
    return {std::max(span.begin, begin), std::min(std::max(span.end, kept.end), end)};
}

Span Passages::shortened(Span span, Span kept) const {
    if (span.end - span.begin <= kLongest || kept.end - kept.begin >= kBefore) {
        return span.end - span.begin <= kLongest ? span : kept;
    }
    Span cut = kept; // grown to whole clauses, else to whole words
    if (kept.end - span.begin <= kBefore) {
        cut.begin = span.begin;
    } else {
        const auto allows = [&](const Token& token) { return kept.end - token.span.begin <= kBefore; };
        std::uint32_t words = kept.begin;
        std::uint32_t clause = kept.begin;
        for (std::size_t i = token_behind(document_, kept.begin); i-- > 0;) {
            const Token& token = document_.tokens[i];
            if (token.span.begin < span.begin || !allows(token)) {
                break;
            }
            if (parts_clauses(document_, token)) {
                clause = document_.tokens[i + 1].span.begin;
            }
            words = token.span.begin;
        }
        cut.begin = clause < kept.begin ? clause : words;
    }
    std::uint32_t words = kept.end;
    std::uint32_t clause = kept.end;
    for (std::size_t i = token_behind(document_, kept.end); i < document_.tokens.size(); ++i) {
        const Token& token = document_.tokens[i];
        if (token.span.end > span.end || token.span.end - cut.begin > kLongest) {
            break;
        }
        if (parts_clauses(document_, token)) {
            clause = document_.tokens[i - 1].span.end;
        }
        words = token.span.end;
    }
    cut.end = clause > kept.end ? clause : words;
    return cut;
}

Citation cite(const std::string& article, const Passage& passage) {
    Citation citation;
    citation.article = article;
    citation.quote = xml::collapse_blanks(passage.exact);
    citation.start = passage.start;
    citation.end = passage.end;
    citation.passage = passage;
    return citation;
}

} // namespace demarche::assemble
