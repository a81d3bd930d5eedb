#include "compose/timeline_frame.hpp"

#include "compose/kept_words.hpp"

#include <iterator>

namespace demarche::compose {

namespace {

/// White between the legend's last row and the source line, in the template's gaps: more than between two rows.
constexpr double kLegendToSources = 0.9;

void move_marks(Block& block, scene::Page& page) {
    page.marks.insert(page.marks.end(), std::make_move_iterator(block.marks.begin()),
                      std::make_move_iterator(block.marks.end()));
}

} // namespace

TimelineFrame::TimelineFrame(const view::TimelineView& view,
                             const std::vector<timeline::Span>& spans,
                             timeline::Mode mode,
                             const Template& style,
                             const text::Measurer& measurer)
    : view_(view),
      style_(style),
      measurer_(measurer),
      legend_(timeline_legend({view, 0, view.rows.size()}, spans, style, measurer)),
      notes_(timeline_notes(view, mode, style)) {}

TimelineFrame
TimelineFrame::of_page(std::size_t begin, std::size_t end, const std::vector<timeline::Span>& spans) const {
    TimelineFrame page = *this;
    page.legend_ = timeline_legend({view_, begin, end}, spans, style_, measurer_);
    return page;
}

std::string TimelineFrame::subtitle(const std::string& page_words) const {
    std::vector<std::string> parts = {view_.subtitle};
    if (view_.rows.size() != view_.events_of) {
        parts.push_back(kept(style_.phrase(
            "events-of", {{"shown", std::to_string(view_.rows.size())}, {"all", std::to_string(view_.events_of)}})));
    }
    if (!page_words.empty()) {
        parts.push_back(kept(page_words));
    }
    return dotted(parts, style_);
}

double TimelineFrame::head(scene::Page& page, const std::string& page_words) const {
    const double top = style_.margin - rise(style_.title);
    Block block = title_block(view_.title, subtitle(page_words), style_, measurer_, top);
    move_marks(block, page);
    return block.height == 0 ? style_.margin : top + block.height + 2 * style_.gap;
}

double TimelineFrame::running_head(scene::Page& page) const {
    std::vector<std::string> parts = {style_.phrase("continued")};
    if (!view_.title.empty()) {
        parts.insert(parts.begin(), view_.title);
    }
    const std::string words = listed(parts, style_);
    Block block = title_block("", words, style_, measurer_, style_.margin - rise(style_.subtitle));
    const double bottom = style_.margin - rise(style_.subtitle) + block.height;
    move_marks(block, page);
    return bottom + 1.5 * style_.gap;
}

double TimelineFrame::foot(double bottom, scene::Page& page) const {
    double y = bottom + 1.5 * style_.gap;
    Block legend = legend_block(legend_, style_, measurer_, y);
    y += legend.height + (legend.height > 0 ? kLegendToSources * style_.gap : 0);
    move_marks(legend, page);
    Block sources = source_block(view_.sources, notes_, view_.as_of, view_.language, style_, measurer_, y);
    y += sources.height;
    move_marks(sources, page);
    return y;
}

std::string TimelineFrame::page_words(std::size_t number, std::size_t count) const {
    return style_.phrase("page", {{"page", std::to_string(number)}, {"pages", std::to_string(count)}});
}

void TimelineFrame::page_number(std::size_t number, std::size_t count, scene::Page& page) const {
    scene::Mark mark{"page-number", scene::Role::decoration, {}, {}, {}, {}};
    mark.items.emplace_back(text_item(page_words(number, count), style_.note, style_.muted,
                                      {style_.width - style_.margin, style_.max_page_height - style_.margin},
                                      scene::Anchor::end, measurer_));
    page.marks.push_back(std::move(mark));
}

/// From the top of a line to the top of its capitals: margins are measured to what the eye sees.
double TimelineFrame::rise(const Font& font) const {
    const text::FontMetrics metrics = measurer_.metrics(font);
    return metrics.ascent - metrics.cap_height;
}

} // namespace demarche::compose
