#include "compose/charts.hpp"
#include "compose/frame.hpp"
#include "compose/timeline_legend.hpp"
#include "compose/timeline_painter.hpp"
#include "compose/timeline_words.hpp"
#include "timeline/layout.hpp"
#include "timeline/pages.hpp"
#include "view/lesser_sides.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <map>

namespace demarche::compose {

namespace {

/// White between the legend's last row and the source line, in the template's gaps: more than between two rows.
constexpr double kLegendToSources = 0.9;

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
        y += legend.height + (legend.height > 0 ? kLegendToSources * style_.gap : 0);
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

scene::Page
one_page(const Frame& frame, TimelinePainter& painter, const timeline::Layout& layout, const Template& style) {
    scene::Page page;
    const double top = frame.head(page);
    painter.paint({0, layout.rows.size(), 0, layout.height}, top, page);
    const double end = frame.foot(top + layout.columns.heads_height + layout.height, page);
    page.size = {style.width, end + style.margin};
    return page;
}

double height_of_one_page(const Frame& frame, const timeline::Layout& layout, const Template& style) {
    scene::Page scratch;
    const double top = frame.head(scratch);
    return frame.foot(top + layout.columns.heads_height + layout.height, scratch) + style.margin;
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

std::vector<scene::Page> many_pages(const std::vector<timeline::PagePart>& parts,
                                    const Frame& frame,
                                    TimelinePainter& painter,
                                    const Template& style) {
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

/// Nine colours can be told apart, hardly more: beyond the palette they repeat.
void warn_of_shared_colours(const view::TimelineView& view, const Template& style, Diagnostics& diagnostics) {
    std::map<std::string, std::string> lane_of_colour;
    for (const view::Lane& lane : view.lanes) {
        if (lane.kind != view::Lane::Kind::side) {
            continue;
        }
        const std::string colour = to_text(style.side_colour(lane.side, lane.code, lane.index, lane.colour));
        const auto [first, fresh] = lane_of_colour.emplace(colour, lane.code);
        if (!fresh) {
            diagnostics.warning("shared-colour", {},
                                "sides \"" + first->second + "\" and \"" + lane.code + "\" have one colour, " + colour,
                                "give one of them a colour in the dossier or the template");
        }
    }
}

std::string description_of(const view::TimelineView& view, const TimelineWords& words, const Template& style) {
    std::string from;
    std::string to;
    for (const view::Row& row : view.rows) {
        if (row.when.empty()) {
            continue;
        }
        to = words.date(row, true);
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
                              Diagnostics& diagnostics) {
    const timeline::Style sizes = layout_style(style);
    timeline::Input input = TimelineWords(view, style).input();
    const view::TimelineView shown = view::fold_lesser_sides(view, timeline::lanes_that_fit(input, sizes, measurer));
    warn_of_shared_colours(shown, style, diagnostics);
    const TimelineWords words(shown, style);
    if (!shown.lesser_sides.empty()) {
        input = words.input();
    }
    timeline::Layout layout = timeline::lay_out(input, sizes, measurer);
    scene::Scene scene = style.blank_scene();
    scene.id_prefix = "timeline";
    scene.title = shown.title;
    scene.description = description_of(shown, words, style);
    scene.language = shown.language;
    scene.date = shown.as_of;

    const TimelineParts parts{shown, words, input, layout, style, measurer};
    const Frame frame(shown, layout, style, measurer);
    TimelinePainter painter(parts);
    const bool cut = paging == Paging::pages && style.max_page_height > 0 &&
                     height_of_one_page(frame, layout, style) > style.max_page_height;
    if (!cut) {
        scene.pages.push_back(one_page(frame, painter, layout, style));
        return scene;
    }
    if (const auto stretches = page_parts(frame, layout, style)) {
        scene.pages = many_pages(*stretches, frame, painter, style);
        return scene;
    }
    // To scale its rows overlap so much that no page could end: rows one after the other can be cut.
    input.mode = timeline::Mode::rows;
    layout = timeline::lay_out(input, sizes, measurer);
    const Frame frame_of_rows(shown, layout, style, measurer);
    scene.pages = many_pages(*page_parts(frame_of_rows, layout, style), frame_of_rows, painter, style);
    return scene;
}

} // namespace demarche::compose
