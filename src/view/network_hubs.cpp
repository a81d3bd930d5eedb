#include "model/check.hpp"
#include "model/event_type.hpp"
#include "view/network_draft.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::view {

namespace {

std::vector<std::string> actors_of(const Event& event, Part part) {
    std::vector<std::string> actors;
    for (const Party& party : event.parties) {
        if (party.as == part) {
            actors.push_back(party.actor);
        }
    }
    return actors;
}

std::size_t present(const Event& event) {
    std::set<std::string> actors;
    for (const Party& party : event.parties) {
        if (party.as != Part::absent) {
            actors.insert(party.actor);
        }
    }
    return actors.size();
}

/// Whoever was there took part; only hosts and mediators of a meeting, and the two ends of an act, are told apart.
Part line_part(Part part, bool hostile) {
    const bool named =
        hostile ? part == Part::source || part == Part::target : part == Part::host || part == Part::mediator;
    return named ? part : Part::participant;
}

std::vector<std::string> short_names(const Model& model, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const std::string& id : ids) {
        names.push_back(short_name(model, id));
    }
    return names;
}

/// Planned for a day before the as-of day.
bool plan_passed(const Model& model, const Event& event) {
    const auto today = model.as_of_day();
    const auto latest = event.when.latest();
    return event.status == Status::planned && today && latest && *latest < *today;
}

/// Those who stand at one end of a line, as indices of the event's parties.
using Lines = std::map<std::pair<CardEnd, Part>, std::vector<std::size_t>>;

class Links {
public:
    Links(NetworkDraft& draft, const Event& event, std::size_t hub) : draft_(draft), event_(event), hub_(hub) {}

    void run() {
        for (std::size_t i = 0; i < event_.parties.size(); ++i) {
            const Party& party = event_.parties[i];
            const auto place = draft_.table.place.find(party.actor);
            if (has_line(event_, party) && place != draft_.table.place.end()) {
                lines_[{place->second, line_part(party.as, is_act(event_))}].push_back(i);
            }
        }
        join_whole_cards();
        std::map<std::pair<std::size_t, Part>, std::size_t> link_of_rows;
        for (const auto& [line, parties] : lines_) {
            const auto& [end, part] = line;
            const auto known = link_of_rows.find({end.card, part});
            if (end.row >= 0 && known != link_of_rows.end()) {
                widen(known->second, end.row, parties);
                continue;
            }
            if (end.row >= 0) {
                link_of_rows[{end.card, part}] = draft_.view.links.size();
            }
            NetworkLink link;
            link.from = end;
            link.hub = hub_;
            link.as = part;
            draft_.view.links.push_back(link);
            parties_.push_back(parties);
        }
        name_parties();
    }

private:
    /// Several of a card's rows: one line to a bracket over them.
    void widen(std::size_t index, int row, const std::vector<std::size_t>& parties) {
        NetworkLink& link = draft_.view.links[index];
        if (link.rows.empty()) {
            link.rows.push_back(link.from.row);
        }
        link.rows.push_back(row);
        auto& all = parties_[index - (draft_.view.links.size() - parties_.size())];
        all.insert(all.end(), parties.begin(), parties.end());
    }

