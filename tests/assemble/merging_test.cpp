#include "built_story.hpp"
#include "story.hpp"

#include <gmock/gmock.h>

namespace demarche::assemble {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Merging, StatusByTheLatestReport) {
    struct Row {
        Status earlier;
        Status later;
        const char* expected;
    };

    for (const Row& row :
         {Row{Status::planned, Status::occurred, "occurred"}, Row{Status::planned, Status::cancelled, "cancelled"},
          Row{Status::cancelled, Status::planned, "planned"}, Row{Status::occurred, Status::denied, "denied"},
          Row{Status::planned, Status::planned, "planned"}}) {
        BuiltStory story;
        story.article("2031-05-04");
        story.tells("consult/meet", "roe lind").on("2031-05-06").status(row.earlier);
        story.article("2031-05-07");
        story.tells("consult/meet", "roe lind").on("2031-05-06").status(row.later);
        EXPECT_THAT(story.lines(), ElementsAre(std::string("2031-05-06 consult/meet ") + row.expected + " roe lind"));
    }
}

TEST(Merging, APlanIsDoneWhereALaterReportNamesItAsPast) {
    for (const bool definite : {false, true}) { // "after talks between Roe and Lind"; "the talks" may be any
        BuiltStory story;
        story.article("2031-05-04");
        story.tells("consult/meet", "roe lind").on("2031-05-06").status(Status::planned);
        story.article("2031-05-07");
        story.tells("consult/meet", "roe lind").trigger("talks").noun(definite);
        EXPECT_THAT(story.lines(), ElementsAre(std::string("2031-05-06 consult/meet ") +
                                               (definite ? "planned" : "occurred") + " roe lind"));
    }
}

TEST(Merging, ReportsOfOneDayThatDifferAreNoted) {
    BuiltStory story;
    story.article("2031-05-07");
    story.tells("consult/meet", "roe lind").on("2031-05-06");
    story.article("2031-05-07");
    story.tells("consult/meet", "roe lind").on("2031-05-06").status(Status::denied);
    EXPECT_THAT(story.notes(), ElementsAre("meeting-roe-lind: reports differ on whether it took place"));
    const Happenings made = story.made();
    ASSERT_EQ(made.events.size(), 1U);
    ASSERT_EQ(made.events[0].citations.size(), 2U);
    EXPECT_EQ(made.events[0].status, Status::denied);
    EXPECT_EQ(made.events[0].citations[1].stance, Stance::disputes);
}

TEST(Merging, AbsentOnlyWhereNobodyReportsThemPresent) {
    BuiltStory story;
    story.article("2031-05-05");
    story.tells("consult/meet", "roe lind otieno").on("2031-05-06").status(Status::planned);
    story.article("2031-05-07");
    story.tells("consult/meet", "roe lind otieno:absent").on("2031-05-06");
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-06 consult/meet occurred roe lind otieno:absent"));
    EXPECT_THAT(story.notes(), IsEmpty());
    story.article("2031-05-07");
    story.tells("consult/meet", "roe lind otieno").on("2031-05-06");
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-06 consult/meet occurred roe lind otieno"));
    EXPECT_EQ(story.notes().size(), 1U);
}

TEST(Merging, SaidByOnlyWhereEveryReportIsAttributed) {
    BuiltStory story;
    story.article("2031-05-07");
    story.tells("assault", "peru norway:target").on("2031-05-06").trigger("attacked").said_by(story.chain("lind"));
    EXPECT_THAT(story.made().events.at(0).said_by, ElementsAre("lind"));
    story.article("2031-05-07");
    story.tells("assault", "peru norway:target").on("2031-05-06").trigger("attacked");
    EXPECT_THAT(story.made().events.at(0).said_by, IsEmpty());
}

TEST(Merging, WhatNobodyNamedAttributesStandsInTheDetail) {
    BuiltStory story;
    story.article("2031-05-07");
    story.tells("agree", "peru norway")
        .on("2031-05-06")
        .trigger("agreed")
        .words("According to a diplomat, Peru and Norway agreed to reopen the port", "to reopen the port")
        .said_by(extract::kNone, "a diplomat");
    const Event event = story.made().events.at(0);
    EXPECT_EQ(event.title, "Peru and Norway agree to reopen the port");
    EXPECT_EQ(event.detail, "according to a diplomat");
}

