#include "base/diagnostic.hpp"
#include "text/pango_measurer.hpp"
#include "text/right_to_left.hpp"
#include "text/text_line.hpp"

#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace demarche::text {
namespace {

#define RLM "\u200F"
#define LRI "\u2066"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"

TEST(RightToLeft, a_line_says_its_direction_where_its_first_letter_does_not) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"", ""},
        {"محادثات الرياض", "محادثات الرياض"},
        {"محادثات NATO", "محادثات NATO"},
        {"18 فبراير 2025", "18 فبراير 2025"},
        {"NATO في الرياض", RLM "NATO في الرياض"},
        {"U.S.", "U.S."},
        {"Riyadh talks (2025)", "Riyadh talks (2025)"},
        {"12", "12"},
        {"†", "†"},
        {"1–3", RLM "1–3"},
        {"(2025)", RLM "(2025)"},
        {LRI "Reuters" PDI "، 18", RLM LRI "Reuters" PDI "، 18"},
        {"«" LRI "the first", RLM "«" LRI "the first" PDI},
        {"and the last" PDI "»", RLM FSI "and the last" PDI "»"},
    };
    for (const auto& [given, expected] : table) {
        EXPECT_EQ(as_right_to_left(given), expected);
        EXPECT_EQ(as_right_to_left(expected), expected) << "not idempotent";
    }
}

TEST(RightToLeft, what_runs_the_other_way_is_isolated) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"", ""},
        {"25", "25"},
        {"10–16 فبراير", "10–16 فبراير"},
        {"U.S.", LRI "U.S." PDI},
        {"NATO في", LRI "NATO في" PDI},
        {"في NATO", RLI "في NATO" PDI},
        {LRI "A" PDI "، " LRI "B" PDI, RLI LRI "A" PDI "، " LRI "B" PDI PDI},
    };
    for (const auto& [given, expected] : table) {
        EXPECT_EQ(isolated(given), expected);
    }
}

TEST(RightToLeft, marks_of_direction_take_no_room) {
    Diagnostics diagnostics;
    const auto pango = make_pango_measurer(diagnostics);
    Font font;
    font.size = 9;
    for (const std::string text : {"Riyadh", "الرياض", "12"}) {
        for (const std::string mark : {RLM, LRI, RLI, FSI, PDI}) {
            EXPECT_NEAR(pango->width(mark + text, font), pango->width(text, font), 1e-9) << text;
        }
    }
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(RightToLeft, wrapped_lines_read_from_right_to_left_and_hold_the_bytes_they_say) {
    Diagnostics diagnostics;
    const auto pango = make_pango_measurer(diagnostics);
    const RightToLeftMeasurer measurer(*pango);
    Font font;
    font.size = 9;
    font.italic = true;
    const std::string text = LRI "Reuters and the others" PDI "، «" LRI "Rubio and Lavrov lead the first meeting" PDI
                                 "»، 18 فبراير 2025، محادثات طويلة في الرياض";
    std::string kept;
    const std::vector<Line> lines = measurer.wrap(text, font, 90);
    ASSERT_GT(lines.size(), 3U);
    std::size_t last = 0;
    for (const Line& line : lines) {
        EXPECT_GE(line.begin, last);
        last = line.end;
        kept += text.substr(line.begin, line.end - line.begin);
        EXPECT_LE(line.width, 90);
        EXPECT_DOUBLE_EQ(line.width, pango->width(line.text, upright(font)));
        EXPECT_EQ(as_right_to_left(line.text), line.text);
        EXPECT_TRUE(reads_right_to_left(line.text)) << line.text;
    }
    EXPECT_EQ(last, text.size());
    std::string unbroken = text;
    std::erase(unbroken, ' ');
    std::erase(kept, ' ');
    EXPECT_EQ(kept, unbroken);
}

} // namespace
} // namespace demarche::text
