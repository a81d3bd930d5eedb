#include "extract/event.hpp"

#include "extract/event_finder.hpp"
#include "extract/event_words.hpp"
#include "extract/word_tables.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace demarche::extract {
namespace {

Status with_effect(Status status, NounEffect effect) {
    if (status != Status::occurred && status != Status::ongoing) {
        return status;
    }
    switch (effect) {
    case NounEffect::planned:
        return Status::planned;
    case NounEffect::cancelled:
    case NounEffect::postponed:
        return Status::cancelled;
    case NounEffect::denied:
        return Status::denied;
    default:
        return Status::occurred;
    }
}

bool has_part(const EventMention& event, Part part) {
    return std::any_of(event.parties.begin(), event.parties.end(),
                       [&](const EventParty& each) { return each.as == part; });
}

/// Whether the mention says enough to be an event of its own.
bool is_worth(const EventMention& event) {
    const EventNature kind = nature(event.type);
    if (kind == EventNature::speech || event.intent) {
        return has_part(event, Part::speaker) || has_part(event, Part::source);
    }
    if (event.type == EventType{"consult", "visit"}) {
        return has_part(event, Part::participant) || has_part(event, Part::host);
    }
    return !event.parties.empty() || (event.definite && !event.places.empty());
}

} // namespace

EventFinder::EventFinder(const ClauseInput& input, const std::vector<Speech>& speech)
    : input_(input), reader_(input_), text_(input_, speech), build_(text_) {
    statement_.type = {"statement", ""};
    statement_.cameo = "010";
    statement_.subject = Role::speaker;
    statement_.object = Role::addressee;
}

std::vector<EventMention> EventFinder::run(Span body) {
    const Document& document = input_.document;
    const bool whole = body.begin == body.end;
    taken_.assign(input_.nouns.size(), false);
    event_of_noun_.assign(input_.nouns.size(), kNone);
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& cut = document.sentences[s];
        const std::uint32_t begin = document.tokens[cut.first].span.begin;
        if (cut.heading || (!whole && (begin < body.begin || begin >= body.end))) {
            continue;
        }
        reader_.read(s, text_.sentence);
        text_.enter();
        read_sentence();
    }
    for (EventMention& event : events_) {
        std::stable_sort(event.parties.begin(), event.parties.end(), [&](const EventParty& a, const EventParty& b) {
            return input_.actors.mentions[a.mention].span.begin < input_.actors.mentions[b.mention].span.begin;
        });
    }
    std::stable_sort(events_.begin(), events_.end(),
                     [](const EventMention& a, const EventMention& b) { return a.trigger.begin < b.trigger.begin; });
    return std::move(events_);
}

void EventFinder::read_sentence() {
    first_here_ = events_.size();
    const auto count = static_cast<std::uint32_t>(text_.sentence.verbs.size());
    senses_.assign(count, nullptr);
    event_of_verb_.assign(count, kNone);
    for (std::uint32_t v = 0; v < count; ++v) {
        senses_[v] = sense_of(text_, v);
    }
    for (std::uint32_t v = 0; v < count; ++v) {
        read_verb(v);
    }
    read_according();
    read_nouns();
    read_absences();
    add_order();
    build_.remember(std::span(events_).subspan(first_here_));
}

void EventFinder::read_verb(std::uint32_t v) {
    const VerbSense* sense = senses_[v];
    const VerbGroup& group = text_.verb(v);
    const Speech* speech = text_.speech_of(group.main);
    if (sense != nullptr && sense->noun != NounEffect::none) {
        noun_event(v, *sense);
        return;
    }
    if (sense != nullptr && !sense->type.category.empty()) {
        verb_event(v, *sense, speech);
        return;
    }
    const bool says = group.verb != kNoVerb && input_.words.verb(group.verb).says;
    const bool content = v + 1 < text_.sentence.verbs.size() && text_.verb(v + 1).governor == v &&
                         text_.verb(v + 1).link == ClauseLink::content;
    const bool told = says && sense == nullptr && content && group.link != ClauseLink::infinitive && !group.passive;
    if (speech != nullptr || told) {
        verb_event(v, statement_, speech);
    }
}

