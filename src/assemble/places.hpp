#pragma once
/// Places of events: which are one, which lie in another, and the fullest way to name one.

#include "extract/lexicon.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::assemble {

enum class PlaceLevel {
    venue, ///< "Diriyah Palace", and whatever no table knows
    city,  ///< a capital or a place of the tables
    land,  ///< a country
};

struct Place {
    std::string name; ///< as written, without an article before it
    std::string key;  ///< in lower case, without "the": equal for one place
    PlaceLevel level = PlaceLevel::venue;
    extract::CountryIndex country = extract::kNoCountry;
};

enum class PlaceRelation {
    apart,   ///< they cannot be one
    unknown, ///< nothing speaks for or against it
    nested,  ///< one lies in the other
    same,
};

/// Looks names up in the tables, each once.
class Places {
public:
    /// REQUIRES: the lexicon outlives this.
    explicit Places(const extract::Lexicon& lexicon) : lexicon_(lexicon) {}

    const Place& of(const std::string& name);

private:
    const extract::Lexicon& lexicon_;
    std::unordered_map<std::string, Place> known_; ///< looked up only
};

/// Whether one key names the other's place with more words: "riyadh", "riyadh airport".
bool contains_words(const std::string& longer, const std::string& shorter);

PlaceRelation relation(const Place& a, const Place& b);
/// Of two events' places: the closest relation of any two, but `apart` where any two cannot be one.
PlaceRelation relation(const std::vector<Place>& a, const std::vector<Place>& b);

/// "Diriyah Palace, Riyadh", "Riyadh", "Turkey": at most two, the finer first; a city needs no country.
/// Each list is what one mention names, the finer first; the one that most mentions name wins. "" for no places.
std::string fullest(const std::vector<std::vector<Place>>& lists);

} // namespace demarche::assemble
