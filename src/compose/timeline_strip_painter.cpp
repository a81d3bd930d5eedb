#include "compose/timeline_strip_painter.hpp"

#include "compose/frame.hpp"
#include "compose/timeline_marks.hpp"
#include "compose/timeline_memory.hpp"

namespace demarche::compose {

namespace {

/// Radii of a mark: from the outer lanes to the ends of what crosses them all, and half the width of a key event's
/// band.
constexpr double kAcrossLanes = 1.75;
constexpr double kBand = 1.65;

} // namespace

StripPainter::StripPainter(const view::TimelineView& view,
                           const TimelineWords& words,
                           const timeline::Input& input,
                           const Template& style,
                           const text::Measurer& measurer)
    : view_(view),
      words_(words),
      input_(input),
      style_(style),
      measurer_(measurer),
      type_(view, style, measurer),
      colours_(lane_colours(view, style)) {}

/// Ids stand once on a page.
std::string StripPainter::numbered(const std::string& id) const {
    return number_ == 0 ? id : id + "-" + std::to_string(number_ + 1);
}

void StripPainter::paint(const timeline::Strip& strip, double top, std::size_t number, scene::Page& page) {
    shift_ = top;
    number_ = number;
    heads(strip, page);
    bands(strip, page);
    scale(strip, page);
    lanes(strip, page);
    stretches(strip, page);
    breaks(strip, page);
    for (const timeline::PlacedFlag& flag : strip.flags) {
        page.marks.push_back(event(strip, flag));
    }
}

void StripPainter::heads(const timeline::Strip& strip, scene::Page& page) const {
    scene::Mark mark = decoration(numbered("sides"));
    if (number_ == 0) {
        mark.role = scene::Role::legend;
        mark.title = style_.phrase("sides");
        mark.description = lanes_in_words(view_, style_);
    }
    for (const timeline::StripHead& head : strip.heads) {
        mark.items.emplace_back(text_item(head.text.text, style_.lane_head, colours_[head.lane],
                                          {head.text.at.x, y(head.text.at.y)}, scene::Anchor::end, measurer_));
    }
    add_mark(std::move(mark), page);
}

/// Behind the words of a key event, and behind its marks.
void StripPainter::bands(const timeline::Strip& strip, scene::Page& page) const {
    scene::Mark mark = decoration(numbered("bands"));

    const double reach = kAcrossLanes * style_.mark_radius;
    const double half = kBand * style_.mark_radius;
    for (const timeline::PlacedFlag& flag : strip.flags) {
        if (!flag.band) {
            continue;
        }
        const scene::Fill fill{style_.band, 1};
        mark.items.emplace_back(scene::Rectangle{flag.band->moved(0, shift_), style_.mark_radius / 2, fill, {}});
        mark.items.emplace_back(scene::Rectangle{
            {flag.mark - half, y(strip.lanes.front()) - reach, flag.mark + half, y(strip.lanes.back()) + reach},
            style_.mark_radius / 2,
            fill,
            {}});
    }
    add_mark(std::move(mark), page);
}

/// Lines of the scale, and midnights.
void StripPainter::scale(const timeline::Strip& strip, scene::Page& page) const {
    scene::Mark mark = decoration(numbered("scale"));
    const double reach = kAcrossLanes * style_.mark_radius;
    const double top = y(strip.lanes.front()) - reach;
    const double bottom = y(strip.lanes.back()) + reach;
    const scene::Stroke stroke{style_.rule, style_.lane_width * 0.75, 1, {}};
    for (const timeline::AxisTick& tick : strip.ticks) {
        double from = top;
        if (tick.words) {
            const timeline::PlacedText& words = *tick.words;
            from = y(words.at.y) - measurer_.metrics(style_.note).cap_height;
            mark.items.emplace_back(text_item(words.text, style_.note, style_.muted, {words.at.x, y(words.at.y)},
                                              scene::Anchor::start, measurer_));
        }
        mark.items.emplace_back(scene::line({tick.x, from}, {tick.x, bottom}, stroke));
    }
    for (const double midnight : strip.midnights) {
        mark.items.emplace_back(scene::line({midnight, top}, {midnight, bottom}, stroke));
    }
    add_mark(std::move(mark), page);
}

void StripPainter::lanes(const timeline::Strip& strip, scene::Page& page) const {
    scene::Mark mark = decoration(numbered("lanes"));
    for (std::size_t lane = 0; lane < strip.lanes.size(); ++lane) {
        const scene::Stroke stroke{colours_[lane], style_.lane_width, style_.lane_opacity, {}};
        const double at = y(strip.lanes[lane]);
        double from = strip.lanes_left;
        for (const timeline::PlacedBreak& fold : strip.breaks) {
            mark.items.emplace_back(scene::line({from, at}, {fold.left, at}, stroke));
            from = fold.right;
        }
        mark.items.emplace_back(scene::line({from, at}, {strip.lanes_right, at}, stroke));
    }
    add_mark(std::move(mark), page);
}

void StripPainter::stretches(const timeline::Strip& strip, scene::Page& page) const {
    scene::Mark mark = decoration(numbered("spans"));
    for (const timeline::PlacedStretch& placed : strip.stretches) {
        const timeline::Span& span = placed.span;
        append(mark, transposed(span.extent == timeline::Extent::uncertain
                                    ? uncertain_span(y(placed.y), placed.left, placed.right, style_)
                                    : lasting_span(y(placed.y), placed.left, placed.right, span.open_start,
                                                   span.open_end, style_)));
    }
    add_mark(std::move(mark), page);
}

void StripPainter::breaks(const timeline::Strip& strip, scene::Page& page) const {
    const double reach = style_.mark_radius;
    for (const timeline::PlacedBreak& fold : strip.breaks) {
        scene::Mark mark{"fold-" + std::to_string(fold.gap.above + 1), scene::Role::note, {}, {}, {}, {}};
        append(mark, transposed({zigzag(y(strip.lanes.front()) - reach, y(strip.lanes.back()) + reach,
                                        (fold.left + fold.right) / 2, style_)}));
        Font font = style_.note;
        type_.lines(fold.words, font, style_.muted, {0, shift_}, scene::Anchor::middle, mark);
        page.marks.push_back(std::move(mark));
    }
}

scene::Mark StripPainter::event(const timeline::Strip& strip, const timeline::PlacedFlag& flag) {
    const view::Row& row = view_.rows[flag.row];
    const timeline::RowInput& input = input_.rows[flag.row];
    scene::Mark mark{ids_.make(row.id),   scene::Role::list_item, words_.sentence(row),
                     words_.sources(row), {{"event", row.id}},    {}};
    for (auto& said : label_data(strip, flag)) {
        mark.data.push_back(std::move(said));
    }
    std::vector<double> lanes = strip.lanes;
    for (double& lane : lanes) {
        lane = y(lane);
    }
    // Where nothing stands on the lanes the leader shows the time: it ends on the nearest one.
    const bool bare = row.marks.empty() && row.arrows.empty();
    const double from = !bare ? y(flag.leader_from) : flag.above ? lanes.front() : lanes.back();
    mark.items.emplace_back(scene::line({flag.mark, from}, {flag.mark, y(flag.leader_to)},
                                        {style_.uncertain, style_.lane_width * 0.75, 1, {}}));
    append(mark, transposed(connections(row, lanes, flag.mark, style_)));
    for (const view::LaneMark& standing : row.marks) {
        append(mark, standing_mark(standing.standing, reality(row), {flag.mark, lanes[standing.lane]},
                                   colours_[standing.lane], style_));
    }
    const Point at{flag.label_at.x, y(flag.label_at.y)};
    type_.date(row, input, flag.date, at, scene::Anchor::start, mark);
    type_.label(row, input, flag.label, at, mark);
    return mark;
}

} // namespace demarche::compose
