#pragma once
/// The legend of a timeline: the encodings that this chart uses, and no others; and its notes.

#include "compose/frame.hpp"
#include "timeline/input.hpp"
#include "timeline/spans.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// `spans`: those that are drawn.
std::vector<LegendEntry> timeline_legend(const view::TimelineView& view,
                                         const std::vector<timeline::Span>& spans,
                                         const Template& style,
                                         const text::Measurer& measurer);

/// Sentences for the source line: what is not to scale, what order is unknown, what nobody has reviewed.
std::vector<std::string> timeline_notes(const view::TimelineView& view, timeline::Mode mode, const Template& style);

} // namespace demarche::compose
