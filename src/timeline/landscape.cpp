#include "timeline/landscape.hpp"

#include "timeline/strip.hpp"

#include <algorithm>
#include <array>

namespace demarche::timeline {

namespace {

/// Widths of labels that are tried, in ems of their type; and the one of charts too long for trying.
constexpr std::array kWidths = {13.0, 10.0, 11.5, 15.0, 17.0, 20.0};
constexpr std::size_t kTried = 48;
/// Along a scale labels stand in some six rows: an event needs so many ems of the axis.
constexpr double kAlong = 2.2;
/// A chart to scale is cut into so many strips at most, then it takes those that come.
constexpr std::size_t kStripsToScale = 12;
constexpr std::size_t kMostLanes = 12;
/// A strip has so many rows more or less than the others, so that it ends with a day.
constexpr std::size_t kNearby = 2;
/// How much higher than without it, and how much longer or shorter a day, a memory may make a chart: times.
constexpr double kDearer = 1.25;
constexpr double kNearScale = 1.6;
/// Part of the room that lanes take at most.
constexpr double kLanesShare = 0.36;

/// Rows without their words: copies of these are cheap.
Input without_words(const Input& input) {
    Input bare;
    bare.mode = input.mode;
    bare.previous = input.previous;
    bare.today = input.today;
    bare.locale = input.locale;
    bare.heads = input.heads;
    bare.rows.reserve(input.rows.size());
    for (const RowInput& row : input.rows) {
        RowInput dates;
        dates.extent = row.extent;
        dates.first = row.first;
        dates.last = row.last;
        dates.open_start = row.open_start;
        dates.open_end = row.open_end;
        dates.same_span = row.same_span;
        dates.bracket = row.bracket;
        dates.same_date = row.same_date;
        dates.day_known = row.day_known;
        dates.planned = row.planned;
        dates.emphasis = row.emphasis;
        dates.upper = row.upper;
        dates.lower = row.lower;
        bare.rows.push_back(std::move(dates));
    }
    return bare;
}

double height_of(const std::vector<Strip>& strips) {
    double sum = 0;
    for (const Strip& strip : strips) {
        sum += strip.height;
    }
    return sum;
}

/// Labels of a strip that need not stand where they stood, [begin, end), so that all others can.
struct Loose {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// So many neighbours are let go at once; tried in this order.
constexpr std::array<std::size_t, 5> kLoose = {0, 1, 2, 3, 5};

class Across {
public:
    Across(const Input& input, const Style& style, const text::Measurer& measurer, const LandscapeOptions& options)
        : input_(input),
          bare_(without_words(input)),
          style_(style),
          measurer_(measurer),
          frame_(make_strip_frame(input, style, measurer)),
          folds_(options.fold_words, style, measurer),
          parts_{bare_, style, measurer, options, frame_, spans_, folds_},
          maker_(parts_),
          options_(options) {}

    Landscape run() {
        Landscape across = place();
        if (auto kept = place_as_before(across)) {
            across = std::move(*kept);
        }
        for (std::size_t i = 0; i < across.strips.size(); ++i) {
            across.strips[i].number = i;
            set_ticks(across.strips[i], parts_);
        }
        return across;
    }

private:
    Landscape place() {
        if (input_.rows.empty()) {
            return {Mode::rows, true, {empty_strip()}};
        }
        const Mode mode = choose(false);
        spans_ = find_spans(bare_, mode);
        if (auto one = one_strip(mode)) {
            return std::move(*one);
        }
        const Mode other = input_.mode == Mode::automatic && mode == Mode::time ? choose(true) : mode;
        if (other != mode) {
            spans_ = find_spans(bare_, other);
            if (auto one = one_strip(other)) {
                return std::move(*one);
            }
        }
        return many_strips(other);
    }

