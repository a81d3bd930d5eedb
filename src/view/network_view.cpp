#include "view/network_view.hpp"

#include "model/check.hpp"
#include "model/event_type.hpp"
#include "view/network_cards.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::view {

namespace {

std::size_t present(const Event& event) {
    std::set<std::string> actors;
    for (const Party& party : event.parties) {
        if (party.as != Part::absent) {
            actors.insert(party.actor);
        }
    }
    return actors.size();
}

/// Did its parties meet, or at least go somewhere?
bool is_hub(const Event& event) {
    const bool visit = event.type.mode == "visit";
    return nature(event.type) == EventNature::joint && present(event) >= (visit ? 1U : 2U);
}

std::vector<std::string> actors_of(const Event& event, Part part) {
    std::vector<std::string> actors;
    for (const Party& party : event.parties) {
        if (party.as == part) {
            actors.push_back(party.actor);
        }
    }
    return actors;
}

bool is_act(const Event& event) {
    return nature(event.type) == EventNature::hostile && !actors_of(event, Part::source).empty() &&
           !actors_of(event, Part::target).empty();
}

class View {
public:
    View(const Model& model, const ChartSpec& chart) : model_(model), chart_(chart) {}

    NetworkView run() {
        choose();
        table_ = make_cards(model_, actors_, delegations_);
        for (const std::size_t index : hubs_) {
            add_hub(model_.events[index]);
        }
        add_ties();
        number();
        view_.cards = std::move(table_.cards);
        view_.sides = std::move(table_.sides);
        return std::move(view_);
    }

private:
    void choose() {
        const Selection selection = select(model_, chart_);
        view_.title = chart_.title.empty() ? model_.title : chart_.title;
        view_.subtitle = chart_.subtitle;
        view_.language = model_.language;
        if (const auto day = model_.as_of_day()) {
            view_.as_of = to_iso(*day);
        }
        for (const std::size_t index : selection.events) {
            if (is_hub(model_.events[index]) || is_act(model_.events[index])) {
                hubs_.push_back(index);
            }
        }
        view_.events_of = hubs_.size();
        keep_weightiest();
        view_.events = hubs_.size();
        for (const std::size_t index : hubs_) {
            const Event& event = model_.events[index];
            view_.unreviewed += event.review == "new" ? 1 : 0;
            for (const Party& party : event.parties) {
                if (party.as != Part::absent) {
                    actors_.insert(party.actor);
                }
            }
        }
        for (std::size_t i = 0; i < model_.delegations.size(); ++i) {
            const bool shown = std::any_of(hubs_.begin(), hubs_.end(), [&](std::size_t hub) {
                return model_.events[hub].id == model_.delegations[i].event;
            });
            if (shown) {
                delegations_.push_back(i);
            }
        }
        if (view_.events == 0) {
            // Nothing happened that can be drawn: the standing ties are the network.
            for (const Tie& tie : model_.ties) {
                actors_.insert(tie.from);
                actors_.insert(tie.to);
            }
        }
    }

    /// In order of time still; of equal weight the later ones stay.
    void keep_weightiest() {
        if (hubs_.size() <= kMostHubs) {
            return;
        }
        std::vector<std::size_t> rank(hubs_.size());
        for (std::size_t i = 0; i < rank.size(); ++i) {
            rank[i] = i;
        }
        std::stable_sort(rank.begin(), rank.end(), [&](std::size_t a, std::size_t b) {
            const Event& first = model_.events[hubs_[a]];
            const Event& second = model_.events[hubs_[b]];
            return std::pair(first.weight, a) > std::pair(second.weight, b);
        });
        rank.resize(kMostHubs);
        std::sort(rank.begin(), rank.end());
        std::vector<std::size_t> kept;
        kept.reserve(rank.size());
        for (const std::size_t i : rank) {
            kept.push_back(hubs_[i]);
        }
        hubs_ = kept;
    }

    [[nodiscard]] std::string short_name(const std::string& id) const {
        const Actor* actor = model_.actor(id);
        return actor == nullptr ? id : actor->short_name.empty() ? actor->name : actor->short_name;
    }

    [[nodiscard]] std::vector<std::string> short_names(const std::vector<std::string>& ids) const {
        std::vector<std::string> names;
        names.reserve(ids.size());
        for (const std::string& id : ids) {
            names.push_back(short_name(id));
        }
        return names;
    }

    // --- hubs

    [[nodiscard]] bool passed(const Event& event) const {
        const auto today = model_.as_of_day();
        const auto latest = event.when.latest();
        return event.status == Status::planned && today && latest && *latest < *today;
    }

