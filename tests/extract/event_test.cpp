// What happened: events of one article. All sentences here are our own.

#include "extract/findings.hpp"
#include "extract/word_tables.hpp"
#include "model/event_type.hpp"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

Findings read(const std::string& text) {
    ReadArticle article;
    article.text = text;
    return find_all(std::move(article), *parse_day("2024-06-12"), WordTables::built_in());
}

std::string name(std::uint32_t mention, const Findings& found) {
    const ActorMention& each = found.actors.mentions[mention];
    return each.chain == kNone ? "?" : found.actors.chains[each.chain].name;
}

/// "consult/meet occurred 2024-06-11 participant=Ada Roe participant=Jon Lind @Oslo by=Ada Roe", statements left out.
std::string shown(const EventMention& event, const Findings& found) {
    std::string text = to_text(event.type) + " " + to_text(event.status);
    text += event.when.empty() ? "" : " " + event.when.text();
    for (const EventParty& party : event.parties) {
        text += std::string(" ") + to_text(party.as) + "=" + name(party.mention, found);
    }
    for (const Span place : event.places) {
        text += " @" + std::string(found.document.words(place));
    }
    for (const std::uint32_t mention : event.said_by) {
        text += " by=" + name(mention, found);
    }
    for (const EventOrder& order : event.order) {
        text += (order.after ? " after=" : " before=") + std::string(found.document.words(order.other));
    }
    return text;
}

std::vector<std::string> events(const std::string& text, bool statements) {
    const Findings found = read(text);
    std::vector<std::string> all;
    for (const EventMention& event : found.events) {
        if (statements || event.type.category != "statement") {
            all.push_back(shown(event, found));
        }
    }
    return all;
}

struct Row {
    const char* text;
    std::vector<std::string> events; ///< without mere statements
};

class Events : public testing::TestWithParam<Row> {};

TEST_P(Events, AreFound) {
    EXPECT_EQ(events(GetParam().text, false), GetParam().events) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    WhoDidWhat,
    Events,
    testing::Values(
        Row{"President Ada Roe met Chancellor Jon Lind in Oslo on Tuesday.",
            {"consult/meet occurred 2024-06-11 participant=Ada Roe participant=Jon Lind @Oslo"}},
        Row{"President Ada Roe and Chancellor Jon Lind held talks in Oslo on Tuesday.",
            {"consult/negotiate occurred 2024-06-11 participant=Ada Roe participant=Jon Lind @Oslo"}},
        Row{"President Ada Roe spoke by phone with Chancellor Jon Lind on Monday.",
            {"consult/call occurred 2024-06-10 participant=Ada Roe participant=Jon Lind"}},
        Row{"Foreign Minister Ada Roe arrived in Lima on Monday and left for Quito on Tuesday.",
            {"consult/visit occurred 2024-06-10 participant=Ada Roe @Lima",
             "consult/visit occurred 2024-06-11 participant=Ada Roe @Quito"}},
        Row{"Peruvian and Chilean officials opened two days of trade talks in Lima on Monday.",
            {"consult/negotiate occurred 2024-06-10 participant=Peruvian officials participant=Chilean officials "
             "@Lima"}},
        Row{"Peru and Chile opened talks in Lima on Monday.",
            {"consult/negotiate occurred 2024-06-10 participant=Peru participant=Chile @Lima"}},
        Row{"Peru began two days of negotiations with Chile on Monday.",
            {"consult/negotiate occurred 2024-06-10 participant=Peru participant=Chile"}},
        Row{"Roe met in Lima with President Jon Lind on Monday. President Ada Roe smiled.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind @Lima"}},
        Row{"Chancellor Jon Lind and Mayor Tom Dahl smiled. The truce follows a series of efforts by President Ada "
            "Roe, including phone calls with both "
            "Lind and Dahl last week.",
            {"consult/call occurred [2024-06-03..2024-06-09] participant=Ada Roe participant=Jon Lind",
             "consult/call occurred [2024-06-03..2024-06-09] participant=Ada Roe participant=Tom Dahl"}},
        Row{"After it, President Ada Roe said, she talked by telephone with Jon Lind and with Tom Dahl.",
            {"consult/call occurred participant=Ada Roe participant=Jon Lind participant=Tom Dahl"}},
        Row{"Peruvian and Chilean officials gathered in Oslo on Monday, amid fear in Lima that a war might begin.",
            {"consult/meet occurred 2024-06-10 participant=Peruvian officials participant=Chilean officials @Oslo"}},
        Row{"Peru and Chile signed a treaty in Lima on Monday.",
            {"agree occurred 2024-06-10 participant=Peru participant=Chile @Lima"}},
        Row{"Peru imposed sanctions on Chile last week.",
            {"sanction occurred [2024-06-03..2024-06-09] source=Peru target=Chile"}},
        Row{"Peruvian soldiers attacked Chilean troops on Monday.",
            {"assault occurred 2024-06-10 source=Peruvian soldiers target=Chilean troops"}},
        Row{"Chilean troops were attacked by Peruvian soldiers on Monday.",
            {"assault occurred 2024-06-10 target=Chilean troops source=Peruvian soldiers"}},
        Row{"Peru accused Chile of spying.", {"accuse occurred speaker=Peru target=Chile"}},
        Row{"President Ada Roe urged Chile to sign the accord.", {"request occurred speaker=Ada Roe addressee=Chile"}},
        Row{"Peru demanded that Chile withdraw its ships.", {"demand occurred speaker=Peru addressee=Chile"}},
        Row{"Finance Minister Jon Lind resigned on Monday.", {"retreat/resign occurred 2024-06-10 source=Jon Lind"}},
        Row{"Peru expelled two Chilean diplomats on Monday.",
            {"sanction/expel occurred 2024-06-10 source=Peru target=Chilean diplomats"}},
        Row{"Mayor Ada Roe, who met Chancellor Jon Lind on Monday, rejected a plan of the council.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
             "reject occurred speaker=Ada Roe"}}));

