#include "extract/event_builder.hpp"

#include "model/event_type.hpp"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

constexpr std::size_t kDayValue = std::string_view("2025-02-18").size();

Part part_of(Role role) {
    switch (role) {
    case Role::source:
        return Part::source;
    case Role::target:
        return Part::target;
    case Role::host:
        return Part::host;
    case Role::speaker:
        return Part::speaker;
    case Role::addressee:
        return Part::addressee;
    case Role::mediator:
        return Part::mediator;
    case Role::absent:
        return Part::absent;
    default:
        return Part::participant;
    }
}

/// What a role is in an event of this kind: nobody takes part in an attack, some do it.
Part fitting(Role role, bool subject, const EventMention& event) {
    const Part part = part_of(role);
    if (part == Part::participant && nature(event.type) == EventNature::hostile) {
        return subject ? Part::source : Part::target;
    }
    if (part == Part::participant && nature(event.type) == EventNature::speech) {
        return subject ? Part::speaker : Part::addressee;
    }
    if (part == Part::source && event.type.category == "consult") {
        return Part::participant;
    }
    return part;
}

/// Whether a pronoun in what somebody says can mean the one who says it.
bool means_speaker(std::string_view word, bool direct, MentionKind speaker) {
    if (direct) {
        return word.starts_with('I') && (word.size() == 1 || word[1] == '\'' || word.starts_with("I’"));
    }
    if (word == "they" || word == "They") {
        return speaker == MentionKind::group;
    }
    if (word == "it" || word == "It") {
        return speaker != MentionKind::person;
    }
    const bool person = word == "he" || word == "she" || word == "He" || word == "She";
    return person && (speaker == MentionKind::person || speaker == MentionKind::unknown);
}

/// 'm' or 'f' of "he" or "she"; '-' of other words.
char gender_of(std::string_view word) {
    return word == "he" || word == "He" ? 'm' : word == "she" || word == "She" ? 'f' : '-';
}

bool inside(Span inner, Span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

} // namespace

EventMention EventBuilder::begin(std::uint32_t v, Status status) const {
    const VerbGroup& group = text_.verb(v);
    EventMention event;
    event.trigger = text_.span(group.main, group.main + 1);
    event.clause = text_.clause_around(group.main, v);
    event.sentence = text_.sentence.number;
    event.status = status;
    event.repeated = group.repeated;
    return event;
}

void EventBuilder::add_party(std::uint32_t mention, Part as, EventMention& event) const {
    const bool acted_on = as == Part::target || as == Part::source || event.type.category == "demand";
    if (!acted_on && text_.is_outlet(mention)) {
        return; // "told the Sentinel": who reports takes no part
    }
    const std::uint32_t chain = text_.mention(mention).chain;
    const bool known = std::any_of(event.parties.begin(), event.parties.end(), [&](const EventParty& each) {
        return each.mention == mention || (chain != kNone && text_.mention(each.mention).chain == chain);
    });
    if (!known) {
        event.parties.push_back({mention, as});
    }
}

/// The verb of saying whose content begins with the pronoun; kNone: none.
std::uint32_t EventBuilder::teller_of(std::uint32_t p) const {
    for (const VerbGroup& each : text_.sentence.verbs) {
        if (each.link == ClauseLink::content && each.governor != kNone && !each.subject.empty() &&
            each.subject.front() == p) {
            const VerbGroup& above = text_.verb(each.governor);
            const bool says = above.verb != kNoVerb && text_.input().words.verb(above.verb).says;
            return says ? each.governor : kNone;
        }
    }
    // "After it, Roe said, he left": the report is put in between
    if (p < 2 || text_.phrase(p - 1).kind != PhraseKind::comma || text_.phrase(p - 2).kind != PhraseKind::verb) {
        return kNone;
    }
    const std::uint32_t before = text_.phrase(p - 2).index;
    const VerbGroup& group = text_.verb(before);
    const bool says = group.verb != kNoVerb && text_.input().words.verb(group.verb).says;
    return says && group.subject.size() == 1 ? before : kNone;
}

