#include "timeline/spans.hpp"

#include <algorithm>
#include <limits>

namespace demarche::timeline {

namespace {

/// The last row below `row` that began while it lasted, without a break in between.
std::size_t covered(const Input& input, std::size_t row) {
    const RowInput& event = input.rows[row];
    const std::optional<Day> end = event.open_end ? input.today : event.last;
    std::size_t last = row;
    while (end && last + 1 < input.rows.size()) {
        const RowInput& next = input.rows[last + 1];
        if (!next.first || *next.first > *end || (event.open_end && next.planned)) {
            break;
        }
        ++last;
    }
    return last;
}

std::vector<Span> all_spans(const Input& input) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        const RowInput& row = input.rows[i];
        if (row.extent == Extent::lasted) {
            spans.push_back({Extent::lasted, i, covered(input, i), i, 0, row.open_start, row.open_end});
        } else if (row.extent == Extent::uncertain && !row.same_span) {
            std::size_t last = i;
            while (last + 1 < input.rows.size() && input.rows[last + 1].same_span) {
                ++last;
            }
            if (row.bracket || last > i) {
                spans.push_back({Extent::uncertain, i, last, i, 0, row.open_start, row.open_end});
            }
        }
    }
    return spans;
}

struct Interval {
    Day from = 0;
    Day to = 0;
};

/// What a span takes of its track: rows, or days where the chart is to scale.
Interval taken(const Input& input, Mode mode, const Span& span) {
    if (mode != Mode::time) {
        return {static_cast<Day>(span.first), static_cast<Day>(span.last)};
    }
    const RowInput& row = input.rows[span.row];
    const Day first = row.first ? *row.first : *row.last;
    Day last = row.last ? *row.last : *row.first;
    if (span.open_end && input.today) {
        last = std::max(last, *input.today);
    }
    return {first, last};
}

} // namespace

std::vector<Span> find_spans(const Input& input, Mode mode) {
    std::vector<Span> spans = all_spans(input);
    std::vector<std::vector<Interval>> tracks(kTracks);
    std::vector<Span> kept;
    for (Span& span : spans) {
        const Interval interval = taken(input, mode, span);
        // Greedy colouring in order of the first rows; ends that touch would read as one span.
        for (span.track = 0; span.track < kTracks; ++span.track) {
            const auto& others = tracks[span.track];
            const bool is_free = std::none_of(others.begin(), others.end(), [&](const Interval& other) {
                const Day margin = mode == Mode::time ? 1 : 0;
                return interval.from <= other.to + margin && other.from <= interval.to + margin;
            });
            if (is_free) {
                tracks[span.track].push_back(interval);
                kept.push_back(span);
                break;
            }
        }
    }
    return kept;
}

} // namespace demarche::timeline
