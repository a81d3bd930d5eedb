#include "base/edtf_words.hpp"
#include "compose/charts.hpp"
#include "compose/frame.hpp"
#include "compose/timeline_legend.hpp"
#include "compose/timeline_marks.hpp"
#include "compose/timeline_words.hpp"
#include "timeline/layout.hpp"
#include "timeline/pages.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <set>

namespace demarche::compose {

namespace {

timeline::Style layout_style(const Template& style) {
    timeline::Style result;
    result.left = style.margin;
    result.right = style.width - style.margin;
    result.date = style.date;
    result.lane_head = style.lane_head;
    result.label = style.label;
    result.detail = style.detail;
    result.source_number = style.source_number;
    result.tick = style.note;
    result.line_spacing = style.line_spacing;
    result.mark_radius = style.mark_radius;
    result.lane_distance = style.lane_distance;
    return result;
}

std::string subtitle_of(const view::TimelineView& view, const Template& style) {
    std::string subtitle = view.subtitle;
    if (view.rows.size() != view.events_of) {
        subtitle +=
            (subtitle.empty() ? "" : " · ") + style.phrase("events-of", {{"shown", std::to_string(view.rows.size())},
                                                                         {"all", std::to_string(view.events_of)}});
    }
    return subtitle;
}

/// Ids of marks: lower case letters, digits and hyphens, each once.
class Ids {
public:
    std::string make(const std::string& id) {
        std::string name = "event-";
        for (const char c : id) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            name += upper ? static_cast<char>(c - 'A' + 'a') : plain ? c : '-';
        }
        std::string unique = name;
        for (int n = 2; !used_.insert(unique).second; ++n) {
            unique = name + "-" + std::to_string(n);
        }
        return unique;
    }

private:
    std::set<std::string> used_;
};

/// Paints the layout, or a stretch of it, moved to its place on a page.
class Painter {
public:
    Painter(const view::TimelineView& view,
            const timeline::Layout& layout,
            const timeline::Input& input,
            const Template& style,
            const text::Measurer& measurer)
        : view_(view), layout_(layout), input_(input), style_(style), measurer_(measurer) {
        for (const view::Lane& lane : view.lanes) {
            colours_.push_back(lane_colour(lane));
        }
    }

    /// Heads with their top at `top`, then the stretch below them.
    void paint(const timeline::PagePart& part, double top, scene::Page& page) {
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

    /// Where what was painted last ends on its page.
    [[nodiscard]] double bottom() const { return bottom_; }

private:
    [[nodiscard]] Colour lane_colour(const view::Lane& lane) const {
        if (lane.kind == view::Lane::Kind::others) {
            return style_.muted;
        }
        return style_.side_colour(lane.side, lane.code, lane.index, lane.colour);
    }

    [[nodiscard]] double y(double in_layout) const { return in_layout + shift_; }

    static scene::Mark decoration(const std::string& id) { return {id, scene::Role::decoration, {}, {}, {}, {}}; }

    static void add(scene::Mark mark, scene::Page& page) {
        if (!mark.items.empty()) {
            page.marks.push_back(std::move(mark));
        }
    }

    void heads(double top, scene::Page& page) const {
        scene::Mark mark{"sides", scene::Role::legend, style_.phrase("sides"), {}, {}, {}};
        for (std::size_t lane = 0; lane < view_.lanes.size(); ++lane) {
            const std::string& name = view_.lanes[lane].name;
            if (!name.empty() && name != view_.lanes[lane].code) {
                mark.description += (mark.description.empty() ? "" : ", ") + view_.lanes[lane].code + ": " + name;
            }
        }
        for (const timeline::PlacedHead& head : layout_.columns.heads) {
            mark.items.emplace_back(text_item(head.text.text, style_.lane_head, colours_[head.lane],
                                              {head.text.at.x, top + head.text.at.y}, scene::Anchor::middle,
                                              measurer_));
        }
        add(std::move(mark), page);
    }

    void bands(const timeline::PagePart& part, scene::Page& page) const {
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
    void scale(const timeline::PagePart& part, scene::Page& page) const {
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
                mark.items.emplace_back(scene::line({left, y(midnight)}, {right, y(midnight)},
                                                    {style_.rule, style_.lane_width * 0.75, 1, {}}));
            }
        }
        add(std::move(mark), page);
    }

