#pragma once
/// All tables of words that an article is read with, the built-in ones or those with a person's rows added.

#include "extract/event_noun_table.hpp"
#include "extract/event_words.hpp"
#include "extract/lexicon.hpp"
#include "extract/tables.hpp"
#include "extract/timex_words.hpp"
#include "extract/word_classes.hpp"

#include <string>
#include <vector>

namespace demarche::extract {

/// Refers to the tables: as cheap to copy as its pointers. Immutable.
struct WordTables {
    const Lexicon* lexicon = nullptr;        ///< who and where
    const TimeWords* times = nullptr;        ///< when
    const EventWords* verbs = nullptr;       ///< what was done
    const EventNounTable* nouns = nullptr;   ///< what happened
    const WordClasses* delegation = nullptr; ///< who came with whom
    const WordClasses* ties = nullptr;       ///< who stands how to whom

    static WordTables built_in();
};

/// Tables of a person's own, which outlive what refers to them.
class OwnTables {
public:
    /// Reports what is wrong in the rows that were added. `source` need not outlive this.
    OwnTables(const TableSource& source, Diagnostics& diagnostics);

    [[nodiscard]] WordTables tables() const { return {&lexicon_, &times_, &verbs_, &nouns_, &delegation_, &ties_}; }

private:
    Lexicon lexicon_;
    TimeWords times_;
    EventWords verbs_;
    EventNounTable nouns_;
    WordClasses delegation_;
    WordClasses ties_;
};

/// The names of the tables that a person can add to, in the order of the alphabet.
const std::vector<std::string>& extensible_tables();

} // namespace demarche::extract
