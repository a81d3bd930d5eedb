#pragma once
/// The timeline's view of the model: rows and lanes, with no positions yet.
///
/// Everything that decides what a mark *means* is settled here, so that the drawing cannot get it wrong:
/// who stands on a lane and as what, who is joined with whom, which way an arrow points, whose word it is.

#include "model/event_type.hpp"
#include "view/selection.hpp"
#include "view/support.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche::view {

/// A column of the chart, in the order of the dossier's sides.
struct Lane {
    enum class Kind {
        side,
        others, ///< actors without a side, where there are sides, and lesser sides of very many; last
        axis,   ///< the one lane of a chart without sides; all marks stand on it
    };

    Kind kind = Kind::side;
    std::string side; ///< id; empty unless Kind::side
    std::string code; ///< lane head
    std::string name;
    std::size_t index = 0;        ///< of the side in the model: its place in the palette
    std::optional<Colour> colour; ///< the side's own
};

/// How a lane's actors stand in an event. Later ones win where a lane has several.
enum class Standing {
    absent,    ///< named as not there
    took_part, ///< also the source of an act
    acted_on,  ///< the target of an act
    spoke,
    mediated,
    hosted,
    clashed, ///< a hostile act that no arrow shows: within one lane, or whose other side is not known
};

struct LaneMark {
    std::size_t lane = 0;
    Standing standing = Standing::took_part;
    std::vector<std::string> who; ///< short names, those with this standing, order of the parties
};

/// A party in words: for the sentence that describes a row, where each is named with its own standing.
struct PartyWords {
    std::optional<std::size_t> lane;  ///< none: it has no lane in this chart
    std::optional<std::size_t> side;  ///< index in the model; none: of no side
    std::string side_name;            ///< empty: of no side
    std::optional<Standing> standing; ///< none: addressed or spoken of, not said to be there
    std::string name;                 ///< short
    bool acted = false;               ///< its part says that it was the one who acted
};

/// From one lane to another. Nothing stands on the target lane because of an arrow of words.
struct Arrow {
    enum class Kind {
        against, ///< from who acted to who was acted against
        towards, ///< from who gave or did to who received, where that was not hostile
        words,   ///< from a speaker to those addressed or spoken of
    };

    Kind kind = Kind::against;
    std::size_t from = 0; ///< lanes
    std::size_t to = 0;
};

/// What is known of a row's place among neighbours whose dates may be the same.
enum class OrderKnown { known, partly, unknown };

/// One event.
struct Row {
    std::size_t event = 0; ///< index in the model
    std::string id;
    std::string title, detail, place;
    Edtf when;
    std::string words;      ///< overrides the printed date
    bool same_date = false; ///< the row above prints this very date
    bool same_year = false; ///< the dates above say its year already
    EventNature nature = EventNature::joint;
    Status status = Status::occurred;
    bool emphasis = false;
    bool unreviewed = false;
    bool overdue = false; ///< planned for a day before the as-of day, and nobody says that it took place
    OrderKnown order = OrderKnown::known; ///< its own place
    /// Of all neighbours that it ends: said once, below the last of them. `known`: nothing is to be said here.
    OrderKnown order_of_group = OrderKnown::known;

    /// Short names of those whose word it is; `attribution_in_title` where the title says so already.
    std::vector<std::string> said_by;
    bool attribution_in_title = false;

    std::vector<int> numbers;   ///< sources
    Support support;            ///< the same, with the words that are cited
    bool single_source = false; ///< just one independent source
    bool disputed = false;      ///< a citation speaks against it

    std::vector<PartyWords> parties; ///< order of the dossier
    std::vector<LaneMark> marks;     ///< ascending lanes, each at most once
    std::vector<std::size_t> joined; ///< ascending lanes that acted together; none or at least two
    std::vector<Arrow> arrows;
};

struct TimelineView {
    std::string title, subtitle;
    std::string language = "en";
    std::string as_of;         ///< YYYY-MM-DD; may be empty
    std::size_t events_of = 0; ///< how many events the rows were chosen from
    ScaleMode scale = ScaleMode::automatic;
    std::vector<Lane> lanes;               ///< at least one
    std::vector<std::string> lesser_sides; ///< codes of the sides that share the lane of the others
    std::vector<Row> rows;                 ///< chronological, undated ones last
    Sources sources;
    std::size_t unreviewed = 0;            ///< facts shown that nobody has reviewed: events and actors
    bool one_independent_source = false;   ///< everything shown rests on one and the same text
    bool order_within_day_unknown = false; ///< two neighbours of one day that nothing puts in order
    std::vector<std::string> sides_before; ///< ids: had lanes of their own in the last drawing
};

/// What the last drawing of a chart showed, in its order: ids of any kind, of which those that are gone mean nothing.
struct TimelineMemory {
    std::vector<std::string> events; ///< down the page
    std::vector<std::string> sides;  ///< with lanes of their own
};

/// Order and lanes are those of the last drawing wherever the model leaves them open.
TimelineView make_timeline_view(const Model& model, const ChartSpec& chart, const TimelineMemory& before = {});

} // namespace demarche::view
