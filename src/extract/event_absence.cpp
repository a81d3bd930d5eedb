#include "extract/event_finder.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::extract {
namespace {

bool is_gathering(const EventMention& event) {
    return event.type.category == "consult" && event.type.mode != "visit";
}

/// Verbs of which "not" says that somebody was not there, or not asked to be.
bool takes_part(std::string_view base) {
    static constexpr std::array<std::string_view, 7> kVerbs{"attend",  "participate", "join",     "invite",
                                                            "include", "involve",     "represent"};
    return std::find(kVerbs.begin(), kVerbs.end(), base) != kVerbs.end();
}

} // namespace

void EventFinder::read_absences() {
    absent_without();
    for (std::uint32_t v = 0; v < text_.sentence.verbs.size(); ++v) {
        absent_verb(v);
    }
    absent_noun();
}

/// The gathering of this sentence, or of the two before it; kNone: none.
std::uint32_t EventFinder::spoken_of() const {
    for (std::size_t i = events_.size(); i > first_here_; --i) {
        if (is_gathering(events_[i - 1])) {
            return static_cast<std::uint32_t>(i - 1);
        }
    }
    const std::uint32_t paragraph = text_.sentence.cut.paragraph;
    for (std::size_t i = first_here_; i > 0; --i) {
        const EventMention& each = events_[i - 1];
        const bool near = each.sentence + 2 >= text_.sentence.number &&
                          input_.document.sentences[each.sentence].paragraph + 1 >= paragraph;
        if (!near) {
            return kNone;
        }
        if (is_gathering(each) && !(each.noun && each.status == Status::planned)) {
            return static_cast<std::uint32_t>(i - 1);
        }
    }
    return kNone;
}

void EventFinder::add_absent(const std::vector<std::uint32_t>& mentions, std::uint32_t noun) {
    if (mentions.empty()) {
        return;
    }
    std::uint32_t event = kNone;
    if (noun != kNone) {
        const bool gathers = input_.nouns[noun].type.category == "consult" && input_.nouns[noun].type.mode != "visit";
        if (!gathers || input_.nouns[noun].hint == NounHint::negated) {
            return;
        }
        const bool to_come = input_.nouns[noun].hint == NounHint::planned;
        event = event_of_noun_[noun] != kNone || !(input_.nouns[noun].definite || input_.nouns[noun].time != kNone)
                    ? event_of_noun_[noun]
                    : make_noun(noun, to_come ? Status::planned : Status::occurred);
        event_of_noun_[noun] = event;
    } else {
        event = spoken_of();
    }
    if (event == kNone) {
        return;
    }
    for (const std::uint32_t m : mentions) {
        build_.add_party(m, Part::absent, events_[event]);
    }
}

/// "without representatives from Kyiv".
void EventFinder::absent_without() {
    const auto count = static_cast<std::uint32_t>(text_.sentence.phrases.size());
    for (std::uint32_t p = 0; p + 1 < count; ++p) {
        if (!text_.phrase(p).negative || text_.phrase(p).kind != PhraseKind::preposition ||
            text_.phrase(p + 1).kind != PhraseKind::noun) {
            continue;
        }
        std::vector<std::uint32_t> mentions;
        text_.mentions_of(p + 1, false, mentions);
        const std::string_view head = text_.text(text_.head_token(p + 1));
        const bool stands_for = head == "representation" || head == "participation" || head == "anyone" ||
                                head == "presence" || head == "involvement";
        if (mentions.empty() && stands_for && p + 3 < count && text_.phrase(p + 3).kind == PhraseKind::noun) {
            text_.mentions_of(p + 3, true, mentions);
        }
        bool here = false; // of a gathering of this very sentence only
        for (std::size_t e = first_here_; e < events_.size(); ++e) {
            here = here || is_gathering(events_[e]);
        }
        if (here) {
            add_absent(mentions, kNone);
        }
    }
}

