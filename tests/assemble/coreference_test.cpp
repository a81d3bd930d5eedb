#include "built_story.hpp"

#include <gmock/gmock.h>

namespace demarche::assemble {
namespace {

using testing::ElementsAre;

TEST(Coreference, TheTalksAreTheMeetingToldBefore) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "peru+officials norway").on("2031-05-06").at("Oslo");
    story.tells("consult/meet", "").noun();
    story.tells("consult/meet", "").noun().on("2031-05-06");
    story.tells("consult/meet", "").noun().at("Akershus Castle").at("Oslo");
    story.tells("consult/meet", "roe lind");
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-06 consult/meet occurred roe lind @ Akershus Castle, Oslo"));
}

TEST(Coreference, OneMeetingOverArticlesByDayPlaceAndOfficials) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo");
    story.article("2031-05-07");
    story.tells("consult/meet", "peru+officials norway").on("[2031-05-05..2031-05-11]").at("Norway");
    story.article("2031-05-05");
    story.tells("consult/meet", "peru norway").on("2031-05-06").status(Status::planned);
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-06 consult/meet occurred roe lind @ Oslo"));
}

TEST(Coreference, WhatIsCalledOffIsThePlanThatWasTold) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/visit", "vega").on("2031-05-08").at("Oslo").status(Status::planned);
    story.article("2031-05-07");
    story.tells("consult/visit", "vega").at("Oslo").status(Status::cancelled);
    EXPECT_THAT(story.lines(), ElementsAre("2031-05-08 consult/visit cancelled vega @ Oslo"));
    story.tells("consult/visit", "vega").at("Lima").status(Status::cancelled); // another one
    EXPECT_EQ(story.lines().size(), 2U);
}

TEST(Coreference, TheTalksOfOthersAreNotTheMeetingToldBefore) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "vega").on("2030-05-06").at("Oslo").noun(false);
    story.tells("consult/meet", "roe lind").noun(true).trigger("talks");
    for (const std::string& line : story.lines()) {
        EXPECT_EQ(line.find("vega") != std::string::npos && line.find("roe") != std::string::npos, false) << line;
    }
    EXPECT_FALSE(story.lines().empty());
}

TEST(Coreference, TwoCallsOfOneCallerStayTwo) {
    BuiltStory story;
    story.article("2031-05-12");
    story.tells("consult/call", "vega dahl").noun(false).on("[2031-05-05..2031-05-11]");
    story.tells("consult/call", "vega otieno").noun(false).on("[2031-05-05..2031-05-11]");
    story.tells("consult/call", "vega dahl");
    EXPECT_THAT(story.lines(), ElementsAre("[2031-05-05..2031-05-11] consult/call occurred vega dahl",
                                           "[2031-05-05..2031-05-11] consult/call occurred vega otieno"));
}

TEST(Coreference, ACallWithOneOfTwoIsTheOneThatCanBeMeant) {
    BuiltStory story;
    story.article("2031-05-12");
    story.tells("consult/call", "vega dahl");
    story.tells("consult/call", "vega lind otieno");
    story.article("2031-05-12");
    story.tells("consult/call", "dahl").noun(false).on("[2031-05-05..2031-05-11]");
    EXPECT_THAT(story.lines(), ElementsAre("[2031-05-05..2031-05-11] consult/call occurred vega dahl",
                                           "[..2031-05-12] consult/call occurred vega lind otieno"));
    story.tells("consult/call", "vega").noun(false).on("2031-05-04"); // with whom?
    EXPECT_EQ(story.lines().size(), 2U);
}

TEST(Coreference, ACallIsNoMeeting) {
    BuiltStory story;
    story.article("2031-05-12");
    story.tells("consult/call", "roe lind").on("2031-05-11");
    story.tells("consult/meet", "roe lind").on("2031-05-11");
    EXPECT_EQ(story.lines().size(), 2U);
}

TEST(Coreference, ASummitToComeIsNotTheTalksThatPrepareIt) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("consult/meet", "peru+officials norway+officials").on("2031-05-06").at("Oslo");
    story.tells("consult/meet", "vega dahl").noun(false).status(Status::planned);
    story.article("2031-05-06");
    story.tells("consult/meet", "roe lind").on("2031-05-06");
    story.tells("consult/meet", "vega dahl").status(Status::planned);
    EXPECT_THAT(story.lines(),
                ElementsAre("2031-05-06 consult/meet occurred roe lind @ Oslo", "- consult/meet planned vega dahl"));
}

