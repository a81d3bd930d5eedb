#pragma once
/// What a timeline says of its layout in data-*, and what the next drawing takes from that (docs/svg.md).

#include "compose/template.hpp"
#include "scene/kept.hpp"
#include "scene/scene.hpp"
#include "timeline/input.hpp"
#include "timeline/landscape.hpp"
#include "timeline/layout.hpp"
#include "view/timeline_view.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demarche::compose {

/// Keys and values, as Scene::data has them.
using LayoutData = std::vector<std::pair<std::string, std::string>>;

/// Order of events and lanes of the last drawing.
view::TimelineMemory remembered_order(const scene::KeptChart& chart);

/// The size of the labels' type in the last drawing, of a page as wide as this.
std::optional<double> remembered_type(const scene::KeptChart& chart, const Template& style);

/// Puts what the last drawing of this direction decided into the input: always the scale, lengths where page and type
/// are the same. Values that mean nothing are passed over.
void remember(const scene::KeptChart& chart,
              const view::TimelineView& view,
              const Template& style,
              timeline::Input& input);

/// What a drawing decided: of the chart as a whole...
LayoutData layout_data(const timeline::Layout& layout,
                       const view::TimelineView& view,
                       const Template& style,
                       const timeline::Style& sizes);
LayoutData layout_data(const timeline::Landscape& across, const view::TimelineView& view, const Template& style);

/// ... and, across the page, of one event's label.
LayoutData label_data(const timeline::Strip& strip, const timeline::PlacedFlag& flag);

} // namespace demarche::compose
