#include "assemble/merging_parts.hpp"

#include "model/event_type.hpp"
#include "model/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace demarche::assemble {
namespace {

bool is_done(Status status) {
    return status == Status::occurred || status == Status::ongoing;
}

bool is_off(Status status) {
    return status == Status::cancelled || status == Status::denied;
}

/// By how many independent sources each value is given.
template <class Value>
class Ballot {
public:
    explicit Ballot(const Telling& telling) : telling_(telling) {}

    void add(const Value& value, const Mention& mention) {
        sources_[value].insert(telling_.source_of[mention.article]);
    }

    /// Of equals the greater value. REQUIRES: not empty.
    [[nodiscard]] Value winner() const {
        return std::max_element(sources_.begin(), sources_.end(),
                                [](const auto& a, const auto& b) {
                                    return std::pair(a.second.size(), a.first) < std::pair(b.second.size(), b.first);
                                })
            ->first;
    }

private:
    const Telling& telling_;
    std::map<Value, std::set<std::uint32_t>> sources_;
};

/// Those that tell; where none does, all.
std::vector<const Mention*> telling_ones(const std::vector<const Mention*>& mentions) {
    std::vector<const Mention*> tell;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(tell),
                 [](const Mention* mention) { return !mention->said->noun; });
    if (tell.empty()) { // "the talks" says nothing of whether they are to be
        std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(tell),
                     [](const Mention* mention) { return !mention->said->definite || mention->dated; });
    }
    return tell.empty() ? mentions : tell;
}

Day latest(const std::vector<const Mention*>& mentions) {
    Day day = DaySpan::kBegin;
    for (const Mention* mention : mentions) {
        day = std::max(day, mention->published);
    }
    return day;
}

/// "after talks between Roe and Lind", reported when the planned day was over.
bool was_held(const std::vector<const Mention*>& mentions) {
    Day planned = DaySpan::kBegin;
    for (const Mention* mention : mentions) {
        if (mention->is_plan() && (!mention->dated || !mention->days.bounded())) {
            return false;
        }
        planned = mention->is_plan() ? std::max(planned, mention->days.last) : planned;
    }
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
        return mention->said->noun && !mention->said->definite && is_done(mention->said->status) &&
               mention->parties.size() > 1 && mention->published > planned;
    });
}

} // namespace

bool StatusChoice::disputed(const Mention& mention) const {
    const Status other = mention.said->status;
    return !settled && !mention.said->noun &&
           ((is_done(status) && is_off(other)) || (is_off(status) && is_done(other)));
}

StatusChoice choose_status(const std::vector<const Mention*>& mentions, const Telling& telling) {
    const std::vector<const Mention*> tell = telling_ones(mentions);
    std::vector<const Mention*> decided;
    std::copy_if(tell.begin(), tell.end(), std::back_inserter(decided),
                 [](const Mention* mention) { return mention->said->status != Status::planned; });
    StatusChoice choice;
    if (decided.empty()) {
        choice.status = was_held(mentions) ? Status::occurred : Status::planned;
        return choice;
    }
    const Day last = latest(decided);
    Ballot<std::pair<int, Status>> votes(telling);
    bool done = false;
    bool off = false;
    for (const Mention* mention : decided) {
        const Status status = mention->said->status;
        if (mention->published == last) {
            // Among equals what is over wins over what goes on, and what is called off or denied over both.
            votes.add({status == Status::ongoing ? -1 : static_cast<int>(status), status}, *mention);
            done = done || is_done(status);
            off = off || is_off(status);
        }
    }
    choice.status = votes.winner().second;
    if (done && off) {
        choice.settled = false;
        choice.contradiction = "reports differ on whether it took place";
    }
    // Called off, then planned anew.
    const bool anew = is_off(choice.status) && std::any_of(tell.begin(), tell.end(), [&](const Mention* mention) {
                          return mention->is_plan() && mention->published > last;
                      });
    choice.status = anew ? Status::planned : choice.status;
    return choice;
}

bool DateChoice::disputed(const Mention& mention) const {
    return mention.dated && !shared(span_of(mention.said->when), kept).has_value();
}

DateChoice choose_date(const std::vector<const Mention*>& mentions,
                       const Cluster& cluster,
                       Status status,
                       const Telling& telling) {
    std::vector<const Mention*> dated;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(dated),
                 [](const Mention* mention) { return mention->dated; });
    DateChoice choice;
    if (dated.empty()) {
        if (status == Status::occurred) {
            Day first = DaySpan::kEnd;
            for (const Mention* mention : mentions) {
                first = std::min(first, mention->published);
            }
            choice.when = one_day_of({DaySpan::kBegin, first});
        }
        return choice;
    }
    DaySpan all;
    bool agree = true;
    Ballot<std::pair<Day, Day>> votes(telling);
    for (const Mention* mention : dated) {
        const DaySpan span = span_of(mention->said->when);
        votes.add({-span.first, -span.last}, *mention);
        const auto both = shared(all, span);
        agree = agree && both.has_value();
        all = both.value_or(all);
    }
    if (!agree) {
        const auto [first, last] = votes.winner();
        all = {-first, -last};
        choice.contradiction = "reports give different dates";
    }
    choice.kept = all;
    std::vector<Edtf> dates;
    for (const Mention* mention : dated) {
        if (shared(span_of(mention->said->when), all).has_value()) {
            dates.push_back(mention->said->when);
        }
    }
    choice.when = joined(dates);
    // "This week", said on Tuesday of what was done, ends on Tuesday.
    const DaySpan span = span_of(choice.when);
    const auto possible = shared(span, cluster.days);
    if (agree && choice.when.kind() == EdtfKind::one_of && possible.has_value() && !(*possible == span)) {
        choice.when = one_day_of(*possible);
    }
    return choice;
}

