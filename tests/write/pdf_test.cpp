#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "sample_scene.hpp"
#include "support/run_command.hpp"
#include "text/pango_measurer.hpp"
#include "write/writers.hpp"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>

namespace demarche::write {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using tests::run_command;
using tests::scene_of;

class Pdf : public ::testing::Test {
protected:
    Diagnostics diagnostics;
    std::unique_ptr<text::Measurer> measurer = text::make_pango_measurer(diagnostics);
    std::string path =
        std::string(DEMARCHE_TEST_DIR) + "/" + ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".pdf";

    void write(const scene::Scene& scene) { write_file(path, to_pdf(scene)); }

    /// The file as qpdf unpacks it.
    std::string unpacked() {
        return run_command("qpdf --qdf --object-streams=disable --no-original-object-ids '" + path + "' -").output;
    }
};

TEST_F(Pdf, is_sound_and_its_fonts_are_embedded) {
    scene::Scene scene = tests::sample_scene(*measurer);
    scene.pages.push_back(scene.pages[0]);
    scene.pages.push_back(scene.pages[0]);
    write(scene);
    const auto check = run_command("qpdf --check '" + path + "'");
    EXPECT_EQ(check.status, 0) << check.output;
    EXPECT_THAT(check.output, Not(HasSubstr("WARNING")));

    std::istringstream fonts(run_command("pdffonts '" + path + "'").output);
    std::string line;
    int count = 0;
    while (std::getline(fonts, line)) {
        if (line.find('+') != std::string::npos) {
            EXPECT_TRUE(std::regex_search(line, std::regex("yes yes yes +\\d+ +\\d+$"))) << line;
            ++count;
        }
    }
    EXPECT_GE(count, 4);
    EXPECT_THAT(run_command("pdfinfo '" + path + "'").output, HasSubstr("Pages:           3"));
}

TEST_F(Pdf, gives_its_labels_back) {
    write(tests::sample_scene(*measurer));
    const std::string text = run_command("pdftotext -raw -enc UTF-8 '" + path + "' -").output;
    for (const std::string& label : tests::sample_labels()) {
        if (label.find("NATO") == std::string::npos && label.find("18 ") == std::string::npos) {
            // Combining accents come back composed.
            EXPECT_THAT(text, ::testing::AnyOf(HasSubstr(label), HasSubstr("Musāʿid al-ʿAybān"))) << label;
        }
    }
    const std::string reading_order = run_command("pdftotext -enc UTF-8 '" + path + "' -").output;
    EXPECT_THAT(reading_order, HasSubstr("محادثات"));
    EXPECT_THAT(reading_order, HasSubstr("שיחות בריאד"));
}

TEST_F(Pdf, tells_of_itself_and_never_of_the_clock) {
    write(tests::sample_scene(*measurer));
    const std::string info = run_command("TZ=UTC pdfinfo '" + path + "'").output;
    EXPECT_THAT(info, HasSubstr("Title:           From a call to Riyadh — Эр-Рияд"));
    EXPECT_THAT(info, HasSubstr("Subject:         Seven made-up events."));
    EXPECT_THAT(info, HasSubstr("Keywords:        Riyadh, talks"));
    EXPECT_THAT(info, HasSubstr("CreationDate:    Tue Feb 18 00:00:00 2025"));
    EXPECT_THAT(info, HasSubstr("ModDate:         Tue Feb 18 00:00:00 2025"));
    EXPECT_THAT(info, HasSubstr("Tagged:          yes"));
    EXPECT_THAT(info, HasSubstr("Page size:       300 x 400 pts"));
    scene::Scene undated = scene_of({tests::measured_text(*measurer, {10, 20}, "x")});
    undated.date = "next week";
    write(undated);
    EXPECT_THAT(run_command("TZ=UTC pdfinfo '" + path + "'").output,
                HasSubstr("CreationDate:    Thu Jan  1 00:00:00 1970"));
}

TEST_F(Pdf, its_structure_holds_every_text) {
    write(tests::sample_scene(*measurer));
    const std::string structure = run_command("pdfinfo -struct-text '" + path + "'").output;
    EXPECT_THAT(structure, HasSubstr("H1 (block)\n    \"From a call to Riyadh\"\n  P (block)\n"));
    EXPECT_THAT(structure, HasSubstr("L (block):\n     /ListNumbering /None\n    LI (block)\n      LBody (block)\n"));
    EXPECT_THAT(structure, HasSubstr("Переговоры"));
    EXPECT_THAT(structure, HasSubstr("Link (inline)"));
    EXPECT_THAT(structure, HasSubstr("\"took part\""));
}

TEST_F(Pdf, links_lead_to_the_source_and_nowhere_else) {
    scene::Text good = tests::measured_text(*measurer, {10, 20}, "good");
    good.link = "https://example.org/o'neil (1)?a=\\b";
    scene::Text bad = tests::measured_text(*measurer, {10, 40}, "bad");
    bad.link = "javascript:alert(1)";
    write(scene_of({good, bad}));
    EXPECT_EQ(run_command("qpdf --check '" + path + "'").status, 0);
    const std::string file = unpacked();
    EXPECT_THAT(file, HasSubstr("https://example.org/o%27neil%20"));
    EXPECT_THAT(file, Not(HasSubstr("javascript")));
    EXPECT_THAT(run_command("pdftotext '" + path + "' -").output, HasSubstr("bad"));
}

TEST_F(Pdf, links_within_the_chart_lead_to_what_is_there) {
    scene::Text number = tests::measured_text(*measurer, {10, 20}, "1");
    number.link = "#source-1";
    scene::Text lost = tests::measured_text(*measurer, {10, 40}, "2");
    lost.link = "#source-2";
    scene::Text source = tests::measured_text(*measurer, {10, 80}, "1 Outlet");
    source.target = "source-1";
    source.link = "https://example.org/#:~:text=a%2Db,c";
    source.continues = true;
    scene::Text plain = tests::measured_text(*measurer, {10, 90}, "3 Outlet");
    plain.target = "it's\\3";
    scene::Scene scene = scene_of({number, lost});
    scene.pages.push_back(scene_of({source, plain, number}).pages[0]);
    write(scene);
    const auto check = run_command("qpdf --check '" + path + "'");
    EXPECT_EQ(check.status, 0) << check.output;
    const std::string file = unpacked();
    EXPECT_THAT(file, HasSubstr("(source-1)"));
    EXPECT_THAT(file, HasSubstr("https://example.org/#:~:text=a%2Db,c"));
    EXPECT_THAT(file, Not(HasSubstr("source-2")));
    const std::string structure = run_command("pdfinfo -struct-text '" + path + "'").output;
    EXPECT_THAT(structure, HasSubstr("\"1\""));
    EXPECT_THAT(structure, HasSubstr("\"1 Outlet\""));
    EXPECT_EQ(to_pdf(scene), to_pdf(scene));
}

/// Cairo alone leaves a white line along the right and lower edge of a page of 200.7 by 100.7 points.
TEST_F(Pdf, a_dark_page_is_dark_up_to_its_edges) {
    scene::Scene scene = scene_of({tests::measured_text(*measurer, {10, 20}, "x")});
    scene.background = {0, 0, 0};
    scene.pages[0].size = {200.7, 100.7};
    write(scene);
    const std::string picture = run_command("pdftoppm -r 720 -gray '" + path + "'").output;
    constexpr std::size_t kWidth = 2007;
    constexpr std::size_t kHeight = 1007;
    ASSERT_GE(picture.size(), kWidth * kHeight);
    const auto pixel = [&](std::size_t x, std::size_t y) {
        return static_cast<unsigned char>(picture[picture.size() - kWidth * kHeight + y * kWidth + x]);
    };
    ASSERT_THAT(picture, StartsWith("P5\n2007 1007\n"));
    EXPECT_EQ(pixel(kWidth - 2, 500), 0);
    EXPECT_EQ(pixel(1000, kHeight - 2), 0);
}

TEST_F(Pdf, knows_no_transparency) {
    write(tests::sample_scene(*measurer));
    const std::string file = unpacked();
    EXPECT_FALSE(std::regex_search(file, std::regex("/(ca|CA) 0")));
    EXPECT_THAT(file, Not(HasSubstr("/SMask")));
}

/// Cairo 1.16 writes the widths of glyphs as whole thousandths of an em, cut off: a reader sets a text up to
/// 0.001 em a glyph narrower than it was measured, never wider.
TEST_F(Pdf, texts_are_painted_as_wide_as_they_were_measured) {
    for (const std::string& label : tests::sample_labels()) {
        const Font font{"Liberation Sans", 40, true};
        scene::Text text = tests::measured_text(*measurer, {20, 60}, label, font);
        scene::Scene scene = scene_of({text});
        scene.pages[0].size = {900, 100};
        write(scene);
        const std::string boxes = run_command("pdftotext -bbox '" + path + "' -").output;
        double left = 1e9;
        double right = 0;
        const std::regex word("xMin=\"([0-9.]+)\" yMin=\"[0-9.]+\" xMax=\"([0-9.]+)\"");
        for (std::sregex_iterator at(boxes.begin(), boxes.end(), word), end; at != end; ++at) {
            left = std::min(left, std::stod((*at)[1]));
            right = std::max(right, std::stod((*at)[2]));
        }
        EXPECT_LE(right - left, text.width + 0.2) << label;
        EXPECT_GE(right - left, text.width - 0.001 * font.size * static_cast<double>(count_code_points(label)) - 0.2)
            << label;
        EXPECT_NEAR(left, 20, 0.2) << label;
    }
}

TEST_F(Pdf, and_png_have_the_same_bytes_whatever_the_surroundings) {
    const scene::Scene scene = tests::sample_scene(*measurer);
    const std::string pdf = to_pdf(scene);
    const std::string png = to_png(scene, 2);
    setenv("TZ", "Asia/Tokyo", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("SOURCE_DATE_EPOCH", "12345", 1);
    std::setlocale(LC_ALL, ""); // NOLINT(concurrency-mt-unsafe)
    const auto other = text::make_pango_measurer(diagnostics);
    EXPECT_EQ(to_pdf(tests::sample_scene(*other)), pdf);
    EXPECT_EQ(to_png(tests::sample_scene(*other), 2), png);
    EXPECT_EQ(to_svg(tests::sample_scene(*other)), to_svg(scene));
    std::setlocale(LC_ALL, "C"); // NOLINT(concurrency-mt-unsafe)
    for (const char* name : {"TZ", "LC_ALL", "SOURCE_DATE_EPOCH"}) {
        unsetenv(name);
    }
}

TEST_F(Pdf, odd_scenes_are_still_sound) {
    scene::Scene nothing = scene_of({});
    nothing.title.clear();
    scene::Text unfinished = tests::measured_text(*measurer, {10, 20}, "goes on");
    unfinished.continues = true;
    scene::Text control = tests::measured_text(*measurer, {10, 40},
                                               "a\x01\xFF"
                                               "b");
    scene::Text empty_link = tests::measured_text(*measurer, {10, 60}, "");
    empty_link.link = "https://example.org";
    scene::Scene odd =
        scene_of({unfinished, control, empty_link, scene::Path{}, scene::Rectangle{{0, 0, 0, 0}, 3, scene::Fill{}, {}},
                  scene::Rectangle{{5, 5, 6, 7}, 30, scene::Fill{}, scene::Stroke{{}, 1, 1, {0, 0}}}});
    odd.pages[0].marks.push_back({"note", scene::Role::note, "", "", {}, {}});
    odd.pages.push_back({{50, 5000}, {}});
    for (const scene::Scene& scene : {nothing, odd}) {
        write(scene);
        const auto check = run_command("qpdf --check '" + path + "'");
        EXPECT_EQ(check.status, 0) << check.output;
        EXPECT_GT(to_png(scene, 1).size(), 60U);
    }
}

TEST_F(Pdf, ten_thousand_labels_do_not_take_quadratic_time) {
    std::vector<scene::Item> items;
    for (int i = 0; i < 10'000; ++i) {
        items.push_back(tests::measured_text(*measurer, {10.0 + i % 10 * 10, 10.0 + i / 10}, std::to_string(i)));
    }
    scene::Scene scene = scene_of(items);
    scene.pages[0].size = {200, 1100};
    EXPECT_GT(to_pdf(scene).size(), 10'000U);
}

TEST_F(Pdf, a_png_has_the_size_asked_for) {
    const scene::Scene scene = tests::sample_scene(*measurer);
    const auto size = [](const std::string& png) {
        const auto word = [&png](std::size_t at) {
            unsigned value = 0;
            for (std::size_t i = at; i < at + 4; ++i) {
                value = value * 256 + static_cast<unsigned char>(png[i]);
            }
            return value;
        };
        return std::pair(word(16), word(20));
    };
    EXPECT_THAT(to_png(scene, 1), StartsWith("\x89PNG"));
    EXPECT_EQ(size(to_png(scene, 1)), std::pair(300U, 400U));
    EXPECT_EQ(size(to_png(scene, 2.5)), std::pair(750U, 1000U));
    EXPECT_EQ(size(to_png(scene, 1.0 / 7)), std::pair(43U, 58U));
    for (const double scale : {0.0, -1.0, 100.0, 1e9, 1e300, std::nan("")}) {
        EXPECT_THROW(to_png(scene, scale), Error) << scale;
    }
}

} // namespace
} // namespace demarche::write
