#pragma once
/// The placed timeline: every mark, bracket and line of text with its position, for one endless page.

#include "base/geometry.hpp"
#include "timeline/columns.hpp"
#include "timeline/fold.hpp"
#include "timeline/label.hpp"
#include "timeline/spans.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::timeline {

/// y counts from where the lanes begin; x is that of the page.
struct PlacedRow {
    double top = 0; ///< all that belongs to the row lies between top and bottom, a leader included
    double bottom = 0;
    double mark = 0; ///< middle of its marks
    Label label;
    Point label_at;                    ///< of the label's left edge and first baseline
    std::vector<PlacedText> date;      ///< `at` is the right end
    std::vector<PlacedText> full_date; ///< instead of `date` where the row begins a page
    std::optional<Box> band;           ///< of a key event
    double page_start = 0;             ///< more room above the row where it begins a page and so prints its full date
    bool leader = false;               ///< the label does not stand beside its marks: a line leads there
};

struct PlacedFold {
    Gap gap;
    double top = 0; ///< the lanes end at top and go on at bottom
    double bottom = 0;
    double words_middle = 0; ///< of its words, one line in the column of labels
    SparseNeighbours sparse;
};

struct PlacedSpan {
    Span span;
    double x = 0; ///< middle
    double top = 0;
    double bottom = 0;
};

/// A line of the scale.
struct Tick {
    double y = 0;
    PlacedText words; ///< `at` is the left end
};

struct Layout {
    Mode mode = Mode::rows; ///< never automatic
    Columns columns;
    std::vector<PlacedRow> rows;
    std::vector<PlacedFold> folds;
    std::vector<PlacedSpan> spans;
    std::vector<Tick> ticks;       ///< `time` only
    std::vector<double> midnights; ///< `days` only
    double height = 0;             ///< where the lanes end
    double points_per_day = 0;     ///< `time` only
    double fold_days = 0;          ///< of rows and days: from so many empty days on a gap is folded
};

/// Lays out a timeline. Texts do not overlap each other, marks or lines, whatever their length or script;
/// marks are in the order of the rows. REQUIRES: undated rows come last.
Layout lay_out(const Input& input, const Style& style, const text::Measurer& measurer);

/// The `row_spread` that makes a layout `spare` points higher, or as much of it as looks well; 0 where marks are to
/// scale.
double spread_to_fill(const Layout& layout, const Style& style, double spare);

} // namespace demarche::timeline
