#include "assemble/headline.hpp"
#include "assemble/shortened.hpp"
#include "assemble/title_words.hpp"
#include "built_story.hpp"
#include "story.hpp"

#include <gmock/gmock.h>

namespace demarche::assemble {
namespace {

TEST(Titles, ByTypeStatusAndParties) {
    struct Row {
        const char* type;
        const char* parties;
        const char* trigger;
        Status status;
        const char* place;
        const char* expected;
    };

    const Row rows[] = {
        {"consult/call", "vega dahl", "spoke", Status::occurred, "", "Vega and Dahl speak by phone"},
        {"consult/call", "vega dahl", "speak", Status::planned, "", "Vega and Dahl to speak by phone"},
        {"consult/call", "vega:source dahl", "phoned", Status::occurred, "", "Vega calls Dahl"},
        {"consult/call", "vega dahl otieno", "spoke", Status::occurred, "",
         "Vega speaks by phone with Dahl and Otieno"},
        {"consult/call", "vega dahl", "call", Status::cancelled, "", "Phone call of Vega and Dahl"},
        {"consult/meet", "roe lind", "met", Status::occurred, "Oslo", "Roe and Lind meet in Oslo"},
        {"consult/meet", "roe lind", "talks", Status::planned, "Oslo", "Roe and Lind to hold talks in Oslo"},
        {"consult/meet", "roe diaz lind berg", "held talks", Status::occurred, "Oslo", "Peru–Norway talks in Oslo"},
        {"consult/meet", "roe lind", "meet", Status::denied, "Oslo", "Meeting of Roe and Lind in Oslo"},
        {"consult/meet", "vega:host roe lind otieno", "met", Status::occurred, "Lima", "Vega hosts a meeting in Lima"},
        {"consult/meet", "vega:host lind berg otieno", "met", Status::occurred, "Lima",
         "Vega hosts Lind, Berg and Otieno in Lima"},
        {"consult/visit", "roe", "arrive", Status::planned, "Oslo", "Roe due in Oslo"},
        {"consult/visit", "roe diaz", "left", Status::occurred, "Oslo", "Roe and Diaz leave for Oslo"},
        {"consult/visit", "roe", "visited", Status::occurred, "Oslo", "Roe visits Oslo"},
        {"assault", "peru norway:target", "invasion", Status::occurred, "", "Peru invades Norway"},
    };
    for (const Row& row : rows) {
        BuiltStory story;
        story.article("2031-05-06");
        BuiltMention mention = story.tells(row.type, row.parties);
        mention.on("2031-05-06").trigger(row.trigger).status(row.status);
        if (std::string(row.trigger) == "invasion") {
            mention.noun();
        }
        if (*row.place != '\0') {
            mention.at(row.place);
        }
        EXPECT_THAT(story.titles(), testing::ElementsAre(row.expected));
    }
}

TEST(Titles, OfWhatIsSaid) {
    struct Row {
        const char* type;
        const char* trigger;
        const char* clause;
        const char* topic;
        const char* expected;
    };

    const Row rows[] = {
        {"statement", "said", "Roe said that the port was ready", "the port was ready", "Roe: the port was ready"},
        {"statement", "said", "“The port is ready,” Roe said", "The port is ready", "Roe: “The port is ready”"},
        {"demand", "demanded", "Roe demanded that Norway reopen the port", "Norway reopen the port",
         "Roe demands that Norway reopen the port"},
        {"reject", "rejected", "Roe rejected a ban on copper", "a ban on copper", "Roe rejects a ban on copper"},
        {"reject", "rule out", "Roe did not rule out a ban, she said", "a ban on iron", "Roe: a ban on iron"},
        // What is denied or feared is not asserted.
        {"statement", "denied", "Roe denied on Tuesday that the port had been sold", "the port had been sold",
         "Roe on the port"},
        {"statement", "expressed", "Roe expressed concerns the port would be sold", "the port would be sold",
         "Roe expresses concerns the port would be sold"},
        // What stands before "she said" is not all that she said.
        {"statement", "said", "The port is to be sold, Roe said, only if parliament agrees", "The port is to be sold",
         "Roe: the port is to be sold only if parliament agrees"},
        {"statement", "said", "Had Peru sold the port, Roe said, ships would have gone", "Had Peru sold the port,",
         "Roe: had Peru sold the port, ships would have gone"},
        // What only describes is left out, and what stands whatever is conceded.
        {"demand", "demanded",
         "Roe demanded that Norway take its ships out of four ports, illegally closed by Peru in May but never quite "
         "held, and no longer fish there",
         "Norway take its ships out of four ports, illegally closed by Peru in May but never quite held, and no longer "
         "fish there",
         "Roe demands that Norway take its ships out of four ports and no longer fish there"},
        {"demand", "demanded",
         "Roe demanded that Norway take its ships out of the four ports that Peru illegally closed in the spring of "
         "last year but never quite held",
         "Norway take its ships out of the four ports that Peru illegally closed in the spring of last year but "
         "never quite held",
         "Roe demands that Norway take its ships out of the four ports"},
        {"statement", "said",
         "Roe said that although the ships of Norway had not come to the port, trade would go on as before",
         "although the ships of Norway had not come to the port, trade would go on as before",
         "Roe: trade would go on as before"},
        {"statement", "said", "Roe said that there was no day for the talks yet, but that a week was “unlikely” to do",
         "there was no day for the talks yet, but that a week was “unlikely” to do",
         "Roe: there was no day for the talks yet"},
        // What holds back is never cut off.
        {"statement", "said",
         "Roe said the treaty could be signed in the capital and elsewhere in the autumn of this year or in winter if "
         "parliament agrees to it",
         "the treaty could be signed in the capital and elsewhere in the autumn of this year or in winter if "
         "parliament agrees to it",
         "Roe on the treaty"},
        {"statement", "said",
         "Roe said the treaty was signed in the capital on Friday, and that many guests had come from all over the "
         "land",
         "the treaty was signed in the capital on Friday, and that many guests had come from all over the land",
         "Roe: the treaty was signed in the capital on Friday"},
    };
    for (const Row& row : rows) {
        BuiltStory story;
        story.article("2031-05-06");
        story.tells(row.type, "roe").on("2031-05-06").trigger(row.trigger).words(row.clause, row.topic);
        if (std::string(row.expected) == "Roe: a ban on iron") { // not in its passage: no title can say it
            EXPECT_THAT(story.titles(), testing::IsEmpty());
            continue;
        }
        EXPECT_THAT(story.titles(), testing::ElementsAre(row.expected));
    }
}

TEST(Titles, OfArticles) {
    struct Row {
        const char* text;
        std::vector<std::string> titles;
    };

    const Row rows[] = {
        // Nobody is named who did it.
        {"Minister Ada Moreno was sentenced to eight years in prison on Monday.",
         {"Moreno is sentenced to eight years in prison"}},
        {"Police detained Minister Ada Moreno at an airport on Monday.",
         {"Police detain Minister Ada Moreno at an airport"}},
        {"Rebels released 23 Chilean soldiers on Monday.", {"Rebels release 23 Chilean soldiers"}},
        {"Protesters in Lima attacked the Chilean embassy on Monday.",
         {"Protesters in Lima attack the Chilean embassy"}},
        // Nothing stands behind the verb.
        {"Minister Ada Moreno resigned on Monday.", {"Moreno resigns"}},
        // A clause within another ends with it; a day goes with its preposition.
        {"President Ada Moreno, who dismissed Minister Jon Reyes in 2029, declined to comment.",
         {"Moreno dismisses Minister Jon Reyes"}},
        {"Chile pledged to withdraw its guards from the valley by March.",
         {"Chile to withdraw its guards from the valley"}},
        // What is to be said is not yet said.
        {"President Ada Moreno hailed the accord on Monday and said she would ask Peru to send 200 observers.",
         {"Moreno hails the accord"}},
        // A promise is what somebody says; what one agreed to, he agreed to.
        {"President Ada Moreno promised to speed up market reforms.", {"Moreno promises to speed up market reforms"}},
        {"Norte Steel said on Monday it had agreed last month to buy Sur Metals for 3 million dollars.",
         {"Norte Steel agrees to buy Sur Metals for 3 million dollars",
          "Norte Steel to buy Sur Metals for 3 million dollars"}},
        // Whose word it is that only diplomats give: nobody's.
        {"Two Western diplomats said Chile had refused exit visas to 500 families.", {}},
        // Who does it stands before the verb, and with whom behind it.
        {"President Ada Moreno and Chancellor Jon Reyes telephoned Mayor Tom Dahl on Monday.",
         {"Moreno and Reyes speak by phone with Dahl"}},
        {"President Ada Moreno met Jon Reyes and Tom Dahl on Monday.", {"Moreno meets Reyes and Dahl"}},
        {"President Ada Moreno met Jon Reyes and later the mayor of Lima, Tom Dahl.",
         {"Moreno and Reyes meet", "Moreno and Dahl meet"}},
        {"President Ada Moreno spoke with Chancellor Jon Reyes on Monday.", {"Moreno and Reyes speak"}},
        {"Chilean investigators arrived in Lima on Monday.", {"Chilean investigators arrive in Lima"}},
        {"President Ada Moreno received Jon Reyes at Torre Palace on Monday.", {"Moreno hosts Reyes at Torre Palace"}},
        {"The court on Monday sentenced Minister Ada Moreno to 12 years in prison for bribery.",
         {"Moreno is sentenced to 12 years in prison for bribery"}},
        {"Peru imposed a ban on Chilean ships on Monday. Chile froze their assets on Monday.",
         {"Peru imposes a ban on Chilean ships", "Chile freezes assets"}},
        {"Peru and Chile agreed in a call, President Ada Moreno said, that their envoys would meet in Oslo.",
         {"Peru and Chile agree in a call that their envoys would meet in Oslo"}},
        {"President Ada Moreno and Chancellor Jon Reyes met with other leaders in Lima on Monday.",
         {"Moreno, Reyes and others meet in Lima"}},
        {"Minister Ada Moreno and Jon Reyes set out for Lima on Monday.", {"Moreno and Reyes leave for Lima"}},
        {"American and Chilean spy chiefs met in Lima on Monday.", {"American and Chilean spy chiefs meet in Lima"}},
        // No condition is left off, and no name within commas ends a claim.
        {"Norte Steel threatened to sue Chile unless it raises prices.",
         {"Norte Steel threatens to sue Chile unless it raises prices"}},
        {"Chile accused Peru of firing shells with poisonous gas at the border on Monday, a charge that the army "
         "spokesman of Peru, Colonel Tom Dahl, rejected.",
         {"Chile accuses Peru of firing shells with poisonous gas at the border"}},
        {"The United Nations urged both of the countries at the border in the mountains to let its envoy, Helen Marsh, "
         "visit the area and speak to villagers.",
         {"United Nations makes a request"}},
        {"Jon Reyes met Tom Dahl in Lima. He said he had telephoned Minister Ada Moreno in August 2030.",
         {"Phone call: Moreno", "Reyes and Dahl meet in Lima"}},
        // Somebody unnamed, in the sentence's own words.
        {"President Ada Moreno met both candidates on Monday.", {"Moreno meets both candidates"}},
        {"President Ada Moreno said that separate talks with Chile will begin next week.",
         {"Separate talks with Chile"}},
        {"Peruvian officials held talks of their own on Monday.", {"Peruvian officials hold talks of their own"}},
        {"President Ada Moreno arrived from Lima on Monday.", {"Moreno arrives from Lima"}},
        // A clause does not end before its verb.
        {"Minister Ada Moreno said that the judge, who was not in court because of a long illness, will appeal to the "
         "president.",
         {"Moreno: the judge will appeal to the president"}},
        {"Peru and Chile held talks in Lima on Monday. The two sides agreed to take steps to reopen the border between "
         "Peru and Chile, appoint envoys to meet in Oslo and build a bridge.",
         {"Chile and Peru hold talks in Lima",
          "Peru and Chile agree to take steps to reopen the border between Peru and Chile"}},
        // Who reports takes no part.
        {"Speaking to the Associated Press, President Ada Moreno said that the ports would reopen.",
         {"Moreno: the ports would reopen"}},
    };
    for (const Row& row : rows) {
        std::vector<std::string> titles;
        for (const Event& event : assembled({{row.text}}).model.events) {
            titles.push_back(event.title);
        }
        EXPECT_EQ(titles, row.titles) << row.text;
    }
}

TEST(Shortened, DropsNothingThatHoldsBack) {
    EXPECT_EQ(shortened("the ministers sign it, as planned", 24, 60), "the ministers sign it");
    EXPECT_EQ(shortened("the ministers sign it, if nobody objects", 24, 60),
              "the ministers sign it, if nobody objects");
    EXPECT_EQ(shortened("the ministers sign it, if nobody objects", 24, 30), "");
    EXPECT_EQ(shortened("they talk to the U.S.", 60, 60), "they talk to the U.S.");
    EXPECT_EQ(shortened("a treaty between Peru and Chile, as planned", 31, 60), "a treaty between Peru and Chile");
    EXPECT_EQ(shortened("a treaty between Peru and Chile", 20, 25), "");
    EXPECT_EQ(shortened("she did not lend the talks of Peru and Chile in Lima a look of agreement", 40, 90),
              "she did not lend the talks of Peru and Chile in Lima a look of agreement");
    EXPECT_EQ(shortened("she did not lend the talks of Peru and Chile in Lima a look of agreement", 40, 60), "");
    // Not before its verb.
    EXPECT_EQ(shortened("Minister Roe and her envoy, a friend, went by sea to Lima", 30, 60, "went"),
              "Minister Roe and her envoy, a friend, went by sea to Lima");
    EXPECT_EQ(without_asides("Ada Roe, the mayor of Lima, went", "went"), "Ada Roe went");
    EXPECT_EQ(without_asides("Roe, who was ill, tired and old, went", "went"), "Roe, who was ill, tired and old, went");
    EXPECT_EQ(without_asides("if it rains, they stay", ""), "if it rains, they stay");
    // Not "a treaty", nor "a treaty under".
    EXPECT_EQ(shortened("they refuse a treaty under which soldiers stay", 26, 30), "");
    EXPECT_EQ(shortened("they refuse a treaty which soldiers guard", 26, 30), "");
    EXPECT_EQ(shortened("they agree on “ships, crews and ports” for all the years to come", 16, 20), "");
    EXPECT_TRUE(holds_back("they will not come"));
    EXPECT_TRUE(holds_back("they won’t come"));
    EXPECT_FALSE(holds_back("they will come"));
}

TEST(TitleWords, TimesStandBesideATitle) {
    EXPECT_EQ(without_time("a truce on Friday in Oslo", "Friday"), "a truce in Oslo");
    EXPECT_EQ(without_time("a truce early on Friday, after talks", "Friday"), "a truce, after talks");
    EXPECT_EQ(without_time("on Friday a truce", "Friday"), "a truce");
    EXPECT_EQ(without_time("a truce last week", "last week"), "a truce");
    EXPECT_EQ(without_time("its May 3, 2019, attack on Lima", "May 3, 2019"), "its attack on Lima");
    EXPECT_EQ(without_time("Chile over its May 3, 2019, attack", "May 3, 2019"), "Chile over its attack");
    EXPECT_EQ(without_time("a truce", ""), "a truce");
}

TEST(TitleWords, WhatAClauseIsAbout) {
    EXPECT_EQ(subject_of("the talks will go on"), "the talks");
    EXPECT_EQ(subject_of("he will come"), "");
    EXPECT_EQ(subject_of("the presidents agreed that it was time"), "");
    EXPECT_EQ(quoted_end("It helps us,” Roe said", "We value support. It helps us"), "It helps us");
    EXPECT_EQ(quoted_end("“It helps us,” Roe said", "It helps us"), "");
    EXPECT_EQ(first_sentence("We value U.S. support. It helps"), "We value U.S. support");
}

TEST(Headline, VerbsInThePresent) {
    EXPECT_EQ(in_present("struck", false), "strikes");
    EXPECT_EQ(in_present("invasion", true), "invade");
    EXPECT_EQ(in_present("called off", false), "calls off");
    EXPECT_EQ(in_present("went ahead", false), "goes ahead");
    EXPECT_EQ(in_present("asking", false), "asks");
    EXPECT_EQ(in_present("denouncing", true), "denounce");
    EXPECT_EQ(in_present("gadzooks", false), "");
    EXPECT_EQ(in_a_row({"A", "B", "C"}), "A, B and C");
}

} // namespace
} // namespace demarche::assemble