/// "They" at the head of a sentence: the several of the sentence before.
bool EventBuilder::add_they(std::uint32_t token, Part as, EventMention& event) const {
    const bool opens = token == text_.sentence.cut.first && text_.text(token) == "They";
    if (!opens || they_.size() < 2 || they_paragraph_ != text_.sentence.cut.paragraph) {
        return false;
    }
    for (const std::uint32_t m : they_) {
        add_party(m, as, event);
    }
    return true;
}

/// "Peru sent an envoy, Jon Lind; he met": the only one named before the stop.
bool EventBuilder::add_only_person(std::uint32_t p, Part as, EventMention& event) const {
    const char gender = gender_of(text_.text(text_.phrase(p).first));
    if (gender == '-' || p == 0 || text_.phrase(p - 1).kind != PhraseKind::stop) {
        return false;
    }
    std::uint32_t only = kNone;
    for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
        const ActorMention& each = text_.mention(m);
        const bool full = text_.input().document.words(each.span).find(' ') != std::string_view::npos;
        const bool person = each.kind == MentionKind::person || (each.kind == MentionKind::unknown && full);
        const bool bare = each.form == MentionForm::title && each.chain == kNone; // "an envoy"
        if (!person || bare || each.span.begin >= text_.token(text_.phrase(p).first).span.begin) {
            continue;
        }
        if (each.chain == kNone || (only != kNone && text_.mention(only).chain != each.chain)) {
            return false;
        }
        only = m;
    }
    if (only == kNone || !may_be(only, gender)) {
        return false;
    }
    add_party(only, as, event);
    return true;
}

/// "said it would", "said he had": the speaker, where nobody else can say who the pronoun is; "I" in a quotation.
bool EventBuilder::add_pronoun(std::uint32_t p, Part as, EventMention& event) const {
    const Phrase& phrase = text_.phrase(p);
    if (!is_personal(p)) {
        return false;
    }
    const Speech* around = text_.speech_around(phrase.first);
    const std::uint32_t teller = around == nullptr ? teller_of(p) : kNone;
    if (around == nullptr && teller == kNone) {
        return add_they(phrase.first, as, event) || add_only_person(p, as, event);
    }
    std::vector<std::uint32_t> speakers;
    if (around != nullptr) {
        speakers = text_.speakers(*around);
    } else {
        for (const std::uint32_t s : text_.verb(teller).subject) {
            text_.mentions_of(s, true, speakers);
        }
    }
    const bool direct = around != nullptr && around->kind == SpeechKind::direct;
    if (speakers.empty() || !means_speaker(text_.text(phrase.first), direct, text_.mention(speakers.front()).kind)) {
        return false;
    }
    const char gender = gender_of(text_.text(phrase.first));
    if (gender != '-' && !may_be(speakers.front(), gender)) {
        return false;
    }
    for (const std::uint32_t m : speakers) {
        add_party(m, as, event);
    }
    return true;
}

/// Whether nothing says that it is somebody of the other gender.
bool EventBuilder::may_be(std::uint32_t mention, char gender) const {
    const std::uint32_t chain = text_.mention(mention).chain;
    if (chain == kNone) {
        return false;
    }
    const MentionKind kind = text_.mention(mention).kind;
    if (kind != MentionKind::person && kind != MentionKind::unknown) {
        return false; // "the Kremlin" is no "he"
    }
    const char own = text_.input().actors.chains[chain].gender;
    return own == '-' || own == gender;
}

/// "Roe said that Lind may come. If not, she warned, ...": the speaker of the sentence before in the same paragraph,
/// where nobody else is named before the pronoun.
bool EventBuilder::add_teller(Span pronoun, EventMention& event) const {
    const char gender = gender_of(text_.input().document.words(pronoun));
    if (gender == '-' || teller_ == kNone || teller_sentence_ + 1 != text_.sentence.number ||
        they_paragraph_ != text_.sentence.cut.paragraph || !may_be(teller_, gender)) {
        return false;
    }
    for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
        const ActorMention& each = text_.mention(m);
        const bool named = each.form != MentionForm::pronoun &&
                           (each.kind == MentionKind::person || each.kind == MentionKind::unknown);
        if (named && each.span.begin < pronoun.begin) {
            return false;
        }
    }
    add_party(teller_, Part::speaker, event);
    return true;
}

