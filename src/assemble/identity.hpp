#pragma once
/// Inside who is who: which chains of which articles are one actor.

#include "assemble/gist.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::assemble {

/// A chain of an article.
struct ChainRef {
    std::uint32_t article = 0;
    ActorIndex chain = 0;

    friend auto operator<=>(const ChainRef&, const ChainRef&) = default;
};

/// One actor of the story.
struct Identity {
    extract::MentionKind kind = extract::MentionKind::unknown;
    std::vector<ChainRef> chains; ///< in order
};

/// A name that could be of several.
struct OpenName {
    std::string name;
    std::vector<std::string> persons; ///< their names
};

struct Identities {
    std::vector<Identity> all; ///< in an order that does not depend on that of the articles
    std::vector<OpenName> open;
};

/// States, organisations and groups are one by what the tables know, by name and by side; persons by family name and
/// given name, and a single name is that of the one person who can be meant. Chains of unknown kind join what bears
/// their name, else stay what they are. Near linear.
Identities identities(const std::vector<Gist>& gists, const extract::Lexicon& lexicon);

/// Persons only: appends to `into`, and takes out of `unknown` what turned out to be part of a person.
void identify_persons(const std::vector<Gist>& gists,
                      const extract::Lexicon& lexicon,
                      std::vector<ChainRef>& unknown,
                      Identities& into);

inline const ActorSaid& said(const std::vector<Gist>& gists, ChainRef ref) {
    return gists[ref.article].actors[ref.chain];
}

} // namespace demarche::assemble
