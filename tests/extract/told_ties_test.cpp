#include "extract/told_ties.hpp"
#include "extract/word_tables.hpp"

#include <gmock/gmock.h>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

std::vector<std::string> ties_of(const std::string& text) {
    const Document document = cut(text);
    Actors actors = find_actors(document, WordTables::built_in());
    actors.ties.clear(); // those of titles
    add_told_ties(document, WordTables::built_in(), {}, actors);
    std::vector<std::string> shown;
    for (const NamedTie& tie : actors.ties) {
        shown.push_back(actors.chains[tie.from].name + " " + to_text(tie.type) + " " + actors.chains[tie.to].name);
    }
    return shown;
}

TEST(ToldTies, FromSentences) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"Minister Ada Moreno, who heads the Grain Fund, spoke.", {"Ada Moreno heads Grain Fund"}},
        {"Professor Karl Lind advises President Luis Vega.", {"Karl Lind advises Luis Vega"}},
        {"Judge Rosa Luz, a senior member of the Grain Council, left.", {"Rosa Luz member-of Grain Council"}},
        {"President Luis Vega named Otto Brand as finance minister.", {"Luis Vega appointed Otto Brand"}},
        {"Clara Ruiz was appointed trade envoy on Monday by President Luis Vega.", {"Luis Vega appointed Clara Ruiz"}},
        {"Minister Rosa Paz and envoy Clara Ruiz — the team chosen by President Luis Vega — left.",
         {"Luis Vega appointed Rosa Paz", "Luis Vega appointed Clara Ruiz"}},
        {"Lawyer Ines Gil represents Judge Pedro Soto.", {"Ines Gil represents Pedro Soto"}},
        {"Pedro Soto, who works for the Grain Fund, said so.", {"Pedro Soto member-of Grain Fund"}},
    };
    for (const auto& [text, ties] : cases) {
        EXPECT_THAT(ties_of(text), testing::ElementsAreArray(ties)) << text;
    }
}

TEST(ToldTies, NoneWhereNothingStands) {
    for (const char* text : {
             "President Luis Vega may appoint Judge Sara Paz.",
             "President Luis Vega named his son Tom.",
             "The Grain Fund runs Peru's mines.",
             "Senator Sara Paz leads Senator Rosa Luz in polls.",
             "Minister Joan Pike was once a member of the Grain Council.",
             "Envoy Clara Ruiz was named in the report by Judge Sara Paz.",
             "Minister Ada Moreno did not name Otto Brand as envoy.",
         }) {
        EXPECT_THAT(ties_of(text), testing::IsEmpty()) << text;
    }
}

} // namespace
} // namespace demarche::extract