/// The one who says everything that the sentence reports; kNone: nobody, or several.
std::uint32_t EventBuilder::only_teller() const {
    const Span here = text_.span(text_.sentence.cut.first, text_.sentence.cut.last);
    std::uint32_t teller = kNone;
    for (const std::uint32_t s : text_.speeches()) {
        const Speech& speech = text_.speech(s);
        if (!inside(speech.verb, here) || speech.verb.begin == speech.verb.end) {
            continue;
        }
        std::vector<std::uint32_t> speakers = text_.speakers(speech);
        const bool again = gender_of(text_.input().document.words(speech.speaker)) != '-' && teller_ != kNone &&
                           teller_sentence_ + 1 == text_.sentence.number &&
                           they_paragraph_ == text_.sentence.cut.paragraph;
        if (again && (speakers.empty() || text_.mention(speakers.front()).chain == kNone)) {
            speakers.assign(1, teller_);
        }
        const bool one = speakers.size() == 1 && text_.mention(speakers.front()).chain != kNone;
        if (!one || (teller != kNone && text_.mention(teller).chain != text_.mention(speakers.front()).chain)) {
            return kNone;
        }
        teller = speakers.front();
    }
    return teller;
}

/// Not "visited the wounded".
bool EventBuilder::names_something(std::uint32_t p) const {
    bool named = false;
    for (std::uint32_t i = text_.phrase(p).first; i < text_.phrase(p).last; ++i) {
        named = named || (text_.token(i).capital && i > text_.sentence.cut.first);
    }
    return named;
}

/// "she", "they", as a noun phrase of its own.
bool EventBuilder::is_personal(std::uint32_t p) const {
    const Phrase& phrase = text_.phrase(p);
    return phrase.last - phrase.first == 1 && text_.word(phrase.first).is(ClauseClass::subject);
}

void EventBuilder::add_role(const std::vector<std::uint32_t>& phrases, Role role, bool subject, EventMention& event) {
    if (role == Role::none) {
        return;
    }
    const std::size_t before = event.parties.size();
    add_phrases(phrases, role, subject, event);
    for (std::size_t i = before; subject && i < event.parties.size(); ++i) {
        event.parties[i].subject = true;
    }
}

bool EventBuilder::is_people(std::uint32_t p) const {
    const ClauseWord& head = text_.word(text_.head_token(p));
    return head.is(ClauseClass::people) || head.is(ClauseClass::crowd);
}

void EventBuilder::add_phrases(const std::vector<std::uint32_t>& phrases,
                               Role role,
                               bool subject,
                               EventMention& event) {
    for (const std::uint32_t p : phrases) {
        if (role == Role::place) {
            if (names_something(p)) {
                add_place(text_.span_of(p), event);
            }
            continue;
        }
        const Part as = fitting(role, subject, event);
        found_.clear();
        text_.mentions_of(p, role != Role::participant || subject, found_);
        if (event.type.category == "statement") {
            std::erase_if(found_, [&](std::uint32_t m) { return text_.names_office(text_.mention(m)); });
        }
        const bool open = found_.empty() || (found_.size() == 1 && text_.mention(found_[0]).chain == kNone &&
                                             text_.mention(found_[0]).form == MentionForm::pronoun);
        if (open && (add_pronoun(p, as, event) || add_pair(p, as, event) || (subject && add_sides(p, as, event)))) {
            continue;
        }
        event.others = event.others || (found_.empty() && role == Role::participant && !subject && is_people(p));
        event.open_subject = event.open_subject || (subject && open && is_personal(p));
        if (found_.empty() && as == Part::target && !subject) { // "a blockade on Peruvian lorries"
            add_whose(p, as, event);
            continue;
        }
        for (const std::uint32_t m : found_) {
            add_party(m, as, event);
        }
    }
}

void EventBuilder::add_parties(std::uint32_t v, const VerbSense& sense, const Speech* speech, EventMention& event) {
    const VerbGroup& group = text_.verb(v);
    add_speaker(v, sense, speech, event);
    const bool inverted = speech != nullptr && speech->speaker.begin > speech->verb.begin;
    if (inverted) { // "..., said Roe"
        return;
    }
    if (event.parties.empty()) {
        add_role(agents(text_, v), sense.subject, true, event);
    }
    add_role(patients(text_, v), sense.object, false, event);
    for (const auto& each : group.attachments) {
        const std::uint32_t word = text_.phrase(each.preposition).word;
        for (const auto& [preposition, role] : sense.prepositions) {
            if (preposition == word && hangs_on_verb(v, each.preposition)) {
                add_role(each.nouns, role, false, event);
            }
        }
    }
}

