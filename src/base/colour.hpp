#pragma once
/// sRGB colours and their contrast.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// `#rrggbb` only; nullopt for anything else.
std::optional<Colour> parse_colour(std::string_view text);
/// `#rrggbb`, lower case.
std::string to_text(const Colour& colour);
/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const Colour& a, const Colour& b);
/// `top` painted over `below` with the given opacity (0 to 1): for formats without transparency.
Colour blend(const Colour& top, const Colour& below, double opacity);

} // namespace demarche
