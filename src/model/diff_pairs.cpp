#include "model/diff_pairs.hpp"

#include "model/merge_pairs.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace demarche {
namespace {

using Key = std::vector<std::string>;
using NewIds = std::map<std::string, std::string>;

/// Pairs one to one, in the order of the lists, what has one key and is still alone. An empty key is like no other.
template <class Thing, class KeyOf>
void pair_by(const std::vector<Thing>& before, const std::vector<Thing>& after, KeyOf key_of, Places& places) {
    std::vector<bool> taken(after.size());
    for (const auto& place : places) {
        if (place) {
            taken[*place] = true;
        }
    }
    std::map<Key, std::vector<std::size_t>> free;
    for (std::size_t i = after.size(); i > 0; --i) {
        if (!taken[i - 1]) {
            free[key_of(after[i - 1])].push_back(i - 1);
        }
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Key key = key_of(before[i]);
        const auto found = free.find(key);
        if (!places[i] && !key.empty() && found != free.end() && !found->second.empty()) {
            places[i] = found->second.back();
            found->second.pop_back();
        }
    }
}

Key all_or_none(Key key) {
    return std::ranges::any_of(key, &std::string::empty) ? Key() : key;
}

template <class Thing>
Key id_of(const Thing& thing) {
    return {thing.id};
}

Places pair_articles(const Model& before, const Model& after) {
    Places places(before.articles.size());
    const auto pair = [&](const auto& key_of) { pair_by(before.articles, after.articles, key_of, places); };
    // Ids of articles are often mere numbers, which another run gives anew: what they are comes first.
    pair([](const Article& one) { return all_or_none({one.id, one.file}); });
    pair([](const Article& one) { return all_or_none({one.file}); });
    pair([](const Article& one) { return all_or_none({one.url}); });
    pair([](const Article& one) { return all_or_none({one.outlet, one.title, one.published}); });
    pair(id_of<Article>);
    return places;
}

Places pair_sides(const Model& before, const Model& after) {
    Places places(before.sides.size());
    pair_by(before.sides, after.sides, id_of<Side>, places);
    pair_by(
        before.sides, after.sides, [](const Side& one) { return all_or_none({one.code}); }, places);
    pair_by(
        before.sides, after.sides, [](const Side& one) { return all_or_none({one.name}); }, places);
    return places;
}

/// What is still alone, and where it stands.
template <class Thing>
struct Rest {
    std::vector<Thing> things;
    std::vector<std::size_t> places;

    void add(const Thing& thing, std::size_t place) {
        things.push_back(thing);
        places.push_back(place);
    }
};

/// Pairs by what merging goes by (`pair_alike`: pair_actors, pair_events) what is still alone.
template <class Thing, class PairAlike>
void pair_alike(const std::vector<Thing>& before,
                const std::vector<Thing>& after,
                std::vector<Thing> Model::*list,
                PairAlike pairs_of,
                Places& places) {
    std::set<std::size_t> taken;
    Rest<Thing> old_ones;
    Rest<Thing> new_ones;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (places[i]) {
            taken.insert(*places[i]);
        } else {
            old_ones.add(before[i], i);
        }
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!taken.contains(i)) {
            new_ones.add(after[i], i);
        }
    }
    Model known;
    known.*list = old_ones.things;
    const auto pairs = pairs_of(known, new_ones.things);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].known && !places[old_ones.places[pairs[i].index]]) { // one to one: the first has it
            places[old_ones.places[pairs[i].index]] = new_ones.places[i];
        }
    }
}

Places pair_delegations(const Model& before, const Model& after) {
    Places places(before.delegations.size());
    const auto pair = [&](const auto& key_of) { pair_by(before.delegations, after.delegations, key_of, places); };
    pair(id_of<Delegation>);
    pair([](const Delegation& one) { return Key{one.event, one.side, one.name}; });
    pair([](const Delegation& one) { return Key{one.event, one.side}; });
    return places;
}

Places pair_ties(const Model& before, const Model& after) {
    Places places(before.ties.size());
    const auto pair = [&](const auto& key_of) { pair_by(before.ties, after.ties, key_of, places); };
    pair([](const Tie& one) { return Key{one.from, one.to, to_text(one.type), one.verb, one.when.text()}; });
    pair([](const Tie& one) { return Key{one.from, one.to, to_text(one.type)}; });
    pair([](const Tie& one) { return Key{one.from, one.to}; });
    pair([](const Tie& one) { return Key{std::min(one.from, one.to), std::max(one.from, one.to)}; });
    return places;
}

Places pair_charts(const Model& before, const Model& after) {
    Places places(before.charts.size());
    pair_by(
        before.charts, after.charts,
        [](const ChartSpec& one) {
            return Key{to_text(one.kind), one.title};
        },
        places);
    pair_by(
        before.charts, after.charts, [](const ChartSpec& one) { return Key{to_text(one.kind)}; }, places);
    return places;
}

