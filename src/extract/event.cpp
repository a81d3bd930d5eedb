#include "extract/event.hpp"

namespace demarche::extract {

std::vector<EventMention> find_events(const Document& /*document*/,
                                      const Actors& /*actors*/,
                                      const std::vector<Timex>& /*times*/,
                                      const std::vector<Speech>& /*speech*/,
                                      const std::vector<EventNoun>& /*nouns*/,
                                      Span /*body*/) {
    return {};
}

} // namespace demarche::extract
