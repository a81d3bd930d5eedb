#include "compose/template_keys.hpp"

#include <array>

namespace demarche::compose {

namespace {

constexpr double kLargestPage = 14400; // PDF's limit: 200 inches

constexpr std::array kPageLengths{
    LengthKey{"width", &Template::width, 72, kLargestPage},
    LengthKey{"height", &Template::height, 0, kLargestPage},
    LengthKey{"max-height", &Template::max_page_height, 0, kLargestPage},
    LengthKey{"margin", &Template::margin, 0, 288},
    LengthKey{"gap", &Template::gap, 0, 144},
};

constexpr std::array kMarkLengths{
    LengthKey{"radius", &Template::mark_radius, 1, 40},
    LengthKey{"hollow-stroke", &Template::hollow_stroke, 0.2, 10},
    LengthKey{"bar-width", &Template::bar_width, 0.2, 10},
    LengthKey{"lane-width", &Template::lane_width, 0.1, 10},
    LengthKey{"lane-distance", &Template::lane_distance, 4, 200},
    LengthKey{"card-stroke", &Template::card_stroke, 0.1, 10},
    LengthKey{"head-stroke", &Template::head_stroke, 0.1, 10},
    LengthKey{"line-width", &Template::line_width, 0.1, 10},
};

constexpr std::array kMarkRatios{
    RatioKey{"lane-opacity", &Template::lane_opacity, 0, 1},
    RatioKey{"card-opacity", &Template::card_opacity, 0, 1},
};

constexpr std::array kColours{
    ColourKey{"background", &Template::background},
    ColourKey{"ink", &Template::ink},
    ColourKey{"muted", &Template::muted},
    ColourKey{"rule", &Template::rule},
    ColourKey{"band", &Template::band},
    ColourKey{"uncertain", &Template::uncertain},
    ColourKey{"hub", &Template::hub_fill},
    ColourKey{"badge", &Template::badge_fill},
};

constexpr std::array kFonts{
    FontKey{"title", &Template::title},
    FontKey{"subtitle", &Template::subtitle},
    FontKey{"lane-head", &Template::lane_head},
    FontKey{"date", &Template::date},
    FontKey{"label", &Template::label},
    FontKey{"detail", &Template::detail},
    FontKey{"source-number", &Template::source_number},
    FontKey{"badge", &Template::badge},
    FontKey{"legend", &Template::legend},
    FontKey{"note", &Template::note},
    FontKey{"card-head", &Template::card_head},
    FontKey{"card-name", &Template::card_name},
    FontKey{"card-role", &Template::card_role},
    FontKey{"hub-title", &Template::hub_title},
    FontKey{"hub-detail", &Template::hub_detail},
    FontKey{"tie-label", &Template::tie_label},
};

} // namespace

std::span<const LengthKey> page_lengths() {
    return kPageLengths;
}

std::span<const LengthKey> mark_lengths() {
    return kMarkLengths;
}

std::span<const RatioKey> mark_ratios() {
    return kMarkRatios;
}

std::span<const ColourKey> colour_keys() {
    return kColours;
}

std::span<const FontKey> font_keys() {
    return kFonts;
}

} // namespace demarche::compose
