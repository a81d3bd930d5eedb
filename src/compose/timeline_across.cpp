#include "compose/timeline_across.hpp"

#include "compose/timeline_frame.hpp"
#include "compose/timeline_memory.hpp"
#include "compose/timeline_strip_painter.hpp"
#include "timeline/landscape.hpp"

#include <algorithm>

namespace demarche::compose {

namespace {

/// However long the source line: the strips keep this part of the page.
constexpr double kLeastRoom = 0.45;
/// Between two strips on one page, in the template's gaps.
constexpr double kStripGap = 4;

/// With the ends of their events: one that goes on in the next strip may well be over.
std::vector<timeline::Span> spans_of(const std::vector<timeline::Strip>& strips, const timeline::Input& input) {
    std::vector<timeline::Span> spans;
    for (const timeline::Strip& strip : strips) {
        for (const timeline::PlacedStretch& placed : strip.stretches) {
            spans.push_back(placed.span);
            spans.back().open_end = input.rows[placed.span.row].open_end;
        }
    }
    return spans;
}

double foot_height(const TimelineFrame& frame) {
    scene::Page scratch;
    return frame.foot(0, scratch);
}

/// What title, legend and sources leave of the template's height; 0 where it sets none.
double room(const view::TimelineView& view,
            const timeline::Input& input,
            const Template& style,
            const text::Measurer& measurer) {
    if (style.height <= 0) {
        return 0;
    }
    // Which spans will be drawn is not known yet: all of them, for the legend's sake.
    const TimelineFrame frame(view, find_spans(input, timeline::Mode::rows), timeline::Mode::rows, style, measurer);
    scene::Page scratch;
    // Where there will be several pages their numbers may take a line of their own.
    const double top = frame.head(scratch, frame.page_words(1, 2));
    return std::max(style.height - style.margin - foot_height(frame) - top, kLeastRoom * style.height);
}

/// Strips between head and foot; the foot stands at the bottom, what is left white above and below the strips.
scene::Page make_page(const std::vector<timeline::Strip>& strips,
                      const std::string& page_words,
                      const TimelineFrame& frame,
                      StripPainter& painter,
                      const Template& style) {
    scene::Page page;
    double top = frame.head(page, page_words);
    double height = -kStripGap * style.gap;
    for (const timeline::Strip& strip : strips) {
        height += kStripGap * style.gap + strip.height;
    }
    const double foot = foot_height(frame);
    const double spare = std::max(0.0, style.height - style.margin - foot - top - height);
    top += spare / 2;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        painter.paint(strips[i], top, i, page);
        top += strips[i].height + (i + 1 < strips.size() ? kStripGap * style.gap : 0);
    }
    page.size = {style.width, frame.foot(top + spare / 2, page) + style.margin};
    return page;
}

} // namespace

void compose_across(const view::TimelineView& view,
                    const timeline::Style& sizes,
                    const Template& style,
                    const text::Measurer& measurer,
                    Paging paging,
                    const scene::KeptChart* previous,
                    scene::Scene& scene) {
    const TimelineWords words(view, style);
    timeline::Input input = words.input();
    if (previous != nullptr) {
        remember(*previous, view, style, input);
    }
    timeline::LandscapeOptions options;
    options.room = room(view, input, style, measurer);
    options.fold_words = [&words](Day first, Day last) { return words.folded(first, last); };
    const timeline::Landscape across = timeline::lay_out_across(input, sizes, measurer, options);
    scene.data = layout_data(across, view, style);
    const TimelineFrame frame(view, spans_of(across.strips, input), across.mode, style, measurer);
    StripPainter painter(view, words, input, style, measurer);
    if (paging == Paging::one_page || across.strips.size() == 1) {
        scene.pages.push_back(make_page(across.strips, {}, frame, painter, style));
        return;
    }
    for (std::size_t i = 0; i < across.strips.size(); ++i) {
        const timeline::Strip& strip = across.strips[i];
        const TimelineFrame of_page = frame.of_page(strip.begin, strip.end, spans_of({strip}, input));
        scene.pages.push_back(
            make_page({strip}, frame.page_words(i + 1, across.strips.size()), of_page, painter, style));
    }
}

} // namespace demarche::compose
