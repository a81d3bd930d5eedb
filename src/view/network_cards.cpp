#include "view/network_cards.hpp"

#include <algorithm>
#include <numeric>

namespace demarche::view {

namespace {

/// Title and body as a card shows them: a body that the title or the card says is left out.
LaterRole shown_role(const Role& role, const std::string& card_title, const std::string& side_name) {
    const bool said = role.body.empty() || role.title.find(role.body) != std::string::npos ||
                      (!card_title.empty() && role.body == side_name);
    if (!said && role.title.empty()) {
        return {role.body, {}, role.when};
    }
    return {role.title, said ? std::string() : role.body, role.when};
}

class Cards {
public:
    Cards(const Model& model, const std::set<std::string>& actors, const std::vector<std::size_t>& delegations)
        : model_(model), actors_(actors), delegations_(delegations) {}

    CardTable run() {
        for (const Side& side : model_.sides) {
            if (is_shown(side.id)) {
                side_index(side.id); // all of them first, in the dossier's order
            }
        }
        for (const auto& group : joined_delegations()) {
            delegation_card(group);
        }
        side_cards();
        for (const Actor& actor : model_.actors) {
            if (wanted(actor) && table_.place.count(actor.id) == 0) {
                const std::size_t card = new_card("actor-" + actor.id, {}, actor.side);
                add_row(card, actor, {}, false, false);
            }
        }
        return std::move(table_);
    }

private:
    [[nodiscard]] bool wanted(const Actor& actor) const { return actors_.count(actor.id) > 0; }

    [[nodiscard]] const Delegation& delegation(std::size_t index) const { return model_.delegations[index]; }

    [[nodiscard]] bool is_shown(const std::string& side) const {
        return std::any_of(model_.actors.begin(), model_.actors.end(),
                           [&](const Actor& actor) { return actor.side == side && wanted(actor); }) ||
               std::any_of(delegations_.begin(), delegations_.end(),
                           [&](std::size_t index) { return delegation(index).side == side; });
    }

    static std::set<std::string> people(const Delegation& delegation) {
        std::set<std::string> all(delegation.members.begin(), delegation.members.end());
        all.insert(delegation.possible.begin(), delegation.possible.end());
        if (!delegation.head.empty()) {
            all.insert(delegation.head);
        }
        return all;
    }

    /// Delegations of one side that share somebody stand on one card: nobody is drawn twice.
    [[nodiscard]] std::vector<std::vector<std::size_t>> joined_delegations() const {
        std::vector<std::size_t> group(delegations_.size());
        std::iota(group.begin(), group.end(), std::size_t{0});
        for (std::size_t i = 0; i < delegations_.size(); ++i) {
            for (std::size_t j = i + 1; j < delegations_.size(); ++j) {
                const std::set<std::string> a = people(delegation(delegations_[i]));
                const std::set<std::string> b = people(delegation(delegations_[j]));
                const bool share = std::any_of(a.begin(), a.end(), [&](const auto& id) { return b.count(id) > 0; });
                if (share && delegation(delegations_[i]).side == delegation(delegations_[j]).side) {
                    const std::size_t from = group[j];
                    const std::size_t to = group[i];
                    std::replace(group.begin(), group.end(), std::max(from, to), std::min(from, to));
                }
            }
        }
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < delegations_.size(); ++i) {
            groups[group[i]].push_back(delegations_[i]);
        }
        std::vector<std::vector<std::size_t>> list;
        list.reserve(groups.size());
        for (const auto& [first, members] : groups) {
            list.push_back(members);
        }
        return list;
    }

    int side_index(const std::string& id) {
        for (std::size_t i = 0; i < table_.sides.size(); ++i) {
            if (table_.sides[i].id == id) {
                return static_cast<int>(i);
            }
        }
        for (std::size_t i = 0; i < model_.sides.size(); ++i) {
            const Side& side = model_.sides[i];
            if (side.id == id) {
                table_.sides.push_back({side.id, side.code, side.name, i, side.colour});
                return static_cast<int>(table_.sides.size()) - 1;
            }
        }
        return -1;
    }

    [[nodiscard]] std::string side_name(const std::string& id) const {
        const Side* side = model_.side(id);
        return side == nullptr ? std::string() : side->name.empty() ? side->code : side->name;
    }

    std::size_t new_card(const std::string& id, const std::string& title, const std::string& side) {
        NetworkCard card;
        card.id = id;
        card.title = title;
        card.side = side_index(side);
        table_.cards.push_back(card);
        table_.row_citations.emplace_back();
        table_.card_citations.emplace_back();
        return table_.cards.size() - 1;
    }

