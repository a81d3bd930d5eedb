#include "compose/charts.hpp"
#include "compose/right_to_left.hpp"
#include "compose/sheet.hpp"
#include "compose/timeline_across.hpp"
#include "compose/timeline_frame.hpp"
#include "compose/timeline_memory.hpp"
#include "compose/timeline_painter.hpp"
#include "compose/timeline_style.hpp"
#include "compose/timeline_words.hpp"
#include "text/right_to_left.hpp"
#include "timeline/landscape.hpp"
#include "timeline/layout.hpp"
#include "timeline/pages.hpp"
#include "view/lesser_sides.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <map>

namespace demarche::compose {

namespace {

/// Part of a page of fixed height that may stay empty so that rows keep their distance.
constexpr double kEmptyShare = 0.08;

std::vector<timeline::Span> spans_of(const timeline::Layout& layout) {
    std::vector<timeline::Span> spans;
    for (const timeline::PlacedSpan& placed : layout.spans) {
        spans.push_back(placed.span);
    }
    return spans;
}

double foot_height(const TimelineFrame& frame) {
    scene::Page scratch;
    return frame.foot(0, scratch);
}

scene::Page
one_page(const TimelineFrame& frame, TimelinePainter& painter, const timeline::Layout& layout, const Template& style) {
    scene::Page page;
    const double top = frame.head(page);
    painter.paint({0, layout.rows.size(), 0, layout.height}, top, page);
    const double bottom = top + layout.columns.heads_height + layout.height;
    const double end = frame.foot(std::max(bottom, style.height - style.margin - foot_height(frame)), page);
    page.size = {style.width, end + style.margin};
    return page;
}

double height_of_one_page(const TimelineFrame& frame, const timeline::Layout& layout, const Template& style) {
    scene::Page scratch;
    const double top = frame.head(scratch);
    return frame.foot(top + layout.columns.heads_height + layout.height, scratch) + style.margin;
}

/// The stretches that pages can hold; nullopt where the layout cannot be cut.
std::optional<std::vector<timeline::PagePart>>
page_parts(const TimelineFrame& frame, const timeline::Layout& layout, const Template& style) {
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
                                    const TimelineFrame& frame,
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
            // Where pages have a height of their own the foot stands at their bottom.
            const double lowest = style.max_page_height - style.margin - frame.page_number_height();
            frame.foot(style.height > 0 ? std::max(bottom, lowest - foot_height(frame)) : bottom, page);
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

/// The words of a view with what the last drawing decided.
timeline::Input input_of(const TimelineWords& words,
                         const view::TimelineView& shown,
                         const Template& style,
                         const scene::KeptChart* previous) {
    timeline::Input input = words.input();
    if (previous != nullptr) {
        remember(*previous, shown, style, input);
    }
    return input;
}

/// White between rows that fills the page; that of the last drawing where it leaves little of the page empty.
double row_spread(const timeline::Input& input, double filling, const Template& style) {
    const double before = input.memory.row_spread.value_or(filling);
    const double left = (filling - before) * static_cast<double>(input.rows.size());
    return left >= 0 && left <= kEmptyShare * style.height ? before : filling;
}

void portrait(const view::TimelineView& shown,
              timeline::Style sizes,
              const Template& style,
              const text::Measurer& measurer,
              Paging paging,
              const scene::KeptChart* previous,
              scene::Scene& scene) {
    const TimelineWords words(shown, style);
    timeline::Input input = input_of(words, shown, style, previous);
    timeline::Layout layout = timeline::lay_out(input, sizes, measurer);
    const TimelineParts parts{shown, words, input, layout, style, measurer};
    const TimelineFrame frame(shown, spans_of(layout), layout.mode, style, measurer);
    sizes.row_spread = row_spread(
        input, spread_to_fill(layout, sizes, style.height - height_of_one_page(frame, layout, style)), style);
    if (sizes.row_spread > 0) {
        input.mode = layout.mode;
        layout = timeline::lay_out(input, sizes, measurer);
    }
    scene.data = layout_data(layout, shown, style, sizes);
    TimelinePainter painter(parts);
    const bool cut = paging == Paging::pages && style.max_page_height > 0 &&
                     too_high(height_of_one_page(frame, layout, style), style.max_page_height);
    if (!cut) {
        scene.pages.push_back(one_page(frame, painter, layout, style));
        return;
    }
    if (const auto stretches = page_parts(frame, layout, style)) {
        scene.pages = many_pages(*stretches, frame, painter, style);
        return;
    }
    sizes.row_spread = 0;
    // To scale its rows overlap so much that no page could end: rows one after the other can be cut.
    input.mode = timeline::Mode::rows;
    layout = timeline::lay_out(input, sizes, measurer);
    scene.data = layout_data(layout, shown, style, sizes);
    const TimelineFrame frame_of_rows(shown, spans_of(layout), layout.mode, style, measurer);
    scene.pages = many_pages(*page_parts(frame_of_rows, layout, style), frame_of_rows, painter, style);
}

/// With as many lanes as the page has room for. On a narrow page the words of a scale would take the lanes of some
/// sides: then the chart is not drawn to scale, and says so.
view::TimelineView with_lanes_that_fit(const view::TimelineView& view,
                                       const timeline::Style& sizes,
                                       const Template& style,
                                       const text::Measurer& measurer) {
    if (!style.lane_of_each_side) {
        return view::fold_to_axis(view);
    }
    if (style.landscape) {
        return view::fold_lesser_sides(view, timeline::lanes_that_fit_across(sizes, style.height));
    }
    timeline::Input input = TimelineWords(view, style).input();
    const std::size_t most = timeline::lanes_that_fit(input, sizes, measurer);
    if (input.mode != timeline::Mode::time) {
        return view::fold_lesser_sides(view, most);
    }
    input.mode = timeline::Mode::rows;
    const std::size_t without_scale = timeline::lanes_that_fit(input, sizes, measurer);
    if (most >= std::min(without_scale, view.lanes.size())) {
        return view::fold_lesser_sides(view, most);
    }
    view::TimelineView shown = view::fold_lesser_sides(view, without_scale);
    shown.scale = ScaleMode::automatic;
    return shown;
}

/// Of the one page that takes as much as the rows need.
double height_of_portrait(const view::TimelineView& view,
                          const Template& style,
                          const text::Measurer& measurer,
                          const scene::KeptChart* previous) {
    const timeline::Style sizes = layout_style(style);
    const view::TimelineView shown = with_lanes_that_fit(view, sizes, style, measurer);
    const TimelineWords words(shown, style);
    const timeline::Layout layout = timeline::lay_out(input_of(words, shown, style, previous), sizes, measurer);
    return height_of_one_page(TimelineFrame(shown, spans_of(layout), layout.mode, style, measurer), layout, style);
}

scene::Scene compose_sized(const view::TimelineView& view,
                           const Template& style,
                           const text::Measurer& measurer,
                           Paging paging,
                           Diagnostics& diagnostics,
                           const scene::KeptChart* previous) {
    const timeline::Style sizes = layout_style(style);
    const view::TimelineView shown = with_lanes_that_fit(view, sizes, style, measurer);
    warn_of_shared_colours(shown, style, diagnostics);
    scene::Scene scene = style.blank_scene();
    scene.id_prefix = "timeline";
    scene.title = shown.title.empty() ? style.phrase("chart") : shown.title;
    scene.description = TimelineWords(shown, style).description();
    scene.language = shown.language;
    scene.date = shown.as_of;
    if (style.landscape) {
        compose_across(shown, sizes, style, measurer, paging, previous, scene);
    } else {
        portrait(shown, sizes, style, measurer, paging, previous, scene);
    }
    return scene;
}

/// In the size that the sheet asks for, if it does.
scene::Scene left_to_right(const view::TimelineView& view,
                           const Template& style,
                           const text::Measurer& measurer,
                           Paging paging,
                           Diagnostics& diagnostics,
                           const scene::KeptChart* previous) {
    if (!style.landscape && style.height > 0) {
        const Template sized = fitted_to_sheet(
            style, [&](const Template& tried) { return height_of_portrait(view, tried, measurer, previous); },
            previous == nullptr ? std::nullopt : remembered_type(*previous, style));
        return compose_sized(view, sized, measurer, paging, diagnostics, previous);
    }
    return compose_sized(view, style, measurer, paging, diagnostics, previous);
}

} // namespace

scene::Scene compose_timeline(const view::TimelineView& view,
                              const Template& style,
                              const text::Measurer& measurer,
                              Paging paging,
                              Diagnostics& diagnostics,
                              const scene::KeptChart* previous) {
    if (style.right_to_left) {
        const text::RightToLeftMeasurer directed(measurer);
        return right_to_left(left_to_right(view, style, directed, paging, diagnostics, previous));
    }
    return left_to_right(view, style, measurer, paging, diagnostics, previous);
}

} // namespace demarche::compose
