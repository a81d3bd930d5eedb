#pragma once
/// Inside merging: whether two descriptions are of one thing.

#include "model/model.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// A name or title without case, accents, script and punctuation: "sergey lavrov".
std::string name_key(std::string_view name);

/// Whether both quote words of one article that overlap there (or hold each other, where a place is not known).
bool overlap(const Citation& a, const Citation& b);
/// Whether to give both would be to say one thing twice: as above, or both cite one article whole.
bool says_the_same(const Citation& a, const Citation& b);

/// Whether one of these overlaps one of those.
bool shares_words(const std::vector<Citation>& these, const std::vector<Citation>& those);

enum class DateFit { unknown, apart, together };

/// Whether two dates can be of one day: unknown where either says nothing.
DateFit fit(const Edtf& a, const Edtf& b);

/// What tells one actor from another.
struct ActorTraits {
    explicit ActorTraits(const Actor& actor);

    ActorKind kind;
    std::string name;                ///< key of the full name
    std::set<std::string> names;     ///< keys of all names
    std::set<std::string> words;     ///< of the full name
    std::vector<Citation> citations; ///< all that bear on it
};

/// 0: another one; 1: they share a name of one word, which is weak; 2: the full name of one is a name of the other,
/// or they share a name of several words.
int likeness(const ActorTraits& a, const ActorTraits& b);

/// Whether a person may have renamed the one into the other: they quote the same words, in which both are named, and
/// share a word of their full names.
bool renamed(const ActorTraits& a, const ActorTraits& b);

/// What tells one event from another.
struct EventTraits {
    explicit EventTraits(const Event& described);

    const Event* event;
    std::string title;               ///< key
    std::set<std::string> there;     ///< actors that are parties and not absent
    std::vector<Citation> citations; ///< all that bear on it
};

struct Likeness {
    int score = 0;         ///< 0: another event; of two likenesses the greater is the more certain
    bool by_words = false; ///< they cite the same words
    bool close = false;    ///< also in title, or in category and parties; or all that is quoted is quoted there
};

/// Two events are one if they cite the same words of an article and have title, a party or category in common; or if
/// they bear one title on dates that fit; or if they are acts (no speech) of one type with mostly the same parties on
/// dates that fit and are known within a month.
Likeness likeness(const EventTraits& found, const EventTraits& known);

} // namespace demarche
