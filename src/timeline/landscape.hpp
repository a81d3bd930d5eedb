#pragma once
/// The placed timeline along a horizontal axis: lanes as thin bands, labels above and below them in rows. A story too
/// long for one page goes on in further strips.

#include "base/geometry.hpp"
#include "timeline/fold.hpp"
#include "timeline/input.hpp"
#include "timeline/label.hpp"
#include "timeline/scale.hpp"
#include "timeline/spans.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace demarche::timeline {

/// The words of a fold of these days, both included.
using FoldWords = std::function<std::string(Day first, Day last)>;

struct LandscapeOptions {
    double room = 0;           ///< how high a strip may be; 0: as it comes
    bool details = true;       ///< else the `brief` details in any case; details that do not fit the room fall away
    FoldWords fold_words;      ///< none: folds say nothing
    std::size_t most_rows = 8; ///< of labels on either side: a reader does not follow longer leaders
};

/// One event. x is that of the page, y counts from the top of the strip.
struct PlacedFlag {
    std::size_t row = 0;          ///< of the input
    double mark = 0;              ///< x of its marks
    bool above = true;            ///< side of its label
    std::size_t level = 0;        ///< row of its label, 0 next to the lanes
    std::vector<PlacedText> date; ///< `at` relative to label_at, as that of the label's lines
    Label label;
    Point label_at;          ///< left edge, first baseline of the title
    Box words;               ///< all of its words
    double leader_from = 0;  ///< y at the marks
    double leader_to = 0;    ///< y at the words
    std::optional<Box> band; ///< behind the words of a key event
};

/// An empty stretch: the lanes end at `left` and go on at `right`.
struct PlacedBreak {
    Gap gap;
    double left = 0;
    double right = 0;
    std::vector<PlacedText> words; ///< `at` is the middle of the baseline
};

/// A bracket or a bar along the axis.
struct PlacedStretch {
    Span span; ///< its rows count from the strip's first
    double y = 0;
    double left = 0;
    double right = 0;
};

/// A line of the scale; the words stand beside it where leaders leave them room, else there are none.
struct AxisTick {
    double x = 0;
    std::optional<PlacedText> words; ///< `at` is the left end
};

struct StripHead {
    std::size_t lane = 0;
    PlacedText text; ///< `at` is the right end of the baseline
};

/// A piece of the axis as wide as the page, and all that belongs to it.
struct Strip {
    std::size_t begin = 0; ///< rows [begin, end) of the input
    std::size_t end = 0;
    std::vector<PlacedFlag> flags;
    std::vector<PlacedBreak> breaks;
    std::vector<PlacedStretch> stretches;
    std::vector<AxisTick> ticks;   ///< `time` only; set once the strips are chosen
    std::vector<double> midnights; ///< x; `days` only
    std::vector<StripHead> heads;
    std::vector<double> lanes; ///< y
    double lanes_left = 0;
    double lanes_right = 0;
    double height = 0;
    std::optional<TimeScale> scale; ///< `time` only
    double zero = 0;                ///< x of the scale's beginning
    double label_ems = 0;           ///< how wide its labels may be, in ems of their type
    double last_label = 1;          ///< how much of its last label the axis leaves room for beyond the last mark
    std::size_t number = 0;         ///< of the chart's strips, from 0
    double words_baseline = 0;      ///< y of the words of ticks, and of the last line of folds'
};

struct Landscape {
    Mode mode = Mode::rows;    ///< never automatic
    bool details = true;       ///< labels have all their details
    std::vector<Strip> strips; ///< at least one; each within the room where a single event is
};

/// How many lanes leave room for labels.
std::size_t lanes_that_fit_across(const Style& style, double room);

/// Lays a timeline out across the page. Texts do not overlap each other, marks or lines; leaders cross no label and no
/// other leader; marks are in the order of the rows. The width of labels is the one of a few that gives the lowest
/// chart. Of a chart to scale all strips have one scale. With a memory strips end where they did, and labels keep their
/// side and row, where all still fits, in no more strips and in hardly more height than without. REQUIRES: undated rows
/// come last.
Landscape
lay_out_across(const Input& input, const Style& style, const text::Measurer& measurer, const LandscapeOptions& options);

} // namespace demarche::timeline
