/// What a mark on the timeline means is settled in the view: these are the rules that never bend.

#include "support/dossier_text.hpp"
#include "view/timeline_view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::view {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TimelineView view_of(const std::string& events) {
    return make_timeline_view(support::story(events), {});
}

Row only_row(const std::string& event) {
    const TimelineView view = view_of(event);
    EXPECT_EQ(view.rows.size(), 1U);
    return view.rows.at(0);
}

/// "N took_part, S absent": marks by the code of their lane.
std::string marks(const TimelineView& view, const Row& row) {
    static const std::map<Standing, std::string> names{
        {Standing::absent, "absent"},  {Standing::took_part, "took part"}, {Standing::acted_on, "acted on"},
        {Standing::spoke, "spoke"},    {Standing::mediated, "mediated"},   {Standing::hosted, "hosted"},
        {Standing::clashed, "clashed"}};
    std::string words;
    for (const LaneMark& mark : row.marks) {
        words += (words.empty() ? "" : ", ") + view.lanes[mark.lane].code + " " + names.at(mark.standing);
    }
    return words;
}

std::string event(const std::string& type, const std::string& parties, const std::string& more = "") {
    return R"(<event id="e" title="Something" when="2025-02-10" type=")" + type + "\" " + more + ">" + parties +
           R"(<cite article="a3"/></event>)";
}

TEST(Standings, ByTypeAndPart) {
    struct Case {
        std::string type;
        std::string parties;
        std::string marks;
        std::size_t joined;
        std::size_t arrows;
    };

    const std::vector<Case> cases{
        {"consult/meet", R"(<party actor="ann"/><party actor="bob"/>)", "N took part, S took part", 2, 0},
        {"consult/meet", R"(<party actor="ann"/><party actor="amy"/>)", "N took part", 0, 0},
        {"consult/meet", R"(<party actor="ann"/><party actor="bob"/><party actor="eve" as="host"/>)",
         "N took part, S took part, E hosted", 3, 0},
        {"consult/negotiate", R"(<party actor="ann"/><party actor="bob"/><party actor="eve" as="mediator"/>)",
         "N took part, S took part, E mediated", 3, 0},
        // Somebody named as not there is never joined.
        {"consult/meet", R"(<party actor="ann"/><party actor="bob" as="absent"/><party actor="eve"/>)",
         "N took part, S absent, E took part", 2, 0},
        // Who is there counts, where another of the side is not.
        {"consult/meet", R"(<party actor="ann" as="absent"/><party actor="amy"/><party actor="bob"/>)",
         "N took part, S took part", 2, 0},
        // Hostile acts join nobody: an arrow where the direction is known, nothing where it is not.
        {"assault", R"(<party actor="ann" as="source"/><party actor="bob" as="target"/>)", "N took part, S acted on", 0,
         1},
        {"assault", R"(<party actor="ann"/><party actor="bob"/>)", "N clashed, S clashed", 0, 0},
        // Within one lane no arrow can show it: it has a mark of its own, lest it look like a meeting.
        {"assault", R"(<party actor="ann" as="source"/><party actor="amy" as="target"/>)", "N clashed", 0, 0},
        {"assault",
         R"(<party actor="ann" as="source"/><party actor="amy" as="target"/><party actor="bob" as="target"/>)",
         "N clashed, S acted on", 0, 1},
        {"assault", R"(<party actor="bob" as="target"/>)", "S clashed", 0, 0},
        {"assault", R"(<party actor="ann" as="source"/>)", "N clashed", 0, 0},
        {"assault", R"(<party actor="ann" as="source"/><party actor="bob" as="absent"/>)", "N clashed, S absent", 0, 0},
        // One-sided help has a direction too.
        {"aid", R"(<party actor="ann" as="source"/><party actor="bob" as="target"/>)", "N took part, S acted on", 0, 1},
        // Those a statement is addressed to, or is about, were not there.
        {"statement", R"(<party actor="ann" as="speaker"/><party actor="bob" as="addressee"/>)", "N spoke", 0, 1},
        {"accuse", R"(<party actor="ann" as="source"/><party actor="bob" as="target"/>)", "N spoke", 0, 1},
        {"statement", R"(<party actor="bob" as="speaker"/>)", "S spoke", 0, 0},
        {"statement", R"(<party actor="bob" as="target"/>)", "", 0, 0},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.type + " " + c.parties);
        // One more event keeps all three lanes there.
        const TimelineView view = view_of(
            event(c.type, c.parties) +
            R"(<event id="z" title="All" when="2025-02-12" type="consult"><party actor="ann"/><party actor="bob"/><party actor="eve"/><cite article="a3"/></event>)");
        ASSERT_EQ(view.rows.size(), 2U);
        EXPECT_EQ(marks(view, view.rows[0]), c.marks);
        EXPECT_EQ(view.rows[0].joined.size(), c.joined);
        EXPECT_EQ(view.rows[0].arrows.size(), c.arrows);
    }
}

