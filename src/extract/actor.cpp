#include "extract/actor.hpp"

#include "extract/actor_bodies.hpp"
#include "extract/actor_collect.hpp"
#include "extract/actor_persons.hpp"
#include "extract/word_tables.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace demarche::extract {
namespace {

/// Mentions in the order of the text, without those that turned out to be nothing; chains in the order of their first.
void put_in_order(Actors& actors) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t m = 0; m < actors.mentions.size(); ++m) {
        const ActorMention& mention = actors.mentions[m];
        if (mention.chain != kNone || mention.kind != MentionKind::unknown) {
            order.push_back(m);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return actors.mentions[a].span.begin < actors.mentions[b].span.begin;
    });
    std::vector<std::uint32_t> chain_order;
    std::vector<std::uint32_t> new_chain(actors.chains.size(), kNone);
    std::vector<ActorMention> mentions;
    mentions.reserve(order.size());
    for (const std::uint32_t m : order) {
        ActorMention mention = actors.mentions[m];
        if (mention.chain != kNone) {
            if (new_chain[mention.chain] == kNone) {
                new_chain[mention.chain] = static_cast<std::uint32_t>(chain_order.size());
                chain_order.push_back(mention.chain);
            }
            mention.chain = new_chain[mention.chain];
        }
        mentions.push_back(mention);
    }
    std::vector<ActorChain> chains;
    for (const std::uint32_t c : chain_order) {
        chains.push_back(std::move(actors.chains[c]));
        chains.back().mentions.clear();
    }
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        if (mentions[m].chain != kNone) {
            chains[mentions[m].chain].mentions.push_back(m);
        }
    }
    const auto renamed = [&](std::uint32_t chain) { return chain == kNone ? kNone : new_chain[chain]; };
    for (ActorTitle& title : actors.titles) {
        title.body_chain = renamed(title.body_chain);
        title.possessor_chain = renamed(title.possessor_chain);
    }
    for (NamedTie& tie : actors.ties) {
        tie.from = renamed(tie.from);
        tie.to = renamed(tie.to);
    }
    actors.mentions = std::move(mentions);
    actors.chains = std::move(chains);
}

/// The country of the dateline that stands before the body on its line: "MANILA - "; kNoCountry: none is known.
CountryIndex told_from(const Document& document, const Lexicon& lexicon, Span body) {
    const auto behind =
        std::partition_point(document.sentences.begin(), document.sentences.end(),
                             [&](const Sentence& cut) { return document.tokens[cut.first].span.begin < body.begin; });
    if (behind == document.sentences.begin()) {
        return kNoCountry;
    }
    const Sentence& line = *std::prev(behind);
    const std::uint32_t end = document.tokens[line.last - 1].span.end;
    if (end > body.begin || document.text.substr(end, body.begin - end).find('\n') != std::string::npos) {
        return kNoCountry;
    }
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const LexMatch found = lexicon.match(document, i, line.last);
        const bool place = found.classes.has(LexClass::capital) || found.classes.has(LexClass::place) ||
                           found.classes.has(LexClass::country);
        if (place && found.entry->country != kNoCountry) {
            return found.entry->country;
        }
    }
    return kNoCountry;
}

} // namespace

Actors find_actors(const Document& document, const WordTables& tables, Span body) {
    const bool whole = body.begin == body.end;
    Collected collected;
    ActorSentence sentence;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& cut = document.sentences[s];
        const Span first = document.tokens[cut.first].span;
        if (!whole && (first.begin < body.begin || first.begin >= body.end)) {
            continue;
        }
        read_items(document, tables, s, sentence);
        collect(sentence, collected);
    }
    Actors actors;
    chain_persons(document, collected, actors.chains);
    chain_bodies(document, *tables.lexicon, collected, actors.chains);
    chain_short_bodies(document, collected, actors.chains);
    link_titles(document, collected, actors.chains);
    find_sides(collected, told_from(document, *tables.lexicon, body), actors.chains);
    chain_references(document, collected, actors.chains);
    actors.ties = find_ties(document, collected, actors.chains);
    actors.mentions = std::move(collected.mentions);
    actors.titles = std::move(collected.titles);
    put_in_order(actors);
    return actors;
}

} // namespace demarche::extract
