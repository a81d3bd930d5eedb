#include "base/edtf.hpp"
#include "base/utf8.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

std::optional<EdtfError> refusal(const std::string& text) {
    std::variant<Edtf, EdtfError> result = parse_edtf(text);
    if (const EdtfError* const error = std::get_if<EdtfError>(&result)) {
        return *error;
    }
    return std::nullopt;
}

struct Refused {
    std::string text;
    std::size_t offset;
    const char* message; ///< part of it
    const char* hint;    ///< part of it
};

void expect_refused(const std::vector<Refused>& table) {
    for (const Refused& row : table) {
        const std::optional<EdtfError> error = refusal(row.text);
        ASSERT_TRUE(error) << row.text << " was accepted";
        EXPECT_EQ(error->offset, row.offset) << row.text << ": " << error->message;
        EXPECT_THAT(error->message, HasSubstr(row.message)) << row.text;
        EXPECT_THAT(error->hint, HasSubstr(row.hint)) << row.text;
    }
}

TEST(EdtfRefused, DaysAndMonthsThatDoNotExist) {
    expect_refused({
        {"2025-02-30", 8, "there is no day 30 in 2025-02", "has 28 days"},
        {"2025-02-29", 8, "there is no day 29 in 2025-02", "has 28 days"},
        {"1900-02-29", 8, "no day 29", "28 days"},
        {"2025-04-31", 8, "no day 31", "30 days"},
        {"2025-01-32", 8, "no day 32", "31 days"},
        {"2025-02-00", 8, "no day 00", "28 days"},
        {"2025-02-3X", 8, "no day 3X", "28 days"},
        {"2025-02-9X", 8, "no day 9X", "28 days"},
        {"2025-00", 5, "no month 00", "01 to 12"},
        {"2025-13", 5, "no month 13", "01 to 12"},
        {"2025-20-01", 5, "no month 20", "01 to 12"},
        {"2025-42", 5, "no month 42", "01 to 12"},
        {"2025-99", 5, "no month 99", "01 to 12"},
        {"2025-2X", 5, "months are 01 to 12", ""},
        {"2022-23-05", 7, "a season has no days", ""},
        {"-0000", 0, "no year -0000", "0000"},
        {"-0001-02-29", 9, "no day 29 in -0001-02", "28 days"},
    });
}

TEST(EdtfRefused, WrongNumbersOfDigits) {
    expect_refused({
        {"25", 0, "a year has four digits", "2025-02-18"},
        {"985", 0, "a year has four digits", ""},
        {"12025", 0, "a year has four digits", "Y12000"},
        {"12025-02", 0, "a year has four digits", "Y12000"},
        {"2025-2", 5, "a month has two digits", "02 for 2"},
        {"2025-2-18", 5, "a month has two digits", "02 for 2"},
        {"2025-02-1", 8, "a day has two digits", "02 for 2"},
        {"2025-", 5, "a month has two digits", ""},
        {"2025-02-", 8, "a day has two digits", ""},
        {"Y2025", 1, "five digits or more", "no Y"},
        {"Y", 1, "five digits or more", ""},
        {"Y02025", 1, "five digits or more", ""},
        {"Y1234567890123", 1, "more than 12 digits", ""},
        {"Y12025-02", 6, "no month", ""},
        {"-25", 1, "a year has four digits", ""},
        {"--2025", 1, "a year has four digits", ""},
        {"+2025", 0, "a year has four digits", ""},
    });
}

