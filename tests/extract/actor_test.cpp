#include "base/file.hpp"
#include "extract/actor.hpp"
#include "extract/word_tables.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

/// An article and what was found in it.
struct Read {
    explicit Read(const std::string& text)
        : document(cut(text)), actors(find_actors(document, WordTables::built_in())) {}

    [[nodiscard]] std::string side(const ActorChain& chain) const {
        return chain.side == kNoCountry ? "-" : lexicon.country(chain.side).code;
    }

    /// "Name, SIDE: title; title", persons only.
    [[nodiscard]] std::vector<std::string> persons() const {
        std::vector<std::string> shown;
        for (const ActorChain& chain : actors.chains) {
            if (chain.kind != MentionKind::person) {
                continue;
            }
            std::string line = chain.name + ", " + side(chain);
            for (std::size_t i = 0; i < chain.titles.size(); ++i) {
                const ActorTitle& title = actors.titles[chain.titles[i]];
                line += (i == 0 ? ": " : "; ") + std::string(document.words(title.span));
            }
            shown.push_back(std::move(line));
        }
        return shown;
    }

    /// "words = chain" of the mentions of a form; "-" for nobody.
    [[nodiscard]] std::vector<std::string> mentions(MentionForm form) const {
        std::vector<std::string> shown;
        for (const ActorMention& mention : actors.mentions) {
            if (mention.form == form && mention.kind != MentionKind::unknown) {
                const std::string name = mention.chain == kNone ? "-" : actors.chains[mention.chain].name;
                shown.push_back(std::string(document.words(mention.span)) + " = " + name);
            }
        }
        return shown;
    }

    [[nodiscard]] std::vector<std::string> ties() const {
        std::vector<std::string> shown;
        for (const NamedTie& tie : actors.ties) {
            shown.push_back(actors.chains[tie.from].name + " " + to_text(tie.type) + " " + actors.chains[tie.to].name);
        }
        return shown;
    }

    const Lexicon& lexicon = Lexicon::built_in();
    Document document;
    Actors actors;
};

using Cases = std::vector<std::pair<std::string, std::vector<std::string>>>;

void expect_persons(const Cases& cases) {
    for (const auto& [text, persons] : cases) {
        EXPECT_THAT(Read(text).persons(), ElementsAreArray(persons)) << text;
    }
}

TEST(Actors, WhoeverServesAnOfficeDoesNotHoldIt) {
    expect_persons({
        {"Ada Moreno, the president's spokeswoman, smiled.", {"Ada Moreno, -: spokeswoman"}},
        {"He met Ada Moreno, the U.N. secretary-general's envoy for Peru.", {"Ada Moreno, -: envoy for Peru"}},
        {"A State Department spokeswoman, Ada Moreno, declined to comment.", {"Ada Moreno, US: spokeswoman"}},
        {"Ada Moreno, an adviser to the Peruvian president, smiled.",
         {"Ada Moreno, PE: adviser to the Peruvian president"}},
        {"The meeting and Peruvian President Ada Moreno were late.", {"Ada Moreno, PE: President"}},
        {"Israel's defence minister, Israel Moreno, waited.", {"Israel Moreno, IL: defence minister"}},
        {"They met Peruvian Defence Minister Chad Roe.", {"Chad Roe, PE: Defence Minister"}},
        {"Analyst Tom Lind of Vesper Grain, a former Quelby manager, called it brave.",
         {"Tom Lind, -: Analyst; manager"}},
        {"A Peruvian spokesman, Tom Lind, had warned them.", {"Tom Lind, PE: spokesman"}},
        {"Deputy Prime Minister Bui Thanh Son flew home.", {"Bui Thanh Son, -: Deputy Prime Minister"}},
        {"Luis Moreno was there. Moreno's wife, Ada Moreno, told reporters so. Ms. Moreno left.",
         {"Luis Moreno, -", "Ada Moreno, -: wife"}},
    });
    const Read married("Luis Moreno was there. Moreno's wife, Ada Moreno, told reporters so. Ms. Moreno left.");
    EXPECT_THAT(married.mentions(MentionForm::part), ElementsAreArray({"Moreno = Luis Moreno", "Moreno = Ada Moreno"}));
}

