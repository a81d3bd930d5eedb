#include "assemble/naming.hpp"

#include "extract/name_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
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

bool is_abbreviation(const std::string& name) {
    return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&' || c == '.'; });
}

/// Whether the word is one of those that the name is made of.
bool is_word_of(const std::string& word, const std::string& name) {
    const std::size_t at = name.find(word);
    const bool begins = at == 0 || (at != std::string::npos && name[at - 1] == ' ');
    const bool ends = at != std::string::npos && (at + word.size() == name.size() || name[at + word.size()] == ' ');
    return begins && ends;
}

/// "Heide" of "Leyla von der Heide" is "von der Heide".
std::string with_particles(const std::string& word, const std::string& name) {
    std::size_t begin = name.find(word);
    while (begin != std::string::npos && begin > 1) {
        const std::size_t space = name.rfind(' ', begin - 2);
        const std::size_t before = space == std::string::npos ? 0 : space + 1;
        if (!extract::is_particle(std::string_view(name).substr(before, begin - 1 - before))) {
            break;
        }
        begin = before;
    }
    return begin == std::string::npos || word.empty() ? word
                                                      : name.substr(begin, name.find(word) + word.size() - begin);
}

/// What the articles call the bearer of `name` for short: as they do, else by the family name.
std::string short_of(const std::string& name, const Identity& identity, const std::vector<Gist>& gists) {
    Spellings used;
    Spellings derived;
    for (const ChainRef ref : identity.chains) {
        const ActorSaid& actor = said(gists, ref);
        if (!actor.short_name.empty() && is_word_of(actor.short_name, name)) {
            count(actor.name == actor.short_name ? used : derived, actor.short_name, actor.mentions);
        }
        for (const std::string& alias : actor.aliases) {
            if (is_word_of(alias, name) && (blanks(alias) == 0 || alias == actor.short_name)) {
                count(used, alias, alias == actor.short_name ? actor.mentions : 0);
            }
        }
    }
    if (used.empty() && is_patronymic(name)) {
        return {};
    }
    const std::string found = with_particles(most_frequent(used.empty() ? derived : used), name);
    return found == name ? std::string() : found;
}

std::set<std::string> spellings_of(const Identity& identity, const std::vector<Gist>& gists) {
    std::set<std::string> spellings;
    for (const ChainRef ref : identity.chains) {
        spellings.insert(said(gists, ref).name);
        spellings.insert(said(gists, ref).aliases.begin(), said(gists, ref).aliases.end());
    }
    return spellings;
}

} // namespace

Naming naming_of(const Identity& identity, const std::vector<Gist>& gists) {
    Spellings full;
    Spellings single;
    const bool person = identity.kind == extract::MentionKind::person;
    for (const ChainRef ref : identity.chains) {
        const ActorSaid& actor = said(gists, ref);
        const bool whole = blanks(actor.name) > 0 || !(person || is_abbreviation(actor.name));
        count(whole ? full : single, actor.name, actor.mentions);
    }
    Naming naming;
    naming.name = most_frequent(full.empty() ? single : full);
    std::set<std::string> others = spellings_of(identity, gists);
    if (person) {
        naming.short_name = short_of(naming.name, identity, gists);
    } else if (!full.empty()) {
        naming.short_name = most_frequent(single); // "GTF"
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
