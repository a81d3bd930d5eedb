#include "cli/story_report.hpp"

#include <algorithm>
#include <array>

namespace demarche::cli {
namespace {

const char* code_of(Finding finding) {
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
    return "rejected";
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// "5 articles, 12 events" of what is more now than before.
std::string gain(const Model& before, const Model& after) {
    struct Row {
        std::size_t count;
        const char* one;
        const char* many;
    };

    const std::array<Row, 6> rows{{{after.articles.size() - before.articles.size(), "article", "articles"},
                                   {after.sides.size() - before.sides.size(), "side", "sides"},
                                   {after.actors.size() - before.actors.size(), "actor", "actors"},
                                   {after.delegations.size() - before.delegations.size(), "delegation", "delegations"},
                                   {after.events.size() - before.events.size(), "event", "events"},
                                   {after.ties.size() - before.ties.size(), "tie", "ties"}}};
    std::string words;
    for (const Row& row : rows) {
        if (row.count > 0) {
            words += (words.empty() ? "" : ", ") + counted(row.count, row.one, row.many);
        }
    }
    return words;
}

} // namespace

void report_notes(const std::vector<MergeNote>& notes,
                  const Model& dossier,
                  const std::set<Finding>& chosen,
                  Diagnostics& diagnostics) {
    for (const MergeNote& note : notes) {
        if (!chosen.empty() && !chosen.contains(note.finding)) {
            continue;
        }
        SourcePosition where = note.where;
        where.file = dossier.file;
        const bool doubt = note.finding == Finding::contradicts || note.finding == Finding::unsure;
        diagnostics.report(
            {doubt ? Severity::warning : Severity::note, code_of(note.finding), where, to_text(note), {}});
    }
}

std::string summary(const Model& before, const Story& story) {
    const auto count = [&](Finding finding) {
        return static_cast<std::size_t>(std::count_if(story.notes.begin(), story.notes.end(),
                                                      [&](const MergeNote& note) { return note.finding == finding; }));
    };
    const std::string more = gain(before, story.model);
    std::string words = more.empty() ? "nothing added" : "added " + more;
    if (const std::size_t merged = count(Finding::merged); merged > 0) {
        words += "; more said of " + counted(merged, "known thing", "known things");
    }
    if (const std::size_t clashes = count(Finding::contradicts); clashes > 0) {
        words += "; " + counted(clashes, "contradiction", "contradictions");
    }
    if (const std::size_t doubts = count(Finding::unsure); doubts > 0) {
        words += "; unsure of " + std::to_string(doubts);
    }
    return words;
}

} // namespace demarche::cli
