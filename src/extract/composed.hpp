#pragma once
/// Inside the reader of articles: blocks into one text.

#include "extract/blocks.hpp"
#include "extract/document.hpp"

#include <vector>

namespace demarche::extract {

/// What the blocks say, below the title of `facts`; lines of junk are left out, and whatever stands behind an end line.
/// Fills facts.body, and from a dateline what is not known yet.
ReadArticle compose_article(ArticleFacts facts, const std::vector<Block>& blocks);

} // namespace demarche::extract
