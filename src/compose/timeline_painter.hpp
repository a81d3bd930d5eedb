#pragma once
/// Paints a placed timeline, or the stretch of it that a page shows.

#include "compose/template.hpp"
#include "compose/timeline_items.hpp"
#include "compose/timeline_words.hpp"
#include "scene/scene.hpp"
#include "text/measurer.hpp"
#include "timeline/layout.hpp"
#include "timeline/pages.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// What a chart is made of; all of it outlives the painter.
struct TimelineParts {
    const view::TimelineView& view;
    const TimelineWords& words;
    const timeline::Input& input;
    const timeline::Layout& layout;
    const Template& style;
    const text::Measurer& measurer;
};

class TimelinePainter {
public:
    explicit TimelinePainter(const TimelineParts& parts);

    /// Heads with their top at `top`, then the stretch below them. Every event is one mark, in order.
    void paint(const timeline::PagePart& part, double top, scene::Page& page);

    /// Where what was painted last ends on its page.
    [[nodiscard]] double bottom() const { return bottom_; }

private:
    [[nodiscard]] double y(double in_layout) const { return in_layout + shift_; }

    [[nodiscard]] std::string fold_words(const timeline::PlacedFold& fold, bool with_scale) const;

    void heads(double top, scene::Page& page) const;
    void bands(const timeline::PagePart& part, scene::Page& page) const;
    void scale(const timeline::PagePart& part, scene::Page& page) const;
    void lanes(const timeline::PagePart& part, scene::Page& page) const;
    void spans(const timeline::PagePart& part, scene::Page& page) const;
    void folds(const timeline::PagePart& part, scene::Page& page) const;
    [[nodiscard]] scene::Mark row_mark(std::size_t index, bool begins_page);
    void leader(const timeline::PlacedRow& placed, scene::Mark& mark) const;

    const view::TimelineView& view_;
    const TimelineWords& words_;
    const timeline::Input& input_;
    const timeline::Layout& layout_;
    const Template& style_;
    const text::Measurer& measurer_;
    WordPainter type_;
    std::vector<Colour> colours_; ///< of the lanes
    EventIds ids_;
    double shift_ = 0; ///< from the layout's y to the page's
    double extra_ = 0; ///< above a page's first row, for a date that the row itself does not print
    double bottom_ = 0;
};

} // namespace demarche::compose
