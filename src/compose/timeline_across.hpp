#pragma once
/// The timeline across the page, with its frame.

#include "compose/charts.hpp"
#include "timeline/input.hpp"
#include "view/timeline_view.hpp"

#include <vector>

namespace demarche::compose {

/// One page with all strips below each other, at least as high as the template's `height`; with Paging::pages a page
/// for each strip, with title, legend and sources: slides are seen one at a time.
std::vector<scene::Page> compose_across(const view::TimelineView& view,
                                        const timeline::Style& sizes,
                                        const Template& style,
                                        const text::Measurer& measurer,
                                        Paging paging);

} // namespace demarche::compose
