/// The built-in palette is legible and its colours can be told apart, as far as nine colours can be.
///
/// Colour-blindness is simulated after Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB; distances
/// are Euclidean in OKLab (Ottosson 2020), where 0.02 is about the least that can be seen side by side.

#include "base/colour.hpp"
#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "compose/template.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix kToCones{{{0.4122214708, 0.5363325363, 0.0514459929},
                           {0.2119034982, 0.6806995451, 0.1073969566},
                           {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                         {1.9779984951, -2.4285922050, 0.4505937099},
                         {0.0259040371, 0.7827717662, -0.8086757660}}};

Vector times(const Matrix& matrix, const Vector& vector) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            result.at(row) += matrix.at(row).at(column) * vector.at(column);
        }
    }
    return result;
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Vector seen(Colour colour, const Matrix& eye) {
    Vector light = times(eye, {linear(colour.red), linear(colour.green), linear(colour.blue)});
    for (double& channel : light) {
        channel = std::clamp(channel, 0.0, 1.0);
    }
    Vector cones = times(kToCones, light);
    for (double& cone : cones) {
        cone = std::cbrt(cone);
    }
    return times(kToLab, cones);
}

double distance(Colour a, Colour b, const Matrix& eye) {
    const Vector p = seen(a, eye);
    const Vector q = seen(b, eye);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

class PaletteTest : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    DiskReader files;
    Template style = read_template("report", ".", files, diagnostics).value();
};

TEST_F(PaletteTest, has_nine_colours_that_are_legible_as_text) {
    ASSERT_EQ(style.palette.size(), 9U);
    for (const Colour& colour : style.palette) {
        EXPECT_GE(contrast(colour, {255, 255, 255}), 4.5) << to_text(colour);
        EXPECT_GE(contrast(colour, blend(colour, style.background, style.card_opacity)), 4.5) << to_text(colour);
        EXPECT_GE(contrast(colour, style.band), 3) << to_text(colour);
    }
}

TEST_F(PaletteTest, begins_with_the_colours_of_the_first_five_sides) {
    const std::vector<std::string> first = {"#0062a3", "#b84a00", "#7d5a00", "#00724f", "#6a3d8f"};
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(to_text(style.palette[i]), first[i]);
    }
}

TEST_F(PaletteTest, is_distinct_for_most_eyes) {
    for (std::size_t i = 0; i < style.palette.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            EXPECT_GE(distance(style.palette[i], style.palette[k], kNormal), 0.1)
                << to_text(style.palette[i]) << " and " << to_text(style.palette[k]);
        }
    }
}

/// Nine colours of enough contrast cannot all stay apart for two kinds of cones: of 36 pairs at most three
/// come close for each kind of eye. Lanes have places and codes for that reason.
TEST_F(PaletteTest, is_distinct_for_colour_blind_eyes_but_for_few_pairs) {
    for (const Matrix& eye : {kProtanopia, kDeuteranopia, kTritanopia}) {
        int close = 0;
        for (std::size_t i = 0; i < style.palette.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                close += distance(style.palette[i], style.palette[k], eye) < 0.045 ? 1 : 0;
            }
        }
        EXPECT_LE(close, 3);
    }
}

TEST_F(PaletteTest, the_simulation_confuses_what_colour_blind_eyes_confuse) {
    const Colour red{200, 60, 60};
    const Colour olive{120, 110, 50};
    EXPECT_LT(distance(red, olive, kDeuteranopia), distance(red, olive, kNormal) / 2);
    EXPECT_NEAR(distance({0, 0, 0}, {255, 255, 255}, kNormal), 1, 1e-6);
}

} // namespace
} // namespace demarche::compose
