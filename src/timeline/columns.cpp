#include "timeline/columns.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// Parts of the text's width: the most that dates may take, the least that labels keep.
constexpr double kDateShare = 0.24;
constexpr double kLabelShare = 0.44;
/// Ems of the label's type.
constexpr double kTrackPitch = 0.55;
constexpr double kDateGap = 0.6;
constexpr double kLaneGap = 0.6;   ///< between gutter and the outermost marks
constexpr double kLabelGap = 2.6;  ///< between the outermost marks and the labels, where there is room
constexpr double kLabelGapMin = 1; ///< and where there is not
constexpr double kHeadGap = 0.45;  ///< between two heads, in ems of their type
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

/// The least distance of lanes at which neighbouring heads, broken to `width`, keep apart.
double distance_for_heads(const Input& input, const Style& style, const text::Measurer& measurer, double width) {
    double distance = 0;
    double before = 0;
    for (std::size_t i = 0; i < input.heads.size(); ++i) {
        const double head = widest_line(measurer.wrap(input.heads[i], style.lane_head, width));
        if (i > 0 && before > 0 && head > 0) {
            distance = std::max(distance, (before + head) / 2 + kHeadGap * style.lane_head.size);
        }
        before = head;
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
};

/// The wished distance where whole heads fit, else what they need up to `most`, else heads of several lines.
LaneRoom lane_room(const Input& input, const Style& style, const text::Measurer& measurer, double most) {
    const double whole = style.right - style.left;
    const double least = 2 * style.mark_radius + 3;
    const double wished = std::max(least, std::min(style.lane_distance, most));
    for (const double head_width : {whole, std::min(whole, widest_word(input, style, measurer) + 0.01)}) {
        const double needed = distance_for_heads(input, style, measurer, head_width);
        if (needed <= std::max(wished, most)) {
            return {std::max(wished, needed), head_width};
        }
    }
    const double distance = std::max(wished, most);
    return {distance, distance - kHeadGap * style.lane_head.size};
}

/// Heads end on one baseline, just above their lanes; the outermost ones stay on the page.
void set_heads(const Input& input, const Style& style, const text::Measurer& measurer, double width, Columns& columns) {
    const text::FontMetrics metrics = measurer.metrics(style.lane_head);
    const double pitch = style.lane_head.size * style.line_spacing;
    std::vector<std::vector<text::Line>> heads;
    std::size_t most = 0;
    for (const std::string& head : input.heads) {
        heads.push_back(head.empty() ? std::vector<text::Line>{} : measurer.wrap(head, style.lane_head, width));
        most = std::max(most, heads.back().size());
    }
    if (most == 0) {
        return;
    }
    const double last = metrics.ascent + static_cast<double>(most - 1) * pitch;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        for (std::size_t k = 0; k < heads[i].size(); ++k) {
            const text::Line& line = heads[i][k];
            const double x = std::clamp(columns.lanes[i], style.left + line.width / 2,
                                        std::max(style.left, style.right - line.width) + line.width / 2);
            const double y = last - static_cast<double>(heads[i].size() - 1 - k) * pitch;
            columns.heads.push_back({i, {line.text, {x, y}, line.width}});
        }
    }
    columns.heads_height = last + kHeadDrop * style.lane_head.size;
}

} // namespace

Columns make_columns(
    const Input& input, const Style& style, const text::Measurer& measurer, std::size_t tracks, double tick_width) {
    const double em = style.label.size;
    const double content = style.right - style.left;
    Columns columns;
    columns.tick_left = style.left;
    columns.date_width = widest_date(input, style, measurer, kDateShare * content);
    columns.date_right = style.left + tick_width + (tick_width > 0 ? kDateGap * em : 0) + columns.date_width;

    const double first_track = columns.date_right + kDateGap * em;
    const double tracks_right =
        tracks == 0 ? columns.date_right : first_track + static_cast<double>(tracks - 1) * kTrackPitch * em;
    for (std::size_t i = 0; i < tracks; ++i) {
        columns.tracks.push_back(tracks_right - static_cast<double>(i) * kTrackPitch * em);
    }
    const double first_lane = tracks_right + 2 * kLaneGap * em + style.mark_radius;
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
    set_heads(input, style, measurer, lanes.head_width, columns);
    return columns;
}

} // namespace demarche::timeline
