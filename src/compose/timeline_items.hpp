#pragma once
/// What a timeline down the page and one across it paint alike: words, ids, colours, sources.

#include "compose/timeline_words.hpp"
#include "scene/scene.hpp"
#include "text/measurer.hpp"
#include "timeline/label.hpp"
#include "view/timeline_view.hpp"

#include <set>
#include <string>
#include <vector>

namespace demarche::compose {

/// Ids of events' marks: lower case letters, digits and hyphens, each id once.
class EventIds {
public:
    std::string make(const std::string& event);

private:
    std::set<std::string> ids_;
};

/// A mark without a meaning of its own, hidden from screen readers.
scene::Mark decoration(const std::string& id);

/// Adds the mark where there is something in it.
void add_mark(scene::Mark mark, scene::Page& page);
void append(scene::Mark& mark, std::vector<scene::Item> items);

/// Of the lanes; that of the others is muted.
std::vector<Colour> lane_colours(const view::TimelineView& view, const Template& style);

/// "US: United States, RUS: Russia": what the codes above or beside the lanes stand for.
std::string lanes_in_words(const view::TimelineView& view, const Template& style);

/// Sets the words of events. What it is given outlives it.
class WordPainter {
public:
    WordPainter(const view::TimelineView& view, const Template& style, const text::Measurer& measurer)
        : view_(view), style_(style), measurer_(measurer) {}

    /// Lines of one text, each `at` relative to `at`.
    void lines(const std::vector<timeline::PlacedText>& lines,
               const Font& font,
               Colour colour,
               Point at,
               scene::Anchor anchor,
               scene::Mark& mark) const;

    void date(const view::Row& row,
              const timeline::RowInput& input,
              const std::vector<timeline::PlacedText>& words,
              Point at,
              scene::Anchor anchor,
              scene::Mark& mark) const;

    /// Title, numbers with their links, detail.
    void label(const view::Row& row,
               const timeline::RowInput& input,
               const timeline::Label& words,
               Point at,
               scene::Mark& mark) const;

private:
    [[nodiscard]] std::string link_of(const std::string& printed) const;

    const view::TimelineView& view_;
    const Template& style_;
    const text::Measurer& measurer_;
};

} // namespace demarche::compose
