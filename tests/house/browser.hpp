#pragma once
/// What Chromium draws of an SVG, measured in the page by inspect.js: figures that owe nothing to ours.

#include <string>
#include <utility>
#include <vector>

namespace demarche::house {

/// One chart as drawn. Each fault is one line of text: what, and where.
struct Picture {
    std::string name;
    std::string error; ///< not empty: it could not be drawn, and nothing else is set
    double width = 0;  ///< CSS pixels
    double height = 0;
    std::vector<std::string> texts;    ///< every piece of text that is drawn, in document order
    std::vector<std::string> overlaps; ///< pairs of texts whose cells overlap
    std::vector<std::string> cut;      ///< texts that reach over the page or a clip
    std::vector<std::string> struck;   ///< texts whose ink an edge of any shape runs through
    std::vector<std::string> brushed;  ///< texts whose cell (ascent to descent) an edge runs through
    std::vector<std::string> covered;  ///< texts with something painted over them
    double smallest_px = 0;
    std::string smallest_text;
};

bool has_browser();

/// Draws each (name, SVG text) in one run of Chromium. REQUIRES: has_browser().
std::vector<Picture> draw_in_browser(const std::vector<std::pair<std::string, std::string>>& charts);

} // namespace demarche::house
