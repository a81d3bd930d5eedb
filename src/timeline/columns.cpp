#include "timeline/columns.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::timeline {

namespace {

/// Parts of the text's width: the most that dates may take, the least that labels keep.
constexpr double kDateShare = 0.19;
constexpr double kLabelShare = 0.44;
constexpr double kHeadShare = 0.4;        ///< the most that one head may take
constexpr double kLabelEms = 12;          ///< and at least this wide on a narrow page, in ems
constexpr double kLabelShareLeast = 0.36; ///< beside eight lanes and more
/// Ems of the label's type.
constexpr double kTickEms = 3;     ///< about what the words of a scale take
constexpr std::size_t kTracks = 2; ///< of brackets, as many as most charts have
constexpr std::size_t kMostLanes = 12;
constexpr double kTrackPitch = 0.55;
constexpr double kNarrow = 34; ///< a page of fewer ems has no room for a gutter of dates
constexpr double kDateGap = 0.6;
constexpr double kLaneGap = 0.6;   ///< between gutter and the outermost marks
constexpr double kLabelGap = 2.6;  ///< between the outermost marks and the labels, where there is room
constexpr double kLabelGapMin = 1; ///< and where there is not
constexpr double kNarrowGap = 1.3; ///< a narrow page gives its spare width to the labels
constexpr double kLeaderGap = 2.2; ///< but leaders to labels need this
constexpr double kHeadGap = 0.7;   ///< between two heads, in ems of their type
constexpr double kHeadDrop = 0.95; ///< from the heads' last baseline to the lanes, in ems of their type

/// What keeping the columns of the last drawing may cost, in ems; and in tracks, and of the distance of lanes.
constexpr double kSpareTicks = 2;
constexpr double kSpareLane = 1.5;
constexpr double kSpareLabel = 6; ///< from the lanes to the labels
constexpr std::size_t kSpareTracks = 2;
constexpr double kNearDistance = 0.75;
constexpr double kRounding = 1e-6; ///< points

/// Lanes closer than this could not keep their marks apart.
double least_distance(const Style& style) {
    return 2 * style.mark_radius + 3;
}

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
    std::size_t steps = 1; ///< and set on so many steps, the first lane's the highest
};

/// The wished distance where whole heads fit, else what they need up to `most`, else other ways to set them.
LaneRoom lane_room(const Input& input, const Style& style, const text::Measurer& measurer, double most) {
    const double whole = kHeadShare * (style.right - style.left);
    const double words = std::min(whole, widest_word(input, style, measurer) + 0.01);
    const double least = least_distance(style);
    const double wished = std::max(least, std::min(style.lane_distance, most));
    for (const LaneRoom& way : {LaneRoom{0, whole, 1}, LaneRoom{0, words, 1}, LaneRoom{0, whole, 2},
                                LaneRoom{0, words, 2}, LaneRoom{0, whole, 3}, LaneRoom{0, words, 3}}) {
        const double needed = distance_for_heads(input, style, measurer, way.head_width, way.steps);
        if (needed <= std::max(wished, most)) {
            return {std::max(wished, needed), way.head_width, way.steps};
        }
    }
    constexpr std::size_t kSteps = 3;
    const double distance = std::max(wished, most);
    return {distance, kSteps * distance - kHeadGap * style.lane_head.size, kSteps};
}

/// What the last drawing had, and how much there is now.
struct LaneMemory {
    double distance = 0;
    double most = 0;
};

/// With the distance of the last drawing, where heads set in the same way keep apart at it.
LaneRoom kept_room(
    const Input& input, const Style& style, const text::Measurer& measurer, LaneRoom room, const LaneMemory& before) {
    const bool usual = before.distance >= kNearDistance * room.distance &&
                       before.distance <= std::max(room.distance, before.most) &&
                       before.distance >= least_distance(style);
    if (usual && distance_for_heads(input, style, measurer, room.head_width, room.steps) <= before.distance) {
        room.distance = before.distance;
    }
    return room;
}

/// How far a lane may begin above the others: to below its own head, if it strikes no head on a lower step.
/// `bottoms`: the last baseline of each step.
void raise_lanes(const Style& style, const std::vector<double>& bottoms, Columns& columns) {
    const std::size_t steps = bottoms.size();
    for (std::size_t lane = 0; lane < columns.lanes.size(); ++lane) {
        const double own = bottoms[lane % steps];
        bool clear = true;
        for (const PlacedHead& head : columns.heads) {
            const double away = std::abs(head.text.at.x - columns.lanes[lane]) - head.text.width / 2;
            clear = clear && (bottoms[head.lane % steps] <= own || away > 0.2 * style.lane_head.size);
        }
        columns.lane_rise[lane] = clear ? bottoms.back() - own : 0;
    }
}

