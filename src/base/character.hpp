#pragma once
/// What kind of character a code point is (Unicode's general categories, ICU's tables).

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

enum class CharacterKind : std::uint8_t {
    upper, ///< an upper-case or title-case letter
    lower,
    letter, ///< of a script without case
    mark,   ///< combines with what stands before it
    digit,  ///< 0 to 9 of any script
    space,
    ignored, ///< soft hyphens, zero-width and direction marks, controls
    other,   ///< punctuation, signs, symbols
};

CharacterKind character_kind(char32_t c);

/// A code point of UTF-8 and the bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point that begins at `at`; an invalid sequence counts as U+FFFD of one byte. REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

} // namespace demarche
