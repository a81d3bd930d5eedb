#include "extract/event_builder.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

/// Prepositions behind which stands whom a demand, a threat or a refusal is aimed at.
bool aims(std::string_view preposition) {
    return preposition == "from" || preposition == "with" || preposition == "against" || preposition == "on" ||
           preposition == "to";
}

bool inside(Span inner, Span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

} // namespace

/// Not whom the attack that is condemned was made on, and no currency: "the bombing of Chad's embassy", "U.S. dollars".
bool EventBuilder::may_be_aim(std::uint32_t p, std::uint32_t m, const EventMention& event) const {
    const std::uint32_t end = text_.mention(m).span.end;
    const bool behind = text_.mention(m).span.begin > text_.token(text_.head_token(p)).span.begin;
    const std::string_view next = std::string_view(text_.input().document.text).substr(end, 8);
    return !(behind && event.type.category == "accuse") && next != " dollars";
}

bool EventBuilder::add_first(const std::vector<std::uint32_t>& phrases, Part as, EventMention& event) {
    const std::size_t before = event.parties.size();
    for (const std::uint32_t p : phrases) {
        found_.clear();
        text_.mentions_of(p, true, found_);
        if (found_.empty()) { // "Chad's proposal", "the removal of President Roe"
            const Span span = text_.span_of(p);
            for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
                if (inside(text_.mention(m).span, span) && !text_.mention(m).is_place && may_be_aim(p, m, event)) {
                    found_.push_back(m);
                    break;
                }
            }
        }
        for (const std::uint32_t m : found_) {
            add_party(m, as, event);
        }
    }
    return event.parties.size() > before;
}

/// The state whose adjective describes what the phrase names.
void EventBuilder::add_whose(std::uint32_t p, Part as, EventMention& event) const {
    const Span span = text_.span_of(p);
    for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
        if (inside(text_.mention(m).span, span) && text_.mention(m).adjective) {
            add_party(m, as, event);
            return;
        }
    }
}

void EventBuilder::add_target(std::uint32_t v, EventMention& event) {
    static constexpr std::array<std::string_view, 11> kAimed{"demand",   "request", "reject",  "accuse",
                                                             "threaten", "support", "concede", "sanction",
                                                             "protest",  "assault", "coerce"};
    const std::string& category = event.type.category;
    if (category == "protest" || event.intent) {
        add_demanded(v, event);
    }
    if (std::find(kAimed.begin(), kAimed.end(), category) == kAimed.end()) {
        return;
    }
    const bool aimed = std::any_of(event.parties.begin(), event.parties.end(), [](const EventParty& each) {
        return each.as == Part::target || each.as == Part::addressee;
    });
    if (aimed) {
        return;
    }
    const bool asks = category == "demand" || category == "request";
    const Part as = asks ? Part::addressee : Part::target;
    const bool done = category == "assault" || category == "coerce"; // to whose it is: "shelled Peruvian positions"
    const bool by = !text_.verb(v).passive && !done;                 // "rejected a plan by Chad"
    if (add_first(patients(text_, v), as, event) || (!done && add_attached(v, by, as, event)) || done) {
        return;
    }
    add_below(v, as, event);
}

/// "demanded that Chad withdraw", "threatened to leave the union", "threatened to leave if Chad signs".
void EventBuilder::add_below(std::uint32_t v, Part as, EventMention& event) {
    const auto& verbs = text_.sentence.verbs;
    const bool threatens = event.type.category == "threaten";
    const bool asks = as == Part::addressee;
    for (std::uint32_t w = v + 1; w < std::min<std::size_t>(verbs.size(), v + 5); ++w) {
        const bool below = verbs[w].governor == v;
        const bool content = below && verbs[w].link == ClauseLink::content && !verbs[w].passive;
        const bool clause = (content && (asks || threatens)) || (verbs[w].link == ClauseLink::condition && threatens);
        const bool aim = below && verbs[w].link == ClauseLink::infinitive && threatens;
        if ((clause && add_first(verbs[w].subject, as, event)) ||
            (aim && (add_first(patients(text_, w), as, event) || add_attached(w, false, as, event)))) {
            return;
        }
    }
}

