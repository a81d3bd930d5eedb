#pragma once
/// The timeline's view of the model: rows and lanes, with no positions yet.

#include "view/selection.hpp"

namespace demarche::view {

struct TimelineView {
    std::string title;
};

TimelineView make_timeline_view(const Model& model, const ChartSpec& chart);

} // namespace demarche::view
