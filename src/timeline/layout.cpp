#include "timeline/layout.hpp"

#include "timeline/row_box.hpp"
#include "timeline/ticks.hpp"
#include "timeline/to_scale.hpp"

#include <algorithm>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kEmptyDay = 0.45; ///< a day without events
constexpr double kMostSpread = 3;  ///< rows farther apart would no longer look like one chart
/// Of the white between two rows stands above a fold between them; all of it stands below.
constexpr double kBeforeFold = 0.75;
constexpr double kSpanReach = 0.8; ///< of a bracket beyond the middle of the marks it covers

bool dated(const RowInput& row) {
    return row.first || row.last;
}

std::vector<RowBox>
row_boxes(const Input& input, const Style& style, const text::Measurer& measurer, const Columns& columns) {
    std::vector<RowBox> boxes;
    boxes.reserve(input.rows.size());
    for (const RowInput& row : input.rows) {
        boxes.push_back(make_row_box(row, style, measurer, columns));
    }
    return boxes;
}

/// The heights that the choice of a scale rests on: half of the white to its neighbours is a row's own.
std::vector<RowHeight> row_heights(const std::vector<RowBox>& boxes, const Style& style) {
    std::vector<RowHeight> heights;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double before = i == 0 ? 0 : distance_between(boxes[i - 1], boxes[i], style) / 2;
        const double after = i + 1 == boxes.size() ? 0 : distance_between(boxes[i], boxes[i + 1], style) / 2;
        heights.push_back({boxes[i].above + before, boxes[i].below + after});
    }
    return heights;
}

/// Midnights that lie between a row and the next, by row: as many as are certain, whatever the rows' dates mean.
std::vector<Day> midnights_below(const std::vector<RowInput>& rows) {
    std::vector<Day> nights(rows.size(), 0);
    for (const Gap& gap : find_nights(rows)) {
        // A longer stretch that is not folded belongs to rows that are not to scale.
        nights[gap.above] = gap.days() <= kFoldEmptyDays ? gap.days() : 0;
    }
    return nights;
}

/// Rows and days: one row after the other, folds and midnights between them.
class Stack {
public:
    Stack(const Input& input, const Style& style, const std::vector<RowBox>& boxes, Layout& layout)
        : input_(input),
          style_(style),
          boxes_(boxes),
          layout_(layout),
          folds_(folds_between_rows(input.rows, layout.mode, input.memory.fold_days)),
          nights_(midnights_below(input.rows)) {}

    void run() {
        const double em = style_.label.size;
        double y = kFirstRow * em;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (i > 0) {
                y = between(i, y);
            }
            const double mark = y + boxes_[i].above;
            layout_.rows.push_back(place_row(boxes_[i], mark, mark, layout_.columns.dates_above));
            y = layout_.rows.back().bottom;
        }
        layout_.height = y + kLanesEnd * em;
    }

private:
    /// From the bottom of row i - 1 to the top of row i.
    double between(std::size_t i, double y) {
        const double em = style_.label.size;
        const double white = distance_between(boxes_[i - 1], boxes_[i], style_);
        const auto fold =
            std::find_if(folds_.begin(), folds_.end(), [&](const Gap& gap) { return gap.above + 1 == i; });
        if (fold != folds_.end()) {
            const double top = y + white * kBeforeFold;
            const double bottom = top + kFoldHeight;
            layout_.folds.push_back({*fold, top, bottom, (top + bottom) / 2,
                                     sparse_neighbours(input_.rows, layout_.mode, *fold, input_.memory.fold_days)});
            return bottom + white;
        }
        if (!dated(input_.rows[i]) && dated(input_.rows[i - 1])) {
            return y + white + kUndated * em;
        }
        const Day nights = layout_.mode == Mode::days ? nights_[i - 1] : 0;
        if (nights == 0) {
            return y + white;
        }
        const double step = kEmptyDay * em;
        const double total = std::max(white, kRowDistance * em) + static_cast<double>(nights - 1) * step;
        const double first = y + (total - static_cast<double>(nights - 1) * step) / 2;
        for (Day night = 0; night < nights; ++night) {
            layout_.midnights.push_back(first + static_cast<double>(night) * step);
        }
        return y + total;
    }

    const Input& input_;
    const Style& style_;
    const std::vector<RowBox>& boxes_;
    Layout& layout_;
    std::vector<Gap> folds_;
    std::vector<Day> nights_;
};

