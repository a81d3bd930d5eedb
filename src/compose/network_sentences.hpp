#pragma once
/// A network in sentences: for who cannot see the chart. None says more than the picture does.
///
/// Words of the template used here: `no-date`, those for the parties in a timeline's sentences, `planned`,
/// `plan-passed`, `cancelled`, `denied`, `ongoing`, `according-to`, `single-source`, `disputed`, `leads`, `leads-at`,
/// `possibly`, `possible-member`.

#include "compose/template.hpp"
#include "view/network_view.hpp"

#include <string>

namespace demarche::compose {

/// The whole in short: "Network of 16 actors in 9 groups; 6 events and 3 ties join them. 6 of 42 events."
std::string network_description(const view::NetworkView& view, const Template& style);
/// "18 Feb 2025: Riyadh talks. U.S. delegation (Marco Rubio ...) took part; Saudi hosts hosted. One source only."
/// What has not happened nobody took part in: "20 Feb 2025: Kellogg due in Kyiv. Parties: Keith Kellogg and Ukraine.
/// Planned. According to Zelenskyy."
std::string hub_sentence(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style);
/// Of it who took part, and as what: "U.S. delegation (Marco Rubio ...) took part; hosted: Saudi hosts".
std::string hub_parties(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style);
/// The same of one line: only those whom it stands for.
std::string link_sentence(const view::NetworkLink& link, const view::NetworkView& view, const Template& style);
/// "Yuri Ushakov advises Vladimir Putin."
std::string tie_sentence(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
/// "Russian delegation: Sergey Lavrov (leads), Yuri Ushakov and possibly Kirill Dmitriev."
std::string card_sentence(const view::NetworkCard& card, const Template& style);
/// "Marco Rubio, Secretary of State, leads."
std::string row_sentence(const view::CardRow& row, const view::NetworkView& view, const Template& style);

} // namespace demarche::compose
