#pragma once
/// Citations and the articles they cite.

#include "base/file.hpp"
#include "model/model.hpp"
#include "model/reanchor.hpp"

#include <string>
#include <vector>

namespace demarche {

/// Reads every article's file (relative to model.file) and sets the passage of every citation that quotes
/// words. Reports an article that cannot be read, once, at the article; words that are altered, missing or ambiguous,
/// at the citation, with what stands there now; a recorded position that no longer holds, as a note: the words win. Of
/// what is rejected, nothing is reported.
void anchor_citations(Model& model, const FileReader& files, Diagnostics& diagnostics);

/// A citation that does not hold as it is, and as it would hold.
struct SettledCitation {
    Hold hold = Hold::moved;
    Citation before; ///< its `where` tells it from others
    Citation after;
    std::string place; ///< in its article, for people: "line 3, characters 120 to 140"
};

/// The citations of what is not rejected that went stale and that can be mended (model/reanchor.hpp), article by
/// article. Reports nothing.
std::vector<SettledCitation> settle_citations(const Model& model, const FileReader& files);

/// Takes the recorded position from every citation that no dossier has yet (its `where` is empty) and whose words are
/// found where they stand without it. Articles that cannot be read keep theirs.
void drop_needless_positions(Model& model, const FileReader& files);

/// The path of an article's file, as one may open it.
std::string article_path(const Model& model, const Article& article);

/// Articles longer than this are refused.
inline constexpr std::size_t kLargestArticle = std::size_t{8} << 20;

/// Calls `visit` with every list of citations of the model, in the order of the dossier.
template <class AnyModel, class Visit>
void each_citation_list(AnyModel& model, Visit visit) {
    for (auto& actor : model.actors) {
        for (auto& role : actor.roles) {
            visit(role.citations);
        }
        visit(actor.citations);
    }
    for (auto& delegation : model.delegations) {
        visit(delegation.citations);
    }
    for (auto& event : model.events) {
        for (auto& party : event.parties) {
            visit(party.citations);
        }
        visit(event.citations);
    }
    for (auto& tie : model.ties) {
        visit(tie.citations);
    }
}

} // namespace demarche