/// "to demand the resignation of Roe": he is meant; whose release is demanded, is not.
bool EventBuilder::asks_to_go(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 7> kGoing{"resignation", "removal",   "ouster",     "dismissal",
                                                            "departure",   "overthrow", "impeachment"};
    const std::vector<std::uint32_t>& what = patients(text_, w);
    return std::any_of(what.begin(), what.end(), [&](std::uint32_t p) {
        return std::find(kGoing.begin(), kGoing.end(), text_.text(text_.head_token(p))) != kGoing.end();
    });
}

/// "offered to return the prisoners to Chad", "marched to demand reforms from Chad": whom the infinitive is about.
void EventBuilder::add_demanded(std::uint32_t v, EventMention& event) {
    const auto& verbs = text_.sentence.verbs;
    const bool aimed = std::any_of(event.parties.begin(), event.parties.end(),
                                   [](const EventParty& each) { return each.as == Part::target; });
    for (std::uint32_t w = v + 1; !aimed && w < std::min<std::size_t>(verbs.size(), v + 3); ++w) {
        const bool aim = verbs[w].link == ClauseLink::infinitive || verbs[w].link == ClauseLink::participle;
        if (verbs[w].governor != v || !aim || verbs[w].verb == kNoVerb) {
            continue;
        }
        const std::string& base = text_.input().words.verb(verbs[w].verb).base;
        if (event.intent) {
            add_aim(w, Part::target, event);
            return;
        }
        if (base == "demand" || base == "protest" || base == "oppose" || base == "denounce" || base == "condemn" ||
            base == "press" || base == "call") {
            if (!add_attached(w, true, Part::target, event) && asks_to_go(w)) {
                add_first(patients(text_, w), Part::target, event);
            }
            return;
        }
    }
}

bool EventBuilder::add_attached(std::uint32_t v, bool by, Part as, EventMention& event) {
    for (const auto& each : text_.verb(v).attachments) {
        const std::string_view word = text_.text(text_.phrase(each.preposition).first);
        if ((aims(word) || (by && word == "by")) && add_first(each.nouns, as, event)) {
            return true;
        }
    }
    return false;
}

void EventBuilder::add_aim(std::uint32_t w, Part as, EventMention& event) {
    const std::size_t before = event.parties.size();
    const bool found = add_first(patients(text_, w), as, event);
    if (found && text_.mention(event.parties.back().mention).chain != kNone) {
        return;
    }
    event.parties.resize(before); // "withdraw workers from Chad": rather those whom the text names
    for (const auto& each : text_.verb(w).attachments) {
        const std::string_view word = text_.text(text_.phrase(each.preposition).first);
        if ((aims(word) || word == "in" || word == "into") && add_first(each.nouns, as, event)) {
            return;
        }
    }
    if (found) {
        add_first(patients(text_, w), as, event);
    }
}

void EventBuilder::retype(const Speech& speech, EventMention& event) {
    if (event.type.category != "statement" || speech.denied) {
        return;
    }
    static constexpr std::array<std::string_view, 17> kGiving{
        "accept", "agree",   "allow",    "recognize", "recognise", "negotiate",  "withdraw", "sign", "surrender",
        "yield",  "support", "tolerate", "permit",    "cede",      "compromise", "bow",      "let"};
    for (const VerbGroup& group : text_.sentence.verbs) {
        const bool here = inside(text_.token(group.main).span, speech.content);
        if (!here || group.infinitive || group.gerund || group.verb == kNoVerb || group.link == ClauseLink::condition ||
            group.link == ClauseLink::relative || group.link == ClauseLink::when) {
            continue;
        }
        const std::string& base = text_.input().words.verb(group.verb).base;
        const bool to_come = group.tense == VerbTense::future || group.would;
        if (group.negated && to_come && std::find(kGiving.begin(), kGiving.end(), base) != kGiving.end()) {
            event.type = {"reject", ""};
            event.cameo = "120";
            return;
        }
        const bool must = group.should && text_.text(group.first) == "must" && !group.negated && !group.passive;
        if (must && add_first(group.subject, Part::addressee, event)) {
            event.type = {"demand", ""};
            event.cameo = "100";
            return;
        }
    }
    for (std::uint32_t v = 0; v < text_.sentence.verbs.size(); ++v) {
        if (text_.token(text_.verb(v).main).span.begin == speech.verb.begin) {
            retype_intent(v, event);
        }
    }
}