/// Not "at a meeting with Roe", "ahead of talks between Roe and Lind": those hang on a noun.
bool EventBuilder::hangs_on_verb(std::uint32_t v, std::uint32_t preposition) const {
    const VerbGroup& group = text_.verb(v);
    if (preposition < group.phrase) {
        return false;
    }
    const Phrase& before = text_.phrase(preposition - 1);
    const bool object = std::find(group.object.begin(), group.object.end(), preposition - 1) != group.object.end() ||
                        std::find(group.subject.begin(), group.subject.end(), preposition - 1) != group.subject.end();
    if (before.kind != PhraseKind::noun || object) {
        return true;
    }
    const bool between = text_.text(text_.phrase(preposition).first) == "between";
    return !between && text_.event_noun_of(preposition - 1) == kNone;
}

/// "gathered in Oslo, amid fear in Lima": there was the fear, not the gathering.
bool EventBuilder::is_place_of_noun(std::uint32_t preposition) const {
    if (preposition < 2 || text_.phrase(preposition - 1).kind != PhraseKind::noun) {
        return false;
    }
    const Phrase& lead = text_.phrase(preposition - 2);
    const std::string_view word = text_.text(lead.first);
    const bool around =
        lead.kind == PhraseKind::preposition &&
        (word == "amid" || word == "amidst" || word == "despite" || word == "Amid" || word == "Despite");
    const ClauseWord& noun = text_.word(text_.phrase(preposition - 1).last - 1);
    return around || noun.is(ClauseClass::doubted) || noun.is(ClauseClass::account);
}

void EventBuilder::add_speaker(std::uint32_t v, const VerbSense& sense, const Speech* speech, EventMention& event) {
    if (speech == nullptr || sense.subject != Role::speaker) {
        return;
    }
    if (add_teller(speech->speaker, event)) {
        return;
    }
    const std::vector<std::uint32_t> speakers = text_.speakers(*speech);
    const bool open = speakers.size() == 1 && text_.mention(speakers[0]).chain == kNone &&
                      text_.mention(speakers[0]).form == MentionForm::pronoun;
    if (open && !text_.verb(v).subject.empty() && add_pronoun(text_.verb(v).subject.front(), Part::speaker, event)) {
        return;
    }
    for (const std::uint32_t m : speakers) {
        add_party(m, Part::speaker, event);
    }
}

void EventBuilder::remember(std::span<const EventMention> here) {
    teller_ = only_teller();
    teller_sentence_ = text_.sentence.number;
    they_.clear();
    they_paragraph_ = text_.sentence.cut.paragraph;
    for (std::uint32_t v = 0; v < text_.sentence.verbs.size(); ++v) {
        const VerbGroup& group = text_.verb(v);
        if (group.link != ClauseLink::main || group.subject.empty()) {
            continue;
        }
        for (const std::uint32_t p : group.subject) {
            text_.mentions_of(p, false, they_);
        }
        const std::string_view base =
            group.verb == kNoVerb ? std::string_view() : std::string_view(text_.input().words.verb(group.verb).base);
        const bool joined = group.passive && (base == "join" || base == "accompany" || base == "flank");
        if (joined) {
            for (const std::uint32_t p : agents(text_, v)) {
                text_.mentions_of(p, false, they_);
            }
        }
        break;
    }
    std::erase_if(they_, [&](std::uint32_t m) { return text_.mention(m).kind != MentionKind::person; });
    remember_pair(here);
    remember_talks(here);
}