/// Heads end on one baseline, just above their lanes, or each on that of its step; the outermost ones stay on
/// the page.
void set_heads(
    const Input& input, const Style& style, const text::Measurer& measurer, const LaneRoom& room, Columns& columns) {
    const double pitch = style.lane_head.size * style.line_spacing;
    std::vector<std::vector<text::Line>> heads;
    std::vector<std::size_t> lines(room.steps, 0); // of the highest head of each step
    for (std::size_t i = 0; i < input.heads.size(); ++i) {
        const std::string& head = input.heads[i];
        heads.push_back(head.empty() ? std::vector<text::Line>{}
                                     : measurer.wrap(head, style.lane_head, room.head_width));
        lines[i % room.steps] = std::max(lines[i % room.steps], heads.back().size());
    }
    columns.lane_rise.assign(columns.lanes.size(), 0);
    if (std::all_of(lines.begin(), lines.end(), [](std::size_t count) { return count == 0; })) {
        return;
    }
    std::vector<double> bottoms;
    double y = measurer.metrics(style.lane_head).ascent - pitch;
    for (const std::size_t count : lines) {
        y += static_cast<double>(count) * pitch;
        bottoms.push_back(y);
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        for (std::size_t k = 0; k < heads[i].size(); ++k) {
            const text::Line& line = heads[i][k];
            const double x = std::clamp(columns.lanes[i], style.left + line.width / 2,
                                        std::max(style.left, style.right - line.width) + line.width / 2);
            const double above = static_cast<double>(heads[i].size() - 1 - k) * pitch;
            columns.heads.push_back({i, {line.text, {x, bottoms[i % room.steps] - above}, line.width}});
        }
    }
    columns.heads_height = y + kHeadDrop * style.lane_head.size;
    raise_lanes(style, bottoms, columns);
}

/// What stands left of the lanes, and the room that is left to them.
struct Gutter {
    bool dates_above = false;
    double date_width = 0;
    double date_right = 0;
    double tracks_right = 0;
    double first_lane = 0;
    double label_gap = 0;
    double share = 0; ///< of the text's width, kept for labels
    double room = 0;  ///< from the first lane to the last
};

struct GutterNeeds {
    std::size_t lanes = 1;
    std::size_t tracks = 0;
    double tick_width = 0;
    double date_width = 0; ///< of the last drawing
};

/// What was `before` where that lies between what is needed now and the most that is worth it; else what is needed.
template <class Number>
Number kept_between(Number before, Number needed, Number most) {
    return before >= needed && before <= most ? before : needed;
}

Gutter place_gutter(const Input& input, const Style& style, const text::Measurer& measurer, const GutterNeeds& needs) {
    const double em = style.label.size;
    const double content = style.right - style.left;
    Gutter gutter;
    gutter.dates_above = content < kNarrow * em;
    if (!gutter.dates_above) {
        const double most = kDateShare * content;
        gutter.date_width = kept_between(needs.date_width, widest_date(input, style, measurer, most), most);
    }
    gutter.date_right = style.left + needs.tick_width + (needs.tick_width > 0 ? kDateGap * em : 0) + gutter.date_width;
    const double first_track = gutter.date_right + (gutter.dates_above ? 0.2 : kDateGap) * em;
    gutter.tracks_right =
        needs.tracks == 0 ? gutter.date_right : first_track + static_cast<double>(needs.tracks - 1) * kTrackPitch * em;
    const double lane_gap = gutter.dates_above && needs.tracks == 0 ? 0 : 2 * kLaneGap * em;
    gutter.first_lane = gutter.tracks_right + lane_gap + style.mark_radius;
    const auto steps = static_cast<double>(needs.lanes - 1);
    gutter.share = std::max(std::clamp(kLabelShare - 0.02 * (steps - 4), kLabelShareLeast, kLabelShare),
                            std::min(kLabelEms * em / content, 0.6));
    gutter.label_gap = (needs.tick_width > 0 ? kLeaderGap : kLabelGapMin) * em;
    gutter.room =
        content * (1 - gutter.share) - (gutter.first_lane - style.left) - style.mark_radius - gutter.label_gap;
    return gutter;
}

