#pragma once
/// Title block, legend and source line of a timeline, and how high they are.

#include "compose/frame.hpp"
#include "compose/timeline_legend.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// What it is given outlives it.
class TimelineFrame {
public:
    TimelineFrame(const view::TimelineView& view,
                  const std::vector<timeline::Span>& spans,
                  timeline::Mode mode,
                  const Template& style,
                  const text::Measurer& measurer);

    /// For a page that is seen on its own: its legend explains what stands there, rows [begin, end), and no more.
    [[nodiscard]] TimelineFrame
    of_page(std::size_t begin, std::size_t end, const std::vector<timeline::Span>& spans) const;

    /// Returns where the chart may begin. `page`: "2 of 3", said beside the subtitle; may be empty.
    double head(scene::Page& page, const std::string& page_words = {}) const;

    /// The title again, small, on the pages after the first.
    double running_head(scene::Page& page) const;

    /// Legend and sources below `bottom`; returns where they end.
    double foot(double bottom, scene::Page& page) const;

    /// "2 of 3".
    [[nodiscard]] std::string page_words(std::size_t number, std::size_t count) const;
    void page_number(std::size_t number, std::size_t count, scene::Page& page) const;

    /// Pages with a number have this much less room.
    [[nodiscard]] double page_number_height() const { return style_.note.size * 1.5 + style_.gap; }

private:
    [[nodiscard]] std::string subtitle(const std::string& page_words) const;
    [[nodiscard]] double rise(const Font& font) const;

    const view::TimelineView& view_;
    const Template& style_;
    const text::Measurer& measurer_;
    std::vector<LegendEntry> legend_;
    std::vector<std::string> notes_;
};

} // namespace demarche::compose
