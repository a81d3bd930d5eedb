#include "assemble/who.hpp"
#include "story.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::assemble {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

struct Row {
    const char* what;
    std::vector<Told> story;
    std::vector<std::string> actors;
};

TEST(Who, EachActorOfTheStoryOnce) {
    const std::vector<Row> rows = {
        {"a full name and a surname",
         {{"Peruvian Foreign Minister Ada Moreno spoke in Lima. Moreno left early."},
          {"Moreno said on Tuesday that the road was open."}},
         {"Ada Moreno (person, pe) | Foreign Minister"}},
        {"spellings of one name",
         {{"Ukrainian President Andriy Hrynko smiled."},
          {"President Andrii Hrynko waited."},
          {"Ukrainian President Andriy Hrynko left."}},
         {"Andriy Hrynko (person, ua) | President"}},
        {"two of one surname stay two, and the bare surname is nobody's",
         {{"Chilean Finance Minister Ana Lagunas resigned."},
          {"Peruvian General Hugo Lagunas resigned."},
          {"Mr. Lagunas said nothing."}},
         {"Ana Lagunas (person, cl) | Finance Minister", "Hugo Lagunas (person, pe) | General"}},
        {"the bare surname with its office",
         {{"Chilean Finance Minister Ana Lagunas resigned."},
          {"Peruvian General Hugo Lagunas resigned."},
          {"General Lagunas said nothing."}},
         {"Hugo Lagunas (person, pe) | General", "Ana Lagunas (person, cl) | Finance Minister"}},
        {"an initial between",
         {{"Judge Ruth B. Okello read the ruling."}, {"Judge Ruth Okello read on."}, {"Judge Ruth Okello left."}},
         {"Ruth Okello (person) | Judge"}},
        {"an office in other words",
         {{"Kenyan Defence Secretary Joy Mutua flew home."},
          {"Joy Mutua, the Kenyan secretary of defense, flew home."},
          {"Joy Mutua, Kenya's secretary of defense, flew home."}},
         {"Joy Mutua (person, ke) | Secretary of Defense"}},
        {"held once and held now",
         {{"Former Chilean President Luis Araya arrived."}, {"Luis Araya, the Chilean ambassador, arrived."}},
         {"Luis Araya (person, cl) | former President; Ambassador"}},
        {"the latest article knows that it is over",
         {{"Chilean Foreign Minister Luis Araya arrived.", "2031-05-01"},
          {"Luis Araya, then the Chilean foreign minister, had arrived.", "2031-05-14"}},
         {"Luis Araya (person, cl) | then Foreign Minister"}},
        {"the company is not its founder",
         {{"Quelby chairman Tom Quelby spoke first. Tom Quelby founded it."},
          {"Quelby chief executive Ann Roe spoke next. Shares of Quelby fell."}},
         {"Quelby (organisation)", "Ann Roe (person) | Chief Executive [Quelby]",
          "Tom Quelby (person) | Chairman [Quelby]"}},
        {"a company with its form and without",
         {{"Ann Roe, the chief executive of Quelby Foods Inc., left."},
          {"Tom Lind, a spokesman for Quelby Foods, left."}},
         {"Quelby Foods Inc. (organisation)",
          "Ann Roe (person) | Chief Executive of Quelby Foods Inc. [Quelby Foods Inc.]",
          "Tom Lind (person) | Spokesman for Quelby Foods [Quelby Foods]"}},
        {"an abbreviation in brackets",
         {{"Ann Roe, head of the Quelby Grain Fund (QGF), smiled."}, {"QGF spokesman Tom Lind smiled."}},
         {"Quelby Grain Fund (organisation)", "Ann Roe (person) | Head of the Quelby Grain Fund [Quelby Grain Fund]",
          "Tom Lind (person) | Spokesman [Quelby Grain Fund]"}},
        {"spelt alike, in one article",
         {{"China's Li met Japan's Sato. Lee, the South Korean leader, did not come."},
          {"Chinese Premier Li Wenbo and South Korean President Lee Sang-ho smiled."}},
         {"Li Wenbo (person, cn) | Premier", "Lee Sang-ho (person, kr) | President; Leader", "Sato (person, jp)"}},
        {"spelt alike, but of another land",
         {{"Chinese Premier Li Wenbo waited. South Korean President Lee Sang-ho waited."},
          {"China's Li smiled."},
          {"South Korea's Lee smiled, and Lee left."}},
         {"Lee Sang-ho (person, kr) | President", "Li Wenbo (person, cn) | Premier"}},
        {"a double name",
         {{"Sudan's army chief, Gen. Abdel Fattah al-Karim, waited."},
          {"Sudanese army chief Abdel-Fattah Karim left."}},
         {"Abdel Fattah al-Karim (person, sd) | Army Chief; General"}},
        {"called by the first name",
         {{"Malaysian Prime Minister Anwar Razak spoke. Anwar said so."}, {"Malaysia's Anwar said so again."}},
         {"Anwar Razak (person, my) | Prime Minister"}},
        {"an office that is to come, and one for what it is for",
         {{"Peru's president-elect, Ada Moreno, met Vice Minister of Commerce Luis Roe and U.S. Treasury Secretary Tom "
           "Lind."}},
         {"Luis Roe (person) | Vice Minister of Commerce", "Tom Lind (person, us) | Treasury Secretary",
          "Ada Moreno (person, pe) | President-elect"}},
        {"an adviser of an office's holder",
         {{"Iván Ríos, an adviser to the Peruvian president, smiled."}},
         {"Iván Ríos (person, pe) | Adviser to the Peruvian President"}},
        {"an office at the time",
         {{"Ada Moreno, Peru's foreign minister at the time, smiled."}},
         {"Ada Moreno (person, pe) | then Foreign Minister"}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(actor_lines(assembled(row.story).model), row.actors) << row.what;
    }
}

TEST(Who, OrderOfArticlesDoesNotMatter) {
    std::vector<Told> story = {
        {"Chilean Finance Minister Ana Lagunas met Peruvian Foreign Minister Ada Moreno."},
        {"Moreno's adviser, Iván Ríos, said that Lagunas was late."},
        {"Peruvian General Hugo Lagunas resigned. Ada Moreno said so."},
        {"A spokesman for the Peruvian Foreign Ministry, Juan Soto, denied it."},
    };
    std::vector<std::string> before = actor_lines(assembled(story).model);
    std::reverse(story.begin(), story.end());
    EXPECT_EQ(actor_lines(assembled(story).model), before);
}

TEST(Who, ShortNamesKeepTheirParticles) {
    const Model model =
        assembled({{"German Finance Minister Leyla von der Heide spoke. Ms von der Heide smiled."}}).model;
    ASSERT_EQ(model.actors.size(), 1U);
    EXPECT_EQ(model.actors.front().short_name, "von der Heide");
}

TEST(Who, TiesAreMergedAndCited) {
    const Model model = assembled({{"Ada Moreno, Peru's president, listened to her adviser. Moreno's adviser, Iván "
                                    "Ríos, smiled."},
                                   {"Iván Ríos, adviser to Peruvian President Ada Moreno, smiled again."}})
                            .model;
    ASSERT_THAT(tie_lines(model), ElementsAre("rios advises moreno"));
    ASSERT_EQ(model.ties.front().citations.size(), 2U);
    EXPECT_EQ(model.ties.front().citations[0].article, "n1");
    EXPECT_EQ(model.ties.front().citations[1].article, "n2");
}

TEST(Who, DisagreementOnASideIsNoted) {
    const Assembled story = assembled({{"Chilean diplomat Ana Lagunas waited."},
                                       {"Peruvian diplomat Ana Lagunas waited."},
                                       {"Chilean diplomat Ana Lagunas left."}});
    ASSERT_EQ(story.model.actors.size(), 1U);
    EXPECT_EQ(story.model.actors.front().side, "cl");
    ASSERT_EQ(story.notes.size(), 1U);
    EXPECT_EQ(story.notes.front().kind, NoteKind::contradiction);
    EXPECT_EQ(story.notes.front().id, "lagunas");
}

TEST(Who, AnOpenNameIsNoted) {
    const Assembled story = assembled({{"Chilean Finance Minister Ana Lagunas resigned."},
                                       {"Peruvian General Hugo Lagunas resigned."},
                                       {"Mr. Lagunas said nothing. He left."}});
    ASSERT_EQ(story.notes.size(), 1U);
    EXPECT_EQ(story.notes.front().words, "“Lagunas” alone could be Ana Lagunas or Hugo Lagunas");
}

} // namespace
} // namespace demarche::assemble
