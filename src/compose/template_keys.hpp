#pragma once
/// What may stand in a template file: the names of its elements and attributes, and where each value goes.

#include "compose/template.hpp"

#include <span>
#include <string_view>

namespace demarche::compose {

/// A length: bare numbers are in the unit that the element uses; `mm`, `pt` and `px` may be written.
struct LengthKey {
    std::string_view name;
    double Template::*value;
    double least; ///< points
    double most;  ///< points
};

/// A number without a unit.
struct RatioKey {
    std::string_view name;
    double Template::*value;
    double least;
    double most;
};

struct ColourKey {
    std::string_view name;
    Colour Template::*value;
};

struct FontKey {
    std::string_view name;
    Font Template::*value;
};

std::span<const LengthKey> page_lengths();
std::span<const LengthKey> mark_lengths();
std::span<const RatioKey> mark_ratios();
std::span<const ColourKey> colour_keys();
std::span<const FontKey> font_keys();

} // namespace demarche::compose