/// "did not attend", "was not invited to the talks", "no officials were present".
bool EventFinder::says_absent(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    const bool nobody = std::any_of(group.subject.begin(), group.subject.end(),
                                    [&](std::uint32_t p) { return text_.phrase(p).negative; });
    const bool real = !group.possible && !group.should && group.link != ClauseLink::condition &&
                      group.link != ClauseLink::question && group.link != ClauseLink::infinitive;
    if (!(group.negated || nobody) || !real) {
        return false;
    }
    const std::string_view base =
        group.verb == kNoVerb ? std::string_view() : std::string_view(input_.words.verb(group.verb).base);
    if (takes_part(base)) {
        return true;
    }
    const bool be = text_.word(group.main).is(ClauseClass::be);
    if (be && group.negated && !group.attachments.empty() && group.object.empty()) { // "was not at the meeting"
        const auto& first = group.attachments.front();
        const bool at = text_.text(text_.phrase(first.preposition).first) == "at";
        const std::uint32_t noun = at ? text_.event_noun_of(first.nouns.front()) : kNone;
        if (noun != kNone && input_.nouns[noun].type.category == "consult") {
            return true;
        }
    }
    for (std::uint32_t i = group.main + 1; i < std::min(group.main + 4, text_.sentence.cut.last); ++i) {
        const std::string_view word = text_.text(i);
        const bool there = word == "present" || word == "attendance" || word == "part" || word == "represented";
        if ((be && there) || (base == "take" && word == "part")) {
            return true;
        }
    }
    return false;
}

/// The event noun that the clause speaks of, else one of its sentence with "the"; kNone: none.
std::uint32_t EventFinder::gathering_of(std::uint32_t v, bool object) const {
    const VerbGroup& group = text_.verb(v);
    std::uint32_t noun = kNone;
    const auto look = [&](const std::vector<std::uint32_t>& phrases) {
        for (const std::uint32_t p : phrases) {
            noun = noun == kNone ? text_.event_noun_of(p) : noun;
        }
    };
    look(object ? group.subject : group.object);
    for (const auto& each : group.attachments) {
        look(each.nouns);
    }
    for (std::uint32_t n = text_.first_noun(); n < text_.last_noun() && noun == kNone; ++n) {
        const EventNoun& each = input_.nouns[n]; // "one feature of the talks is that no Danes were present"
        noun = each.definite && each.type.category == "consult" ? n : kNone;
    }
    return noun;
}

void EventFinder::absent_verb(std::uint32_t v) {
    if (!says_absent(v)) {
        return;
    }
    const VerbGroup& group = text_.verb(v);
    const std::string_view base =
        group.verb == kNoVerb ? std::string_view() : std::string_view(input_.words.verb(group.verb).base);
    const bool object = (base == "include" || base == "involve") && !group.passive;
    std::vector<std::uint32_t> mentions;
    for (const std::uint32_t p : object ? group.object : group.subject) {
        text_.mentions_of(p, true, mentions);
    }
    std::erase_if(mentions, [&](std::uint32_t m) {
        return text_.mention(m).form == MentionForm::pronoun && text_.mention(m).chain == kNone;
    });
    add_absent(mentions, gathering_of(v, object));
}

/// "Kyiv's absence at the talks", "the absence of Danish officials".
void EventFinder::absent_noun() {
    const auto count = static_cast<std::uint32_t>(text_.sentence.phrases.size());
    for (std::uint32_t p = 0; p < count; ++p) {
        if (text_.phrase(p).kind != PhraseKind::noun || text_.text(text_.head_token(p)) != "absence") {
            continue;
        }
        const Span whole = text_.span_of(p);
        std::vector<std::uint32_t> mentions;
        for (std::uint32_t m = text_.first_mention(); m < text_.last_mention() && mentions.empty(); ++m) {
            const Span span = text_.mention(m).span;
            if (span.begin >= whole.begin && span.end <= whole.end) {
                mentions.push_back(m);
            }
        }
        std::uint32_t noun = kNone;
        if (p + 2 < count && text_.phrase(p + 1).kind == PhraseKind::preposition &&
            text_.phrase(p + 2).kind == PhraseKind::noun) {
            noun = text_.event_noun_of(p + 2);
        }
        if (noun != kNone) {
            add_absent(mentions, noun);
        }
    }
}

} // namespace demarche::extract
