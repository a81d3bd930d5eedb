#pragma once
/// Paints the strips of a timeline across the page.

#include "compose/template.hpp"
#include "compose/timeline_items.hpp"
#include "compose/timeline_words.hpp"
#include "scene/scene.hpp"
#include "text/measurer.hpp"
#include "timeline/landscape.hpp"
#include "view/timeline_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// What it is given outlives it.
class StripPainter {
public:
    StripPainter(const view::TimelineView& view,
                 const TimelineWords& words,
                 const timeline::Input& input,
                 const Template& style,
                 const text::Measurer& measurer);

    /// The strip with its top at `top`. Every event is one mark, in order. Heads and lanes of any but the first strip
    /// of a page (`number` 0) say nothing new to those who cannot see them.
    void paint(const timeline::Strip& strip, double top, std::size_t number, scene::Page& page);

private:
    [[nodiscard]] double y(double in_strip) const { return in_strip + shift_; }

    [[nodiscard]] std::string numbered(const std::string& id) const;

    void heads(const timeline::Strip& strip, scene::Page& page) const;
    void bands(const timeline::Strip& strip, scene::Page& page) const;
    void scale(const timeline::Strip& strip, scene::Page& page) const;
    void lanes(const timeline::Strip& strip, scene::Page& page) const;
    void stretches(const timeline::Strip& strip, scene::Page& page) const;
    void breaks(const timeline::Strip& strip, scene::Page& page) const;
    [[nodiscard]] scene::Mark event(const timeline::Strip& strip, const timeline::PlacedFlag& flag);

    const view::TimelineView& view_;
    const TimelineWords& words_;
    const timeline::Input& input_;
    const Template& style_;
    const text::Measurer& measurer_;
    WordPainter type_;
    std::vector<Colour> colours_; ///< of the lanes
    EventIds ids_;
    double shift_ = 0;
    std::size_t number_ = 0;
};

} // namespace demarche::compose