TEST(Standings, AnArrowPointsFromSourceToTarget) {
    const Row row = only_row(event("assault", R"(<party actor="eve" as="source"/><party actor="ann" as="target"/>)"));
    ASSERT_EQ(row.arrows.size(), 1U);
    EXPECT_EQ(row.arrows[0].kind, Arrow::Kind::against);
    EXPECT_EQ(row.arrows[0].from, 1U); // lanes: N, E
    EXPECT_EQ(row.arrows[0].to, 0U);
    const Row said =
        only_row(event("statement", R"(<party actor="ann" as="speaker"/><party actor="eve" as="target"/>)"));
    ASSERT_EQ(said.arrows.size(), 1U);
    EXPECT_EQ(said.arrows[0].kind, Arrow::Kind::words);
}

TEST(Lanes, AreTheSidesThatOccurInTheirOrder) {
    const TimelineView two = view_of(event("consult", R"(<party actor="eve"/><party actor="ann"/>)"));
    ASSERT_EQ(two.lanes.size(), 2U);
    EXPECT_EQ(two.lanes[0].code, "N");
    EXPECT_EQ(two.lanes[1].code, "E");
    EXPECT_EQ(two.lanes[1].index, 2U); // its colour does not depend on who else is shown
}

TEST(Lanes, OthersComeLastAndOnlyIfTheyStandThere) {
    const TimelineView with = view_of(event("consult", R"(<party actor="zoe"/><party actor="ann"/>)"));
    ASSERT_EQ(with.lanes.size(), 2U);
    EXPECT_EQ(with.lanes[1].kind, Lane::Kind::others);
    const TimelineView without = view_of(event("consult", R"(<party actor="zoe" as="absent"/><party actor="ann"/>)"));
    EXPECT_EQ(without.lanes.size(), 1U);
}

TEST(Lanes, WithoutSidesThereIsOneAxisForAll) {
    const TimelineView view =
        view_of(event("consult", R"(<party actor="zoe"/>)") +
                R"(<event id="f" title="F" when="2025-02-11" type="statement"><cite article="a3"/></event>)");
    ASSERT_EQ(view.lanes.size(), 1U);
    EXPECT_EQ(view.lanes[0].kind, Lane::Kind::axis);
    EXPECT_EQ(view.rows[0].marks.size(), 1U);
    EXPECT_EQ(view.rows[1].marks.at(0).standing, Standing::spoke);
}

TEST(Attribution, IsKnownToTheTitleOrNot) {
    struct Case {
        std::string title;
        std::string type;
        bool in_title;
    };

    for (const Case& c : {
             Case{"Able: sides agree", "agree", true},
             Case{"N.: sides agree", "agree", true},
             Case{"North: sides agree", "agree", true},
             Case{"Sides agree", "agree", false},
             Case{"Able and Bold agree", "agree", false},
             Case{"Able rules out troops", "reject", true},
             Case{"Bold and Able: first boat expected", "consult", true},
             Case{"Ables agree", "statement", false},
         }) {
        SCOPED_TRACE(c.title);
        const Row row = only_row(R"(<event id="e" said-by="ann" when="2025-02-10" type=")" + c.type + R"(" title=")" +
                                 c.title + R"("><party actor="bob" as="speaker"/><cite article="a3"/></event>)");
        EXPECT_THAT(row.said_by, ElementsAre("Able"));
        EXPECT_EQ(row.attribution_in_title, c.in_title);
    }
}

TEST(Attribution, GivesAStatementWithoutASpeakerItsBubble) {
    const TimelineView view = view_of(
        event("statement", R"(<party actor="bob" as="target"/>)", R"(said-by="ann")") +
        R"(<event id="z" title="All" when="2025-02-12" type="consult"><party actor="ann"/><party actor="bob"/><cite article="a3"/></event>)");
    EXPECT_EQ(marks(view, view.rows[0]), "N spoke");
}

