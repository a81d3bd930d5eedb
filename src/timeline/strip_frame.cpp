#include "timeline/strip_frame.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kHeadGap = 0.6;
constexpr double kUndated = 2.2;
constexpr double kMarkDistance = 0.6; ///< white between two marks
/// White beside the words of a fold, in ems of their type.
constexpr double kFoldGap = 0.6;
/// Part of the page that heads of lanes take at most.
constexpr double kHeadShare = 0.16;

} // namespace

StripFrame make_strip_frame(const Input& input, const Style& style, const text::Measurer& measurer) {
    StripFrame frame;
    const double em = style.label.size;
    const Font& font = style.lane_head;
    const text::FontMetrics metrics = measurer.metrics(font);
    const double pitch = font.size * style.line_spacing;
    const double most = kHeadShare * (style.right - style.left);
    double widest = 0;
    double below = 0;
    for (std::size_t lane = 0; lane < std::max<std::size_t>(input.heads.size(), 1); ++lane) {
        const std::string head = lane < input.heads.size() ? input.heads[lane] : "";
        const auto lines = measurer.wrap(head, font, most);
        // The capitals of a head, or of the middle of its lines, stand in the middle of the lane.
        const double drop = static_cast<double>(lines.size() - 1) * pitch / 2;
        const double above = metrics.ascent - metrics.cap_height / 2 + drop;
        const double under = metrics.descent + metrics.cap_height / 2 + drop;
        const double last = frame.lanes.empty() ? 0 : frame.lanes.back();
        frame.lanes.push_back(frame.lanes.empty() ? 0 : last + std::max(style.lane_distance, below + above));
        frame.head_above = lane == 0 && !head.empty() ? above : frame.head_above;
        below = under;
        double y = frame.lanes.back() + metrics.cap_height / 2 - drop;
        for (const text::Line& line : lines) {
            if (!line.text.empty()) {
                frame.heads.push_back({lane, {line.text, {0, y}, line.width}});
                widest = std::max(widest, line.width);
            }
            y += pitch;
        }
    }
    frame.head_below = widest > 0 ? below : 0;
    for (StripHead& head : frame.heads) {
        head.text.at.x = style.left + widest;
    }
    frame.lanes_left = style.left + widest + (widest > 0 ? kHeadGap * em : 0);
    frame.axis.pitch = 2 * style.mark_radius + kMarkDistance * em;
    frame.axis.left = frame.lanes_left + std::max(frame.axis.pitch / 2, kMarkReach * style.mark_radius);
    frame.axis.right = style.right - kMarkReach * style.mark_radius;
    frame.axis.fold = (kFoldWords + kFoldGap) * style.tick.size;
    frame.axis.undated = kUndated * em;
    return frame;
}

} // namespace demarche::timeline
