/// Merging delegations.

#include "model/merge_book.hpp"
#include "model/merge_match.hpp"
#include "model/wording.hpp"

#include <algorithm>

namespace demarche {
namespace {

/// Of one name, for one side, at one event; or the only one of the side there, here as among the found.
std::size_t
delegation_like(const Delegation& found, const std::vector<Delegation>& among, const std::vector<Delegation>& all) {
    const auto is_like = [&](const Delegation& one) { return one.event == found.event && one.side == found.side; };
    const auto is_same = [&](const Delegation& one) {
        return is_like(one) && name_key(one.name) == name_key(found.name);
    };
    auto same = std::find_if(among.begin(), among.end(), is_same);
    if (same == among.end() && std::count_if(all.begin(), all.end(), is_like) == 1) {
        same = std::find_if(among.begin(), among.end(), is_like);
    }
    return static_cast<std::size_t>(same - among.begin());
}

void take_delegation(MergeBook& book, Delegation found, const std::vector<Delegation>& all) {
    const auto& away = book.dossier.rejected.delegations;
    std::string& id = book.delegations[found.id];
    const std::size_t known = delegation_like(found, book.model().delegations, all);
    const std::size_t rejected = delegation_like(found, away, all);
    if (known < book.dossier.delegations.size()) {
        const Delegation& before = book.dossier.delegations[known];
        id = before.id;
        book.grow_known(book.model().delegations[known], before, found, "delegation " + before.id);
    } else if (known < book.model().delegations.size()) {
        Delegation& mine = book.model().delegations[known];
        id = mine.id;
        News news({}, mine.citations, book.read);
        grow(mine, found, news);
    } else if (rejected < away.size()) {
        book.note(Finding::rejected, away[rejected].id, "delegation " + quoted(found.name), away[rejected].where);
    } else if (!found.members.empty() || !found.possible.empty()) {
        found.id = book.fresh_ids.fresh({id_of_words(found.name), found.side + "-" + found.event}, "delegation");
        found.review = "new";
        id = found.id;
        book.note(Finding::added, found.id, "delegation " + quoted(found.name.empty() ? found.id : found.name));
        book.model().delegations.push_back(std::move(found));
    }
}

/// Each once, nobody who is absent from the event, and no head who is no member.
void tidy_members(MergeBook& book, Delegation& delegation) {
    const Event& event = *book.model().event(delegation.event);
    std::set<std::string> seen;
    for (const Party& party : event.parties) {
        if (party.as == Part::absent) {
            seen.insert(party.actor);
        }
    }
    for (std::vector<std::string>* list : {&delegation.members, &delegation.possible}) {
        std::vector<std::string> kept;
        for (const std::string& actor : mapped_all(book.actors, *list)) {
            if (seen.insert(actor).second) {
                kept.push_back(actor);
            }
        }
        *list = std::move(kept);
    }
    const auto& members = delegation.members;
    if (std::find(members.begin(), members.end(), delegation.head) == members.end()) {
        delegation.head.clear();
    }
}

} // namespace

void take_delegations(MergeBook& book) {
    std::vector<Delegation> all;
    for (Delegation found : book.found.delegations) {
        const bool is_old = book.was_offered(found.citations);
        found.event = mapped(book.events, found.event);
        found.side = mapped(book.sides, found.side);
        found.head = mapped(book.actors, found.head);
        book.map_citations(found.citations);
        if (!is_old && !found.event.empty() && !found.side.empty()) {
            tidy_members(book, found);
            all.push_back(std::move(found));
        }
    }
    for (const Delegation& found : all) {
        take_delegation(book, found, all);
    }
}

} // namespace demarche
