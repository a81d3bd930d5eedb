#pragma once
/// Inside the reader of actors: the runs of capitalised words that may be names, and what each is by its own words.

#include "extract/actor.hpp"
#include "extract/actor_titles.hpp"

#include <vector>

namespace demarche::extract {

/// What a run is by its own words.
enum class RunKind : std::uint8_t {
    person,       ///< a given name, a particle, an honorific
    organisation, ///< a word for an institution, an acronym
    place,
    unknown,
};

struct NameRun {
    ItemRange items;
    RunKind kind = RunKind::unknown;
    char gender = '-'; ///< of an honorific
    bool honorific = false;
    std::size_t begin = 0;           ///< item, with the honorific
    bool opens = false;              ///< its first word begins the sentence: its capital says nothing
    std::vector<std::size_t> titles; ///< of find_titles, that belong to it
};

/// In order, not overlapping; none covers a title's core.
std::vector<NameRun> find_runs(const ActorSentence& sentence, const std::vector<FoundTitle>& titles);

/// Ties titles to names: "Foreign Minister A", "A, the foreign minister,", "the foreign minister, A,", "advisers A and
/// B". A run with a title becomes a person.
void attach_titles(const ActorSentence& sentence, const std::vector<FoundTitle>& titles, std::vector<NameRun>& runs);

} // namespace demarche::extract