TEST(Sourcing, CountsOneTextOnce) {
    const auto row = [](const std::string& cites) {
        return only_row(R"(<event id="e" title="E" when="2025-02-10" type="agree"><party actor="ann"/>)" + cites +
                        "</event>");
    };
    EXPECT_TRUE(row(R"(<cite article="a3"/>)").single_source);
    EXPECT_TRUE(row(R"(<cite article="a1"/><cite article="a2"/>)").single_source);
    EXPECT_FALSE(row(R"(<cite article="a1"/><cite article="a3"/>)").single_source);
    EXPECT_FALSE(row(R"(<cite article="a1"/><cite article="a3"/>)").disputed);
    const Row disputed = row(R"(<cite article="a1"/><cite article="a3" stance="disputes"/>)");
    EXPECT_TRUE(disputed.disputed);
    EXPECT_TRUE(disputed.single_source);
    EXPECT_THAT(disputed.numbers, ElementsAre(1, 2));
}

TEST(Plans, OfThePastThatNobodyConfirmedAreOverdue) {
    struct Case {
        std::string attributes;
        bool overdue;
    };

    for (const Case& c : {
             Case{R"(when="2025-02-17" status="planned")", true},
             Case{R"(when="2025-02-18" status="planned")", false}, // the as-of day is not over
             Case{R"(when="2025-02-17" status="occurred")", false},
             Case{R"(when="[2025-02-10..2025-02-20]" status="planned")", false},
             Case{R"(status="planned")", false},
         }) {
        const Row row = only_row(R"(<event id="e" title="E" type="agree" )" + c.attributes +
                                 R"(><party actor="ann"/><cite article="a3"/></event>)");
        EXPECT_EQ(row.overdue, c.overdue) << c.attributes;
    }
}

/// "known partly unknown!partly": what is known of each row's order, and behind "!" what it says of its group.
std::string orders(const std::vector<Row>& rows) {
    static const std::map<OrderKnown, std::string> names{
        {OrderKnown::known, "known"}, {OrderKnown::partly, "partly"}, {OrderKnown::unknown, "unknown"}};
    std::string words;
    for (const Row& row : rows) {
        words += (words.empty() ? "" : " ") + names.at(row.order);
        words += row.order_of_group == OrderKnown::known ? "" : "!" + names.at(row.order_of_group);
    }
    return words;
}

TEST(Neighbours, RepeatNoDatesAndNoYears) {
    const TimelineView view = view_of(R"(
      <event id="e1" title="1" when="2024-12-30" type="agree"><cite article="a3"/></event>
      <event id="e2" title="2" when="2024-12-30" type="agree"><cite article="a3"/></event>
      <event id="e3" title="3" when="2025-02-17" type="agree"><cite article="a3"/></event>
      <event id="e4" title="4" when="2025-02-18" type="agree"><cite article="a3"/></event>
      <event id="e5" title="5" when="2025-02-19/.." type="agree" status="planned"><cite article="a3"/></event>
      <event id="e6" title="6" type="agree"><cite article="a3"/></event>
      <event id="e7" title="7" type="agree"><cite article="a3"/></event>)");
    std::vector<bool> dates;
    std::vector<bool> years;
    for (const Row& row : view.rows) {
        dates.push_back(row.same_date);
        years.push_back(row.same_year);
    }
    EXPECT_THAT(dates, ElementsAre(false, true, false, false, false, false, true));
    EXPECT_THAT(years, ElementsAre(false, true, false, true, true, false, false));
}

TEST(Neighbours, OrderWithinASpanIsKnownOnlyBySomebodysWord) {
    const std::string span = R"(when="[2025-02-10..2025-02-16]" type="agree")";
    const auto rows = [&](const std::string& second, const std::string& third) {
        return view_of("<event id=\"e1\" title=\"1\" " + span + "><cite article=\"a3\"/></event>" +
                       "<event id=\"e2\" title=\"2\" " + span + " " + second + "><cite article=\"a3\"/></event>" +
                       "<event id=\"e3\" title=\"3\" " + span + " " + third + "><cite article=\"a3\"/></event>")
            .rows;
    };
    EXPECT_EQ(orders(rows("", "")), "unknown unknown unknown!unknown");
    EXPECT_EQ(orders(rows(R"(after="e1")", "")), "known partly unknown!partly");
    EXPECT_EQ(orders(rows(R"(after="e1")", R"(after="e2")")), "known known known");
    EXPECT_EQ(orders(rows("", R"(after="e1")")), "partly unknown partly!partly");
}

