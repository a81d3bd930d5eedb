#pragma once
/// Sides, actors, their roles and ties.

#include "base/colour.hpp"
#include "base/edtf.hpp"
#include "model/citation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// The party an actor is counted with in a graphic. The order in the dossier is the order of lanes.
struct Side {
    std::string id;
    std::string code;             ///< short, for lane heads: "US"
    std::string name;             ///< "United States"
    std::optional<Colour> colour; ///< overrides the template's palette
    SourcePosition where;
};

/// What an actor holds or held.
struct Role {
    std::string title; ///< "Secretary of State"
    std::string body;  ///< "United States"; may be empty
    Edtf when;         ///< valid time; may be empty
    std::vector<Citation> citations;
    SourcePosition where;
};

enum class ActorKind { person, organisation, state, group };

struct Actor {
    std::string id;
    std::string name;       ///< full name, as printed on cards
    std::string short_name; ///< as printed in running labels ("Rubio"); empty: the name
    ActorKind kind = ActorKind::person;
    std::string side; ///< id; empty: none
    std::vector<std::string> aliases;
    std::vector<Role> roles; ///< the first is the one a card prints
    std::string review;      ///< "new" where a program added it and nobody has looked; else empty
    std::vector<Citation> citations;
    SourcePosition where;
};

enum class TieType { leads, member_of, advises, speaks_for, appointed, heads, represents };

/// A standing relation between two actors.
struct Tie {
    std::string from; ///< actor id
    std::string to;   ///< actor id
    TieType type = TieType::advises;
    std::string verb; ///< overrides the printed verb ("chose the team"); may be empty
    Edtf when;
    std::string review;
    std::vector<Citation> citations;
    SourcePosition where;
};

/// "person", "member-of", ...: the words of dossier and JSON.
const char* to_text(ActorKind kind);
const char* to_text(TieType type);

} // namespace demarche
