#pragma once
/// Inside merging: the dossier as it grows, and what is known on the way.

#include "model/identifiers.hpp"
#include "model/merge.hpp"
#include "model/merge_growth.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

/// Ids of what was found: the dossier's; "" where it stays away.
using MergedIds = std::map<std::string, std::string>;

struct MergeBook {
    MergeBook(const Model& the_dossier, const Model& the_found);

    const Model& dossier;
    const Model& found;
    Merged merged;
    Identifiers fresh_ids;
    std::set<std::string> read;    ///< articles that the dossier cited before, or a program has read
    std::set<std::string> offered; ///< those that a program has read
    std::set<std::string> needed;  ///< actors and sides, as found, that may be added
    MergedIds articles, sides, actors, events, delegations;

    Model& model() { return merged.model; }

    void note(Finding finding, std::string id, std::string words, const SourcePosition& where = {});
    /// What came to a known thing.
    void note_growth(const std::string& what, const std::string& id, const Growth& growth, const SourcePosition& where);

    /// Whether a person has been offered this before: it stands on articles alone that were read before. `citations`
    /// are those of what was found, with its own ids.
    [[nodiscard]] bool was_offered(const std::vector<Citation>& citations) const;
    /// Gives them the dossier's articles.
    void map_citations(std::vector<Citation>& citations) const;

    /// Lets `known` take in what is new of `found`; `before` is the same thing in the dossier as it was.
    template <class Thing>
    void grow_known(Thing& known,
                    const Thing& before,
                    const Thing& more,
                    const std::string& what,
                    std::function<bool(const Citation&)> elsewhere = nullptr) {
        News news(all_citations(before), all_citations(known), read, std::move(elsewhere));
        news.skip(offered);
        note_growth(what, id_of(before), grow(known, more, news), before.where);
    }

private:
    static const std::string& id_of(const Tie& tie) { return tie.from; }

    template <class Thing>
    static const std::string& id_of(const Thing& thing) {
        return thing.id;
    }
};

/// The dossier's id; "" for what has none.
std::string mapped(const MergedIds& ids, const std::string& id);
/// Each once; without those that stay away.
std::vector<std::string> mapped_all(const MergedIds& ids, const std::vector<std::string>& list);
/// Appends an id that is not there yet.
void add_id(std::vector<std::string>& ids, const std::string& id);

/// The steps of merging, in this order.
void take_articles(MergeBook& book);
void take_sides(MergeBook& book);
void take_actors(MergeBook& book);
void take_events(MergeBook& book);
void take_delegations(MergeBook& book);
void take_ties(MergeBook& book);
void take_charts(MergeBook& book);

} // namespace demarche