// Each with whom, and on which day.
INSTANTIATE_TEST_SUITE_P(
    OneAfterTheOther,
    Events,
    testing::Values(Row{"President Ada Roe met Jon Lind, and later the Chilean ambassador, Tom Dahl.",
                        {"consult/meet occurred participant=Ada Roe participant=Jon Lind",
                         "consult/meet occurred participant=Ada Roe participant=Tom Dahl"}},
                    Row{"President Ada Roe met Jon Lind on Monday and Tom Dahl on Tuesday.",
                        {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
                         "consult/meet occurred 2024-06-11 participant=Ada Roe participant=Tom Dahl"}},
                    Row{"President Ada Roe met Jon Lind and Tom Dahl afterwards.",
                        {"consult/meet occurred participant=Ada Roe participant=Jon Lind participant=Tom Dahl"}},
                    Row{"Trade Minister Ada Roe and her Chilean counterpart, Jon Lind, met in Oslo on Monday.",
                        {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind @Oslo"}},
                    Row{"In a statement issued after the talks, Ada Roe and Jon Lind called for calm.",
                        {"request occurred speaker=Ada Roe speaker=Jon Lind"}},
                    Row{"President Ada Roe met Jon Lind on Monday and telephoned Tom Dahl the same evening.",
                        {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
                         "consult/call occurred 2024-06-10 participant=Ada Roe participant=Tom Dahl"}},
                    Row{"President Ada Roe on Monday met Jon Lind and spoke with Tom Dahl.",
                        {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
                         "consult occurred 2024-06-10 participant=Ada Roe participant=Tom Dahl"}},
                    Row{"The quarrel began in March 2017, when Peru closed its border with Chile.",
                        {"coerce/restrict occurred 2017-03 source=Peru target=Chile"}},
                    Row{"Peru sent an envoy, Tom Dahl, to Oslo; he met Chancellor Jon Lind on Monday.",
                        {"consult/visit occurred participant=Peru @Oslo",
                         "consult/meet occurred 2024-06-10 participant=Tom Dahl participant=Jon Lind"}},
                    Row{"She flies to Lima on Friday. President Ada Roe flies to Oslo on Saturday.",
                        {"consult/visit planned 2024-06-14 participant=? @Lima",
                         "consult/visit planned 2024-06-15 participant=Ada Roe @Oslo"}},
                    Row{"Peru and Chile agreed to meet again in September.",
                        {"agree occurred participant=Peru participant=Chile",
                         "consult/meet planned 2024-09 participant=Peru participant=Chile"}},
                    Row{"The agreement was signed by Ada Roe and Jon Lind after talks between Tom Dahl and Per Berg.",
                        {"agree occurred participant=Ada Roe participant=Jon Lind after=talks",
                         "consult/negotiate occurred participant=Tom Dahl participant=Per Berg"}},
                    Row{"President Ada Roe and Jon Lind discussed trade in a private meeting on Monday.",
                        {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind"}},
                    Row{"Peru and Chile signed an agreement on shipping on Monday.",
                        {"agree occurred 2024-06-10 participant=Peru participant=Chile"}},
                    Row{"A visit by President Ada Roe to Peru, planned for July, has been postponed.",
                        {"consult/visit cancelled 2024-07 participant=Ada Roe @Peru"}}));

// A day that has gone by is not to come, whatever the sentence around it is about.
INSTANTIATE_TEST_SUITE_P(GoneBy,
                         Events,
                         testing::Values(Row{
                             "It would be their most important meeting since Peru's invasion of Chile on May 4, 2019.",
                             {"assault occurred 2019-05-04 source=Peru target=Chile"}}));

// "The two sides" are those of the only talks told before.
INSTANTIATE_TEST_SUITE_P(
    TwoSides,
    Events,
    testing::Values(
        Row{"President Ada Roe and Chancellor Jon Lind met on Monday. The two sides agreed to lift duties.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
             "agree occurred participant=Ada Roe participant=Jon Lind"}},
        Row{"President Ada Roe and Chancellor Jon Lind met on Monday. The two countries agreed to lift duties.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind"}},
        Row{"Peru and Chile held talks on Monday. Both countries agreed to lift duties.",
            {"consult/negotiate occurred 2024-06-10 participant=Peru participant=Chile",
             "agree occurred participant=Peru participant=Chile"}},
        Row{"President Ada Roe met Chancellor Jon Lind on Monday. She met Tom Dahl on Tuesday. Both sides "
            "agreed to lift duties.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind",
             "consult/meet occurred 2024-06-11 participant=? participant=Tom Dahl"}},
        Row{"Peru and the African Union reached an agreement on Monday. Both sides agreed to wait.",
            {"agree occurred 2024-06-10 participant=Peru participant=African Union",
             "agree occurred participant=Peru participant=African Union"}},
        Row{"President Ada Roe met on Monday. President Ada Roe met Chancellor Jon Lind. Both sides "
            "agreed to lift duties.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe",
             "consult/meet occurred participant=Ada Roe participant=Jon Lind"}},
        Row{"President Ada Roe is to meet Chancellor Jon Lind on Friday. Both sides agreed to lift duties.",
            {"consult/meet planned 2024-06-14 participant=Ada Roe participant=Jon Lind"}}));

