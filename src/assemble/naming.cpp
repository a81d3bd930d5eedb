#include "assemble/naming.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace demarche::assemble {
namespace {

/// How often a spelling stands: in articles, then altogether.
using Count = std::pair<std::size_t, std::size_t>;
using Spellings = std::map<std::string, Count>;

std::size_t blanks(const std::string& name) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

std::string most_frequent(const Spellings& spellings) {
    const auto rank = [](const auto& entry) {
        return std::tuple(entry.second.first, entry.second.second, entry.first.size());
    };
    const auto best = std::max_element(spellings.begin(), spellings.end(),
                                       [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return best == spellings.end() ? std::string() : best->first;
}

void count(Spellings& spellings, const std::string& spelling, std::size_t mentions) {
    Count& counted = spellings[spelling];
    ++counted.first;
    counted.second += mentions;
}

/// "Faisal bin Farhan": the last word is a father's or a house's name, by which nobody is called unless an article does
/// so.
bool is_patronymic(const std::string& name) {
    return name.find(" bin ") != std::string::npos || name.find(" ibn ") != std::string::npos ||
           name.find(" bint ") != std::string::npos;
}

} // namespace

Naming naming_of(const Identity& identity, const std::vector<Gist>& gists) {
    Spellings full;
    Spellings single;
    Spellings shorts;  // in use, of the name they shorten
    Spellings derived; // in no article
    const bool person = identity.kind == extract::MentionKind::person;
    for (const ChainRef ref : identity.chains) {
        const ActorSaid& actor = said(gists, ref);
        count(!person || blanks(actor.name) > 0 ? full : single, actor.name, actor.mentions);
    }
    Naming naming;
    naming.name = most_frequent(full.empty() ? single : full);
    std::set<std::string> others;
    for (const ChainRef ref : identity.chains) {
        const ActorSaid& actor = said(gists, ref);
        const bool used =
            std::find(actor.aliases.begin(), actor.aliases.end(), actor.short_name) != actor.aliases.end();
        if (!actor.short_name.empty() && naming.name.find(actor.short_name) != std::string::npos) {
            count(used || actor.name == actor.short_name ? shorts : derived, actor.short_name, actor.mentions);
        }
        others.insert(actor.name);
        for (const std::string& alias : actor.aliases) {
            others.insert(alias);
        }
    }
    naming.short_name = most_frequent(shorts.empty() ? derived : shorts);
    const bool used = others.contains(naming.short_name);
    if (naming.short_name == naming.name || (!used && is_patronymic(naming.name))) {
        naming.short_name.clear();
    }
    if (!naming.short_name.empty()) {
        others.insert(naming.short_name);
    }
    for (const bool several_words : {true, false}) {
        for (const std::string& spelling : others) {
            if (spelling != naming.name && (blanks(spelling) > 0) == several_words) {
                naming.aliases.push_back(spelling);
            }
        }
    }
    return naming;
}

} // namespace demarche::assemble
