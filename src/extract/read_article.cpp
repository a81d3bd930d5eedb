#include "base/ascii.hpp"
#include "extract/decode.hpp"
#include "extract/document.hpp"
#include "extract/language.hpp"
#include "extract/marked_up.hpp"
#include "extract/plain_article.hpp"

#include <utility>

namespace demarche::extract {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

/// "en-GB", "EN", "English" as "en".
std::string plain_language(const std::string& language) {
    return ascii_lower(language.substr(0, 2));
}

void settle_language(ReadArticle& article, const std::string& name, Diagnostics& diagnostics) {
    const Span body = article.facts.body;
    const std::string guess = guess_language(std::string_view(article.text).substr(body.begin, body.end - body.begin));
    const std::string said = plain_language(article.facts.language);
    // Pages often declare a language that their text is not in; a text too short to tell is what it says it is.
    article.facts.language = !guess.empty() && (guess != "und" || said == "en") ? guess
                             : !said.empty()                                    ? said
                             : guess.empty()                                    ? "en"
                                                                                : guess;
    if (article.facts.language != "en") {
        const bool known = article.facts.language != "und";
        diagnostics.warning("not-english", {name, 0, 0},
                            (known ? "this article is in " + language_name(article.facts.language)
                                   : std::string("this article is in another language")) +
                                "; only English is read, so nothing is drawn from it",
                            "give an English version, or leave it out");
    }
}

/// Takes the text where it is the article as it stands.
ReadArticle read_as(ArticleFormat format, std::string& text) {
    switch (format) {
    case ArticleFormat::html:
        return read_html(text);
    case ArticleFormat::nitf:
        return read_nitf(text);
    case ArticleFormat::newsml_g2:
        return read_newsml(text);
    case ArticleFormat::ninjs:
        return read_ninjs(text);
    case ArticleFormat::plain:
        break;
    }
    ReadArticle article;
    article.text = std::move(text);
    read_plain(article.text, article.facts);
    return article;
}

} // namespace

ReadArticle read_article(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    auto text = decode(bytes, name, diagnostics);
    if (!text) {
        return {};
    }
    ReadArticle article = read_as(format_of(*text), *text);
    if (article.text.find_first_not_of(kBlanks) == std::string::npos ||
        article.facts.body.begin == article.facts.body.end) {
        diagnostics.error("no-text", {name, 0, 0}, "there is no text in this file", "save the article with its text");
        return {};
    }
    settle_language(article, name, diagnostics);
    return article;
}

} // namespace demarche::extract