// Who has no name, but is said to be somebody's or somewhere: never a person, never doubled.
INSTANTIATE_TEST_SUITE_P(
    Groups,
    Events,
    testing::Values(
        Row{"Police in Lima arrested 12 students on Monday.",
            {"coerce/arrest occurred 2024-06-10 source=police in Lima target=? @Lima"}},
        Row{"Rebels in Peru on Tuesday blocked roads.",
            {"protest/obstruct occurred 2024-06-11 source=rebels in Peru @Peru"}},
        Row{"Troops in Chile killed a farmer.", {"assault occurred source=? @Chile"}}, // whose they are, nobody says
        Row{"Government forces shelled the town of Lenk.", {"assault/heavy-weapons occurred source=? target=Lenk"}},
        Row{"Peruvian rebel leaders met Jon Lind.",
            {"consult/meet occurred participant=Peruvian rebel leaders participant=Jon Lind"}},
        Row{"Rebels kidnapped up to 16 Chilean civilian advisers.",
            {"coerce/arrest occurred source=? target=Chilean civilian advisers"}},
        Row{"Chilean paper workers went on strike on Monday.",
            {"protest/strike occurred 2024-06-10 source=Chilean paper workers"}},
        Row{"At least three Peruvian farmers have been killed in a car bombing in Lima.",
            {"assault/explosives occurred target=Peruvian farmers @Lima"}},
        Row{"Peru's rebels attacked Chile.", {"assault occurred target=Chile"}}, // not Peru
        Row{"The police chief of Lima met Jon Lind.", {"consult/meet occurred participant=? participant=Jon Lind"}},
        Row{"President Ada Roe and Chancellor Jon Lind flew home on Monday. The two leaders met for three hours.",
            {"consult/meet occurred participant=Ada Roe participant=Jon Lind"}},
        Row{"President Ada Roe, Chancellor Jon Lind and Per Dahl flew home. The two leaders met for three hours.",
            {}}));

