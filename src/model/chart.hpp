#pragma once
/// What a chart shows: the dossier's <chart> elements.

#include "base/diagnostic.hpp"
#include "base/edtf.hpp"

#include <string>
#include <vector>

namespace demarche {

enum class ChartKind { timeline, network };
enum class ScaleMode { automatic, time, days, rows };

/// A selection and its titles. Empty lists select everything.
struct ChartSpec {
    ChartKind kind = ChartKind::timeline;
    std::string title;    ///< empty: the dossier's
    std::string subtitle; ///< may be empty
    Edtf from;            ///< events that end before its first day are left out
    Edtf to;              ///< events that begin after its last day are left out
    int min_weight = 1;
    std::vector<std::string> events; ///< ids; where given, just these (and the other conditions)
    std::vector<std::string> actors; ///< ids; an event stays if one of them is a party
    std::vector<std::string> sides;  ///< ids; likewise
    std::vector<std::string> types;  ///< "consult", "consult/call", ...
    ScaleMode scale = ScaleMode::automatic;
    std::string previous; ///< where the last charts are, relative to the dossier; empty: nowhere (docs/updating.md)
    SourcePosition where;
};

const char* to_text(ChartKind kind);
const char* to_text(ScaleMode mode);

} // namespace demarche
