#include "compose/timeline_legend.hpp"

#include "compose/badges.hpp"
#include "compose/timeline_marks.hpp"
#include "compose/timeline_words.hpp"

#include <algorithm>

namespace demarche::compose {

namespace {

using view::Standing;

/// So many sides that share a lane are named in a note, more are counted.
constexpr std::size_t kSidesNamed = 16;

bool any_row(const ShownRows& shown, const std::function<bool(const view::Row&)>& holds) {
    const auto first = shown.view.rows.begin();
    return std::any_of(first + static_cast<std::ptrdiff_t>(shown.begin), first + static_cast<std::ptrdiff_t>(shown.end),
                       holds);
}

bool any_mark(const ShownRows& shown, Standing standing) {
    return any_row(shown, [&](const view::Row& row) {
        return std::any_of(row.marks.begin(), row.marks.end(),
                           [&](const view::LaneMark& mark) { return mark.standing == standing; });
    });
}

bool any_arrow(const ShownRows& shown, view::Arrow::Kind kind) {
    return any_row(shown, [&](const view::Row& row) {
        return std::any_of(row.arrows.begin(), row.arrows.end(),
                           [&](const view::Arrow& arrow) { return arrow.kind == kind; });
    });
}

bool has_mark_on_lane(const view::Row& row) {
    return std::any_of(row.marks.begin(), row.marks.end(),
                       [](const view::LaneMark& mark) { return mark.standing != Standing::absent; });
}

LegendEntry mark_entry(Standing standing, Reality reality, const std::string& words, const Template& style) {
    // The spikes of a burst reach half as far again as a circle.
    const double radius = (standing == Standing::clashed ? 1.5 : 1) * style.mark_radius;
    return {2 * radius,
            [=, &style](double left, double y) {
                return standing_mark(standing, reality, {left + radius, y}, style.muted, style);
            },
            words};
}

LegendEntry arrow_entry(view::Arrow::Kind kind, const std::string& words, const Template& style) {
    const double width = 4 * style.mark_radius;
    return {width,
            [=, &style](double left, double y) { return arrow(kind, left, left + width, y, Reality::done, style); },
            words};
}

/// A sign that stands among the source numbers.
LegendEntry
sign_entry(const std::string& sign, const std::string& words, const Template& style, const text::Measurer& measurer) {
    const double width = measurer.width(sign, style.legend);
    return {width,
            [=, &style, &measurer](double left, double y) {
                const double baseline = y + measurer.metrics(style.legend).cap_height / 2;
                return std::vector<scene::Item>{
                    text_item(sign, style.legend, style.muted, {left, baseline}, scene::Anchor::start, measurer)};
            },
            words};
}

class Entries {
public:
    Entries(const ShownRows& shown, const Template& style) : shown_(shown), style_(style) {}

    void standings() {
        const bool done = any_row(shown_, [](const view::Row& row) {
            return reality(row) == Reality::done &&
                   std::any_of(row.marks.begin(), row.marks.end(), [](const view::LaneMark& mark) {
                       return mark.standing == Standing::took_part || mark.standing == Standing::acted_on;
                   });
        });
        if (done) {
            add(mark_entry(Standing::took_part, Reality::done, style_.phrase("took-part"), style_));
        }
        for (const auto& [standing, key] :
             {std::pair{Standing::spoke, "spoke"}, std::pair{Standing::hosted, "hosted"},
              std::pair{Standing::mediated, "mediated"}, std::pair{Standing::clashed, "hostile-act"}}) {
            if (any_mark(shown_, standing)) {
                add(mark_entry(standing, Reality::done, style_.phrase(key), style_));
            }
        }
    }

    void realities() {
        if (any_row(shown_, [](const view::Row& r) { return r.status == Status::planned && has_mark_on_lane(r); })) {
            add(mark_entry(Standing::took_part, Reality::planned, style_.phrase("planned"), style_));
        }
        const bool cancelled = any_row(shown_, [](const view::Row& r) { return r.status == Status::cancelled; });
        const bool denied = any_row(shown_, [](const view::Row& r) { return r.status == Status::denied; });
        if (cancelled || denied) {
            const char* key = cancelled && denied ? "cancelled-or-denied" : cancelled ? "cancelled" : "denied";
            add(mark_entry(Standing::took_part, Reality::called_off, style_.phrase(key), style_));
        }
        if (any_mark(shown_, Standing::absent)) {
            add(mark_entry(Standing::absent, Reality::done, style_.phrase("not-present"), style_));
        }
    }

    void arrows() {
        for (const auto& [kind, key] : {std::pair{view::Arrow::Kind::against, "acted-against"},
                                        std::pair{view::Arrow::Kind::towards, "acted-towards"},
                                        std::pair{view::Arrow::Kind::words, "addressed"}}) {
            if (any_arrow(shown_, kind)) {
                add(arrow_entry(kind, style_.phrase(key), style_));
            }
        }
    }

