#pragma once
/// UTF-8 (RFC 3629): checking, decoding, encoding.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Byte offset of the first invalid sequence (overlong, surrogate, truncated, > U+10FFFF); nullopt if valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Whether the byte goes on with a code point that began before it.
constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The text if it has at most `bytes` bytes; else its beginning, cut between code points, and "…".
std::string shortened(std::string_view text, std::size_t bytes);

/// An invalid sequence gives one U+FFFD (its longest valid beginning, as the Unicode Standard advises);
/// a caller who must refuse it asks first_invalid_utf8.
std::u32string decode_utf8(std::string_view bytes);
/// Surrogates and numbers above U+10FFFF are written as U+FFFD.
std::string encode_utf8(std::u32string_view code_points);
/// decode_utf8(bytes).size(), without the copy.
std::size_t count_code_points(std::string_view bytes);

/// Fit for one line of a terminal: white space of other kinds becomes spaces, control characters,
/// overrides of the writing direction and invalid UTF-8 become U+FFFD.
std::string printable(std::string_view bytes);

} // namespace demarche