// What somebody says that he will do, by what he means to do.
INSTANTIATE_TEST_SUITE_P(
    Intents,
    Events,
    testing::Values(
        Row{"Peruvian rebels said they will release Jon Lind.",
            {"agree occurred speaker=Peruvian rebels target=Jon Lind",
             "retreat/release planned source=Peruvian rebels target=Jon Lind by=Peruvian rebels"}},
        Row{"Peru said it would expel three Chilean diplomats.",
            {"threaten occurred speaker=Peru target=Chilean diplomats",
             "sanction/expel planned source=Peru target=Chilean diplomats by=Peru"}},
        Row{"Peru said it is willing to withdraw its ships from Chile.", {"agree occurred speaker=Peru target=Chile"}},
        Row{"Peru said it would withdraw its envoys from Chile unless Chile apologized.",
            {"threaten occurred speaker=Peru target=Chile"}},
        Row{"Peru offered to hand over the suspects to Chile.", {"agree occurred speaker=Peru target=Chile"}},
        Row{"President Ada Roe promised to privatize the railways.", {"agree occurred speaker=Ada Roe"}},
        Row{"President Ada Roe said that Peru would attack Chile.",
            {"assault planned source=Peru target=Chile by=Ada Roe"}},
        Row{"President Ada Roe said she might attack Chile.", {}},
        Row{"President Ada Roe did not promise to leave.", {}}));

// Newspapers and agencies report; an interview is no meeting. A lawyer for somebody is not he.
INSTANTIATE_TEST_SUITE_P(
    NoParties,
    Events,
    testing::Values(Row{"Speaking to the Associated Press, Ada Roe accused Chile of piracy.",
                        {"accuse occurred speaker=Ada Roe target=Chile"}},
                    Row{"Chile attacked Peru, the Norte news agency said.",
                        {"assault occurred source=Chile target=Peru by=Norte"}},
                    Row{"A lawyer for Jon Lind accused Chile of fraud.", {"accuse occurred speaker=? target=Chile"}},
                    Row{"Supporters of Jon Lind attacked Chile.", {"assault occurred target=Chile"}},
                    Row{"Ada Roe called the talks \"useful\".", {}},
                    Row{"Extremists bombed two pro-Chilean towns.", {"assault/explosives occurred source=?"}}));

