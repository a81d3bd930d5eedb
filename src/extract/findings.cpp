#include "extract/findings.hpp"

#include "extract/told_ties.hpp"

#include <utility>

namespace demarche::extract {

Findings find_all(ReadArticle article, Day published, const Lexicon& lexicon, const TimeWords& words) {
    Findings found;
    found.facts = std::move(article.facts);
    found.document = cut(std::move(article.text));
    if (found.facts.body.begin > 0) {
        begin_sentence(found.document, found.facts.body.begin); // behind the dateline
    }
    const Document& document = found.document;
    const Span body = found.facts.body;
    found.times = find_times(document, published, words);
    found.speech = find_speech(document);
    found.actors = find_actors(document, lexicon, body);
    add_told_ties(document, lexicon, body, found.actors);
    found.nouns = find_event_nouns(document, found.actors, lexicon, found.times, body);
    found.events = find_events(document, found.actors, found.times, found.speech, found.nouns, body);
    found.delegations = find_delegations(document, found.actors, lexicon, found.nouns, body);
    return found;
}

} // namespace demarche::extract
