#pragma once
/// Numbers as text and back, whatever the locale.

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Shortest text with at most `decimals` decimals, no trailing zeros, never "-0" nor an exponent.
/// REQUIRES: value is finite.
std::string to_text(double value, int decimals = 3);

/// The whole text must be one number; no leading '+', no blanks, no hex, no inf or nan.
std::optional<double> parse_double(std::string_view text);
std::optional<long long> parse_integer(std::string_view text);

} // namespace demarche
