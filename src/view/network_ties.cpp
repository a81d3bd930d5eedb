#include "view/network_draft.hpp"

#include <algorithm>
#include <set>

namespace demarche::view {

namespace {

void add_once(std::vector<NamedActor>& list, const NamedActor& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

void append(std::vector<Citation>& all, const std::vector<Citation>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

class Ties {
public:
    explicit Ties(NetworkDraft& draft) : draft_(draft), ties_(draft.view.ties), citations_(draft.tie_citations) {}

    void run() {
        for (const Tie& tie : draft_.model.ties) {
            const auto from = draft_.table.place.find(tie.from);
            const auto to = draft_.table.place.find(tie.to);
            if (from == draft_.table.place.end() || to == draft_.table.place.end()) {
                continue;
            }
            if (from->second.card != to->second.card) {
                add(tie, from->second, to->second);
            } else if (from->second.row >= 0) {
                add_to_row(tie, from->second);
            } else if (to->second.row >= 0) {
                // From the state that is the card to one of its rows: the row says it.
                add_from_card(tie, to->second);
            }
        }
        join_to_cards();
    }

private:
    CardRow& row_at(CardEnd end) { return draft_.table.cards[end.card].rows[static_cast<std::size_t>(end.row)]; }

    std::vector<Citation>& citations_at(CardEnd end) {
        return draft_.table.row_citations[end.card][static_cast<std::size_t>(end.row)];
    }

    void add_to_row(const Tie& tie, CardEnd from) {
        row_at(from).own_ties.push_back({tie.type, tie.verb, {}, short_name(draft_.model, tie.to), tie.when});
        append(citations_at(from), tie.citations);
    }

    void add_from_card(const Tie& tie, CardEnd to) {
        row_at(to).own_ties.push_back({tie.type, tie.verb, short_name(draft_.model, tie.from), {}, tie.when});
        append(citations_at(to), tie.citations);
    }

    void add(const Tie& tie, CardEnd from, CardEnd to) {
        const TieKind kind{tie.type, tie.verb, tie.when};
        const auto known = std::find_if(ties_.begin(), ties_.end(),
                                        [&](const NetworkTie& other) { return other.from == from && other.to == to; });
        if (known == ties_.end()) {
            ties_.push_back({"tie-" + tie.from + "-" + tie.to,
                             from,
                             to,
                             {kind},
                             {named_actor(draft_.model, tie.from)},
                             {named_actor(draft_.model, tie.to)},
                             {}});
            citations_.push_back(tie.citations);
            return;
        }
        if (std::find(known->kinds.begin(), known->kinds.end(), kind) == known->kinds.end()) {
            known->kinds.push_back(kind);
        }
        add_once(known->from_actors, named_actor(draft_.model, tie.from));
        add_once(known->to_actors, named_actor(draft_.model, tie.to));
        append(citations_[static_cast<std::size_t>(known - ties_.begin())], tie.citations);
    }

    /// One person's ties of one kind to every member of a card are one tie to the card.
    void join_to_cards() {
        for (std::size_t card = 0; card < draft_.table.cards.size(); ++card) {
            const auto& rows = draft_.table.cards[card].rows;
            for (std::size_t i = 0; rows.size() > 1 && i < ties_.size(); ++i) {
                const NetworkTie first = ties_[i];
                if (first.to.card != card || first.to.row < 0) {
                    continue;
                }
                std::set<int> covered;
                std::vector<std::size_t> same;
                for (std::size_t j = 0; j < ties_.size(); ++j) {
                    const NetworkTie& other = ties_[j];
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
        ties_[kept].to.row = -1;
        for (const std::size_t index : same) {
            for (const NamedActor& actor : ties_[index].to_actors) {
                add_once(ties_[kept].to_actors, actor);
            }
            if (index != kept) {
                append(citations_[kept], citations_[index]);
            }
        }
        // From the last on: what is erased moves what follows it.
        std::for_each(same.rbegin(), same.rend(), [&](std::size_t index) {
            if (index != kept) {
                ties_.erase(ties_.begin() + static_cast<std::ptrdiff_t>(index));
                citations_.erase(citations_.begin() + static_cast<std::ptrdiff_t>(index));
            }
        });
    }

    NetworkDraft& draft_;
    std::vector<NetworkTie>& ties_;
    std::vector<std::vector<Citation>>& citations_;
};

} // namespace

void add_ties(NetworkDraft& draft) {
    Ties(draft).run();
}

} // namespace demarche::view