TEST(Actors, TitlesBeforeNames) {
    expect_persons({
        {"Peruvian Foreign Minister Ada Moreno met aides.", {"Ada Moreno, PE: Foreign Minister"}},
        {"The talks were led by U.S. Secretary of State Orla Quint.", {"Orla Quint, US: Secretary of State"}},
        {"They met Kremlin spokesman Pavel Drozd in Minsk.", {"Pavel Drozd, RU: spokesman"}},
        {"Former President Lena Voss spoke.", {"Lena Voss, -: President"}},
        {"On Monday then-Prime Minister Aino Salo resigned.", {"Aino Salo, -: then-Prime Minister"}},
        {"Deputy Foreign Minister Tarik Osman left.", {"Tarik Osman, -: Deputy Foreign Minister"}},
        {"Presidents Ada Moreno and Bo Lind met.", {"Ada Moreno, -: Presidents", "Bo Lind, -: Presidents"}},
        {"She thanked advisers Ada Moreno, Bo Lind and Cy Roe.",
         {"Ada Moreno, -: advisers", "Bo Lind, -: advisers", "Cy Roe, -: advisers"}},
        {"Kenyan Foreign Minister Amos Kiptoo and National Security Adviser Ruth Oduya came.",
         {"Amos Kiptoo, KE: Foreign Minister", "Ruth Oduya, KE: National Security Adviser"}},
        {"Top Peruvian negotiator Ada Moreno spoke.", {"Ada Moreno, PE: Top Peruvian negotiator"}},
        {"Defence Secretary Tom Prince spoke.", {"Tom Prince, -: Defence Secretary"}},
        {"Kenyan President Amos Kiptoo and President Ruth Oduya came.",
         {"Amos Kiptoo, KE: President", "Ruth Oduya, -: President"}},
    });
}

TEST(Actors, TitlesBehindNames) {
    expect_persons({
        {"Ada Moreno, the head of the Peruvian Grain Fund, came.", {"Ada Moreno, PE: head of the Peruvian Grain Fund"}},
        {"Later Bo Lind, president of Chile, spoke.", {"Bo Lind, CL: president of Chile"}},
        {"Norway's new foreign minister, Ada Lund, agreed.", {"Ada Lund, NO: foreign minister"}},
        {"Norway's foreign minister, Ada Lund, agreed.", {"Ada Lund, NO: foreign minister"}},
        {"The Kenyan Defence Minister, Amos Kiptoo, said no.", {"Amos Kiptoo, KE: Defence Minister"}},
    });
}

TEST(Actors, WhoServesSomebodyIsOnThatSide) {
    const Read read("Chilean President Bo Lind arrived. Lind's foreign policy adviser, Ada Moreno, came along.");
    EXPECT_THAT(read.persons(), ElementsAreArray({"Bo Lind, CL: President", "Ada Moreno, CL: foreign policy adviser"}));
    EXPECT_THAT(read.ties(), ElementsAreArray({"Ada Moreno advises Bo Lind"}));
}

TEST(Actors, AnEnvoyIsNotOfTheCountrySheIsSentTo) {
    expect_persons({
        {"Ada Moreno, special envoy for Sudan, came.", {"Ada Moreno, -: special envoy for Sudan"}},
        {"Norwegian ambassador to Chad Ada Lund came.", {"Ada Lund, NO: ambassador to Chad"}},
    });
}

TEST(Actors, NamesOfOneAndOfTwo) {
    expect_persons({
        {"President Sergey Malov spoke. Sergei Malov left.", {"Sergey Malov, -: President"}},
        {"President Ivan Bilskyy spoke. Bilsky left. Ivan Bilskiy slept.", {"Ivan Bilskyy, -: President"}},
        {"Mayor Anna Roth and Judge Karl Roth met.", {"Anna Roth, -: Mayor", "Karl Roth, -: Judge"}},
        {"Prime Minister Faris bin Karim came with Leyla von der Heide.",
         {"Faris bin Karim, -: Prime Minister", "Leyla von der Heide, -"}},
        {"General J. K. Osei met Governor Amina al-Hadi.", {"J. K. Osei, -: General", "Amina al-Hadi, -: Governor"}},
    });
}

TEST(Actors, ASurnameThatTwoBearIsNobodys) {
    const Read read("Mayor Anna Roth and Judge Karl Roth met. Roth smiled.");
    EXPECT_THAT(read.mentions(MentionForm::part), ElementsAreArray({"Roth = -"}));
}

TEST(Actors, ShortFormsOfGivenNames) {
    expect_persons({
        {"Senator Mike Roe spoke. Michael Roe was glad.", {"Mike Roe, -: Senator"}},
        {"Judge William Lind wrote. “No,” Bill Lind said.", {"William Lind, -: Judge"}},
        {"Robert Hale and his son Bob Hale won.", {"Robert Hale, -", "Bob Hale, -: son"}},
        {"Senator Liz Quint came. Judge Elizabeth Quint went.", {"Liz Quint, -: Senator", "Elizabeth Quint, -: Judge"}},
    });
}

