#pragma once
/// What is known of one article as JSON, for other programs and for a person's eyes.

#include "extract/document.hpp"
#include "extract/findings.hpp"

#include <string>

namespace demarche::extract {

/// One object on one line, with its line end. Keys are always there and in this order: file, title, outlet, url,
/// published, language, place, body, tokens, sentences (each with start, end, paragraph, heading, text), speech (each
/// with kind, start, end, speaker, verb, denied, text). Offsets count code points of the text. REQUIRES: `document` is
/// cut from `article`'s text.
std::string article_json(const std::string& file, const ArticleFacts& facts, const Document& document);
/// The same, and behind it what was found: actors, events, delegations (docs/articles.md has their keys).
std::string article_json(const std::string& file, const Findings& findings);

} // namespace demarche::extract
