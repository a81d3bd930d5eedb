// Faces cut down to what a chart needs.

#include "base/diagnostic.hpp"
#include "text/face.hpp"
#include "text/fonts.hpp"
#include "text/pango_measurer.hpp"
#include "text/used_faces.hpp"
#include "text/woff2.hpp"

#include <brotli/decode.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace demarche::text {
namespace {

using ::testing::ElementsAre;
using Status = FaceSubset::Status;

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

unsigned number_at(const std::string& bytes, std::size_t at, std::size_t length) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        value = value * 256 + static_cast<unsigned char>(bytes.at(i));
    }
    return value;
}

Face regular() {
    return {default_family().files.front(), 0, {}};
}

/// A font file of ours with other licence bits, beside the tests.
Face with_licence_bits(unsigned bits) {
    std::string font = bytes_of(regular().file);
    const std::size_t tables = number_at(font, 4, 2);
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t entry = 12 + 16 * i;
        if (font.substr(entry, 4) == "OS/2") {
            const std::size_t at = number_at(font, entry + 8, 4) + 8;
            font[at] = static_cast<char>(bits / 256);
            font[at + 1] = static_cast<char>(bits % 256);
        }
    }
    const std::string file = std::string(DEMARCHE_TEST_DIR) + "/licence.ttf";
    std::ofstream(file, std::ios::binary) << font;
    return {file, 0, {}};
}

TEST(Subset, is_small_and_always_the_same) {
    const FaceSubset few = subset(regular(), {U'a', U'b'});
    const FaceSubset more = subset(regular(), {U'a', U'b', U'c', U'Ж', U'ā'});
    ASSERT_EQ(few.status, Status::done);
    EXPECT_EQ(few.woff2.substr(0, 4), "wOF2");
    EXPECT_LT(few.woff2.size(), 2500U);
    EXPECT_LT(few.woff2.size(), more.woff2.size());
    EXPECT_EQ(subset(regular(), {U'b', U'a'}).woff2, few.woff2);
    EXPECT_EQ(subset(regular(), {U'a', U'b', U'\U0010FFFF'}).woff2, few.woff2) << "what the face lacks";
}

TEST(Subset, obeys_the_licence_bits) {
    const std::vector<std::pair<unsigned, Status>> table = {
        {0x0000, Status::done},      {0x0002, Status::forbidden}, {0x0004, Status::done},
        {0x0008, Status::done},      {0x0006, Status::done},      {0x000A, Status::done},
        {0x0100, Status::forbidden}, {0x0104, Status::forbidden}, {0x0200, Status::forbidden},
        {0x0208, Status::forbidden},
    };
    for (const auto& [bits, expected] : table) {
        EXPECT_EQ(subset(with_licence_bits(bits), {U'a'}).status, expected) << bits;
    }
}

TEST(Subset, of_what_is_no_font_fails) {
    EXPECT_EQ(subset({"/nowhere.ttf", 0, {}}, {U'a'}).status, Status::failed);
    EXPECT_EQ(subset({__FILE__, 0, {}}, {U'a'}).status, Status::failed);
}

TEST(Woff2, holds_the_tables_unchanged) {
    const std::string font = bytes_of(regular().file);
    const std::string woff2 = to_woff2(font);
    ASSERT_GT(woff2.size(), 48U);
    EXPECT_EQ(woff2.substr(4, 4), font.substr(0, 4));
    EXPECT_EQ(number_at(woff2, 8, 4), woff2.size());
    EXPECT_EQ(number_at(woff2, 12, 2), number_at(font, 4, 2));
    EXPECT_EQ(number_at(woff2, 16, 4), (font.size() + 3) / 4 * 4);
    // The directory ends where the compressed data begin, which end with at most three zeros of padding.
    const unsigned packed = number_at(woff2, 20, 4);
    std::string data(font.size(), '\0');
    bool found = false;
    for (std::size_t padding = 0; padding < 4 && !found; ++padding) {
        std::size_t size = data.size();
        const std::string stream = woff2.substr(woff2.size() - padding - packed, packed);
        found = BrotliDecoderDecompress(stream.size(), reinterpret_cast<const std::uint8_t*>(stream.data()), &size,
                                        reinterpret_cast<std::uint8_t*>(data.data())) == BROTLI_DECODER_RESULT_SUCCESS;
        data.resize(found ? size : data.size());
    }
    ASSERT_TRUE(found);
    for (std::size_t i = 0; i < number_at(font, 4, 2); ++i) {
        const std::size_t entry = 12 + 16 * i;
        if (font.substr(entry, 4) != "head") { // one bit of it says that it has been packed
            EXPECT_NE(data.find(font.substr(number_at(font, entry + 8, 4), number_at(font, entry + 12, 4))),
                      std::string::npos)
                << font.substr(entry, 4);
        }
    }
}

TEST(Woff2, of_broken_fonts_is_nothing) {
    const std::string font = bytes_of(regular().file);
    EXPECT_EQ(to_woff2(""), "");
    for (const std::size_t length : {1U, 11U, 12U, 20U, 200U, 5000U}) {
        EXPECT_EQ(to_woff2(std::string_view(font).substr(0, length)), "") << length;
    }
}

class UsedFacesTest : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::shared_ptr<PangoText> type = open_type(diagnostics);
    UsedFaces faces{*type};
};

TEST_F(UsedFacesTest, are_told_apart_by_file_and_come_in_order) {
    EXPECT_THAT(faces.add("ab", {}), ElementsAre("Liberation Sans"));
    EXPECT_THAT(faces.add("b", {"Liberation Sans", 20}), ElementsAre("Liberation Sans"));
    EXPECT_THAT(faces.add("c", {"Liberation Sans", 8, true}), ElementsAre("Liberation Sans"));
    EXPECT_THAT(faces.add("محادثات NATO", {}), ElementsAre("DejaVu Sans", "Liberation Sans")) << "as they are read";
    ASSERT_EQ(faces.list().size(), 3U);
    EXPECT_THAT(faces.list()[0].asked, ElementsAre(std::pair(false, false)));
    EXPECT_THAT(faces.list()[1].asked, ElementsAre(std::pair(true, false)));
    EXPECT_TRUE(faces.list()[0].characters.contains(U'b'));
    EXPECT_FALSE(faces.list()[1].characters.contains(U'b'));
}

TEST_F(UsedFacesTest, hold_what_a_shaper_looks_up_instead) {
    faces.add("a\u0304 18\u201119", {});
    const auto& characters = faces.list().front().characters;
    EXPECT_TRUE(characters.contains(U'ā')) << "composed";
    EXPECT_TRUE(characters.contains(U'-')) << "of a hyphen that does not break";
    faces.add("שלום (רב", {});
    EXPECT_TRUE(faces.list().front().characters.contains(U')')) << "mirrored";
}

TEST_F(UsedFacesTest, one_face_can_stand_in_for_a_bold_that_is_not_there) {
    faces.add("会谈", {});
    faces.add("会谈", {"Liberation Sans", 8, true});
    ASSERT_EQ(faces.list().size(), 1U);
    EXPECT_THAT(faces.list().front().asked, ElementsAre(std::pair(false, false), std::pair(true, false)));
}

} // namespace
} // namespace demarche::text
