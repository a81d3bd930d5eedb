#pragma once
/// Ties that sentences tell, beside those that titles give: "Roe, who heads the Grain Fund", "Lind was named minister
/// by Roe", "a member of the Grain Council".

#include "extract/actor.hpp"
#include "extract/document.hpp"

namespace demarche::extract {

/// Adds them to `actors.ties`, each tie once. Between `body`'s ends (all of the document where it is empty). Linear.
void add_told_ties(const Document& document, const Lexicon& lexicon, Span body, Actors& actors);

} // namespace demarche::extract
