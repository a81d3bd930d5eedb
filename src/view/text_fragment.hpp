#pragma once
/// Web addresses that lead to the words of a page (URL Fragment Text Directives, WICG draft of 2023).

#include "model/citation.hpp"

#include <string>
#include <vector>

namespace demarche::view {

/// "text=[prefix-,]start[,end][,-suffix]", percent-encoded, for the words that a citation quotes; empty where it
/// quotes none. Up to ten words stand in full; of longer ones, and of those over several lines (a browser finds no
/// words across the borders of paragraphs), the first and the last five.
std::string text_directive(const Citation& citation);

/// `url` with the words of these citations as its fragment, in the order of the article, each once, as many as fit
/// into an address that mail programs and old servers carry (2,000 characters). `url` itself where there are no words,
/// where it is not http or https, or where it has directives of its own.
std::string url_of_words(const std::string& url, std::vector<Citation> citations);

} // namespace demarche::view