// Whom it is done to, by whose it is; a verb and its particle.
INSTANTIATE_TEST_SUITE_P(
    Whose,
    Events,
    testing::Values(
        Row{"Peruvian tanks shelled Chilean positions.",
            {"assault/heavy-weapons occurred source=Peruvian tanks target=Chile"}},
        Row{"Peru rejected a Chilean proposal for a truce.", {"reject occurred speaker=Peru target=Chile"}},
        Row{"Peru lifted a blockade on Chilean ships.", {"retreat occurred source=Peru target=Chile"}},
        Row{"Peruvian soldiers beat up Chilean students.",
            {"assault/beat occurred source=Peruvian soldiers target=Chilean students"}},
        Row{"Peru forced out on Monday 200 Chilean settlers.",
            {"coerce/deport occurred 2024-06-10 source=Peru target=Chilean settlers"}},
        Row{"Peru gave Chile 5 million dollars of aid.", {"aid occurred source=Peru target=Chile"}},
        Row{"Peru expelled two Chilean envoys based in Lima.",
            {"sanction/expel occurred source=Peru target=Chilean envoys"}},
        Row{"Chilean farmers marched in Lima to demand a ban from the Peruvian government.",
            {"protest/demo occurred source=Chilean farmers target=Peruvian government @Lima"}},
        Row{"A Peruvian court on Monday sentenced Jon Lind to eight years in prison.",
            {"sanction/convict occurred 2024-06-10 source=Peruvian court target=Jon Lind"}},
        Row{"Chile's ambassador, Jon Lind, met Ada Roe. Peru recalled its ambassador.",
            {"consult/meet occurred participant=Jon Lind participant=Ada Roe",
             "sanction/withdraw occurred source=Peru target=?"}},
        // Whom the attack was made on is not whom it is held against; whose release is demanded, is not marched
        // against.
        Row{"Peru condemned the bombing of the Chilean embassy in Oslo.",
            {"accuse/disapprove occurred speaker=Peru @Oslo",
             "assault/explosives occurred target=Chilean embassy @Oslo"}},
        Row{"Chilean farmers rallied against Peru on Monday to demand Jon Lind's release.",
            {"protest/demo occurred 2024-06-10 source=Chilean farmers target=Peru"}},
        Row{"President Ada Roe and Chancellor Jon Lind shook hands as the bomb went off, killing 40 farmers.",
            {"assault/explosives occurred target=?"}},
        Row{"The bombings in Peru and Chile killed 40 farmers.", {"assault/explosives occurred target=? @Peru @Chile"}},
        Row{"Norte Steel met Jon Lind. Norte accused Chile of fraud.",
            {"consult/meet occurred participant=Norte Steel participant=Jon Lind",
             "accuse occurred speaker=Norte Steel target=Chile"}}));

INSTANTIATE_TEST_SUITE_P(
    ToComeCalledOffOrDenied,
    Events,
    testing::Values(
        Row{"President Ada Roe will meet Chancellor Jon Lind in Oslo on Friday.",
            {"consult/meet planned 2024-06-14 participant=Ada Roe participant=Jon Lind @Oslo"}},
        Row{"President Ada Roe is scheduled to meet Chancellor Jon Lind on Friday.",
            {"consult/meet planned 2024-06-14 participant=Ada Roe participant=Jon Lind"}},
        Row{"President Ada Roe plans to visit Peru next week.",
            {"consult/visit planned [2024-06-17..2024-06-23] participant=Ada Roe @Peru"}},
        Row{"A meeting between President Ada Roe and Chancellor Jon Lind was cancelled.",
            {"consult/meet cancelled participant=Ada Roe participant=Jon Lind"}},
        Row{"President Ada Roe was scheduled to meet Chancellor Jon Lind on Friday, but the meeting was called off.",
            {"consult/meet cancelled 2024-06-14 participant=Ada Roe participant=Jon Lind"}},
        Row{"Peru denied that its soldiers had attacked Chile.", {"assault denied target=Chile by=Peru"}},
        Row{"A spokesman, Jon Lind, denied that Peru had promised to stop the flights and accused Chile of piracy.",
            {"agree denied speaker=Peru by=Jon Lind", "accuse occurred speaker=Jon Lind target=Chile"}},
        Row{"Peru denied that its soldiers had attacked Chile and killed farmers.",
            {"assault denied target=Chile by=Peru", "assault denied target=? by=Peru"}},
        Row{"President Ada Roe said on Monday that she would travel to Peru on Friday.",
            {"consult/visit planned 2024-06-14 participant=Ada Roe @Peru by=Ada Roe"}}));