/// Those of a chart that had a scale mean nothing to one without.
ColumnsMemory columns_before(const Input& input, bool to_scale) {
    const auto& before = input.memory.columns;
    return before && (before->tick_width > 0) == to_scale ? *before : ColumnsMemory{};
}

} // namespace

std::size_t lanes_that_fit(const Input& input, const Style& style, const text::Measurer& measurer) {
    // Nobody knows yet whether the chart will be to scale; on a narrow page only where it is asked for.
    const bool narrow = style.right - style.left < kNarrow * style.label.size;
    const double ticks = narrow && input.mode != Mode::time ? 0 : kTickEms * style.label.size;
    std::size_t lanes = kMostLanes;
    while (lanes > 2 && static_cast<double>(lanes - 1) * least_distance(style) >
                            place_gutter(input, style, measurer, {lanes, kTracks, ticks}).room) {
        --lanes;
    }
    return lanes;
}

Columns make_columns(
    const Input& input, const Style& style, const text::Measurer& measurer, std::size_t tracks, double tick_width) {
    const double em = style.label.size;
    const double content = style.right - style.left;
    const std::size_t count = std::max<std::size_t>(input.heads.size(), 1);
    const ColumnsMemory before = columns_before(input, tick_width > 0);
    tracks = kept_between(before.tracks, tracks, tracks + kSpareTracks);
    tick_width = kept_between(before.tick_width, tick_width, tick_width + kSpareTicks * em);
    const Gutter gutter = place_gutter(input, style, measurer, {count, tracks, tick_width, before.date_width});
    Columns columns;
    columns.tick_left = style.left;
    columns.tick_width = tick_width;
    columns.dates_above = gutter.dates_above;
    columns.date_width = gutter.date_width;
    columns.date_right = gutter.date_right;
    for (std::size_t i = 0; i < tracks; ++i) {
        columns.tracks.push_back(gutter.tracks_right - static_cast<double>(i) * kTrackPitch * em);
    }
    const double share = gutter.share;
    const double label_gap = gutter.label_gap;
    const double first_lane = gutter.first_lane;
    const auto steps = static_cast<double>(count - 1);
    const double room = gutter.room;
    LaneRoom lanes = kept_room(input, style, measurer, lane_room(input, style, measurer, steps > 0 ? room / steps : 0),
                               {before.lane_distance, steps > 0 ? room / steps : 0});
    // A first head wider than the gutter moves the lanes, so that it need not leave its own.
    const double first_head =
        input.heads.empty() ? 0 : widest_line(measurer.wrap(input.heads.front(), style.lane_head, lanes.head_width));
    const double needed = std::max(first_lane, style.left + first_head / 2);
    const double lane = kept_between(before.first_lane, needed, needed + kSpareLane * em);
    // Lanes that came to the others stand between the first one and the labels, if heads and marks allow it.
    const double between = before.label_left - label_gap - style.mark_radius - lane;
    if (steps > 0 && between < steps * lanes.distance) {
        lanes = kept_room(input, style, measurer, lanes, {between / steps, lanes.distance});
    }
    columns.lane_distance = lanes.distance;
    for (std::size_t i = 0; i < count; ++i) {
        columns.lanes.push_back(lane + static_cast<double>(i) * lanes.distance);
    }
    columns.lanes_left = columns.lanes.front() - style.mark_radius;
    columns.lanes_right = columns.lanes.back() + style.mark_radius;
    // The labels keep their share first, the white between lanes and labels gives way.
    const double spare = style.right - columns.lanes_right - share * content;
    columns.label_left =
        columns.lanes_right +
        std::clamp(spare, label_gap, std::max(label_gap, (gutter.dates_above ? kNarrowGap : kLabelGap) * em));
    const double most = std::min(style.right - share * content, columns.lanes_right + kSpareLabel * em);
    const double kept = kept_between(before.label_left, columns.lanes_right + label_gap - kRounding, most);
    columns.label_left = kept == before.label_left ? kept : columns.label_left;
    columns.label_width = style.right - columns.label_left;
    set_heads(input, style, measurer, lanes, columns);
    columns.date_width = columns.dates_above ? columns.label_width : columns.date_width;
    return columns;
}

} // namespace demarche::timeline
