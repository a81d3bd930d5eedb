#include "view/network_view.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace demarche::view {
namespace {

Party party(const std::string& actor, Part as = Part::participant) {
    Party made;
    made.actor = actor;
    made.as = as;
    return made;
}

Actor actor(const std::string& id, const std::string& side, ActorKind kind = ActorKind::person) {
    Actor made;
    made.id = id;
    made.name = id;
    made.side = side;
    made.kind = kind;
    return made;
}

Event event(const std::string& id, EventType type, std::vector<Party> parties) {
    Event made;
    made.id = id;
    made.title = id;
    made.type = std::move(type);
    made.parties = std::move(parties);
    return made;
}

Delegation
delegation(const std::string& id, const std::string& at, const std::string& side, std::vector<std::string> members) {
    Delegation made;
    made.id = id;
    made.name = id;
    made.event = at;
    made.side = side;
    made.members = std::move(members);
    return made;
}

Tie tie(const std::string& from, const std::string& to, TieType type, const std::string& verb = {}) {
    Tie made;
    made.from = from;
    made.to = to;
    made.type = type;
    made.verb = verb;
    return made;
}

Model model() {
    Model made;
    for (const char* id : {"us", "rus", "ukr", "eur"}) {
        Side side;
        side.id = id;
        side.name = id;
        made.sides.push_back(side);
    }
    made.actors = {actor("trump", "us"),
                   actor("rubio", "us"),
                   actor("waltz", "us"),
                   actor("putin", "rus"),
                   actor("lavrov", "rus"),
                   actor("ushakov", "rus"),
                   actor("dmitriev", "rus"),
                   actor("zelenskyy", "ukr"),
                   actor("ukraine", "ukr", ActorKind::state),
                   actor("russia", "rus", ActorKind::state),
                   actor("macron", "eur"),
                   actor("starmer", "eur")};
    made.delegations = {delegation("us-team", "talks", "us", {"rubio", "waltz"}),
                        delegation("russian-team", "talks", "rus", {"lavrov", "ushakov"})};
    made.delegations[0].head = "rubio";
    made.delegations[1].possible = {"dmitriev"};
    made.events = {
        event("call", {"consult", "call"}, {party("trump"), party("putin")}),
        event("talks", {"consult", "meet"},
              {party("rubio"), party("waltz"), party("lavrov"), party("ushakov"), party("ukraine", Part::absent)}),
        event("paris", {"consult", "meet"}, {party("macron", Part::host), party("starmer")}),
        event("speech", {"statement", ""}, {party("zelenskyy", Part::speaker), party("putin", Part::addressee)})};
    return made;
}

const NetworkCard* card(const NetworkView& view, const std::string& id) {
    const auto found =
        std::find_if(view.cards.begin(), view.cards.end(), [&](const NetworkCard& c) { return c.id == id; });
    return found == view.cards.end() ? nullptr : &*found;
}

std::vector<std::string> names(const NetworkCard& card) {
    std::vector<std::string> list;
    for (const CardRow& row : card.rows) {
        list.push_back(row.name);
    }
    return list;
}

std::vector<const NetworkLink*> links_of(const NetworkView& view, const std::string& hub) {
    std::vector<const NetworkLink*> found;
    for (const NetworkLink& link : view.links) {
        if (view.hubs[link.hub].event == hub) {
            found.push_back(&link);
        }
    }
    return found;
}

TEST(NetworkView, a_delegation_a_side_and_an_actor_alone_are_cards) {
    const NetworkView view = make_network_view(model(), {});
    ASSERT_NE(card(view, "delegation-us-team"), nullptr);
    EXPECT_THAT(names(*card(view, "delegation-us-team")), testing::ElementsAre("rubio", "waltz"));
    EXPECT_TRUE(card(view, "delegation-us-team")->rows[0].head);
    ASSERT_NE(card(view, "side-eur"), nullptr);
    EXPECT_THAT(names(*card(view, "side-eur")), testing::ElementsAre("macron", "starmer"));
    ASSERT_NE(card(view, "actor-trump"), nullptr);
    EXPECT_EQ(card(view, "actor-trump")->title, "");
}

TEST(NetworkView, a_possible_member_is_on_the_card_and_no_head_is_inferred) {
    const NetworkView view = make_network_view(model(), {});
    const NetworkCard& russians = *card(view, "delegation-russian-team");
    EXPECT_THAT(names(russians), testing::ElementsAre("lavrov", "ushakov", "dmitriev"));
    EXPECT_TRUE(russians.rows[2].possible);
    EXPECT_TRUE(std::none_of(russians.rows.begin(), russians.rows.end(), [](const CardRow& row) { return row.head; }));
}

TEST(NetworkView, a_whole_delegation_is_one_link) {
    const NetworkView view = make_network_view(model(), {});
    const auto links = links_of(view, "talks");
    ASSERT_EQ(links.size(), 2U);
    for (const NetworkLink* link : links) {
        EXPECT_EQ(link->from.row, -1);
    }
}

TEST(NetworkView, some_of_a_delegation_are_a_bracket_over_their_rows) {
    Model made = model();
    made.delegations[0].members = {"rubio", "waltz", "trump"};
    const NetworkView view = make_network_view(made, {});
    const auto links = links_of(view, "talks");
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0]->rows, (std::vector<int>{0, 1}));
    EXPECT_EQ(links_of(view, "call")[0]->from.row, 2);
}

