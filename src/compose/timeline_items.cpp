#include "compose/timeline_items.hpp"

#include "compose/badges.hpp"
#include "compose/frame.hpp"

#include <iterator>

namespace demarche::compose {

std::string EventIds::make(const std::string& event) {
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

scene::Mark decoration(const std::string& id) {
    return {id, scene::Role::decoration, {}, {}, {}, {}};
}

void add_mark(scene::Mark mark, scene::Page& page) {
    if (!mark.items.empty()) {
        page.marks.push_back(std::move(mark));
    }
}

void append(scene::Mark& mark, std::vector<scene::Item> items) {
    mark.items.insert(mark.items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

std::vector<Colour> lane_colours(const view::TimelineView& view, const Template& style) {
    std::vector<Colour> colours;
    for (const view::Lane& lane : view.lanes) {
        colours.push_back(lane.kind == view::Lane::Kind::others
                              ? style.muted
                              : style.side_colour(lane.side, lane.code, lane.index, lane.colour));
    }
    return colours;
}

std::string lanes_in_words(const view::TimelineView& view, const Template& style) {
    std::vector<std::string> lanes;
    for (const view::Lane& lane : view.lanes) {
        if (!lane.name.empty() && lane.name != lane.code) {
            lanes.push_back(style.phrase("told", {{"name", lane.code}, {"text", lane.name}}));
        }
    }
    return listed(lanes, style);
}

void WordPainter::lines(const std::vector<timeline::PlacedText>& lines,
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

void WordPainter::date(const view::Row& row,
                       const timeline::RowInput& input,
                       const std::vector<timeline::PlacedText>& words,
                       Point at,
                       scene::Anchor anchor,
                       scene::Mark& mark) const {
    Font font = style_.date;
    font.italic = input.date_italic;
    const Edtf& when = row.when;
    // Days stand out; seasons, years and "no date" stand back.
    const bool coarse =
        when.empty() || (when.kind() == EdtfKind::point && when.points().front().precision < EdtfPrecision::day);
    lines(words, font, coarse ? style_.muted : style_.ink, at, anchor, mark);
}

void WordPainter::label(const view::Row& row,
                        const timeline::RowInput& input,
                        const timeline::Label& words,
                        Point at,
                        scene::Mark& mark) const {
    Font title = style_.label;
    title.italic = input.italic;
    lines(words.title, title, called_off(row) ? style_.muted : style_.ink, at, scene::Anchor::start, mark);
    if (words.badge) {
        append(mark, paint_badge(row.news, words.badge->box.moved(at.x, at.y), style_, measurer_));
    }
    for (const timeline::PlacedText& number : words.numbers) {
        scene::Text item = text_item(number.text, style_.source_number, style_.muted,
                                     {at.x + number.at.x, at.y + number.at.y}, scene::Anchor::start, measurer_);
        item.link = link_of(number.text);
        mark.items.emplace_back(std::move(item));
    }
    lines(words.detail, style_.detail, style_.muted, at, scene::Anchor::start, mark);
}

/// The entry of a number in the source line, or of the first of a range; none for the signs that follow the numbers.
std::string WordPainter::link_of(const std::string& printed) const {
    int number = 0;
    for (const char c : printed) {
        if (c < '0' || c > '9') {
            break;
        }
        number = number * 10 + (c - '0');
    }
    const view::Source* source = view_.sources.source(number);
    return source == nullptr ? "" : "#" + source_target(source->number);
}

} // namespace demarche::compose
