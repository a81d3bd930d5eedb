#include "assemble/who.hpp"

#include "assemble/affiliation.hpp"
#include "assemble/identity.hpp"
#include "assemble/naming.hpp"
#include "assemble/passages.hpp"
#include "assemble/roles.hpp"
#include "base/ascii.hpp"
#include "model/identifiers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::CountryIndex;
using extract::kNoCountry;
using extract::kNone;
using extract::MentionKind;

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

/// An identity as it becomes an actor.
struct Draft {
    const Identity* identity = nullptr;
    Naming naming;
    Affiliation affiliation;
    std::vector<Role> roles;
    std::size_t articles = 0;
    std::size_t mentions = 0;
    std::size_t parts = 0; ///< in events, delegations and ties
    bool kept = false;
};

class Who {
public:
    Who(const std::vector<Gist>& gists, const extract::Lexicon& lexicon, Notes& notes)
        : gists_(gists),
          lexicon_(lexicon),
          notes_(notes),
          identities_(identities(gists, lexicon)),
          identifiers_(articles_of(gists)) {}

    WhoIsWho run() {
        draft();
        count_parts();
        add_roles();
        choose();
        name_sides();
        name_actors();
        add_ties();
        note_open_names();
        return std::move(who_);
    }

private:
    static Model articles_of(const std::vector<Gist>& gists) {
        Model model;
        for (const Gist& gist : gists) {
            model.articles.push_back(gist.article);
        }
        return model;
    }

    void draft() {
        for (const Gist& gist : gists_) {
            of_chain_.emplace_back(gist.actors.size(), kNobody);
        }
        for (const Identity& identity : identities_.all) {
            Draft draft;
            draft.identity = &identity;
            draft.naming = naming_of(identity, gists_);
            draft.affiliation = affiliation_of(identity, gists_, lexicon_);
            std::set<std::uint32_t> articles;
            for (const ChainRef ref : identity.chains) {
                of_chain_[ref.article][ref.chain] = drafts_.size();
                draft.mentions += said(gists_, ref).mentions;
                articles.insert(ref.article);
            }
            draft.articles = articles.size();
            drafts_.push_back(std::move(draft));
        }
    }

    void take_part(std::size_t article, ActorIndex chain) {
        if (chain != kNone && of_chain_[article][chain] != kNobody) {
            ++drafts_[of_chain_[article][chain]].parts;
        }
    }

    void count_parts() {
        for (std::size_t a = 0; a < gists_.size(); ++a) {
            for (const EventSaid& event : gists_[a].events) {
                for (const PartySaid& party : event.parties) {
                    take_part(a, party.actor);
                }
                for (const ActorIndex speaker : event.said_by) {
                    take_part(a, speaker);
                }
            }
            for (const DelegationSaid& delegation : gists_[a].delegations) {
                for (const DelegationSaid::Member& member : delegation.members) {
                    take_part(a, member.actor);
                }
                take_part(a, delegation.body);
            }
            for (const TieSaid& tie : gists_[a].ties) {
                take_part(a, tie.from);
                take_part(a, tie.to);
            }
        }
    }

    void add_roles() {
        const NameOf name_of = [&](ChainRef ref) {
            const std::size_t d = of_chain_[ref.article][ref.chain];
            return d == kNobody ? said(gists_, ref).name : drafts_[d].naming.name;
        };
        for (Draft& draft : drafts_) {
            if (draft.identity->kind == MentionKind::person) {
                draft.roles =
                    roles_of(*draft.identity, gists_, lexicon_, country_name(draft.affiliation.country), name_of);
            }
        }
    }

    [[nodiscard]] std::string country_name(CountryIndex country) const {
        return country == kNoCountry ? std::string() : lexicon_.country(country).name;
    }

