#include "extract/event.hpp"

#include "extract/event_text.hpp"
#include "extract/event_words.hpp"
#include "model/event_type.hpp"

#include <algorithm>
#include <optional>

namespace demarche::extract {
namespace {

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

class EventFinder {
public:
    EventFinder(const ClauseInput& input, const std::vector<Speech>& speech)
        : input_(input), reader_(input), text_(input, speech) {}

    std::vector<EventMention> run(Span body) {
        const Document& document = input_.document;
        const bool whole = body.begin == body.end;
        taken_.assign(input_.nouns.size(), false);
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
        std::stable_sort(events_.begin(), events_.end(), [](const EventMention& a, const EventMention& b) {
            return a.trigger.begin < b.trigger.begin;
        });
        return std::move(events_);
    }

private:
    void read_sentence() {
        const auto count = static_cast<std::uint32_t>(text_.sentence.verbs.size());
        senses_.assign(count, nullptr);
        for (std::uint32_t v = 0; v < count; ++v) {
            senses_[v] = sense_of(text_, v);
        }
        for (std::uint32_t v = 0; v < count; ++v) {
            read_verb(v);
        }
    }

    void read_verb(std::uint32_t v) {
        const VerbSense* sense = senses_[v];
        const VerbGroup& group = text_.verb(v);
        const Speech* speech = text_.speech_of(group.main);
        if (sense != nullptr && sense->noun != NounEffect::none) {
            noun_event(v, *sense);
        } else if (sense != nullptr && !sense->type.category.empty()) {
            verb_event(v, *sense, speech);
        } else if (speech != nullptr) {
            verb_event(v, statement_, speech);
        }
    }

