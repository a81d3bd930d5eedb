#pragma once
/// What a mark of a chart rests on: its sources' numbers, and the words they are cited with.

#include "view/sources.hpp"

#include <string>
#include <vector>

namespace demarche::view {

/// Exact words of a source, white space collapsed.
struct CitedWords {
    int number = 0; ///< of the source
    std::string words;
    Stance stance = Stance::supports;

    friend bool operator==(const CitedWords&, const CitedWords&) = default;
};

struct Support {
    std::vector<int> numbers;      ///< ascending, each once
    std::vector<CitedWords> words; ///< by number, then in the dossier's order, each once; none for a whole article
    bool one_text = false;         ///< several sources support it, and all of them carry one text: they count as one
};

/// What `citations` of articles that were not retracted come to among the numbered sources. Words are the article's own
/// where they were found there.
Support support_of(const Model& model, const Sources& sources, const std::vector<Citation>& citations);

/// Whether all sources of a chart carry one text.
bool all_share_one_text(const Sources& sources);

} // namespace demarche::view