INSTANTIATE_TEST_SUITE_P(
    DidNotHappen,
    Events,
    testing::Values(Row{"President Ada Roe did not meet Chancellor Jon Lind in Oslo.", {}},
                    Row{"President Ada Roe has never met Chancellor Jon Lind.", {}},
                    Row{"President Ada Roe might meet Chancellor Jon Lind in Oslo.", {}},
                    Row{"President Ada Roe could visit Peru next week.", {}},
                    Row{"If President Ada Roe meets Chancellor Jon Lind, Peru will sign a treaty with Chile.", {}},
                    Row{"President Ada Roe wanted to meet Chancellor Jon Lind.", {}},
                    Row{"President Ada Roe failed to meet Chancellor Jon Lind.", {}},
                    Row{"President Ada Roe has no plans to visit Peru.", {}},
                    Row{"Will President Ada Roe meet Chancellor Jon Lind?", {}},
                    Row{"It is not known whether President Ada Roe met Chancellor Jon Lind.", {}},
                    Row{"President Ada Roe left the hall without meeting Chancellor Jon Lind.", {}},
                    Row{"President Ada Roe could have met Chancellor Jon Lind in Oslo.", {}},
                    Row{"President Ada Roe was to have hosted Chancellor Jon Lind.", {}},
                    Row{"The Peruvian company met its targets.", {}},
                    Row{"Peru should impose sanctions on Chile.", {}},
                    // A condition without "if".
                    Row{"Had Peru signed the treaty last year, President Ada Roe said, Chile would have followed.", {}},
                    Row{"Had she sent troops, as the owners asked, the strike would have spread, said Ada Roe.", {}},
                    Row{"President Ada Roe said that had Peru attacked Chile, Bolivia would have left.", {}},
                    Row{"Peru would have fallen had President Ada Roe met Chancellor Jon Lind.", {}},
                    Row{"Were Peru to attack Chile, President Ada Roe would resign.", {}},
                    Row{"Should Peru attack Chile, President Ada Roe will resign.", {}},
                    Row{"President Ada Roe said she would travel to Peru once the quarrel was settled.", {}},
                    // What is done again and again.
                    Row{"President Ada Roe meets Chancellor Jon Lind in Oslo.", {}},
                    Row{"President Ada Roe meets Chancellor Jon Lind every Monday.", {}},
                    // Left is not arrived.
                    Row{"President Ada Roe left a hospital in Lima on Monday.", {}}));

INSTANTIATE_TEST_SUITE_P(
    Absent,
    Events,
    testing::Values(
        Row{"Peru and Chile held talks in Lima on Monday without representatives from Bolivia.",
            {"consult/negotiate occurred 2024-06-10 participant=Peru participant=Chile absent=Bolivia @Lima"}},
        Row{"Peru and Chile held talks in Lima on Monday. Bolivia was not invited to the talks.",
            {"consult/negotiate occurred 2024-06-10 participant=Peru participant=Chile @Lima",
             "consult/negotiate occurred absent=Bolivia"}},
        Row{"Peru and Chile held talks in Lima. Mayor Ada Roe was not at Monday's talks.",
            {"consult/negotiate occurred participant=Peru participant=Chile @Lima",
             "consult/negotiate occurred 2024-06-10 absent=Ada Roe"}},
        Row{"President Ada Roe met Chancellor Jon Lind on Monday. Bolivia did not take part.",
            {"consult/meet occurred 2024-06-10 participant=Ada Roe participant=Jon Lind absent=Bolivia"}}));

INSTANTIATE_TEST_SUITE_P(
    Speech,
    Events,
    testing::Values(
        Row{"President Ada Roe said Peru would not accept the plan.", {"reject occurred speaker=Ada Roe"}},
        Row{"President Ada Roe said that Chile must release the sailors.",
            {"demand occurred speaker=Ada Roe addressee=Chile"}},
        Row{"Peru said it would withdraw its troops from Chile.",
            {"agree occurred speaker=Peru target=Chile", "retreat/withdraw planned source=Peru target=Chile by=Peru"}},
        Row{"President Eli Moreno smiled.\n\nMoreno said on Monday that he may see President Jon Lind. Peru would not "
            "accept the plan, he warned.",
            {"reject occurred speaker=Eli Moreno"}},
        Row{"Moreno said on Monday that he may see President Jon Lind. Peru would not accept the plan, he warned.",
            {"reject occurred speaker=?"}},
        // Neither is a government "he", nor a body that leads to a name.
        Row{"The port is closed, the Chilean government said. Peru would not accept the plan, he warned.",
            {"reject occurred speaker=?"}},
        Row{"Chile accused Peru of a theft, a charge that the spokesman of Peru, Tom Dahl, rejected.",
            {"accuse occurred speaker=Chile target=Peru", "reject occurred speaker=Tom Dahl"}},
        Row{"The Roe administration said Peru would not accept the plan. President Ada Roe smiled.", {}},
        Row{"African Union observer Musa Bello said Peru would not accept the plan.",
            {"reject occurred speaker=Musa Bello"}},
        Row{"President Ada Roe said a former aide, Jon Lind, would not accept the plan.",
            {"reject occurred speaker=Ada Roe"}},
        Row{"On Monday, speaking to reporters, President Ada Roe accused Chile of spying.",
            {"accuse occurred 2024-06-10 speaker=Ada Roe target=Chile"}},
        Row{"President Ada Roe said on Monday that she may see Chancellor Jon Lind. She said Peru would "
            "not accept the plan.",
            {"reject occurred speaker=Ada Roe"}},
        Row{"President Eli Moreno said on Monday that Peru had no invitation. He said that he would travel to Chile on "
            "Wednesday.",
            {"consult/visit planned 2024-06-12 participant=Eli Moreno @Chile by=Eli Moreno"}},
        Row{"President Ada Roe saw Chancellor Jon Lind. Then he said Peru would not accept the plan.",
            {"reject occurred speaker=?"}},
        Row{"President Eli Moreno smiled.\n\nA spokesman, Tom Dahl, left.\n\nMoreno, who returned to Oslo "
            "on Monday, said in a speech that he expected to meet President Jon Lind within days.",
            {"consult/visit occurred 2024-06-10 participant=Eli Moreno @Oslo",
             "consult/meet planned participant=Eli Moreno participant=Jon Lind by=Eli Moreno"}},
        Row{"President Ada Roe declined to comment.", {}}));

