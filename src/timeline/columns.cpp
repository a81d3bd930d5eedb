#include "timeline/columns.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::timeline {

namespace {

/// Parts of the text's width: the most that dates may take, the least that labels keep.
constexpr double kDateShare = 0.19;
constexpr double kLabelShare = 0.44;
/// Ems of the label's type.
constexpr double kTrackPitch = 0.55;
constexpr double kNarrow = 34; ///< a page of fewer ems has no room for a gutter of dates
constexpr double kDateGap = 0.6;
constexpr double kLaneGap = 0.6;   ///< between gutter and the outermost marks
constexpr double kLabelGap = 2.6;  ///< between the outermost marks and the labels, where there is room
constexpr double kLabelGapMin = 1; ///< and where there is not
constexpr double kHeadGap = 0.7;   ///< between two heads, in ems of their type
constexpr double kHeadDrop = 0.95; ///< from the heads' last baseline to the lanes, in ems of their type

double widest_date(const Input& input, const Style& style, const text::Measurer& measurer, double limit) {
    Font font = style.date;
    double widest = 0;
    for (const RowInput& row : input.rows) {
        font.italic = row.date_italic;
        for (const std::string& words : {row.date, row.full_date}) {
            const double width = words.empty() ? 0 : measurer.width(words, font);
            if (width <= limit) {
                widest = std::max(widest, width);
                continue;
            }
            for (const text::Line& line : measurer.wrap(words, font, limit)) {
                widest = std::max(widest, line.width);
            }
        }
    }
    return widest;
}

double widest_line(const std::vector<text::Line>& lines) {
    double widest = 0;
    for (const text::Line& line : lines) {
        widest = std::max(widest, line.width);
    }
    return widest;
}

/// The least distance of lanes at which heads, broken to `width` and set on `steps` steps in turn, keep apart.
double distance_for_heads(
    const Input& input, const Style& style, const text::Measurer& measurer, double width, std::size_t steps) {
    std::vector<double> widths;
    for (const std::string& head : input.heads) {
        widths.push_back(widest_line(measurer.wrap(head, style.lane_head, width)));
    }
    double distance = 0;
    for (std::size_t i = steps; i < widths.size(); ++i) {
        if (widths[i] > 0 && widths[i - steps] > 0) {
            const double needed = (widths[i] + widths[i - steps]) / 2 + kHeadGap * style.lane_head.size;
            distance = std::max(distance, needed / static_cast<double>(steps));
        }
    }
    return distance;
}

/// The widest single word of all heads: breaking lines to this breaks no word.
double widest_word(const Input& input, const Style& style, const text::Measurer& measurer) {
    double widest = 0;
    for (const std::string& head : input.heads) {
        for (std::size_t begin = 0; begin < head.size();) {
            const std::size_t end = std::min(head.find(' ', begin), head.size());
            widest = std::max(widest, measurer.width(head.substr(begin, end - begin), style.lane_head));
            begin = end + 1;
        }
    }
    return widest;
}

struct LaneRoom {
    double distance = 0;
    double head_width = 0; ///< heads are broken to this
    std::size_t steps = 1; ///< and set on so many steps
};

/// The wished distance where whole heads fit, else what they need up to `most`, else other ways to set them.
LaneRoom lane_room(const Input& input, const Style& style, const text::Measurer& measurer, double most) {
    const double whole = style.right - style.left;
    const double words = std::min(whole, widest_word(input, style, measurer) + 0.01);
    const double least = 2 * style.mark_radius + 3;
    const double wished = std::max(least, std::min(style.lane_distance, most));
    for (const LaneRoom& way :
         {LaneRoom{0, whole, 1}, LaneRoom{0, words, 1}, LaneRoom{0, whole, 2}, LaneRoom{0, whole, 3}}) {
        const double needed = distance_for_heads(input, style, measurer, way.head_width, way.steps);
        if (needed <= std::max(wished, most)) {
            return {std::max(wished, needed), way.head_width, way.steps};
        }
    }
    const double distance = std::max(wished, most);
    return {distance, distance - kHeadGap * style.lane_head.size, 1};
}

/// How far a lane may begin above the others: to below its own head, if it strikes no head on a lower step.
void raise_lanes(const Style& style, std::size_t steps, double pitch, Columns& columns) {
    columns.lane_rise.assign(columns.lanes.size(), 0);
    for (std::size_t lane = 0; lane < columns.lanes.size(); ++lane) {
        const std::size_t below = steps - 1 - lane % steps;
        bool clear = true;
        for (const PlacedHead& head : columns.heads) {
            const bool lower = steps - 1 - head.lane % steps < below;
            const double away = std::abs(head.text.at.x - columns.lanes[lane]) - head.text.width / 2;
            clear = clear && (!lower || away > 0.2 * style.lane_head.size);
        }
        columns.lane_rise[lane] = clear ? static_cast<double>(below) * pitch : 0;
    }
}

/// Heads end on one baseline, just above their lanes, or each on that of its step; the outermost ones stay on
/// the page.
void set_heads(
    const Input& input, const Style& style, const text::Measurer& measurer, const LaneRoom& room, Columns& columns) {
    const text::FontMetrics metrics = measurer.metrics(style.lane_head);
    const double pitch = style.lane_head.size * style.line_spacing;
    std::vector<std::vector<text::Line>> heads;
    std::size_t most = 0;
    for (const std::string& head : input.heads) {
        heads.push_back(head.empty() ? std::vector<text::Line>{}
                                     : measurer.wrap(head, style.lane_head, room.head_width));
        most = std::max(most, heads.back().size());
    }
    columns.lane_rise.assign(columns.lanes.size(), 0);
    if (most == 0) {
        return;
    }
    const double last = metrics.ascent + static_cast<double>(most - 1 + room.steps - 1) * pitch;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const double own = last - static_cast<double>(room.steps - 1 - i % room.steps) * pitch;
        for (std::size_t k = 0; k < heads[i].size(); ++k) {
            const text::Line& line = heads[i][k];
            const double x = std::clamp(columns.lanes[i], style.left + line.width / 2,
                                        std::max(style.left, style.right - line.width) + line.width / 2);
            const double y = own - static_cast<double>(heads[i].size() - 1 - k) * pitch;
            columns.heads.push_back({i, {line.text, {x, y}, line.width}});
        }
    }
    columns.heads_height = last + kHeadDrop * style.lane_head.size;
    raise_lanes(style, room.steps, pitch, columns);
}

} // namespace

