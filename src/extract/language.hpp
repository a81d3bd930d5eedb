#pragma once
/// Inside the reader of articles: which language a text is in.

#include <string>
#include <string_view>

namespace demarche::extract {

/// The language (BCP 47) whose function words (data/function_words.tsv) the text has most of; "und" where they are few
/// of all, as in other scripts; empty where the text is too short to tell. Looks at the first 16 KB.
std::string guess_language(std::string_view text);

/// "German" for "de"; the code itself where there is no name for it.
std::string language_name(std::string_view code);

} // namespace demarche::extract