    /// Lanes with nothing on them.
    [[nodiscard]] Strip empty_strip() const {
        Strip strip;
        const double reach = std::max(2 * style_.mark_radius, frame_.head_above);
        for (const double lane : frame_.lanes) {
            strip.lanes.push_back(reach + lane);
        }
        for (StripHead head : frame_.heads) {
            head.text.at.y += reach;
            strip.heads.push_back(std::move(head));
        }
        strip.lanes_left = frame_.lanes_left;
        strip.lanes_right = style_.right;
        strip.height = strip.lanes.back() + std::max(2 * style_.mark_radius, frame_.head_below);
        return strip;
    }

    [[nodiscard]] Mode choose(bool not_to_scale) const {
        const double half = std::max(frame_.axis.pitch, kAlong * style_.label.size) / 2;
        const std::vector<RowHeight> heights(input_.rows.size(), {half, half});
        Mode mode = choose_mode(bare_, heights, not_to_scale);
        if (mode == Mode::time && input_.mode == Mode::automatic) {
            // The page is as long as it is: the scale that sets the marks apart must fit.
            const auto needed = choose_scale(bare_.rows, heights);
            const auto longest = longest_scale(bare_.rows, maker_.axis_length(), frame_.axis);
            if (!needed || !longest || *longest < needed->points_per_day) {
                mode = choose_mode(bare_, heights, true);
            }
        }
        return mode;
    }

    /// The words of all rows, and what it takes to set one of them anew.
    struct Words {
        double width = 0;
        FlagDetail detail = FlagDetail::all;
        std::vector<FlagWords> rows;
    };

    [[nodiscard]] Words words(double ems, FlagDetail detail) const {
        Words all{bounded(ems) * style_.label.size, detail, {}};
        all.rows.reserve(input_.rows.size());
        for (const RowInput& row : input_.rows) {
            all.rows.push_back(make_flag_words(row, style_, measurer_, all.width, {detail, false}));
        }
        return all;
    }

    /// A strip begins with a date that says its year.
    [[nodiscard]] FlagWords first_of_strip(std::size_t row, const Words& all) const {
        return make_flag_words(input_.rows[row], style_, measurer_, all.width, {all.detail, true});
    }

    /// Labels are not wider than a third of the page.
    [[nodiscard]] double bounded(double ems) const {
        return std::min(ems, (style_.right - style_.left) / 3 / style_.label.size);
    }

    [[nodiscard]] StripRequest all_rows(Mode mode) const {
        StripRequest request{0, input_.rows.size(), mode, 0, nullptr};
        if (mode == Mode::time) {
            request.points_per_day = longest_scale(bare_.rows, maker_.axis_length(), frame_.axis).value_or(1);
        }
        return request;
    }