    void add_hub(const Event& event) {
        NetworkHub hub;
        hub.event = event.id;
        hub.hostile = is_act(event);
        hub.title = event.short_title;
        hub.long_title = event.title;
        hub.type = event.type;
        hub.place = event.where_held;
        hub.when = event.when;
        hub.words = event.words;
        hub.status = event.status;
        hub.plan_passed = passed(event);
        hub.said_by = short_names(event.said_by);
        hub.weight = event.weight;
        hub.emphasis = event.emphasis;
        const std::vector<Citation> citations = citations_of(event);
        hub.single_source = independent_sources(model_, citations) == 1;
        hub.disputed = std::any_of(citations.begin(), citations.end(),
                                   [](const Citation& citation) { return citation.stance == Stance::disputes; });
        hub_citations_.push_back(citations);
        view_.hubs.push_back(hub);
        link_parties(event, view_.hubs.size() - 1);
        const std::vector<std::string> absent = actors_of(event, Part::absent);
        if (!absent.empty()) {
            view_.absences.push_back(
                {short_names(absent), event.short_title.empty() ? event.title : event.short_title});
        }
    }

    /// Whoever was there took part; only hosts and mediators of a meeting, and the two ends of an act, are told apart.
    static Part line_part(Part part, bool hostile) {
        const bool named =
            hostile ? part == Part::source || part == Part::target : part == Part::host || part == Part::mediator;
        return named ? part : Part::participant;
    }

    void link_parties(const Event& event, std::size_t hub) {
        std::map<std::pair<CardEnd, Part>, std::vector<Citation>> lines;
        for (const Party& party : event.parties) {
            const auto place = table_.place.find(party.actor);
            if (party.as != Part::absent && place != table_.place.end()) {
                const Part part = line_part(party.as, is_act(event));
                if (is_act(event) && part == Part::participant) {
                    continue; // neither did it nor suffered it
                }
                auto& citations = lines[{place->second, part}];
                citations.insert(citations.end(), party.citations.begin(), party.citations.end());
            }
        }
        join_whole_cards(event, lines);
        std::map<std::pair<std::size_t, Part>, std::size_t> link_of_rows;
        for (const auto& [line, citations] : lines) {
            const auto& [end, part] = line;
            const auto known = link_of_rows.find({end.card, part});
            if (end.row >= 0 && known != link_of_rows.end()) {
                // Several of a card's rows: one line to a bracket over them.
                NetworkLink& link = view_.links[known->second];
                if (link.rows.empty()) {
                    link.rows.push_back(link.from.row);
                }
                link.rows.push_back(end.row);
                auto& all = link_citations_[known->second];
                all.insert(all.end(), citations.begin(), citations.end());
                continue;
            }
            if (end.row >= 0) {
                link_of_rows[{end.card, part}] = view_.links.size();
            }
            view_.links.push_back({end, {}, hub, part, {}});
            link_citations_.push_back(citations);
        }
    }

