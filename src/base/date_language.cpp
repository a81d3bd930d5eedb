#include "base/date_language.hpp"

#include "base/date_grammars.hpp"
#include "base/diagnostic.hpp"
#include "base/language.hpp"

#include <algorithm>
#include <unicode/dtfmtsym.h>
#include <utility>

namespace demarche {

namespace {

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
    const DateGrammar& grammar = language.grammar;
    const bool alone_differs = long_month ? grammar.months_alone : grammar.short_months_alone;
    const icu::UnicodeString* const alone =
        symbols.getMonths(count, alone_differs ? Symbols::STANDALONE : Symbols::FORMAT, width);
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
    const LanguageTag wanted = language_tag(tag);
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
    const std::string category = plural_category(language.locale, count);
    std::string_view pattern = words.other;
    for (const auto& [name, form] :
         {std::pair{"one", words.one}, {"two", words.two}, {"few", words.few}, {"many", words.many}}) {
        if (category == name && !form.empty()) {
            pattern = form;
        }
    }
    const std::size_t hole = pattern.find("{}");
    if (hole == std::string_view::npos) {
        return std::string(pattern); // "سنتان": the word is the number
    }
    return std::string(pattern.substr(0, hole)) + std::to_string(count) + std::string(pattern.substr(hole + 2));
}

} // namespace demarche