/// Whether verb `w`, below `v`, tells what the speaker himself will do.
bool EventBuilder::is_speakers_own(std::uint32_t v, std::uint32_t w, const EventMention& event) const {
    const VerbGroup& group = text_.verb(w);
    if (group.governor != v || (group.passive && !is_willing(w)) || group.negated || group.possible || group.should) {
        return false;
    }
    if (group.link == ClauseLink::infinitive) { // "vowed to"
        return group.control == kNone;
    }
    if (group.link != ClauseLink::content || group.subject.size() != 1) {
        return false;
    }
    const Phrase& subject = text_.phrase(group.subject.front());
    const std::string_view word = text_.text(subject.first);
    const bool pronoun = subject.last - subject.first == 1 && (word == "he" || word == "she" || word == "it" ||
                                                               word == "they" || word == "we" || word == "I");
    if (!pronoun || event.parties.empty()) {
        return false;
    }
    const MentionKind kind = text_.mention(event.parties.front().mention).kind;
    const bool person = kind == MentionKind::person;
    return person ? word == "he" || word == "she" || word == "I" : word == "it" || word == "they" || word == "we";
}

/// "is willing to", "are ready to".
bool EventBuilder::is_willing(std::uint32_t w) const {
    const VerbGroup& group = text_.verb(w);
    const std::uint32_t last = std::min(text_.sentence.cut.last, group.last + 2);
    for (std::uint32_t i = group.main; i < last; ++i) {
        const std::string_view word = text_.text(i);
        if (word == "willing" || word == "ready" || word == "prepared" || word == "committed") {
            return true;
        }
    }
    return false;
}

/// "unless Chad gives way": what is announced is a threat.
bool EventBuilder::has_unless() const {
    const auto& phrases = text_.sentence.phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& each) {
        return each.kind == PhraseKind::condition && text_.text(each.first) == "unless";
    });
}

namespace {

/// What one does for others, or with them.
bool is_help(EventNature kind, const EventType& type) {
    return kind == EventNature::joint || type.category == "support" || type.category == "concede";
}

/// What a speaker can announce; "said he would travel to Chad" is a journey planned.
bool is_intended(const VerbSense* sense) {
    const bool tells = sense != nullptr && (!sense->type.category.empty() || sense->noun == NounEffect::absent);
    return tells && sense->type != EventType{"consult", "visit"};
}

} // namespace

void EventBuilder::retype_intent(std::uint32_t v, EventMention& event) {
    const auto& verbs = text_.sentence.verbs;
    for (std::uint32_t w = v + 1; w < std::min<std::size_t>(verbs.size(), v + 4); ++w) {
        if (!is_speakers_own(v, w, event)) {
            continue;
        }
        std::uint32_t deed = w;
        const bool willing = is_willing(w);
        if (willing && w + 1 < verbs.size() && verbs[w + 1].link == ClauseLink::infinitive) {
            deed = w + 1;
        } else if (verbs[w].link == ClauseLink::content && verbs[w].tense != VerbTense::future && !verbs[w].would) {
            continue;
        }
        const VerbSense* sense = sense_of(text_, deed);
        if (!is_intended(sense) || verbs[deed].passive) {
            return;
        }
        const bool boycott = sense->noun == NounEffect::absent;
        const EventNature kind = boycott ? EventNature::hostile : nature(sense->type);
        const bool hostile = kind == EventNature::hostile || has_unless();
        if (hostile || is_help(kind, sense->type)) {
            event.type = {hostile ? "threaten" : "agree", ""};
            event.cameo = hostile ? "130" : "030";
            event.intent = true;
            add_aim(deed, Part::target, event);
        }
        return;
    }
}

} // namespace demarche::extract
