#include "extract/findings.hpp"

#include "extract/told_ties.hpp"
#include "extract/word_tables.hpp"

#include <utility>

namespace demarche::extract {

Findings find_all(ReadArticle article, Day published, const WordTables& tables) {
    Findings found;
    found.facts = std::move(article.facts);
    found.document = cut(std::move(article.text));
    if (found.facts.body.begin > 0) {
        begin_sentence(found.document, found.facts.body.begin); // behind the dateline
    }
    const Document& document = found.document;
    const Span body = found.facts.body;
    found.times = find_times(document, published, *tables.times);
    found.speech = find_speech(document);
    found.actors = find_actors(document, tables, body);
    add_told_ties(document, tables, body, found.actors);
    found.nouns = find_event_nouns(document, found.actors, tables, found.times, body);
    found.events = find_events(document, found.actors, tables, found.times, found.speech, found.nouns, body);
    found.delegations = find_delegations(document, found.actors, tables, found.nouns, body);
    return found;
}

} // namespace demarche::extract
