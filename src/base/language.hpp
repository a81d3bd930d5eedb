#pragma once
/// What ICU knows of a language: which way it is written, which plural a count takes.

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// What of a BCP 47 tag says how words are written. Variants and extensions (a calendar, digits) must not reach a
/// chart.
struct LanguageTag {
    std::string language; ///< "ar"; lower case; may be empty
    std::string script;   ///< "Arab"; may be empty
    std::string region;   ///< "LB"; upper case; may be empty
};

LanguageTag language_tag(std::string_view tag);

/// ICU's name of it: "ar_LB".
std::string icu_locale(const LanguageTag& tag);

/// True where the language of a BCP 47 tag is written from right to left ("ar", "he-IL", "az-Arab").
bool is_right_to_left(std::string_view tag);

/// The plural category of CLDR that a count takes: "zero", "one", "two", "few", "many" or "other".
std::string plural_category(std::string_view tag, long long count);

/// Those that whole numbers take in the language, sorted; "other" is always one.
std::vector<std::string> plural_categories(std::string_view tag);

} // namespace demarche
