#pragma once
/// A network's view while it is made: cards first, then hubs with their lines, then ties, then numbers.

#include "view/network_cards.hpp"
#include "view/network_view.hpp"

#include <string>
#include <vector>

namespace demarche::view {

struct NetworkDraft {
    const Model& model;
    NetworkView view;
    CardTable table;
    std::vector<std::size_t> delegations; ///< indices of those whose event is shown
    /// Beside view.hubs, view.links and view.ties.
    std::vector<std::vector<Citation>> hub_citations, link_citations, tie_citations;
};

/// Did its parties meet, or at least go somewhere?
bool is_meeting(const Event& event);
/// Did somebody named act against somebody named?
bool is_act(const Event& event);
/// Whether a line of the event's hub would end at this party.
bool has_line(const Event& event, const Party& party);

/// The event's hub, its lines, and who was absent. REQUIRES: is_meeting or is_act; the cards are made.
void add_hub(NetworkDraft& draft, const Event& event);

/// Ties between actors on cards: between two cards lines, within one card words in the row.
void add_ties(NetworkDraft& draft);

/// The name in running text.
std::string short_name(const Model& model, const std::string& actor);
NamedActor named_actor(const Model& model, const std::string& actor);

} // namespace demarche::view
