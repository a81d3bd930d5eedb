#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "support/random.hpp"
#include "text/pango_measurer.hpp"
#include "text/text_line.hpp"

#include <cmath>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace demarche::text {
namespace {

using ::testing::HasSubstr;

class PangoMeasurer : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::unique_ptr<Measurer> measurer = make_pango_measurer(diagnostics);

    [[nodiscard]] double width(std::string_view text, const Font& font = {}) const {
        return measurer->width(text, font);
    }

    static std::string joined(const std::vector<Line>& lines) {
        std::string all;
        for (const Line& line : lines) {
            for (const char32_t c : decode_utf8(line.text)) {
                if (c != U' ' && c != 0x200E && c != 0x200F) {
                    all += encode_utf8(std::u32string(1, c));
                }
            }
        }
        return all;
    }
};

const std::string kLatin = "Rubio, Waltz and Witkoff meet Lavrov & Ushakov <at> the palace";
const std::string kCyrillic = "Переговоры в Эр-Рияде: о чём говорили стороны";
const std::string kArabic = "محادثات NATO في الرياض (18 فبراير)";
const std::string kHebrew = "שיחות בריאד, 18 בפברואר";
const std::string kChinese = "美俄代表团在利雅得举行会谈";
const std::string kAccents = "Musa\u0304\u02BFid al-\u02BFAyba\u0304n, Ze\u0301le\u0301nsky";

TEST_F(PangoMeasurer, widths_are_those_of_the_typeface) {
    // Advances from the font's own tables (2048 units an em): n 1139, T 1251, o 1139, bold n 1251.
    EXPECT_NEAR(width("n", {"Liberation Sans", 2048}), 1139, 0.01);
    EXPECT_NEAR(width("n", {"Liberation Sans", 2048, true}), 1251, 0.01);
    EXPECT_NEAR(width("nnnn", {"Liberation Sans", 7.3}), 4 * 1139 * 7.3 / 2048, 0.01);
    EXPECT_EQ(width(""), 0);
}

TEST_F(PangoMeasurer, widths_scale_with_the_size) {
    for (const std::string& text : {kLatin, kCyrillic, kArabic, kHebrew, kChinese, kAccents}) {
        const double at_100 = width(text, {"Liberation Sans", 100});
        for (const double size : {5.0, 5.8, 6.6, 8.8, 15.0}) {
            EXPECT_NEAR(width(text, {"Liberation Sans", size}), at_100 * size / 100, 0.05) << text << " at " << size;
        }
    }
}

TEST_F(PangoMeasurer, metrics_are_those_of_the_typeface) {
    const FontMetrics metrics = measurer->metrics({"Liberation Sans", 10});
    EXPECT_NEAR(metrics.ascent, 9.05, 0.02);
    EXPECT_NEAR(metrics.descent, 2.12, 0.02);
    EXPECT_NEAR(metrics.cap_height, 6.88, 0.2);
    EXPECT_NEAR(metrics.x_height, 5.28, 0.1);
    EXPECT_NEAR(measurer->metrics({"Liberation Sans", 20, true, true}).ascent, 18.1, 0.05);
}

TEST_F(PangoMeasurer, control_characters_count_as_blanks) {
    EXPECT_EQ(width("a\tb"), width("a b"));
    EXPECT_EQ(width("a\n\r b"), width("a b"));
    EXPECT_EQ(width("soft\u00ADhyphen"), width("softhyphen"));
}

TEST_F(PangoMeasurer, scripts_that_the_typeface_lacks_come_from_other_faces) {
    for (const std::string& text : {kCyrillic, kArabic, kHebrew, kChinese, kAccents}) {
        EXPECT_GT(width(text), 3 * 8) << text;
    }
    EXPECT_TRUE(diagnostics.all().empty()) << to_text(diagnostics.all().front());
}

TEST_F(PangoMeasurer, the_order_of_asking_changes_nothing) {
    const std::vector<std::string> texts = {
        kLatin, kChinese, kArabic, kHebrew, kCyrillic, kAccents, "⚑ ✓ Հայաստան საქართველო"};
    std::vector<double> forwards;
    for (const std::string& text : texts) {
        forwards.push_back(width(text));
    }
    const auto other = make_pango_measurer(diagnostics);
    for (std::size_t i = texts.size(); i-- > 0;) {
        EXPECT_EQ(other->width(texts[i], {}), forwards[i]) << texts[i];
    }
}

TEST_F(PangoMeasurer, the_environment_changes_nothing) {
    const double before = width(kAccents + kChinese + kArabic);
    for (const char* name : {"LC_ALL", "LANG", "PANGO_LANGUAGE", "LANGUAGE"}) {
        setenv(name, "ja_JP.UTF-8", 1);
    }
    setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf", 1);
    setenv("PANGOCAIRO_BACKEND", "nothing", 1);
    const auto other = make_pango_measurer(diagnostics);
    EXPECT_EQ(other->width(kAccents + kChinese + kArabic, {}), before);
    for (const char* name : {"LC_ALL", "LANG", "PANGO_LANGUAGE", "LANGUAGE", "FONTCONFIG_FILE", "PANGOCAIRO_BACKEND"}) {
        unsetenv(name);
    }
}

