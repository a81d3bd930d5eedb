/// Merging ties and charts.

#include "model/merge_book.hpp"
#include "model/merge_match.hpp"
#include "model/wording.hpp"

#include <algorithm>

namespace demarche {
namespace {

bool one_tie(const Tie& a, const Tie& b) {
    return a.from == b.from && a.to == b.to && a.type == b.type;
}

/// The same; or one of the two with the same words, whose type or direction nobody found: a person corrected it.
std::size_t tie_like(const Tie& found, const std::vector<Tie>& among, const std::vector<Tie>& all) {
    const auto has_pair = [&](const Tie& one) {
        return (one.from == found.from && one.to == found.to) || (one.from == found.to && one.to == found.from);
    };
    const auto is_corrected = [&](const Tie& one) {
        return has_pair(one) && shares_words(one.citations, found.citations) &&
               std::none_of(all.begin(), all.end(), [&](const Tie& other) { return one_tie(one, other); });
    };
    auto same = std::find_if(among.begin(), among.end(), [&](const Tie& one) { return one_tie(one, found); });
    same = same == among.end() ? std::find_if(among.begin(), among.end(), is_corrected) : same;
    return static_cast<std::size_t>(same - among.begin());
}

void take_tie(MergeBook& book, Tie found, const std::vector<Tie>& all) {
    const std::string what = "tie " + found.from + " " + to_text(found.type) + " " + found.to;
    const std::size_t known = tie_like(found, book.model().ties, all);
    const std::size_t rejected = tie_like(found, book.dossier.rejected.ties, all);
    if (known < book.dossier.ties.size()) {
        book.grow_known(book.model().ties[known], book.dossier.ties[known], found, what);
    } else if (known < book.model().ties.size() && one_tie(book.model().ties[known], found)) {
        Tie& mine = book.model().ties[known];
        News news({}, mine.citations, book.read);
        grow(mine, found, news);
    } else if (rejected < book.dossier.rejected.ties.size()) {
        book.note(Finding::rejected, found.from, what, book.dossier.rejected.ties[rejected].where);
    } else {
        found.review = "new";
        book.note(Finding::added, found.from, what);
        book.model().ties.push_back(std::move(found));
    }
}

} // namespace

void take_ties(MergeBook& book) {
    std::vector<Tie> all;
    for (Tie found : book.found.ties) {
        const bool is_old = book.was_offered(found.citations);
        found.from = mapped(book.actors, found.from);
        found.to = mapped(book.actors, found.to);
        book.map_citations(found.citations);
        if (!is_old && !found.from.empty() && !found.to.empty() && found.from != found.to) {
            all.push_back(std::move(found));
        }
    }
    for (const Tie& found : all) {
        take_tie(book, found, all);
    }
}

/// Which charts there are is the person's: found ones come into a dossier that tells nothing yet.
void take_charts(MergeBook& book) {
    if (!book.dossier.charts.empty() || !book.dossier.events.empty() || !book.offered.empty()) {
        return;
    }
    for (ChartSpec chart : book.found.charts) {
        chart.events = mapped_all(book.events, chart.events);
        chart.actors = mapped_all(book.actors, chart.actors);
        chart.sides = mapped_all(book.sides, chart.sides);
        book.model().charts.push_back(std::move(chart));
    }
}

} // namespace demarche
