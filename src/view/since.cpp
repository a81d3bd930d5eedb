#include "view/since.hpp"

#include "view/selection.hpp"

#include <algorithm>
#include <utility>

namespace demarche::view {

namespace {

bool changes_words(const Change& change) {
    const std::string& name = change.fields.front().path.front();
    return name == "title" || name == "detail" || name == "short" || name == "words";
}

/// What a change makes of its thing.
News news_of(const Change& change) {
    switch (change.kind) {
    case ChangeKind::added:
        return News::fresh;
    case ChangeKind::denied:
    case ChangeKind::cancelled:
    case ChangeKind::came_true:
    case ChangeKind::disputed:
        return News::changed;
    case ChangeKind::changed: {
        const ChangeGroup group = group_of(change);
        const bool is_fact = group == ChangeGroup::facts || group == ChangeGroup::people;
        return is_fact || (group == ChangeGroup::wording && changes_words(change)) ? News::changed : News::none;
    }
    case ChangeKind::retracted:
    case ChangeKind::removed:
    case ChangeKind::confirmed:
    case ChangeKind::renamed:
        break;
    }
    return News::none;
}

News of(const std::map<std::string, News>& news, const std::string& id) {
    const auto found = news.find(id);
    return found == news.end() ? News::none : found->second;
}

/// Events that the chart would have shown of the older state.
std::size_t count_gone(const Since& since, const ChartSpec& chart) {
    const Selection shown = select(since.before, chart);
    return static_cast<std::size_t>(std::ranges::count_if(
        shown.events, [&](std::size_t index) { return since.gone.contains(since.before.events[index].id); }));
}

void count(News news, NewsCount& counts) {
    counts.fresh += news == News::fresh ? 1 : 0;
    counts.changed += news == News::changed ? 1 : 0;
}

std::string id_of(const Tie& tie) {
    return tie.from + " " + to_text(tie.type) + " " + tie.to;
}

bool has(const std::vector<NamedActor>& actors, const std::string& id) {
    return std::ranges::find(actors, id, &NamedActor::id) != actors.end();
}

/// Whether the line stands for the tie, among others.
bool stands_for(const NetworkTie& line, const Tie& tie) {
    return has(line.from_actors, tie.from) && has(line.to_actors, tie.to) &&
           std::ranges::find(line.kinds, tie.type, &TieKind::type) != line.kinds.end();
}

/// New where all that it stands for is new, changed where some of it is new or changed.
News of_line(const Since& since, const Model& now, const NetworkTie& line) {
    std::size_t all = 0;
    std::size_t fresh = 0;
    bool any = false;
    for (const Tie& tie : now.ties) {
        if (stands_for(line, tie)) {
            const News news = of(since.ties, id_of(tie));
            ++all;
            fresh += news == News::fresh ? 1 : 0;
            any = any || news != News::none;
        }
    }
    return !any ? News::none : fresh == all ? News::fresh : News::changed;
}

/// Actors whose ties are words on their own card, and new or changed.
std::set<std::string> with_news_of_ties(const Since& since, const Model& now, const NetworkView& view) {
    std::set<std::string> actors;
    for (const Tie& tie : now.ties) {
        const bool is_line =
            std::ranges::any_of(view.ties, [&](const NetworkTie& line) { return stands_for(line, tie); });
        if (!is_line && of(since.ties, id_of(tie)) != News::none) {
            actors.insert(tie.from);
        }
    }
    return actors;
}

/// New where all delegations on the card are new.
News of_card(const Since& since, const NetworkCard& card) {
    std::size_t fresh = 0;
    bool any = false;
    for (const std::string& id : card.delegations) {
        const News news = of(since.delegations, id);
        fresh += news == News::fresh ? 1 : 0;
        any = any || news != News::none;
    }
    return !any ? News::none : fresh == card.delegations.size() ? News::fresh : News::changed;
}

} // namespace

Since make_since(const ModelDiff& diff) {
    Since since;
    since.before = diff.before;
    const auto note = [](std::map<std::string, News>& news, const Change& change) {
        if (const News now = news_of(change); now != News::none) {
            news.emplace(change.id, now); // what is new has no other change
        }
    };
    for (const Change& change : diff.changes) {
        const bool is_gone = change.kind == ChangeKind::removed || change.kind == ChangeKind::retracted;
        if (change.thing == ThingKind::event) {
            if (is_gone) {
                const bool is_taken = diff.after.event(change.id) != nullptr;
                since.gone.insert(is_taken ? change.id + "~" : change.id);
            }
            note(since.events, change);
        } else if (change.thing == ThingKind::actor) {
            note(since.actors, change);
        } else if (change.thing == ThingKind::delegation) {
            note(since.delegations, change);
        } else if (change.thing == ThingKind::tie) {
            note(since.ties, change);
        }
    }
    return since;
}

void mark_news(const Since& since, const ChartSpec& chart, TimelineView& view) {
    NewsCount counts;
    counts.day = since.before.as_of_text();
    for (Row& row : view.rows) {
        row.news = of(since.events, row.id);
        count(row.news, counts);
    }
    counts.gone = count_gone(since, chart);
    view.since = std::move(counts);
}

void mark_news(const Since& since, const Model& now, const ChartSpec& chart, NetworkView& view) {
    NewsCount counts;
    counts.day = since.before.as_of_text();
    const std::set<std::string> with_ties = with_news_of_ties(since, now, view);
    for (NetworkCard& card : view.cards) {
        card.news = of_card(since, card);
        count(card.news, counts);
        for (CardRow& row : card.rows) {
            row.news = of(since.actors, row.actor);
            row.news = row.news == News::none && with_ties.contains(row.actor) ? News::changed : row.news;
            count(row.news, counts);
        }
    }
    for (NetworkHub& hub : view.hubs) {
        hub.news = of(since.events, hub.event);
        count(hub.news, counts);
    }
    for (NetworkTie& tie : view.ties) {
        tie.news = of_line(since, now, tie);
        count(tie.news, counts);
    }
    counts.gone = count_gone(since, chart);
    view.since = std::move(counts);
}

} // namespace demarche::view