    void lanes(const timeline::PagePart& part, scene::Page& page) const {
        scene::Mark mark = decoration("lanes");
        for (std::size_t lane = 0; lane < layout_.columns.lanes.size(); ++lane) {
            const scene::Stroke stroke{colours_[lane], style_.lane_width, style_.lane_opacity, {}};
            double from = part.top - layout_.columns.lane_rise[lane] - extra_;
            const auto piece = [&](double to) {
                if (to > from) {
                    mark.items.emplace_back(scene::line({layout_.columns.lanes[lane], y(from)},
                                                        {layout_.columns.lanes[lane], y(to)}, stroke));
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

    void spans(const timeline::PagePart& part, scene::Page& page) const {
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

    [[nodiscard]] std::string fold_words(const timeline::PlacedFold& fold, bool with_scale) const {
        std::string words =
            style_.phrase("folded", {{"length", length_in_words(fold.gap.first, fold.gap.last, view_.language)}});
        if (with_scale && layout_.mode == timeline::Mode::days && (fold.sparse.above || fold.sparse.below)) {
            const char* key = fold.sparse.above && fold.sparse.below ? "not-to-scale"
                              : fold.sparse.above                    ? "not-to-scale-above"
                                                                     : "not-to-scale-below";
            words += " · " + style_.phrase(key);
        }
        return words;
    }

    void folds(const timeline::PagePart& part, scene::Page& page) const {
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

    scene::Mark row_mark(std::size_t index, bool begins_page) {
        const view::Row& row = view_.rows[index];
        const timeline::PlacedRow& placed = layout_.rows[index];
        scene::Mark mark{ids_.make(row.id),
                         scene::Role::list_item,
                         row_sentence(view_, row, style_),
                         row_sources(view_, row, style_),
                         {{"event", row.id}},
                         {}};
        mark.items = connections(row, layout_.columns.lanes, y(placed.mark), style_);
        for (const view::LaneMark& standing : row.marks) {
            append(mark, standing_mark(standing.standing, reality(row),
                                       {layout_.columns.lanes[standing.lane], y(placed.mark)}, colours_[standing.lane],
                                       style_));
        }
        if (placed.leader) {
            leader(placed, mark);
        }
        date(index, begins_page ? placed.full_date : placed.date, mark);
        label(index, mark);
        return mark;
    }

    static void append(scene::Mark& mark, std::vector<scene::Item> items) {
        mark.items.insert(mark.items.end(), std::make_move_iterator(items.begin()),
                          std::make_move_iterator(items.end()));
    }

    /// From the marks to a label that does not stand beside them: level, across, level.
    void leader(const timeline::PlacedRow& placed, scene::Mark& mark) const {
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

    void date(std::size_t index, const std::vector<timeline::PlacedText>& lines, scene::Mark& mark) const {
        Font font = style_.date;
        font.italic = input_.rows[index].date_italic;
        const Edtf& when = view_.rows[index].when;
        // Days stand out; seasons, years and "no date" stand back.
        const bool coarse =
            when.empty() || (when.kind() == EdtfKind::point && when.points().front().precision < EdtfPrecision::day);
        add_lines(lines, font, coarse ? style_.muted : style_.ink, {0, shift_},
                  layout_.columns.dates_above ? scene::Anchor::start : scene::Anchor::end, mark);
    }

    void label(std::size_t index, scene::Mark& mark) const {
        const view::Row& row = view_.rows[index];
        const timeline::PlacedRow& placed = layout_.rows[index];
        const Point at{placed.label_at.x, y(placed.label_at.y)};
        Font title = style_.label;
        title.italic = input_.rows[index].italic;
        add_lines(placed.label.title, title, called_off(row) ? style_.muted : style_.ink, at, scene::Anchor::start,
                  mark);
        for (const timeline::PlacedText& number : placed.label.numbers) {
            scene::Text item = text_item(number.text, style_.source_number, style_.muted,
                                         {at.x + number.at.x, at.y + number.at.y}, scene::Anchor::start, measurer_);
            item.link = link_of(number.text);
            mark.items.emplace_back(std::move(item));
        }
        add_lines(placed.label.detail, style_.detail, style_.muted, at, scene::Anchor::start, mark);
    }

    void add_lines(const std::vector<timeline::PlacedText>& lines,
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
    [[nodiscard]] std::string link_of(const std::string& printed) const {
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

    const view::TimelineView& view_;
    const timeline::Layout& layout_;
    const timeline::Input& input_;
    const Template& style_;
    const text::Measurer& measurer_;
    std::vector<Colour> colours_;
    Ids ids_;
    double shift_ = 0;
    double bottom_ = 0;
    double extra_ = 0; ///< above a page's first row, for a date that the row itself does not print
};

/// Title block, legend and source line, and how high they are.
class Frame {
public:
    Frame(const view::TimelineView& view,
          const timeline::Layout& layout,
          const Template& style,
          const text::Measurer& measurer)
        : view_(view),
          style_(style),
          measurer_(measurer),
          legend_(timeline_legend(view, layout, style, measurer)),
          notes_(timeline_notes(view, layout, style)) {}

    /// Returns where the chart may begin.
    double head(scene::Page& page) const {
        const double top = style_.margin - rise(style_.title);
        Block block = title_block(view_.title, subtitle_of(view_, style_), style_, measurer_, top);
        move_marks(block, page);
        return block.height == 0 ? style_.margin : top + block.height + 2 * style_.gap;
    }

    /// The title again, small, on the pages after the first.
    double running_head(scene::Page& page) const {
        const std::string words = (view_.title.empty() ? "" : view_.title + ", ") + style_.phrase("continued");
        Block block = title_block("", words, style_, measurer_, style_.margin - rise(style_.subtitle));
        const double bottom = style_.margin - rise(style_.subtitle) + block.height;
        move_marks(block, page);
        return bottom + 1.5 * style_.gap;
    }

    /// Legend and sources below `bottom`; returns where they end.
    double foot(double bottom, scene::Page& page) const {
        double y = bottom + 1.5 * style_.gap;
        Block legend = legend_block(legend_, style_, measurer_, y);
        y += legend.height + (legend.height > 0 ? 0.4 * style_.gap : 0);
        move_marks(legend, page);
        Block sources = source_block(view_.sources, notes_, view_.as_of, view_.language, style_, measurer_, y);
        y += sources.height;
        move_marks(sources, page);
        return y;
    }

    void page_number(std::size_t number, std::size_t count, scene::Page& page) const {
        const std::string words =
            style_.phrase("page", {{"page", std::to_string(number)}, {"pages", std::to_string(count)}});
        scene::Mark mark{"page-number", scene::Role::decoration, {}, {}, {}, {}};
        mark.items.emplace_back(text_item(words, style_.note, style_.muted,
                                          {style_.width - style_.margin, page_number_baseline()}, scene::Anchor::end,
                                          measurer_));
        page.marks.push_back(std::move(mark));
    }

    /// Pages with a number have this much less room.
    [[nodiscard]] double page_number_height() const { return style_.note.size * 1.5 + style_.gap; }

private:
    [[nodiscard]] double page_number_baseline() const { return style_.max_page_height - style_.margin; }

    /// From the top of a line to the top of its capitals: margins are measured to what the eye sees.
    [[nodiscard]] double rise(const Font& font) const {
        const text::FontMetrics metrics = measurer_.metrics(font);
        return metrics.ascent - metrics.cap_height;
    }

    static void move_marks(Block& block, scene::Page& page) {
        page.marks.insert(page.marks.end(), std::make_move_iterator(block.marks.begin()),
                          std::make_move_iterator(block.marks.end()));
    }

    const view::TimelineView& view_;
    const Template& style_;
    const text::Measurer& measurer_;
    std::vector<LegendEntry> legend_;
    std::vector<std::string> notes_;
};

scene::Page one_page(const Frame& frame, Painter& painter, const timeline::Layout& layout, const Template& style) {
    scene::Page page;
    const double top = frame.head(page);
    painter.paint({0, layout.rows.size(), 0, layout.height}, top, page);
    const double end = frame.foot(top + layout.columns.heads_height + layout.height, page);
    page.size = {style.width, end + style.margin};
    return page;
}

/// The stretches that pages can hold; nullopt where the layout cannot be cut.
std::optional<std::vector<timeline::PagePart>>
page_parts(const Frame& frame, const timeline::Layout& layout, const Template& style) {
    scene::Page scratch;
    const double bottom = style.max_page_height - style.margin - frame.page_number_height();
    const double heads = layout.columns.heads_height;
    timeline::PageRoom room;
    room.first = bottom - frame.head(scratch) - heads;
    double page_start = 0;
    for (const timeline::PlacedRow& row : layout.rows) {
        page_start = std::max(page_start, row.page_start);
    }
    room.middle = bottom - frame.running_head(scratch) - heads - page_start;
    room.last = frame.foot(0, scratch);
    return cut_pages(layout, room);
}

std::vector<scene::Page>
many_pages(const std::vector<timeline::PagePart>& parts, const Frame& frame, Painter& painter, const Template& style) {
    std::vector<scene::Page> pages;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        scene::Page page;
        page.size = {style.width, style.max_page_height};
        const double top = i == 0 ? frame.head(page) : frame.running_head(page);
        double bottom = top;
        if (parts[i].end > parts[i].begin) {
            painter.paint(parts[i], top, page);
            bottom = painter.bottom();
        }
        if (i + 1 == parts.size()) {
            frame.foot(bottom, page);
        }
        frame.page_number(i + 1, parts.size(), page);
        pages.push_back(std::move(page));
    }
    return pages;
}

std::string description_of(const view::TimelineView& view, const Template& style) {
    std::string from;
    std::string to;
    for (const view::Row& row : view.rows) {
        if (row.when.empty()) {
            continue;
        }
        DateWords words;
        words.locale = view.language;
        to = row.words.empty() ? in_words(row.when, words) : row.words;
        from = from.empty() ? to : from;
    }
    return style.phrase("timeline-description",
                        {{"count", std::to_string(view.rows.size())}, {"from", from}, {"to", to}});
}

} // namespace

scene::Scene compose_timeline(const view::TimelineView& view,
                              const Template& style,
                              const text::Measurer& measurer,
                              Paging paging,
                              Diagnostics& /*diagnostics*/) {
    timeline::Input input = timeline_input(view, style);
    timeline::Layout layout = timeline::lay_out(input, layout_style(style), measurer);
    scene::Scene scene = style.blank_scene();
    scene.id_prefix = "timeline";
    scene.title = view.title;
    scene.description = description_of(view, style);
    scene.language = view.language;
    scene.date = view.as_of;

    const Frame frame(view, layout, style, measurer);
    Painter painter(view, layout, input, style, measurer);
    scene.pages.push_back(one_page(frame, painter, layout, style));
    const bool cut =
        paging == Paging::pages && style.max_page_height > 0 && scene.pages.front().size.height > style.max_page_height;
    if (!cut) {
        return scene;
    }
    auto parts = page_parts(frame, layout, style);
    if (!parts) {
        // To scale its rows overlap so much that no page could end: rows one after the other can be cut.
        input.mode = timeline::Mode::rows;
        layout = timeline::lay_out(input, layout_style(style), measurer);
        const Frame plain(view, layout, style, measurer);
        Painter again(view, layout, input, style, measurer);
        scene.pages = many_pages(*page_parts(plain, layout, style), plain, again, style);
        return scene;
    }
    Painter again(view, layout, input, style, measurer);
    scene.pages = many_pages(*parts, frame, again, style);
    return scene;
}

} // namespace demarche::compose
