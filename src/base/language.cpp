#include "base/language.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <unicode/locid.h>
#include <unicode/plurrule.h>

namespace demarche {

namespace {

bool all_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::string in_case(std::string_view text, bool upper) {
    std::string result(text);
    for (char& c : result) {
        const char from = upper ? 'a' : 'A';
        c = static_cast<char>(c >= from && c < from + 26 ? c + (upper ? 'A' - 'a' : 'a' - 'A') : c);
    }
    return result;
}

std::unique_ptr<icu::PluralRules> plural_rules(std::string_view tag) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale(icu_locale(language_tag(tag)).c_str()), status));
    if (U_FAILURE(status) != 0) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "icu-data",
                                            {},
                                            std::string("ICU has no rules for plurals: ") + u_errorName(status),
                                            "is libicu's data installed?"});
    }
    return rules;
}

} // namespace

LanguageTag language_tag(std::string_view tag) {
    LanguageTag found;
    for (std::size_t begin = 0; begin <= tag.size();) {
        const std::size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
        const std::string_view part = tag.substr(begin, end - begin);
        if (part.empty() || !all_letters(part) || (begin > 0 && part.size() == 1)) {
            break;
        }
        if (begin == 0) {
            found.language = in_case(part, false);
        } else if (part.size() == 4 && found.script.empty()) {
            found.script = in_case(part.substr(0, 1), true) + in_case(part.substr(1), false);
        } else if (part.size() == 2 && found.region.empty()) {
            found.region = in_case(part, true);
        }
        begin = end + 1;
    }
    return found;
}

std::string icu_locale(const LanguageTag& tag) {
    return tag.language + (tag.script.empty() ? "" : "_" + tag.script) + (tag.region.empty() ? "" : "_" + tag.region);
}

bool is_right_to_left(std::string_view tag) {
    const std::string locale = icu_locale(language_tag(tag));
    return !locale.empty() && icu::Locale(locale.c_str()).isRightToLeft() != 0;
}

std::string plural_category(std::string_view tag, long long count) {
    std::string category;
    plural_rules(tag)->select(static_cast<int32_t>(std::clamp(count, 0LL, 1000000000LL))).toUTF8String(category);
    return category;
}

std::vector<std::string> plural_categories(std::string_view tag) {
    const std::unique_ptr<icu::PluralRules> rules = plural_rules(tag);
    std::set<std::string> categories = {"other"};
    // Every rule for whole numbers looks at the last two digits, or at millions.
    for (const int32_t start : {0, 1000000}) {
        for (int32_t count = start; count < start + 200; ++count) {
            std::string category;
            rules->select(count).toUTF8String(category);
            categories.insert(category);
        }
    }
    return {categories.begin(), categories.end()};
}

} // namespace demarche
