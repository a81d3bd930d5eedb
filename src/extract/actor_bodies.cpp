#include "extract/actor_bodies.hpp"

#include "extract/name_key.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace demarche::extract {
namespace {

std::string body_key(const ActorMention& mention, const RawBody& body) {
    if (mention.kind == MentionKind::state) {
        return "=" + std::to_string(body.country);
    }
    if (body.organisation != kNoOrganisation) {
        return "#" + std::to_string(body.organisation);
    }
    return name_key(body.name);
}

/// What one kind of evidence says: the most frequent country, the first of equals.
class Votes {
public:
    void add(CountryIndex country, Span words) {
        if (country == kNoCountry) {
            return;
        }
        const auto found =
            std::find_if(counted_.begin(), counted_.end(), [&](const Vote& v) { return v.country == country; });
        if (found == counted_.end()) {
            counted_.push_back({country, 1, words});
        } else {
            ++found->count;
        }
    }

    bool decide(ActorChain& chain) const {
        const auto most = std::max_element(counted_.begin(), counted_.end(),
                                           [](const Vote& a, const Vote& b) { return a.count < b.count; });
        if (most == counted_.end()) {
            return false;
        }
        chain.side = most->country;
        chain.side_words = most->words;
        return true;
    }

private:
    struct Vote {
        CountryIndex country;
        int count;
        Span words;
    };

    std::vector<Vote> counted_;
};

bool is_past(const ActorTitle& title) {
    return title.time == TitleTime::former || title.time == TitleTime::then || title.time == TitleTime::late;
}

bool says(std::string_view words, std::initializer_list<std::string_view> heads) {
    return std::any_of(heads.begin(), heads.end(),
                       [&](std::string_view head) { return words.find(head) != std::string_view::npos; });
}

/// "trade chief", "Norte Bank's personnel chief": of a part of what the title's body or possessor is.
bool has_portfolio(const Document& document, const ActorTitle& title) {
    const std::string_view words = document.words(title.span);
    const std::string_view head = words.substr(words.rfind(' ') + 1);
    const bool bare = says(head, {"hief", "boss", "ead", "irector"}) && !says(head, {"eader"});
    if (!bare) {
        return false;
    }
    const std::uint32_t whose = std::max(title.possessor.end, title.body.end);
    const std::string_view between =
        whose != 0 && whose < title.span.begin ? document.words(Span{whose, title.span.begin}) : std::string_view();
    const bool parted =
        std::count(between.begin(), between.end(), ' ') > 1; // a word between "Norte Bank's" and "chief"
    const bool all = says(words, {"anaging", "xecutive", "eneral", "of", "cting", "nterim"});
    return parted || (head.size() < words.size() && !all);
}

/// The tie that a title of this kind is; false: none.
bool tie_of(const Document& document, const ActorTitle& title, TieType& type) {
    const std::string_view words = document.words(title.span);
    switch (title.kind) {
    case TitleKind::adviser:
        type = TieType::advises;
        return true;
    case TitleKind::spokesperson:
        type = TieType::speaks_for;
        return true;
    case TitleKind::envoy:
        type = TieType::represents;
        return says(words, {"nvoy", "epresentative", "missary"});
    case TitleKind::chief:
    case TitleKind::business:
        type = TieType::heads;
        return !title.deputy && !has_portfolio(document, title) &&
               says(words, {"head", "Head", "irector", "hair", "hief", "resident", "CEO", "overnor", "boss"}) &&
               !says(words, {"taff", "ice ", "ice-", "o-chair", "xecutive vice"});
    default:
        return false;
    }
}

bool lacks_side(const ActorChain& chain) {
    return chain.side == kNoCountry && (chain.kind == MentionKind::person || chain.kind == MentionKind::unknown);
}

bool own_side(const Collected& collected, ActorChain& chain) {
    Votes said;
    for (const std::uint32_t t : chain.titles) {
        said.add(collected.titles[t].country, collected.titles[t].span);
    }
    return said.decide(chain);
}

/// Of those whom somebody serves.
void served_side(const Collected& collected, const std::vector<ActorChain>& chains, ActorChain& chain) {
    Votes served;
    for (const std::uint32_t t : chain.titles) {
        const ActorTitle& title = collected.titles[t];
        if (title.kind == TitleKind::relation) {
            continue; // a sister may be on another side
        }
        for (const std::uint32_t whose : {title.possessor_chain, title.body_chain}) {
            served.add(whose == kNone ? kNoCountry : chains[whose].side, title.span);
        }
    }
    served.decide(chain);
}

/// Whether an article from another land speaks of this one at all.
bool is_named(CountryIndex country, const std::vector<ActorChain>& chains) {
    return std::any_of(chains.begin(), chains.end(), [&](const ActorChain& chain) {
        return chain.side == country && (chain.kind == MentionKind::state || chain.kind == MentionKind::group);
    });
}

/// "Defense Secretary Roe" is American where nothing speaks against it: not in an article from Manila that names no
/// American.
void bare_side(const Collected& collected,
               CountryIndex told_from,
               const std::vector<ActorChain>& chains,
               ActorChain& chain) {
    Votes bare;
    for (const std::uint32_t t : chain.titles) {
        const CountryIndex home = collected.titles[t].home;
        if (told_from == kNoCountry || home == told_from || is_named(home, chains)) {
            bare.add(home, collected.titles[t].span);
        }
    }
    bare.decide(chain);
}

} // namespace

