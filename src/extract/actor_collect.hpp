#pragma once
/// Inside the reader of actors: every mention of an article, before anybody says which are of one actor.

#include "extract/actor.hpp"
#include "extract/actor_runs.hpp"

#include <string_view>
#include <vector>

namespace demarche::extract {

/// A mention that names a person, or may.
struct RawName {
    std::uint32_t mention = 0;           ///< of Collected::mentions
    std::vector<std::string_view> parts; ///< words of the name, without honorific and suffix
    std::vector<std::uint32_t> titles;
    char gender = '-';
    CountryIndex country = kNoCountry; ///< "Peru's Moreno"
    bool family_first = false;         ///< by its own looks
    bool particle_first = false;       ///< "Von der Heide", "Abu Karim": may be the end of a longer name
    bool given_first = false;          ///< begins with a given name of the tables
    bool opens = false;                ///< begins a sentence: its capital says nothing
    bool acts = false;                 ///< followed by an age, "who" or the like
    bool honorific = false;
};

/// What a mention of a state, organisation or group stands for.
struct RawBody {
    std::uint32_t mention = 0;
    CountryIndex country = kNoCountry;
    std::uint16_t organisation = kNoOrganisation;
    std::string name; ///< of a group or an organisation of no table
};

/// "A was appointed by B": mentions.
struct RawAppointment {
    std::uint32_t appointed = 0;
    std::uint32_t by = 0;
    Span span;
};

struct Collected {
    std::vector<ActorMention> mentions; ///< not in order
    std::vector<ActorTitle> titles;
    std::vector<RawName> names;
    std::vector<RawBody> bodies;
    std::vector<RawAppointment> appointments;
    std::vector<std::uint32_t> title_mentions; ///< titles without a name
    std::vector<std::uint32_t> pronouns;
    std::vector<std::uint32_t> unnamed; ///< mentions of somebody nobody names: "a spokesman"
};

/// Reads one sentence after the other.
void collect(const ActorSentence& sentence, Collected& into);

} // namespace demarche::extract
