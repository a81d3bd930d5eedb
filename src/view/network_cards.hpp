#pragma once
/// Who stands on which card of a network.

#include "view/network_view.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace demarche::view {

/// Cards for the actors of the chosen events, and where each actor is found on them.
struct CardTable {
    std::vector<NetworkCard> cards;
    std::vector<NetworkSide> sides;
    std::map<std::string, CardEnd> place; ///< by actor id; a state is its side's whole card
    /// By delegation id: the card, and whether the delegation is all of it.
    std::map<std::string, CardEnd> delegation;
    std::vector<std::vector<std::vector<Citation>>> row_citations; ///< by card and row
    std::vector<std::vector<Citation>> card_citations;
};

/// `actors`: who must be on a card; `delegations`: indices of those whose event is shown.
CardTable
make_cards(const Model& model, const std::set<std::string>& actors, const std::vector<std::size_t>& delegations);

} // namespace demarche::view
