#include "compose/timeline_painter.hpp"

#include "compose/frame.hpp"
#include "compose/timeline_marks.hpp"

#include <algorithm>

namespace demarche::compose {

TimelinePainter::TimelinePainter(const TimelineParts& parts)
    : view_(parts.view),
      words_(parts.words),
      input_(parts.input),
      layout_(parts.layout),
      style_(parts.style),
      measurer_(parts.measurer),
      type_(parts.view, parts.style, parts.measurer),
      colours_(lane_colours(parts.view, parts.style)) {}

void TimelinePainter::paint(const timeline::PagePart& part, double top, scene::Page& page) {
    extra_ = part.begin > 0 ? layout_.rows[part.begin].page_start : 0;
    shift_ = top + layout_.columns.heads_height - part.top + extra_;
    heads(top, page);
    bands(part, page);
    scale(part, page);
    lanes(part, page);
    spans(part, page);
    folds(part, page);
    for (std::size_t row = part.begin; row < part.end; ++row) {
        page.marks.push_back(row_mark(row, row == part.begin));
    }
    bottom_ = y(part.bottom);
}

void TimelinePainter::heads(double top, scene::Page& page) const {
    scene::Mark mark{"sides", scene::Role::legend, style_.phrase("sides"), lanes_in_words(view_, style_), {}, {}};
    for (const timeline::PlacedHead& head : layout_.columns.heads) {
        mark.items.emplace_back(text_item(head.text.text, style_.lane_head, colours_[head.lane],
                                          {head.text.at.x, top + head.text.at.y}, scene::Anchor::middle, measurer_));
    }
    add_mark(std::move(mark), page);
}

void TimelinePainter::bands(const timeline::PagePart& part, scene::Page& page) const {
    scene::Mark mark = decoration("bands");
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const auto& band = layout_.rows[i].band;
        if (band) {
            mark.items.emplace_back(
                scene::Rectangle{band->moved(0, shift_), style_.mark_radius / 2, scene::Fill{style_.band, 1}, {}});
        }
    }
    add_mark(std::move(mark), page);
}

/// Lines of the scale, and midnights.
void TimelinePainter::scale(const timeline::PagePart& part, scene::Page& page) const {
    scene::Mark mark = decoration("scale");
    const double left = layout_.columns.lanes_left - style_.mark_radius / 2;
    const double right = layout_.columns.lanes_right + style_.mark_radius / 2;
    const auto on_page = [&](double at) { return at > part.top && at < part.bottom; };
    for (const timeline::Tick& tick : layout_.ticks) {
        if (!on_page(tick.y)) {
            continue;
        }
        mark.items.emplace_back(
            scene::line({left, y(tick.y)}, {right, y(tick.y)}, {style_.rule, style_.lane_width * 0.75, 1, {}}));
        mark.items.emplace_back(text_item(tick.words.text, style_.note, style_.muted,
                                          {tick.words.at.x, y(tick.words.at.y)}, scene::Anchor::start, measurer_));
    }
    for (const double midnight : layout_.midnights) {
        if (on_page(midnight)) {
            mark.items.emplace_back(
                scene::line({left, y(midnight)}, {right, y(midnight)}, {style_.rule, style_.lane_width * 0.75, 1, {}}));
        }
    }
    add_mark(std::move(mark), page);
}

void TimelinePainter::lanes(const timeline::PagePart& part, scene::Page& page) const {
    scene::Mark mark = decoration("lanes");
    for (std::size_t lane = 0; lane < layout_.columns.lanes.size(); ++lane) {
        const scene::Stroke stroke{colours_[lane], style_.lane_width, style_.lane_opacity, {}};
        double from = part.top - layout_.columns.lane_rise[lane] - extra_;
        const auto piece = [&](double to) {
            if (to > from) {
                mark.items.emplace_back(
                    scene::line({layout_.columns.lanes[lane], y(from)}, {layout_.columns.lanes[lane], y(to)}, stroke));
            }
        };
        for (const timeline::PlacedFold& fold : layout_.folds) {
            if (fold.top >= part.top && fold.bottom <= part.bottom) {
                piece(fold.top);
                from = fold.bottom;
            }
        }
        piece(part.bottom);
    }
    add_mark(std::move(mark), page);
}

