#pragma once
/// Cards, hubs and lines of a network: measured for the layout, then painted where it put them.

#include "compose/cited_words.hpp"
#include "compose/template.hpp"
#include "network/graph.hpp"
#include "text/measurer.hpp"
#include "view/network_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

constexpr double kNameOfUnit = 8.2; ///< points: names of this size are set in a unit of 1
constexpr double kArrowHalf = 2.2;  ///< half the width of an arrow head, in units
constexpr double kArrowAir = 0.4;   ///< points between it and words beside its line

/// What measuring and painting share.
struct NetworkStyle {
    const view::NetworkView& view;
    const Template& style;
    const text::Measurer& measurer;
    const SupportWords& sources; ///< a mark's sources in words
    bool narrow = false;         ///< a page with no room for two columns of usual cards: less air in cards and hubs
    bool ladder = false;         ///< ties are words in the rows (network_ladder.hpp)
    double words_width = 0;      ///< at which words beside lines wrap; 0: as usual

    /// Everything was set for names of kNameOfUnit and grows with them.
    [[nodiscard]] double unit() const { return style.card_name.size / kNameOfUnit; }

    [[nodiscard]] Colour side_colour(int side) const;
    /// "10–16 Feb · 2 5", "10–16 Feb · 1 3 †": words and the numbers of their sources.
    [[nodiscard]] std::string with_numbers(const std::string& words, const view::Support& support) const;
    /// The same on lines: the numbers stay together, and with the last word before them.
    [[nodiscard]] std::vector<text::Line>
    wrap_with_numbers(const std::string& words, const view::Support& support, const Font& font, double width) const;
};

/// Did it happen? Else it is planned, or called off.
bool is_done(Status status);
/// Cancelled or denied: hollow and struck through, as on a timeline.
bool is_called_off(Status status);

/// `index`: of the view's cards or hubs. The node of a card, `width` wide: a frame with a title and a box a row, or one
/// box alone.
network::Node measure_card(const NetworkStyle& style, std::size_t index, double width);
/// The pill of a hub, at most `width` wide.
network::Node measure_hub(const NetworkStyle& style, std::size_t index, double width);
/// The words beside a line, with its sources.
Size measure_words(const NetworkStyle& style, const std::string& words, const view::Support& support);

/// One mark for the card, one for each row.
std::vector<scene::Mark>
paint_card(const NetworkStyle& style, std::size_t index, const Box& box, const std::vector<Box>& rows);
scene::Mark paint_hub(const NetworkStyle& style, std::size_t index, const Box& box);
std::vector<scene::Item> paint_words(
    const NetworkStyle& style, const std::string& words, const view::Support& support, Colour colour, const Box& box);

/// The room above the words of a card, a row or a hub that its badge takes, the distance to them included; 0 where it
/// has none.
Size badge_room(const NetworkStyle& style, view::News news);
/// The badge, the left upper corner of its box at `at`; nothing where there is none.
std::vector<scene::Item> badge_items(const NetworkStyle& style, view::News news, Point at);

/// The box of a row within its card, where its lines end.
Box row_box(const NetworkStyle& style, std::size_t card, const Box& band);

/// The radius of a pill's ends.
double pill_radius(const NetworkStyle& style, const Box& box);
/// The empty outline of a hub: a pill, or the box of an act. Also a sample in the legend.
std::vector<scene::Item> hub_outline(const NetworkStyle& style, const Box& box, Status status, bool hostile);

struct LineLook {
    Colour colour;
    double width = 1;
    bool dashed = false;
    bool arrow = false;
    bool back = false; ///< an act against somebody: a double head, at the line's beginning
};

/// A line with rounded bends over a halo that parts it from what it crosses.
std::vector<scene::Item> paint_line(const NetworkStyle& style, const std::vector<Point>& route, const LineLook& look);

LineLook look_of(const NetworkStyle& style, const view::NetworkLink& link);
LineLook look_of(const NetworkStyle& style, const view::NetworkTie& tie);

/// [a-z][a-z0-9-]* of any id: "hub-" + "Riyadh_talks" gives "hub-riyadh-talks".
std::string mark_id(const std::string& kind, const std::string& id);

} // namespace demarche::compose
