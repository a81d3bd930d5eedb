#include "extract/event_finder.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

/// Verbs that prepare what a noun behind them names.
bool prepares(std::string_view base) {
    static constexpr std::array<std::string_view, 10> kVerbs{"pave", "prepare", "arrange", "organize", "organise",
                                                             "lead", "set",     "plan",    "open",     "schedule"};
    return std::find(kVerbs.begin(), kVerbs.end(), base) != kVerbs.end();
}

/// Verbs after which a noun names what may never come, be it somebody's: "demanded Roe's resignation".
bool only_speaks(std::string_view base) {
    static constexpr std::array<std::string_view, 29> kVerbs{
        "call",     "want",    "seek",   "urge",  "propose", "suggest", "demand",  "request", "fear",    "warn",
        "threaten", "prevent", "avoid",  "avert", "hope",    "push",    "press",   "need",    "require", "expect",
        "consider", "ask",     "appeal", "offer", "risk",    "predict", "promise", "await",   "delay"};
    return std::find(kVerbs.begin(), kVerbs.end(), base) != kVerbs.end();
}

/// Verbs after which "a meeting", but not "the meeting", may never come.
bool leaves_open(std::string_view base) {
    static constexpr std::array<std::string_view, 8> kVerbs{"oppose",  "favor", "reject", "refuse",
                                                            "discuss", "ban",   "forbid", "support"};
    return std::find(kVerbs.begin(), kVerbs.end(), base) != kVerbs.end();
}

} // namespace

/// The verb group in whose part of the sentence the token stands; kNone: none.
std::uint32_t EventFinder::clause_of(std::uint32_t token) const {
    const auto& phrases = text_.sentence.phrases;
    const auto at = std::upper_bound(phrases.begin(), phrases.end(), token,
                                     [](std::uint32_t t, const Phrase& each) { return t < each.first; });
    const auto& verbs = text_.sentence.verbs;
    if (at == phrases.begin() || verbs.empty()) {
        return kNone;
    }
    const auto p = static_cast<std::uint32_t>(at - phrases.begin() - 1);
    const auto next = std::lower_bound(verbs.begin(), verbs.end(), p, [](const VerbGroup& each, std::uint32_t phrase) {
        return each.phrase < phrase;
    });
    const auto n = static_cast<std::uint32_t>(next - verbs.begin());
    const bool behind = n > 0 && (n == verbs.size() || p < verbs[n - 1].region_end);
    return behind ? n - 1 : n;
}

bool EventFinder::plans(std::uint32_t v) const {
    const VerbGroup& group = text_.verb(v);
    const bool real = group.verb != kNoVerb && !group.negated && !group.possible && !text_.sentence.conditional;
    return real && prepares(input_.words.verb(group.verb).base);
}

std::optional<Status> EventFinder::noun_status(const EventNoun& noun, std::uint32_t v) const {
    switch (noun.hint) {
    case NounHint::negated:
        return std::nullopt;
    case NounHint::planned:
        return Status::planned;
    case NounHint::cancelled:
        return Status::cancelled;
    case NounHint::past:
        return Status::occurred;
    case NounHint::possible:
        return v != kNone && plans(v) ? std::optional(Status::planned) : std::nullopt;
    case NounHint::none:
        break;
    }
    const bool to_come = noun.time != kNone && input_.times[noun.time].future_cue;
    if (v == kNone) {
        return noun.definite ? std::optional(to_come ? Status::planned : Status::occurred) : std::nullopt;
    }
    return status_by_clause(noun, v, to_come);
}

/// By what the clause around the noun says.
std::optional<Status> EventFinder::status_by_clause(const EventNoun& noun, std::uint32_t v, bool to_come) const {
    const bool related = noun.relation.end > noun.relation.begin;
    const Truth truth = truth_of(text_, senses_, v);
    if (!noun.definite && !related && plans(v)) {
        return Status::planned;
    }
    const VerbGroup& group = text_.verb(v);
    const std::string_view base =
        group.verb == kNoVerb ? std::string_view() : std::string_view(input_.words.verb(group.verb).base);
    if (related && truth != Truth::nothing) {
        const bool follows = !noun.after || (truth == Truth::planned && !noun.definite);
        return follows || to_come ? Status::planned : Status::occurred;
    }
    const bool spoken = only_speaks(base) && noun.time == kNone;
    const bool open = !noun.definite && (leaves_open(base) || truth == Truth::nothing || truth == Truth::denied);
    if (spoken || open) {
        return std::nullopt;
    }
    if (truth == Truth::planned || to_come) {
        return Status::planned;
    }
    const bool unreal =
        group.link == ClauseLink::condition || group.link == ClauseLink::question || group.would || group.possible;
    const bool dated = noun.time != kNone || nature(noun.type) == EventNature::hostile;
    return unreal && !dated ? std::nullopt : std::optional(Status::occurred);
}

void EventFinder::read_nouns() {
    for (std::uint32_t n = text_.first_noun(); n < text_.last_noun(); ++n) {
        if (!taken_[n] && !input_.nouns[n].type.category.empty()) {
            read_noun(n);
        }
    }
}

