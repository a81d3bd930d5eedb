#pragma once
/// Ties that sentences tell, beside those that titles give: "Roe, who heads the Grain Fund", "Lind was named minister
/// by Roe", "a member of the Grain Council".

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/word_classes.hpp"

namespace demarche::extract {

struct WordTables;

/// data/tie_words.tsv with the rows that a person added.
WordClasses read_tie_words(const TableSource& source, Diagnostics& diagnostics);
const WordClasses& tie_words(); ///< the built-in ones

/// Adds them to `actors.ties`, each tie once. Between `body`'s ends (all of the document where it is empty). Linear.
void add_told_ties(const Document& document, const WordTables& tables, Span body, Actors& actors);

} // namespace demarche::extract
