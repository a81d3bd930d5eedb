#include "extract/event_finder.hpp"
#include "extract/event_gap.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::extract {
namespace {

/// Verbs with which a meeting is over.
bool ends(std::string_view verb) {
    static constexpr std::array<std::string_view, 8> kVerbs{"ended",     "concluded", "wrapped", "finished",
                                                            "adjourned", "closed",    "broke",   "collapsed"};
    return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

/// Verbs that only say when their subject was.
bool only_happens(std::string_view base) {
    static constexpr std::array<std::string_view, 4> kVerbs{"come", "happen", "occur", "follow"};
    return std::find(kVerbs.begin(), kVerbs.end(), base) != kVerbs.end();
}

/// 1: what the sentence tells came after what stands behind the word; -1: before; 0: the word does not say.
int direction(std::string_view word) {
    if (word == "after" || word == "After" || word == "once" || word == "Once") {
        return 1;
    }
    return word == "before" || word == "Before" ? -1 : 0;
}

} // namespace

std::uint32_t EventFinder::token_at(std::uint32_t byte) const {
    const auto* const tokens = input_.document.tokens.data();
    const auto* const at =
        std::lower_bound(tokens + text_.sentence.cut.first, tokens + text_.sentence.cut.last, byte,
                         [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    return static_cast<std::uint32_t>(at - tokens);
}

/// What verb group `v` tells; of "Roe's remarks came", "the visit came" the event of its subject. kNone: nothing.
std::uint32_t EventFinder::told_by(std::uint32_t v) const {
    if (event_of_verb_[v] != kNone) {
        return event_of_verb_[v];
    }
    const VerbGroup& group = text_.verb(v);
    const bool happens = group.verb != kNoVerb && only_happens(input_.words.verb(group.verb).base);
    const bool plain = happens && group.tense == VerbTense::past && !group.negated && group.subject.size() == 1;
    const std::uint32_t n = plain ? text_.event_noun_of(group.subject[0]) : kNone;
    if (n == kNone) {
        return kNone;
    }
    return nature(input_.nouns[n].type) == EventNature::speech ? speech_before(group.subject[0]) : event_of_noun_[n];
}

/// "Roe's remarks": what Roe was last reported to have said, in this sentence or the two before. kNone: nothing.
std::uint32_t EventFinder::speech_before(std::uint32_t phrase) const {
    const Span words = text_.span_of(phrase);
    std::uint32_t chain = kNone;
    for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
        const ActorMention& each = text_.mention(m);
        if (each.possessive && each.span.begin >= words.begin && each.span.end <= words.end) {
            chain = chain == kNone ? each.chain : chain;
        }
    }
    for (std::size_t e = chain == kNone ? 0 : events_.size(); e > 0; --e) {
        const EventMention& event = events_[e - 1];
        if (event.sentence + 2 < text_.sentence.number) {
            break;
        }
        const bool spoke = std::any_of(event.parties.begin(), event.parties.end(), [&](const EventParty& party) {
            return (party.as == Part::speaker || party.as == Part::source) &&
                   text_.mention(party.mention).chain == chain;
        });
        if (nature(event.type) == EventNature::speech && spoke && event.sentence != text_.sentence.number) {
            return static_cast<std::uint32_t>(e - 1);
        }
    }
    return kNone;
}

/// `lead`: the token of "after" or "before", before which a gap may stand.
void EventFinder::add_order_of(std::uint32_t event, bool after, std::uint32_t lead, Span other) {
    EventMention& mention = events_[event];
    if (mention.trigger == other || mention.order.size() >= 4) {
        return;
    }
    const Span words{text_.token(lead).span.begin, other.end};
    mention.order.push_back({after, words, other, gap_before(input_.document, text_.sentence.cut.first, lead)});
}

/// "After the talks ended, Roe said".
void EventFinder::add_order_of_ended() {
    for (std::uint32_t v = 0; v < text_.sentence.verbs.size(); ++v) {
        const VerbGroup& group = text_.verb(v);
        const bool clause = group.link == ClauseLink::when && group.governor != kNone && group.subject.size() == 1;
        const std::uint32_t n = clause && ends(text_.text(group.main)) ? text_.event_noun_of(group.subject[0]) : kNone;
        const std::uint32_t told = n == kNone ? kNone : told_by(group.governor);
        if (told != kNone && told != event_of_noun_[n] && direction(text_.text(group.link_word)) > 0) {
            add_order_of(told, true, group.link_word, input_.nouns[n].noun);
        }
    }
}

void EventFinder::add_order() {
    // "After the talks, Roe said"
    for (std::uint32_t n = text_.first_noun(); n < text_.last_noun(); ++n) {
        const EventNoun& noun = input_.nouns[n];
        if (noun.relation.end <= noun.relation.begin) {
            continue;
        }
        const std::uint32_t v = clause_of(token_at(noun.noun.begin));
        const std::uint32_t told = v == kNone ? kNone : told_by(v);
        if (told != kNone && told != event_of_noun_[n]) {
            add_order_of(told, noun.after, token_at(noun.relation.begin), noun.noun);
        }
    }
    add_order_of_ended();
    // "after Lind left", "before meeting Lind"
    for (std::uint32_t v = 0; v < text_.sentence.verbs.size(); ++v) {
        const VerbGroup& group = text_.verb(v);
        const bool hangs = group.link == ClauseLink::when || group.link == ClauseLink::gerund;
        const int side = hangs ? direction(text_.text(group.link_word)) : 0;
        const bool both = side != 0 && group.governor != kNone && event_of_verb_[v] != kNone;
        const std::uint32_t told = both ? told_by(group.governor) : kNone;
        if (told != kNone && told != event_of_verb_[v]) {
            add_order_of(told, side > 0, group.link_word, events_[event_of_verb_[v]].trigger);
        }
    }
}

} // namespace demarche::extract
