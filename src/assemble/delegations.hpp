#pragma once
/// Who came with whom: what articles say of one side's people at one event, made one delegation.

#include "assemble/event_order.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace demarche::assemble {

/// All that articles say of one side's people at one event.
struct Team {
    std::size_t event = 0;         ///< index in the happenings
    std::string side;              ///< id
    std::vector<CastIndex> people; ///< in the order of mention
    std::set<CastIndex> heads;
    std::set<CastIndex> members; ///< the heads too
    std::set<CastIndex> possible;
    std::set<CastIndex> absent;
    std::vector<Citation> citations;
};

/// In the order of the happenings, then of the sides' ids. `order`: the articles.
std::vector<Team>
find_teams(const std::vector<Happening>& happenings, const std::vector<std::uint32_t>& order, const Telling& telling);

/// Who came with a team is a party of its event; their state is not named beside them.
void join_teams(std::vector<Happening>& happenings, const std::vector<Team>& teams, const Telling& telling);

/// A head is only whom an article names as such; where articles name several there is none and `notes` is told.
/// REQUIRES: the events have their ids.
std::vector<Delegation> delegations_of(const std::vector<Team>& teams,
                                       const std::vector<Happening>& happenings,
                                       const Telling& telling,
                                       Notes& notes);

} // namespace demarche::assemble
