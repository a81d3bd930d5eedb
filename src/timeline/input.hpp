#pragma once
/// What the layout of a timeline starts from: words already chosen, dates as days, no model.

#include "base/calendar.hpp"
#include "base/font.hpp"
#include "timeline/memory.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche::timeline {

enum class Mode {
    automatic, ///< `choose_mode` decides
    time,      ///< marks to scale between folds
    days,      ///< a day takes the room that its rows need
    rows,      ///< one row after the other
};

/// How a row's date is known.
enum class Extent {
    undated,   ///< stands after all others
    exact,     ///< one known day
    uncertain, ///< some day from first to last
    lasted,    ///< from first to last
};

/// One event: its dates and its words.
struct RowInput {
    Extent extent = Extent::exact;
    std::optional<Day> first; ///< nothing: undated, or not known
    std::optional<Day> last;
    bool open_start = false; ///< began before all that is known
    bool open_end = false;   ///< goes on
    bool same_span = false;  ///< shares the uncertain span of the row above
    bool bracket = false;    ///< an uncertain span that the gutter shows; else its words say it alone
    bool same_date = false;  ///< prints no date, as the row above has it
    bool day_known = false;  ///< first == last and known as a day: midnights can be marked around it
    bool planned = false;

    std::string date; ///< printed in the gutter where `same_date` is false
    bool date_italic = false;
    std::string full_date; ///< the same where the row begins a page: with its year
    std::string title;
    std::vector<std::string> numbers; ///< superscripts after the title
    std::string detail;               ///< may be empty
    std::string brief;                ///< what of it no label must lose: whose word it is, what nobody confirmed
    std::string badge;                ///< a word in a box behind the title: "NEW"; may be empty
    bool emphasis = false;
    bool italic = false;   ///< the title: planned and called-off events
    std::size_t upper = 0; ///< first and last lane on which something of it stands
    std::size_t lower = 0;
    std::optional<FlagMemory> kept; ///< across the page: its label in the last drawing
};

/// Type and lengths, in points. Distances that only the layout knows are ems of `label`.
struct Style {
    double left = 0;  ///< of the page's text
    double right = 0; ///< of the page's text
    Font date, lane_head, label, detail, source_number, badge, tick;
    double line_spacing = 1.25;
    double mark_radius = 4;
    double row_spread = 0;     ///< more white between two rows than they need
    double lane_distance = 27; ///< wished for: wide heads make it larger, a narrow page smaller
};

struct Input {
    Mode mode = Mode::automatic;
    std::optional<Mode> previous;   ///< of the last drawing: kept where it is still nearly as good
    Memory memory;                  ///< of the last drawing
    std::vector<std::string> heads; ///< one a lane, left to right; may be empty strings
    std::vector<RowInput> rows;     ///< in the order to be drawn; undated ones last
    std::optional<Day> today;       ///< the as-of day: what goes on is drawn as far as that
    std::string locale = "en";
};

} // namespace demarche::timeline
