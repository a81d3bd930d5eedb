#pragma once
/// Where things stand across the page: dates, brackets, lanes, labels.

#include "text/measurer.hpp"
#include "timeline/input.hpp"
#include "timeline/label.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::timeline {

/// A line of the head of a lane; `text.at` is the middle of its baseline.
struct PlacedHead {
    std::size_t lane = 0;
    PlacedText text;
};

struct Columns {
    double tick_left = 0;       ///< of the labels of the scale; only where there is one
    double tick_width = 0;      ///< of the widest of them; 0: none
    bool dates_above = false;   ///< a narrow page: no gutter, dates stand above the titles
    double date_right = 0;      ///< dates in the gutter are set flush right to this
    double date_width = 0;      ///< dates wider than this are broken
    std::vector<double> tracks; ///< middles of the tracks for brackets and durations, from the lanes outwards
    std::vector<double> lanes;  ///< middles
    double lane_distance = 0;   ///< from one to the next
    double lanes_left = 0;      ///< of what belongs to the lanes, marks included
    double lanes_right = 0;
    double label_left = 0;
    double label_width = 0;
    std::vector<PlacedHead> heads; ///< one a line; y from the top of the heads
    double heads_height = 0;       ///< to where the lanes begin
    std::vector<double> lane_rise; ///< by lane: how far above that its line begins, below a head on a higher step
};

/// Measures every date and head: the gutter is as wide as the widest date (up to a part of the page), lanes
/// stand at the wished distance where heads and page allow it. Heads too wide for that are broken into lines
/// of words, else set on two or three steps, else broken within words: no two overlap, no lane strikes one.
/// Columns of the last drawing (Input::memory) stay where all fits into them and little room is lost.
/// `tracks`: how many brackets stand side by side; `tick_width`: of the scale's labels, 0 without a scale.
Columns make_columns(
    const Input& input, const Style& style, const text::Measurer& measurer, std::size_t tracks, double tick_width);

/// How many lanes a page has room for, labels and dates beside them: at least 2, and never more than a reader tells
/// apart.
std::size_t lanes_that_fit(const Input& input, const Style& style, const text::Measurer& measurer);

} // namespace demarche::timeline