    [[nodiscard]] std::optional<Status> status_of(std::uint32_t v) const {
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

    EventMention begin(std::uint32_t v, Status status) {
        const VerbGroup& group = text_.verb(v);
        EventMention event;
        event.trigger = text_.span(group.main, group.main + 1);
        event.clause = text_.clause_around(group.main, v);
        event.sentence = text_.sentence.number;
        event.status = status;
        event.repeated = group.repeated;
        return event;
    }

    void verb_event(std::uint32_t v, const VerbSense& sense, const Speech* speech) {
        auto status = status_of(v);
        if (speech != nullptr && !status) {
            const VerbGroup& group = text_.verb(v); // the finder of speech has judged it
            if (group.negated || group.possible || group.link == ClauseLink::condition) {
                return;
            }
            status = Status::occurred;
        }
        if (!status) {
            return;
        }
        EventMention event = begin(v, *status);
        event.type = sense.type;
        event.cameo = sense.cameo;
        add_parties(v, sense, speech, event);
        if (speech != nullptr) {
            event.topic = speech->content;
            retype(v, *speech, event);
        }
        finish(v, std::move(event));
    }

    void noun_event(std::uint32_t v, const VerbSense& sense) {
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
        if (noun == kNone) {
            return;
        }
        const EventNoun& named = input_.nouns[noun];
        taken_[noun] = true;
        auto status = status_of(v);
        if (sense.noun == NounEffect::nothing || !status || named.hint == NounHint::negated) {
            return;
        }
        status = with_effect(*status, sense.noun);
        EventMention event = begin(v, *status);
        event.trigger = named.noun.begin > event.trigger.end && named.noun.begin - event.trigger.end < 30
                            ? Span{event.trigger.begin, named.noun.end}
                            : named.noun;
        event.type = named.type;
        event.cameo = named.cameo;
        event.definite = named.definite;
        add_parties(v, sense, nullptr, event);
        for (const NounParty& party : named.parties) {
            add_party(party.mention, party.as, event);
        }
        if (group.times.empty() && named.time != kNone) {
            set_time(named.time, event);
        }
        event.places.insert(event.places.end(), named.places.begin(), named.places.end());
        finish(v, std::move(event));
    }

    static Status with_effect(Status status, NounEffect effect) {
        if (status != Status::occurred && status != Status::ongoing) {
            return status;
        }
        switch (effect) {
        case NounEffect::planned:
            return Status::planned;
        case NounEffect::cancelled:
            return Status::cancelled;
        case NounEffect::postponed:
            return Status::cancelled;
        case NounEffect::denied:
            return Status::denied;
        default:
            return Status::occurred;
        }
    }

    void add_party(std::uint32_t mention, Part as, EventMention& event) const {
        const std::uint32_t chain = text_.mention(mention).chain;
        const bool known = std::any_of(event.parties.begin(), event.parties.end(), [&](const EventParty& each) {
            return each.mention == mention || (chain != kNone && text_.mention(each.mention).chain == chain);
        });
        if (!known) {
            event.parties.push_back({mention, as});
        }
    }

    /// What a role is in an event of this kind: nobody takes part in an attack, some do it.
    [[nodiscard]] static Part fitting(Role role, bool subject, const EventMention& event) {
        const Part part = part_of(role);
        if (part == Part::participant && nature(event.type) == EventNature::hostile) {
            return subject ? Part::source : Part::target;
        }
        if (part == Part::source && nature(event.type) == EventNature::joint && event.type.category == "consult") {
            return Part::participant;
        }
        return part;
    }

    void add_role(const std::vector<std::uint32_t>& phrases, Role role, bool subject, EventMention& event) {
        if (role == Role::none) {
            return;
        }
        for (const std::uint32_t p : phrases) {
            if (role == Role::place) {
                add_place(p, event);
                continue;
            }
            found_.clear();
            text_.mentions_of(p, role != Role::participant || subject, found_);
            for (const std::uint32_t m : found_) {
                add_party(m, fitting(role, subject, event), event);
            }
        }
    }

    void add_parties(std::uint32_t v, const VerbSense& sense, const Speech* speech, EventMention& event) {
        const VerbGroup& group = text_.verb(v);
        add_role(agents(text_, v), sense.subject, true, event);
        add_speaker(v, sense, speech, event);
        add_role(patients(text_, v), sense.object, false, event);
        for (const auto& each : group.attachments) {
            const std::uint32_t word = text_.phrase(each.preposition).word;
            for (const auto& [preposition, role] : sense.prepositions) {
                if (preposition == word) {
                    add_role(each.nouns, role, false, event);
                }
            }
        }
    }

    void add_speaker(std::uint32_t /*v*/, const VerbSense& sense, const Speech* speech, EventMention& event) {
        if (speech == nullptr || sense.subject != Role::speaker || !event.parties.empty()) {
            return;
        }
        for (const std::uint32_t m : text_.speakers(*speech)) {
            add_party(m, Part::speaker, event);
        }
    }

    /// "said his country would not accept" refuses, "said they must leave" demands.
    void retype(std::uint32_t /*v*/, const Speech& /*speech*/, EventMention& /*event*/) {}

    void set_time(std::uint32_t time, EventMention& event) const {
        const Timex& each = input_.times[time];
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

    void add_place(std::uint32_t p, EventMention& event) const {
        const Span span = text_.span_of(p);
        if (std::find(event.places.begin(), event.places.end(), span) == event.places.end()) {
            event.places.push_back(span);
        }
    }

    void add_times_and_places(std::uint32_t v, EventMention& event) const {
        const VerbGroup& group = text_.verb(v);
        for (const std::uint32_t t : group.times) {
            set_time(t, event);
        }
        for (const auto& each : group.attachments) {
            const std::string_view word = text_.text(text_.phrase(each.preposition).first);
            if (word != "in" && word != "at" && word != "near" && word != "In" && word != "At" && word != "outside") {
                continue;
            }
            for (const std::uint32_t p : each.nouns) {
                if (is_place(p)) {
                    add_place(p, event);
                }
            }
        }
    }

    [[nodiscard]] bool is_place(std::uint32_t p) const {
        const std::uint32_t head = text_.head_token(p);
        std::vector<std::uint32_t> found;
        text_.mentions_of(p, true, found);
        const bool people = std::any_of(found.begin(), found.end(), [&](std::uint32_t m) {
            return text_.mention(m).kind == MentionKind::person || text_.mention(m).kind == MentionKind::group;
        });
        return !people && (text_.token(head).capital || (!found.empty() && text_.mention(found[0]).is_place));
    }

    void add_said_by(std::uint32_t v, EventMention& event) const {
        const Speech* around = text_.speech_around(text_.verb(v).main);
        if (around != nullptr) {
            event.said_by = text_.speakers(*around);
        }
    }

    void finish(std::uint32_t v, EventMention event) {
        add_times_and_places(v, event);
        add_said_by(v, event);
        const bool speech = event.type.category == "statement";
        const bool nobody = event.parties.empty();
        if (nobody && (speech || (event.places.empty() && event.when.empty()))) {
            return;
        }
        events_.push_back(std::move(event));
    }

    const ClauseInput& input_;
    ClauseReader reader_;
    EventText text_;
    std::vector<const VerbSense*> senses_;
    std::vector<bool> taken_;
    std::vector<EventMention> events_;
    std::vector<std::uint32_t> found_;
    VerbSense statement_{{}, {"statement", ""},  NounEffect::none, "010", Role::speaker, Role::addressee,
                         {}, Complement::nothing};
};

} // namespace

std::vector<EventMention> find_events(const Document& document,
                                      const Actors& actors,
                                      const std::vector<Timex>& times,
                                      const std::vector<Speech>& speech,
                                      const std::vector<EventNoun>& nouns,
                                      Span body) {
    const ClauseInput input{document, actors, times, nouns, EventWords::built_in()};
    return EventFinder(input, speech).run(body);
}

} // namespace demarche::extract