/// The two persons who met or agreed in the sentence, or who are its first verb's subject together.
void EventBuilder::remember_pair(std::span<const EventMention> here) {
    const bool again = pair_.size() == 2 && text_.first_mention() == text_.last_mention();
    pair_sentence_ = text_.sentence.number;
    if (again) { // a sentence that names nobody
        return;
    }
    pair_.clear();
    for (const EventMention& event : here) {
        const bool joint = event.type.category == "consult" || event.type.category == "agree";
        if (joint && event.parties.size() == 2 && is_person(event.parties[0].mention) &&
            is_person(event.parties[1].mention)) {
            pair_ = {event.parties[0].mention, event.parties[1].mention};
            return;
        }
    }
    for (const VerbGroup& group : text_.sentence.verbs) {
        if (group.link == ClauseLink::main && !group.subject.empty()) {
            const bool two =
                group.subject.size() == 2 && they_.size() == 2 && is_person(they_[0]) && is_person(they_[1]);
            pair_ = two ? they_ : std::vector<std::uint32_t>();
            return;
        }
    }
}

bool EventBuilder::is_person(std::uint32_t m) const {
    return text_.mention(m).kind == MentionKind::person && text_.mention(m).chain != kNone;
}

void EventBuilder::set_time(std::uint32_t time, EventMention& event) const {
    const Timex& each = text_.input().times[time];
    if (each.kind == TimexKind::set) {
        event.repeated = true;
        return;
    }
    const Edtf& when = each.range.empty() ? each.when : each.range;
    if (event.when.empty() && !when.empty()) {
        event.when = when;
        event.when_words = each.span;
    }
}

/// A weekday that was read as gone by: not that of a plan.
bool EventBuilder::is_gone(std::uint32_t time) const {
    const Timex& each = text_.input().times[time];
    return !each.future_cue && each.kind == TimexKind::date && each.value.size() == kDayValue &&
           text_.input().document.words(each.span).find("day") != std::string_view::npos;
}

void EventBuilder::add_place(Span span, EventMention& event) const {
    const std::string_view words = text_.input().document.words(span);
    for (const std::string_view article : {"the ", "The "}) {
        if (words.starts_with(article)) {
            span.begin += 4;
        }
    }
    if (std::find(event.places.begin(), event.places.end(), span) == event.places.end()) {
        event.places.push_back(span);
    }
}

bool EventBuilder::is_place(std::uint32_t p) const {
    const std::uint32_t head = text_.head_token(p);
    std::vector<std::uint32_t> found;
    text_.mentions_of(p, true, found);
    const bool people = std::any_of(found.begin(), found.end(), [&](std::uint32_t m) {
        const MentionKind kind = text_.mention(m).kind;
        return kind == MentionKind::person || kind == MentionKind::group ||
               (kind == MentionKind::organisation && !text_.mention(m).is_place);
    });
    if (people || text_.word(head).is(ClauseClass::people)) {
        return false;
    }
    const bool known =
        std::any_of(found.begin(), found.end(), [&](std::uint32_t m) { return text_.mention(m).is_place; });
    if (known) { // in whatever case it is written
        return true;
    }
    static constexpr std::array<std::string_view, 14> kPlaces{"capital", "city",     "town",  "village",     "port",
                                                              "region",  "province", "state", "island",      "district",
                                                              "suburb",  "resort",   "area",  "headquarters"};
    const bool named =
        text_.token(text_.phrase(p).last - 1).capital ||
        text_
            .token(text_.phrase(p).first + 1 < text_.phrase(p).last ? text_.phrase(p).first + 1 : text_.phrase(p).first)
            .capital;
    return text_.token(head).capital ||
           (named && std::find(kPlaces.begin(), kPlaces.end(), text_.text(head)) != kPlaces.end());
}

void EventBuilder::add_times_and_places(std::uint32_t v, EventMention& event) const {
    const VerbGroup& group = text_.verb(v);
    const bool told = group.tense == VerbTense::past; // "called a meeting on Monday"
    for (const std::uint32_t t : group.times) {
        if (told || event.status != Status::planned || !is_gone(t)) {
            set_time(t, event);
        }
    }
    add_time_before(v, event);
    for (const auto& each : group.attachments) {
        const std::string_view word = text_.text(text_.phrase(each.preposition).first);
        if (word != "in" && word != "at" && word != "near" && word != "In" && word != "At" && word != "outside") {
            continue;
        }
        if (is_place_of_noun(each.preposition)) {
            continue;
        }
        for (const std::uint32_t p : each.nouns) {
            if (is_place(p)) {
                add_place(text_.span_of(p), event);
            }
        }
    }
}