std::optional<Status> EventFinder::status_of(std::uint32_t v) const {
    if (text_.sentence.question && text_.speech_of(text_.verb(v).main) == nullptr) {
        return std::nullopt;
    }
    Truth truth = truth_of(text_, senses_, v);
    const Speech* around = text_.speech_around(text_.verb(v).main);
    if (around != nullptr && around->denied && truth != Truth::nothing) {
        truth = Truth::denied;
    }
    switch (truth) {
    case Truth::happened:
        return Status::occurred;
    case Truth::ongoing:
        return Status::ongoing;
    case Truth::planned:
        return Status::planned;
    case Truth::cancelled:
        return Status::cancelled;
    case Truth::denied:
        return Status::denied;
    case Truth::nothing:
        break;
    }
    return std::nullopt;
}

/// ", Roe said, that": who says so stands within.
bool EventFinder::is_aside_of_saying(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    const std::uint32_t p = group.phrase;
    return is_saying(v) && p >= 2 && p + 2 < text_.sentence.phrases.size() &&
           text_.phrase(p - 2).kind == PhraseKind::comma && text_.phrase(p + 1).kind == PhraseKind::comma &&
           text_.text(text_.phrase(p + 2).first) == "that";
}

/// What a verb of speech or agreement without reported speech is about: the words behind it.
Span EventFinder::topic_behind(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    const auto end_of = [&](const VerbGroup& each) {
        return text_.phrase(std::max(each.region_end, each.phrase + 1) - 1).last;
    };
    std::uint32_t last = end_of(group);
    std::uint32_t first = group.last;
    const auto count = static_cast<std::uint32_t>(text_.sentence.verbs.size());
    const auto hangs = [&](const VerbGroup& each, std::uint32_t w) { // "agreed to take steps to reopen the port"
        return each.governor == v || (w > v + 1 && each.link == ClauseLink::infinitive && each.governor == w - 1);
    };
    std::uint32_t w = v + 1;
    for (; w < count && hangs(text_.verb(w), w); ++w) {
        last = std::max(last, end_of(text_.verb(w)));
    }
    // "threatened to leave unless Peru pays"
    for (; w < count && w > v + 1 && text_.verb(w).link == ClauseLink::condition; ++w) {
        last = std::max(last, end_of(text_.verb(w)));
    }
    if (const std::uint32_t told = v + 2; told < count && is_aside_of_saying(v + 1)) {
        last = std::max(last, end_of(text_.verb(told))); // "agreed, Roe said, that teams would talk"
    }
    while (last > group.last && (text_.token(last - 1).kind == TokenKind::punctuation ||
                                 text_.word(last - 1).is(ClauseClass::conjunction))) {
        --last;
    }
    const bool content =
        v + 1 < count && text_.verb(v + 1).governor == v && text_.verb(v + 1).link == ClauseLink::content;
    if (content) { // behind "said on Monday that"
        first = std::max(first, text_.phrase(text_.verb(v + 1).region_begin).first);
    }
    return last > first ? text_.span(first, last) : Span{};
}

bool EventFinder::is_saying(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    return group.verb != kNoVerb && input_.words.verb(group.verb).says;
}

/// The first verb within the topic that is its clause's own; empty: none.
Span EventFinder::verb_of_topic(Span topic, std::uint32_t teller) const {
    for (const VerbGroup& group : text_.sentence.verbs) {
        const Span word = text_.token(group.main).span;
        // "said that he was ready and spoke of peace": the teller's next verb is none of the topic
        const bool tellers = teller != kNone && !group.subject.empty() && group.subject == text_.verb(teller).subject;
        const bool below = group.link == ClauseLink::content && group.governor != kNone && group.governor != teller &&
                           text_.token(text_.verb(group.governor).main).span.begin >= topic.begin;
        // "accused Peru of a theft, a charge that Lima denied"
        constexpr std::uint32_t kThat = 8; // bytes: "that "
        const std::uint32_t begin = text_.token(text_.phrase(group.region_begin).first).span.begin;
        const bool told = group.link == ClauseLink::content &&
                          (teller == kNone || group.governor != teller || begin <= topic.begin + kThat);
        const bool finite = group.link == ClauseLink::main || told;
        if (finite && !tellers && !below && word.begin >= topic.begin && word.end <= topic.end) {
            return word;
        }
    }
    return {};
}

/// The status of what verb `v` tells by this sense; none: it is no event.
std::optional<Status> EventFinder::told(std::uint32_t v, const VerbSense& sense, const Speech* speech) const {
    const VerbGroup& group = text_.verb(v);
    auto status = status_of(v);
    if (sense.type.category != "statement") {
        const bool ongoing = nature(sense.type) == EventNature::speech && status == Status::ongoing;
        return ongoing ? std::optional(Status::occurred) : status;
    }
    if (group.link == ClauseLink::question) {
        return std::nullopt;
    }
    if (speech != nullptr) { // the finder of speech has judged it
        const bool unsaid = group.negated || group.possible || group.link == ClauseLink::condition ||
                            group.link == ClauseLink::infinitive;
        return unsaid ? std::nullopt : std::optional(Status::occurred);
    }
    return status == Status::occurred || status == Status::ongoing ? std::optional(Status::occurred) : std::nullopt;
}