TEST(Merging, WhatCameAfterADayAndWasReportedOnItWasOnIt) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").on("2031-05-06");
    story.tells("statement", "roe")
        .words("After the meeting Roe said that copper prices worried her", "copper prices worried her")
        .after(0);
    story.tells("statement", "lind")
        .words("Lind said that he was glad of the new port", "he was glad of the new port")
        .on("2031-05-01")
        .after(0); // the dates rule it out
    const Happenings made = story.made();
    EXPECT_THAT(story.lines(),
                ElementsAre("2031-05-01 statement occurred lind", "2031-05-06 consult/meet occurred roe lind",
                            "2031-05-06 statement occurred roe"));
    EXPECT_THAT(made.events[0].after, IsEmpty());
    EXPECT_THAT(made.events[2].after, ElementsAre(made.events[1].id));
}

TEST(Merging, HoursBeforeWhatWasSaidAfterTheMeeting) {
    BuiltStory story;
    story.article("2031-05-09");
    story.tells("consult/meet", "roe lind").on("2031-05-06");
    story.tells("statement", "berg").words("Berg said that his port needed help", "his port needed help");
    story.tells("statement", "roe")
        .words("A day after the meeting Roe said that copper prices worried her", "copper prices worried her")
        .after(0, extract::OrderGap{1, 1})
        .after(1, extract::OrderGap{0, 1});
    EXPECT_THAT(story.lines(),
                ElementsAre("2031-05-06 consult/meet occurred roe lind",
                            "[2031-05-06..2031-05-07] statement occurred berg", "2031-05-07 statement occurred roe"));
}

TEST(Merging, OneMeetingOnTwoDaysIsForAPersonToSettle) {
    struct Row {
        const char* day;
        const char* parties;
        bool same_article;
        std::size_t notes;
    };

    for (const Row& row : {Row{"2031-05-07", "roe lind", false, 1}, Row{"2031-05-07", "roe lind berg", false, 1},
                           Row{"2031-05-07", "roe lind", true, 0}, Row{"2031-05-13", "roe lind", false, 0},
                           Row{"2031-05-07", "roe berg", false, 0}}) {
        BuiltStory story;
        story.article("2031-05-14");
        story.tells("consult/meet", "roe lind").on("2031-05-06");
        if (!row.same_article) {
            story.article("2031-05-14");
        }
        story.tells("consult/meet", row.parties).on(row.day);
        EXPECT_EQ(story.lines().size(), 2U) << row.day << row.parties;
        EXPECT_EQ(story.notes().size(), row.notes) << row.day << row.parties;
    }
}

TEST(Merging, OrderMakesNoCircle) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").on("2031-05-06").after(1);
    story.tells("consult/call", "roe berg").on("2031-05-06").after(0);
    std::size_t constraints = 0;
    for (const Event& event : story.made().events) {
        constraints += event.after.size();
    }
    EXPECT_EQ(constraints, 1U);
}

TEST(Merging, CitationsOnePassageEachOfDifferentArticlesFirst) {
    BuiltStory story;
    for (int i = 0; i < 4; ++i) {
        story.article("2031-05-06");
        story.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo");
        story.tells("consult/meet", "").noun();
        story.tells("consult/meet", "").noun().on("2031-05-06");
    }
    const Event event = story.made().events.at(0);
    std::vector<std::string> articles;
    for (const Citation& citation : event.citations) {
        articles.push_back(citation.article);
        EXPECT_TRUE(citation.passage.has_value());
        EXPECT_EQ(citation.passage->exact, citation.quote);
    }
    EXPECT_THAT(articles, ElementsAre("a1", "a2", "a3", "a4", "a1", "a2"));
}

TEST(Selection, VagueNounsAreNoEvents) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "").noun(false).trigger("diplomatic efforts");
    story.tells("consult/meet", "roe").noun(false).status(Status::planned);
    story.tells("statement", "roe").noun().trigger("remarks");
    story.tells("agree", "").noun(false).trigger("peace deal").status(Status::planned);
    story.tells("assault", "peru").noun().trigger("war");
    story.tells("consult/visit", "roe").noun(false);
    EXPECT_THAT(story.lines(), IsEmpty());
}

