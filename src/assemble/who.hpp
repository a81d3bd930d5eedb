#pragma once
/// Who is who: the actors of all articles, each once, with sides, roles and ties.

#include "assemble/gist.hpp"
#include "assemble/note.hpp"

#include <string>
#include <vector>

namespace demarche::assemble {

struct WhoIsWho {
    std::vector<Side> sides;
    std::vector<Actor> actors; ///< in order of their weight in the story, then of first mention
    std::vector<Tie> ties;
    /// ids[article][chain] is an id of `actors`; empty: nobody who takes part in anything.
    std::vector<std::vector<std::string>> ids;
};

/// One person for the spellings of one name, two for two of one surname. What articles disagree on is noted, not
/// settled. Independent of the order in which articles of one day are given, but for ties, which the order decides.
WhoIsWho who_is_who(const std::vector<Gist>& gists, const extract::Lexicon& lexicon, Notes& notes);

} // namespace demarche::assemble