/// An interview is no meeting.
bool EventFinder::speaks_to_outlet(std::uint32_t v) const {
    std::vector<std::uint32_t> named;
    for (const std::uint32_t p : patients(text_, v)) {
        text_.mentions_of(p, true, named);
    }
    for (const auto& each : text_.verb(v).attachments) {
        const std::string_view word = text_.text(text_.phrase(each.preposition).first);
        for (const std::uint32_t p : each.nouns) {
            if (word == "to" || word == "with") {
                text_.mentions_of(p, true, named);
            }
        }
    }
    return std::any_of(named.begin(), named.end(), [&](std::uint32_t m) { return text_.is_outlet(m); });
}

/// "The council meets in Lima": what it does, not what it did.
bool EventFinder::is_habit(std::uint32_t v, const VerbSense& sense) const {
    const VerbGroup& group = text_.verb(v);
    return sense.type.category == "consult" && group.tense == VerbTense::present && !group.perfect &&
           !group.progressive && !group.passive &&
           std::all_of(group.times.begin(), group.times.end(),
                       [&](std::uint32_t t) { return input_.times[t].kind == TimexKind::set; });
}

void EventFinder::verb_event(std::uint32_t v, const VerbSense& sense, const Speech* speech) {
    const auto status = told(v, sense, speech);
    if (!status || is_habit(v, sense)) {
        return;
    }
    EventMention event = build_.begin(v, *status);
    event.type = sense.type;
    event.cameo = sense.cameo;
    event.intent = sense.cameo == "030"; // "offered to", "promised to"
    if (sense.type.category == "consult" && speaks_to_outlet(v)) {
        return; // "speaking to the Sentinel, Roe said"
    }
    build_.add_parties(v, sense, speech, event);
    if (speech != nullptr) {
        event.topic = speech->content;
        build_.retype(*speech, event);
    } else if (sense.type.category == "statement") {
        event.topic = topic_behind(v);
        build_.retype_intent(v, event);
    } else if (nature(sense.type) == EventNature::speech || sense.type.category == "agree") {
        event.topic = topic_behind(v);
    }
    build_.add_target(v, event);
    for (const std::uint32_t p : patients(text_, v)) { // "imposed sanctions": one event
        const std::uint32_t noun = text_.event_noun_of(p);
        if (noun != kNone && input_.nouns[noun].type.category == event.type.category) {
            taken_[noun] = true;
        }
    }
    const std::uint32_t made = finish(v, std::move(event));
    if (made != kNone && sense.type == EventType{"consult", "visit"}) {
        next_destination(v, events_[made]);
    } else if (made != kNone && sense.type.category == "consult" && sense.subject == Role::participant) {
        next_partner(v, EventMention(events_[made]));
    }
}

/// "met Roe and later Lind", "met Roe on Monday and Lind on Tuesday": the second meeting.
void EventFinder::next_partner(std::uint32_t v, EventMention event) {
    const VerbGroup& group = text_.verb(v);
    const auto count = static_cast<std::uint32_t>(text_.sentence.phrases.size());
    std::uint32_t p = group.phrase + 1;
    bool timed = false;
    for (; p < std::min(count, group.phrase + 16) && text_.phrase(p).kind != PhraseKind::conjunction; ++p) {
        if (text_.phrase(p).kind == PhraseKind::verb) {
            return;
        }
        timed = timed || text_.phrase(p).kind == PhraseKind::time;
    }
    std::uint32_t next = p + 1;
    next += next < count && text_.phrase(next).kind == PhraseKind::preposition ? 1 : 0;
    if (next >= count || text_.phrase(next).kind != PhraseKind::noun ||
        (next + 1 < count && text_.phrase(next + 1).kind == PhraseKind::verb)) {
        return;
    }
    const std::uint32_t before = text_.phrase(next).first - 1;
    const bool later = is_sequence(text_.text(before)) || is_sequence(text_.text(text_.phrase(p).last));
    const bool dated = timed && next + 1 < count && text_.phrase(next + 1).kind == PhraseKind::time;
    if (!later && !dated) {
        return;
    }
    std::erase_if(event.parties, [](const EventParty& each) { return !each.subject; });
    const std::size_t own = event.parties.size();
    build_.add_role({next}, Role::participant, false, event);
    if (own == 0 || event.parties.size() == own) {
        return;
    }
    event.trigger = text_.span(group.main, group.main + 1);
    event.when = {};
    event.when_words = {};
    event.places.clear();
    event.order.clear();
    if (dated) {
        build_.set_time(text_.phrase(next + 1).index, event);
    }
    events_.push_back(std::move(event));
}

