#include "timeline/to_scale.hpp"

#include "timeline/isotonic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kBandInset = 0.6;  ///< of a band that begins at the labels
constexpr double kFoldWords = 0.55; ///< half the height of a fold's words
constexpr double kWidestMark = 1.5; ///< in radii: the spikes of a burst
constexpr double kMarkReach = 0.35; ///< white between two rows of marks in a chart to scale

void move_down(std::vector<PlacedText>& texts, double by) {
    for (PlacedText& text : texts) {
        text.at.y += by;
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
            layout_.rows.push_back(place_row(boxes_[i], marks[i], labels[i], layout_.columns.dates_above));
            top = std::min(top, layout_.rows.back().top);
        }
        shift_ = kFirstRow * em - top;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            layout_.rows[i] = place_row(boxes_[i], marks[i] + shift_, labels[i] + shift_, layout_.columns.dates_above);
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
            layout_.rows.push_back(place_row(boxes_[i], mark, mark, layout_.columns.dates_above));
            y = layout_.rows.back().bottom;
        }
        layout_.height = y + kLanesEnd * em;
        place_folds(placing.folds);
        place_spans(spans, marks);
    }

    [[nodiscard]] double shift() const { return shift_; }

private:
    std::vector<double> place_marks() const {
        std::vector<double> wanted = ideal_days(input_.rows);
        std::vector<double> distance;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = scale_.at(wanted[i]);
            if (i > 0) {
                distance.push_back(
                    std::max(boxes_[i - 1].mark_below + boxes_[i].mark_above + kMarkReach * style_.label.size,
                             2 * kWidestMark * style_.mark_radius));
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

} // namespace

PlacedRow place_row(const RowBox& box, double mark, double label, bool dates_above) {
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

double place_to_scale(const Input& input,
                      const Style& style,
                      const std::vector<RowBox>& boxes,
                      const TimeScale& scale,
                      const std::vector<Span>& spans,
                      Layout& layout) {
    ToScale to_scale(input, style, boxes, scale, layout);
    to_scale.run(spans);
    return to_scale.shift();
}

} // namespace demarche::timeline