TEST(NetworkView, the_absent_are_a_note_and_no_link) {
    const NetworkView view = make_network_view(model(), {});
    ASSERT_EQ(view.absences.size(), 1U);
    EXPECT_EQ(view.absences[0].names, std::vector<std::string>{"ukraine"});
    EXPECT_EQ(card(view, "side-ukr"), nullptr);
}

TEST(NetworkView, a_statement_is_no_hub_and_whom_it_is_about_is_not_drawn) {
    const NetworkView view = make_network_view(model(), {});
    for (const NetworkHub& hub : view.hubs) {
        EXPECT_NE(hub.event, "speech");
    }
    Model made = model();
    made.events = {made.events[3]};
    EXPECT_TRUE(make_network_view(made, {}).hubs.empty());
}

TEST(NetworkView, attacker_and_attacked_are_never_joined_like_partners) {
    Model made = model();
    made.events.push_back(event("raid", {"assault", ""},
                                {party("russia", Part::source), party("ukraine", Part::target), party("macron")}));
    const NetworkView view = make_network_view(made, {});
    const auto links = links_of(view, "raid");
    ASSERT_EQ(links.size(), 2U);
    EXPECT_TRUE(view.hubs[links[0]->hub].hostile);
    for (const NetworkLink* link : links) {
        EXPECT_TRUE(link->as == Part::source || link->as == Part::target);
    }
    // An act with nobody at one end is no line.
    made.events.back().parties.erase(made.events.back().parties.begin());
    EXPECT_TRUE(links_of(make_network_view(made, {}), "raid").empty());
}

TEST(NetworkView, who_stands_by_at_an_act_has_no_card_without_a_line) {
    Model made = model();
    made.events = {event("raid", {"assault", ""},
                         {party("russia", Part::source), party("ukraine", Part::target), party("macron")})};
    made.delegations.clear();
    const NetworkView view = make_network_view(made, {});
    EXPECT_EQ(view.cards.size(), 2U);
    EXPECT_EQ(card(view, "side-eur"), nullptr);
}

TEST(NetworkView, an_act_between_two_of_one_card_is_drawn) {
    Model made = model();
    made.events.push_back(
        event("quarrel", {"assault", ""}, {party("lavrov", Part::source), party("ushakov", Part::target)}));
    const NetworkView view = make_network_view(made, {});
    EXPECT_EQ(links_of(view, "quarrel").size(), 2U);
}

