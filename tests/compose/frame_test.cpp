/// How the words around a chart are broken into lines, and pages of a fixed size filled.

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "compose/frame.hpp"
#include "compose/kept_words.hpp"
#include "compose/sheet.hpp"
#include "support/fixed_measurer.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace demarche::compose {
namespace {

using ::testing::ElementsAre;

const tests::FixedMeasurer kMeasurer;

Template of(const std::string& name) {
    Diagnostics diagnostics;
    return read_template(name, "", DiskReader(), diagnostics).value();
}

/// The words of a mark, a string for each height that they stand at.
std::vector<std::string> lines_of(const scene::Mark& mark) {
    std::map<double, std::string> lines;
    for (const scene::Item& item : mark.items) {
        if (const auto* text = std::get_if<scene::Text>(&item)) {
            std::string& line = lines[std::round(text->at.y)];
            line += (line.empty() ? "" : "|") + text->text;
        }
    }
    std::vector<std::string> result;
    for (const auto& [y, line] : lines) {
        result.push_back(line);
    }
    return result;
}

std::vector<std::string> texts(const std::vector<text::Line>& lines) {
    std::vector<std::string> result;
    for (const text::Line& line : lines) {
        result.push_back(line.text);
    }
    return result;
}

TEST(KeptWords, are_never_broken_and_drawn_with_ordinary_blanks) {
    const Font font{"Any", 10, false, false}; // a character is 5 wide
    const std::string words = "printed on " + kept("18 Feb 2025");
    const auto lines = wrap_kept(words, font, 70, kMeasurer);
    EXPECT_THAT(texts(lines), ElementsAre("printed on", "18 Feb 2025"));
    EXPECT_EQ(lines[1].width, 55);
    EXPECT_EQ(words.substr(lines[1].begin, lines[1].end - lines[1].begin), kept("18 Feb 2025"));
    EXPECT_EQ(drawn(kept("18 Feb 2025")), "18 Feb 2025");
}

TEST(KeptWords, of_a_title_fill_their_lines_about_equally) {
    const Font font{"Any", 10, false, false};
    EXPECT_THAT(texts(wrap_evenly("From a call to Riyadh and Kyiv", font, 130, kMeasurer)),
                ElementsAre("From a call to", "Riyadh and Kyiv"));
    EXPECT_THAT(texts(wrap_evenly("One line", font, 130, kMeasurer)), ElementsAre("One line"));
    EXPECT_EQ(wrap_evenly("a b c d e f g h i j", font, 10, kMeasurer).size(), 10U) << "a text is left as it comes";
}

TEST(SourceLine, never_breaks_a_day_or_parts_a_number_from_its_outlet) {
    Template style = of("web");
    view::Sources sources;
    for (int number = 1; number <= 4; ++number) {
        view::Source source;
        source.number = number;
        source.outlet = "Courier";
        source.published = "2025-02-18";
        sources.list.push_back(source);
    }
    for (double width = 90; width < 400; width += 7) {
        style.width = width + 2 * style.margin;
        const Block block = source_block(sources, {}, "2025-02-20", "en", style, kMeasurer, 0);
        std::string days;
        for (const std::string& line : lines_of(block.marks.front())) {
            days += line + "\n";
            EXPECT_EQ(line.find("18 Feb") == std::string::npos,
                      line.find("Feb 2025") == std::string::npos || line.find("18 Feb 2025") == std::string::npos)
                << line;
            EXPECT_FALSE(line.starts_with("Feb") || line.starts_with("2025") || line.starts_with("·")) << line;
            EXPECT_FALSE(line.ends_with(" 1") || line.ends_with(" 18") || line.ends_with("As")) << line;
        }
        EXPECT_NE(days.find("As of 20 Feb 2025."), std::string::npos) << days;
    }
}

TEST(Legend, leaves_no_entry_alone_on_a_row) {
    Template style = of("report");
    std::vector<LegendEntry> entries;
    for (int i = 0; i < 8; ++i) {
        entries.push_back(
            {8, [](double, double) { return std::vector<scene::Item>{}; }, "encoding " + std::to_string(i)});
    }
    const auto rows = [&](double width) {
        style.width = width + 2 * style.margin;
        std::vector<std::size_t> counts;
        for (const std::string& line : lines_of(legend_block(entries, style, kMeasurer, 0).marks.back())) {
            counts.push_back(static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1);
        }
        return counts;
    };
    EXPECT_THAT(rows(2000), ElementsAre(8));
    bool evened = false;
    for (double width = 160; width < 600; width += 10) {
        const std::vector<std::size_t> counts = rows(width);
        if (counts.size() > 1 && counts.front() > 2) {
            EXPECT_GT(counts.back(), 1U) << width;
            evened = evened || (counts.size() == 2 && counts.front() - counts.back() <= 1);
        }
    }
    EXPECT_TRUE(evened);
}

TEST(Sheet, grows_and_shrinks_type_within_bounds_and_never_below_the_smallest) {
    Template style = of("poster");
    // A page that needs so many lines of its label's type.
    const auto lines = [&](double count) {
        return fitted_to_sheet(style, [=](const Template& sized) { return count * sized.label.size; }).label.size /
               style.label.size;
    };
    const double full = style.height / style.label.size;
    EXPECT_NEAR(lines(full / 10), 1.4, 1e-9);
    EXPECT_NEAR(lines(full / 1.15), 1.1, 1e-9);
    EXPECT_NEAR(lines(full), 1, 1e-9);
    EXPECT_NEAR(lines(full * 1.15), 0.85, 1e-9);
    EXPECT_NEAR(lines(full * 3), 1, 1e-9) << "that takes further pages";
    style.smallest_type = style.source_number.size * 0.92;
    EXPECT_NEAR(lines(full * 1.15), 1, 1e-9) << "it would no longer be legible";
}

} // namespace
} // namespace demarche::compose
