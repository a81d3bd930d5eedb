#include "base/character.hpp"

#include <unicode/uchar.h>

namespace demarche {

CharacterKind character_kind(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(code) != 0) {
        return CharacterKind::space;
    }
    switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return CharacterKind::upper;
    case U_LOWERCASE_LETTER:
        return CharacterKind::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
        return CharacterKind::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
        return CharacterKind::mark;
    case U_DECIMAL_DIGIT_NUMBER:
        return CharacterKind::digit;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
        return CharacterKind::ignored;
    default:
        return CharacterKind::other;
    }
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + bytes > text.size()) {
        return {0xFFFD, 1};
    }
    char32_t value = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) {
            return {0xFFFD, 1};
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, bytes};
}

} // namespace demarche
