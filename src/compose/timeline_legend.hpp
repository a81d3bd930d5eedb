#pragma once
/// The legend of a timeline, or of one of its pages: the encodings that are used there, and no others; and its notes.

#include "compose/frame.hpp"
#include "timeline/input.hpp"
#include "timeline/spans.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// Rows [begin, end) of a chart.
struct ShownRows {
    const view::TimelineView& view;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `spans`: those that are drawn beside the rows.
std::vector<LegendEntry> timeline_legend(const ShownRows& shown,
                                         const std::vector<timeline::Span>& spans,
                                         const Template& style,
                                         const text::Measurer& measurer);

/// Sentences for the source line: what is not to scale, what order is unknown, what nobody has reviewed.
std::vector<std::string> timeline_notes(const view::TimelineView& view, timeline::Mode mode, const Template& style);

} // namespace demarche::compose
