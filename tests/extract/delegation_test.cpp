#include "extract/delegation.hpp"
#include "extract/word_tables.hpp"

#include <array>
#include <gmock/gmock.h>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

using testing::ElementsAreArray;

/// "SIDE at event: head Name, member Name".
std::vector<std::string> delegations_of(const std::string& text) {
    constexpr std::array<const char*, 4> kAs{"head ", "", "possible ", "absent "};
    const Lexicon& lexicon = Lexicon::built_in();
    const Document document = cut(text);
    const Actors actors = find_actors(document, WordTables::built_in());
    const auto times = find_times(document, parse_day("2025-02-19").value());
    const auto nouns = find_event_nouns(document, actors, WordTables::built_in(), times);
    std::vector<std::string> shown;
    for (const DelegationMention& found : find_delegations(document, actors, WordTables::built_in(), nouns)) {
        std::string line = found.country == kNoCountry ? "-" : lexicon.country(found.country).code;
        line += found.event.end == 0 ? "" : " at " + std::string(document.words(found.event));
        const char* parting = ": ";
        for (const DelegationMember& member : found.members) {
            line += parting + std::string(kAs.at(static_cast<std::size_t>(member.as))) +
                    actors.chains[actors.mentions[member.mention].chain].name;
            parting = ", ";
        }
        shown.push_back(std::move(line));
    }
    return shown;
}

using Cases = std::vector<std::pair<std::string, std::vector<std::string>>>;

void expect_delegations(const Cases& cases) {
    for (const auto& [text, delegations] : cases) {
        EXPECT_THAT(delegations_of(text), ElementsAreArray(delegations)) << text;
    }
}

TEST(Delegations, HeadsAreWhoIsSaidToLead) {
    expect_delegations({
        {"Peruvian Foreign Minister Ada Moreno led the delegation at the talks in Oslo.",
         {"PE at talks: head Ada Moreno"}},
        {"Peruvian Foreign Minister Ada Moreno and Chilean Defense Minister Karl Lind led the delegations that met.",
         {"PE at met: head Ada Moreno", "CL at met: head Karl Lind"}},
        {"The talks were held under the leadership of Peruvian envoy Ada Moreno and Chilean envoy Karl Lind.",
         {"PE at talks: head Ada Moreno", "CL at talks: head Karl Lind"}},
        {"A Kenyan delegation headed by Deputy President James Mutua arrived.", {"KE: head James Mutua"}},
        {"Peruvian Prime Minister Luis Vega will head the delegation.", {"PE: head Luis Vega"}},
        {"Peru's Jorge Salas, the head of the Peruvian delegation, said talks would go on.", {"PE: head Jorge Salas"}},
        {"Peruvian Foreign Minister Ada Moreno might lead the delegation.", {"PE: possible Ada Moreno"}},
    });
}

TEST(Delegations, NobodyHeadsByRankOrOrder) {
    expect_delegations({
        {"Peruvian Foreign Minister Ada Moreno, Defense Minister Jorge Salas and envoy Rosa Luz will meet the Chilean "
         "delegation.",
         {"PE at meet: Ada Moreno, Jorge Salas, Rosa Luz"}},
        {"Peruvian Foreign Minister Ada Moreno and Peruvian Defense Minister Jorge Salas led the delegation.", {}},
        {"The talks were led by Qatari envoy Omar Said.", {}},
        {"Peruvian Foreign Minister Ada Moreno will not lead the delegation.", {}},
        {"Peruvian judge Anna Bell headed the inquiry and led the team of doctors.", {}},
    });
}

TEST(Delegations, CompanyIsOfOneSide) {
    expect_delegations({
        {"Chilean President Karl Lind was accompanied by his wife, Petra Lind, and Foreign Minister Otto Brand.",
         {"CL: Karl Lind, Otto Brand"}},
        {"Chilean Foreign Minister Otto Brand brought along the ministry's adviser, Emil Kraus.",
         {"CL: Otto Brand, Emil Kraus"}},
        {"Peruvian envoy Ada Moreno was joined in Lima on Monday by Defense Minister Jorge Salas.",
         {"PE: Ada Moreno, Jorge Salas"}},
        {"Kenyan President Grace Wan was flanked by African Union envoy Kofi Mensah.", {}},
        {"The U.S. team is led by special envoy Robert Hale and includes Judge Dana Wells.",
         {"US: head Robert Hale", "US: Dana Wells"}},
        {"French President Jean Dupont was joined by German Chancellor Hans Weber.", {}},
        {"They met with Peruvian Foreign Minister Ada Moreno and Peruvian President Luis Vega's adviser Rosa Luz.",
         {"PE at met: Ada Moreno, Rosa Luz"}},
        {"French President Jean Dupont met with German Chancellor Hans Weber and Italian Prime Minister Carlo Rossi.",
         {}},
    });
}

TEST(Delegations, ListsPossibleAndAbsentMembers) {
    expect_delegations({
        {"The Peruvian delegation includes Defense Minister Jorge Salas and envoy Rosa Luz.",
         {"PE: Jorge Salas, Rosa Luz"}},
        {"The team chosen by President Luis Vega of Peru: Minister Ada Moreno, Minister Jorge Salas and envoy Rosa "
         "Luz.",
         {"PE: Ada Moreno, Jorge Salas, Rosa Luz"}},
        {"Peruvian minister Ada Moreno and Peruvian envoy Jorge Salas were present for the opening of the meeting.",
         {"PE at meeting: Ada Moreno, Jorge Salas"}},
        {"Pavel Drozd, the head of the Peruvian Grain Fund who the ministry said might be in attendance, praised the "
         "talks.",
         {"PE at talks: possible Pavel Drozd"}},
        {"Peruvian Finance Minister Clara Ruiz may join the talks.", {"PE at talks: possible Clara Ruiz"}},
        {"Peruvian Interior Minister Pedro Soto did not travel with the delegation.", {"PE: absent Pedro Soto"}},
    });
}

} // namespace
} // namespace demarche::extract
