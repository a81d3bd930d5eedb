#include "base/colour.hpp"

#include <algorithm>
#include <cmath>

namespace demarche {

namespace {

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<unsigned>(c - 'a') + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return static_cast<unsigned>(c - 'A') + 10;
    }
    return std::nullopt;
}

/// WCAG 2.1, "relative luminance"; 0.04045 is sRGB's own threshold (WCAG's 0.03928 gives the same for 8 bits).
double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::uint8_t mix(std::uint8_t top, std::uint8_t below, double opacity) {
    return static_cast<std::uint8_t>(std::lround(below + (top - below) * std::clamp(opacity, 0.0, 1.0)));
}

} // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') {
        return std::nullopt;
    }
    unsigned bits = 0;
    for (const char c : text.substr(1)) {
        const std::optional<unsigned> digit = hex_digit(c);
        if (!digit) {
            return std::nullopt;
        }
        bits = bits * 16 + *digit;
    }
    return Colour{static_cast<std::uint8_t>(bits >> 16), static_cast<std::uint8_t>((bits >> 8) & 0xFFU),
                  static_cast<std::uint8_t>(bits & 0xFFU)};
}

std::string to_text(const Colour& colour) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
        text += kDigits[channel >> 4U];
        text += kDigits[channel & 0xFU];
    }
    return text;
}

double contrast(const Colour& a, const Colour& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

Colour blend(const Colour& top, const Colour& below, double opacity) {
    return {mix(top.red, below.red, opacity), mix(top.green, below.green, opacity), mix(top.blue, below.blue, opacity)};
}

} // namespace demarche
