#include "story.hpp"

#include "model/citing.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_splice.hpp"
#include "model/dossier_values.hpp"
#include "model/dossier_writer.hpp"
#include "model/reviewed.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <tuple>
#include <utility>

namespace demarche {
namespace {

/// A dossier must have a title: articles that tell of nothing give none.
constexpr const char* kUntitled = "Untitled";

/// Gives every citation that has a passage its words and its position, so that words which stand in several places of
/// an article are found where they were read.
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

bool is_faulty(const std::string& words) {
    return fault_of_words(words).has_value();
}

void drop_faulty(std::vector<Citation>& citations) {
    std::erase_if(citations, [](const Citation& citation) { return is_faulty(citation.quote); });
}

/// Marks what no dossier can hold: words with control characters, or such as turn the direction of text, or endless
/// ones; and what rests on such words alone.
template <class Thing>
void mark_faulty(Thing& thing, std::initializer_list<const std::string*> words) {
    const bool was_cited = !thing.citations.empty();
    drop_faulty(thing.citations);
    const bool bad = std::any_of(words.begin(), words.end(), [](const std::string* one) { return is_faulty(*one); });
    thing.review = bad || (was_cited && thing.citations.empty()) ? "new" : "";
}

Model without_faulty(Model found) {
    for (Actor& actor : found.actors) {
        mark_faulty(actor, {&actor.name, &actor.short_name});
        std::erase_if(actor.aliases, is_faulty);
        for (Role& role : actor.roles) {
            drop_faulty(role.citations);
        }
        std::erase_if(actor.roles, [](const Role& role) { return is_faulty(role.title) || is_faulty(role.body); });
    }
    for (Event& event : found.events) {
        mark_faulty(event, {&event.title, &event.short_title, &event.detail, &event.words, &event.where_held});
        for (Party& party : event.parties) {
            drop_faulty(party.citations);
        }
    }
    for (Delegation& delegation : found.delegations) {
        mark_faulty(delegation, {&delegation.name});
    }
    for (Tie& tie : found.ties) {
        mark_faulty(tie, {&tie.verb});
    }
    found.title = is_faulty(found.title) ? "" : found.title;
    return reviewed(std::move(found));
}

/// What assembling noted of things that the run added or that got something: what a person has seen before is not said
/// again.
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

/// One fact of the grown dossier, by what is the same in what was found.
struct Fact {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string id; ///< of ties: the one it comes from
    std::string to; ///< of ties
    TieType tie = TieType::advises;
};

/// The facts of a model as they stand in its file.
std::vector<Fact> facts_in_order(const Model& model) {
    std::vector<Fact> facts;
    const auto add = [&](const auto& things) {
        for (const auto& thing : things) {
            facts.push_back({thing.where.line, thing.where.column, thing.id, {}, {}});
        }
    };
    add(model.articles);
    add(model.sides);
    add(model.actors);
    add(model.delegations);
    add(model.events);
    for (const Tie& tie : model.ties) {
        facts.push_back({tie.where.line, tie.where.column, tie.from, tie.to, tie.type});
    }
    std::sort(facts.begin(), facts.end(),
              [](const Fact& a, const Fact& b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
    return facts;
}

/// Grows the dossier, and grows it again without what did not hold.
class Growing {
public:
    Growing(const DossierText& before, const Model& dossier, assemble::Assembled found, const FileReader& files)
        : before_(before), dossier_(dossier), found_(std::move(found)), files_(files) {
        record_positions(found_.model);
        found_.model = without_faulty(std::move(found_.model));
    }

    std::optional<Story> run(Diagnostics& diagnostics) {
        constexpr int kMostRounds = 8;
        for (int round = 1;; ++round) {
            Diagnostics findings;
            auto story = grown(findings);
            if (story && !has_errors(findings)) {
                return story;
            }
            if (!story || round == kMostRounds || !drop_what_fails(story->model, findings)) {
                for (const Diagnostic& finding : findings.all()) {
                    if (counts(finding)) {
                        diagnostics.report(finding);
                    }
                }
                return std::nullopt;
            }
        }
    }

private:
    /// A story may begin without events.
    static bool counts(const Diagnostic& finding) {
        return finding.severity == Severity::error && finding.code != "no-events";
    }

    static bool has_errors(const Diagnostics& findings) {
        return std::any_of(findings.all().begin(), findings.all().end(), counts);
    }

    std::optional<Story> grown(Diagnostics& findings) {
        Merged merged = merge(dossier_, found_.model);
        add_notes(merged, found_.notes);
        if (merged.model.title.empty()) {
            merged.model.title = kUntitled;
        }
        merged.model.file = before_.path;
        drop_needless_positions(merged.model, files_);
        const auto text = before_.text.empty() ? std::optional(write_dossier(merged.model))
                                               : splice_dossier(before_.text, before_.path, merged.model, findings);
        auto model = text ? parse_dossier(*text, before_.path, files_, findings) : std::nullopt;
        ids_ = std::move(merged.ids);
        if (!model) {
            return std::nullopt;
        }
        merged.notes.insert(merged.notes.end(), dropped_.begin(), dropped_.end());
        return Story{*text, std::move(*model), std::move(merged.notes)};
    }

    /// Takes the facts at which errors stand out of what was found; false where none of them was found.
    bool drop_what_fails(const Model& grown, const Diagnostics& findings) {
        const std::vector<Fact> facts = facts_in_order(grown);
        for (Actor& actor : found_.model.actors) {
            actor.review.clear();
        }
        for (Event& event : found_.model.events) {
            event.review.clear();
        }
        for (Delegation& delegation : found_.model.delegations) {
            delegation.review.clear();
        }
        for (Tie& tie : found_.model.ties) {
            tie.review.clear();
        }
        bool any = false;
        for (const Diagnostic& finding : findings.all()) {
            if (!counts(finding)) {
                continue;
            }
            const auto behind = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
                return std::tie(fact.line, fact.column) > std::tie(finding.where.line, finding.where.column);
            });
            if (behind != facts.begin() && mark(*(behind - 1))) {
                any = true;
                dropped_.push_back({Finding::unsure, "", "left out: " + finding.message, {}});
            }
        }
        if (any) {
            found_.model = reviewed(std::move(found_.model));
        }
        return any;
    }

    /// Marks what was found of the fact, which a person may have had before, for `reviewed` to drop it and what leans
    /// on it.
    bool mark(const Fact& fact) {
        bool any = false;
        const auto is_it = [&](const std::string& found_id, const std::string& id) {
            const auto mine = ids_.find(found_id);
            return mine != ids_.end() && mine->second == id;
        };
        const auto mark_all = [&](auto& things) {
            for (auto& thing : things) {
                if (is_it(thing.id, fact.id)) {
                    thing.review = "new";
                    any = true;
                }
            }
        };
        if (fact.to.empty()) {
            mark_all(found_.model.actors);
            mark_all(found_.model.events);
            mark_all(found_.model.delegations);
        }
        for (Tie& tie : found_.model.ties) {
            if (tie.type == fact.tie && is_it(tie.from, fact.id) && is_it(tie.to, fact.to)) {
                tie.review = "new";
                any = true;
            }
        }
        return any;
    }

    const DossierText& before_;
    const Model& dossier_;
    assemble::Assembled found_;
    const FileReader& files_;
    std::map<std::string, std::string> ids_;
    std::vector<MergeNote> dropped_;
};

} // namespace

std::optional<Story> grow_dossier(const DossierText& before,
                                  const Model& dossier,
                                  assemble::Assembled found,
                                  const FileReader& files,
                                  Diagnostics& diagnostics) {
    return Growing(before, dossier, std::move(found), files).run(diagnostics);
}

} // namespace demarche
