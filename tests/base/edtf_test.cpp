#include "base/edtf.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Edtf parsed(const std::string& text) {
    std::variant<Edtf, EdtfError> result = parse_edtf(text);
    if (const EdtfError* const error = std::get_if<EdtfError>(&result)) {
        ADD_FAILURE() << text << ": " << error->offset << ": " << error->message << "; " << error->hint;
        return {};
    }
    return std::get<Edtf>(result);
}

std::string day_text(std::optional<Day> day) {
    return day ? to_iso(*day) : "..";
}

std::string bounds(const Edtf& date) {
    return day_text(date.earliest()) + " " + day_text(date.latest());
}

struct Accepted {
    const char* text;
    const char* bounds; ///< first and last day, ".." where there is none
};

void expect_bounds(EdtfKind kind, const std::vector<Accepted>& table) {
    for (const Accepted& row : table) {
        const Edtf date = parsed(row.text);
        EXPECT_EQ(date.kind(), kind) << row.text;
        EXPECT_EQ(date.text(), row.text);
        EXPECT_EQ(bounds(date), row.bounds) << row.text;
    }
}

TEST(Edtf, EmptyIsNoDate) {
    const Edtf none = parsed("");
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.kind(), EdtfKind::none);
    EXPECT_EQ(none, Edtf());
    EXPECT_EQ(bounds(none), ".. ..");
    EXPECT_FALSE(none.is_imprecise());
    EXPECT_FALSE(none.lasted());
}

TEST(Edtf, LevelZeroPoints) {
    expect_bounds(EdtfKind::point, {
                                       {"2025", "2025-01-01 2025-12-31"},
                                       {"2025-02", "2025-02-01 2025-02-28"},
                                       {"2024-02", "2024-02-01 2024-02-29"},
                                       {"2025-02-18", "2025-02-18 2025-02-18"},
                                       {"2024-02-29", "2024-02-29 2024-02-29"},
                                       {"2000-02-29", "2000-02-29 2000-02-29"},
                                       {"0000", "0000-01-01 0000-12-31"},
                                       {"0001-01-01", "0001-01-01 0001-01-01"},
                                       {"9999-12-31", "9999-12-31 9999-12-31"},
                                       {"2025-02-18T14:30", "2025-02-18 2025-02-18"},
                                       {"2025-02-18T14:30Z", "2025-02-18 2025-02-18"},
                                       {"2025-02-18T00:00:00", "2025-02-18 2025-02-18"},
                                       {"2025-02-18T23:59:60Z", "2025-02-18 2025-02-18"},
                                       {"2025-02-18T14:30:59+03:00", "2025-02-18 2025-02-18"},
                                       {"2025-02-18T14:30-05", "2025-02-18 2025-02-18"},
                                   });
}

TEST(Edtf, LevelOnePoints) {
    expect_bounds(EdtfKind::point, {
                                       {"-0043-03-15", "-0043-03-15 -0043-03-15"},
                                       {"-0985", "-0985-01-01 -0985-12-31"},
                                       {"-0004-02-29", "-0004-02-29 -0004-02-29"},
                                       {"Y12025", "12025-01-01 12025-12-31"},
                                       {"Y-12025", "-12025-01-01 -12025-12-31"},
                                       {"Y170000000002", "170000000002-01-01 170000000002-12-31"},
                                       {"Y-999999999999", "-999999999999-01-01 -999999999999-12-31"},
                                       {"2022-21", "2022-03-01 2022-05-31"},
                                       {"2022-22", "2022-06-01 2022-08-31"},
                                       {"2022-23", "2022-09-01 2022-11-30"},
                                       {"2022-24", "2022-12-01 2023-02-28"},
                                       {"2023-24", "2023-12-01 2024-02-29"},
                                       {"2022-23~", "2022-09-01 2022-11-30"},
                                       {"2025?", "2025-01-01 2025-12-31"},
                                       {"2025-02~", "2025-02-01 2025-02-28"},
                                       {"2025-02-18%", "2025-02-18 2025-02-18"},
                                       {"Y12025~", "12025-01-01 12025-12-31"},
                                       {"201X", "2010-01-01 2019-12-31"},
                                       {"20XX", "2000-01-01 2099-12-31"},
                                       {"2XXX", "2000-01-01 2999-12-31"},
                                       {"-01XX", "-0199-01-01 -0100-12-31"},
                                       {"-000X", "-0009-01-01 0000-12-31"},
                                       {"201X?", "2010-01-01 2019-12-31"},
                                       {"2025-XX", "2025-01-01 2025-12-31"},
                                       {"2025-XX-XX", "2025-01-01 2025-12-31"},
                                       {"2025-02-XX", "2025-02-01 2025-02-28"},
                                       {"201X-XX", "2010-01-01 2019-12-31"},
                                   });
}

