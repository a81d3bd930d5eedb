#pragma once
/// Who came together with whom: delegations and their heads, as one article tells.

#include "extract/actor.hpp"
#include "extract/document.hpp"
#include "extract/event_noun.hpp"

#include <cstdint>
#include <vector>

namespace demarche::extract {

enum class MemberAs : std::uint8_t {
    head,     ///< "led by", "headed the delegation"; never from rank or order of naming alone
    member,   ///< "accompanied by", "brought along", "the delegation includes"
    possible, ///< "may join", "might be in attendance"
    absent,   ///< "without", "did not travel with the delegation"
};

struct DelegationMember {
    std::uint32_t mention = kNone; ///< in Actors::mentions
    MemberAs as = MemberAs::member;
};

/// One side's people at one event, as one sentence (or two that follow each other) names them. In the order of the
/// text.
struct DelegationMention {
    Span clause; ///< what says it, as a citation quotes it
    std::uint32_t sentence = 0;
    std::vector<DelegationMember> members; ///< in the order of the text
    CountryIndex country = kNoCountry;     ///< "the Russian delegation"; else that of its people, where all are of one
    std::uint32_t body = kNone;            ///< mention of the body that sends it, where it is no country's
    Span event; ///< the noun or verb of the event it acts at, in this sentence or the one before; empty: not said
};

/// All of them between `body`'s ends (all of the document where it is empty). Linear.
std::vector<DelegationMention> find_delegations(const Document& document,
                                                const Actors& actors,
                                                const WordTables& tables,
                                                const std::vector<EventNoun>& nouns,
                                                Span body = {});

} // namespace demarche::extract