TEST(Actors, OneNameIsOnePerson) {
    expect_persons({{"Foreign Minister Ada Moreno spoke. The team: Ada Moreno, Jorge Salas and Rosa Luz.",
                     {"Ada Moreno, -: Foreign Minister", "Jorge Salas, -", "Rosa Luz, -"}}});
}

TEST(Actors, MrsRoeMayBeTheWife) {
    EXPECT_THAT(Read("President Karl Lind came with his wife. Mrs. Lind waved.").mentions(MentionForm::part),
                ElementsAreArray({"Lind = -"}));
    EXPECT_THAT(Read("President Karl Lind came. Mrs. Lind waved. Mr. Lind spoke.").mentions(MentionForm::part),
                ElementsAreArray({"Lind = -", "Lind = -"}));
    EXPECT_THAT(Read("Minister Ada Moreno came. Mrs. Moreno waved.").mentions(MentionForm::part),
                ElementsAreArray({"Moreno = Ada Moreno"}));
}

TEST(Actors, FamilyNameFirst) {
    const Read read("South Korean President Moon Dae-su spoke. Moon left for Oslo.");
    EXPECT_THAT(read.persons(), ElementsAreArray({"Moon Dae-su, KR: President"}));
    EXPECT_EQ(read.actors.chains.at(0).short_name, "Moon");
}

TEST(Actors, AnUnnamedSpokesmanIsNoPerson) {
    const Read read("A ministry spokesman declined to comment. Army spokesman Bo Lind said no. The spokesman left.");
    EXPECT_THAT(read.persons(), ElementsAreArray({"Bo Lind, -: Army spokesman"}));
    EXPECT_THAT(read.mentions(MentionForm::title), ElementsAreArray({"spokesman = -", "spokesman = -"}));
}

TEST(Actors, ATitleAloneIsItsOnlyHolder) {
    const Cases cases{
        {"Foreign Minister Ada Moreno came. The foreign minister smiled.", {"foreign minister = Ada Moreno"}},
        {"Foreign Minister Ada Moreno met Foreign Minister Bo Lind. The foreign minister smiled.",
         {"foreign minister = -"}},
        {"Former President Ada Moreno came. The president smiled.", {"president = -"}},
    };
    for (const auto& [text, titles] : cases) {
        EXPECT_THAT(Read(text).mentions(MentionForm::title), ElementsAreArray(titles)) << text;
    }
}

TEST(Actors, Pronouns) {
    const Cases cases{
        {"President Ada Moreno came. She smiled.", {"She = Ada Moreno"}},
        {"President Ada Moreno met Mayor Bo Lind. She smiled.", {"She = -"}},
        {"Mr. Lind came. She smiled.", {"She = -"}},
        {"A spokesman came with President Bo Lind. He smiled.", {"He = -"}},
    };
    for (const auto& [text, pronouns] : cases) {
        EXPECT_THAT(Read(text).mentions(MentionForm::pronoun), ElementsAreArray(pronouns)) << text;
    }
}

TEST(Actors, PlacesAndDaysAreNoPersons) {
    for (const std::string text :
         {"They met in New York on Monday.", "Yesterday Lake Victoria rose.", "The Strait of Hormuz was calm in May.",
          "Good Friday came.", "Peace Talks Begin As Hopes Rise In Capital\n\nThey went home."}) {
        EXPECT_THAT(Read(text).persons(), IsEmpty()) << text;
    }
}

TEST(Actors, StatesAndTheirSeats) {
    const Read read("The Kremlin refused. Lima agreed with Chilean diplomats at the United Nations.");
    std::vector<std::string> shown;
    for (const ActorChain& chain : read.actors.chains) {
        shown.push_back(chain.name + ", " + read.side(chain));
    }
    EXPECT_THAT(shown, ElementsAreArray({"Kremlin, RU", "Peru, PE", "Chilean diplomats, CL", "United Nations, -"}));
}

TEST(Actors, ABareTitleIsOfNoLandThatAnArticleFromElsewhereDoesNotName) {
    for (const auto& [text, side] :
         {std::pair("LIMA - Defense Secretary Ada Moreno resigned.", "-"),
          std::pair("LIMA - Defense Secretary Ada Moreno resigned. The United States wished her well.", "US"),
          std::pair("WASHINGTON - Defense Secretary Ada Moreno resigned.", "US")}) {
        const Lexicon& lexicon = Lexicon::built_in();
        Document document = cut(text);
        const auto begin = static_cast<std::uint32_t>(document.text.find("Defense"));
        begin_sentence(document, begin);
        const Actors found =
            find_actors(document, WordTables::built_in(), {begin, static_cast<std::uint32_t>(document.text.size())});
        ASSERT_FALSE(found.chains.empty()) << text;
        const CountryIndex of = found.chains.front().side;
        EXPECT_EQ(of == kNoCountry ? std::string("-") : lexicon.country(of).code, side) << text;
    }
}

