#include "assemble/merging.hpp"

#include "assemble/merging_parts.hpp"
#include "base/ascii.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>

namespace demarche::assemble {
namespace {

/// How much a mention tells: what is told in passing least.
int fullness(const Mention& mention) {
    const EventSaid& said = *mention.said;
    int points = 2 * static_cast<int>(std::min<std::size_t>(mention.parties.size(), 3));
    points += mention.dated ? 2 : 0;
    points += mention.places.empty() ? 0 : 1;
    points += said.topic.empty() ? 0 : 2;
    points -= said.noun ? 6 : 0;
    points -= said.said_by.empty() && said.said_by_words.empty() ? 0 : 1;
    return points;
}

/// The fullest first; of equals the earlier one.
std::vector<const Mention*> by_fullness(const Cluster& cluster, const Telling& telling) {
    std::vector<const Mention*> order;
    for (const std::uint32_t mention : cluster.mentions) {
        order.push_back(&telling.mentions[mention]);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Mention* a, const Mention* b) { return fullness(*a) > fullness(*b); });
    return order;
}

EventType type_of(const std::vector<const Mention*>& mentions) {
    std::vector<std::pair<EventType, int>> votes;
    for (const Mention* mention : mentions) {
        const EventType& type = mention->said->type;
        const auto known =
            std::find_if(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == type; });
        const int weight = (mention->said->noun ? 1 : 3) + (type.mode.empty() ? 0 : 1);
        if (known == votes.end()) {
            votes.emplace_back(type, weight);
        } else {
            known->second += weight;
        }
    }
    // The fullest mention stands first and wins among equals.
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

std::string cameo_of(const std::vector<const Mention*>& mentions, const EventType& type) {
    for (const Mention* mention : mentions) {
        if (mention->said->type == type && !mention->said->cameo.empty()) {
            return mention->said->cameo;
        }
    }
    return {};
}

bool overlap(const Passage& a, const Passage& b) {
    return a.start < b.end && b.start < a.end;
}

/// One round takes the best passage of each article that has one left.
std::vector<Citation> citations_of(const std::vector<const Mention*>& order,
                                   const std::function<bool(const Mention&)>& disputes,
                                   const Telling& telling) {
    std::vector<Citation> citations;
    std::vector<const Mention*> taken;
    for (bool again = true; again && citations.size() < kMostCitations;) {
        again = false;
        std::set<std::uint32_t> this_round;
        for (const Mention* mention : order) {
            const bool doubled = std::any_of(taken.begin(), taken.end(), [&](const Mention* other) {
                return other->article == mention->article && overlap(other->said->passage, mention->said->passage);
            });
            if (doubled || this_round.contains(mention->article) || citations.size() >= kMostCitations) {
                continue;
            }
            this_round.insert(mention->article);
            taken.push_back(mention);
            citations.push_back(citation_of(*mention, telling));
            citations.back().stance = disputes(*mention) ? Stance::disputes : Stance::supports;
            again = true;
        }
    }
    std::stable_partition(citations.begin(), citations.end(),
                          [](const Citation& citation) { return citation.stance == Stance::supports; });
    return citations;
}

/// Whose word it is: only where no article says it as its own.
void attribute(Merged& merged, const std::vector<const Mention*>& order, const Telling& telling) {
    const bool own = std::any_of(order.begin(), order.end(), [](const Mention* mention) {
        return !mention->said->noun && mention->said->said_by.empty() && mention->said->said_by_words.empty();
    });
    const bool told = std::any_of(order.begin(), order.end(), [](const Mention* mention) {
        return !mention->said->said_by.empty() || !mention->said->said_by_words.empty();
    });
    if (own || !told) {
        return;
    }
    const auto add = [](std::vector<std::string>& list, const std::string& text) {
        if (std::find(list.begin(), list.end(), text) == list.end()) {
            list.push_back(text);
        }
    };
    for (const Mention* mention : order) {
        bool named = false;
        for (const ActorIndex speaker : mention->said->said_by) {
            const CastIndex actor = telling.cast.of(mention->article, speaker);
            if (actor != extract::kNone) {
                add(merged.event.said_by, telling.cast.id(actor));
                named = true;
            }
        }
        if (!named && !mention->said->said_by_words.empty()) {
            add(merged.attributed, mention->said->said_by_words);
        }
    }
}

/// Whether the place is the name of somebody who takes part, and not as host: Peru is no place of Peru's talks.
bool is_guest(const Place& place, const std::vector<const Mention*>& mentions, const Cast& cast) {
    const auto named = [&](const MentionParty& party) {
        const Actor& known = *cast[party.actor].actor;
        const auto names = [&](const std::string& name) { return ascii_lower(name) == place.key; };
        return party.as == Part::participant && known.kind != ActorKind::person &&
               (names(known.name) || std::any_of(known.aliases.begin(), known.aliases.end(), names));
    };
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
        return mention->family != Family::visit && std::any_of(mention->parties.begin(), mention->parties.end(), named);
    });
}

