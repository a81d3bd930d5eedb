#pragma once
/// What every chart has around its picture: title block above; legend and source line below.
///
/// Words of the template used here: `sources`, `source`, `headline`, `shared-text`, `and`, `as-of`, `legend`,
/// `list-middle`, `list-last`, `article-corrected`, `article-retracted`.

#include "base/edtf_words.hpp"
#include "compose/template.hpp"
#include "scene/scene.hpp"
#include "text/measurer.hpp"
#include "view/sources.hpp"

#include <functional>
#include <string>
#include <vector>

namespace demarche::compose {

/// A block of finished items and the height it takes from its top.
struct Block {
    std::vector<scene::Mark> marks;
    double height = 0;
};

/// Title and subtitle, wrapped to the page; its top at `top`. Nothing (height 0) where both are empty.
Block title_block(const std::string& title,
                  const std::string& subtitle,
                  const Template& style,
                  const text::Measurer& measurer,
                  double top);

/// One encoding of the legend. `draw` paints a sample `width` wide, its vertical middle at `centre_y`, from `left`.
struct LegendEntry {
    double width = 8;
    std::function<std::vector<scene::Item>(double left, double centre_y)> draw;
    std::string words;
};

/// A rule, then the entries flowing in rows; nothing (height 0) without entries.
Block legend_block(const std::vector<LegendEntry>& entries,
                   const Template& style,
                   const text::Measurer& measurer,
                   double top);

/// "Sources: 1 Outlet, “Headline”, 18 Feb 2025 · 2 ... (1, 3 and 5 share one text). <notes>. As of ...",
/// wrapped; each source's words link to its URL, and numbers to them (source_target). `as_of` is a YYYY-MM-DD or empty.
Block source_block(const view::Sources& sources,
                   const std::vector<std::string>& notes,
                   const std::string& as_of,
                   const std::string& locale,
                   const Template& style,
                   const text::Measurer& measurer,
                   double top);

/// What a text that leads to a source in the source line links to, after "#".
std::string source_target(int number);

/// Lines of text as items: first baseline at `at`, line distance from the style; the lines of one text
/// continue each other.
std::vector<scene::Item> text_lines(const std::vector<text::Line>& lines,
                                    const Font& font,
                                    Colour colour,
                                    Point at,
                                    scene::Anchor anchor,
                                    const Template& style,
                                    const text::Measurer& measurer);

/// One line as an item; `at` on its baseline.
scene::Text text_item(const std::string& text,
                      const Font& font,
                      Colour colour,
                      Point at,
                      scene::Anchor anchor,
                      const text::Measurer& measurer);

/// "1 3 4", the superscript source numbers after a text, each linked to its entry in the source line. `at` is the
/// text's right end on its baseline: the numbers stand a little to the right and raised.
std::vector<scene::Item> source_numbers(const std::vector<int>& numbers,
                                        const view::Sources& sources,
                                        Point at,
                                        const Template& style,
                                        const text::Measurer& measurer);

/// The width that `source_numbers` takes from `at`, the distance before the first number included; 0 for none.
double source_numbers_width(const std::vector<int>& numbers, const Template& style, const text::Measurer& measurer);

/// "retracted", "corrected"; "" where an article stands as it was.
std::string became_of(ArticleStatus status, const Template& style);

/// "1 Outlet, “Headline”, 18 Feb 2025, retracted", of what is known of a source.
std::string source_words(const view::Source& source, const DatePrinter& dates, const Template& style);

/// "1, 3 and 5" in the template's words.
std::string joined(const std::vector<std::string>& parts, const Template& style);

/// "1, 3, 5".
std::string listed(const std::vector<std::string>& parts, const Template& style);

/// "18 of 42 events · 2 of 3": those parts that there are.
std::string dotted(const std::vector<std::string>& parts, const Template& style);

/// A YYYY-MM-DD as a reader expects it ("18 Feb 2025"); what is no date stays as it is.
std::string printed_day(const std::string& iso, const DatePrinter& dates);

} // namespace demarche::compose
