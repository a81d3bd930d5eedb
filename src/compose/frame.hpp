#pragma once
/// What every chart has around its picture: title block above; legend and source line below.

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

/// Title and subtitle, wrapped to the page; its top at `top`.
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
/// wrapped; each source's words link to its URL.
Block source_block(const view::Sources& sources,
                   const std::vector<std::string>& notes,
                   const std::string& as_of,
                   const std::string& locale,
                   const Template& style,
                   const text::Measurer& measurer,
                   double top);

/// Lines of text as items: first baseline at `at`, line distance from the style; `link` on each line.
std::vector<scene::Item> text_lines(const std::vector<text::Line>& lines,
                                    const Font& font,
                                    Colour colour,
                                    Point at,
                                    scene::Anchor anchor,
                                    const Template& style,
                                    const text::Measurer& measurer);

/// "1 3 4", the superscript source numbers after a text, each linked to its article's URL.
std::vector<scene::Item> source_numbers(const std::vector<int>& numbers,
                                        const view::Sources& sources,
                                        Point at,
                                        const Template& style,
                                        const text::Measurer& measurer);

} // namespace demarche::compose