TEST(EventOrder, WordsSayWhatCameFirst) {
    EXPECT_EQ(events("After the talks, President Ada Roe phoned Chancellor Jon Lind.", false),
              (std::vector<std::string>{"consult/call occurred participant=Ada Roe participant=Jon Lind after=talks"}));
}

TEST(EventOrder, AClauseSaysThatTheyWereOver) {
    for (const char* verb : {"ended", "wrapped up", "concluded"}) {
        EXPECT_EQ(
            events("After the talks " + std::string(verb) + ", President Ada Roe told reporters that Peru agreed.",
                   true)
                .front(),
            "statement occurred speaker=Ada Roe after=talks")
            << verb;
    }
    EXPECT_EQ(events("After the talks began, President Ada Roe told reporters that Peru agreed.", true).front(),
              "statement occurred speaker=Ada Roe");
}

TEST(EventTime, TheDayOfSayingIsNotTheDayOfWhatIsSaid) {
    EXPECT_EQ(events("President Ada Roe said on Monday that Peru attacked Chile on Sunday.", true),
              (std::vector<std::string>{"statement occurred 2024-06-10 speaker=Ada Roe",
                                        "assault occurred 2024-06-09 source=Peru target=Chile by=Ada Roe"}));
}

TEST(EventClause, IsOneLineOfWholeWords) {
    const Findings found = read("President Ada Roe met Chancellor Jon Lind in Oslo on Tuesday. Peru accused Chile of "
                                "spying. President Ada Roe said that Chile must release the sailors.");
    ASSERT_FALSE(found.events.empty());
    for (const EventMention& event : found.events) {
        const auto words = found.document.words(event.clause);
        EXPECT_EQ(words.find('\n'), std::string_view::npos);
        EXPECT_LE(event.clause.begin, event.trigger.begin);
        EXPECT_GE(event.clause.end, event.trigger.end);
    }
}

TEST(EventTypes, AreKnown) {
    const auto& known = known_event_types();
    const Findings found = read("Peru bombed Chile. Peru sued Chile. Workers of the Steel Union marched against Peru. "
                                "Ada Roe resigned. Peru recalled its ambassador from Chile.");
    for (const EventMention& event : found.events) {
        EXPECT_NE(std::find(known.begin(), known.end(), to_text(event.type)), known.end()) << to_text(event.type);
    }
}

TEST(EventHostile, LongSentencesAreRead) {
    for (const char* part : {"Peru met Chile and ", "said that Peru ", "to meet Peru ", "Peru, ", "meeting, ",
                             "if Peru ", "the talks between Peru and ", "who met "}) {
        std::string text;
        for (int i = 0; i < 3000; ++i) {
            text += part;
        }
        EXPECT_LT(read(text + ".").events.size(), 20000U) << part;
    }
}

} // namespace
} // namespace demarche::extract
