#include "timeline/layout.hpp"

#include "timeline/isotonic.hpp"
#include "timeline/row_box.hpp"
#include "timeline/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kFirstRow = 0.9;     ///< from where the lanes begin to the first row
constexpr double kLanesEnd = 0.9;     ///< from the last row to where the lanes end
constexpr double kUndated = 0.7;      ///< more white before the rows without a date
constexpr double kEmptyDay = 0.45;    ///< a day without events
constexpr double kSpanReach = 0.8;    ///< of a bracket beyond the middle of the marks it covers
constexpr double kRowDistance = 0.95; ///< at least, around a midnight or the words of a fold
constexpr double kBandInset = 0.6;    ///< of a band that begins at the labels
constexpr double kFoldWords = 0.55;   ///< half the height of a fold's words
constexpr double kMarkReach = 0.35;   ///< white between two rows of marks in a chart to scale

bool dated(const RowInput& row) {
    return row.first || row.last;
}

void move_down(std::vector<PlacedText>& texts, double by) {
    for (PlacedText& text : texts) {
        text.at.y += by;
    }
}

/// Puts a row made around mark 0 in its place: marks and dates by one, label and band by the other.
PlacedRow placed(const RowBox& box, double mark, double label, bool dates_above) {
    PlacedRow row = box.row;
    row.mark = mark;
    row.label_at.y += label;
    move_down(row.date, dates_above ? label : mark);
    move_down(row.full_date, dates_above ? label : mark);
    if (row.band) {
        row.band = row.band->moved(0, label);
    }
    row.top = std::min(label - box.above, mark - box.mark_above);
    row.bottom = std::max(label + box.below, mark + box.mark_below);
    row.leader = std::abs(label - mark) > 0.5;
    return row;
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
          folds_(folds_between_rows(input.rows, layout.mode)),
          nights_(midnights_below(input.rows)) {}

    void run() {
        const double em = style_.label.size;
        double y = kFirstRow * em;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (i > 0) {
                y = between(i, y);
            }
            const double mark = y + boxes_[i].above;
            layout_.rows.push_back(placed(boxes_[i], mark, mark, layout_.columns.dates_above));
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
            const double top = y + white * 0.75;
            const double bottom = top + kFoldHeight;
            layout_.folds.push_back(
                {*fold, top, bottom, (top + bottom) / 2, sparse_neighbours(input_.rows, layout_.mode, *fold)});
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

/// A chart to scale: marks where their days are, labels as near to them as they can be.
class ToScale {
public:
    ToScale(const Input& input, const Style& style, const std::vector<RowBox>& boxes, TimeScale scale, Layout& layout)
        : input_(input), style_(style), boxes_(boxes), scale_(std::move(scale)), layout_(layout) {}

    void run(const std::vector<Span>& spans) {
        const double em = style_.label.size;
        const std::vector<double> marks = place_marks();
        const Placing placing = place_labels(marks);
        const std::vector<double>& labels = placing.rows;
        // All is placed from the scale's own zero, then moved so that the first row stands below the heads.
        double top = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < marks.size(); ++i) {
            layout_.rows.push_back(placed(boxes_[i], marks[i], labels[i], layout_.columns.dates_above));
            top = std::min(top, layout_.rows.back().top);
        }
        shift_ = kFirstRow * em - top;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            layout_.rows[i] = placed(boxes_[i], marks[i] + shift_, labels[i] + shift_, layout_.columns.dates_above);
            if (layout_.rows[i].band) {
                // Across the page it would pass behind the marks of other rows.
                layout_.rows[i].band->left = layout_.columns.label_left - kBandInset * em;
            }
        }
        double y = 0;
        for (const PlacedRow& row : layout_.rows) {
            y = std::max(y, row.bottom);
        }
        // A last span can reach far beyond its row: the scale goes on with it for a while.
        y = std::max(y, std::min(shift_ + scale_.length(), y + kGapHeight));
        for (std::size_t i = marks.size(); i < boxes_.size(); ++i) {
            const bool first = i == marks.size();
            const double white =
                (first ? kUndated * em : 0) + (i > 0 ? distance_between(boxes_[i - 1], boxes_[i], style_) : 0);
            const double mark = y + white + boxes_[i].above;
            layout_.rows.push_back(placed(boxes_[i], mark, mark, layout_.columns.dates_above));
            y = layout_.rows.back().bottom;
        }
        layout_.height = y + kLanesEnd * em;
        place_folds(placing.folds);
        place_spans(spans, marks);
    }

    [[nodiscard]] double shift() const { return shift_; }

    [[nodiscard]] const TimeScale& scale() const { return scale_; }

private:
    std::vector<double> place_marks() const {
        std::vector<double> wanted = ideal_days(input_.rows);
        std::vector<double> distance;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = scale_.at(wanted[i]);
            if (i > 0) {
                distance.push_back(boxes_[i - 1].mark_below + boxes_[i].mark_above + kMarkReach * style_.label.size);
            }
        }
        return place_isotonic(wanted, distance, -1e9);
    }

    struct Placing {
        std::vector<double> rows;
        std::vector<double> folds; ///< of the words of each fold
    };

    /// Labels and, between them, the words of the folds.
    [[nodiscard]] Placing place_labels(const std::vector<double>& marks) const {
        const double half_line = kFoldWords * style_.label.size;
        std::vector<double> wanted;
        std::vector<double> distance;
        std::vector<bool> is_fold;
        double below = 0;
        const auto add = [&](double at, double above, double white) {
            if (!wanted.empty()) {
                distance.push_back(below + white + above);
            }
            wanted.push_back(at);
        };
        auto fold = scale_.folds().begin();
        for (std::size_t i = 0; i < marks.size(); ++i) {
            add(marks[i], boxes_[i].above, i == 0 ? 0 : distance_between(boxes_[i - 1], boxes_[i], style_));
            is_fold.push_back(false);
            below = boxes_[i].below;
            if (fold != scale_.folds().end() && fold->above == i) {
                const double middle =
                    (scale_.at(static_cast<double>(fold->first)) + scale_.at(static_cast<double>(fold->last) + 1)) / 2;
                add(middle, half_line, kRowDistance * style_.label.size);
                is_fold.push_back(true);
                below = half_line;
                ++fold;
            }
        }
        Placing placing;
        const std::vector<double> all = place_isotonic(wanted, distance, -1e9);
        for (std::size_t i = 0; i < all.size(); ++i) {
            (is_fold[i] ? placing.folds : placing.rows).push_back(all[i]);
        }
        return placing;
    }

    void place_folds(const std::vector<double>& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            PlacedFold fold;
            fold.gap = scale_.folds()[i];
            fold.top = shift_ + scale_.at(static_cast<double>(fold.gap.first));
            fold.bottom = shift_ + scale_.at(static_cast<double>(fold.gap.last) + 1);
            clear_of_marks(fold);
            fold.words_middle = words[i] + shift_;
            layout_.folds.push_back(fold);
        }
    }

    /// Marks pushed by their neighbours can reach into a fold: it then gives way, but never vanishes.
    void clear_of_marks(PlacedFold& fold) const {
        const PlacedRow& above = layout_.rows[fold.gap.above];
        const PlacedRow& below = layout_.rows[fold.gap.above + 1];
        const double reach = style_.mark_radius + 1;
        fold.top = std::max(fold.top, above.mark + reach);
        fold.bottom = std::min(fold.bottom, below.mark - reach);
        if (fold.bottom - fold.top < 3) {
            const double middle = (above.mark + below.mark) / 2;
            fold.top = middle - 1;
            fold.bottom = middle + 1;
        }
    }

    void place_spans(const std::vector<Span>& spans, const std::vector<double>& marks) {
        for (const Span& span : spans) {
            const RowInput& row = input_.rows[span.row];
            const Day first = row.first ? *row.first : *row.last;
            Day last = row.last ? *row.last : *row.first;
            if (span.open_end && input_.today) {
                last = std::max(last, *input_.today);
            }
            double top = shift_ + scale_.at(static_cast<double>(first));
            double bottom = shift_ + scale_.at(static_cast<double>(last) + 1);
            const std::size_t end = span.extent == Extent::uncertain ? span.last : span.first;
            const double reach = style_.mark_radius;
            top = std::min(top, marks[span.first] + shift_ - reach);
            bottom = std::max(bottom, marks[end] + shift_ + reach);
            layout_.spans.push_back(
                {span, layout_.columns.tracks[span.track], std::max(0.0, top), std::min(bottom, layout_.height)});
            layout_.spans.back().span.open_start = span.open_start || top < 0;
            layout_.spans.back().span.open_end = span.open_end || bottom > layout_.height;
        }
    }

    const Input& input_;
    const Style& style_;
    const std::vector<RowBox>& boxes_;
    TimeScale scale_;
    Layout& layout_;
    double shift_ = 0;
};

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
    ToScale to_scale(input, style, prepared.boxes, scale, layout);
    to_scale.run(prepared.spans);
    for (Tick& tick : ticks) {
        tick.y += to_scale.shift();
        tick.words.at = {layout.columns.tick_left, tick.words.at.y + to_scale.shift()};
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
    const auto scale = layout.mode == Mode::time ? choose_scale(input.rows, heights) : std::nullopt;
    if (scale) {
        lay_out_time(input, style, measurer, *scale, layout);
        return layout;
    }
    // Fewer than two days have no scale.
    layout.mode = layout.mode == Mode::time ? Mode::rows : layout.mode;
    lay_out_rows(input, style, std::move(prepared), layout);
    return layout;
}

} // namespace demarche::timeline
