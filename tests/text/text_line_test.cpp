#include "text/text_line.hpp"

#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace demarche::text {
namespace {

TEST(TextLine, is_cleaned_the_way_readers_of_xml_would) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"", ""},
        {"plain", "plain"},
        {"two  blanks", "two blanks"},
        {" at the ends ", " at the ends "},
        {"tab\tand\nline\r\nend", "tab and line end"},
        {std::string("nul\0byte", 8), "nul byte"},
        {"bell\x07", "bell "},
        {"c1\u0085control", "c1 control"},
        {"separators\u2028and\u2029paragraphs", "separators and paragraphs"},
        {"soft\u00ADhyphen", "softhyphen"},
        {"no\u00A0break", "no\u00A0break"},
        {"cut \xC3", "cut \uFFFD"},
        {"surrogate \xED\xA0\x80", "surrogate \uFFFD\uFFFD\uFFFD"},
        {"noncharacter \uFFFE", "noncharacter \uFFFD"},
        {"é e\u0301 Кремль 会谈", "é e\u0301 Кремль 会谈"},
    };
    for (const auto& [given, expected] : table) {
        EXPECT_EQ(clean_line(given), expected);
        EXPECT_EQ(clean_line(clean_line(given)), expected) << "not idempotent";
    }
}

TEST(TextLine, blanks_are_trimmed_at_both_ends_only) {
    EXPECT_EQ(trim_blanks("  a b  "), "a b");
    EXPECT_EQ(trim_blanks("   "), "");
    EXPECT_EQ(trim_blanks(""), "");
}

TEST(TextLine, the_first_strong_character_gives_the_direction) {
    EXPECT_FALSE(reads_right_to_left(""));
    EXPECT_FALSE(reads_right_to_left("18 (–)"));
    EXPECT_FALSE(reads_right_to_left("Riyadh الرياض"));
    EXPECT_TRUE(reads_right_to_left("الرياض Riyadh"));
    EXPECT_TRUE(reads_right_to_left("18 שבט"));
    EXPECT_TRUE(reads_right_to_left("\u200F(18)"));
    EXPECT_FALSE(reads_right_to_left("\xFF"));
}

TEST(TextLine, only_right_to_left_text_is_embedded) {
    EXPECT_EQ(embed_right_to_left("Riyadh"), "Riyadh");
    EXPECT_EQ(embed_right_to_left("الرياض (1)"), "\u202Bالرياض (1)\u202C");
}

TEST(TextLine, other_faces_are_needed_for_other_scripts) {
    for (const std::string text :
         {"", "Riyadh – “talks” №5 €", "Ελλάδα", "Кремль", "בריאד", "ʿAybān e\u0301", "\xFF"}) {
        EXPECT_FALSE(needs_other_faces(text)) << text;
    }
    for (const std::string text : {"الرياض", "会谈", "talks 会", "Հայաստան", "ไทย"}) {
        EXPECT_TRUE(needs_other_faces(text)) << text;
    }
}

} // namespace
} // namespace demarche::text
