#include "assemble/delegations.hpp"

#include "assemble/headline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::assemble {
namespace {

class TeamFinder {
public:
    TeamFinder(const std::vector<Happening>& happenings, const Telling& telling)
        : happenings_(happenings), telling_(telling) {
        for (std::size_t i = 0; i < happenings.size(); ++i) {
            for (const std::uint32_t index : happenings[i].cluster.mentions) {
                const Mention& mention = telling.mentions[index];
                event_of_.emplace(std::pair(mention.article, mention.index), i);
            }
        }
    }

    void read(std::uint32_t article, const DelegationSaid& said) {
        std::vector<std::pair<CastIndex, extract::MemberAs>> people;
        for (const DelegationSaid::Member& member : said.members) {
            const CastIndex actor = telling_.cast.of(article, member.actor);
            if (actor != extract::kNone && telling_.cast[actor].actor->kind == ActorKind::person) {
                people.emplace_back(actor, member.as);
            }
        }
        const std::string side = side_of(said, article, people);
        const std::size_t event = event_for(article, said, people);
        if (side.empty() || event >= happenings_.size() || people.empty() || is_whole_meeting(event, people) ||
            std::any_of(people.begin(), people.end(),
                        [&](const auto& person) { return is_of_another(person.first, side); })) {
            return;
        }
        Team& team = teams_[{event, side}];
        team.event = event;
        team.side = side;
        for (const auto& [actor, as] : people) {
            if (std::find(team.people.begin(), team.people.end(), actor) == team.people.end()) {
                team.people.push_back(actor);
            }
            switch (as) {
            case extract::MemberAs::head:
                team.heads.insert(actor);
                team.members.insert(actor);
                break;
            case extract::MemberAs::member:
                team.members.insert(actor);
                break;
            case extract::MemberAs::possible:
                team.possible.insert(actor);
                break;
            case extract::MemberAs::absent:
                team.absent.insert(actor);
                break;
            }
        }
        Citation citation;
        citation.article = telling_.gists[article].article.id;
        citation.quote = said.passage.exact;
        citation.start = said.passage.start;
        citation.end = said.passage.end;
        citation.passage = said.passage;
        const bool known = std::any_of(team.citations.begin(), team.citations.end(), [&](const Citation& other) {
            return other.article == citation.article && other.passage == citation.passage;
        });
        if (!known && team.citations.size() < kMostCitations) {
            team.citations.push_back(std::move(citation));
        }
    }

    [[nodiscard]] const std::map<std::pair<std::size_t, std::string>, Team>& teams() const { return teams_; }

private:
    [[nodiscard]] bool is_of_another(CastIndex person, const std::string& side) const {
        const std::string& own = telling_.cast[person].actor->side;
        return !own.empty() && own != side;
    }

    /// Those who meet each other and nobody else are no delegation.
    [[nodiscard]] bool is_whole_meeting(std::size_t event,
                                        const std::vector<std::pair<CastIndex, extract::MemberAs>>& people) const {
        const Cluster& cluster = happenings_[event].cluster;
        return cluster.family == Family::meet && people.size() >= 2 &&
               std::all_of(cluster.parties.begin(), cluster.parties.end(), [&](const MentionParty& party) {
                   return party.as == Part::absent ||
                          std::any_of(people.begin(), people.end(),
                                      [&](const auto& person) { return person.first == party.actor; });
               });
    }

    [[nodiscard]] std::string side_of(const DelegationSaid& said,
                                      std::uint32_t article,
                                      const std::vector<std::pair<CastIndex, extract::MemberAs>>& people) const {
        std::string side = telling_.cast.side_of_country(said.country);
        if (side.empty() && said.body != extract::kNone) {
            const CastIndex body = telling_.cast.of(article, said.body);
            side = body == extract::kNone ? side : telling_.cast[body].actor->side;
        }
        if (!side.empty()) {
            return side;
        }
        for (const auto& person : people) {
            const std::string& own = telling_.cast[person.first].actor->side;
            if (own.empty() || (!side.empty() && own != side)) {
                return {};
            }
            side = own;
        }
        return side;
    }

