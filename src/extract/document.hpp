#pragma once
/// One article as text, cut into paragraphs, sentences and tokens: what every reader of meaning starts from.

#include "base/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// Half open, in bytes of Document::text; both ends lie between code points.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class TokenKind : std::uint8_t {
    /// Letters, with inner apostrophes and hyphens and the full stop of an abbreviation: "Al-Arabiya", "O'Neil",
    /// "U.S.",
    /// "Gen.", "p.m."; "'s" is a token of its own, and so is the apostrophe behind a plural.
    word,
    number,      ///< "18", "1,200", "2.5", "20th", "1990s", "'90s", "6pm"; "10-day" is three tokens
    punctuation, ///< one sign each; "..." and "--" are one
    open_quote,  ///< of any kind, as paired by the cutter
    close_quote,
};

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
    bool capital = false;  ///< begins with an upper-case letter
    bool all_caps = false; ///< has two letters or more and none in lower case
    bool space_before = false;
};

/// Half open range of tokens.
struct Sentence {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t paragraph = 0;
    bool heading =
        false; ///< no prose: a title, a line without an end mark, a caption, "RELATED STORY | ..." and the like
};

struct Document {
    std::string text; ///< UTF-8, as a person can see it; passages count its code points
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    [[nodiscard]] std::string_view words(Span span) const {
        return std::string_view(text).substr(span.begin, span.end - span.begin);
    }

    [[nodiscard]] std::string_view words(const Token& token) const { return words(token.span); }
};

/// Cuts `text` (valid UTF-8, less than 4 GB) into sentences and tokens by Unicode's character classes and the tables of
/// data/: abbreviations, initials, decimal points, quotations and headings. Every token is in one sentence, in order.
/// Linear; the same text gives the same cuts in every locale.
Document cut(std::string text);

/// Parts the sentence in which byte `at` lies, so that one begins there; what stands before (a dateline) is a heading.
void begin_sentence(Document& document, std::uint32_t at);

/// What is known of an article before anybody reads its sentences.
struct ArticleFacts {
    std::string title;
    std::string outlet;
    std::string url;
    std::string published; ///< `YYYY-MM-DD`, or with `Thh:mm`, as the file says it; empty: nowhere found
    std::string language;  ///< "en"; guessed from the text where no field says it
    std::string place;     ///< of the dateline: "RIYADH, Saudi Arabia"
    Span body;             ///< without header lines, dateline and trailing junk
};

struct ReadArticle {
    std::string text; ///< becomes Document::text
    ArticleFacts facts;
};

enum class ArticleFormat { plain, html, nitf, newsml_g2, ninjs };

/// Reads the bytes of one article file. `name` is for the findings. The format is told from the content; the
/// encoding from marks, declarations and content, and is said where it is not UTF-8.
/// Reports: bytes that are no text, an encoding that cannot be told, no text in the file, another language than
/// English (a warning: nothing is drawn from it). `text` is empty where an error was reported.
ReadArticle read_article(std::string_view bytes, const std::string& name, Diagnostics& diagnostics);

} // namespace demarche::extract
