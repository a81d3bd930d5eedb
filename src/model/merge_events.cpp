/// Merging events and their order.

#include "base/utf8.hpp"
#include "model/merge_book.hpp"
#include "model/merge_match.hpp"
#include "model/merge_pairs.hpp"
#include "model/order.hpp"
#include "model/wording.hpp"

#include <algorithm>
#include <optional>

namespace demarche {
namespace {

bool happened(Status status) {
    return status == Status::occurred || status == Status::ongoing;
}

bool called_off(Status status) {
    return status == Status::cancelled || status == Status::denied;
}

/// The event with the dossier's ids; nothing where what makes it is rejected.
std::optional<Event> in_our_words(const MergeBook& book, Event event) {
    const bool had_parties = !event.parties.empty();
    const bool was_said = !event.said_by.empty();
    book.map_citations(event.citations);
    std::vector<Party> parties;
    for (Party& party : event.parties) {
        party.actor = mapped(book.actors, party.actor);
        book.map_citations(party.citations);
        const bool doubled = std::any_of(parties.begin(), parties.end(), [&](const Party& one) {
            return one.actor == party.actor &&
                   (one.as == party.as || (one.as == Part::absent) != (party.as == Part::absent));
        });
        if (!party.actor.empty() && !doubled) {
            parties.push_back(std::move(party));
        }
    }
    event.parties = std::move(parties);
    event.said_by = mapped_all(book.actors, event.said_by);
    const bool nobody = (had_parties && event.parties.empty()) || (was_said && event.said_by.empty());
    return nobody ? std::nullopt : std::optional(std::move(event));
}

std::string shown(const Citation& citation) {
    constexpr std::size_t kLongest = 100;
    return "article " + citation.article +
           (citation.quote.empty() ? "" : ": " + quoted(shortened(citation.quote, kLongest)));
}

void merge_event(MergeBook& book, const EventPair& pair, const Event& found) {
    const Event& before = book.dossier.events[pair.index];
    const std::string what = "event " + quoted(before.title);
    const std::string source = found.citations.empty() ? "" : ", " + shown(found.citations.front());
    if (fit(before.when, found.when) == DateFit::apart) {
        book.note(Finding::contradicts, before.id,
                  what + ": the dossier says " + before.when.text() + ", the articles " + found.when.text() + source,
                  before.where);
    }
    if ((happened(before.status) && called_off(found.status)) ||
        (called_off(before.status) && happened(found.status))) {
        book.note(Finding::contradicts, before.id,
                  what + ": the dossier says " + to_text(before.status) + ", the articles " + to_text(found.status) +
                      source,
                  before.where);
    } else if (before.status == Status::planned && found.status != Status::planned) {
        book.note(Finding::unsure, before.id,
                  what + " is planned in the dossier, the articles say " + to_text(found.status) + source,
                  before.where);
    }
    book.grow_known(book.model().events[pair.index], before, found, what, [&](const Citation& citation) {
        return std::any_of(pair.others.begin(), pair.others.end(), [&](std::size_t other) {
            return shares_words(all_citations(book.dossier.events[other]), {citation});
        });
    });
}

std::string add_event(MergeBook& book, Event event, const EventPair& pair) {
    event.id = book.fresh_ids.fresh({id_of_words(event.title)}, "event");
    event.review = "new";
    std::string id = event.id;
    book.note(Finding::added, id, "event " + quoted(event.title));
    if (pair.doubtful) {
        book.note(Finding::unsure, id,
                  "event " + quoted(event.title) + " may be one that the dossier has: type, parties and dates fit");
    }
    book.model().events.push_back(std::move(event));
    return id;
}

void take_found(MergeBook& book) {
    std::vector<Event> found;
    std::vector<std::string> ids; // as they were found
    std::vector<bool> old;
    for (const Event& event : book.found.events) {
        const bool is_old = book.was_offered(all_citations(event));
        if (auto mine = in_our_words(book, event)) {
            found.push_back(std::move(*mine));
            ids.push_back(event.id);
            old.push_back(is_old);
        } else {
            book.events[event.id] = "";
            if (is_old) {
                continue;
            }
            book.note(Finding::rejected, "", "event " + quoted(event.title) + ": nobody is left of those it names");
        }
    }
    const std::vector<EventPair> pairs = pair_events(book.dossier, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const EventPair& pair = pairs[i];
        if (pair.known) {
            book.events[ids[i]] = book.dossier.events[pair.index].id;
        }
        if (old[i]) {
            continue; // whatever became of it, a person has seen it
        }
        if (pair.rejected) {
            const Event& away = book.dossier.rejected.events[pair.index];
            book.note(Finding::rejected, away.id, "event " + quoted(found[i].title), away.where);
        } else if (pair.known) {
            merge_event(book, pair, found[i]);
        } else {
            book.events[ids[i]] = add_event(book, std::move(found[i]), pair);
        }
    }
}

/// Order is said at new events only, where they name what is there; not at all where it contradicts the dossier.
void order_new(MergeBook& book) {
    const std::size_t first = book.dossier.events.size();
    std::map<std::string, std::size_t> index;
    for (std::size_t i = first; i < book.model().events.size(); ++i) {
        index.emplace(book.model().events[i].id, i);
    }
    for (std::size_t i = first; i < book.model().events.size(); ++i) {
        book.model().events[i].after.clear();
        book.model().events[i].before.clear();
    }
    const auto add = [&](const std::string& earlier, const std::string& later) {
        if (earlier == later || earlier.empty() || later.empty()) {
            return;
        }
        if (const auto mine = index.find(later); mine != index.end()) {
            add_id(book.model().events[mine->second].after, earlier);
        } else if (const auto other = index.find(earlier); other != index.end()) {
            add_id(book.model().events[other->second].before, later);
        }
    };
    for (const Event& event : book.found.events) {
        const std::string mine = mapped(book.events, event.id);
        for (const std::string& other : event.after) {
            add(mapped(book.events, other), mine);
        }
        for (const std::string& other : event.before) {
            add(mine, mapped(book.events, other));
        }
    }
    Diagnostics before;
    Diagnostics now;
    check_order(book.dossier, before);
    check_order(book.model(), now);
    if (now.count(Severity::error) > before.count(Severity::error)) {
        for (std::size_t i = first; i < book.model().events.size(); ++i) {
            book.model().events[i].after.clear();
            book.model().events[i].before.clear();
        }
        book.note(Finding::unsure, "", "the order of the new events contradicts itself or the dossier: none is given");
    }
}

} // namespace

void take_events(MergeBook& book) {
    take_found(book);
    order_new(book);
}

} // namespace demarche
