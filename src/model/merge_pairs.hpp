#pragma once
/// Inside merging: which of the things found are which of the dossier's.

#include "model/merge_match.hpp"
#include "model/model.hpp"

#include <cstddef>
#include <vector>

namespace demarche {

/// At most one of known and rejected; neither: a new one.
struct ActorPair {
    bool known = false;
    bool rejected = false;
    bool doubtful = false; ///< new, but shares a weak name with one that is there
    std::size_t index = 0; ///< in the dossier's actors, or in the rejected ones
};

/// One for each of `found`. A name of one word tells only where there are no two of it on either side.
std::vector<ActorPair> pair_actors(const Model& dossier, const std::vector<Actor>& found);

struct EventPair {
    bool known = false;
    bool rejected = false;
    bool doubtful = false;           ///< new, but like one that is there
    std::size_t index = 0;           ///< in the dossier's events, or in the rejected ones
    std::vector<std::size_t> others; ///< events of the dossier that are like it, too
};

/// One for each of `found`, whose ids are the dossier's. First the most alike, one to one; what is left then joins a
/// known event that cites the same words, or stays away with a rejected one that it is like.
std::vector<EventPair> pair_events(const Model& dossier, const std::vector<Event>& found);

} // namespace demarche