TEST(NetworkView, the_chart_counts_all_events_of_the_dossier) {
    const NetworkView view = make_network_view(model(), {});
    EXPECT_EQ(view.events, 3U);
    EXPECT_EQ(view.events_of, 4U); // the speech has no hub
    EXPECT_TRUE(view.not_drawn.empty());
    ChartSpec chart;
    chart.events = {"call", "speech"};
    EXPECT_THAT(make_network_view(model(), chart).not_drawn, testing::ElementsAre("speech"));
}

TEST(NetworkView, later_roles_keep_their_sources) {
    Model made = model();
    Article article;
    article.id = "a1";
    made.articles = {article};
    Role now;
    now.title = "Minister";
    Role later;
    later.title = "Envoy";
    later.citations.emplace_back().article = "a1";
    made.actors[1].roles = {now, later}; // rubio
    const NetworkView view = make_network_view(made, {});
    const CardRow& row = card(view, "delegation-us-team")->rows[0];
    EXPECT_EQ(row.role, "Minister");
    ASSERT_EQ(row.later_roles.size(), 1U);
    EXPECT_EQ(row.later_roles[0].title, "Envoy");
    EXPECT_THAT(row.support.numbers, testing::ElementsAre(1));
}

TEST(NetworkView, a_tie_of_the_state_that_is_the_card_stands_in_the_row) {
    Model made = model();
    made.events.push_back(event("visit", {"consult", "visit"}, {party("ukraine"), party("zelenskyy")}));
    made.ties = {tie("ukraine", "zelenskyy", TieType::appointed), tie("zelenskyy", "ukraine", TieType::leads)};
    const NetworkView view = make_network_view(made, {});
    const CardRow& row = card(view, "side-ukr")->rows[0];
    ASSERT_EQ(row.own_ties.size(), 2U);
    EXPECT_EQ(row.own_ties[0].from, "ukraine");
    EXPECT_EQ(row.own_ties[1].to, "ukraine");
}

TEST(NetworkView, ties_alone_are_those_of_the_charts_actors_and_sides) {
    Model made = model();
    made.events.clear();
    made.ties = {tie("ushakov", "putin", TieType::advises), tie("rubio", "trump", TieType::advises)};
    ChartSpec chart;
    chart.actors = {"putin"};
    NetworkView view = make_network_view(made, chart);
    EXPECT_NE(card(view, "side-rus"), nullptr);
    EXPECT_EQ(card(view, "side-us"), nullptr);
    chart.events = {"call"}; // asked for by name: the ties are no answer
    EXPECT_TRUE(make_network_view(made, chart).cards.empty());
}

TEST(NetworkView, articles_of_one_text_count_as_one_source) {
    Model made = model();
    for (const char* id : {"a1", "a2", "a3"}) {
        Article article;
        article.id = id;
        made.articles.push_back(article);
    }
    made.articles[1].shares_text_with = {"a1"};
    for (const char* id : {"a1", "a2"}) {
        made.events[0].citations.emplace_back().article = id;
        made.events[1].citations.emplace_back().article = id;
    }
    made.events[1].citations.emplace_back().article = "a3";
    const NetworkView view = make_network_view(made, {});
    for (const NetworkHub& hub : view.hubs) {
        EXPECT_EQ(hub.support.one_text, hub.event == "call") << hub.event;
    }
    EXPECT_FALSE(view.one_independent_source);
}

TEST(NetworkView, a_state_is_its_sides_whole_card_but_not_its_delegation) {
    Model made = model();
    made.events.push_back(
        event("visit", {"consult", "visit"}, {party("ukraine"), party("zelenskyy"), party("russia")}));
    const NetworkView view = make_network_view(made, {});
    ASSERT_NE(card(view, "side-ukr"), nullptr);
    EXPECT_THAT(names(*card(view, "side-ukr")), testing::ElementsAre("zelenskyy"));
    ASSERT_NE(card(view, "actor-russia"), nullptr);
}

