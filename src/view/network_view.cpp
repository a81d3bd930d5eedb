#include "view/network_view.hpp"

#include "view/network_draft.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace demarche::view {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

class View {
public:
    View(const Model& model, const ChartSpec& chart) : chart_(chart), draft_{model, {}, {}, {}, {}, {}, {}} {}

    NetworkView run() {
        name();
        choose_events();
        choose_delegations();
        const std::set<std::string> actors = hubs_.empty() ? tied_actors() : acting();
        draft_.table = make_cards(model(), actors, draft_.delegations);
        for (const std::size_t index : hubs_) {
            add_hub(draft_, model().events[index]);
        }
        add_ties(draft_);
        show_years();
        number();
        count_unreviewed();
        count_retracted();
        view().cards = std::move(draft_.table.cards);
        view().sides = std::move(draft_.table.sides);
        return std::move(view());
    }

private:
    [[nodiscard]] const Model& model() const { return draft_.model; }

    NetworkView& view() { return draft_.view; }

    void name() {
        view().title = chart_.title.empty() ? model().title : chart_.title;
        view().subtitle = chart_.subtitle;
        view().language = model().language;
        view().where = chart_.where;
        view().where.file = view().where.line > 0 || view().where.file.empty() ? model().file : view().where.file;
        if (const auto day = model().as_of_day()) {
            view().as_of = to_iso(*day);
        }
    }

    // --- what is shown

    void choose_events() {
        const Selection selection = select(model(), chart_);
        for (const std::size_t index : selection.events) {
            const Event& event = model().events[index];
            if (is_meeting(event) || is_act(event)) {
                hubs_.push_back(index);
            } else if (holds(chart_.events, event.id)) {
                view().not_drawn.push_back(event.id);
            }
        }
        for (const std::size_t index : selection.retracted) {
            const Event& event = model().left_out.events[index];
            view().retracted += is_meeting(event) || is_act(event) ? 1 : 0;
        }
        view().events_of = selection.events_of;
        view().hubs_of = hubs_.size();
        keep_weightiest();
        view().events = hubs_.size();
    }

