#include "assemble/places.hpp"

#include "base/ascii.hpp"
#include "extract/document.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace demarche::assemble {
namespace {

std::string without_article(const std::string& name) {
    for (const std::string_view article : {"the ", "The "}) {
        if (name.starts_with(article)) {
            return name.substr(article.size());
        }
    }
    return name;
}

/// Buildings and grounds: they lie in a town, also where the tables know them.
constexpr std::array<std::string_view, 12> kBuildings = {"airport", "base",  "castle", "center", "centre", "embassy",
                                                         "hall",    "hotel", "house",  "office", "palace", "stadium"};

bool is_building(const std::string& key) {
    const std::size_t space = key.rfind(' ');
    const std::string last = space == std::string::npos ? key : key.substr(space + 1);
    return std::find(kBuildings.begin(), kBuildings.end(), last) != kBuildings.end();
}

/// How often places are named, in the order of first mention.
class Ballot {
public:
    void add(const Place& place) {
        for (auto& [known, votes] : votes_) {
            if (known.key == place.key) {
                ++votes;
                return;
            }
        }
        votes_.emplace_back(place, 1);
    }

    /// The one most often named, of a level; ties: the longer name, then the first by letters. Null: none.
    [[nodiscard]] const Place* best(PlaceLevel level) const {
        const std::pair<Place, int>* best = nullptr;
        for (const auto& vote : votes_) {
            if (vote.first.level == level && (best == nullptr || better(vote, *best))) {
                best = &vote;
            }
        }
        return best == nullptr ? nullptr : &best->first;
    }

private:
    static bool better(const std::pair<Place, int>& a, const std::pair<Place, int>& b) {
        if (a.second != b.second) {
            return a.second > b.second;
        }
        if (a.first.name.size() != b.first.name.size()) {
            return a.first.name.size() > b.first.name.size();
        }
        return a.first.name < b.first.name;
    }

    std::vector<std::pair<Place, int>> votes_;
};

} // namespace

const Place& Places::of(const std::string& name) {
    const auto [found, is_new] = known_.try_emplace(name);
    Place& place = found->second;
    if (!is_new) {
        return place;
    }
    place.name = without_article(name);
    place.key = ascii_lower(place.name);
    const extract::Document document = extract::cut(place.name);
    const auto tokens = static_cast<std::uint32_t>(document.tokens.size());
    if (tokens == 0) {
        return place;
    }
    const extract::LexMatch match = lexicon_.match(document, 0, tokens);
    // "the Saudi capital" names no town: it tells the land.
    if (match.entry != nullptr && match.tokens < tokens && place.key.ends_with(" capital") &&
        match.classes.any(extract::LexClass::adjective, extract::LexClass::country)) {
        place.level = PlaceLevel::land;
        place.country = match.entry->country;
        return place;
    }
    if (match.entry == nullptr || match.tokens != tokens) {
        return place;
    }
    if (match.classes.has(extract::LexClass::country)) {
        place.level = PlaceLevel::land;
        place.country = match.entry->country;
    } else if (match.classes.any(extract::LexClass::capital, extract::LexClass::place)) {
        place.level = is_building(place.key) ? PlaceLevel::venue : PlaceLevel::city;
        place.country = match.entry->country;
    }
    return place;
}

bool contains_words(const std::string& longer, const std::string& shorter) {
    const std::size_t at = longer.find(shorter);
    if (shorter.empty() || at == std::string::npos) {
        return false;
    }
    const auto is_edge = [&](std::size_t i) { return i >= longer.size() || longer[i] == ' ' || longer[i] == ','; };
    return (at == 0 || is_edge(at - 1)) && is_edge(at + shorter.size());
}

PlaceRelation relation(const Place& a, const Place& b) {
    if (a.key == b.key) {
        return PlaceRelation::same;
    }
    const bool lands = a.country != extract::kNoCountry && b.country != extract::kNoCountry;
    if (lands && a.country != b.country) {
        return PlaceRelation::apart;
    }
    if (contains_words(a.key, b.key) || contains_words(b.key, a.key)) {
        return PlaceRelation::nested;
    }
    if (a.level == PlaceLevel::land || b.level == PlaceLevel::land) {
        return lands ? PlaceRelation::nested : PlaceRelation::unknown;
    }
    return a.level == PlaceLevel::city && b.level == PlaceLevel::city ? PlaceRelation::apart : PlaceRelation::unknown;
}

PlaceRelation relation(const std::vector<Place>& a, const std::vector<Place>& b) {
    PlaceRelation best = PlaceRelation::unknown;
    bool apart = false;
    for (const Place& one : a) {
        for (const Place& other : b) {
            const PlaceRelation two = relation(one, other);
            apart = apart || two == PlaceRelation::apart;
            best = std::max(best, two);
        }
    }
    // A city named by both stays, whatever else one of them names beside it.
    return apart && best != PlaceRelation::same ? PlaceRelation::apart : best;
}

std::string fullest(const std::vector<std::vector<Place>>& lists) {
    Ballot ballot;
    for (const std::vector<Place>& list : lists) {
        for (const Place& place : list) {
            ballot.add(place);
        }
    }
    const Place* const venue = ballot.best(PlaceLevel::venue);
    const Place* const city = ballot.best(PlaceLevel::city);
    const Place* const land = ballot.best(PlaceLevel::land);
    const Place* const finer = venue != nullptr ? venue : city;
    const Place* const wider = venue != nullptr && city != nullptr ? city : venue != nullptr ? land : nullptr;
    if (finer == nullptr) {
        return land == nullptr ? std::string() : land->name;
    }
    if (wider == nullptr || contains_words(finer->key, wider->key)) {
        return finer->name;
    }
    return finer->name + ", " + wider->name;
}

} // namespace demarche::assemble
