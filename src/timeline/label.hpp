#pragma once
/// The words of a row, broken into lines: title, the numbers that follow it, detail.

#include "base/geometry.hpp"
#include "text/measurer.hpp"
#include "timeline/input.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::timeline {

/// A line of text; `at` is the left end of its baseline unless said otherwise.
struct PlacedText {
    std::string text;
    Point at;
    double width = 0;
};

/// A word in a box of its own.
struct PlacedBadge {
    PlacedText words;
    Box box;
};

/// Coordinates relative to the label's left edge and the first baseline of its title.
struct Label {
    std::vector<PlacedText> title;
    std::optional<PlacedBadge> badge; ///< behind the title, ahead of the numbers
    std::vector<PlacedText> numbers;  ///< one each, so that each can be a link
    std::vector<PlacedText> detail;
    double top = 0;           ///< of the highest text, negative
    double bottom = 0;        ///< of the lowest text
    double last_baseline = 0; ///< of title or detail
};

/// Breaks a row's words to `width`. The numbers follow the last word of the title; where they do not fit,
/// the title is broken narrower so that a word goes down with them, else they stand on a line of their own.
Label make_label(const RowInput& row, const Style& style, const text::Measurer& measurer, double width);

} // namespace demarche::timeline