namespace {

/// What all mentions say of one actor's part.
struct PartsSaid {
    CastIndex actor = extract::kNone;
    std::array<std::set<std::uint32_t>, WordsOf<Part>::kList.size()> articles; ///< by part
    bool present_in_report = false;                                            ///< of what was done, not of a plan
    bool absent_in_report = false;
    std::vector<const Mention*> mentions;

    [[nodiscard]] const std::set<std::uint32_t>& of(Part part) const {
        return articles[static_cast<std::size_t>(part)];
    }

    [[nodiscard]] bool ever_present() const {
        return std::any_of(WordsOf<Part>::kList.begin(), WordsOf<Part>::kList.end(),
                           [&](const auto& word) { return word.value != Part::absent && !of(word.value).empty(); });
    }

    [[nodiscard]] bool absent() const {
        if (of(Part::absent).empty()) {
            return false;
        }
        // A plan to come is outdone by a report of who was missing.
        return !ever_present() || (absent_in_report && !present_in_report);
    }

    /// That most articles give; of equals the one that says more than "took part".
    [[nodiscard]] Part part() const {
        if (absent()) {
            return Part::absent;
        }
        Part best = Part::participant;
        for (const auto& word : WordsOf<Part>::kList) {
            const bool more = of(word.value).size() > of(best).size() ||
                              (best == Part::participant && of(word.value).size() == of(best).size());
            if (word.value != Part::absent && !of(word.value).empty() && more) {
                best = word.value;
            }
        }
        return best;
    }
};

std::vector<PartsSaid> collect(const std::vector<const Mention*>& mentions) {
    std::vector<PartsSaid> said;
    for (const Mention* mention : mentions) {
        for (const MentionParty& party : mention->parties) {
            auto known = std::find_if(said.begin(), said.end(),
                                      [&](const PartsSaid& parts) { return parts.actor == party.actor; });
            if (known == said.end()) {
                said.push_back({});
                known = said.end() - 1;
                known->actor = party.actor;
            }
            known->articles[static_cast<std::size_t>(party.as)].insert(mention->article);
            known->mentions.push_back(mention);
            if (is_done(mention->said->status) && !mention->is_plan()) {
                (party.as == Part::absent ? known->absent_in_report : known->present_in_report) = true;
            }
        }
    }
    return said;
}

/// Whether a collective's own people are named in the same part.
bool explained(const PartsSaid& one, const std::vector<PartsSaid>& all, EventNature nature, const Cast& cast) {
    if (nature == EventNature::speech || !cast[one.actor].collective) {
        return false;
    }
    // Its officials are not named beside an absent state, nor its troops beside an attacker.
    if (one.part() == Part::absent || nature == EventNature::hostile) {
        return cast[one.actor].actor->kind == ActorKind::group &&
               std::any_of(all.begin(), all.end(), [&](const PartsSaid& other) {
                   return other.part() == one.part() && cast[other.actor].actor->kind == ActorKind::state &&
                          cast.stands_for(one.actor, other.actor);
               });
    }
    const auto rank = [&](const PartsSaid& parts) {
        const bool state = cast[parts.actor].actor->kind == ActorKind::state;
        return std::pair(cast[parts.actor].collective ? (state ? 1 : 0) : 2, parts.mentions.size());
    };
    return std::any_of(all.begin(), all.end(), [&](const PartsSaid& other) {
        if (&other == &one || other.part() != one.part() || !cast.stands_for(other.actor, one.actor)) {
            return false;
        }
        // Of two ways to speak of one side's people the state itself, else the more frequent, else the first.
        return rank(other) > rank(one) || (rank(other) == rank(one) && &other < &one);
    });
}

bool cited(const PartsSaid& parts, const Event& event, const Telling& telling) {
    return std::any_of(parts.mentions.begin(), parts.mentions.end(), [&](const Mention* mention) {
        const Citation own = citation_of(*mention, telling);
        return std::any_of(event.citations.begin(), event.citations.end(), [&](const Citation& citation) {
            return citation.article == own.article && citation.passage == own.passage;
        });
    });
}

} // namespace

std::vector<Party> choose_parties(const std::vector<const Mention*>& mentions,
                                  const Event& event,
                                  std::vector<std::string>& contradictions,
                                  const Telling& telling) {
    const std::vector<PartsSaid> said = collect(mentions);
    const EventNature kind = nature(event.type);
    std::vector<Party> parties;
    for (const PartsSaid& one : said) {
        if (explained(one, said, kind, telling.cast)) {
            continue;
        }
        Party party;
        party.actor = telling.cast.id(one.actor);
        party.as = one.part();
        if (one.present_in_report && one.absent_in_report) {
            contradictions.push_back("reports differ on whether " + telling.cast.name(one.actor) + " took part");
        }
        if (party.as == Part::absent || party.as == Part::host || !cited(one, event, telling)) {
            const auto says = std::find_if(one.mentions.begin(), one.mentions.end(), [&](const Mention* mention) {
                return std::any_of(mention->parties.begin(), mention->parties.end(), [&](const MentionParty& other) {
                    return other.actor == one.actor && other.as == party.as;
                });
            });
            party.citations.push_back(
                citation_of(says == one.mentions.end() ? *one.mentions.front() : **says, telling));
        }
        parties.push_back(std::move(party));
    }
    std::stable_partition(parties.begin(), parties.end(), [](const Party& party) { return party.as != Part::absent; });
    return parties;
}

} // namespace demarche::assemble
