#include "extract/word_tables.hpp"

#include "extract/delegation_text.hpp"
#include "extract/told_ties.hpp"

namespace demarche::extract {

WordTables WordTables::built_in() {
    return {&Lexicon::built_in(),        &TimeWords::built_in(), &EventWords::built_in(),
            &EventNounTable::built_in(), &delegation_words(),    &tie_words()};
}

OwnTables::OwnTables(const TableSource& source, Diagnostics& diagnostics)
    : lexicon_(source, diagnostics),
      times_(source, diagnostics),
      verbs_(source, diagnostics),
      nouns_(source, diagnostics),
      delegation_(read_delegation_words(source, diagnostics)),
      ties_(read_tie_words(source, diagnostics)) {}

const std::vector<std::string>& extensible_tables() {
    static const std::vector<std::string> names = {
        "clause_words", "countries",         "delegation_words", "event_nouns", "holidays",
        "name_words",   "noun_phrase_words", "organisations",    "places",      "plain_verbs",
        "seats",        "tie_words",         "time_words",       "titles",      "verbs"};
    return names;
}

} // namespace demarche::extract
