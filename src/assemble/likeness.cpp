#include "assemble/likeness.hpp"

#include <algorithm>
#include <set>

namespace demarche::assemble {
namespace {

constexpr Day kFewDays = 8;

template <class T>
void insert_sorted(std::vector<T>& list, const T& value) {
    const auto at = std::lower_bound(list.begin(), list.end(), value);
    if (at == list.end() || *at != value) {
        list.insert(at, value);
    }
}

/// Without collectives whose people are named: "Russia" beside its foreign minister says nothing more.
std::vector<MentionParty> acting(const std::vector<MentionParty>& parties, const Cast& cast) {
    std::vector<MentionParty> left;
    for (const MentionParty& party : parties) {
        const bool explained =
            cast[party.actor].collective && std::any_of(parties.begin(), parties.end(), [&](const MentionParty& other) {
                return !cast[other.actor].collective && cast.stands_for(other.actor, party.actor);
            });
        if (!explained) {
            left.push_back(party);
        }
    }
    return left;
}

/// Whether `one` may be meant by the collective party `all`: "officials" are not their head of state.
bool covers(const MentionParty& all, const MentionParty& one, const Cast& cast) {
    return cast[all.actor].collective && cast.stands_for(one.actor, all.actor) &&
           !(all.officials && cast[one.actor].leads_state);
}

struct Pairing {
    PartyMatch match;
    int left_a = 0; ///< of a, that b names nobody for
    int left_b = 0;
    std::set<std::uint32_t> sides; ///< of those both name
};

Pairing pair_up(const std::vector<MentionParty>& a, const std::vector<MentionParty>& b, const Cast& cast) {
    Pairing pairing;
    int by_side = 0;
    std::vector<bool> met(b.size());
    for (const MentionParty& one : a) {
        bool found = false;
        bool same = false;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const bool equal = b[j].actor == one.actor;
            if (equal || covers(one, b[j], cast) || covers(b[j], one, cast)) {
                met[j] = true;
                found = true;
                same = same || equal;
            }
        }
        pairing.match.same += same ? 1 : 0;
        by_side += found && !same ? 1 : 0;
        pairing.left_a += found ? 0 : 1;
        if (found) {
            pairing.sides.insert(cast[one.actor].side);
        }
    }
    pairing.left_b = static_cast<int>(std::count(met.begin(), met.end(), false));
    // Three envoys of one land are its one "Peruvian officials", whichever list stands first.
    pairing.match.by_side = std::min(by_side, static_cast<int>(b.size()) - pairing.left_b - pairing.match.same);
    pairing.match.apart = pairing.left_a + pairing.left_b;
    return pairing;
}

/// How many of `some`, whom none of `others` meets, a collective of `all` covers that its own people explain.
int covered_by(const std::vector<MentionParty>& some,
               const std::vector<MentionParty>& others,
               const std::vector<MentionParty>& all,
               const Cast& cast) {
    return static_cast<int>(std::count_if(some.begin(), some.end(), [&](const MentionParty& one) {
        const bool met = std::any_of(others.begin(), others.end(), [&](const MentionParty& other) {
            return other.actor == one.actor || covers(one, other, cast) || covers(other, one, cast);
        });
        return !met && !cast[one.actor].leads_state &&
               std::any_of(all.begin(), all.end(), [&](const MentionParty& other) { return covers(other, one, cast); });
    }));
}

std::vector<MentionParty> with_part(const std::vector<MentionParty>& parties, bool (*keep)(Part)) {
    std::vector<MentionParty> kept;
    std::copy_if(parties.begin(), parties.end(), std::back_inserter(kept),
                 [&](const MentionParty& party) { return keep(party.as); });
    return kept;
}

bool is_source(Part part) {
    return part == Part::source || part == Part::participant || part == Part::speaker;
}

bool is_target(Part part) {
    return part == Part::target;
}

bool is_speaker(Part part) {
    return part == Part::speaker || part == Part::source;
}

bool is_guest(Part part) {
    return part != Part::host && part != Part::mediator;
}

/// Who acts must be the same, and whom it is done to.
PartyMatch match_hostile(const Cluster& a, const Cluster& b, const Cast& cast) {
    PartyMatch match;
    for (const auto keep : {is_source, is_target}) {
        const auto one = with_part(a.parties, keep);
        const auto other = with_part(b.parties, keep);
        const Pairing pairing = pair_up(one, other, cast);
        const bool none = pairing.match.same + pairing.match.by_side == 0;
        match.conflict = match.conflict || (!one.empty() && !other.empty() && none);
        match.same += pairing.match.same;
        match.by_side += pairing.match.by_side;
        match.apart += pairing.match.apart;
    }
    return match;
}

/// One who speaks is never taken for another of the same side.
PartyMatch match_speech(const Cluster& a, const Cluster& b) {
    PartyMatch match;
    const auto one = with_part(a.parties, is_speaker);
    const auto other = with_part(b.parties, is_speaker);
    for (const MentionParty& party : one) {
        const bool same = std::any_of(other.begin(), other.end(),
                                      [&](const MentionParty& second) { return second.actor == party.actor; });
        match.same += same ? 1 : 0;
        match.apart += same ? 0 : 1;
    }
    match.conflict = match.same == 0;
    return match;
}

bool is_bilateral(Family family) {
    return family == Family::call;
}

PartyMatch match_joint(const Cluster& a, const Cluster& b, const Cast& cast) {
    const bool visit = a.family == Family::visit;
    const auto one = acting(visit ? with_part(a.parties, is_guest) : a.parties, cast);
    const auto other = acting(visit ? with_part(b.parties, is_guest) : b.parties, cast);
    Pairing pairing = pair_up(one, other, cast);
    // An envoy may be one of the "officials" that the other report names beside its foreign minister.
    pairing.left_a -= covered_by(one, other, b.parties, cast);
    pairing.left_b -= covered_by(other, one, a.parties, cast);
    PartyMatch match = pairing.match;
    if (one.empty() || other.empty()) {
        return match;
    }
    const int both = match.same + match.by_side;
    const bool each_has_more = pairing.left_a > 0 && pairing.left_b > 0;
    const bool two_sides = match.same >= 2 || (pairing.sides.size() >= 2 && both >= 2);
    match.conflict = both == 0 || (each_has_more && (is_bilateral(a.family) || visit || !two_sides));
    if (is_bilateral(a.family) || is_bilateral(b.family)) {
        // "He spoke with Roe and Lind" is no call of Roe with Lind.
        const std::size_t in_a = one.size() + a.unnamed;
        const std::size_t in_b = other.size() + b.unnamed;
        match.conflict = match.conflict || (in_a >= 2 && in_b >= 2 && in_a != in_b);
        match.conflict =
            match.conflict || (one.size() >= 2 && other.size() >= 2 && one.size() == other.size() && match.apart > 0);
    }
    return match;
}

bool families_fit(const Cluster& a, const Cluster& b) {
    if (a.family == b.family) {
        const bool by_category = a.family == Family::hostile || a.family == Family::other;
        if (a.doubled != b.doubled) {
            return false;
        }
        return !by_category || share_any(a.categories, b.categories);
    }
    const auto talk = [](Family family) { return family == Family::call || family == Family::meet; };
    return (a.flexible || b.flexible) && talk(a.family) && talk(b.family);
}

double days_score(const Cluster& a, const Cluster& b, const DaySpan& both) {
    if (!a.dated || !b.dated) {
        return 0;
    }
    return both.is_day() ? 2 : both.bounded() && both.length() <= kFewDays ? 1 : 0.5;
}

double words_of(const Cluster& a, const Cluster& b, const WordBook& book) {
    double best = 0;
    if (a.family == Family::call || a.family == Family::meet || a.family == Family::visit) {
        return best; // people meet on many things at once
    }
    for (const auto& one : a.words) {
        for (const auto& other : b.words) {
            best = std::max(best, book.overlap(one, other));
        }
    }
    return best;
}

} // namespace