/// "to Peru on Monday and Chile on Wednesday": the second journey.
void EventFinder::next_destination(std::uint32_t v, const EventMention& event) {
    const VerbGroup& group = text_.verb(v);
    const auto count = static_cast<std::uint32_t>(text_.sentence.phrases.size());
    if (event.when.empty() || event.places.empty()) {
        return;
    }
    for (std::uint32_t p = group.phrase + 1; p + 2 < std::min(count, group.phrase + 16); ++p) {
        std::uint32_t place = p + 1;
        place += text_.phrase(place).kind == PhraseKind::preposition ? 1 : 0;
        if (text_.phrase(p).kind == PhraseKind::verb) {
            return;
        }
        if (text_.phrase(p).kind != PhraseKind::conjunction || place + 1 >= count ||
            text_.phrase(place).kind != PhraseKind::noun || text_.phrase(place + 1).kind != PhraseKind::time ||
            !build_.is_place(place)) {
            continue;
        }
        EventMention next = event;
        next.places.clear();
        next.when = {};
        next.trigger = text_.span_of(place);
        build_.add_place(text_.span_of(place), next);
        build_.set_time(text_.phrase(place + 1).index, next);
        if (!next.when.empty()) {
            // what the first journey took for its own
            std::erase_if(events_.back().places, [&](Span span) { return span == next.places.front(); });
            events_.push_back(std::move(next));
        }
        return;
    }
}

std::uint32_t EventFinder::noun_of(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    std::uint32_t noun = kNone;
    const auto look = [&](const std::vector<std::uint32_t>& phrases) {
        for (const std::uint32_t p : phrases) {
            noun = noun == kNone ? text_.event_noun_of(p) : noun;
        }
    };
    look(patients(text_, v));
    look(group.subject);
    for (const auto& each : group.attachments) {
        look(each.nouns);
    }
    return noun;
}

/// "The visit, planned for May, was cancelled": told once. Whether both are one.
bool EventFinder::tell_again(EventMention& told, std::uint32_t v, Status status) const {
    const auto is_off = [](Status each) { return each == Status::cancelled || each == Status::denied; };
    if (!is_off(status) && !is_off(told.status)) {
        return false;
    }
    told.status = is_off(status) ? status : told.status;
    for (const std::uint32_t t : text_.verb(v).times) {
        build_.set_time(t, told);
    }
    return true;
}

void EventFinder::noun_event(std::uint32_t v, const VerbSense& sense) {
    const std::uint32_t noun = noun_of(v);
    if (noun == kNone) {
        return;
    }
    const EventNoun& named = input_.nouns[noun];
    if (named.type.category.empty()) {
        return;
    }
    taken_[noun] = true;
    auto status = status_of(v);
    const bool calls = sense.noun == NounEffect::planned && input_.words.verb(text_.verb(v).verb).base == "call";
    if (calls && named.definite) { // 'called the talks "useful"'
        return;
    }
    if (sense.noun == NounEffect::nothing || !status || named.hint == NounHint::negated) {
        return;
    }
    status = with_effect(*status, sense.noun);
    if (named.hint == NounHint::cancelled) {
        status = Status::cancelled;
    }
    const std::uint32_t moved = sense.noun == NounEffect::postponed ? moved_to(v) : kNone;
    status = moved == kNone ? status : std::optional(Status::planned);
    if (event_of_noun_[noun] != kNone && tell_again(events_[event_of_noun_[noun]], v, *status)) {
        return;
    }
    if (*status == Status::cancelled && named.definite && named.parties.empty() && call_off(named)) {
        return;
    }
    EventMention event = build_.begin(v, *status);
    const bool near = named.noun.begin > event.trigger.end && named.noun.begin - event.trigger.end < 30;
    event.trigger = near ? Span{event.trigger.begin, named.noun.end} : named.noun;
    event.type = named.type;
    event.cameo = named.cameo;
    event.definite = named.definite;
    build_.add_parties(v, sense, nullptr, event);
    for (const NounParty& party : named.parties) {
        build_.add_party(party.mention, party.as, event);
    }
    if (moved != kNone) {
        build_.set_time(moved, event);
    }
    if (named.time != kNone) { // its own time before that of the clause
        build_.set_time(named.time, event);
    }
    for (const Span place : named.places) {
        build_.add_place(place, event);
    }
    if (event.type.category == "protest") {
        build_.add_target(v, event);
    }
    event_of_noun_[noun] = finish(v, std::move(event));
}