Columns make_columns(
    const Input& input, const Style& style, const text::Measurer& measurer, std::size_t tracks, double tick_width) {
    const double em = style.label.size;
    const double content = style.right - style.left;
    Columns columns;
    columns.tick_left = style.left;
    columns.dates_above = content < kNarrow * em;
    if (!columns.dates_above) {
        columns.date_width = widest_date(input, style, measurer, kDateShare * content);
    }
    columns.date_right = style.left + tick_width + (tick_width > 0 ? kDateGap * em : 0) + columns.date_width;

    const double first_track = columns.date_right + (columns.dates_above ? 0.2 : kDateGap) * em;
    const double tracks_right =
        tracks == 0 ? columns.date_right : first_track + static_cast<double>(tracks - 1) * kTrackPitch * em;
    for (std::size_t i = 0; i < tracks; ++i) {
        columns.tracks.push_back(tracks_right - static_cast<double>(i) * kTrackPitch * em);
    }
    const double lane_gap = columns.dates_above && tracks == 0 ? 0 : 2 * kLaneGap * em;
    const double first_lane = tracks_right + lane_gap + style.mark_radius;
    const auto steps = static_cast<double>(std::max<std::size_t>(input.heads.size(), 1) - 1);
    const double room = content * (1 - kLabelShare) - (first_lane - style.left) - style.mark_radius - kLabelGapMin * em;
    const LaneRoom lanes = lane_room(input, style, measurer, steps > 0 ? room / steps : 0);
    // A first head wider than the gutter moves the lanes, so that it need not leave its own.
    const double first_head =
        input.heads.empty() ? 0 : widest_line(measurer.wrap(input.heads.front(), style.lane_head, lanes.head_width));
    const double lane = std::max(first_lane, style.left + first_head / 2);
    for (std::size_t i = 0; i < std::max<std::size_t>(input.heads.size(), 1); ++i) {
        columns.lanes.push_back(lane + static_cast<double>(i) * lanes.distance);
    }
    columns.lanes_left = columns.lanes.front() - style.mark_radius;
    columns.lanes_right = columns.lanes.back() + style.mark_radius;
    // The labels keep their share first, the white between lanes and labels gives way.
    const double spare = style.right - columns.lanes_right - kLabelShare * content;
    columns.label_left = columns.lanes_right + std::clamp(spare, kLabelGapMin * em, kLabelGap * em);
    columns.label_width = style.right - columns.label_left;
    set_heads(input, style, measurer, lanes, columns);
    columns.date_width = columns.dates_above ? columns.label_width : columns.date_width;
    return columns;
}

} // namespace demarche::timeline