/// A time stands at the head, and only participles and gerunds between it and the clause of verb `v`.
bool EventBuilder::is_opened_by_time(std::uint32_t v) const {
    const auto hangs = [&](const VerbGroup& each) {
        return each.link == ClauseLink::participle || each.link == ClauseLink::gerund;
    };
    return v > 0 && text_.verb(v).link == ClauseLink::main && text_.phrase(0).kind == PhraseKind::time &&
           text_.phrase(1).kind == PhraseKind::comma &&
           std::all_of(text_.sentence.verbs.begin(), text_.sentence.verbs.begin() + v, hangs);
}

/// "in March 2017, when Peru closed the port": the clause tells what was then. "On Monday Roe met Lind and phoned
/// Dahl": both were that day.
void EventBuilder::add_time_before(std::uint32_t v, EventMention& event) const {
    const VerbGroup& group = text_.verb(v);
    if (!event.when.empty() || event.status == Status::planned) {
        return;
    }
    if (is_opened_by_time(v)) { // "On Sunday, speaking to students, Roe said"
        set_time(text_.phrase(0).index, event);
        return;
    }
    if (group.link == ClauseLink::when && text_.text(group.link_word) == "when") {
        std::uint32_t p = group.phrase;
        while (p > 0 && text_.phrase(p).first > group.link_word) {
            --p;
        }
        p -= p > 0 && text_.phrase(p - 1).kind == PhraseKind::comma ? 1 : 0;
        if (p > 0 && text_.phrase(p - 1).kind == PhraseKind::time) {
            set_time(text_.phrase(p - 1).index, event);
        }
        return;
    }
    for (std::uint32_t w = v; w > 0 && v - w < 3; --w) {
        const VerbGroup& other = text_.verb(w - 1);
        const bool joined = group.phrase > 0 && text_.phrase(group.phrase - 1).kind == PhraseKind::conjunction &&
                            other.link == group.link && !other.subject.empty() && other.subject == group.subject;
        for (const std::uint32_t t : other.times) {
            if (joined && text_.input().times[t].span.begin < text_.token(other.first).span.begin) {
                set_time(t, event);
            }
        }
        if (joined) {
            return;
        }
    }
}

void EventBuilder::add_said_by(std::uint32_t token, std::uint32_t v, EventMention& event) const {
    if (const Speech* around = text_.speech_around(token); around != nullptr) {
        event.said_by = text_.speakers(*around);
        event.said_words = around->speaker;
        return;
    }
    if (v != kNone) { // "reports of troops attacking Chad"
        const std::uint32_t carrier = text_.carrier_of(v);
        if (carrier != kNone && text_.word(text_.phrase(carrier).last - 1).is(ClauseClass::account)) {
            event.said_words = text_.span_of(carrier);
            return;
        }
    }
    if (v == kNone || text_.verb(v).link != ClauseLink::content || text_.verb(v).governor == kNone) {
        return;
    }
    const VerbGroup& above = text_.verb(text_.verb(v).governor);
    const bool says = above.verb != kNoVerb && text_.input().words.verb(above.verb).says;
    if (says && !above.subject.empty()) {
        for (const std::uint32_t p : above.subject) {
            text_.mentions_of(p, true, event.said_by);
        }
        event.said_words = text_.span_of(above.subject.front());
    }
}

void EventBuilder::remember_talks(std::span<const EventMention> here) {
    for (const EventMention& event : here) {
        if (event.type.category == "agree" && event.status == Status::occurred && event.parties.size() == 2 &&
            !event.intent && talks_.empty() && deals_.size() < kMostTalks) {
            const Talks pair{event.parties.front().mention, event.parties.back().mention};
            const bool known = !deals_.empty() && same_chains(deals_.front(), pair);
            if (!known) {
                deals_.push_back(pair);
            }
        }
        const bool talks = event.type.category == "consult" && event.type.mode != "visit" && event.type.mode != "call";
        const bool held = event.status == Status::occurred || event.status == Status::ongoing;
        if (!talks || !held || event.parties.empty() || talks_.size() >= kMostTalks) {
            continue;
        }
        const Talks pair{event.parties.front().mention, event.parties.back().mention};
        const bool two = event.parties.size() == 2 && text_.mention(pair.one).chain != kNone &&
                         text_.mention(pair.other).chain != kNone;
        const bool known = std::any_of(talks_.begin(), talks_.end(), [&](const Talks& each) {
            return two ? same_chains(each, pair) : is_between(each, event);
        });
        if (!known) { // of one side, of three, or of somebody whom nobody names: other talks too
            talks_.push_back(two ? pair : Talks{});
        }
    }
}

