#include "model/merge_book.hpp"

#include "model/wording.hpp"

#include <algorithm>

namespace demarche {
namespace {

template <class Things>
void read_citations(const Things& things, std::set<std::string>& read) {
    for (const auto& thing : things) {
        for (const Citation& citation : all_citations(thing)) {
            read.insert(citation.article);
        }
    }
}

} // namespace

MergeBook::MergeBook(const Model& the_dossier, const Model& the_found)
    : dossier(the_dossier), found(the_found), merged{the_dossier, {}, {}}, fresh_ids(the_dossier) {
    read_citations(dossier.actors, read);
    read_citations(dossier.delegations, read);
    read_citations(dossier.events, read);
    read_citations(dossier.ties, read);
    for (const Article& article : dossier.articles) {
        if (article.read) {
            offered.insert(article.id);
        }
    }
    read.insert(offered.begin(), offered.end());
}

void MergeBook::note(Finding finding, std::string id, std::string words, const SourcePosition& where) {
    merged.notes.push_back({finding, std::move(id), std::move(words), where});
}

void MergeBook::note_growth(const std::string& what,
                            const std::string& id,
                            const Growth& growth,
                            const SourcePosition& where) {
    std::vector<std::string> parts = growth.parts;
    if (growth.citations > 0) {
        parts.push_back(std::to_string(growth.citations));
        parts.back() += growth.citations == 1 ? " citation" : " citations";
    }
    if (growth.any()) {
        note(Finding::merged, id, what + " gets " + joined(parts), where);
    }
    if (!growth.doubts.empty()) {
        note(Finding::unsure, id, what + " is without " + joined(growth.doubts) + ", whom the articles name too",
             where);
    }
    for (const std::string& clash : growth.clashes) {
        std::string words = what;
        words += ": the dossier ";
        words += clash;
        note(Finding::contradicts, id, std::move(words), where);
    }
}

bool MergeBook::was_offered(const std::vector<Citation>& citations) const {
    return !citations.empty() && std::all_of(citations.begin(), citations.end(), [&](const Citation& one) {
        return offered.contains(articles.at(one.article));
    });
}

void MergeBook::map_citations(std::vector<Citation>& citations) const {
    for (Citation& citation : citations) {
        citation.article = articles.at(citation.article);
    }
}

std::string mapped(const MergedIds& ids, const std::string& id) {
    const auto found = ids.find(id);
    return found == ids.end() ? std::string() : found->second;
}

std::vector<std::string> mapped_all(const MergedIds& ids, const std::vector<std::string>& list) {
    std::vector<std::string> result;
    for (const std::string& id : list) {
        if (const std::string mine = mapped(ids, id); !mine.empty()) {
            add_id(result, mine);
        }
    }
    return result;
}

void add_id(std::vector<std::string>& ids, const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(id);
    }
}

} // namespace demarche
