// What is marked as new or changed since an older state of the dossier, and what is not.

#include "view/since.hpp"

#include <gtest/gtest.h>
#include <variant>

namespace demarche::view {
namespace {

Edtf day(const std::string& text) {
    const auto parsed = parse_edtf(text);
    return std::get<Edtf>(parsed);
}

Citation cite(const std::string& article) {
    Citation citation;
    citation.article = article;
    return citation;
}

Actor person(const std::string& id, const std::string& side) {
    Actor actor;
    actor.id = id;
    actor.name = id + " Smith";
    actor.side = side;
    return actor;
}

Event meeting(const std::string& id, const std::string& when) {
    Event event;
    event.id = id;
    event.title = "They meet: " + id;
    event.when = day(when);
    event.type = {"consult", "meet"};
    for (const char* actor : {"ada", "sol"}) {
        Party party;
        party.actor = actor;
        event.parties.push_back(party);
    }
    event.citations = {cite("a1")};
    return event;
}

Model story() {
    Model model;
    model.title = "Meetings";
    model.as_of = "2031-05-06";
    for (const char* id : {"a1", "a2"}) {
        Article article;
        article.id = id;
        article.outlet = id;
        model.articles.push_back(article);
    }
    for (const char* id : {"north", "south"}) {
        Side side;
        side.id = id;
        side.code = id;
        side.name = id;
        model.sides.push_back(side);
    }
    model.actors = {person("ada", "north"), person("sol", "south")};
    model.events = {meeting("one", "2031-05-01"), meeting("two", "2031-05-02"), meeting("three", "2031-05-03")};
    return model;
}

TimelineView timeline(const Model& before, const Model& now, const ChartSpec& chart = {}) {
    TimelineView view = make_timeline_view(now, chart);
    mark_news(make_since(diff_models(before, now)), chart, view);
    return view;
}

NetworkView network(const Model& before, const Model& now) {
    NetworkView view = make_network_view(now, {});
    mark_news(make_since(diff_models(before, now)), now, {}, view);
    return view;
}

News of_event(const Model& now, const std::string& id) {
    const TimelineView view = timeline(story(), now);
    for (const Row& row : view.rows) {
        if (row.id == id) {
            return row.news;
        }
    }
    ADD_FAILURE() << "no row " << id;
    return News::none;
}

TEST(Since, MarksNothingWhereNothingChanged) {
    const TimelineView view = timeline(story(), story());
    for (const Row& row : view.rows) {
        EXPECT_EQ(row.news, News::none);
    }
    ASSERT_TRUE(view.since);
    EXPECT_EQ(view.since->fresh + view.since->changed + view.since->gone, 0U);
    EXPECT_EQ(view.since->day, "2031-05-06");
}

TEST(Since, MarksWhatIsNewAndWhatFactsChanged) {
    Model now = story();
    now.events.push_back(meeting("four", "2031-05-04"));
    EXPECT_EQ(of_event(now, "four"), News::fresh);
    EXPECT_EQ(of_event(now, "one"), News::none);
    const auto changed = [](auto change) {
        Model model = story();
        change(model.events.front());
        return of_event(model, "one");
    };
    EXPECT_EQ(changed([](Event& event) { event.status = Status::cancelled; }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.when = day("2031-04-30"); }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.where_held = "Library"; }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.title = "They met"; }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.detail = "for long"; }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.parties.back().as = Part::absent; }), News::changed);
    EXPECT_EQ(changed([](Event& event) { event.said_by = {"ada"}; }), News::changed);
    EXPECT_EQ(changed([](Event& event) {
                  event.citations.push_back(cite("a2"));
                  event.citations.back().stance = Stance::disputes;
              }),
              News::changed);
}

TEST(Since, MarksNeitherSourcesNorWeightsNorReview) {
    Model now = story();
    now.events[0].citations.push_back(cite("a2"));
    now.events[1].weight = 9;
    now.events[2].review = "new";
    std::swap(now.events[0], now.events[2]);
    for (const char* id : {"one", "two", "three"}) {
        EXPECT_EQ(of_event(now, id), News::none) << id;
    }
}

TEST(Since, CountsEventsThatAreGoneWhereTheChartWouldHaveShownThem) {
    Model now = story();
    now.events.erase(now.events.begin());
    EXPECT_EQ(timeline(story(), now).since->gone, 1U);
    ChartSpec later;
    later.from = day("2031-05-02");
    EXPECT_EQ(timeline(story(), now, later).since->gone, 0U);
    // Another event has the id of the one that is gone: both are told.
    Model reused = now;
    Event other = meeting("one", "2040-01-01");
    other.title = "A flood";
    other.type = {"statement", ""};
    other.parties.clear();
    other.citations = {cite("a2")};
    reused.events.push_back(other);
    EXPECT_EQ(timeline(story(), reused).since->changed, 1U) << "one id is one thing";
}

TEST(Since, MarksCardsRowsHubsAndTiesOfANetwork) {
    Model now = story();
    now.events[1].when = day("2031-05-05");
    now.actors.push_back(person("eve", "north"));
    now.events[0].parties.push_back(now.events[0].parties.front());
    now.events[0].parties.back().actor = "eve";
    now.actors[1].name = "Sol Miller";
    Tie tie;
    tie.from = "ada";
    tie.to = "sol";
    now.ties.push_back(tie);
    const NetworkView view = network(story(), now);
    std::map<std::string, News> rows;
    for (const NetworkCard& card : view.cards) {
        for (const CardRow& row : card.rows) {
            rows[row.actor] = row.news;
        }
    }
    EXPECT_EQ(rows, (std::map<std::string, News>{{"ada", News::none}, {"eve", News::fresh}, {"sol", News::changed}}));
    std::map<std::string, News> hubs;
    for (const NetworkHub& hub : view.hubs) {
        hubs[hub.event] = hub.news;
    }
    EXPECT_EQ(hubs,
              (std::map<std::string, News>{{"one", News::changed}, {"two", News::changed}, {"three", News::none}}));
    ASSERT_EQ(view.ties.size(), 1U);
    EXPECT_EQ(view.ties.front().news, News::fresh);
    EXPECT_EQ(view.since->fresh, 2U);
    EXPECT_EQ(view.since->changed, 3U);
}

} // namespace
} // namespace demarche::view
