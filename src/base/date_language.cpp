#include "base/date_language.hpp"

#include "base/date_grammars.hpp"
#include "base/diagnostic.hpp"

#include <algorithm>
#include <memory>
#include <unicode/dtfmtsym.h>
#include <unicode/plurrule.h>

namespace demarche {

namespace {

struct Subtags {
    std::string language; ///< lower case
    std::string region;   ///< upper case; may be empty
};

bool all_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Scripts, variants and extensions (a calendar, for one) must not reach ICU.
Subtags subtags(std::string_view tag) {
    Subtags result;
    for (std::size_t begin = 0; begin <= tag.size();) {
        const std::size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
        const std::string_view part = tag.substr(begin, end - begin);
        if (part.size() == 1) {
            break;
        }
        if (begin == 0) {
            result.language = part;
        } else if (part.size() == 2 && all_letters(part) && result.region.empty()) {
            result.region = part;
        }
        begin = end + 1;
    }
    const auto change = [](std::string& text, char from, char shift) {
        for (char& c : text) {
            c = static_cast<char>(c >= from && c < from + 26 ? c + shift : c);
        }
    };
    change(result.language, 'A', 'a' - 'A');
    change(result.region, 'a', 'A' - 'a');
    return result;
}

std::string plain_utf8(const icu::UnicodeString& text) {
    icu::UnicodeString plain = text;
    for (const char16_t gap : {u'\u00A0', u'\u2009', u'\u202F'}) {
        plain.findAndReplace(icu::UnicodeString(gap), icu::UnicodeString(u' '));
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

void check(UErrorCode status) {
    if (U_FAILURE(status) != 0) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "icu-data",
                                            {},
                                            std::string("ICU has no names of months: ") + u_errorName(status),
                                            "is libicu's data installed?"});
    }
}

void read_names(DateLanguage& language, bool long_month) {
    using Symbols = icu::DateFormatSymbols;
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(language.locale.c_str()), status);
    check(status);
    const Symbols::DtWidthType width = long_month ? Symbols::WIDE : Symbols::ABBREVIATED;
    int32_t count = 0;
    const icu::UnicodeString* const months = symbols.getMonths(count, Symbols::FORMAT, width);
    for (std::size_t i = 0; i < language.months.size() && i < static_cast<std::size_t>(count); ++i) {
        language.months[i] = plain_utf8(months[i]);
    }
    const icu::UnicodeString* const alone =
        symbols.getMonths(count, language.grammar.get().months_alone ? Symbols::STANDALONE : Symbols::FORMAT, width);
    for (std::size_t i = 0; i < language.months_alone.size() && i < static_cast<std::size_t>(count); ++i) {
        language.months_alone[i] = plain_utf8(alone[i]);
    }
    // ICU's first weekday is an empty name, its second Sunday.
    const icu::UnicodeString* const weekdays = symbols.getWeekdays(count, Symbols::FORMAT, Symbols::ABBREVIATED);
    for (std::size_t i = 0; i < language.weekdays.size() && count == 8; ++i) {
        language.weekdays[i] = plain_utf8(weekdays[(i + 1) % 7 + 1]);
    }
}

} // namespace

DateLanguage date_language(std::string_view tag, bool long_month) {
    const Subtags wanted = subtags(tag);
    const auto* const known = std::find_if(kDateGrammars.begin(), kDateGrammars.end(), [&](const DateGrammar* grammar) {
        return grammar->language == wanted.language && (grammar->region.empty() || grammar->region == wanted.region);
    });
    DateLanguage result = {kEnglish, "en", {}, {}, {}};
    if (known != kDateGrammars.end()) {
        result.grammar = **known;
        result.locale = wanted.language + (wanted.region.empty() ? "" : "_" + wanted.region);
    }
    if (result.locale == "en") {
        result.locale = "en_GB";
    }
    read_names(result, long_month);
    return result;
}

std::string counted(const DateLanguage& language, const UnitWords& words, long long count) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale(language.locale.c_str()), status));
    check(status);
    const std::string category = plain_utf8(rules->select(static_cast<int32_t>(std::min(count, 1000000000LL))));
    std::string_view pattern = words.many;
    if (category == "one" && !words.one.empty()) {
        pattern = words.one;
    } else if (category == "few" && !words.few.empty()) {
        pattern = words.few;
    }
    const std::size_t hole = pattern.find("{}");
    return std::string(pattern.substr(0, hole)) + std::to_string(count) + std::string(pattern.substr(hole + 2));
}

} // namespace demarche