/// Brackets and durations where rows are not to scale: around the marks of the rows that they cover.
void span_rows(const std::vector<Span>& spans, const Style& style, Layout& layout) {
    const double reach = kSpanReach * style.label.size;
    for (const Span& span : spans) {
        layout.spans.push_back({span, layout.columns.tracks[span.track], layout.rows[span.first].mark - reach,
                                layout.rows[span.last].mark + reach});
    }
}

std::size_t tracks_needed(const std::vector<Span>& spans) {
    std::size_t tracks = 0;
    for (const Span& span : spans) {
        tracks = std::max(tracks, span.track + 1);
    }
    return tracks;
}

/// Rows before they are placed. Those of rows and days are alike; `time` has a column more.
struct Prepared {
    std::vector<Span> spans;
    Columns columns;
    std::vector<RowBox> boxes;
};

Prepared
prepare(const Input& input, const Style& style, const text::Measurer& measurer, Mode mode, double tick_width = 0) {
    Prepared prepared;
    prepared.spans = find_spans(input, mode);
    prepared.columns = make_columns(input, style, measurer, tracks_needed(prepared.spans), tick_width);
    prepared.boxes = row_boxes(input, style, measurer, prepared.columns);
    return prepared;
}

void lay_out_rows(const Input& input, const Style& style, Prepared prepared, Layout& layout) {
    layout.columns = std::move(prepared.columns);
    Stack(input, style, prepared.boxes, layout).run();
    span_rows(prepared.spans, style, layout);
}

void lay_out_time(
    const Input& input, const Style& style, const text::Measurer& measurer, const ScaleChoice& choice, Layout& layout) {
    const TimeScale scale = make_scale(input.rows, choice.points_per_day);
    std::vector<Tick> ticks = make_ticks(scale, input.locale, style, measurer);
    double tick_width = 0;
    for (const Tick& tick : ticks) {
        tick_width = std::max(tick_width, tick.words.width);
    }
    Prepared prepared = prepare(input, style, measurer, Mode::time, tick_width);
    layout.columns = std::move(prepared.columns);
    const double shift = place_to_scale(input, style, prepared.boxes, scale, prepared.spans, layout);
    for (Tick& tick : ticks) {
        tick.y += shift;
        tick.words.at = {layout.columns.tick_left, tick.words.at.y + shift};
        if (tick.y > style.tick.size / 2 && tick.y < layout.height - style.tick.size / 2) {
            layout.ticks.push_back(tick);
        }
    }
}

} // namespace

Layout lay_out(const Input& input, const Style& style, const text::Measurer& measurer) {
    Layout layout;
    // Heights as they are in a chart of rows are near enough to choose a mode and a scale by.
    Prepared prepared = prepare(input, style, measurer, Mode::rows);
    const std::vector<RowHeight> heights = row_heights(prepared.boxes, style);
    layout.mode = choose_mode(input, heights, prepared.columns.dates_above);
    const auto scale =
        layout.mode == Mode::time ? choose_scale(input.rows, heights, input.memory.points_per_day) : std::nullopt;
    if (scale) {
        lay_out_time(input, style, measurer, *scale, layout);
        layout.points_per_day = scale->points_per_day;
        return layout;
    }
    // Fewer than two days have no scale.
    layout.mode = layout.mode == Mode::time ? Mode::rows : layout.mode;
    lay_out_rows(input, style, std::move(prepared), layout);
    layout.fold_days = fold_from(input.rows, layout.mode, input.memory.fold_days);
    return layout;
}

double spread_to_fill(const Layout& layout, const Style& style, double spare) {
    if (layout.mode == Mode::time || layout.rows.size() < 2) {
        return 0;
    }
    const double gaps =
        static_cast<double>(layout.rows.size() - 1) + kBeforeFold * static_cast<double>(layout.folds.size());
    return std::clamp(spare / gaps, 0.0, kMostSpread * style.label.size);
}

} // namespace demarche::timeline
