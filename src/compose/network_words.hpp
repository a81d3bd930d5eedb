#pragma once
/// What stands on a network, in words.
///
/// Words of the template used here: `call`, `meeting`, `visit`, `talks`, `together`, `due`, `no-date`, `plan-passed`,
/// `cancelled`, `denied`, `ongoing`, `disputed`, `said-by`, `according-to`, `and`, `leads`, `leads-at`, `possible`,
/// `host`, `mediator`, `tie-...` for every type of tie.

#include "compose/template.hpp"
#include "view/network_view.hpp"

#include <string>

namespace demarche::compose {

/// "Riyadh talks": the event's short title, else the template's word for its type, else its title.
std::string hub_title(const view::NetworkHub& hub, const Template& style);
/// "Tue 18 Feb", "due Thu 20 Feb", "cancelled"; the year where it is not the chart's.
std::string hub_date(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style);
/// "according to Zelenskyy", where the articles do not report it as their own fact; else empty.
std::string hub_speaker(const view::NetworkHub& hub, const Template& style);
/// The second line of a row: role, "leads", "possible", ties within the card.
std::string row_detail(const view::CardRow& row, const Template& style);
/// "advises", "Ushakov advises" where the line begins at one row of several.
std::string tie_words(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
/// "host", "mediator"; empty for participants.
std::string link_words(const view::NetworkLink& link, const Template& style);
/// "Riyadh talks, Tue 18 Feb 2025: Marco Rubio ...": for who cannot see the chart.
std::string
hub_sentence(const view::NetworkHub& hub, std::size_t index, const view::NetworkView& view, const Template& style);
std::string tie_sentence(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
std::string card_sentence(const view::NetworkCard& card, const view::NetworkView& view, const Template& style);
std::string row_sentence(const view::CardRow& row, const Template& style);
/// "Sources: 1 Outlet, 3 Outlet"; empty without sources.
std::string sources_words(const std::vector<int>& numbers, const view::Sources& sources, const Template& style);

} // namespace demarche::compose
