#pragma once
/// What happened: the mentions of all articles as events, each once, with dates, parties, order, titles and weights;
/// and the delegations that acted there.

#include "assemble/gist.hpp"
#include "assemble/note.hpp"
#include "assemble/who.hpp"

#include <vector>

namespace demarche::assemble {

struct Happenings {
    std::vector<Event> events; ///< in order of time, undated ones last
    std::vector<Delegation> delegations;
};

/// Mentions are one event where types, parties, places and dates allow it: dates intersect (a week and a day give the
/// day), parties and places join, passages accumulate. What articles disagree on is noted and kept as a disputing
/// citation.
///
/// `articles` are those of the gists, marked where they share text: they count as one source then.
/// REQUIRES: `who` is of the same gists, with ids that no article has. The events' and delegations' ids are other ones.
/// Independent of the order in which articles of one day are given. Near linear in the mentions.
Happenings happenings(const std::vector<Gist>& gists,
                      const std::vector<Article>& articles,
                      const WhoIsWho& who,
                      const extract::Lexicon& lexicon,
                      Notes& notes);

} // namespace demarche::assemble