TEST(Coreference, OtherDaysOtherTownsOtherPeopleAreOtherMeetings) {
    BuiltStory story;
    story.article("2031-05-12");
    story.tells("consult/meet", "roe lind").on("2031-05-06").at("Oslo");
    story.tells("consult/meet", "roe lind").on("2031-05-07").at("Lima");
    story.tells("consult/meet", "diaz berg").on("2031-05-06").at("Oslo");
    story.article("2031-05-12");
    story.tells("consult/meet", "roe lind").on("2031-05-06").at("Nairobi");
    EXPECT_EQ(story.lines().size(), 4U);
}

TEST(Coreference, StatementsAreOneWhereTheySayTheSame) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("statement", "roe")
        .on("2031-05-06")
        .words("Roe said on Tuesday that the fishing treaty would be signed in autumn",
               "the fishing treaty would be signed in autumn");
    story.tells("statement", "roe").words("Roe said that copper prices worried her", "copper prices worried her");
    story.tells("statement", "lind")
        .on("2031-05-06")
        .words("Lind said the fishing treaty would be signed in autumn",
               "the fishing treaty would be signed in autumn");
    story.article("2031-05-07");
    story.tells("statement", "roe")
        .words("The fishing treaty will be signed in autumn, Roe announced",
               "The fishing treaty will be signed in autumn");
    EXPECT_THAT(story.lines(),
                testing::UnorderedElementsAre("2031-05-06 statement occurred roe", "2031-05-06 statement occurred lind",
                                              "[..2031-05-06] statement occurred roe"));
}

TEST(Coreference, OneInvasionUnderTwoWordsAndManyRaidsStayMany) {
    BuiltStory story;
    story.article("2031-05-06");
    story.tells("assault", "peru norway:target").trigger("invasion").noun().on("2029-02-24");
    story.tells("assault", "peru norway:target").trigger("attacked").on("2031-05-05").at("Bergen");
    story.article("2031-05-06");
    story.tells("assault", "peru norway:target")
        .trigger("invaded")
        .on("2029~")
        .words("Peru invaded Norway in about 2029");
    story.tells("assault", "peru norway:target").trigger("attacked").on("2031-05-04").at("Oslo");
    EXPECT_THAT(story.lines(), ElementsAre("2029-02-24 assault occurred peru norway:target",
                                           "2031-05-04 assault occurred peru norway:target @ Oslo",
                                           "2031-05-05 assault occurred peru norway:target @ Bergen"));
}

TEST(Coreference, IndependentOfTheOrderOfArticlesOfOneDay) {
    BuiltStory story;
    for (const char* const place : {"Oslo", "Akershus Castle", "Norway"}) {
        story.article("2031-05-06");
        story.tells("consult/meet", "roe lind").on("2031-05-06").at(place);
        story.tells("statement", "roe").words("Roe said that copper prices worried her", "copper prices worried her");
    }
    EXPECT_EQ(story.lines(), story.reversed().lines());
    EXPECT_EQ(story.titles(), story.reversed().titles());
    EXPECT_EQ(story.lines().size(), 2U);
}

TEST(Coreference, ThousandsOfArticlesTakeSeconds) {
    BuiltStory story;
    for (int i = 0; i < 3000; ++i) {
        const std::string day = to_iso(22000 + i / 10);
        story.article(day);
        story.tells("consult/meet", "roe lind").on(day).at("Oslo");
        story.tells("statement", "roe")
            .on(day)
            .words("Roe said that copper prices worried her", "copper prices worried her");
        story.tells("statement", "lind").words("Lind said that the port was open again", "the port was open again");
        story.tells("consult/call", "vega dahl").on(day);
    }
    const std::size_t events = story.lines().size();
    EXPECT_GE(events, 3U * 300);
    EXPECT_LE(events, 4U * 300);
}

TEST(Coreference, AnAttackToldTwiceInARowHasTheDayOfEither) {
    struct Row {
        const char* second_type;
        const char* second_day;
        std::size_t events;
    };

    for (const Row& row : {Row{"assault/heavy-weapons", "", 1}, Row{"assault/heavy-weapons", "2031-05-02", 2},
                           Row{"assault/explosives", "", 2}}) {
        BuiltStory story;
        story.article("2031-05-07");
        story.tells("assault/heavy-weapons", "norway:target")
            .on("2031-05-06")
            .trigger("striking")
            .words("There were reports of drones striking Norwegian ports on Tuesday")
            .sentence(0);
        auto second = story.tells(row.second_type, "peru:source norway:target")
                          .trigger("launched")
                          .words("Peru launched 70 drones at Norwegian ports, the navy said")
                          .sentence(1);
        if (*row.second_day != '\0') {
            second.on(row.second_day);
        }
        EXPECT_EQ(story.lines().size(), row.events) << row.second_type << row.second_day;
    }
}

} // namespace
} // namespace demarche::assemble