Cluster cluster_of(const Mention& mention, std::uint32_t index) {
    Cluster cluster;
    cluster.family = mention.family;
    cluster.mentions = {index};
    cluster.articles = {mention.article};
    cluster.parties = with_part(mention.parties, [](Part part) { return part != Part::absent; });
    cluster.places = mention.places;
    cluster.days = mention.days;
    cluster.dated = mention.dated;
    cluster.unnamed = mention.unnamed;
    cluster.flexible = mention.flexible;
    cluster.doubled = mention.doubled;
    cluster.plan = mention.is_plan();
    cluster.off = mention.said->status == Status::cancelled;
    if (!mention.words.empty()) {
        cluster.words = {mention.words};
    }
    if (mention.stem != 0) {
        cluster.stems = {mention.stem};
    }
    cluster.categories = {mention.said->type.category};
    if (!mention.said->type.mode.empty()) {
        cluster.kinds = {to_text(mention.said->type)};
    }
    return cluster;
}

void absorb(Cluster& cluster, const Cluster& other) {
    if (cluster.flexible && !other.flexible) {
        cluster.family = other.family;
        cluster.flexible = false;
    }
    for (const std::uint32_t mention : other.mentions) {
        insert_sorted(cluster.mentions, mention);
    }
    for (const std::uint32_t article : other.articles) {
        insert_sorted(cluster.articles, article);
    }
    for (const MentionParty& party : other.parties) {
        const auto known = std::find_if(cluster.parties.begin(), cluster.parties.end(),
                                        [&](const MentionParty& mine) { return mine.actor == party.actor; });
        if (known == cluster.parties.end()) {
            cluster.parties.push_back(party);
        } else {
            known->officials = known->officials || party.officials;
        }
    }
    for (const Place& place : other.places) {
        const bool known = std::any_of(cluster.places.begin(), cluster.places.end(),
                                       [&](const Place& mine) { return mine.key == place.key; });
        if (!known) {
            cluster.places.push_back(place);
        }
    }
    for (const auto& words : other.words) {
        if (cluster.words.size() < Cluster::kMostWordings) {
            cluster.words.push_back(words);
        }
    }
    for (const std::uint32_t stem : other.stems) {
        insert_sorted(cluster.stems, stem);
    }
    for (const std::string& kind : other.kinds) {
        insert_sorted(cluster.kinds, kind);
    }
    for (const std::string& category : other.categories) {
        insert_sorted(cluster.categories, category);
    }
    cluster.days = shared(cluster.days, other.days).value_or(cluster.days);
    cluster.dated = cluster.dated || other.dated;
    cluster.unnamed = std::max(cluster.unnamed, other.unnamed);
    cluster.plan = cluster.plan && other.plan;
    cluster.off = cluster.off && other.off;
}

