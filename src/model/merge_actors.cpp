/// Merging actors.

#include "model/merge_book.hpp"
#include "model/merge_pairs.hpp"
#include "model/wording.hpp"

#include <algorithm>

namespace demarche {

void take_actors(MergeBook& book) {
    std::vector<Actor> found = book.found.actors;
    for (Actor& actor : found) {
        book.map_citations(actor.citations);
        for (Role& role : actor.roles) {
            book.map_citations(role.citations);
        }
    }
    const std::vector<ActorPair> pairs = pair_actors(book.dossier, found);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        Actor actor = std::move(found[i]);
        const bool is_old = book.was_offered(all_citations(book.found.actors[i]));
        actor.side = mapped(book.sides, actor.side);
        std::string& id = book.actors[book.found.actors[i].id];
        if (pairs[i].rejected) {
            id = "";
            if (!is_old) {
                const Actor& away = book.dossier.rejected.actors[pairs[i].index];
                book.note(Finding::rejected, away.id, "actor " + quoted(actor.name), away.where);
            }
        } else if (pairs[i].known) {
            Actor& known = book.model().actors[pairs[i].index];
            id = known.id;
            if (!is_old) {
                book.grow_known(known, book.dossier.actors[pairs[i].index], actor, "actor " + quoted(known.name));
            }
        } else if (!book.needed.contains(book.found.actors[i].id)) {
            id = "";
        } else {
            actor.id = book.fresh_ids.fresh({id_of_words(actor.short_name), id_of_words(actor.name)}, "actor");
            actor.review = "new";
            id = actor.id;
            book.note(Finding::added, id, "actor " + quoted(actor.name));
            if (pairs[i].doubtful) {
                book.note(Finding::unsure, id,
                          "actor " + quoted(actor.name) + " may be one that the dossier has: they share a name");
            }
            book.model().actors.push_back(std::move(actor));
        }
    }
}

} // namespace demarche
