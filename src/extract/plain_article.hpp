#pragma once
/// Inside the reader of articles: what the lines of a text say about it.

#include "extract/document.hpp"

#include <string_view>

namespace demarche::extract {

/// Fills what `facts` does not know yet: from `Title:`, `Published:`, `Outlet:`, `URL:` and `Language:` lines at the
/// head, a first line without an end mark (the title), bylines, dates and a dateline; and the body.
void read_plain(std::string_view text, ArticleFacts& facts);

/// The same for text[part] that has no header lines: facts.body becomes the prose of it.
void find_body(std::string_view text, Span part, ArticleFacts& facts);

} // namespace demarche::extract
