#include "base/number.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <string>

namespace demarche {
namespace {

using namespace std::string_literals;

TEST(Number, WritesTheShortestText) {
    const struct {
        double value;
        int decimals;
        const char* text;
    } kTable[] = {
        {0, 3, "0"},
        {-0.0, 3, "0"},
        {1, 3, "1"},
        {-1.5, 3, "-1.5"},
        {0.1, 3, "0.1"},
        {0.1, 30, "0.1"},
        {1.0 / 3, 3, "0.333"},
        {2.0 / 3, 3, "0.667"},
        {-0.0004, 3, "0"},
        {0.9996, 3, "1"},
        {99.9999, 2, "100"},
        {1e21, 3, "1000000000000000000000"},
        {123456.5, 0, "123456"},
        {100, 0, "100"},
        {1e-9, 3, "0"},
        {2.25, 1, "2.2"},
        {12.3400, 4, "12.34"},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(to_text(row.value, row.decimals), row.text);
    }
    EXPECT_EQ(to_text(std::numeric_limits<double>::max()).size(), 309U);
    EXPECT_EQ(to_text(std::numeric_limits<double>::lowest(), 9).size(), 310U);
    EXPECT_EQ(to_text(std::numeric_limits<double>::denorm_min()), "0");
}

TEST(Number, ReadsWholeNumbersOnly) {
    EXPECT_EQ(parse_double("2.25"), 2.25);
    EXPECT_EQ(parse_double("-.5"), -0.5);
    EXPECT_EQ(parse_double("1e3"), 1000.0);
    for (const char* bad :
         {"", " 1", "1 ", "+1", "1,5", "0x10", "inf", "-inf", "nan", "1e999", "1.2.3", "one", "-", "."}) {
        EXPECT_EQ(parse_double(bad), std::nullopt) << bad;
    }
    EXPECT_EQ(parse_integer("-42"), -42);
    EXPECT_EQ(parse_integer("9223372036854775807"), 9223372036854775807LL);
    for (const char* bad : {"", "+1", "1.0", "9223372036854775808", "0x1", " 1", "1 ", "--1"}) {
        EXPECT_EQ(parse_integer(bad), std::nullopt) << bad;
    }
}

TEST(Utf8, FindsTheFirstInvalidSequence) {
    const struct {
        std::string bytes;
        std::optional<std::size_t> offset;
        std::size_t code_points;
    } kTable[] = {
        {"", std::nullopt, 0},
        {"plain", std::nullopt, 5},
        {"Диръия", std::nullopt, 6},
        {"利雅得 🕊", std::nullopt, 5},
        {"a\0b"s, std::nullopt, 3},
        {"\xC3", 0, 1},             // cut short
        {"ab\xE2\x82", 2, 3},       // cut short
        {"\xC0\xAF", 0, 2},         // overlong
        {"\xE0\x9F\xBF", 0, 3},     // overlong
        {"\xF0\x8F\xBF\xBF", 0, 4}, // overlong
        {"x\xED\xA0\x80", 1, 4},    // surrogate
        {"\xF4\x90\x80\x80", 0, 4}, // above U+10FFFF
        {"\xFF", 0, 1},
        {"\x80", 0, 1},
        {"\xE2\x28\xA1", 0, 3}, // bad second byte
        {"\xF4\x8F\xBF\xBF", std::nullopt, 1},
        {"\xEE\x80\x80", std::nullopt, 1},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(first_invalid_utf8(row.bytes), row.offset) << row.bytes;
        EXPECT_EQ(count_code_points(row.bytes), row.code_points) << row.bytes;
        EXPECT_EQ(decode_utf8(row.bytes).size(), row.code_points) << row.bytes;
        if (!row.offset) {
            EXPECT_EQ(encode_utf8(decode_utf8(row.bytes)), row.bytes);
        } else {
            EXPECT_EQ(first_invalid_utf8(encode_utf8(decode_utf8(row.bytes))), std::nullopt);
        }
    }
}

TEST(Utf8, IsShortenedBetweenCodePoints) {
    EXPECT_EQ(shortened("", 0), "");
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("abc", 2), "ab…");
    EXPECT_EQ(shortened("aé", 2), "a…") << "é has two bytes";
    EXPECT_EQ(shortened("é", 1), "…");
    EXPECT_TRUE(is_continuation("é"[1]));
    EXPECT_FALSE(is_continuation("é"[0]));
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) {
            c = 0xE000;
        }
        const std::string bytes = encode_utf8({&c, 1});
        ASSERT_EQ(first_invalid_utf8(bytes), std::nullopt);
        ASSERT_EQ(decode_utf8(bytes), std::u32string(1, c));
    }
    EXPECT_EQ(encode_utf8(std::u32string{0xD800, 0x110000}), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, PrintableIsOneHarmlessLine) {
    EXPECT_EQ(printable("one\ntwo\tthree\r"), "one two three ");
    EXPECT_EQ(printable("\x1B[31mred"), "\xEF\xBF\xBD[31mred");
    EXPECT_EQ(printable("\xC2\x9B"
                        "31m"),
              "\xEF\xBF\xBD"
              "31m");
    EXPECT_EQ(printable("a\xE2\x80\xAE"
                        "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(printable("\xFFok"), "\xEF\xBF\xBDok");
    EXPECT_EQ(printable("Зеленський, 泽连斯基"), "Зеленський, 泽连斯基");
}

TEST(Suggest, NearestName) {
    const std::vector<std::string> kNames = {"rubio", "waltz", "witkoff", "lavrov", "ushakov", "putin"};

    const struct {
        const char* found;
        std::optional<std::string> near;
    } kTable[] = {
        {"rubi0", "rubio"},     {"RUBIO", "rubio"},    {"wlatz", "waltz"},       {"lavorv", "lavrov"},
        {"ushakof", "ushakov"}, {"witcof", "witkoff"}, {"macron", std::nullopt}, {"", std::nullopt},
        {"x", std::nullopt},    {"pu", std::nullopt},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(nearest(row.found, kNames), row.near) << row.found;
    }
}

TEST(Suggest, EarlierChoiceWinsATieAndNothingSharedIsNotNear) {
    EXPECT_EQ(nearest("bat", {"cat", "hat"}), "cat");
    EXPECT_EQ(nearest("a", {"b"}), std::nullopt);
    EXPECT_EQ(nearest("a", {"A"}), "A");
    EXPECT_EQ(nearest("дебаты", {"Дебати"}), "Дебати");
    EXPECT_EQ(nearest(std::string(100'000, 'a'), {std::string(100'000, 'a')}), std::nullopt);
    EXPECT_EQ(nearest("\xFF\xFE", {"ab"}), std::nullopt);
}

TEST(Suggest, SaysTheChoicesWhereNoneIsNear) {
    EXPECT_EQ(suggestion("rubi0", {"rubio"}), "did you mean \"rubio\"?");
    EXPECT_EQ(suggestion("zzz", {"occurred", "planned"}), "choices: occurred, planned");
    EXPECT_EQ(suggestion("zzz", {}), "");
    std::vector<std::string> many;
    for (int i = 0; i < 13; ++i) {
        many.push_back("choice-" + std::to_string(i));
    }
    EXPECT_EQ(suggestion("zzz", many).substr(0, 18), "choices: choice-0,");
    EXPECT_EQ(suggestion("zzz", many).substr(suggestion("zzz", many).size() - 14), "choice-11, ...");
}

} // namespace
} // namespace demarche