TEST(NetworkView, delegations_that_share_somebody_share_a_card) {
    Model made = model();
    made.events.push_back(event("later", {"consult", "meet"}, {party("waltz"), party("trump"), party("putin")}));
    made.delegations.push_back(delegation("second", "later", "us", {"waltz", "trump"}));
    made.delegations.back().head = "waltz";
    const NetworkView view = make_network_view(made, {});
    EXPECT_EQ(card(view, "delegation-second"), nullptr);
    const NetworkCard& joined = *card(view, "delegation-us-team");
    EXPECT_THAT(names(joined), testing::ElementsAre("rubio", "waltz", "trump"));
    EXPECT_EQ(joined.title, "us");
    EXPECT_THAT(joined.rows[0].leads_at, testing::ElementsAre("talks"));
    EXPECT_THAT(joined.rows[1].leads_at, testing::ElementsAre("later"));
}

TEST(NetworkView, nobody_is_drawn_twice) {
    const NetworkView view = make_network_view(model(), {});
    std::vector<std::string> all;
    for (const NetworkCard& each : view.cards) {
        const std::vector<std::string> on_card = names(each);
        all.insert(all.end(), on_card.begin(), on_card.end());
    }
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

TEST(NetworkView, appointing_every_member_is_one_tie_to_the_card) {
    Model made = model();
    made.ties = {tie("trump", "rubio", TieType::appointed, "chose"),
                 tie("trump", "waltz", TieType::appointed, "chose")};
    NetworkView view = make_network_view(made, {});
    ASSERT_EQ(view.ties.size(), 1U);
    EXPECT_EQ(view.ties[0].to.row, -1);
    made.ties.pop_back();
    view = make_network_view(made, {});
    ASSERT_EQ(view.ties.size(), 1U);
    EXPECT_EQ(view.ties[0].to.row, 0);
}

TEST(NetworkView, a_tie_within_a_card_is_words_in_the_row) {
    Model made = model();
    made.ties = {tie("ushakov", "lavrov", TieType::advises), tie("ushakov", "putin", TieType::advises)};
    const NetworkView view = make_network_view(made, {});
    ASSERT_EQ(view.ties.size(), 1U);
    const CardRow& row = card(view, "delegation-russian-team")->rows[1];
    ASSERT_EQ(row.own_ties.size(), 1U);
    EXPECT_EQ(row.own_ties[0].to, "lavrov");
}

TEST(NetworkView, a_tie_to_somebody_who_is_not_shown_is_not_drawn) {
    Model made = model();
    made.ties = {tie("ushakov", "zelenskyy", TieType::advises)};
    EXPECT_TRUE(make_network_view(made, {}).ties.empty());
}

TEST(NetworkView, without_events_the_ties_are_the_network) {
    Model made = model();
    made.events.clear();
    made.ties = {tie("ushakov", "putin", TieType::advises)};
    const NetworkView view = make_network_view(made, {});
    EXPECT_EQ(view.ties.size() + view.cards.front().rows.front().own_ties.size() +
                  view.cards.front().rows.back().own_ties.size(),
              1U);
}

TEST(NetworkView, a_plan_whose_day_has_passed_says_so) {
    Model made = model();
    made.as_of = "2025-02-18";
    made.events[0].status = Status::planned;
    made.events[0].when = std::get<Edtf>(parse_edtf("2025-02-17"));
    EXPECT_TRUE(make_network_view(made, {}).hubs[0].plan_passed || make_network_view(made, {}).hubs[1].plan_passed ||
                make_network_view(made, {}).hubs[2].plan_passed);
    made.events[0].when = std::get<Edtf>(parse_edtf("2025-02-18"));
    for (const NetworkHub& hub : make_network_view(made, {}).hubs) {
        EXPECT_FALSE(hub.plan_passed);
    }
}

} // namespace
} // namespace demarche::view
