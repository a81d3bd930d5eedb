#pragma once
/// Inside the reader of actors: the titles of a sentence, with what stands before and behind them.

#include "extract/actor.hpp"
#include "extract/actor_items.hpp"

#include <vector>

namespace demarche::extract {

/// Half open range of items.
struct ItemRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
};

/// A title as it stands; indexes are of items.
struct FoundTitle {
    ItemRange core;        ///< "special envoy"
    ItemRange all;         ///< with time, nationality and body before it, and "of ..." behind it
    ItemRange body;        ///< "State Department", "Grain Fund"
    ItemRange possessor;   ///< a name: "Moreno" in "Moreno's adviser" and "adviser to Moreno"
    bool definite = false; ///< "the", a possessive
    bool indefinite = false;
    bool plural = false;
    bool has_complement = false;
    bool owner = false; ///< followed by 's: part of the title behind it
    ActorTitle title;   ///< spans and chains are filled in later, but for country, home, kind, time, rank
};

/// In order, not overlapping.
std::vector<FoundTitle> find_titles(const ActorSentence& sentence);

} // namespace demarche::extract
