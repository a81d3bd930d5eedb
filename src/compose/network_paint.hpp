#pragma once
/// Cards, hubs and lines of a network: measured for the layout, then painted where it put them.

#include "compose/template.hpp"
#include "network/graph.hpp"
#include "text/measurer.hpp"
#include "view/network_view.hpp"

#include <vector>

namespace demarche::compose {

/// What measuring and painting share.
struct NetworkStyle {
    const view::NetworkView& view;
    const Template& style;
    const text::Measurer& measurer;

    /// Everything below was set for names of 8.2 pt and grows with them.
    [[nodiscard]] double unit() const { return style.card_name.size / 8.2; }

    [[nodiscard]] Colour side_colour(int side) const;
};

/// `index`: of the view's cards or hubs. The node of a card, `width` wide: a frame with a title and a box a row, or one
/// box alone.
network::Node measure_card(const NetworkStyle& style, std::size_t index, double width);
/// The pill of a hub, at most `width` wide.
network::Node measure_hub(const NetworkStyle& style, std::size_t index, double width);
/// The words beside a line, with its sources.
Size measure_words(const NetworkStyle& style, const std::string& words, const std::vector<int>& sources);

/// One mark for the card, one for each row.
std::vector<scene::Mark>
paint_card(const NetworkStyle& style, std::size_t index, const Box& box, const std::vector<Box>& rows);
scene::Mark paint_hub(const NetworkStyle& style, std::size_t index, const Box& box);
std::vector<scene::Item> paint_words(const NetworkStyle& style,
                                     const std::string& words,
                                     const std::vector<int>& sources,
                                     Colour colour,
                                     const Box& box);

/// The box of a row within its card, where its lines end.
Box row_box(const NetworkStyle& style, std::size_t card, std::size_t row, const Box& band);

/// The outline of a rounded rectangle for samples and hubs.
scene::Item pill(const NetworkStyle& style, const Box& box, Status status);

struct LineLook {
    Colour colour;
    double width = 1;
    bool dashed = false;
    bool arrow = false;
    bool back = false; ///< an act against somebody: a double head, at the line's beginning
};

/// A line with rounded bends over a halo that parts it from what it crosses.
std::vector<scene::Item> paint_line(const NetworkStyle& style, const std::vector<Point>& route, const LineLook& look);

/// [a-z][a-z0-9-]* of any id: "hub-" + "Riyadh_talks" gives "hub-riyadh-talks".
std::string mark_id(const std::string& kind, const std::string& id);

} // namespace demarche::compose