TEST(EdtfRefused, FormsOfTheDraftOf2012) {
    expect_refused({
        {"2025-02-(18)?", 8, "unexpected \"(\"", "2012 draft"},
        {"(2025)?-02", 0, "unexpected \"(\"", "2012 draft"},
        {"unknown/2025", 0, "unexpected \"u\"", "left blank"},
        {"2025/unknown", 5, "unexpected \"u\"", "left blank"},
        {"2025-02-18/open", 11, "unexpected \"o\"", "two dots"},
        {"201u", 3, "unexpected \"u\"", "capital X"},
        {"2025-uu", 5, "unexpected \"u\"", "capital X"},
        {"201x", 3, "unexpected \"x\"", "capital X"},
        {"y170000002", 0, "unexpected \"y\"", "capital Y"},
        {"2025?~", 4, "two qualifiers", "% means both"},
        {"2025-02~?", 7, "two qualifiers", "% means both"},
        {"2025-21^southernHemisphere", 7, "unexpected \"^\"", "29 to 32"},
        {"2025-02-?18?~", 11, "two qualifiers", "% means both"},
    });
}

TEST(EdtfRefused, FormsOfOtherHabits) {
    expect_refused({
        {"20250218", 0, "four digits", "write 2025-02-18"},
        {"2025-049", 7, "unexpected \"9\"", "write 2025-02-18"},
        {"2025-W08", 5, "unexpected \"W\"", "[2025-02-17..2025-02-23]"},
        {"2026-W01-3", 5, "unexpected \"W\"", "[2025-12-29..2026-01-04]"},
        {"2025/02/18", 7, "a second \"/\"", "write 2025-02-18"},
        {"2025.02.18", 4, "unexpected \".\"", "write 2025-02-18"},
        {"18.02.2025", 0, "four digits", "write 2025-02-18"},
        {"18 Feb 2025", 2, "unexpected \" \"", "no blanks"},
        {"February 2025", 0, "unexpected \"F\"", "2025-02"},
        {"2025-02-18 14:30", 10, "unexpected \" \"", "2025-02-18T14:30"},
        {"2025-02-18 ", 10, "unexpected \" \"", "no blanks"},
        {" 2025-02-18", 0, "unexpected \" \"", "no blanks"},
        {"[2025-02-10, 2025-02-12]", 12, "unexpected \" \"", "no blanks"},
        {"2025-02-10–2025-02-16", 10, "unexpected \"–\"", "plain hyphen"},
        {"2025–02–18", 4, "unexpected \"–\"", "plain hyphen"},
        {"2025-02-10..2025-02-16", 10, "a range without brackets", "[A..B]"},
        {"2025-02-10,2025-02-16", 10, "unexpected \",\"", "[A..B]"},
        {"[2025-02-10…2025-02-16]", 11, "unexpected \"…\"", "two dots"},
        {"1950S2", 4, "unexpected \"S\"", "significant digits"},
        {"Y17E8", 3, "unexpected \"E\"", "exponents"},
    });
}

TEST(EdtfRefused, Times) {
    expect_refused({
        {"2025-02-18T", 11, "a time is written hh:mm", ""},
        {"2025-02-18T14", 13, "a time is written hh:mm", ""},
        {"2025-02-18T24:00", 11, "hour 24 is more than 23", "00:00"},
        {"2025-02-18T14:60", 14, "minute 60 is more than 59", ""},
        {"2025-02-18T14:30:61", 17, "second 61 is more than 60", ""},
        {"2025-02-18T14:30:05.5", 19, "unexpected \".\"", "no fractions"},
        {"2025-02-18T14:30~", 16, "unexpected \"~\"", "no qualifier"},
        {"2025-02-18~T14:30", 11, "a time needs a whole day", ""},
        {"2025-02-XXT14:30", 10, "a time needs a whole day", ""},
        {"2025-02T14:30", 7, "a time needs a whole day", ""},
        {"2025-02-18T14:30-00:00", 16, "no zone -00:00", "write Z"},
        {"2025-02-18T14:30+3", 17, "a time is written hh:mm", ""},
        {"2025-02-18T14:30+24:00", 17, "hour 24", ""},
        {"2025-02-18T14:30ZZ", 17, "unexpected \"Z\"", ""},
    });
}