PartyMatch match_parties(const Cluster& a, const Cluster& b, const Cast& cast) {
    switch (a.family) {
    case Family::speech:
        return match_speech(a, b);
    case Family::hostile:
        return match_hostile(a, b, cast);
    case Family::call:
    case Family::meet:
    case Family::visit:
    case Family::agree:
    case Family::other:
        return match_joint(a, b, cast);
    }
    return {};
}

std::optional<Likeness> likeness(const Cluster& a, const Cluster& b, const Cast& cast, const WordBook& book) {
    if (!families_fit(a, b)) {
        return std::nullopt;
    }
    const auto days = shared(a.days, b.days);
    if (!days.has_value()) {
        return std::nullopt;
    }
    Likeness like;
    like.parties = match_parties(a, b, cast);
    like.place = relation(a.places, b.places);
    // What somebody says in one town and in another can be the same; two meetings cannot.
    if (like.parties.conflict || (like.place == PlaceRelation::apart && a.family != Family::speech)) {
        return std::nullopt;
    }
    like.days_agree = a.dated && b.dated;
    like.words = words_of(a, b, book);
    like.score =
        2.0 * like.parties.same + 1.5 * like.parties.by_side - 0.25 * like.parties.apart + days_score(a, b, *days);
    like.score += like.place == PlaceRelation::same ? 1.5 : like.place == PlaceRelation::nested ? 0.75 : 0;
    like.score += like.words;
    return like;
}

} // namespace demarche::assemble