    /// Where everybody on a card took part in the same way, the card did.
    void join_whole_cards(const Event& event, std::map<std::pair<CardEnd, Part>, std::vector<Citation>>& lines) const {
        for (std::size_t card = 0; card < table_.cards.size(); ++card) {
            const auto& rows = table_.cards[card].rows;
            for (const Part part : {Part::participant, Part::host, Part::mediator, Part::source, Part::target}) {
                bool all = rows.size() > 1 && delegates_to(event, card);
                std::vector<Citation> citations;
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    const auto line = lines.find({{card, static_cast<int>(row)}, part});
                    if (line != lines.end()) {
                        citations.insert(citations.end(), line->second.begin(), line->second.end());
                    } else if (!rows[row].possible) {
                        all = false;
                    }
                }
                if (!all) {
                    continue;
                }
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    lines.erase({{card, static_cast<int>(row)}, part});
                }
                lines[{{card, -1}, part}] = citations;
            }
        }
    }

    /// A side's card is no delegation, yet all of its actors may have taken part together.
    [[nodiscard]] bool delegates_to(const Event& event, std::size_t card) const {
        bool is_delegation = false;
        for (const std::size_t index : delegations_) {
            const auto place = table_.delegation.find(model_.delegations[index].id);
            if (place != table_.delegation.end() && place->second.card == card) {
                is_delegation = true;
                if (model_.delegations[index].event == event.id) {
                    return true;
                }
            }
        }
        return !is_delegation;
    }

    // --- ties

    void add_ties() {
        for (const Tie& tie : model_.ties) {
            const auto from = table_.place.find(tie.from);
            const auto to = table_.place.find(tie.to);
            if (from == table_.place.end() || to == table_.place.end() || from->second == to->second) {
                continue;
            }
            if (from->second.card == to->second.card) {
                if (from->second.row >= 0) {
                    CardRow& row = table_.cards[from->second.card].rows[static_cast<std::size_t>(from->second.row)];
                    row.own_ties.push_back({tie.type, tie.verb, short_name(tie.to)});
                    auto& citations =
                        table_.row_citations[from->second.card][static_cast<std::size_t>(from->second.row)];
                    citations.insert(citations.end(), tie.citations.begin(), tie.citations.end());
                }
                continue;
            }
            add_tie(tie, from->second, to->second);
        }
        join_ties();
    }

    void add_tie(const Tie& tie, CardEnd from, CardEnd to) {
        const TieKind kind{tie.type, tie.verb};
        for (std::size_t i = 0; i < view_.ties.size(); ++i) {
            NetworkTie& known = view_.ties[i];
            if (known.from == from && known.to == to) {
                if (std::find(known.kinds.begin(), known.kinds.end(), kind) == known.kinds.end()) {
                    known.kinds.push_back(kind);
                }
                tie_citations_[i].insert(tie_citations_[i].end(), tie.citations.begin(), tie.citations.end());
                return;
            }
        }
        view_.ties.push_back({"tie-" + tie.from + "-" + tie.to, from, to, {kind}, {}});
        tie_citations_.push_back(tie.citations);
    }

    /// One person's ties of one kind to every member of a card are one tie to the card.
    void join_ties() {
        for (std::size_t card = 0; card < table_.cards.size(); ++card) {
            const auto& rows = table_.cards[card].rows;
            for (std::size_t i = 0; rows.size() > 1 && i < view_.ties.size(); ++i) {
                const NetworkTie first = view_.ties[i];
                if (first.to.card != card || first.to.row < 0) {
                    continue;
                }
                std::set<int> covered;
                std::vector<std::size_t> same;
                for (std::size_t j = 0; j < view_.ties.size(); ++j) {
                    const NetworkTie& other = view_.ties[j];
                    if (other.from == first.from && other.to.card == card && other.to.row >= 0 &&
                        other.kinds == first.kinds) {
                        covered.insert(other.to.row);
                        same.push_back(j);
                    }
                }
                const bool all = std::all_of(rows.begin(), rows.end(), [&](const CardRow& row) {
                    return row.possible || covered.count(static_cast<int>(&row - rows.data())) > 0;
                });
                if (all && same.size() > 1) {
                    keep_one(same, i);
                }
            }
        }
    }

    void keep_one(const std::vector<std::size_t>& same, std::size_t kept) {
        view_.ties[kept].to.row = -1;
        // From the last on: what is erased moves what follows it.
        std::for_each(same.rbegin(), same.rend(), [&](std::size_t index) {
            if (index == kept) {
                return;
            }
            auto& citations = tie_citations_[kept];
            citations.insert(citations.end(), tie_citations_[index].begin(), tie_citations_[index].end());
            view_.ties.erase(view_.ties.begin() + static_cast<std::ptrdiff_t>(index));
            tie_citations_.erase(tie_citations_.begin() + static_cast<std::ptrdiff_t>(index));
        });
    }

    // --- sources

    void number() {
        std::vector<const std::vector<Citation>*> shown;
        for (const auto* list : {&hub_citations_, &link_citations_, &tie_citations_, &table_.card_citations}) {
            for (const std::vector<Citation>& citations : *list) {
                shown.push_back(&citations);
            }
        }
        for (const auto& rows : table_.row_citations) {
            for (const std::vector<Citation>& citations : rows) {
                shown.push_back(&citations);
            }
        }
        view_.sources = number_sources(model_, shown);
        for (std::size_t i = 0; i < view_.hubs.size(); ++i) {
            view_.hubs[i].sources = view_.sources.numbers(hub_citations_[i]);
        }
        for (std::size_t i = 0; i < view_.links.size(); ++i) {
            view_.links[i].sources = view_.sources.numbers(link_citations_[i]);
        }
        for (std::size_t i = 0; i < view_.ties.size(); ++i) {
            view_.ties[i].sources = view_.sources.numbers(tie_citations_[i]);
        }
        for (std::size_t card = 0; card < table_.cards.size(); ++card) {
            table_.cards[card].sources = view_.sources.numbers(table_.card_citations[card]);
            for (std::size_t row = 0; row < table_.cards[card].rows.size(); ++row) {
                table_.cards[card].rows[row].sources = view_.sources.numbers(table_.row_citations[card][row]);
            }
        }
    }

    const Model& model_;
    const ChartSpec& chart_;
    NetworkView view_;
    CardTable table_;
    std::vector<std::size_t> hubs_, delegations_;
    std::set<std::string> actors_;
    std::vector<std::vector<Citation>> hub_citations_, link_citations_, tie_citations_;
};

} // namespace

NetworkView make_network_view(const Model& model, const ChartSpec& chart) {
    return View(model, chart).run();
}

} // namespace demarche::view
