#include "extract/delegation.hpp"

namespace demarche::extract {

std::vector<DelegationMention> find_delegations(const Document& /*document*/,
                                                const Actors& /*actors*/,
                                                const Lexicon& /*lexicon*/,
                                                const std::vector<EventNoun>& /*nouns*/,
                                                Span /*body*/) {
    return {};
}

} // namespace demarche::extract
