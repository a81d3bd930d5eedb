#include "assemble/identity.hpp"

#include "extract/name_key.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace demarche::assemble {
namespace {

using extract::kNoCountry;
using extract::LexClass;
using extract::MentionKind;

/// "Acme Foods Inc." without what says that it is a company.
std::string without_form(const std::string& name) {
    constexpr std::array<std::string_view, 18> kForms = {"Inc.", "Inc", "Co.",  "Corp.", "Corp", "Ltd.",
                                                         "Ltd",  "LLC", "LLP",  "Plc",   "PLC",  "plc",
                                                         "AG",   "SA",  "N.V.", "NV",    "GmbH", "AB"};
    const std::size_t space = name.rfind(' ');
    const bool has_form =
        space != std::string::npos &&
        std::find(kForms.begin(), kForms.end(), std::string_view(name).substr(space + 1)) != kForms.end();
    return has_form ? name.substr(0, name[space - 1] == ',' ? space - 1 : space) : name;
}

/// "American military" and "U.S. military" are of one key.
std::string body_key(const ActorSaid& actor, const extract::Lexicon& lexicon) {
    if (actor.kind == MentionKind::state && actor.side != kNoCountry) {
        return "=" + std::to_string(actor.side);
    }
    const std::size_t space = actor.name.find(' ');
    if (space != std::string::npos) {
        const extract::LexMatch first = lexicon.word(std::string_view(actor.name).substr(0, space));
        if (first.classes.any(LexClass::adjective, LexClass::country) && first.entry->country == actor.side) {
            return extract::name_key(std::string_view(actor.name).substr(space + 1));
        }
    }
    return extract::name_key(without_form(actor.name));
}

/// Chains of one name: by side those whose side is known, and those of which nothing says it.
struct Namesakes {
    std::map<extract::CountryIndex, std::vector<ChainRef>> by_side;
};

class Bodies {
public:
    Bodies(const std::vector<Gist>& gists, const extract::Lexicon& lexicon) : gists_(gists), lexicon_(lexicon) {}

    /// To be called for all before any is added.
    void note_aliases(const ActorSaid& actor) {
        const std::string key = 'b' + body_key(actor, lexicon_);
        for (const std::string& alias : actor.aliases) {
            const auto [known, fresh] = aliases_.emplace(extract::name_key(alias), key);
            if (!fresh && known->second != key) {
                known->second.clear(); // of two
            }
        }
    }

    void add(ChainRef ref) {
        const ActorSaid& actor = said(gists_, ref);
        const char kind = actor.kind == MentionKind::group ? 'g' : 'b';
        std::string key = kind + body_key(actor, lexicon_);
        const auto alias = aliases_.find(key.substr(1));
        const bool short_form = actor.kind == MentionKind::organisation && actor.name.find(' ') == std::string::npos;
        if (short_form && alias != aliases_.end() && !alias->second.empty()) {
            key = alias->second; // "GTF" for the Grain Trade Fund
        }
        by_name_[key].by_side[actor.side].push_back(ref);
    }

    /// "ECB" of one article is the "European Central Bank (ECB)" of another. False: no body of that name.
    bool adopt(ChainRef ref) {
        const std::string key = extract::name_key(said(gists_, ref).name);
        const auto named = by_name_.find("b" + key);
        const auto alias = aliases_.find(key);
        const auto of_alias = alias == aliases_.end() ? by_name_.end() : by_name_.find(alias->second);
        const auto found = named != by_name_.end() ? named : of_alias;
        if (found == by_name_.end()) {
            return false;
        }
        found->second.by_side.begin()->second.push_back(ref);
        return true;
    }

    void finish(std::vector<Identity>& into) {
        for (auto& [key, namesakes] : by_name_) {
            auto& sides = namesakes.by_side;
            const auto open = sides.find(kNoCountry);
            if (open != sides.end() && sides.size() == 2) { // of the only side that anybody says
                auto& known = sides.begin()->second;
                known.insert(known.end(), open->second.begin(), open->second.end());
                sides.erase(open);
            }
            for (auto& [side, chains] : sides) {
                std::sort(chains.begin(), chains.end());
                into.push_back({kind_of(chains), std::move(chains)});
            }
        }
    }

private:
    [[nodiscard]] MentionKind kind_of(const std::vector<ChainRef>& chains) const {
        for (const ChainRef ref : chains) {
            if (said(gists_, ref).kind != MentionKind::unknown) {
                return said(gists_, ref).kind;
            }
        }
        return MentionKind::unknown;
    }

    const std::vector<Gist>& gists_;
    const extract::Lexicon& lexicon_;
    std::map<std::string, Namesakes> by_name_;
    std::map<std::string, std::string> aliases_; ///< to keys of by_name_
};

} // namespace

Identities identities(const std::vector<Gist>& gists, const extract::Lexicon& lexicon) {
    Identities found;
    Bodies bodies(gists, lexicon);
    for (const Gist& gist : gists) {
        for (const ActorSaid& actor : gist.actors) {
            if (actor.kind == MentionKind::organisation) {
                bodies.note_aliases(actor);
            }
        }
    }
    std::vector<ChainRef> unknown;
    for (std::uint32_t a = 0; a < gists.size(); ++a) {
        for (ActorIndex c = 0; c < gists[a].actors.size(); ++c) {
            const MentionKind kind = gists[a].actors[c].kind;
            if (kind == MentionKind::unknown) {
                unknown.push_back({a, c});
            } else if (kind != MentionKind::person) {
                bodies.add({a, c});
            }
        }
    }
    std::vector<ChainRef> unnamed;
    std::copy_if(unknown.begin(), unknown.end(), std::back_inserter(unnamed),
                 [&](ChainRef ref) { return !bodies.adopt(ref); });
    identify_persons(gists, lexicon, unnamed, found);
    std::map<std::string, Identity> rest;
    for (const ChainRef ref : unnamed) {
        rest[extract::name_key(said(gists, ref).name)].chains.push_back(ref);
    }
    for (auto& [key, identity] : rest) {
        found.all.push_back(std::move(identity));
    }
    bodies.finish(found.all);
    return found;
}

} // namespace demarche::assemble
