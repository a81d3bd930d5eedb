#include "assemble/affiliation.hpp"

#include <algorithm>
#include <tuple>

namespace demarche::assemble {

using extract::CountryIndex;
using extract::kNoCountry;

Affiliation affiliation_of(const Identity& identity, const std::vector<Gist>& gists, const extract::Lexicon& lexicon) {
    struct Votes {
        CountryIndex country;
        int articles;
        int titles;
    };

    std::vector<Votes> votes;
    for (const ChainRef ref : identity.chains) {
        const ActorSaid& actor = said(gists, ref);
        if (actor.side == kNoCountry) {
            continue;
        }
        auto vote = std::find_if(votes.begin(), votes.end(), [&](const Votes& v) { return v.country == actor.side; });
        if (vote == votes.end()) {
            votes.push_back({actor.side, 0, 0});
            vote = std::prev(votes.end());
        }
        ++vote->articles;
        vote->titles += static_cast<int>(std::count_if(actor.titles.begin(), actor.titles.end(),
                                                       [&](const auto& t) { return t.country == actor.side; }));
    }
    std::sort(votes.begin(), votes.end(), [&](const Votes& a, const Votes& b) {
        return std::tuple(-a.articles, -a.titles, lexicon.country(a.country).code) <
               std::tuple(-b.articles, -b.titles, lexicon.country(b.country).code);
    });
    Affiliation found;
    if (!votes.empty()) {
        found.country = votes.front().country;
        found.other = votes.size() > 1 ? votes[1].country : kNoCountry;
    }
    return found;
}

} // namespace demarche::assemble
