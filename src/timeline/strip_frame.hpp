#pragma once
/// Heads and lanes of a timeline across the page, and the room that they leave to its axis.

#include "text/measurer.hpp"
#include "timeline/axis.hpp"
#include "timeline/input.hpp"
#include "timeline/landscape.hpp"

#include <vector>

namespace demarche::timeline {

/// How far the largest mark, a burst, reaches, and a little white: in radii.
constexpr double kMarkReach = 1.75;
/// Words of folds are broken to this, in ems of the ticks' type.
constexpr double kFoldWords = 6;

/// What all strips of a chart have alike.
struct StripFrame {
    std::vector<StripHead> heads; ///< y from the first lane
    std::vector<double> lanes;    ///< y from the first lane
    double head_above = 0;        ///< of the first lane's head above it, and of the last one's below
    double head_below = 0;
    double lanes_left = 0;
    AxisRoom axis; ///< right end open: the page's
};

/// Heads wider than a part of the page are broken into lines; lanes keep as far apart as heads need.
StripFrame make_strip_frame(const Input& input, const Style& style, const text::Measurer& measurer);

} // namespace demarche::timeline
