/// The source line with outlets and headlines in any script: every word is drawn, none twice.

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/utf8.hpp"
#include "compose/frame.hpp"
#include "text/pango_measurer.hpp"
#include "text/text_line.hpp"

#include <gtest/gtest.h>
#include <map>
#include <variant>

namespace demarche::compose {
namespace {

/// Without blanks, direction marks and control characters.
std::string letters(const std::string& text) {
    std::string result;
    for (const char32_t c : decode_utf8(text::clean_line(text))) {
        if (c != U' ' && c != 0x200E && c != 0x200F) {
            result += encode_utf8(std::u32string(1, c));
        }
    }
    return result;
}

TEST(SourceLine, keeps_every_word_whatever_the_script_and_the_width) {
    Diagnostics diagnostics;
    const auto measurer = text::make_pango_measurer(diagnostics);
    Template style = read_template("report", ".", DiskReader(), diagnostics).value();
    view::Sources sources;
    int number = 0;
    for (const std::string title :
         {"A headline  with two blanks\tand a tab", "محادثات NATO في الرياض بين الوفدين (18 فبراير)",
          "Переговоры в Эр-Рияде", "美俄代表团在利雅得举行会谈", "Donaudampf\u00ADschifffahrt und mehr"}) {
        view::Source source;
        source.number = ++number;
        source.outlet = number == 2 ? "الجزيرة" : "Outlet";
        source.title = title;
        source.published = "2025-02-18";
        sources.list.push_back(source);
    }
    sources.shared = {{1, 3}};
    style.width = 4000;
    const auto drawn = [&](double width) {
        style.width = width;
        std::string all;
        for (const scene::Mark& mark :
             source_block(sources, {"A note."}, "2025-02-18", "en", style, *measurer, 0).marks) {
            for (const scene::Item& item : mark.items) {
                if (const auto* text = std::get_if<scene::Text>(&item)) {
                    EXPECT_FALSE(first_invalid_utf8(text->text)) << text->text;
                    EXPECT_LE(scene::bounds(*text).right, width - style.margin + 1) << text->text;
                    all += letters(text->text);
                    EXPECT_NE(text->text, ".") << "a reader with wider faces would set it on the words before it";
                }
            }
        }
        return all;
    };
    const std::string on_one_line = drawn(4000);
    EXPECT_NE(on_one_line.find("محادثات"), std::string::npos);
    for (double width = 150; width < 600; width += 13) {
        EXPECT_EQ(drawn(width), on_one_line) << width;
    }
}

TEST(SourceLine, numbers_lead_to_it_and_it_to_the_cited_words) {
    Diagnostics diagnostics;
    const auto measurer = text::make_pango_measurer(diagnostics);
    Template style = read_template("report", ".", DiskReader(), diagnostics).value();
    style.width = 200;
    view::Sources sources;
    for (int number = 1; number <= 9; ++number) {
        const std::string url = "https://example.org/" + std::to_string(number);
        sources.list.push_back({number, "a", "Outlet", "A headline that is long enough to be wrapped over lines", url,
                                "2025-02-18", url + "#:~:text=words"});
    }
    std::map<std::string, std::string> links; // by target
    const Block block = source_block(sources, {}, "", "en", style, *measurer, 0);
    for (const scene::Item& item : block.marks.at(0).items) {
        const auto& text = std::get<scene::Text>(item);
        if (!text.target.empty()) {
            EXPECT_TRUE(links.emplace(text.target, text.link).second) << "the first line alone";
        }
    }
    ASSERT_EQ(links.size(), 9U);
    EXPECT_EQ(links["source-3"], "https://example.org/3#:~:text=words");
    const auto numbers = source_numbers({1, 2, 3, 4, 5, 6, 9}, sources, {0, 0}, style, *measurer);
    ASSERT_EQ(numbers.size(), 2U);
    EXPECT_EQ(std::get<scene::Text>(numbers[0]).link, "#source-1") << "a range leads to its first";
    EXPECT_EQ(std::get<scene::Text>(numbers[1]).link, "#source-9");
}

} // namespace
} // namespace demarche::compose