    /// In order of time still; of equal weight the later ones stay.
    void keep_weightiest() {
        if (hubs_.size() <= kMostHubs) {
            return;
        }
        std::vector<std::size_t> rank(hubs_.size());
        std::iota(rank.begin(), rank.end(), std::size_t{0});
        std::stable_sort(rank.begin(), rank.end(), [&](std::size_t a, std::size_t b) {
            const Event& first = model().events[hubs_[a]];
            const Event& second = model().events[hubs_[b]];
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

    void choose_delegations() {
        for (std::size_t i = 0; i < model().delegations.size(); ++i) {
            const bool shown = std::any_of(hubs_.begin(), hubs_.end(), [&](std::size_t hub) {
                return model().events[hub].id == model().delegations[i].event;
            });
            if (shown) {
                draft_.delegations.push_back(i);
            }
        }
    }

    /// Those at whom a line of a hub ends.
    [[nodiscard]] std::set<std::string> acting() const {
        std::set<std::string> actors;
        for (const std::size_t index : hubs_) {
            const Event& event = model().events[index];
            for (const Party& party : event.parties) {
                if (has_line(event, party)) {
                    actors.insert(party.actor);
                }
            }
        }
        return actors;
    }

    /// Nothing happened that can be drawn: the standing ties are the network, unless the chart asks for events by name
    /// or type.
    [[nodiscard]] std::set<std::string> tied_actors() const {
        std::set<std::string> actors;
        if (!chart_.events.empty() || !chart_.types.empty()) {
            return actors;
        }
        for (const Tie& tie : model().ties) {
            if (passes(tie)) {
                actors.insert(tie.from);
                actors.insert(tie.to);
            }
        }
        return actors;
    }

    [[nodiscard]] bool passes(const Tie& tie) const {
        const auto of_side = [&](const std::string& id) {
            const Actor* actor = model().actor(id);
            return actor != nullptr && holds(chart_.sides, actor->side);
        };
        return (chart_.actors.empty() || holds(chart_.actors, tie.from) || holds(chart_.actors, tie.to)) &&
               (chart_.sides.empty() || of_side(tie.from) || of_side(tie.to));
    }

    // --- dates

    /// Dates in the year of the as-of day go without it, unless there are others.
    void show_years() {
        std::set<std::int64_t> years;
        for (const NetworkHub& hub : view().hubs) {
            for (const auto& day : {hub.when.earliest(), hub.when.latest()}) {
                if (day) {
                    years.insert(civil_date(*day).year);
                }
            }
        }
        const auto today = model().as_of_day();
        view().years_shown =
            years.size() > 1 || !today || (years.size() == 1 && *years.begin() != civil_date(*today).year);
    }

    // --- review

    void count_unreviewed() {
        std::set<std::string> shown;
        for (const NetworkCard& card : draft_.table.cards) {
            shown.insert(card.delegations.begin(), card.delegations.end());
            for (const CardRow& row : card.rows) {
                shown.insert(row.actor);
            }
        }
        for (const std::size_t index : hubs_) {
            shown.insert(model().events[index].id);
        }
        const auto count = [&](const auto& things) {
            return static_cast<std::size_t>(std::count_if(things.begin(), things.end(), [&](const auto& thing) {
                return thing.review == "new" && shown.contains(thing.id);
            }));
        };
        view().unreviewed =
            count(model().events) + count(model().actors) + count(model().delegations) +
            static_cast<std::size_t>(std::count_if(model().ties.begin(), model().ties.end(), [&](const Tie& tie) {
                return tie.review == "new" && shown.contains(tie.from) && shown.contains(tie.to);
            }));
    }

    /// What the chart would show, did it stand: events were counted as they were chosen.
    void count_retracted() {
        std::set<std::string> events;
        for (const std::size_t index : hubs_) {
            events.insert(model().events[index].id);
        }
        const auto on_card = [&](const std::string& actor) { return draft_.table.place.contains(actor); };
        const auto count = [](const auto& things, const auto& shown) {
            return static_cast<std::size_t>(std::count_if(things.begin(), things.end(), shown));
        };
        const LeftOut& gone = model().left_out;
        view().retracted += retracted_parts(model(), hubs_) +
                            count(gone.delegations, [&](const Delegation& one) { return events.contains(one.event); }) +
                            count(gone.ties, [&](const Tie& tie) { return on_card(tie.from) && on_card(tie.to); }) +
                            count(gone.roles, [&](const auto& role) { return on_card(role.first); });
    }

    // --- sources

    void number() {
        std::vector<const std::vector<Citation>*> shown;
        for (const auto* list :
             {&draft_.hub_citations, &draft_.link_citations, &draft_.tie_citations, &draft_.table.card_citations}) {
            for (const std::vector<Citation>& citations : *list) {
                shown.push_back(&citations);
            }
        }
        for (const auto& rows : draft_.table.row_citations) {
            for (const std::vector<Citation>& citations : rows) {
                shown.push_back(&citations);
            }
        }
        view().sources = number_sources(model(), shown);
        view().one_independent_source = all_share_one_text(view().sources);
        support(view().hubs, draft_.hub_citations);
        support(view().links, draft_.link_citations);
        support(view().ties, draft_.tie_citations);
        support(draft_.table.cards, draft_.table.card_citations);
        for (std::size_t card = 0; card < draft_.table.cards.size(); ++card) {
            support(draft_.table.cards[card].rows, draft_.table.row_citations[card]);
        }
    }

    template <typename Things>
    void support(Things& things, const std::vector<std::vector<Citation>>& citations) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            things[i].support = support_of(model(), view().sources, citations[i]);
        }
    }

    const ChartSpec& chart_;
    NetworkDraft draft_;
    std::vector<std::size_t> hubs_;
};

} // namespace

NetworkView make_network_view(const Model& model, const ChartSpec& chart) {
    return View(model, chart).run();
}

} // namespace demarche::view