TEST(Neighbours, OrderIsUnknownWhereDaysOverlap) {
    struct Case {
        std::string first;
        std::string second;
        std::string orders;
    };

    for (const Case& c : {
             Case{"[2025-02-10..2025-02-16]", "[2025-02-12..2025-02-18]", "unknown unknown!unknown"},
             Case{"[2025-02-10..2025-02-16]", "[2025-02-16..2025-02-18]", "unknown unknown!unknown"},
             Case{"[2025-02-10..2025-02-16]", "[2025-02-17..2025-02-18]", "known known"},
             // Of a span and a known day the span is the one whose place is not known; its bracket says so.
             Case{"[2025-02-10..2025-02-16]", "2025-02-16", "unknown known"},
             Case{"2025-02-18", "[2025-02-17..2025-02-18]", "known unknown"},
             Case{"[2025-02-10..2025-02-16]", "2025-02-17", "known known"},
             // What lasted began on a known day.
             Case{"2025-02-10/2025-02-16", "2025-02-12", "known known"},
             Case{"2025-02-10", "2025-02-10", "known known"}, // said of the whole chart
             // "by 16 Feb" says itself that it may have been any day before.
             Case{"2025-02-12", "[..2025-02-16]", "known known"},
         }) {
        SCOPED_TRACE(c.first + " " + c.second);
        EXPECT_EQ(orders(view_of(R"(<event id="e1" title="1" type="agree" when=")" + c.first +
                                 R"("><cite article="a3"/></event><event id="e2" title="2" type="agree" when=")" +
                                 c.second + R"("><cite article="a3"/></event>)")
                             .rows),
                  c.orders);
    }
}

TEST(Neighbours, OrderIsKnownInPartWhereARowFurtherUpCameBefore) {
    EXPECT_EQ(orders(view_of(R"(<event id="e1" title="1" when="2025-02-17" type="agree"><cite article="a3"/></event>
                                <event id="e2" title="2" when="2025-02-18" type="agree"><cite article="a3"/></event>
                                <event id="e3" title="3" when="[2025-02-17..2025-02-18]" after="e1" type="agree">
                                  <cite article="a3"/></event>)")
                         .rows),
              "known known partly");
}

TEST(Neighbours, WordsWithoutTheYearDoNotSayIt) {
    const auto years = [](const std::string& words) {
        const TimelineView view =
            view_of(R"(<event id="e1" title="1" when="2023-12-30" type="agree"><cite article="a3"/></event>
                       <event id="e2" title="2" when="2024-02" words=")" +
                    words + R"(" type="agree"><cite article="a3"/></event>
                       <event id="e3" title="3" when="2024-03-04" type="agree"><cite article="a3"/></event>
                       <event id="e4" title="4" when="[2024-03-05..2024-03-06]" words="that week" type="agree">
                         <cite article="a3"/></event>
                       <event id="e5" title="5" when="2024-03-07" type="agree"><cite article="a3"/></event>)");
        std::vector<bool> found;
        for (const Row& row : view.rows) {
            found.push_back(row.same_year);
        }
        return found;
    };
    EXPECT_THAT(years("early 2024"), ElementsAre(false, false, true, true, true));
    EXPECT_THAT(years("before spring"), ElementsAre(false, false, false, true, true));
}

TEST(TimelineViews, OfAntiquityKeepTheirAsOfDate) {
    const Model model = support::story(event("consult", R"(<party actor="ann"/>)"));
    Model ancient = model;
    ancient.as_of = "-0043-03-15";
    EXPECT_EQ(make_timeline_view(ancient, {}).as_of, "-0043-03-15");
}

TEST(Neighbours, OrderWithinADayNeedsTimesOrConstraints) {
    const auto unknown = [](const std::string& first, const std::string& second) {
        return view_of("<event id=\"e1\" title=\"1\" type=\"agree\" " + first + "><cite article=\"a3\"/></event>" +
                       "<event id=\"e2\" title=\"2\" type=\"agree\" " + second + "><cite article=\"a3\"/></event>")
            .order_within_day_unknown;
    };
    EXPECT_TRUE(unknown(R"(when="2025-02-10")", R"(when="2025-02-10")"));
    EXPECT_FALSE(unknown(R"(when="2025-02-10")", R"(when="2025-02-10" after="e1")"));
    EXPECT_FALSE(unknown(R"(when="2025-02-10T09:00")", R"(when="2025-02-10T10:30")"));
    EXPECT_FALSE(unknown(R"(when="2025-02-10")", R"(when="2025-02-11")"));
}

TEST(TimelineViews, OfAnEmptySelectionAreWhole) {
    const Model model = support::story(event("consult", R"(<party actor="ann"/>)"));
    ChartSpec chart;
    chart.min_weight = 10;
    const TimelineView view = make_timeline_view(model, chart);
    EXPECT_THAT(view.rows, IsEmpty());
    EXPECT_EQ(view.events_of, 1U);
    EXPECT_EQ(view.lanes.size(), 1U);
    EXPECT_EQ(view.title, "Test");
    EXPECT_EQ(view.as_of, "2025-02-18");
}

} // namespace
} // namespace demarche::view
