#pragma once
/// Inside the reader of articles: what a web page says of itself.

#include "extract/document.hpp"
#include "extract/markup.hpp"

#include <string>

namespace demarche::extract {

struct PageFacts {
    ArticleFacts facts;
    std::string article_body; ///< of schema.org's articleBody, where the page has one
};

/// From schema.org's JSON-LD first, then meta tags, <time>, <h1>, <title> and the language of <html>.
PageFacts page_facts(const Markup& page);

} // namespace demarche::extract