TEST(Edtf, LevelTwoPoints) {
    expect_bounds(EdtfKind::point,
                  {
                      {"?2025-02-~18", "2025-02-18 2025-02-18"}, {"2025?-02-18", "2025-02-18 2025-02-18"},
                      {"2025-02~-18", "2025-02-18 2025-02-18"},  {"2025-%02-18", "2025-02-18 2025-02-18"},
                      {"~-0043-03", "-0043-03-01 -0043-03-31"},  {"2025-0X", "2025-01-01 2025-09-30"},
                      {"2025-1X", "2025-10-01 2025-12-31"},      {"2025-1X-XX", "2025-10-01 2025-12-31"},
                      {"2025-02-0X", "2025-02-01 2025-02-09"},   {"2025-02-1X", "2025-02-10 2025-02-19"},
                      {"2025-02-2X", "2025-02-20 2025-02-28"},   {"2024-02-2X", "2024-02-20 2024-02-29"},
                      {"2025-04-3X", "2025-04-30 2025-04-30"},   {"2022-25", "2022-03-01 2022-05-31"},
                      {"2022-28", "2022-12-01 2023-02-28"},      {"2022-29", "2022-09-01 2022-11-30"},
                      {"2022-30", "2022-12-01 2023-02-28"},      {"2022-31", "2022-03-01 2022-05-31"},
                      {"2022-32", "2022-06-01 2022-08-31"},      {"2022-33", "2022-01-01 2022-03-31"},
                      {"2022-36", "2022-10-01 2022-12-31"},      {"2022-37", "2022-01-01 2022-04-30"},
                      {"2022-39", "2022-09-01 2022-12-31"},      {"2022-40", "2022-01-01 2022-06-30"},
                      {"2022-41", "2022-07-01 2022-12-31"},
                  });
}

TEST(Edtf, Intervals) {
    expect_bounds(EdtfKind::interval, {
                                          {"2025-02-17/2025-02-18", "2025-02-17 2025-02-18"},
                                          {"2025-02-18/2025-02-18", "2025-02-18 2025-02-18"},
                                          {"2022/2025", "2022-01-01 2025-12-31"},
                                          {"2022-02-24/2025", "2022-02-24 2025-12-31"},
                                          {"2025-02-18/2025-02", "2025-02-18 2025-02-28"},
                                          {"2023-02~/2023-05~", "2023-02-01 2023-05-31"},
                                          {"2022-23/2023-21", "2022-09-01 2023-05-31"},
                                          {"-0044/0014", "-0044-01-01 0014-12-31"},
                                          {"2025-02-18T09:00/2025-02-18T13:30", "2025-02-18 2025-02-18"},
                                          {"2025-02-18T09:00Z/2025-02-18T08:30-05:00", "2025-02-18 2025-02-18"},
                                          {"2022-02-24/..", "2022-02-24 .."},
                                          {"2022-02-24/", "2022-02-24 .."},
                                          {"../2025-02-18", ".. 2025-02-18"},
                                          {"/2025-02-18", ".. 2025-02-18"},
                                          {"2025-~02/2025-0X", "2025-02-01 2025-09-30"},
                                          {"Y-20000/Y-10001", "-20000-01-01 -10001-12-31"},
                                      });
}

TEST(Edtf, OneOfASet) {
    expect_bounds(EdtfKind::one_of, {
                                        {"[2025-02-10..2025-02-16]", "2025-02-10 2025-02-16"},
                                        {"[..2025-02-17]", ".. 2025-02-17"},
                                        {"[2025-02-17..]", "2025-02-17 .."},
                                        {"[2025-02-17]", "2025-02-17 2025-02-17"},
                                        {"[2025-02-17,2025-02-12]", "2025-02-12 2025-02-17"},
                                        {"[..2025-02-10,2025-02-12,2025-02-14..]", ".. .."},
                                        {"[1667,1668,1670..1672]", "1667-01-01 1672-12-31"},
                                        {"[2022-09..2025-02-17]", "2022-09-01 2025-02-17"},
                                        {"[2025-02~..2025-03?]", "2025-02-01 2025-03-31"},
                                        {"[2022-23,2023-21]", "2022-09-01 2023-05-31"},
                                        {"[-0044..-0040]", "-0044-01-01 -0040-12-31"},
                                    });
}

TEST(Edtf, AllOfASet) {
    expect_bounds(EdtfKind::all_of, {
                                        {"{2025-02-10..2025-02-12}", "2025-02-10 2025-02-12"},
                                        {"{2025-02-10,2025-02-12}", "2025-02-10 2025-02-12"},
                                        {"{1960,1961-12}", "1960-01-01 1961-12-31"},
                                        {"{..1984}", ".. 1984-12-31"},
                                        {"{1984..}", "1984-01-01 .."},
                                    });
}

TEST(Edtf, BlankEndIsUnknownDotsAreOpen) {
    EXPECT_EQ(parsed("2025/").end(), EdtfEnd::unknown);
    EXPECT_EQ(parsed("2025/..").end(), EdtfEnd::open);
    EXPECT_EQ(parsed("/2025").start(), EdtfEnd::unknown);
    EXPECT_EQ(parsed("../2025").start(), EdtfEnd::open);
    EXPECT_EQ(parsed("[..2025]").start(), EdtfEnd::open);
    EXPECT_EQ(parsed("[..2025]").end(), EdtfEnd::known);
    EXPECT_EQ(parsed("../2025").points().size(), 1U);
}

