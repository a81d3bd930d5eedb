#pragma once
/// The timeline across the page, with its frame.

#include "compose/charts.hpp"
#include "timeline/input.hpp"
#include "view/timeline_view.hpp"

namespace demarche::compose {

/// Fills pages and data of the scene. One page with all strips below each other, at least as high as the template's
/// `height`; with Paging::pages a page for each strip, with title, legend and sources: slides are seen one at a time.
void compose_across(const view::TimelineView& view,
                    const timeline::Style& sizes,
                    const Template& style,
                    const text::Measurer& measurer,
                    Paging paging,
                    const scene::KeptChart* previous,
                    scene::Scene& scene);

} // namespace demarche::compose
