#pragma once
/// Quotations in labels: words in quotation marks stand verbatim in a cited passage.

#include "base/diagnostic.hpp"
#include "model/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// One stretch of a label in quotation marks. Where it is not sure which mark ends it (‘the sides’ wish’),
/// `readings` holds every one it may be, the shortest first; else there is one.
struct Quotation {
    std::vector<std::string> readings;
};

/// The quotations of a label: “ ”, " ", « », » «, „ “, ‹ ›, ‘ ’, ' ', 「 」, 『 』. An apostrophe opens none. A mark
/// of the double kinds that is never closed runs to the label's end.
std::vector<Quotation> quotations(std::string_view label);

/// Whether quoted words stand in one of the passages: compared as base/folding.hpp says, case kept, no word
/// cut; a comma or full stop before the closing mark may be the label's own; parts joined by an ellipsis
/// stand in one passage in their order.
bool stands_in(std::string_view words, const std::vector<std::string>& passages);

/// Reports `misquotation` for every quotation in a label whose words stand in no passage cited by its fact:
/// titles, details, printed dates and places of events; names and roles of actors; names of delegations; verbs of ties.
/// Titles of the dossier and its charts, which cite nothing, may quote any passage of the dossier. A citation of a
/// whole article supports no quotation: it does not say where the words are. Nor does a retracted article, unless the
/// fact is not drawn for it (model/retracted.hpp).
void check_quotations(const Model& model, Diagnostics& diagnostics);

} // namespace demarche
