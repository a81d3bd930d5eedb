#include "base/folding.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Folding, LeavesWhatTwoTypesettingsHaveInCommon) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {" a \t\r\n b ", "a b"},
        {"a\u00A0b\u2009c\u3000d\u2028e", "a b c d e"},
        {"“a” „b‟ «c» ″", "\"a\" \"b\" \"c\" \""},
        {"‘a’ ‚b‛ ‹c› ′ ʼ", "'a' 'b' 'c' ' '"},
        {"a–b—c―d‐e‑f−g--h", "a-b-c-d-e-f-g-h"},
        {"wait…", "wait..."},
        {"co\u00ADop\u200Bera\u2060te\uFEFF", "cooperate"},
        {"a \u200B b", "a b"},
        {"\u202Bשלום\u202C", "שלום"},
        {"Cafe\u0301 e\u0323\u0307", "Café \u1EB9\u0307"},
        {"A\u030A \u212B", "Å Å"},
        {"\u0418\u0306", "Й"},
        {"Straße STRASSE", "Straße STRASSE"},
    };
    for (const auto& [text, folded] : cases) {
        EXPECT_EQ(fold(text), folded) << text;
        EXPECT_EQ(fold(folded), folded) << "folding twice changes nothing: " << text;
    }
}

TEST(Folding, KnowsWhereEverythingCameFrom) {
    const std::string text = "a  “cafe\u0301”… \u00ADb";
    const Folded folded(text);
    ASSERT_EQ(folded.text(), "a \"café\"... b");
    const auto origin = [&](const std::string& part) {
        const std::size_t at = folded.text().find(part);
        const ByteRange range = folded.origin({at, at + part.size()});
        return text.substr(range.begin, range.end - range.begin);
    };
    EXPECT_EQ(origin("a"), "a");
    EXPECT_EQ(origin("\"café\""), "“cafe\u0301”");
    EXPECT_EQ(origin("é"), "e\u0301");
    EXPECT_EQ(origin("..."), "…");
    EXPECT_EQ(origin("b"), "b");
    EXPECT_EQ(origin(" \""), "  “");
}

TEST(Folding, SeesWhereACutPartsAWord) {
    const std::string text = "two wörds, 日本 it's";
    const auto cuts = [&](const std::string& before) { return cuts_a_word(text, text.find(before)); };
    EXPECT_FALSE(cuts("two"));
    EXPECT_TRUE(cuts("wo "));
    EXPECT_FALSE(cuts("wörds"));
    EXPECT_TRUE(cuts("örds"));
    EXPECT_TRUE(cuts("rds"));
    EXPECT_FALSE(cuts(", "));
    EXPECT_FALSE(cuts("本")) << "no spaces to go by";
    EXPECT_FALSE(cuts_a_word(text, text.size()));
    EXPECT_TRUE(cuts_a_word("e\u0301", 1)) << "a combining mark belongs to its word";
}

TEST(Folding, MarksOnOneLetterTookTheSquareOfTheirNumber) {
    std::string text = "a";
    for (int i = 0; i < 200'000; ++i) {
        text += i % 2 == 0 ? "\u0301" : "\u0323"; // above and below: they are put in another order
    }
    const Folded folded(text);
    EXPECT_TRUE(folded.text().starts_with("\u1EA1"));
    EXPECT_EQ(folded.origin({0, folded.text().size()}), (ByteRange{0, text.size()}));
}

} // namespace
} // namespace demarche
