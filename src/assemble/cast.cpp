#include "assemble/cast.hpp"

#include <algorithm>

namespace demarche::assemble {
namespace {

bool leads_state(const ActorSaid& said) {
    return std::any_of(said.titles.begin(), said.titles.end(), [](const TitleSaid& title) {
        const bool now = title.time == extract::TitleTime::current || title.time == extract::TitleTime::acting;
        return now && !title.deputy && title.body.empty() &&
               (title.kind == extract::TitleKind::head || title.kind == extract::TitleKind::royal);
    });
}

bool is_initials(const std::string& name) {
    constexpr std::size_t kLongest = 6;
    return name.size() >= 2 && name.size() <= kLongest &&
           std::all_of(name.begin(), name.end(), [](char c) { return c == '.' || (c >= 'A' && c <= 'Z'); });
}

} // namespace

Cast::Cast(const std::vector<Gist>& gists, const WhoIsWho& who) : who_(who) {
    std::unordered_map<std::string, std::uint32_t> sides;
    for (std::uint32_t i = 0; i < who.sides.size(); ++i) {
        sides.emplace(who.sides[i].id, i);
    }
    members_.resize(who.actors.size());
    for (CastIndex i = 0; i < who.actors.size(); ++i) {
        const Actor& actor = who.actors[i];
        CastMember& member = members_[i];
        member.actor = &actor;
        member.collective = actor.kind == ActorKind::state || (actor.kind == ActorKind::group && !actor.side.empty());
        const auto side = sides.find(actor.side);
        member.side = side == sides.end() ? extract::kNone : side->second;
        index_of_id_.emplace(actor.id, i);
    }
    for (std::uint32_t article = 0; article < gists.size(); ++article) {
        for (std::uint32_t chain = 0; chain < gists[article].actors.size(); ++chain) {
            const CastIndex index = of(article, chain);
            if (index == extract::kNone) {
                continue;
            }
            const ActorSaid& said = gists[article].actors[chain];
            CastMember& member = members_[index];
            member.mentions += said.mentions;
            member.leads_state = member.leads_state || leads_state(said);
            if (member.country == extract::kNoCountry) {
                member.country = said.side;
            }
        }
    }
}

CastIndex Cast::of(std::uint32_t article, ActorIndex chain) const {
    if (article >= who_.ids.size() || chain >= who_.ids[article].size()) {
        return extract::kNone;
    }
    return of(who_.ids[article][chain]);
}

CastIndex Cast::of(const std::string& id) const {
    const auto found = index_of_id_.find(id);
    return found == index_of_id_.end() ? extract::kNone : found->second;
}

const std::string& Cast::name(CastIndex index) const {
    const Actor& actor = *members_[index].actor;
    if (actor.kind == ActorKind::state && actor.name.find(' ') != std::string::npos) {
        // "U.S." is how headlines have it, where an article has it too.
        const auto brief = std::find_if(actor.aliases.begin(), actor.aliases.end(), is_initials);
        if (brief != actor.aliases.end()) {
            return *brief;
        }
    }
    return actor.short_name.empty() ? actor.name : actor.short_name;
}

bool Cast::stands_for(CastIndex one, CastIndex all) const {
    return one == all || (members_[all].collective && members_[all].side != extract::kNone &&
                          members_[one].side == members_[all].side);
}

std::string Cast::side_of_country(extract::CountryIndex country) const {
    if (country == extract::kNoCountry) {
        return {};
    }
    const auto found = std::find_if(members_.begin(), members_.end(), [&](const CastMember& member) {
        return member.country == country && member.side != extract::kNone;
    });
    return found == members_.end() ? std::string() : who_.sides[found->side].id;
}

} // namespace demarche::assemble
