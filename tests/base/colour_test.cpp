#include "base/colour.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

constexpr Colour kWhite{255, 255, 255};
constexpr Colour kBlack{0, 0, 0};

TEST(Colour, ReadsAndWritesSixHexDigits) {
    EXPECT_EQ(parse_colour("#0062a3"), (Colour{0x00, 0x62, 0xA3}));
    EXPECT_EQ(parse_colour("#B84A00"), (Colour{0xB8, 0x4A, 0x00}));
    EXPECT_EQ(to_text(Colour{0xB8, 0x4A, 0x00}), "#b84a00");
    for (const char* bad : {"", "#", "0062a3", "#0062a", "#0062a30", "#fff", "#0062g3", " #0062a3", "red", "#-062a3"}) {
        EXPECT_EQ(parse_colour(bad), std::nullopt) << bad;
    }
}

TEST(Colour, ContrastOfWcag) {
    EXPECT_NEAR(contrast(kBlack, kWhite), 21, 1e-9);
    EXPECT_NEAR(contrast(kWhite, kBlack), 21, 1e-9);
    EXPECT_NEAR(contrast(kWhite, kWhite), 1, 1e-9);
    // The Okabe-Ito fills on white: too pale for text and thin marks.
    EXPECT_NEAR(contrast(*parse_colour("#e69f00"), kWhite), 2.25, 0.01);
    EXPECT_NEAR(contrast(*parse_colour("#56b4e9"), kWhite), 2.31, 0.01);
    EXPECT_NEAR(contrast(*parse_colour("#f0e442"), kWhite), 1.32, 0.01);
    EXPECT_NEAR(contrast(*parse_colour("#767676"), kWhite), 4.54, 0.01);
}

TEST(Colour, Blends) {
    EXPECT_EQ(blend(kBlack, kWhite, 0), kWhite);
    EXPECT_EQ(blend(kBlack, kWhite, 1), kBlack);
    EXPECT_EQ(blend(kBlack, kWhite, 0.5), (Colour{128, 128, 128}));
    EXPECT_EQ(blend(kWhite, kBlack, 7), kWhite);
    EXPECT_EQ(blend(kWhite, kBlack, -7), kBlack);
}

} // namespace
} // namespace demarche
