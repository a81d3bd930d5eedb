#pragma once
/// Merging: what the articles are found to say comes into a dossier that a person owns, once.
///
/// What the dossier has is never changed, only added to:
/// - A thing found that the dossier has already adds to it citations of articles that the thing did not cite so far,
///   and the parties, roles, aliases and members that stand on articles alone which the dossier cited nowhere so far.
///   So what a person took out does not come back with the next run, and a second run adds nothing.
/// - Articles marked as read (Article::read) have been offered: what stands on such articles alone adds nothing, so
/// that what a
///   person took out of the dossier stays out. All found articles are marked.
/// - A thing that a person rejected stays away, and with it what cannot stand without it.
/// - All else is added behind what is there, with an id of its own words and review="new".
/// - Contradictions (dates that exclude each other, done and cancelled, there and absent) are told, not settled.
///
/// Known are: articles by file, address, or outlet with title and day; sides by code or name; actors by their names;
/// events, delegations and ties by the words they cite, else by what they are (merge_match.hpp). One known event can
/// stand for several found ones, where a person has put them together.

#include "model/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace demarche {

enum class Finding {
    added,       ///< new in the dossier
    merged,      ///< the dossier had it and now cites more for it
    contradicts, ///< the dossier says otherwise, and keeps saying it
    unsure,      ///< decided, but a person should look
    rejected,    ///< left out, because a person rejected it
};

struct MergeNote {
    Finding finding = Finding::added;
    std::string id;       ///< of the thing in the dossier; ties: of the one it comes from
    std::string words;    ///< one line for a person, without a full stop
    SourcePosition where; ///< in the dossier as it was; empty for what is new
};

/// "added: event riyadh-talks, “Riyadh talks”".
std::string to_text(const MergeNote& note);

struct Merged {
    Model model; ///< the dossier's, grown as splice_dossier wants it
    std::vector<MergeNote> notes;
    std::map<std::string, std::string>
        ids; ///< of actors, events, delegations found: the dossier's; "" for what stays away
};

/// REQUIRES: `dossier` was read without errors; `found` refers to nothing that it does not have, and quotes of both
/// have their passages where their articles have texts. Ids of `found` mean nothing to the dossier. The result depends
/// on nothing but the two.
Merged merge(const Model& dossier, const Model& found);

} // namespace demarche
