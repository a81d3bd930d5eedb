#include "story_notes.hpp"

#include "model/citing.hpp"

#include <set>
#include <string>

namespace demarche {

void record_positions(Model& found) {
    each_citation_list(found, [](std::vector<Citation>& citations) {
        for (Citation& citation : citations) {
            if (citation.passage) {
                citation.quote = citation.passage->exact;
                citation.start = citation.passage->start;
                citation.end = citation.passage->end;
            }
        }
    });
}

void add_notes(Merged& merged, const assemble::Notes& notes) {
    std::set<std::string> told;
    for (const MergeNote& note : merged.notes) {
        if (note.finding == Finding::added || note.finding == Finding::merged) {
            told.insert(note.id);
        }
    }
    for (const assemble::Note& note : notes) {
        const auto mine = merged.ids.find(note.id);
        const std::string id = mine == merged.ids.end() ? std::string() : mine->second;
        if (told.contains(id)) {
            const bool clash = note.kind == assemble::NoteKind::contradiction;
            merged.notes.push_back({clash ? Finding::contradicts : Finding::unsure, id, note.words, {}});
        }
    }
}

} // namespace demarche
