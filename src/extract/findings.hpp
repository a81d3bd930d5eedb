#pragma once
/// All that one article says, before it is assembled with others.

#include "extract/actor.hpp"
#include "extract/delegation.hpp"
#include "extract/document.hpp"
#include "extract/event.hpp"
#include "extract/event_noun.hpp"
#include "extract/speech.hpp"
#include "extract/timex.hpp"

#include <vector>

namespace demarche::extract {

struct WordTables;

struct Findings {
    ArticleFacts facts;
    Document document;
    std::vector<Timex> times;
    std::vector<Speech> speech;
    Actors actors;
    std::vector<EventNoun> nouns;
    std::vector<EventMention> events;
    std::vector<DelegationMention> delegations;
};

/// One call a step: the five-minute read of this folder. `published` is the day of publication; dates in the text are
/// counted from it. Linear in the text.
Findings find_all(ReadArticle article, Day published, const WordTables& tables);

} // namespace demarche::extract