void TimelinePainter::spans(const timeline::PagePart& part, scene::Page& page) const {
    scene::Mark mark = decoration("spans");
    for (const timeline::PlacedSpan& placed : layout_.spans) {
        const double top = std::max(placed.top, part.top);
        const double bottom = std::min(placed.bottom, part.bottom);
        if (bottom <= top) {
            continue;
        }
        const bool goes_on = placed.span.open_end || placed.bottom > part.bottom;
        const auto items = placed.span.extent == timeline::Extent::uncertain
                               ? uncertain_span(placed.x, y(top), y(bottom), style_)
                               : lasting_span(placed.x, y(top), y(bottom),
                                              placed.span.open_start || placed.top < part.top, goes_on, style_);
        mark.items.insert(mark.items.end(), items.begin(), items.end());
    }
    add_mark(std::move(mark), page);
}

std::string TimelinePainter::fold_words(const timeline::PlacedFold& fold, bool with_scale) const {
    std::string words = words_.folded(fold.gap.first, fold.gap.last);
    if (with_scale && layout_.mode == timeline::Mode::days && (fold.sparse.above || fold.sparse.below)) {
        const char* key = fold.sparse.above && fold.sparse.below ? "not-to-scale"
                          : fold.sparse.above                    ? "not-to-scale-above"
                                                                 : "not-to-scale-below";
        words = dotted({words, style_.phrase(key)}, style_);
    }
    return words;
}

void TimelinePainter::folds(const timeline::PagePart& part, scene::Page& page) const {
    Font font = style_.detail;
    font.italic = true;
    for (const timeline::PlacedFold& fold : layout_.folds) {
        if (fold.top < part.top || fold.bottom > part.bottom) {
            continue;
        }
        scene::Mark mark{"fold-" + std::to_string(fold.gap.above + 1), scene::Role::note, {}, {}, {}, {}};
        mark.items.emplace_back(zigzag(layout_.columns.lanes_left - style_.mark_radius,
                                       layout_.columns.lanes_right + style_.mark_radius,
                                       y((fold.top + fold.bottom) / 2), style_));
        std::string words = fold_words(fold, true);
        if (measurer_.width(words, font) > layout_.columns.label_width) {
            words = fold_words(fold, false);
        }
        const double baseline = y(fold.words_middle) + measurer_.metrics(font).x_height / 2;
        mark.items.emplace_back(text_item(words, font, style_.muted, {layout_.columns.label_left, baseline},
                                          scene::Anchor::start, measurer_));
        page.marks.push_back(std::move(mark));
    }
}

scene::Mark TimelinePainter::row_mark(std::size_t index, bool begins_page) {
    const view::Row& row = view_.rows[index];
    const timeline::PlacedRow& placed = layout_.rows[index];
    scene::Mark mark{ids_.make(row.id),   scene::Role::list_item, words_.sentence(row),
                     words_.sources(row), {{"event", row.id}},    {}};
    mark.items = connections(row, layout_.columns.lanes, y(placed.mark), style_);
    for (const view::LaneMark& standing : row.marks) {
        append(mark,
               standing_mark(standing.standing, reality(row), {layout_.columns.lanes[standing.lane], y(placed.mark)},
                             colours_[standing.lane], style_));
    }
    if (placed.leader) {
        leader(placed, mark);
    }
    type_.date(row, input_.rows[index], begins_page ? placed.full_date : placed.date, {0, shift_},
               layout_.columns.dates_above ? scene::Anchor::start : scene::Anchor::end, mark);
    type_.label(row, input_.rows[index], placed.label, {placed.label_at.x, y(placed.label_at.y)}, mark);
    return mark;
}

/// From the marks to a label that does not stand beside them: level, across, level.
void TimelinePainter::leader(const timeline::PlacedRow& placed, scene::Mark& mark) const {
    const double em = style_.label.size;
    const double left = layout_.columns.lanes_right + 0.3 * em;
    const double right = layout_.columns.label_left - 0.35 * em;
    const double label_y = placed.label_at.y - measurer_.metrics(style_.label).cap_height / 2;
    const double bend = std::min(0.5 * em, (right - left) / 3);
    scene::Path path;
    using Kind = scene::PathSegment::Kind;
    path.segments = {{Kind::move, {left, y(placed.mark)}, {}, {}},
                     {Kind::line, {left + bend, y(placed.mark)}, {}, {}},
                     {Kind::line, {right - bend, y(label_y)}, {}, {}},
                     {Kind::line, {right, y(label_y)}, {}, {}}};
    path.stroke = scene::Stroke{style_.uncertain, style_.lane_width * 0.75, 1, {}};
    mark.items.emplace_back(std::move(path));
}

} // namespace demarche::compose
