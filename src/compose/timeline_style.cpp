#include "compose/timeline_style.hpp"

namespace demarche::compose {

timeline::Style layout_style(const Template& style) {
    timeline::Style result;
    result.left = style.margin;
    result.right = style.width - style.margin;
    result.date = style.date;
    result.lane_head = style.lane_head;
    result.label = style.label;
    result.detail = style.detail;
    result.source_number = style.source_number;
    result.badge = style.badge;
    result.tick = style.note;
    result.line_spacing = style.line_spacing;
    result.mark_radius = style.mark_radius;
    result.lane_distance = style.lane_distance;
    return result;
}

} // namespace demarche::compose