    void add_row(std::size_t card, const Actor& actor, const std::string& role_title, bool head, bool possible) {
        if (table_.place.count(actor.id) > 0) {
            return;
        }
        CardRow row;
        row.actor = actor.id;
        row.name = actor.name;
        row.short_name = actor.short_name.empty() ? actor.name : actor.short_name;
        for (const Role& role : actor.roles) {
            LaterRole shown = shown_role(role, role_title, side_name(actor.side));
            if (&role == &actor.roles.front()) {
                row.role = shown.title;
                row.role_body = shown.body;
            } else {
                row.later_roles.push_back(std::move(shown));
            }
        }
        row.head = head;
        row.possible = possible;
        table_.place[actor.id] = {card, static_cast<int>(table_.cards[card].rows.size())};
        table_.cards[card].rows.push_back(row);
        std::vector<Citation> citations = actor.citations;
        for (const Role& role : actor.roles) {
            citations.insert(citations.end(), role.citations.begin(), role.citations.end());
        }
        table_.row_citations[card].push_back(citations);
    }

    void delegation_card(const std::vector<std::size_t>& group) {
        const Delegation& first = delegation(group.front());
        const bool joined = group.size() > 1;
        const std::string own = first.name.empty() ? side_name(first.side) : first.name;
        const std::string title = joined && !side_name(first.side).empty() ? side_name(first.side) : own;
        const std::size_t card = new_card("delegation-" + first.id, title, first.side);
        for (const bool possible : {false, true}) {
            for (const std::size_t index : group) {
                add_people(card, delegation(index), title, possible, joined);
            }
        }
        for (const std::size_t index : group) {
            table_.delegation[delegation(index).id] = {card, -1};
            table_.cards[card].delegations.push_back(delegation(index).id);
            auto& citations = table_.card_citations[card];
            citations.insert(citations.end(), delegation(index).citations.begin(), delegation(index).citations.end());
        }
    }

    void
    add_people(std::size_t card, const Delegation& delegation, const std::string& title, bool possible, bool joined) {
        std::vector<std::string> ids = possible ? delegation.possible : delegation.members;
        if (!possible && !delegation.head.empty()) {
            ids.erase(std::remove(ids.begin(), ids.end(), delegation.head), ids.end());
            ids.insert(ids.begin(), delegation.head);
        }
        for (const std::string& id : ids) {
            const Actor* actor = model_.actor(id);
            if (actor == nullptr) {
                continue;
            }
            add_row(card, *actor, title, id == delegation.head, possible);
            const CardEnd place = table_.place[id];
            if (id == delegation.head && place.card == card) {
                CardRow& row = table_.cards[card].rows[static_cast<std::size_t>(place.row)];
                row.head = true;
                const Event* event = model_.event(delegation.event);
                if (joined && event != nullptr) {
                    row.leads_at.push_back(event->short_title.empty() ? event->title : event->short_title);
                }
            }
        }
    }

    /// Sides that send no delegation: their actors together on one card.
    void side_cards() {
        for (const Side& side : model_.sides) {
            const bool delegates = std::any_of(delegations_.begin(), delegations_.end(),
                                               [&](std::size_t i) { return delegation(i).side == side.id; });
            std::vector<const Actor*> people;
            std::vector<const Actor*> states;
            for (const Actor& actor : model_.actors) {
                if (actor.side == side.id && wanted(actor) && table_.place.count(actor.id) == 0) {
                    (actor.kind == ActorKind::state ? states : people).push_back(&actor);
                }
            }
            if (delegates || people.empty()) {
                continue;
            }
            const std::string title = side_name(side.id);
            const std::size_t card = new_card("side-" + side.id, title, side.id);
            for (const Actor* actor : people) {
                add_row(card, *actor, title, false, false);
            }
            if (states.size() == 1) {
                table_.place[states.front()->id] = {card, -1}; // the state is the card as a whole
            } else {
                for (const Actor* actor : states) {
                    add_row(card, *actor, title, false, false);
                }
            }
        }
    }

    const Model& model_;
    const std::set<std::string>& actors_;
    const std::vector<std::size_t>& delegations_;
    CardTable table_;
};

} // namespace

CardTable
make_cards(const Model& model, const std::set<std::string>& actors, const std::vector<std::size_t>& delegations) {
    return Cards(model, actors, delegations).run();
}

} // namespace demarche::view
