#pragma once
/// Marks in the views what is new or has changed since an older state of the dossier.
///
/// A thing has changed where its facts have, or the words that a chart prints of it: status, date, place, type,
/// parties, whose word it is, that somebody disputes it, title and detail; of an actor name, side and roles; of a
/// delegation its members. Another source for the same fact is no change, nor are weights, marks of review and the
/// order in the file.

#include "model/diff.hpp"
#include "view/network_view.hpp"
#include "view/timeline_view.hpp"

#include <map>
#include <set>
#include <string>

namespace demarche::view {

struct Since {
    Model before;                            ///< the older state, in the ids of the newer one (model/diff.hpp)
    std::map<std::string, News> events;      ///< by id; what has not changed is not there
    std::map<std::string, News> actors;      ///< likewise
    std::map<std::string, News> delegations; ///< likewise
    std::map<std::string, News> ties;        ///< by "FROM TYPE TO"
    std::set<std::string> gone;              ///< ids of events in `before` that are no more
};

Since make_since(const ModelDiff& diff);

/// `now`: the model that the view was made of with `chart`.
void mark_news(const Since& since, const ChartSpec& chart, TimelineView& view);
void mark_news(const Since& since, const Model& now, const ChartSpec& chart, NetworkView& view);

} // namespace demarche::view