TEST(Selection, AMeetingThatIsPossibleIsNone) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").noun(false).words("A meeting between Roe and Lind is possible in June");
    EXPECT_THAT(story.lines(), IsEmpty());
    story.tells("consult/call", "roe lind").noun(false).words("The visit follows a phone call between Roe and Lind");
    EXPECT_THAT(story.lines(), ElementsAre("[..2031-05-06] consult/call occurred roe lind"));
}

TEST(Merging, TheCallIsTheOneToldJustBefore) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/call", "vega dahl").on("[2031-04-28..2031-05-04]");
    story.tells("consult/call", "vega otieno").after_noun("call").sentence(1);
    const Happenings made = story.made();
    ASSERT_EQ(made.events.size(), 2U);
    EXPECT_THAT(made.events[1].after, ElementsAre(made.events[0].id));
    EXPECT_EQ(made.events[1].when.text(), "[2031-04-28..2031-05-06]");
}

TEST(Weights, TheMeetingOfAllArticlesIsTheMainEvent) {
    BuiltStory story;
    for (int i = 0; i < 4; ++i) {
        story.article("2031-05-06");
        story.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo");
    }
    story.tells("statement", "lind").words("Lind said that he was glad of the new port", "he was glad of the new port");
    story.tells("consult/meet", "roe berg").on("2029-01");
    story.share(1, 2);
    const Happenings made = story.made();
    ASSERT_EQ(made.events.size(), 3U);
    for (const Event& event : made.events) {
        const bool is_main = event.when.text() == "2031-05-06" && event.type.mode == "meet";
        EXPECT_EQ(event.emphasis, is_main) << event.title;
        EXPECT_EQ(event.weight == 10, is_main) << event.title;
        EXPECT_GE(event.weight, 1);
    }
}

TEST(Weights, WhatAnArticleBeginsWithIsItsMainEvent) {
    const Model model =
        assembled({{"Minister Ada Moreno and Jon Reyes signed a treaty in Lima on Monday. President Tom "
                    "Dahl spoke by phone with Per Berg on Monday."}})
            .model;
    ASSERT_EQ(model.events.size(), 2U);
    for (const Event& event : model.events) {
        EXPECT_EQ(event.weight == 10, event.type.category == "agree") << event.title;
    }
}

TEST(Weights, WhatSaysTooLittleIsLeftOutOfTheChart) {
    const Model model =
        assembled({{"President Ada Moreno met Chancellor Jon Reyes on Monday. Moreno urged Chile to sign. Moreno left "
                    "Lima for Quito on Monday. Moreno signed a treaty with Chile on Monday. The mayor met Tom Dahl in "
                    "Lima on Monday."}})
            .model;
    int thin = 0;
    for (const Event& event : model.events) {
        const bool bare = event.title == "Dahl: meeting in Lima";
        thin += bare ? 1 : 0;
        EXPECT_EQ(event.weight == 1, bare) << event.title;
    }
    EXPECT_EQ(thin, 1);
    ASSERT_FALSE(model.charts.empty());
    EXPECT_EQ(model.charts[0].min_weight, 2);
}

TEST(Delegations, HeadsOnlyWhereSaidAndOneOnly) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo");
    story.team("roe:head diaz", "peru", 0);
    story.team("lind", "norway", 0);
    story.article("2031-05-06");
    story.tells("consult/meet", "peru+officials norway").on("2031-05-06").at("Oslo");
    story.team("diaz rios:possible", "peru", 0);
    Happenings made = story.made();
    ASSERT_EQ(made.delegations.size(), 2U);
    EXPECT_EQ(made.delegations[0].side, "no");
    EXPECT_EQ(made.delegations[0].head, "");
    EXPECT_EQ(made.delegations[1].head, "roe");
    EXPECT_THAT(made.delegations[1].members, ElementsAre("roe", "diaz"));
    EXPECT_THAT(made.delegations[1].possible, ElementsAre("rios"));
    EXPECT_EQ(made.delegations[1].event, made.events.at(0).id);
    EXPECT_EQ(made.delegations[1].citations.size(), 2U);
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-06 consult/meet occurred roe lind diaz @ Oslo"));
    story.team("diaz:head", "peru", 0);
    made = story.made();
    EXPECT_EQ(made.delegations[1].head, "");
    EXPECT_EQ(story.notes().size(), 1U);
}

} // namespace
} // namespace demarche::assemble
