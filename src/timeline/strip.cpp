#include "timeline/strip.hpp"

#include "timeline/flags.hpp"

#include <algorithm>
#include <array>

namespace demarche::timeline {

namespace {

/// Ems of the label's type.
constexpr double kLabelWhite = 1.1;  ///< between two labels of a row, and between a label and a leader
constexpr double kRowWhite = 1.0;    ///< between two rows, and between the first one and the lanes
constexpr double kLeaderGap = 0.3;   ///< from a leader's end to the words
constexpr double kBandPadding = 0.5; ///< around the words of a key event
constexpr double kTrackPitch = 0.75;
constexpr double kWordsGap = 0.45; ///< from ticks and folds' words to what is below
/// Half of the white between the two ends of a folded lane, in radii.
constexpr double kBreak = 1.5;
/// How much of the last label may stand beyond the last mark: the less, the longer the axis.
constexpr std::array kLastLabel = {0.35, 0.65, 1.0};

/// Rows of one strip, with their dates alone.
std::vector<RowInput> rows_of(const std::vector<RowInput>& rows, std::size_t begin, std::size_t end) {
    return {rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// A span of the chart, as far as a strip shows it.
struct Piece {
    Span span; ///< its rows count from the strip's first
    bool from_before = false;
    bool goes_on = false;
};

std::vector<Piece> pieces_of(const std::vector<Span>& spans, std::size_t begin, std::size_t end) {
    std::vector<Piece> pieces;
    for (const Span& span : spans) {
        if (span.last < begin || span.first >= end) {
            continue;
        }
        Piece piece{span, span.first < begin, span.last >= end};
        piece.span.first = std::max(span.first, begin) - begin;
        piece.span.last = std::min(span.last, end - 1) - begin;
        piece.span.open_start = span.open_start || piece.from_before;
        piece.span.open_end = span.open_end || piece.goes_on;
        pieces.push_back(piece);
    }
    return pieces;
}

/// Labels of one side by rows: where each row begins.
class Levels {
public:
    void add(std::size_t level, double height) {
        if (heights_.size() <= level) {
            heights_.resize(level + 1, 0);
        }
        heights_[level] = std::max(heights_[level], height);
    }

    /// From the lanes to the near edge of a row's words.
    [[nodiscard]] double offset(std::size_t level, double white) const {
        double sum = white;
        for (std::size_t i = 0; i < level; ++i) {
            sum += heights_[i] + white;
        }
        return sum;
    }

    [[nodiscard]] double total(double white) const {
        return heights_.empty() ? 0 : offset(heights_.size() - 1, white) + heights_.back();
    }

    [[nodiscard]] std::size_t count() const { return heights_.size(); }

private:
    std::vector<double> heights_;
};

/// Puts together a strip whose axis and flags are settled.
class Assembly {
public:
    Assembly(const StripParts& parts,
             const StripRequest& request,
             const std::vector<const FlagWords*>& words,
             const std::vector<RowInput>& rows,
             const Axis& axis,
             const std::vector<Flag>& flags)
        : parts_(parts),
          request_(request),
          words_(words),
          rows_(rows),
          axis_(axis),
          flags_(flags),
          em_(parts.style.label.size) {}

    Strip run() {
        strip_.begin = request_.begin;
        strip_.end = request_.end;
        spans_ = pieces_of(parts_.spans, request_.begin, request_.end);
        set_levels();
        set_heights();
        for (std::size_t i = 0; i < flags_.size(); ++i) {
            strip_.flags.push_back(flag(i));
        }
        stretches();
        strip_.scale = axis_.scale;
        strip_.zero = axis_.zero;
        strip_.words_baseline = words_bottom_ - kWordsGap * em_ - parts_.measurer.metrics(parts_.style.tick).descent;
        strip_.midnights = axis_.midnights;
        return std::move(strip_);
    }

    [[nodiscard]] std::size_t rows_of_labels() const { return std::max(above_.count(), below_.count()); }

private:
    [[nodiscard]] double padding(std::size_t i) const { return rows_[i].emphasis ? kBandPadding * em_ : 0; }

    void set_levels() {
        for (std::size_t i = 0; i < flags_.size(); ++i) {
            const FlagWords& words = *words_[i];
            (flags_[i].above ? above_ : below_).add(flags_[i].row, words.bottom - words.top + 2 * padding(i));
        }
    }

    void set_heights() {
        const Style& style = parts_.style;
        const StripFrame& frame = parts_.frame;
        const double white = kRowWhite * em_;
        std::size_t tracks = 0;
        for (const Piece& piece : spans_) {
            tracks = std::max(tracks, piece.span.track + 1);
        }
        breaks();
        labels_end_ = above_.total(white);
        words_bottom_ = labels_end_ + words_height();
        const double reach = std::max(kMarkReach * style.mark_radius, frame.head_above);
        const double first = words_bottom_ + kTrackPitch * em_ * static_cast<double>(tracks) + reach;
        for (std::size_t i = 0; i < tracks; ++i) {
            tracks_.push_back(first - kMarkReach * style.mark_radius -
                              (static_cast<double>(i) + 0.4) * kTrackPitch * em_);
        }
        for (const double lane : frame.lanes) {
            strip_.lanes.push_back(first + lane);
        }
        for (StripHead head : frame.heads) {
            head.text.at.y += first;
            strip_.heads.push_back(std::move(head));
        }
        strip_.lanes_left = frame.lanes_left;
        strip_.lanes_right = style.right;
        labels_begin_ = strip_.lanes.back() + std::max(kMarkReach * style.mark_radius, frame.head_below);
        strip_.height = labels_begin_ + below_.total(white);
        for (PlacedBreak& fold : strip_.breaks) {
            for (PlacedText& line : fold.words) {
                line.at.y += words_bottom_ - kWordsGap * em_;
            }
        }
    }

    /// Room for the words of folds and ticks above the lanes.
    [[nodiscard]] double words_height() const {
        std::size_t lines = axis_.scale ? 1 : 0;
        for (const PlacedBreak& fold : strip_.breaks) {
            lines = std::max(lines, fold.words.size());
        }
        const Font& font = parts_.style.tick;
        return lines == 0 ? 0 : static_cast<double>(lines) * font.size * parts_.style.line_spacing + kWordsGap * em_;
    }

    /// Baselines count from the lowest one, which is 0 until all lines are known.
    void breaks() {
        const Font& font = parts_.style.tick;
        const double half = kBreak * parts_.style.mark_radius;
        for (const AxisFold& fold : axis_.folds) {
            PlacedBreak placed{fold.gap, fold.middle - half, fold.middle + half, {}};
            placed.gap.above += request_.begin;
            const std::vector<text::Line>& lines = parts_.folds.of(fold.gap);
            double y = -parts_.measurer.metrics(font).descent -
                       (static_cast<double>(lines.size()) - 1) * font.size * parts_.style.line_spacing;
            for (const text::Line& line : lines) {
                placed.words.push_back({line.text, {fold.middle, y}, line.width});
                y += font.size * parts_.style.line_spacing;
            }
            strip_.breaks.push_back(std::move(placed));
        }
    }

    [[nodiscard]] PlacedFlag flag(std::size_t i) const {
        const Flag& flag = flags_[i];
        const FlagWords& words = *words_[i];
        const double white = kRowWhite * em_;
        PlacedFlag placed;
        placed.row = request_.begin + i;
        placed.mark = axis_.marks[i];
        placed.above = flag.above;
        placed.level = flag.row;
        placed.date = words.date;
        placed.label = words.label;
        const double height = words.bottom - words.top;
        const double near = (flag.above ? above_ : below_).offset(flag.row, white) + padding(i);
        const double top = flag.above ? labels_end_ - near - height : labels_begin_ + near;
        placed.label_at = {flag.left, top - words.top};
        placed.words = {flag.left, top, flag.left + words.width, top + height};
        const double reach = kMarkReach * parts_.style.mark_radius;
        const std::size_t last = strip_.lanes.size() - 1;
        placed.leader_from = flag.above ? strip_.lanes[std::min(rows_[i].upper, last)] - reach
                                        : strip_.lanes[std::min(rows_[i].lower, last)] + reach;
        const double gap = std::max(kLeaderGap * em_, padding(i));
        placed.leader_to = flag.above ? placed.words.bottom + gap : placed.words.top - gap;
        if (rows_[i].emphasis) {
            placed.band = placed.words.grown(padding(i));
        }
        return placed;
    }

    void stretches() {
        const double reach = 0.45 * parts_.frame.axis.pitch;
        for (const Piece& piece : spans_) {
            const Span& span = piece.span;
            PlacedStretch placed{span, tracks_[span.track], axis_.marks[span.first] - reach,
                                 axis_.marks[span.last] + reach};
            if (axis_.scale) {
                to_scale(placed);
            }
            placed.left = piece.from_before ? strip_.lanes_left : placed.left;
            placed.right = piece.goes_on ? strip_.lanes_right : placed.right;
            strip_.stretches.push_back(placed);
        }
    }

    void to_scale(PlacedStretch& placed) const {
        const Span& span = placed.span;
        const RowInput& row = parts_.input.rows[span.row];
        const Day first = row.first ? *row.first : *row.last;
        Day last = row.last ? *row.last : *row.first;
        if (span.open_end && parts_.input.today) {
            last = std::max(last, *parts_.input.today);
        }
        const double reach = parts_.style.mark_radius;
        const std::size_t end = span.extent == Extent::uncertain ? span.last : span.first;
        const double left =
            std::min(axis_.zero + axis_.scale->at(static_cast<double>(first)), axis_.marks[span.first] - reach);
        const double right =
            std::max(axis_.zero + axis_.scale->at(static_cast<double>(last) + 1), axis_.marks[end] + reach);
        placed.left = std::max(left, strip_.lanes_left);
        placed.right = std::min(right, strip_.lanes_right);
    }

    const StripParts& parts_;
    const StripRequest& request_;
    const std::vector<const FlagWords*>& words_;
    const std::vector<RowInput>& rows_;
    const Axis& axis_;
    const std::vector<Flag>& flags_;
    double em_;
    Strip strip_;
    std::vector<Piece> spans_;
    std::vector<double> tracks_;
    Levels above_, below_;
    double labels_end_ = 0;   ///< of those above
    double words_bottom_ = 0; ///< of ticks and folds' words
    double labels_begin_ = 0; ///< of those below
};

} // namespace

const std::vector<text::Line>& FoldLines::of(const Gap& gap) {
    const auto [found, fresh] = known_.try_emplace({gap.first, gap.last});
    if (fresh && words_) {
        found->second = measurer_.wrap(words_(gap.first, gap.last), style_.tick, kFoldWords * style_.tick.size);
    }
    return found->second;
}

double StripMaker::axis_length() const {
    const AxisRoom& axis = parts_.frame.axis;
    return 0.86 * (axis.right - axis.left);
}

namespace {

/// Where the label of the strip's row `i` would stand: by its lanes, or where it stood.
FlagWish wish_of(const StripRequest& request, std::size_t i, const RowInput& row, double width, std::size_t lanes) {
    FlagWish wish;
    wish.width = width;
    wish.above = row.upper + row.lower + 1 <= lanes;
    if (i < request.kept.size() && request.kept[i]) {
        wish.kept_above = request.kept[i]->above;
        wish.kept_row = request.kept[i]->level;
    }
    return wish;
}

} // namespace

std::optional<Strip>
StripMaker::make(const StripRequest& request, const std::vector<FlagWords>& words, bool in_any_case) const {
    const std::vector<RowInput> rows = rows_of(parts_.input.rows, request.begin, request.end);
    std::vector<FlagWish> wishes(rows.size());
    std::vector<const FlagWords*> shown(rows.size());
    double last = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        shown[i] = i == 0 && request.first != nullptr ? request.first : &words[request.begin + i];
        wishes[i] = wish_of(request, i, rows[i], shown[i]->width, parts_.frame.lanes.size());
        last = i + 4 >= rows.size() ? std::max(last, wishes[i].width) : last;
    }
    const double white = kLabelWhite * parts_.style.label.size;
    std::optional<Strip> best;
    for (const double part : kLastLabel) {
        if (request.last_label && part != *request.last_label) {
            continue;
        }
        AxisRoom room = parts_.frame.axis;
        room.right = std::min(room.right, parts_.style.right - part * last);
        const auto axis = request.mode == Mode::time ? time_axis(rows, request.points_per_day, room)
                                                     : step_axis(rows, request.mode, room);
        if (!axis) {
            continue;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            wishes[i].mark = axis->marks[i];
        }
        const auto flags = place_flags(wishes, parts_.style.right, white);
        if (!flags) {
            continue;
        }
        Assembly assembly(parts_, request, shown, rows, *axis, *flags);
        Strip strip = assembly.run();
        strip.last_label = part;
        const double room_height = parts_.options.room;
        const bool fits =
            assembly.rows_of_labels() <= parts_.options.most_rows && (room_height <= 0 || strip.height <= room_height);
        if ((fits || in_any_case) && (!best || strip.height < best->height)) {
            best = std::move(strip);
        }
    }
    return best;
}

} // namespace demarche::timeline