    /// The lowest chart of the widths; with all details where that fits.
    [[nodiscard]] std::optional<Landscape> one_strip(Mode mode) const {
        if (static_cast<double>(input_.rows.size() - 1) * frame_.axis.pitch > frame_.axis.right - frame_.axis.left) {
            return std::nullopt;
        }
        const StripRequest request = all_rows(mode);
        for (const FlagDetail detail : details()) {
            std::optional<Strip> best;
            for (const double ems : kWidths) {
                auto strip = maker_.make(request, words(ems, detail).rows);
                if (strip) {
                    strip->label_ems = ems;
                }
                if (strip && (!best || strip->height + 0.01 < best->height)) {
                    best = std::move(strip);
                }
            }
            if (best) {
                return Landscape{mode, detail == FlagDetail::all, {std::move(*best)}};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<FlagDetail> details() const {
        return options_.details ? std::vector{FlagDetail::all, FlagDetail::brief} : std::vector{FlagDetail::brief};
    }

    /// The fewest strips; with all details where these take no strip more.
    [[nodiscard]] Landscape many_strips(Mode mode) const {
        Landscape best{mode, false, fewest_strips(mode, FlagDetail::brief)};
        if (options_.details && mode != Mode::time && input_.rows.size() <= kTried) {
            std::vector<Strip> made = fewest_strips(mode, FlagDetail::all);
            if (made.size() <= best.strips.size()) {
                best = {mode, true, std::move(made)};
            }
        }
        return best;
    }

    [[nodiscard]] std::vector<Strip> fewest_strips(Mode mode, FlagDetail detail) const {
        std::vector<Strip> best;
        for (const double ems : kWidths) {
            const Words all = words(ems, detail);
            std::vector<Strip> made = mode == Mode::time ? strips_to_scale(all) : strips(mode, 0, all);
            for (Strip& strip : made) {
                strip.label_ems = ems;
            }
            if (best.empty() || made.size() < best.size() ||
                (made.size() == best.size() && height_of(made) + 0.01 < height_of(best))) {
                best = std::move(made);
            }
            if (mode == Mode::time || input_.rows.size() > kTried) {
                break;
            }
        }
        return best;
    }

    /// Of one scale, as long as the strips are together.
    [[nodiscard]] std::vector<Strip> strips_to_scale(const Words& all) const {
        std::vector<Strip> made;
        for (std::size_t count = 1; count <= kStripsToScale; ++count) {
            const double length = static_cast<double>(count) * maker_.axis_length();
            made = strips(Mode::time, longest_scale(bare_.rows, length, frame_.axis).value_or(1), all);
            if (made.size() <= count) {
                break;
            }
        }
        return made;
    }

    /// As many rows on each as it holds; evenly where that takes no strip more.
    [[nodiscard]] std::vector<Strip> strips(Mode mode, double points_per_day, const Words& all) const {
        std::vector<Strip> full;
        for (std::size_t begin = 0; begin < input_.rows.size();) {
            full.push_back(longest_strip({begin, input_.rows.size(), mode, points_per_day, nullptr}, all));
            begin = full.back().end;
        }
        if (mode == Mode::time || full.size() == 1) {
            return full;
        }
        for (const bool between_days : {true, false}) {
            if (auto even = even_strips(mode, full.size(), between_days, all)) {
                return std::move(*even);
            }
        }
        return full;
    }

    /// Cut after as many rows each; `between_days`: at the next place nearby where no day is cut in two.
    [[nodiscard]] std::optional<std::vector<Strip>>
    even_strips(Mode mode, std::size_t count, bool between_days, const Words& all) const {
        std::vector<Strip> even;
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= count; ++i) {
            const std::size_t wished = input_.rows.size() * i / count;
            const std::size_t end = i < count && between_days ? day_begins_near(wished) : wished;
            if (end <= begin) {
                return std::nullopt;
            }
            const FlagWords first = first_of_strip(begin, all);
            auto strip = maker_.make({begin, end, mode, 0, &first}, all.rows);
            if (!strip) {
                return std::nullopt;
            }
            even.push_back(std::move(*strip));
            begin = end;
        }
        return even;
    }

    /// The row nearest to `wished` that begins later than all that the one before it can mean.
    [[nodiscard]] std::size_t day_begins_near(std::size_t wished) const {
        const auto begins = [&](std::size_t row) {
            const RowInput& before = bare_.rows[row - 1];
            const RowInput& after = bare_.rows[row];
            const auto last = before.extent == Extent::lasted ? before.first : before.last;
            return (last && after.first && *after.first > *last) || (last && !after.first && !after.last);
        };
        for (std::size_t off = 0; off <= kNearby; ++off) {
            for (const std::size_t row : {wished - std::min(off, wished), wished + off}) {
                if (row > 0 && row < bare_.rows.size() && begins(row)) {
                    return row;
                }
            }
        }
        return wished;
    }

    /// As the last drawing was, where that fits, in no more strips than `canonical` and, on a page of no fixed height,
    /// hardly higher. It has its mode from there, and its details unless the last drawing had more.
    [[nodiscard]] std::optional<Landscape> place_as_before(const Landscape& canonical) const {
        const auto& ems = input_.memory.label_ems;
        const bool known = std::any_of(input_.rows.begin(), input_.rows.end(),
                                       [](const RowInput& row) { return row.kept.has_value(); });
        if (!known || !ems || std::find(kWidths.begin(), kWidths.end(), *ems) == kWidths.end() ||
            (canonical.mode == Mode::time && !canonical.strips.front().scale)) {
            return std::nullopt;
        }
        if (!canonical.details && options_.details && input_.memory.details) {
            if (auto kept = place_as_before(canonical, *ems, FlagDetail::all)) {
                return kept;
            }
        }
        return place_as_before(canonical, *ems, canonical.details ? FlagDetail::all : FlagDetail::brief);
    }

    [[nodiscard]] std::optional<Landscape>
    place_as_before(const Landscape& canonical, double ems, FlagDetail detail) const {
        const Words all = words(ems, detail);
        const double most = kDearer * height_of(canonical.strips) + style_.label.size;
        for (const std::vector<std::size_t>& ends : {ends_before(), ends_of(canonical)}) {
            std::vector<Strip> made = strips_as_before(canonical, ends, all);
            if (!made.empty() && (height_of(made) <= most || options_.room > 0)) {
                for (Strip& strip : made) {
                    strip.label_ems = ems;
                }
                return Landscape{canonical.mode, detail == FlagDetail::all, std::move(made)};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] static std::vector<std::size_t> ends_of(const Landscape& canonical) {
        std::vector<std::size_t> ends;
        for (const Strip& strip : canonical.strips) {
            ends.push_back(strip.end);
        }
        return ends;
    }

    /// The row behind the last one of each strip: what is new goes on the strip of the row before it.
    [[nodiscard]] std::vector<std::size_t> ends_before() const {
        std::vector<std::size_t> ends;
        std::optional<std::size_t> strip;
        for (std::size_t i = 0; i < input_.rows.size(); ++i) {
            const auto& kept = input_.rows[i].kept;
            if (kept && strip && kept->strip > *strip) {
                ends.push_back(i);
            }
            strip = kept ? std::max(strip.value_or(0), kept->strip) : strip;
        }
        ends.push_back(input_.rows.size());
        return ends;
    }

    /// Empty where that cannot be. What a strip no longer holds goes on with the next one.
    [[nodiscard]] std::vector<Strip>
    strips_as_before(const Landscape& canonical, const std::vector<std::size_t>& ends, const Words& all) const {
        std::vector<Strip> made;
        std::size_t begin = 0;
        for (std::size_t wished = 0; begin < input_.rows.size();) {
            const FlagWords first = first_of_strip(begin, all);
            StripRequest request{begin, ends[wished], canonical.mode, scale_before(canonical)};
            request.first = ends.size() == 1 && begin == 0 ? nullptr : &first;
            auto strip = nearly_all(request, made.size(), all);
            if (!strip || made.size() == canonical.strips.size()) {
                return {};
            }
            begin = strip->end;
            made.push_back(std::move(*strip));
            // Rows that were left over go with those of the next strip.
            do {
                ++wished;
            } while (wished < ends.size() && ends[wished] <= begin);
            wished = std::min(wished, ends.size() - 1);
        }
        return made;
    }

    /// The strip that was asked for, or one of a few rows less, with as many labels as they were as fit.
    [[nodiscard]] std::optional<Strip> nearly_all(StripRequest request, std::size_t number, const Words& all) const {
        const std::vector<double>& last_labels = input_.memory.last_labels;
        const std::size_t end = request.end;
        for (std::size_t less = 0; less <= kNearby && request.end > request.begin; ++less, --request.end) {
            for (const bool rows : {true, false}) {
                request.last_label = number < last_labels.size() ? std::optional(last_labels[number]) : std::nullopt;
                if (auto strip = with_loose_labels(request, rows, all)) {
                    return strip;
                }
                request.last_label.reset();
                if (auto strip = with_loose_labels(request, rows, all)) {
                    return strip;
                }
            }
        }
        request.kept.clear();
        request.end = end;
        return maker_.make(request, all.rows);
    }

    /// A few neighbours give way: each group of them is tried. `rows`: the others keep their rows, not only their
    /// sides.
    [[nodiscard]] std::optional<Strip> with_loose_labels(StripRequest request, bool rows, const Words& all) const {
        const std::size_t count = request.end - request.begin;
        for (const std::size_t loose : kLoose) {
            for (std::size_t begin = 0; begin + loose <= count; ++begin) {
                request.kept = kept_labels(request, rows, {begin, begin + loose});
                if (auto strip = maker_.make(request, all.rows)) {
                    return strip;
                }
                if (loose == 0) {
                    break;
                }
            }
        }
        return std::nullopt;
    }

    /// Where labels of the strip stood, but for those that stood on another one.
    [[nodiscard]] std::vector<std::optional<FlagMemory>>
    kept_labels(const StripRequest& request, bool rows, const Loose& loose) const {
        std::vector<std::optional<FlagMemory>> kept;
        std::size_t strip = 0;
        for (std::size_t i = request.begin; i < request.end; ++i) {
            kept.push_back(input_.rows[i].kept);
            strip = kept.back() ? kept.back()->strip : strip;
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i] && (kept[i]->strip != strip || (i >= loose.begin && i < loose.end))) {
                kept[i].reset();
            } else if (kept[i] && !rows) {
                kept[i]->level = 0;
            }
        }
        return kept;
    }

    /// The last drawing's, where it is near to what this one would have.
    [[nodiscard]] double scale_before(const Landscape& canonical) const {
        if (canonical.mode != Mode::time) {
            return 0;
        }
        const double now = canonical.strips.front().scale->points_per_day();
        const double before = input_.memory.points_per_day.value_or(now);
        return before <= kNearScale * now && before * kNearScale >= now ? before : now;
    }

    /// From `request.begin`: of more rows fewer fit, nearly always; at least one.
    [[nodiscard]] Strip longest_strip(StripRequest request, const Words& all) const {
        const auto most = static_cast<std::size_t>((frame_.axis.right - frame_.axis.left) / frame_.axis.pitch) + 1;
        const FlagWords first = first_of_strip(request.begin, all);
        request.first = &first;
        std::size_t fits = request.begin;
        std::size_t fails = std::min(request.end, request.begin + most) + 1;
        std::optional<Strip> best;
        while (fits + 1 < fails) {
            request.end = (fits + fails) / 2;
            auto strip = maker_.make(request, all.rows);
            if (strip) {
                fits = request.end;
                best = std::move(strip);
            } else {
                fails = request.end;
            }
        }
        if (best) {
            return std::move(*best);
        }
        request.end = request.begin + 1;
        if (auto strip = maker_.make(request, all.rows, true)) {
            return std::move(*strip);
        }
        // A span longer than the axis: where its one mark stands is all the same.
        request.mode = Mode::rows;
        return *maker_.make(request, all.rows, true);
    }

    const Input& input_;
    Input bare_;
    const Style& style_;
    const text::Measurer& measurer_;
    StripFrame frame_;
    std::vector<Span> spans_; ///< in the mode that is tried
    FoldLines folds_;
    StripParts parts_;
    StripMaker maker_;
    const LandscapeOptions& options_;
};

} // namespace

std::size_t lanes_that_fit_across(const Style& style, double room) {
    if (room <= 0) {
        return kMostLanes;
    }
    const auto fit = static_cast<std::size_t>(std::max(0.0, kLanesShare * room / style.lane_distance));
    return std::clamp<std::size_t>(fit, 2, kMostLanes);
}

Landscape lay_out_across(const Input& input,
                         const Style& style,
                         const text::Measurer& measurer,
                         const LandscapeOptions& options) {
    return Across(input, style, measurer, options).run();
}

} // namespace demarche::timeline
