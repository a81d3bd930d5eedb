#include "assemble/happenings.hpp"

#include "assemble/coreference.hpp"
#include "assemble/delegations.hpp"
#include "assemble/event_order.hpp"
#include "assemble/merging.hpp"
#include "assemble/rival_days.hpp"
#include "assemble/selection.hpp"
#include "assemble/title_words.hpp"
#include "assemble/titles.hpp"
#include "model/identifiers.hpp"
#include "model/order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace demarche::assemble {
namespace {

/// The articles of one day in an order of their own, whatever order they are given in.
std::vector<std::uint32_t> order_of_articles(const std::vector<Gist>& gists) {
    std::vector<std::uint32_t> order(gists.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&](std::uint32_t i) {
        const Gist& gist = gists[i];
        const std::string& words = gist.events.empty() ? gist.article.title : gist.events.front().passage.exact;
        return std::tie(gist.published, gist.article.file, gist.article.title, gist.article.outlet, words);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

Identifiers taken_ids(const std::vector<Gist>& gists, const WhoIsWho& who) {
    Model model;
    for (const Gist& gist : gists) {
        model.articles.push_back(gist.article);
    }
    model.sides = who.sides;
    model.actors = who.actors;
    return Identifiers(model);
}

std::vector<Happening> select(std::vector<Cluster> clusters, const Telling& telling) {
    std::vector<Happening> happenings;
    for (Cluster& cluster : clusters) {
        Merged one = merged(cluster, telling);
        if (worth_telling(cluster, one, telling)) {
            happenings.push_back({std::move(cluster), std::move(one), false});
        }
    }
    drop_doubled_speech(happenings, telling);
    return happenings;
}

bool retitle(Happening& happening, const Telling& telling) {
    Titles titles = titles_of(happening.merged, happening.cluster, telling);
    Event& event = happening.merged.event;
    event.title = capitalised(titles.title); // "police in Lima arrest"
    event.short_title = std::move(titles.short_title);
    event.detail = std::move(titles.detail);
    happening.thin = titles.thin;
    return !titles.plain;
}

/// Leaves out what no title can say: too little is known of it.
void name(std::vector<Happening>& happenings, const Telling& telling) {
    std::erase_if(happenings, [&](Happening& happening) {
        const Family family = happening.cluster.family;
        const bool talk = family == Family::call || family == Family::meet || family == Family::visit;
        const bool plain = !retitle(happening, telling);
        return plain && !talk && (family != Family::speech || happening.merged.event.detail.empty());
    });
}

void identify(std::vector<Happening>& happenings, Identifiers& ids, Notes& notes) {
    for (Happening& happening : happenings) {
        Event& event = happening.merged.event;
        event.id = ids.fresh({id_of_words(event.title)}, "event");
        for (const std::string& line : happening.merged.contradictions) {
            notes.push_back({NoteKind::contradiction, event.id, line});
        }
    }
}

/// In order of time, undated ones last.
std::vector<Event> in_order_of_time(std::vector<Happening> happenings) {
    Model model;
    for (Happening& happening : happenings) {
        model.events.push_back(std::move(happening.merged.event));
    }
    std::vector<Event> events;
    for (const std::size_t i : chronological_order(model)) {
        events.push_back(model.events[i]);
    }
    return events;
}

} // namespace

Happenings happenings(const std::vector<Gist>& gists,
                      const std::vector<Article>& articles,
                      const WhoIsWho& who,
                      const extract::Lexicon& lexicon,
                      Notes& notes) {
    const Cast cast(gists, who);
    Places places(lexicon);
    WordBook book;
    const std::vector<std::uint32_t> order = order_of_articles(gists);
    std::vector<Mention> mentions = mentions_of(gists, order, cast, places, book);
    std::vector<Cluster> clusters = find_events(mentions, cast, book);
    const Telling telling{gists, mentions, cast, independent_sources(articles)};
    std::vector<Happening> kept = select(std::move(clusters), telling);

    Identifiers ids = taken_ids(gists, who);
    // What has no title is gone before teams refer to it, but what a team joins may make the title.
    name(kept, telling);
    const std::vector<Team> teams = find_teams(kept, order, telling);
    join_teams(kept, teams, telling);
    for (Happening& happening : kept) {
        retitle(happening, telling);
    }
    narrow_by_order(kept, telling);
    identify(kept, ids, notes);
    note_rival_days(kept, telling, notes);
    add_order(kept, telling);
    weigh(kept, telling);
    Happenings result;
    result.delegations = delegations_of(teams, kept, telling, notes);
    for (Delegation& delegation : result.delegations) {
        delegation.id = ids.fresh({id_of_words(delegation.side + " delegation"),
                                   id_of_words(delegation.side + " delegation " + delegation.event)},
                                  "delegation");
    }
    result.events = in_order_of_time(std::move(kept));
    return result;
}

} // namespace demarche::assemble
