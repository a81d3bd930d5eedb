#pragma once
/// Whether what two places of the news tell of can be one event, and how much speaks for it.

#include "assemble/mention.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demarche::assemble {

/// Mentions taken for one event, with what they say together.
struct Cluster {
    Family family = Family::other;
    std::vector<std::uint32_t> mentions; ///< indices, rising
    std::vector<std::uint32_t> articles; ///< rising, each once
    std::vector<MentionParty> parties;   ///< each actor once; nobody who is only said to be absent
    std::vector<Place> places;
    DaySpan days;
    bool dated = false;
    std::uint32_t unnamed = 0;                     ///< parties of one mention whom nobody can name, at most
    bool flexible = false;                         ///< nothing but words that fit a call and a meeting
    bool doubled = false;                          ///< speech that another event tells
    bool plan = false;                             ///< nobody says that it was done
    bool off = false;                              ///< nothing but that it was called off: it was a plan, too
    std::vector<std::vector<std::uint32_t>> words; ///< of the first mentions, at most kMostWordings
    std::vector<std::uint32_t> stems;              ///< of its triggers, rising, each once
    std::vector<std::string> kinds;                ///< its types that have a mode, rising, each once
    std::vector<std::string> categories;           ///< of its types, rising, each once

    static constexpr std::size_t kMostWordings = 12;
};

/// REQUIRES: both rising.
template <class T>
bool share_any(const std::vector<T>& a, const std::vector<T>& b) {
    return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::binary_search(b.begin(), b.end(), x); });
}

Cluster cluster_of(const Mention& mention, std::uint32_t index);
/// Adds what `other` says. Days that cannot both be are left as they are.
void absorb(Cluster& cluster, const Cluster& other);

/// How the parties of two mentions stand to each other.
struct PartyMatch {
    bool conflict = false; ///< they cannot be those of one event
    int same = 0;          ///< actors that both name
    int by_side = 0;       ///< a collective of the one, somebody who acts for it of the other
    int apart = 0;         ///< named by one of them only
};

PartyMatch match_parties(const Cluster& a, const Cluster& b, const Cast& cast);

struct Likeness {
    double score = 0; ///< evidence; what it takes to be one is for the caller to say
    PartyMatch parties;
    bool days_agree = false; ///< both dated, sharing a day
    PlaceRelation place = PlaceRelation::unknown;
    double words = 0; ///< overlap of what both are about
};

/// Nothing where they cannot be one: by type, parties, days or places.
std::optional<Likeness> likeness(const Cluster& a, const Cluster& b, const Cast& cast, const WordBook& book);

} // namespace demarche::assemble
