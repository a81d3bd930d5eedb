#pragma once
/// UTF-8: strict (RFC 3629), no replacement unless asked for.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Byte offset of the first invalid sequence (overlong, surrogate, truncated, > U+10FFFF); nullopt if valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// REQUIRES: valid UTF-8.
std::u32string decode_utf8(std::string_view bytes);
std::string encode_utf8(std::u32string_view code_points);
std::size_t count_code_points(std::string_view bytes);

} // namespace demarche