bool is_home(CastIndex actor, const Cluster& cluster, const Cast& cast) {
    const extract::CountryIndex country = actor == extract::kNone ? extract::kNoCountry : cast[actor].country;
    return country != extract::kNoCountry && std::any_of(cluster.places.begin(), cluster.places.end(),
                                                         [&](const Place& place) { return place.country == country; });
}

std::string where_of(const std::vector<const Mention*>& order, const Cast& cast) {
    std::vector<std::vector<Place>> lists;
    for (const Mention* mention : order) {
        std::vector<Place> list;
        std::copy_if(mention->places.begin(), mention->places.end(), std::back_inserter(list),
                     [&](const Place& place) { return !is_guest(place, order, cast); });
        if (!list.empty()) {
            lists.push_back(std::move(list));
        }
    }
    return fullest(lists);
}

} // namespace

std::vector<std::uint32_t> independent_sources(const std::vector<Article>& articles) {
    std::unordered_map<std::string, std::uint32_t> index;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        index.emplace(articles[i].id, i);
    }
    std::vector<std::uint32_t> source(articles.size());
    std::iota(source.begin(), source.end(), 0U);
    const auto root = [&](std::uint32_t i) {
        while (source[i] != i) {
            source[i] = source[source[i]];
            i = source[i];
        }
        return i;
    };
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        for (const std::string& id : articles[i].shares_text_with) {
            if (const auto other = index.find(id); other != index.end()) {
                const std::uint32_t one = root(i);
                const std::uint32_t two = root(other->second);
                source[std::max(one, two)] = std::min(one, two);
            }
        }
    }
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        source[i] = root(i);
    }
    return source;
}

std::size_t count_sources(const Telling& telling, const std::vector<std::uint32_t>& articles) {
    std::set<std::uint32_t> sources;
    for (const std::uint32_t article : articles) {
        sources.insert(telling.source_of[article]);
    }
    return sources.size();
}

Citation citation_of(const Mention& mention, const Telling& telling) {
    const Passage& passage = mention.said->passage;
    Citation citation;
    citation.article = telling.gists[mention.article].article.id;
    citation.quote = passage.exact;
    citation.start = passage.start;
    citation.end = passage.end;
    citation.passage = passage;
    return citation;
}

Merged merged(const Cluster& cluster, const Telling& telling) {
    const std::vector<const Mention*> order = by_fullness(cluster, telling);
    Merged result;
    Event& event = result.event;
    event.type = type_of(order);
    event.cameo = cameo_of(order, event.type);
    const auto best = std::find_if(order.begin(), order.end(),
                                   [&](const Mention* mention) { return mention->said->type == event.type; });
    result.best = *best;

    const StatusChoice status = choose_status(order, telling);
    event.status = status.status;
    const DateChoice date = choose_date(order, cluster, event.status, telling);
    event.when = date.when;
    for (const std::string& line : {status.contradiction, date.contradiction}) {
        if (!line.empty()) {
            result.contradictions.push_back(line);
        }
    }
    attribute(result, order, telling);
    event.citations = citations_of(
        order, [&](const Mention& mention) { return status.disputed(mention) || date.disputed(mention); }, telling);
    event.parties = choose_parties(order, event, result.contradictions, telling);
    event.where_held = where_of(order, telling.cast);
    // Guests first: whoever is at home there is seldom whom it is about.
    std::stable_partition(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        const CastIndex actor = telling.cast.of(party.actor);
        return cluster.family != Family::meet || !is_home(actor, cluster, telling.cast);
    });
    std::stable_partition(event.parties.begin(), event.parties.end(),
                          [](const Party& party) { return party.as != Part::absent; });
    event.review = "new";
    return result;
}

} // namespace demarche::assemble