/// Whether everybody who is named is of one of the two sides.
bool EventBuilder::is_between(const Talks& talks, const EventMention& event) const {
    const auto side = [&](std::uint32_t m) {
        const std::uint32_t chain = m == kNone ? kNone : text_.mention(m).chain;
        return chain == kNone ? kNoCountry : text_.input().actors.chains[chain].side;
    };
    const CountryIndex one = side(talks.one);
    const CountryIndex other = side(talks.other);
    return one != kNoCountry && other != kNoCountry &&
           std::all_of(event.parties.begin(), event.parties.end(), [&](const EventParty& party) {
               const CountryIndex of = side(party.mention);
               return text_.mention(party.mention).chain == kNone || of == one || of == other;
           });
}

bool EventBuilder::same_chains(const Talks& a, const Talks& b) const {
    const auto chain = [&](std::uint32_t m) { return m == kNone ? kNone : text_.mention(m).chain; };
    return (chain(a.one) == chain(b.one) && chain(a.other) == chain(b.other)) ||
           (chain(a.one) == chain(b.other) && chain(a.other) == chain(b.one));
}

/// "The two sides", "both countries": those of the only talks that the article has told of.
bool EventBuilder::add_sides(std::uint32_t p, Part as, EventMention& event) const {
    static constexpr std::array<std::string_view, 3> kSides{"sides", "parties", "delegations"};
    static constexpr std::array<std::string_view, 4> kStates{"countries", "nations", "governments", "neighbors"};
    const Phrase& phrase = text_.phrase(p);
    const std::uint32_t length = phrase.last - phrase.first;
    const std::string_view first = text_.text(phrase.first);
    const bool both = (first == "Both" || first == "both") && length == 2;
    const bool two = (first == "The" || first == "the") && length == 3 && text_.text(phrase.first + 1) == "two";
    const std::string_view noun = text_.text(phrase.last - 1);
    const bool states = std::find(kStates.begin(), kStates.end(), noun) != kStates.end();
    const bool sides = states || std::find(kSides.begin(), kSides.end(), noun) != kSides.end();
    const std::vector<Talks>& told = talks_.empty() ? deals_ : talks_; // "reached an agreement. Both sides"
    if (!(both || two) || !sides || told.size() != 1) {
        return false;
    }
    const Talks& only = told.front();
    // Two ministers who met are sides of their talks, and no countries.
    const auto named = [&](std::uint32_t m) {
        return m != kNone && text_.mention(m).chain != kNone &&
               (!states || text_.input().actors.chains[text_.mention(m).chain].kind == MentionKind::state);
    };
    if (!named(only.one) || !named(only.other)) {
        return false;
    }
    add_party(only.one, as, event);
    add_party(only.other, as, event);
    return true;
}

/// "The two leaders": the two who were named together in the sentence before.
bool EventBuilder::add_pair(std::uint32_t p, Part as, EventMention& event) const {
    const Phrase& phrase = text_.phrase(p);
    static constexpr std::array<std::string_view, 7> kPairs{"leaders",   "presidents", "men",   "women",
                                                            "ministers", "premiers",   "envoys"};
    const std::string_view first = text_.text(phrase.first);
    const bool two = (first == "The" || first == "the") && phrase.last - phrase.first == 3 &&
                     text_.text(phrase.first + 1) == "two" &&
                     std::find(kPairs.begin(), kPairs.end(), text_.text(phrase.first + 2)) != kPairs.end();
    if (!two || pair_.size() != 2 || pair_sentence_ + 1 != text_.sentence.number) {
        return false;
    }
    for (const std::uint32_t m : pair_) {
        add_party(m, as, event);
    }
    return true;
}

} // namespace demarche::extract