/// Year, month and day each as "-", "?", "~" or "%".
std::string qualifiers(const EdtfPoint& point) {
    std::string text;
    for (const EdtfQualifier& one : {point.year_qualifier, point.month_qualifier, point.day_qualifier}) {
        text += one.uncertain ? (one.approximate ? '%' : '?') : (one.approximate ? '~' : '-');
    }
    return text;
}

TEST(Edtf, QualifiersCoverTheLeftOrTheirOwnComponent) {
    const struct {
        const char* text;
        const char* qualifiers;
    } kTable[] = {
        {"2025-02-18", "---"},    {"2025-02-18~", "~~~"},  {"2025-02~-18", "~~-"},  {"2025~-02-18", "~--"},
        {"~2025-02-18", "~--"},   {"2025-~02-18", "-~-"},  {"2025-02-~18", "--~"},  {"2025-?02-~18", "-?~"},
        {"2025?-02~-18%", "%%%"}, {"2025?-02~-18", "%~-"}, {"2025-?02~-18", "~%-"}, {"2025?", "?--"},
        {"2025-02%", "%%-"},      {"2022-23~", "~~-"},     {"2025-XX-XX?", "???"},  {"?2025-~02", "?~-"},
        {"Y12025%", "%--"},       {"2025-02-~18?", "??%"},
    };

    for (const auto& row : kTable) {
        const Edtf date = parsed(row.text);
        ASSERT_EQ(date.points().size(), 1U) << row.text;
        EXPECT_EQ(qualifiers(date.points()[0]), row.qualifiers) << row.text;
    }
}

TEST(Edtf, PointsKeepWhatWasWritten) {
    const Edtf week = parsed("[2025-02-10..2025-02-16,2025-03-01~]");
    ASSERT_EQ(week.points().size(), 3U);
    EXPECT_EQ(week.points()[0].text, "2025-02-10");
    EXPECT_EQ(week.points()[1].text, "2025-02-16");
    EXPECT_EQ(week.points()[2].text, "2025-03-01~");
    EXPECT_TRUE(week.begins_range(0));
    EXPECT_FALSE(week.begins_range(1));
    EXPECT_FALSE(week.begins_range(2));

    const EdtfPoint timed = parsed("2025-02-18T14:30:05+03:00").points()[0];
    EXPECT_EQ(timed.precision, EdtfPrecision::time);
    EXPECT_EQ(timed.minute_of_day, 14 * 60 + 30);
    EXPECT_EQ(timed.zone, "+03:00");

    const EdtfPoint decade = parsed("201X").points()[0];
    EXPECT_EQ(decade.precision, EdtfPrecision::year);
    EXPECT_EQ(decade.year, 2010);
    EXPECT_TRUE(decade.unspecified);

    const EdtfPoint some_day = parsed("2025-02-1X").points()[0];
    EXPECT_EQ(some_day.precision, EdtfPrecision::day);
    EXPECT_EQ(some_day.month, 2U);
    EXPECT_EQ(some_day.day, 0U);

    EXPECT_EQ(parsed("2022-23").points()[0].precision, EdtfPrecision::season);
    EXPECT_EQ(parsed("2022-23").points()[0].month, 23U);
}

TEST(Edtf, ImpreciseLastedApproximate) {
    const struct {
        const char* text;
        bool imprecise;
        bool lasted;
        bool approximate;
    } kTable[] = {
        {"2025-02-18", false, false, false},
        {"2025-02-18T14:30Z", false, false, false},
        {"2025-02", true, false, false},
        {"2025", true, false, false},
        {"2022-23", true, false, false},
        {"2025-02-18~", true, false, true},
        {"2025-02-18?", true, false, false},
        {"2025-02-XX", true, false, false},
        {"2025-02-17/2025-02-18", false, true, false},
        {"2025-02-18/2025-02-18", false, false, false},
        {"2025-02-17/2025-02-18~", true, true, true},
        {"2025-02/2025-03", true, true, false},
        {"2025-02-17/..", true, true, false},
        {"2025-02-17/", true, true, false},
        {"../2025-02-17", true, true, false},
        {"[2025-02-10..2025-02-16]", true, false, false},
        {"[2025-02-10]", false, false, false},
        {"[2025-02-10,2025-02-10]", false, false, false},
        {"[..2025-02-16]", true, false, false},
        {"{2025-02-10..2025-02-12}", false, true, false},
        {"{2025-02-10}", false, false, false},
        {"{2025-02-10,2025-%02-12}", true, true, true},
    };

    for (const auto& row : kTable) {
        const Edtf date = parsed(row.text);
        EXPECT_EQ(date.is_imprecise(), row.imprecise) << row.text;
        EXPECT_EQ(date.lasted(), row.lasted) << row.text;
        EXPECT_EQ(date.approximate(), row.approximate) << row.text;
    }
}

TEST(Edtf, ComparesByWhatWasWritten) {
    EXPECT_EQ(parsed("2025-02-18"), parsed("2025-02-18"));
    EXPECT_FALSE(parsed("2022-21") == parsed("2022-25"));
}

} // namespace
} // namespace demarche