void chain_bodies(const Document& document,
                  const Lexicon& lexicon,
                  Collected& collected,
                  std::vector<ActorChain>& chains) {
    std::unordered_map<std::string, std::uint32_t> known;
    for (const RawBody& body : collected.bodies) {
        ActorMention& mention = collected.mentions[body.mention];
        const auto [found, fresh] =
            known.try_emplace(body_key(mention, body), static_cast<std::uint32_t>(chains.size()));
        if (fresh) {
            ActorChain chain;
            chain.kind = mention.kind;
            chain.name = mention.kind == MentionKind::state     ? lexicon.country(body.country).name
                         : body.organisation != kNoOrganisation ? lexicon.organisation(body.organisation).name
                                                                : body.name;
            chain.side = body.country;
            chain.side_words = mention.span;
            chain.outlet = body.organisation != kNoOrganisation &&
                           lexicon.organisation(body.organisation).kind == OrganisationKind::outlet;
            chains.push_back(std::move(chain));
        }
        ActorChain& chain = chains[found->second];
        mention.chain = found->second;
        chain.mentions.push_back(body.mention);
        const std::string words(document.words(mention.span));
        const bool named = words != chain.name && mention.kind != MentionKind::group && !mention.adjective &&
                           std::find(chain.aliases.begin(), chain.aliases.end(), words) == chain.aliases.end();
        if (named) {
            chain.aliases.push_back(words);
        }
    }
}

/// "Norte" of "Norte Steel", where one organisation only has a name that begins with it and nobody is called so.
void chain_short_bodies(const Document& document, Collected& collected, std::vector<ActorChain>& chains) {
    std::unordered_map<std::string, std::uint32_t> by_first;
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        const std::string& name = chains[c].name;
        const std::size_t space = name.find(' ');
        if (chains[c].kind != MentionKind::organisation || space == std::string::npos ||
            std::count(name.begin(), name.end(), ' ') > 2 || name.find(" of ") != std::string::npos) {
            continue;
        }
        const auto [found, fresh] = by_first.try_emplace(name.substr(0, space), c);
        found->second = fresh ? c : kNone;
    }
    for (std::uint32_t m = 0; m < collected.mentions.size(); ++m) {
        ActorMention& mention = collected.mentions[m];
        const bool open = mention.kind == MentionKind::unknown && mention.form == MentionForm::part &&
                          mention.title == kNone &&
                          (mention.chain == kNone || chains[mention.chain].kind == MentionKind::unknown);
        const auto found = open ? by_first.find(std::string(document.words(mention.span))) : by_first.end();
        if (found == by_first.end() || found->second == kNone) {
            continue;
        }
        mention.kind = MentionKind::organisation;
        mention.chain = found->second;
        chains[found->second].mentions.push_back(m);
    }
}

void link_titles(const Document& document, Collected& collected, const std::vector<ActorChain>& chains) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> at; // where a mention stands: its chain
    std::unordered_map<std::string, std::uint32_t> by_name;
    for (const ActorMention& mention : collected.mentions) {
        if (mention.chain != kNone && mention.form != MentionForm::pronoun) {
            at[{mention.span.begin, mention.span.end}] = mention.chain;
        }
    }
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        by_name.try_emplace(name_key(chains[c].name), c);
        by_name.try_emplace(name_key(chains[c].short_name), c);
    }
    const auto chain_of = [&](Span span) {
        if (span.begin == span.end) {
            return kNone;
        }
        if (const auto found = at.find({span.begin, span.end}); found != at.end()) {
            return found->second;
        }
        const auto named = by_name.find(name_key(document.words(span)));
        return named == by_name.end() ? kNone : named->second;
    };
    for (ActorTitle& title : collected.titles) {
        title.body_chain = chain_of(title.body);
        title.possessor_chain = chain_of(title.possessor);
    }
}

void find_sides(const Collected& collected, CountryIndex told_from, std::vector<ActorChain>& chains) {
    std::vector<Votes> named(chains.size()); // "Peru's Moreno"
    for (const RawName& name : collected.names) {
        const ActorMention& mention = collected.mentions[name.mention];
        if (mention.chain != kNone) {
            named[mention.chain].add(name.country, mention.span);
        }
    }
    for (std::size_t c = 0; c < chains.size(); ++c) {
        if (lacks_side(chains[c]) && !own_side(collected, chains[c])) {
            named[c].decide(chains[c]);
        }
    }
    // Twice, for the adviser's spokesman.
    for (int round = 0; round < 2; ++round) {
        for (ActorChain& chain : chains) {
            if (lacks_side(chain)) {
                served_side(collected, chains, chain);
            }
        }
    }
    for (ActorChain& chain : chains) {
        if (lacks_side(chain)) {
            bare_side(collected, told_from, chains, chain);
        }
    }
}

std::vector<NamedTie>
find_ties(const Document& document, const Collected& collected, const std::vector<ActorChain>& chains) {
    std::vector<NamedTie> ties;
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        for (const std::uint32_t t : chains[c].titles) {
            const ActorTitle& title = collected.titles[t];
            TieType type = TieType::advises;
            const std::uint32_t to = title.possessor_chain != kNone ? title.possessor_chain : title.body_chain;
            if (chains[c].kind != MentionKind::person || to == kNone || to == c || is_past(title) ||
                !tie_of(document, title, type)) {
                continue;
            }
            const bool known = std::any_of(ties.begin(), ties.end(), [&](const NamedTie& tie) {
                return tie.from == c && tie.to == to && tie.type == type;
            });
            if (!known) {
                ties.push_back({c, to, type, title.span});
            }
        }
    }
    for (const RawAppointment& appointment : collected.appointments) {
        const std::uint32_t from = collected.mentions[appointment.by].chain;
        const std::uint32_t to = collected.mentions[appointment.appointed].chain;
        if (from != kNone && to != kNone && from != to) {
            ties.push_back({from, to, TieType::appointed, appointment.span});
        }
    }
    return ties;
}

} // namespace demarche::extract
