#pragma once
/// Letters of ASCII, whatever the locale.

#include <algorithm>
#include <string>
#include <string_view>

namespace demarche {

constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The letters of ASCII in lower case, all else as it is.
inline std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return ascii_lower(c); });
    return lower;
}

} // namespace demarche