TEST(EdtfRefused, UnspecifiedDigits) {
    expect_refused({
        {"2X25", 2, "a digit after an X", "to the right"},
        {"XXXX", 0, "nothing is known of the year", "leave the date out"},
        {"XXXX-12-25", 0, "nothing is known of the year", ""},
        {"201X-02", 5, "a digit after an X", ""},
        {"2025-XX-18", 8, "a digit after an X", ""},
        {"2025-X1", 6, "a digit after an X", ""},
        {"2025-1X-02", 8, "a digit after an X", ""},
        {"2025-02-X", 8, "a day has two digits", ""},
        {"YXXXXX", 1, "five digits or more", ""},
    });
}

TEST(EdtfRefused, IntervalsAndSets) {
    expect_refused({
        {"2025-02-18/2025-02-17", 11, "\"2025-02-17\" comes before \"2025-02-18\"", "earlier date"},
        {"2025/2024", 5, "comes before", ""},
        {"2022-23/2022-21", 8, "comes before", ""},
        {"2025-02-18T14:30/2025-02-18T13:30", 17, "comes before", ""},
        {"[2025-02-16..2025-02-10]", 13, "comes before", ""},
        {"{2025-02-16..2025-02-10}", 13, "comes before", ""},
        {"/", 0, "neither end", "leave it out"},
        {"../..", 0, "neither end", ""},
        {"/..", 0, "neither end", ""},
        {"2025//2026", 5, "a second \"/\"", ""},
        {"2025/2026/2027", 9, "a second \"/\"", ""},
        {"2025/2026-02-30", 13, "no day 30 in 2026-02", ""},
        {"[..]", 1, "neither end", ""},
        {"[]", 1, "a date is missing", ""},
        {"[", 1, "no closing \"]\"", ""},
        {"{", 1, "no closing \"}\"", ""},
        {"[2025", 5, "no closing \"]\"", ""},
        {"[2025}", 6, "no closing \"]\"", ""},
        {"2025]", 4, "unexpected \"]\"", ""},
        {"[2025,]", 6, "a date is missing", ""},
        {"[,2025]", 1, "a date is missing", ""},
        {"[2025,,2026]", 6, "a date is missing", ""},
        {"[[2025]]", 1, "unexpected \"[\"", ""},
        {"[2025/2026]", 5, "unexpected \"/\"", ""},
        {"[2025]/[2026]", 5, "unexpected \"]\"", ""},
        {"[2025..2026..2027]", 11, "unexpected \".\"", ""},
        {"[2025...2026]", 7, "four digits", ""},
        {"[2025,..2026]", 6, "only the first", ""},
        {"[2025..,2026]", 5, "only the last", ""},
        {"[2025-02-30..2025-03-01]", 9, "no day 30", ""},
    });
}

TEST(EdtfRefused, Junk) {
    for (const std::string& text :
         {std::string(300, 'x'), std::string(300, '['), std::string(300, '-'), std::string(300, '.'),
          std::string(300, '9'), std::string(300, '/'), std::string(300, 'X'), std::string(5000, '?'),
          std::string("\0", 1), std::string("2025\0", 5), std::string("\xFF\xFE"), std::string("2025-02-18\xC3"),
          std::string("🕊"), std::string("2025-02-１８"), std::string("\n"), std::string("T14:30"), std::string("?"),
          std::string("-"), std::string("null")}) {
        const std::optional<EdtfError> error = refusal(text);
        ASSERT_TRUE(error) << text;
        EXPECT_LE(error->offset, text.size());
        EXPECT_LT(error->message.size() + error->hint.size(), 300U) << text;
        EXPECT_FALSE(error->message.empty());
        EXPECT_FALSE(error->hint.empty()) << text;
        EXPECT_FALSE(first_invalid_utf8(error->message + error->hint)) << text;
        EXPECT_EQ(printable(error->message + error->hint), error->message + error->hint) << text;
    }
}

TEST(EdtfRefused, VeryLongSets) {
    std::string set = "[2025-01-01";
    while (set.size() < 980) {
        set += ",2025-01-02";
    }
    EXPECT_FALSE(refusal(set + "]"));
    EXPECT_TRUE(refusal(set + ",2025-01-02,2025-01-02,2025-01-02]"));
}

} // namespace
} // namespace demarche
