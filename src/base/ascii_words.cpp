#include "base/ascii_words.hpp"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace demarche {
namespace {

/// Null where ICU came without these data: then only ASCII is left.
const icu::Transliterator* latin() {
    static const std::unique_ptr<const icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(
            "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII", UTRANS_FORWARD, status));
        return U_SUCCESS(status) != 0 ? std::move(made) : nullptr;
    }();
    return transliterator.get();
}

std::string to_ascii(std::string_view utf8) {
    std::string text(utf8);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
    if (!plain && latin() != nullptr) {
        icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
        latin()->transliterate(units);
        text.clear();
        units.toUTF8String(text);
    }
    return text;
}

} // namespace

std::vector<std::string> ascii_words(std::string_view utf8) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : to_ascii(utf8)) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (!inside) {
                words.emplace_back();
            }
            words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
            inside = true;
        } else {
            inside = inside && c == '\'';
        }
    }
    return words;
}

} // namespace demarche
