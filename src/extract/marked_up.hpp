#pragma once
/// Inside the reader of articles: HTML, NITF, NewsML-G2 and ninjs into the text that a person sees.

#include "extract/document.hpp"

#include <string_view>

namespace demarche::extract {

/// The format that a text is in, by how it begins.
ArticleFormat format_of(std::string_view text);

/// Each gives the title, an empty line, the paragraphs of the article with empty lines between them, then captions; and
/// the facts that the file's fields tell. The text is empty where there is none. REQUIRES: UTF-8.
ReadArticle read_html(std::string_view text);
ReadArticle read_nitf(std::string_view text);
ReadArticle read_newsml(std::string_view text);
ReadArticle read_ninjs(std::string_view text);

} // namespace demarche::extract
