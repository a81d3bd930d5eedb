#pragma once
/// The words of an event on a timeline across the page, broken into lines.

#include "text/measurer.hpp"
#include "timeline/input.hpp"
#include "timeline/label.hpp"

#include <vector>

namespace demarche::timeline {

/// The words of an event as they stand over its mark: date, title, detail.
struct FlagWords {
    std::vector<PlacedText> date; ///< relative to the first baseline of the title
    Label label;
    double width = 0;
    double top = 0; ///< of the date, negative
    double bottom = 0;
};

enum class FlagDetail { all, brief };

/// Words to set: with the whole date where nothing before says the year.
struct FlagText {
    FlagDetail detail = FlagDetail::all;
    bool full_date = false;
};

/// Breaks date, title and detail to `width`.
FlagWords make_flag_words(
    const RowInput& row, const Style& style, const text::Measurer& measurer, double width, const FlagText& text);

} // namespace demarche::timeline