/// The ids of the newer model for those of the older; one that is gone while the newer has its id for another thing
/// gets a "~", which is in no id.
template <class Thing>
NewIds new_ids(const std::vector<Thing>& before,
               const std::vector<Thing>& after,
               const Places& places,
               const std::set<std::string>& taken) {
    NewIds ids;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string& id = before[i].id;
        ids[id] = places[i] ? after[*places[i]].id : taken.contains(id) ? id + "~" : id;
    }
    return ids;
}

std::set<std::string> ids_of(const Model& model) {
    std::set<std::string> ids;
    const auto add = [&ids](const auto& things) {
        for (const auto& thing : things) {
            ids.insert(thing.id);
        }
    };
    add(model.articles);
    add(model.sides);
    add(model.actors);
    add(model.delegations);
    add(model.events);
    return ids;
}

void rename(std::string& id, const NewIds& ids) {
    if (const auto found = ids.find(id); found != ids.end()) {
        id = found->second;
    }
}

void rename(std::vector<std::string>& list, const NewIds& ids) {
    for (std::string& id : list) {
        rename(id, ids);
    }
}

void rename_citations(std::vector<Citation>& citations, const NewIds& articles) {
    for (Citation& citation : citations) {
        rename(citation.article, articles);
    }
}

void rename_articles(Model& model, const NewIds& ids) {
    for (Article& article : model.articles) {
        rename(article.id, ids);
        rename(article.shares_text_with, ids);
    }
    for (Actor& actor : model.actors) {
        rename_citations(actor.citations, ids);
        for (Role& role : actor.roles) {
            rename_citations(role.citations, ids);
        }
    }
    for (Delegation& delegation : model.delegations) {
        rename_citations(delegation.citations, ids);
    }
    for (Event& event : model.events) {
        rename_citations(event.citations, ids);
        for (Party& party : event.parties) {
            rename_citations(party.citations, ids);
        }
    }
    for (Tie& tie : model.ties) {
        rename_citations(tie.citations, ids);
    }
}

void rename_sides(Model& model, const NewIds& ids) {
    for (Side& side : model.sides) {
        rename(side.id, ids);
    }
    for (Actor& actor : model.actors) {
        rename(actor.side, ids);
    }
    for (Delegation& delegation : model.delegations) {
        rename(delegation.side, ids);
    }
    for (ChartSpec& chart : model.charts) {
        rename(chart.sides, ids);
    }
}

void rename_actors(Model& model, const NewIds& ids) {
    for (Actor& actor : model.actors) {
        rename(actor.id, ids);
    }
    for (Delegation& delegation : model.delegations) {
        rename(delegation.head, ids);
        rename(delegation.members, ids);
        rename(delegation.possible, ids);
    }
    for (Event& event : model.events) {
        rename(event.said_by, ids);
        for (Party& party : event.parties) {
            rename(party.actor, ids);
        }
    }
    for (Tie& tie : model.ties) {
        rename(tie.from, ids);
        rename(tie.to, ids);
    }
    for (ChartSpec& chart : model.charts) {
        rename(chart.actors, ids);
    }
}

void rename_events(Model& model, const NewIds& ids) {
    for (Event& event : model.events) {
        rename(event.id, ids);
        rename(event.after, ids);
        rename(event.before, ids);
    }
    for (Delegation& delegation : model.delegations) {
        rename(delegation.event, ids);
    }
    for (ChartSpec& chart : model.charts) {
        rename(chart.events, ids);
    }
}

} // namespace

ModelPairs pair_models(const Model& before, const Model& after) {
    ModelPairs pairs;
    Model& old = pairs.before;
    old = before;
    const std::set<std::string> taken = ids_of(after);
    // One kind after the other: each is told by what the kinds before it are called in the newer model.
    pairs.articles = pair_articles(old, after);
    rename_articles(old, new_ids(before.articles, after.articles, pairs.articles, taken));
    pairs.sides = pair_sides(old, after);
    rename_sides(old, new_ids(before.sides, after.sides, pairs.sides, taken));
    pairs.actors.resize(old.actors.size());
    pair_by(old.actors, after.actors, id_of<Actor>, pairs.actors);
    pair_alike(old.actors, after.actors, &Model::actors, pair_actors, pairs.actors);
    rename_actors(old, new_ids(before.actors, after.actors, pairs.actors, taken));
    pairs.events.resize(old.events.size());
    pair_by(old.events, after.events, id_of<Event>, pairs.events);
    pair_alike(old.events, after.events, &Model::events, pair_events, pairs.events);
    rename_events(old, new_ids(before.events, after.events, pairs.events, taken));
    pairs.delegations = pair_delegations(old, after);
    const NewIds delegations = new_ids(before.delegations, after.delegations, pairs.delegations, taken);
    for (Delegation& delegation : old.delegations) {
        rename(delegation.id, delegations);
    }
    pairs.ties = pair_ties(old, after);
    pairs.charts = pair_charts(old, after);
    return pairs;
}

} // namespace demarche
