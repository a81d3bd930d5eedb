#include "compose/timeline_painter.hpp"

#include "compose/frame.hpp"
#include "compose/timeline_marks.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::compose {

namespace {

scene::Mark decoration(const std::string& id) {
    return {id, scene::Role::decoration, {}, {}, {}, {}};
}

void add(scene::Mark mark, scene::Page& page) {
    if (!mark.items.empty()) {
        page.marks.push_back(std::move(mark));
    }
}

void append(scene::Mark& mark, std::vector<scene::Item> items) {
    mark.items.insert(mark.items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

} // namespace

TimelinePainter::TimelinePainter(const TimelineParts& parts)
    : view_(parts.view),
      words_(parts.words),
      input_(parts.input),
      layout_(parts.layout),
      style_(parts.style),
      measurer_(parts.measurer) {
    for (const view::Lane& lane : view_.lanes) {
        colours_.push_back(lane.kind == view::Lane::Kind::others
                               ? style_.muted
                               : style_.side_colour(lane.side, lane.code, lane.index, lane.colour));
    }
}

/// Lower case letters, digits and hyphens, each id once.
std::string TimelinePainter::event_mark_id(const std::string& event) {
    std::string name = "event-";
    for (const char c : event) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        name += upper ? static_cast<char>(c - 'A' + 'a') : plain ? c : '-';
    }
    std::string unique = name;
    for (int n = 2; !ids_.insert(unique).second; ++n) {
        unique = name + "-" + std::to_string(n);
    }
    return unique;
}

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
    scene::Mark mark{"sides", scene::Role::legend, style_.phrase("sides"), {}, {}, {}};
    for (const auto& lane : view_.lanes) {
        if (!lane.name.empty() && lane.name != lane.code) {
            mark.description += (mark.description.empty() ? "" : ", ") + lane.code + ": " + lane.name;
        }
    }
    for (const timeline::PlacedHead& head : layout_.columns.heads) {
        mark.items.emplace_back(text_item(head.text.text, style_.lane_head, colours_[head.lane],
                                          {head.text.at.x, top + head.text.at.y}, scene::Anchor::middle, measurer_));
    }
    add(std::move(mark), page);
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
    add(std::move(mark), page);
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
    add(std::move(mark), page);
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
    add(std::move(mark), page);
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
    add(std::move(mark), page);
}

std::string TimelinePainter::fold_words(const timeline::PlacedFold& fold, bool with_scale) const {
    std::string words = words_.folded(fold.gap.first, fold.gap.last);
    if (with_scale && layout_.mode == timeline::Mode::days && (fold.sparse.above || fold.sparse.below)) {
        const char* key = fold.sparse.above && fold.sparse.below ? "not-to-scale"
                          : fold.sparse.above                    ? "not-to-scale-above"
                                                                 : "not-to-scale-below";
        words += " · " + style_.phrase(key);
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
    scene::Mark mark{event_mark_id(row.id), scene::Role::list_item, words_.sentence(row),
                     words_.sources(row),   {{"event", row.id}},    {}};
    mark.items = connections(row, layout_.columns.lanes, y(placed.mark), style_);
    for (const view::LaneMark& standing : row.marks) {
        append(mark,
               standing_mark(standing.standing, reality(row), {layout_.columns.lanes[standing.lane], y(placed.mark)},
                             colours_[standing.lane], style_));
    }
    if (placed.leader) {
        leader(placed, mark);
    }
    date(index, begins_page ? placed.full_date : placed.date, mark);
    label(index, mark);
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

void TimelinePainter::date(std::size_t index, const std::vector<timeline::PlacedText>& lines, scene::Mark& mark) const {
    Font font = style_.date;
    font.italic = input_.rows[index].date_italic;
    const Edtf& when = view_.rows[index].when;
    // Days stand out; seasons, years and "no date" stand back.
    const bool coarse =
        when.empty() || (when.kind() == EdtfKind::point && when.points().front().precision < EdtfPrecision::day);
    add_lines(lines, font, coarse ? style_.muted : style_.ink, {0, shift_},
              layout_.columns.dates_above ? scene::Anchor::start : scene::Anchor::end, mark);
}

void TimelinePainter::label(std::size_t index, scene::Mark& mark) const {
    const view::Row& row = view_.rows[index];
    const timeline::PlacedRow& placed = layout_.rows[index];
    const Point at{placed.label_at.x, y(placed.label_at.y)};
    Font title = style_.label;
    title.italic = input_.rows[index].italic;
    add_lines(placed.label.title, title, called_off(row) ? style_.muted : style_.ink, at, scene::Anchor::start, mark);
    for (const timeline::PlacedText& number : placed.label.numbers) {
        scene::Text item = text_item(number.text, style_.source_number, style_.muted,
                                     {at.x + number.at.x, at.y + number.at.y}, scene::Anchor::start, measurer_);
        item.link = link_of(number.text);
        mark.items.emplace_back(std::move(item));
    }
    add_lines(placed.label.detail, style_.detail, style_.muted, at, scene::Anchor::start, mark);
}

void TimelinePainter::add_lines(const std::vector<timeline::PlacedText>& lines,
                                const Font& font,
                                Colour colour,
                                Point at,
                                scene::Anchor anchor,
                                scene::Mark& mark) const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        scene::Text item =
            text_item(lines[i].text, font, colour, {at.x + lines[i].at.x, at.y + lines[i].at.y}, anchor, measurer_);
        item.continues = i + 1 < lines.size();
        mark.items.emplace_back(std::move(item));
    }
}

/// The URL of a number, or of the first of a range; none for the signs that follow the numbers.
std::string TimelinePainter::link_of(const std::string& printed) const {
    int number = 0;
    for (const char c : printed) {
        if (c < '0' || c > '9') {
            break;
        }
        number = number * 10 + (c - '0');
    }
    const view::Source* source = view_.sources.source(number);
    return source == nullptr ? "" : source->url;
}

} // namespace demarche::compose
