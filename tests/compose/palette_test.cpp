/// The built-in palettes are legible and their colours can be told apart.
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

/// The palettes that ship: on white, and of the variant dark, which lies over any template.
class PaletteTest : public ::testing::TestWithParam<std::string> {
protected:
    Diagnostics diagnostics;
    DiskReader files;
    Template style = read_template(GetParam(), ".", files, diagnostics).value();

    void expect_apart(std::size_t count, const Matrix& eye, double least) const {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                EXPECT_GE(distance(style.palette[i], style.palette[k], eye), least)
                    << to_text(style.palette[i]) << " and " << to_text(style.palette[k]);
            }
        }
    }
};

TEST_P(PaletteTest, has_nine_colours_that_are_legible_as_text) {
    ASSERT_EQ(style.palette.size(), 9U);
    for (const Colour& colour : style.palette) {
        EXPECT_GE(contrast(colour, style.background), 4.5) << to_text(colour);
        EXPECT_GE(contrast(colour, blend(colour, style.background, style.card_opacity)), 4.5) << to_text(colour);
        EXPECT_GE(contrast(colour, style.band), 3) << to_text(colour);
    }
}

/// Half an alphabet of just noticeable differences: nine names of colours.
TEST_P(PaletteTest, is_distinct_for_most_eyes) {
    expect_apart(style.palette.size(), kNormal, 0.1);
}

/// Two and a half of the least differences that can be seen side by side; of the first five, as many sides as most
/// charts have, nearly four: marks are small and lie apart. Before, the second and third were one colour to protanopes.
TEST_P(PaletteTest, is_distinct_for_colour_blind_eyes) {
    for (const Matrix& eye : {kProtanopia, kDeuteranopia, kTritanopia}) {
        expect_apart(style.palette.size(), eye, 0.05);
        expect_apart(5, eye, 0.075);
    }
}

/// No colour of a side can be taken for ink, which is no side's.
TEST_P(PaletteTest, keeps_clear_of_the_ink) {
    for (const Colour& colour : style.palette) {
        EXPECT_GE(distance(colour, style.ink, kNormal), 0.1) << to_text(colour);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, PaletteTest, ::testing::Values("report", "report+dark"), [](const auto& name) {
    return name.param == "report" ? "light" : "dark";
});

TEST(ColourBlindness, the_simulation_confuses_what_colour_blind_eyes_confuse) {
    const Colour red{200, 60, 60};
    const Colour olive{120, 110, 50};
    EXPECT_LT(distance(red, olive, kDeuteranopia), distance(red, olive, kNormal) / 2);
    EXPECT_NEAR(distance({0, 0, 0}, {255, 255, 255}, kNormal), 1, 1e-6);
}

} // namespace
} // namespace demarche::compose