    /// Samples lie as the spans of the chart do: along the way that time runs.
    void spans(const std::vector<timeline::Span>& spans) {
        const auto any_span = [&](const std::function<bool(const timeline::Span&)>& holds) {
            return std::any_of(spans.begin(), spans.end(), holds);
        };
        const Template& style = style_;
        const double half = 1.1 * style.mark_radius;
        const double width = style.landscape ? 2 * half : style.mark_radius;
        if (any_span([](const timeline::Span& span) { return span.extent == timeline::Extent::uncertain; })) {
            add({width,
                 [=, &style](double left, double y) {
                     return style.landscape ? transposed(uncertain_span(y, left, left + width, style))
                                            : uncertain_span(left + width / 2, y - half, y + half, style);
                 },
                 style.phrase("some-day")});
        }
        for (const bool open : {false, true}) {
            if (any_span([&](const timeline::Span& span) {
                    return span.extent == timeline::Extent::lasted && span.open_end == open;
                })) {
                add({width,
                     [=, &style](double left, double y) {
                         return style.landscape
                                    ? transposed(lasting_span(y, left, left + width, false, open, style))
                                    : lasting_span(left + width / 2, y - half, y + half, false, open, style);
                     },
                     style.phrase(open ? "goes-on" : "lasted")});
            }
        }
    }

    void signs(const text::Measurer& measurer) {
        if (any_row(shown_, [&](const view::Row& row) { return numbers_share_text(shown_.view, row); })) {
            add(sign_entry(kOneText, style_.phrase("one-text-sign"), style_, measurer));
        }
        if (any_row(shown_, [](const view::Row& row) { return row.disputed; })) {
            add(sign_entry(kDisputed, style_.phrase("disputed"), style_, measurer));
        }
    }

    void badges(const text::Measurer& measurer) {
        std::optional<view::NewsCount> here = shown_.view.since;
        if (here) {
            here->fresh = any_row(shown_, [](const view::Row& row) { return row.news == view::News::fresh; }) ? 1 : 0;
            here->changed =
                any_row(shown_, [](const view::Row& row) { return row.news == view::News::changed; }) ? 1 : 0;
        }
        for (LegendEntry& entry : badge_legend(here, shown_.view.language, style_, measurer)) {
            add(std::move(entry));
        }
    }

    std::vector<LegendEntry> take() { return std::move(entries_); }

private:
    void add(LegendEntry entry) { entries_.push_back(std::move(entry)); }

    const ShownRows& shown_;
    const Template& style_;
    std::vector<LegendEntry> entries_;
};

} // namespace

std::vector<LegendEntry> timeline_legend(const ShownRows& shown,
                                         const std::vector<timeline::Span>& spans,
                                         const Template& style,
                                         const text::Measurer& measurer) {
    Entries entries(shown, style);
    entries.standings();
    entries.realities();
    entries.arrows();
    entries.spans(spans);
    entries.signs(measurer);
    entries.badges(measurer);
    return entries.take();
}

std::vector<std::string> timeline_notes(const view::TimelineView& view, timeline::Mode mode, const Template& style) {
    std::vector<std::string> notes;
    if (view.rows.empty()) {
        notes.push_back(style.phrase("no-events"));
    }
    if (view.one_independent_source && view.sources.list.size() > 1) {
        notes.push_back(style.phrase("one-text"));
    }
    if (view.rows.size() > 1 && mode != timeline::Mode::time) {
        const char* steps = style.landscape ? "distances-not-to-scale" : "rows-not-to-scale";
        notes.push_back(style.phrase(mode == timeline::Mode::days ? "days-not-to-scale" : steps));
    }
    if (view.order_within_day_unknown) {
        notes.push_back(style.phrase("order-of-day"));
    }
    if (!view.lesser_sides.empty()) {
        const std::string others = style.phrase("others");
        notes.push_back(
            view.lesser_sides.size() <= kSidesNamed
                ? style.phrase("others-are", {{"others", others}, {"names", joined(view.lesser_sides, style)}})
                : style.phrase("others-count",
                               {{"others", others}, {"count", std::to_string(view.lesser_sides.size())}}));
    }
    for (std::string& note : since_notes(view.since, view.language, style)) {
        notes.push_back(std::move(note));
    }
    if (view.retracted > 0) {
        notes.push_back(style.phrase(view.retracted == 1 ? "retracted-one" : "retracted",
                                     {{"count", std::to_string(view.retracted)}}));
    }
    if (view.unreviewed > 0) {
        notes.push_back(style.phrase(view.unreviewed == 1 ? "unreviewed-one" : "unreviewed",
                                     {{"count", std::to_string(view.unreviewed)}}));
    }
    return notes;
}

} // namespace demarche::compose