void EventFinder::read_noun(std::uint32_t n) {
    const EventNoun& noun = input_.nouns[n];
    const std::string& category = noun.type.category;
    if (nature(noun.type) == EventNature::speech) {
        return; // who says what is told by verbs
    }
    const auto parties = static_cast<std::size_t>(
        std::count_if(noun.parties.begin(), noun.parties.end(), [](const NounParty& p) { return p.mention != kNone; }));
    const bool related = noun.relation.end > noun.relation.begin;
    const bool own = noun.definite || noun.time != kNone || related || noun.hint != NounHint::none;
    const bool joint = nature(noun.type) == EventNature::joint;
    const bool placed = !noun.places.empty() && (noun.time != kNone || related);
    const bool told = (own && (parties > 0 || placed)) || (joint && parties > 1);
    if (!told || (category == "agree" && parties == 0)) {
        return;
    }
    const auto status = noun_status(noun, clause_of(token_at(noun.noun.begin)));
    if (status && !(text_.sentence.question && *status == Status::occurred && !noun.definite)) {
        event_of_noun_[n] = make_noun(n, *status);
        part_calls(n);
    }
}

std::uint32_t EventFinder::make_noun(std::uint32_t n, Status status) {
    const EventNoun& noun = input_.nouns[n];
    const std::uint32_t token = token_at(noun.noun.begin);
    EventMention event;
    event.trigger = noun.noun;
    event.clause = text_.clause_around(token, clause_of(token));
    event.sentence = text_.sentence.number;
    event.type = noun.type;
    event.cameo = noun.cameo;
    event.status = status;
    event.noun = true;
    event.definite = noun.definite;
    for (const NounParty& party : noun.parties) {
        if (party.mention != kNone) {
            build_.add_party(party.mention, party.as, event);
        }
    }
    if (const std::uint32_t maker = maker_of(noun); maker != kNone) {
        build_.add_party(maker, Part::participant, event);
    }
    if (noun.time != kNone) {
        build_.set_time(noun.time, event);
    }
    for (const Span place : noun.places) {
        build_.add_place(place, event);
    }
    build_.add_said_by(token, clause_of(token), event);
    events_.push_back(std::move(event));
    return static_cast<std::uint32_t>(events_.size() - 1);
}

/// "Dahl's efforts, including calls with Roe", "efforts by Dahl, including": the one person behind "by" or with a
/// possessive before "including", in the same clause; kNone: nobody, or several.
std::uint32_t EventFinder::maker_of(const EventNoun& noun) const {
    const std::uint32_t behind = token_at(noun.whole.begin);
    const bool named = std::any_of(noun.parties.begin(), noun.parties.end(), [&](const NounParty& party) {
        return party.mention == kNone || text_.mention(party.mention).span.begin < noun.noun.begin;
    });
    if (named || nature(noun.type) != EventNature::joint || behind < text_.sentence.cut.first + 2 ||
        text_.text(behind - 1) != "including") {
        return kNone;
    }
    std::uint32_t from = text_.sentence.cut.first; // behind the last verb that is no infinitive
    for (const VerbGroup& each : text_.sentence.verbs) {
        from = each.last < behind && !each.infinitive && !each.gerund ? each.last : from;
    }
    std::uint32_t maker = kNone;
    for (std::uint32_t m = text_.first_mention(); m < text_.last_mention(); ++m) {
        const ActorMention& each = text_.mention(m);
        const bool before = each.whole.begin >= text_.token(from).span.begin && each.span.end < noun.whole.begin;
        if (!before || each.kind != MentionKind::person || !(each.possessive || is_behind_by(each))) {
            continue;
        }
        if (maker != kNone && (each.chain == kNone || each.chain != text_.mention(maker).chain)) {
            return kNone;
        }
        maker = m;
    }
    return maker;
}

/// "by President Roe".
bool EventFinder::is_behind_by(const ActorMention& mention) const {
    const std::string_view before = std::string_view(input_.document.text).substr(0, mention.whole.begin);
    return before.ends_with(" by ");
}

/// "calls with both Roe and Lind": one event for each of them, with whoever stands before the noun.
void EventFinder::part_calls(std::uint32_t n) {
    const EventNoun& noun = input_.nouns[n];
    EventMention& event = events_.back();
    if (!noun.separate || event.parties.size() < 2) {
        return;
    }
    std::vector<EventParty> each;
    std::vector<EventParty> common;
    for (const EventParty& party : event.parties) {
        (text_.mention(party.mention).span.begin < noun.noun.begin ? common : each).push_back(party);
    }
    if (each.size() < 2) {
        return;
    }
    const EventMention whole = event;
    events_.pop_back();
    for (const EventParty& party : each) {
        EventMention one = whole;
        one.parties = common;
        one.parties.push_back(party);
        events_.push_back(std::move(one));
    }
    event_of_noun_[n] = static_cast<std::uint32_t>(events_.size() - 1);
}

} // namespace demarche::extract