    /// The event that is said; else the one of the article that most of the people take part in. happenings_.size():
    /// none.
    [[nodiscard]] std::size_t event_for(std::uint32_t article,
                                        const DelegationSaid& said,
                                        const std::vector<std::pair<CastIndex, extract::MemberAs>>& people) const {
        // A visit only where it is said: a journey told elsewhere in the article may be another one.
        if (const auto found = event_of_.find({article, said.event}); found != event_of_.end() && fits(found->second)) {
            return found->second;
        }
        std::size_t best = happenings_.size();
        std::pair<std::size_t, std::size_t> most = {0, 0};
        for (std::size_t i = 0; i < happenings_.size(); ++i) {
            const Cluster& cluster = happenings_[i].cluster;
            if (cluster.family != Family::meet ||
                !std::binary_search(cluster.articles.begin(), cluster.articles.end(), article)) {
                continue;
            }
            const auto shared = static_cast<std::size_t>(std::count_if(
                people.begin(), people.end(), [&](const auto& person) { return takes_part(cluster, person.first); }));
            const std::pair points(shared, cluster.mentions.size());
            if (shared > 0 && points > most) {
                most = points;
                best = i;
            }
        }
        return best;
    }

    [[nodiscard]] bool fits(std::size_t event) const {
        const Family family = happenings_[event].cluster.family;
        return family == Family::meet || family == Family::visit;
    }

    [[nodiscard]] bool takes_part(const Cluster& cluster, CastIndex person) const {
        return std::any_of(cluster.parties.begin(), cluster.parties.end(), [&](const MentionParty& party) {
            return party.actor == person ||
                   (telling_.cast[party.actor].collective && telling_.cast.stands_for(person, party.actor));
        });
    }

    const std::vector<Happening>& happenings_;
    const Telling& telling_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> event_of_; ///< article and mention
    std::map<std::pair<std::size_t, std::string>, Team> teams_;
};

/// Whether a person of the team makes it needless to name the collective.
bool explained(const Party& party, const Team& team, const Cast& cast) {
    const CastIndex actor = cast.of(party.actor);
    return party.as == Part::participant && actor != extract::kNone && cast[actor].collective &&
           std::any_of(team.members.begin(), team.members.end(),
                       [&](CastIndex member) { return cast.stands_for(member, actor); });
}

} // namespace

std::vector<Team>
find_teams(const std::vector<Happening>& happenings, const std::vector<std::uint32_t>& order, const Telling& telling) {
    TeamFinder finder(happenings, telling);
    for (const std::uint32_t article : order) {
        for (const DelegationSaid& said : telling.gists[article].delegations) {
            finder.read(article, said);
        }
    }
    std::vector<Team> teams;
    for (const auto& [key, team] : finder.teams()) {
        if (!team.members.empty()) {
            teams.push_back(team);
        }
    }
    return teams;
}

void join_teams(std::vector<Happening>& happenings, const std::vector<Team>& teams, const Telling& telling) {
    for (const Team& team : teams) {
        std::vector<Party>& parties = happenings[team.event].merged.event.parties;
        for (const CastIndex person : team.people) {
            const std::string& id = telling.cast.id(person);
            const bool known =
                std::any_of(parties.begin(), parties.end(), [&](const Party& one) { return one.actor == id; });
            if (known || !team.members.contains(person)) {
                continue;
            }
            Party party;
            party.actor = id;
            party.citations.push_back(team.citations.front());
            const auto absent =
                std::find_if(parties.begin(), parties.end(), [](const Party& one) { return one.as == Part::absent; });
            parties.insert(absent, std::move(party));
        }
        std::erase_if(parties, [&](const Party& party) { return explained(party, team, telling.cast); });
    }
}

std::vector<Delegation> delegations_of(const std::vector<Team>& teams,
                                       const std::vector<Happening>& happenings,
                                       const Telling& telling,
                                       Notes& notes) {
    std::vector<Delegation> delegations;
    for (const Team& team : teams) {
        Delegation delegation;
        delegation.event = happenings[team.event].merged.event.id;
        delegation.side = team.side;
        for (const CastIndex person : team.people) {
            const std::string& id = telling.cast.id(person);
            if (team.members.contains(person)) {
                delegation.members.push_back(id);
            } else if (team.possible.contains(person) && !team.absent.contains(person)) {
                delegation.possible.push_back(id);
            }
        }
        if (team.heads.size() == 1) {
            delegation.head = telling.cast.id(*team.heads.begin());
        } else if (team.heads.size() > 1) {
            std::vector<std::string> names;
            for (const CastIndex head : team.heads) {
                names.push_back(telling.cast.name(head));
            }
            std::sort(names.begin(), names.end());
            notes.push_back(
                {NoteKind::contradiction, delegation.event, in_a_row(names) + " are each said to lead one delegation"});
        }
        delegation.review = "new";
        delegation.citations = team.citations;
        delegations.push_back(std::move(delegation));
    }
    return delegations;
}

} // namespace demarche::assemble