    /// Whoever takes part in something, and persons of whom more is known than one name.
    void choose() {
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            Draft& draft = drafts_[d];
            const bool person = draft.identity->kind == MentionKind::person;
            const bool named = draft.naming.name.find(' ') != std::string::npos;
            draft.kept = draft.parts > 0 || (person && (named || !draft.roles.empty()));
            if (draft.kept) {
                order_.push_back(d);
            }
        }
        const auto rank = [&](std::size_t d) {
            const Draft& draft = drafts_[d];
            const std::size_t weight = 10 * draft.articles + 3 * draft.parts + draft.mentions;
            return std::tuple(-static_cast<std::int64_t>(weight), draft.naming.name);
        };
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    }

    /// The sides of those kept, the heaviest first.
    void name_sides() {
        std::map<CountryIndex, std::size_t> weights;
        for (const std::size_t d : order_) {
            if (drafts_[d].affiliation.country != kNoCountry) {
                weights[drafts_[d].affiliation.country] += 2 * drafts_[d].parts + drafts_[d].mentions;
            }
        }
        std::vector<std::pair<std::size_t, CountryIndex>> sorted;
        sorted.reserve(weights.size());
        for (const auto& [country, weight] : weights) {
            sorted.emplace_back(weight, country);
        }
        std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first
                                      : lexicon_.country(a.second).code < lexicon_.country(b.second).code;
        });
        for (const auto& [weight, country] : sorted) {
            Side side;
            side.code = printed_code(lexicon_.country(country).code);
            side.name = lexicon_.country(country).name;
            side.id = identifiers_.fresh({ascii_lower(side.code), id_of_words(side.name)}, "side");
            side_ids_[country] = side.id;
            who_.sides.push_back(std::move(side));
        }
    }

    /// ISO's but where print has another one.
    static std::string printed_code(const std::string& code) {
        return code == "GB" ? "UK" : code.starts_with("X-") ? code.substr(2) : code;
    }

    [[nodiscard]] ActorKind kind_of(const Draft& draft) const {
        switch (draft.identity->kind) {
        case MentionKind::person:
            return ActorKind::person;
        case MentionKind::organisation:
            return ActorKind::organisation;
        case MentionKind::state:
            return ActorKind::state;
        case MentionKind::group:
            return ActorKind::group;
        case MentionKind::unknown:
            break;
        }
        return ActorKind::organisation;
    }

    void name_actors() {
        std::map<std::string, int> shorts; // a short name of two persons is no name of either
        for (const std::size_t d : order_) {
            ++shorts[drafts_[d].naming.short_name];
        }
        std::vector<std::string> ids(drafts_.size());
        for (const std::size_t d : order_) {
            const Draft& draft = drafts_[d];
            Actor actor;
            actor.name = draft.naming.name;
            const bool own_short = shorts[draft.naming.short_name] == 1;
            actor.short_name = own_short ? draft.naming.short_name : std::string();
            for (const std::string& alias : draft.naming.aliases) {
                if ((own_short || alias != draft.naming.short_name) && !is_adjective(alias)) {
                    actor.aliases.push_back(alias);
                }
            }
            actor.kind = kind_of(draft);
            actor.roles = draft.roles;
            actor.review = "new";
            actor.citations = citations_of(draft);
            if (const auto side = side_ids_.find(draft.affiliation.country); side != side_ids_.end()) {
                actor.side = side->second;
            }
            actor.id = ids[d] = identifiers_.fresh({id_of_words(actor.short_name), id_of_words(actor.name)}, "actor");
            note_sides(draft, actor.id);
            who_.actors.push_back(std::move(actor));
        }
        who_.ids.reserve(of_chain_.size());
        for (const std::vector<std::size_t>& chains : of_chain_) {
            std::vector<std::string> of_article;
            of_article.reserve(chains.size());
            for (const std::size_t d : chains) {
                of_article.push_back(d == kNobody ? std::string() : ids[d]);
            }
            who_.ids.push_back(std::move(of_article));
        }
    }

    /// "Russian" of "Russian-American" is no name of Russia.
    [[nodiscard]] bool is_adjective(const std::string& alias) const {
        const extract::LexClasses classes = lexicon_.word(alias).classes;
        return classes.has(extract::LexClass::adjective) &&
               !classes.any(extract::LexClass::country, extract::LexClass::capital);
    }

    /// One an article: where it names the actor most fully.
    [[nodiscard]] std::vector<Citation> citations_of(const Draft& draft) const {
        std::map<std::uint32_t, const Passage*> cited;
        for (const ChainRef ref : draft.identity->chains) {
            for (const Passage& passage : said(gists_, ref).passages) {
                cited.try_emplace(ref.article, &passage);
            }
        }
        std::vector<Citation> citations;
        citations.reserve(cited.size());
        for (const auto& [article, passage] : cited) {
            citations.push_back(cite(gists_[article].article.id, *passage));
        }
        return citations;
    }

    void note_sides(const Draft& draft, const std::string& id) {
        if (draft.affiliation.other != kNoCountry) {
            notes_.push_back({NoteKind::contradiction, id,
                              "articles count " + draft.naming.name + " with " +
                                  lexicon_.country(draft.affiliation.country).name + " and with " +
                                  lexicon_.country(draft.affiliation.other).name});
        }
    }

    void add_ties() {
        std::map<std::tuple<std::string, std::string, TieType>, std::map<std::uint32_t, const Passage*>> ties;
        std::vector<std::tuple<std::string, std::string, TieType>> order;
        for (std::uint32_t a = 0; a < gists_.size(); ++a) {
            for (const TieSaid& said : gists_[a].ties) {
                const std::string& from = who_.ids[a][said.from];
                const std::string& to = who_.ids[a][said.to];
                const bool person = gists_[a].actors[said.to].kind == MentionKind::person;
                if (from.empty() || to.empty() || from == to || (said.type == TieType::heads && person)) {
                    continue; // the founder's company bears the founder's name
                }
                const auto [found, fresh] = ties.try_emplace({from, to, said.type});
                found->second.try_emplace(a, &said.passage);
                if (fresh) {
                    order.push_back(found->first);
                }
            }
        }
        for (const auto& key : order) {
            Tie tie;
            tie.from = std::get<0>(key);
            tie.to = std::get<1>(key);
            tie.type = std::get<2>(key);
            tie.review = "new";
            for (const auto& [article, passage] : ties[key]) {
                tie.citations.push_back(cite(gists_[article].article.id, *passage));
            }
            who_.ties.push_back(std::move(tie));
        }
    }

    void note_open_names() {
        for (const OpenName& open : identities_.open) {
            std::string words = "“" + open.name + "” alone could be ";
            for (std::size_t i = 0; i < open.persons.size(); ++i) {
                words += (i == 0 ? "" : " or ") + open.persons[i];
            }
            const bool known =
                std::any_of(notes_.begin(), notes_.end(), [&](const Note& note) { return note.words == words; });
            if (!known) {
                notes_.push_back({NoteKind::unsure, "", words});
            }
        }
    }

    const std::vector<Gist>& gists_;
    const extract::Lexicon& lexicon_;
    Notes& notes_;
    Identities identities_;
    std::vector<Draft> drafts_;
    std::vector<std::vector<std::size_t>> of_chain_;
    std::vector<std::size_t> order_; ///< of those kept, the heaviest first
    std::map<CountryIndex, std::string> side_ids_;
    Identifiers identifiers_;
    WhoIsWho who_;
};

} // namespace

WhoIsWho who_is_who(const std::vector<Gist>& gists, const extract::Lexicon& lexicon, Notes& notes) {
    return Who(gists, lexicon, notes).run();
}

} // namespace demarche::assemble
