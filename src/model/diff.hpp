#pragma once
/// What differs between two models: an older and a newer state of one story.
///
/// Two things are one if they bear one id; of the rest, articles by file, address, or outlet with title and day, sides
/// by code or name, actors and events by what merging knows them by (merge_match.hpp), delegations by event and side,
/// ties by their ends. Not compared: where in a file something stands (positions, prefix and suffix of citations too),
/// runs of white space, and what both leave rejected.
///
/// The changes are complete: whoever applies them to the older model gets the newer one.

#include "model/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche {

enum class ThingKind { dossier, article, side, actor, delegation, event, tie, chart };

/// What a change means to a reader, the gravest first.
enum class ChangeKind {
    retracted, ///< rejected in review, or all that supports it was taken back
    removed,   ///< the newer one does not have it
    denied,    ///< its status is "denied" now
    cancelled, ///< likewise
    came_true, ///< what was planned has occurred, or is going on
    added,     ///< the older one did not have it
    disputed,  ///< something speaks against it now, and nothing did
    changed,
    confirmed, ///< more independent sources support it
    renamed,   ///< another id for the same thing
};

/// One value. Its path names it: {"when"}, {"party", ACTOR}, {"role", TITLE, BODY}, {"cite", ARTICLE, WORDS},
/// {"party", ACTOR, "cite", ARTICLE, WORDS}, in the words of the dossier; the second of two that would have one path
/// ends with "#2". {"order", LIST...}: the places that the things that stayed had among themselves, in their new order.
struct FieldChange {
    std::vector<std::string> path;
    std::optional<std::string> before; ///< nothing: it was not there
    std::optional<std::string> after;  ///< nothing: it is not there any more
    std::optional<std::size_t> at;     ///< of what was added to a list: its place there

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// One line of a changelog.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    ThingKind thing = ThingKind::event;
    std::string id;                ///< of NEW; what NEW does not have: of OLD. Ties: "FROM TYPE TO". Charts: "timeline"
    std::string was;               ///< renamed: the id in OLD
    std::optional<std::size_t> at; ///< added: its place in the list of NEW
    std::vector<FieldChange> fields; ///< added, removed: all that it has; none: renamed, or retracted while it is there
    std::vector<std::string> articles; ///< ids of those that tell of it: that were added for it, else that it rests on
    std::size_t sources_before = 0;    ///< independent ones that support the thing
    std::size_t sources_after = 0;
};

/// Where a change stands in a changelog.
enum class ChangeGroup { gone, news, disputed, facts, confirmed, people, sources, wording, upkeep };

struct ModelDiff {
    Model before; ///< OLD, in the ids of NEW; an id of OLD that NEW has for something else has a "~" behind it
    Model after;
    std::vector<Change> changes; ///< by group, then in order of time, then of the dossier

    [[nodiscard]] bool empty() const { return changes.empty(); }
};

/// REQUIRES: both were read without errors.
ModelDiff diff_models(const Model& before, const Model& after);

ChangeGroup group_of(const Change& change);

/// "event", "came-true", "gone": the words of JSON.
const char* to_text(ThingKind kind);
const char* to_text(ChangeKind kind);
const char* to_text(ChangeGroup group);

} // namespace demarche