TEST(Actors, TiesOfTitles) {
    const Cases cases{
        {"Ada Moreno, the head of the Grain Fund, came.", {"Ada Moreno heads Grain Fund"}},
        {"State Department spokeswoman Ada Moreno came.", {"Ada Moreno speaks-for State Department"}},
        {"Former State Department spokeswoman Ada Moreno came.", {}},
    };
    for (const auto& [text, ties] : cases) {
        EXPECT_THAT(Read(text).ties(), ElementsAreArray(ties)) << text;
    }
}

TEST(Actors, WhoeverHeadsAPartDoesNotHeadTheWhole) {
    EXPECT_THAT(Read("EU trade chief Ada Moreno spoke.").ties(), IsEmpty());
    EXPECT_THAT(Read("Norte Bank's personnel chief, Ada Moreno, spoke.").ties(), IsEmpty());
    EXPECT_THAT(Read("IMF chief Ada Moreno spoke.").ties(),
                ElementsAreArray({"Ada Moreno heads International Monetary Fund"}));
}

TEST(Actors, AppointedBy) {
    const Cases cases{
        {"Envoy Ada Moreno was appointed by President Bo Lind.", {"Bo Lind appointed Ada Moreno"}},
        {"President Bo Lind has appointed Ada Moreno as envoy.", {"Bo Lind appointed Ada Moreno"}},
        {"President Bo Lind appointed heavy weights.", {}},
    };
    for (const auto& [text, ties] : cases) {
        EXPECT_THAT(Read(text).ties(), ElementsAreArray(ties)) << text;
    }
}

TEST(Actors, ASisterIsNotOnHerBrothersSide) {
    expect_persons({{"Chilean President Bo Lind came. Lind's sister, Ada Moreno, stayed away.",
                     {"Bo Lind, CL: President", "Ada Moreno, -: sister"}}});
}

TEST(Actors, CompaniesThatBearAName) {
    const Read read("Hale's chief executive, Orson Hale, spoke. Hale sold two plants. General Motors bought them.");
    EXPECT_THAT(read.persons(), ElementsAreArray({"Orson Hale, -: chief executive"}));
    EXPECT_THAT(read.mentions(MentionForm::part), IsEmpty());
}

/// Whole articles: every person with side and titles, as a reader found them.
TEST(Actors, Stories) {
    namespace fs = std::filesystem;
    std::vector<fs::path> stories;
    for (const auto& entry : fs::directory_iterator(DEMARCHE_SOURCE_DIR "/tests/extract/stories")) {
        if (entry.path().extension() == ".txt") {
            stories.push_back(entry.path());
        }
    }
    EXPECT_GE(stories.size(), 10U);
    for (const fs::path& story : stories) {
        const DiskReader files;
        std::vector<std::string> expected;
        std::istringstream lines(files.read(fs::path(story).replace_extension(".persons").string()));
        for (std::string line; std::getline(lines, line);) {
            expected.push_back(line);
        }
        EXPECT_THAT(Read(files.read(story.string())).persons(), ElementsAreArray(expected)) << story;
    }
}

TEST(Actors, ScrapsOfText) {
    for (const std::string text : {"",
                                   "'s",
                                   "of",
                                   "President",
                                   "the",
                                   "Mr.",
                                   "President of",
                                   "President, ",
                                   "al-",
                                   "ex-",
                                   "then-President",
                                   "Peru's",
                                   "A, the",
                                   "Presidents A and",
                                   "- - -",
                                   "Abu",
                                   "von der",
                                   "\"President\"",
                                   "U.S.-",
                                   "-elect",
                                   "Ministry of the",
                                   "Sir",
                                   "John",
                                   "appointed by"}) {
        const Read read(text);
        EXPECT_THAT(read.ties(), IsEmpty()) << text;
    }
}

TEST(Actors, SpansStandInTheTextAndInOrder) {
    const Read read("Peruvian Foreign Minister Ada Moreno, 51, met US-Russia experts. She and Zoé Lind’s aide left.");
    std::uint32_t at = 0;
    for (const ActorMention& mention : read.actors.mentions) {
        EXPECT_GE(mention.span.begin, at);
        EXPECT_LT(mention.span.begin, mention.span.end);
        EXPECT_LE(mention.whole.begin, mention.span.begin);
        EXPECT_LE(mention.span.end, read.document.text.size());
        at = mention.span.begin;
    }
}

} // namespace
} // namespace demarche::extract