TEST_F(PangoMeasurer, warns_of_a_missing_glyph_once) {
    static_cast<void>(width("\U00010480 Osmanya"));
    static_cast<void>(width("\U00010480 again"));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].code, "missing-glyph");
    EXPECT_EQ(diagnostics.all()[0].severity, Severity::warning);
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("U+10480"));
}

TEST_F(PangoMeasurer, warns_of_a_missing_family_once_and_uses_the_default) {
    EXPECT_EQ(width("Riyadh", {"Comic Sans MS", 9}), width("Riyadh", {"Liberation Sans", 9}));
    static_cast<void>(width("Kyiv", {"Comic Sans MS", 7}));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].code, "missing-family");
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("Comic Sans MS"));
}

TEST_F(PangoMeasurer, a_family_that_is_installed_may_be_named) {
    EXPECT_NE(width("Riyadh", {"Liberation Serif", 9}), width("Riyadh", {"Liberation Sans", 9}));
    EXPECT_NEAR(width("iiii", {"Liberation Mono", 10}), width("WWWW", {"Liberation Mono", 10}), 0.01);
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST_F(PangoMeasurer, any_family_that_the_system_lists_may_be_named) {
    // DejaVu Serif comes with the package of DejaVu Sans, and is none of those that the program knows.
    EXPECT_NE(width("Riyadh", {"DejaVu Serif", 9}), width("Riyadh", {"Liberation Sans", 9}));
    EXPECT_NE(width("Riyadh", {"DejaVu Serif", 9}), width("Riyadh", {"DejaVu Serif", 9, true}));
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST_F(PangoMeasurer, says_which_typeface_stands_in_for_letters_that_the_one_named_lacks) {
    static_cast<void>(width("مرحبا Riyadh", {"Liberation Serif", 9}));
    static_cast<void>(width("سلام", {"Liberation Serif", 7}));
    static_cast<void>(width("会谈", {"Liberation Serif", 9}));
    static_cast<void>(width("سلام", {"Liberation Sans", 7}));
    ASSERT_EQ(diagnostics.all().size(), 2U);
    EXPECT_EQ(diagnostics.all()[0].code, "other-typeface");
    EXPECT_EQ(diagnostics.all()[0].message,
              "\"Liberation Serif\" lacks \"مرحبا\"; \"DejaVu Sans\" is used for that and the like");
    EXPECT_THAT(diagnostics.all()[1].message, HasSubstr("\"Droid Sans Fallback\" is used"));
}

TEST_F(PangoMeasurer, wrapped_lines_fit_and_lose_nothing) {
    for (const std::string& text : {kLatin, kCyrillic, kArabic, kHebrew, kChinese, kAccents,
                                    std::string("https://www.example.org/a/very/long/path/without/any/blank.html")}) {
        for (const double size : {6.6, 8.8}) {
            for (double limit = 12; limit < 300; limit += 7.3) {
                const Font font{"Liberation Sans", size};
                const std::vector<Line> lines = measurer->wrap(text, font, limit);
                ASSERT_FALSE(lines.empty());
                for (const Line& line : lines) {
                    EXPECT_LE(line.width, limit) << line.text;
                    EXPECT_EQ(line.width, width(line.text, font));
                    EXPECT_EQ(trim_blanks(line.text), line.text);
                    EXPECT_FALSE(line.text.empty());
                }
                EXPECT_EQ(joined(lines), joined({{text, 0}})) << limit;
            }
        }
    }
}

TEST_F(PangoMeasurer, breaks_at_blanks_before_it_breaks_words) {
    const Font font{"Liberation Sans", 10};
    const auto lines = measurer->wrap("one two three", font, width("one two", font) + 0.1);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, "one two");
    EXPECT_EQ(lines[1].text, "three");
    EXPECT_EQ(measurer->wrap("10\u00A0Feb", font, width("10\u00A0Feb", font) - 1).size(), 2U)
        << "a word that is too long is broken";
}

/// Subtitles ended a line with "10–", details began one with "· ".
TEST_F(PangoMeasurer, spans_of_numbers_stay_whole_and_no_line_begins_with_a_dot) {
    const std::string text = "Talks, 10–16 February 2025 · planned · 8–9 March · 18 of 42 events";
    const Font font{"Liberation Sans", 10};
    for (double width = 50; width < 330; width += 1) {
        for (const Line& line : measurer->wrap(text, font, width)) {
            EXPECT_NE(line.text.front(), '\xC2') << width << ": " << line.text;
            EXPECT_FALSE(line.text.ends_with("–")) << width << ": " << line.text;
            EXPECT_LE(line.width, width);
        }
    }
    // Where that is wider than any line it is torn like any other word.
    for (const Line& line : measurer->wrap("10–16", font, 15)) {
        EXPECT_LE(line.width, 15);
    }
}

TEST_F(PangoMeasurer, lines_know_what_they_hold_of_the_text) {
    const std::string spaced = "  tab\tand  blanks,\nsoft\u00ADhyphens and \xFF bytes " + kArabic + " then more Latin ";
    for (const std::string& text : {kLatin, kArabic, kChinese, spaced}) {
        for (const double limit : {30.0, 70.0, 1000.0}) {
            std::size_t done = 0;
            for (const Line& line : measurer->wrap(text, {}, limit)) {
                ASSERT_LE(done, line.begin);
                ASSERT_LT(line.begin, line.end);
                ASSERT_LE(line.end, text.size());
                EXPECT_EQ(trim_blanks(clean_line(text.substr(done, line.begin - done))), "")
                    << "only blanks between lines";
                std::string held = clean_line(text.substr(line.begin, line.end - line.begin));
                EXPECT_EQ(joined({line}), joined({{held, 0}}) + (line.text.ends_with("-") ? "-" : ""));
                done = line.end;
            }
            EXPECT_EQ(trim_blanks(clean_line(text.substr(done))), "");
        }
    }
}

TEST_F(PangoMeasurer, text_of_exactly_the_width_stays_whole) {
    for (const std::string& text : {kLatin, kCyrillic, kArabic, kChinese}) {
        EXPECT_EQ(measurer->wrap(text, {}, width(text)).size(), 1U) << text;
    }
}

TEST_F(PangoMeasurer, wrapping_nothing_gives_one_empty_line) {
    for (const std::string text : {"", "   ", "\t\n"}) {
        const auto lines = measurer->wrap(text, {}, 100);
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_EQ(lines[0].text, "");
        EXPECT_EQ(lines[0].width, 0);
    }
}

TEST_F(PangoMeasurer, a_width_too_small_for_anything_gives_a_glyph_a_line) {
    for (const double limit : {0.0, -5.0, 0.001, std::nan("")}) {
        EXPECT_EQ(measurer->wrap("abc de", {}, limit).size(), 5U) << limit;
    }
}

TEST_F(PangoMeasurer, a_soft_hyphen_shows_only_where_the_line_breaks) {
    const Font font{"Liberation Sans", 10};
    const std::string word = "Donaudampf\u00ADschifffahrt";
    const auto broken = measurer->wrap(word, font, width("Donaudampf-", font) + 0.1);
    ASSERT_EQ(broken.size(), 2U);
    EXPECT_EQ(broken[0].text, "Donaudampf-");
    EXPECT_EQ(broken[1].text, "schifffahrt");
    EXPECT_EQ(measurer->wrap(word, font, 500)[0].text, "Donaudampfschifffahrt");
}

/// Any bytes at all: nothing crashes, widths are finite, lines are in order and (but for single glyphs) fit.
TEST_F(PangoMeasurer, stands_random_text) {
    support::Random random(2025);
    const std::vector<std::pair<char32_t, char32_t>> ranges = {
        {0x00, 0x7F},     {0x80, 0x24F},    {0x300, 0x36F},   {0x400, 0x52F},     {0x590, 0x6FF},    {0x900, 0xDFF},
        {0x2000, 0x206F}, {0x3000, 0x30FF}, {0x4E00, 0x9FFF}, {0x1F300, 0x1F6FF}, {0xE0000, 0xE007F}};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (std::size_t left = random.below(60); left > 0; --left) {
            const auto& [first, last] = ranges[random.below(ranges.size())];
            text += encode_utf8(std::u32string(1, first + static_cast<char32_t>(random.below(last - first + 1))));
            if (random.below(20) == 0) {
                text += static_cast<char>(random.below(256));
            }
        }
        const double limit = 1 + static_cast<double>(random.below(200));
        ASSERT_TRUE(std::isfinite(width(text)));
        std::size_t done = 0;
        for (const Line& line : measurer->wrap(text, {}, limit)) {
            ASSERT_LE(done, line.begin);
            ASSERT_LE(line.begin, line.end);
            ASSERT_LE(line.end, text.size());
            ASSERT_FALSE(first_invalid_utf8(line.text));
            ASSERT_EQ(line.width, width(line.text));
            done = line.end;
        }
    }
}

TEST_F(PangoMeasurer, every_line_of_a_paragraph_keeps_its_direction) {
    const Font font{"Liberation Sans", 10};
    for (const Line& line : measurer->wrap(kArabic, font, 50)) {
        EXPECT_TRUE(reads_right_to_left(line.text)) << line.text;
    }
    for (const Line& line : measurer->wrap("The word الرياض means the gardens", font, 42)) {
        EXPECT_FALSE(reads_right_to_left(line.text)) << line.text;
    }
}

} // namespace
} // namespace demarche::text