/// "was postponed until Friday": the new time; kNone: none.
std::uint32_t EventFinder::moved_to(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    for (std::uint32_t p = group.phrase + 1; p < group.region_end; ++p) {
        const Phrase& each = text_.phrase(p);
        const std::string_view lead = text_.text(each.first);
        if (each.kind == PhraseKind::time && (lead == "until" || lead == "to" || lead == "till")) {
            return each.index;
        }
    }
    return kNone;
}

/// "... to meet on Friday, but the meeting was cancelled": what was told before is what is off.
bool EventFinder::call_off(const EventNoun& noun) {
    for (std::size_t i = events_.size(); i > 0; --i) {
        EventMention& each = events_[i - 1];
        if (each.sentence + 2 < text_.sentence.number) {
            return false;
        }
        if (each.type.category == noun.type.category && each.status == Status::planned) {
            each.status = Status::cancelled;
            if (each.sentence != text_.sentence.number) {
                each.clause = text_.clause_around(text_.sentence.cut.first, kNone);
            }
            return true;
        }
    }
    return false;
}

std::uint32_t EventFinder::finish(std::uint32_t v, EventMention event) {
    build_.add_times_and_places(v, event);
    build_.add_said_by(text_.verb(v).main, v, event);
    if (!is_worth(event)) {
        return kNone;
    }
    // "said ... and added ...": of what somebody says, nobody else need say that he said it
    const bool alone = event.type.category == "agree" && event.parties.size() == 1; // "said it had agreed"
    const bool own = (alone || nature(event.type) == EventNature::speech) && event.said_by.size() == 1 &&
                     (alone || event.parties.front().as == Part::speaker) &&
                     text_.mention(event.said_by.front()).chain == text_.mention(event.parties.front().mention).chain;
    if (own) {
        const VerbGroup& group = text_.verb(v);
        const bool aside = event.type.category == "statement" && group.link == ClauseLink::content &&
                           group.subject.size() == 1 &&
                           text_.word(text_.phrase(group.subject.front()).first).is(ClauseClass::subject);
        if (aside) { // "said she hoped"
            return kNone;
        }
        event.said_by.clear();
        event.said_words = {};
    }
    if (event.type.category == "statement" && event.topic.end == event.topic.begin) {
        return kNone;
    }
    event.topic_verb = verb_of_topic(event.topic, v);
    events_.push_back(std::move(event));
    event_of_verb_[v] = static_cast<std::uint32_t>(events_.size() - 1);
    return event_of_verb_[v];
}

/// "According to Ann Roe, ...": she said so. Media and documents are no speakers.
void EventFinder::read_according() {
    const Span here = text_.span(text_.sentence.cut.first, text_.sentence.cut.last);
    for (const std::uint32_t s : text_.speeches()) {
        const Speech& speech = text_.speech(s);
        if (speech.kind != SpeechKind::according || speech.verb.begin < here.begin || speech.verb.begin >= here.end) {
            continue;
        }
        EventMention event;
        event.trigger = speech.verb;
        event.clause = text_.clause_around(text_.sentence.cut.first, kNone);
        event.sentence = text_.sentence.number;
        event.type = statement_.type;
        event.cameo = statement_.cameo;
        event.topic = speech.content;
        for (const std::uint32_t m : text_.speakers(speech)) {
            if (text_.mention(m).kind == MentionKind::person) {
                build_.add_party(m, Part::speaker, event);
            }
        }
        event.topic_verb = verb_of_topic(event.topic, kNone);
        if (!event.parties.empty()) {
            build_.retype(speech, event);
            events_.push_back(std::move(event));
        }
    }
}

std::vector<EventMention> find_events(const Document& document,
                                      const Actors& actors,
                                      const WordTables& tables,
                                      const std::vector<Timex>& times,
                                      const std::vector<Speech>& speech,
                                      const std::vector<EventNoun>& nouns,
                                      Span body) {
    const ClauseInput input{document, actors, times, nouns, *tables.verbs};
    return EventFinder(input, speech).run(body);
}

} // namespace demarche::extract
