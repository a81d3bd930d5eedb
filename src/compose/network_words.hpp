#pragma once
/// What stands printed on a network.
///
/// Words of the template used here: `call`, `meeting`, `visit`, `talks`, `due`, `no-date`, `plan-passed`,
/// `cancelled-title`, `denied-title`, `ongoing`, `disputed`, `according-to`, `and`, `leads`, `leads-at`, `possible`,
/// `host`, `mediator`, `list-middle`, `in-brackets`, `tie-...` for every type of tie.

#include "compose/template.hpp"
#include "view/network_view.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

/// "Riyadh talks": the event's short title, else the template's word for its type, else its title.
std::string hub_title(const view::NetworkHub& hub, const Template& style);
/// "Riyadh talks", "Cancelled: Riyadh talks", as on a timeline.
std::string printed_hub_title(const view::NetworkHub& hub, const Template& style);
/// The same with the event's full title, for tables and lists: "Denied: Roe and Lind meet in Lima".
std::string full_hub_title(const view::NetworkHub& hub, const Template& style);
/// "Tue 18 Feb", "due Thu 20 Feb", "no date set"; the year where the view says so.
std::string hub_date(const view::NetworkHub& hub, const view::NetworkView& view, const Template& style);
/// The date alone; `full`: with its year. Empty where there is none.
std::string date_words(const view::NetworkHub& hub, const view::NetworkView& view, bool full);
/// "according to Zelenskyy", where the articles do not report it as their own fact; else empty.
std::string hub_speaker(const view::NetworkHub& hub, const Template& style);
/// Role, "leads", "possible", ties within the card: those that there are.
std::vector<std::string> row_parts(const view::CardRow& row, const view::NetworkView& view, const Template& style);
/// "Foreign Minister, Egypt"; the body may be empty.
std::string role_words(const std::string& title, const std::string& body, const Template& style);
/// "advises (2019)": words with their time, where it is given.
std::string in_time(const std::string& words, const Edtf& when, const view::NetworkView& view, const Template& style);
/// The second line of a row: its parts with " · " between them.
std::string row_detail(const view::CardRow& row, const view::NetworkView& view, const Template& style);
/// "advises": the dossier's words, else the template's.
std::string verb_of(const view::TieKind& kind, const Template& style);
/// "advises, speaks for (2019)": all kinds of a tie, with their time where it is given.
std::string verbs_of(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
/// "advises", "Ushakov advises" where the line begins at one row of several.
std::string tie_words(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
/// "advises → Vladimir Putin", the arrow the way the words run, where the tie stands in its own row.
std::string tie_in_row(const view::NetworkTie& tie, const view::NetworkView& view, const Template& style);
/// "host", "mediator"; empty for participants.
std::string link_words(const view::NetworkLink& link, const Template& style);

} // namespace demarche::compose
