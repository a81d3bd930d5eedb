#include "model/merge.hpp"

#include "model/merge_book.hpp"

#include <utility>

namespace demarche {
namespace {

const char* word_of(Finding finding) {
    switch (finding) {
    case Finding::added:
        return "added";
    case Finding::merged:
        return "merged";
    case Finding::contradicts:
        return "contradicts";
    case Finding::unsure:
        return "unsure";
    case Finding::rejected:
        break;
    }
    return "left out, as rejected";
}

} // namespace

std::string to_text(const MergeNote& note) {
    return std::string(word_of(note.finding)) + ": " + note.words + (note.id.empty() ? "" : " [" + note.id + "]");
}

Merged merge(const Model& dossier, const Model& found) {
    MergeBook book(dossier, found);
    if (book.model().title.empty()) {
        book.model().title = found.title;
    }
    take_articles(book);
    take_sides(book);
    take_actors(book);
    take_events(book);
    take_delegations(book);
    take_ties(book);
    take_charts(book);
    for (const MergedIds* ids : {&book.actors, &book.events, &book.delegations}) {
        book.merged.ids.insert(ids->begin(), ids->end());
    }
    return std::move(book.merged);
}

} // namespace demarche