    /// Where everybody on a card took part in the same way, the card did.
    void join_whole_cards() {
        for (std::size_t card = 0; card < draft_.table.cards.size(); ++card) {
            const auto& rows = draft_.table.cards[card].rows;
            for (const Part part : {Part::participant, Part::host, Part::mediator, Part::source, Part::target}) {
                bool all = rows.size() > 1 && may_join(card);
                std::vector<std::size_t> parties;
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    const auto line = lines_.find({{card, static_cast<int>(row)}, part});
                    if (line != lines_.end()) {
                        parties.insert(parties.end(), line->second.begin(), line->second.end());
                    } else if (!rows[row].possible) {
                        all = false;
                    }
                }
                if (!all) {
                    continue;
                }
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    lines_.erase({{card, static_cast<int>(row)}, part});
                }
                auto& whole = lines_[{{card, -1}, part}];
                whole.insert(whole.end(), parties.begin(), parties.end());
            }
        }
    }

    /// A delegation's card stands for it at its own event only; a side's card is no delegation, yet all of its actors
    /// may have taken part together.
    [[nodiscard]] bool may_join(std::size_t card) const {
        bool is_delegation = false;
        for (const std::size_t index : draft_.delegations) {
            const Delegation& delegation = draft_.model.delegations[index];
            const auto place = draft_.table.delegation.find(delegation.id);
            if (place != draft_.table.delegation.end() && place->second.card == card) {
                is_delegation = true;
                if (delegation.event == event_.id) {
                    return true;
                }
            }
        }
        return !is_delegation;
    }

    /// Names, citations and the order of the lines, by the order of the parties.
    void name_parties() {
        const std::size_t first = draft_.view.links.size() - parties_.size();
        std::vector<std::pair<std::size_t, std::size_t>> order;
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            std::vector<std::size_t>& parties = parties_[i];
            std::sort(parties.begin(), parties.end());
            NetworkLink& link = draft_.view.links[first + i];
            std::vector<Citation> citations;
            for (const std::size_t index : parties) {
                const Party& party = event_.parties[index];
                citations.insert(citations.end(), party.citations.begin(), party.citations.end());
                const NamedActor actor = named_actor(draft_.model, party.actor);
                if (std::find(link.actors.begin(), link.actors.end(), actor) == link.actors.end()) {
                    link.actors.push_back(actor);
                }
            }
            // What supports the event supports that these took part, unless the dossier says which words do.
            draft_.link_citations.push_back(citations.empty() ? event_.citations : citations);
            order.emplace_back(parties.front(), first + i);
        }
        std::sort(order.begin(), order.end());
        for (const auto& [party, link] : order) {
            draft_.view.hubs[hub_].links.push_back(link);
        }
    }

    NetworkDraft& draft_;
    const Event& event_;
    std::size_t hub_;
    Lines lines_;
    std::vector<std::vector<std::size_t>> parties_; ///< beside the last of view.links: those of this hub
};

} // namespace

std::string short_name(const Model& model, const std::string& actor) {
    const Actor* known = model.actor(actor);
    return known == nullptr ? actor : known->short_name.empty() ? known->name : known->short_name;
}

NamedActor named_actor(const Model& model, const std::string& actor) {
    const Actor* known = model.actor(actor);
    return {actor, known == nullptr ? actor : known->name};
}

bool is_meeting(const Event& event) {
    const bool visit = event.type.mode == "visit";
    return nature(event.type) == EventNature::joint && present(event) >= (visit ? 1U : 2U);
}

bool is_act(const Event& event) {
    return nature(event.type) == EventNature::hostile && !actors_of(event, Part::source).empty() &&
           !actors_of(event, Part::target).empty();
}

bool has_line(const Event& event, const Party& party) {
    // At an act whoever neither did nor suffered it stands at no end.
    return party.as != Part::absent && (!is_act(event) || party.as == Part::source || party.as == Part::target);
}

void add_hub(NetworkDraft& draft, const Event& event) {
    NetworkHub hub;
    hub.event = event.id;
    hub.hostile = is_act(event);
    hub.title = event.short_title;
    hub.long_title = event.title;
    hub.unreviewed = event.review == "new";
    hub.type = event.type;
    hub.place = event.where_held;
    hub.when = event.when;
    hub.words = event.words;
    hub.status = event.status;
    hub.plan_passed = plan_passed(draft.model, event);
    hub.said_by = short_names(draft.model, event.said_by);
    hub.weight = event.weight;
    hub.emphasis = event.emphasis;
    hub.absent = short_names(draft.model, actors_of(event, Part::absent));
    const std::vector<Citation> citations = citations_of(event);
    hub.single_source = independent_sources(draft.model, citations) == 1;
    hub.disputed = is_disputed(draft.model, citations);
    draft.hub_citations.push_back(citations);
    draft.view.hubs.push_back(hub);
    Links(draft, event, draft.view.hubs.size() - 1).run();
    if (!hub.absent.empty()) {
        draft.view.absences.push_back({hub.absent, event.short_title.empty() ? event.title : event.short_title});
    }
}

} // namespace demarche::view
