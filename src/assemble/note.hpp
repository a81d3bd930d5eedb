#pragma once
/// What assembling has to tell a person: what articles disagree on and what it was unsure of.

#include <string>
#include <vector>

namespace demarche::assemble {

enum class NoteKind {
    contradiction, ///< articles say what cannot both be
    unsure,        ///< decided, but a person should look
};

struct Note {
    NoteKind kind = NoteKind::unsure;
    std::string id;    ///< of the event or actor in the assembled model
    std::string words; ///< one line, without a full stop
};

using Notes = std::vector<Note>;

} // namespace demarche::assemble
