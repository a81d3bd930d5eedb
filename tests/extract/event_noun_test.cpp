#include "extract/event_noun.hpp"
#include "extract/word_tables.hpp"

#include <array>
#include <gmock/gmock.h>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {
namespace {

using testing::ElementsAreArray;

const char* hint_of(NounHint hint) {
    constexpr std::array<const char*, 6> kHints{"", " planned", " possible", " cancelled", " negated", " past"};
    return kHints.at(static_cast<std::size_t>(hint));
}

/// "whole | type | part=Name ... | time | places | marks", empty ones left out.
std::vector<std::string> nouns_of(const std::string& text) {
    const Document document = cut(text);
    const Actors actors = find_actors(document, WordTables::built_in());
    const auto times = find_times(document, parse_day("2025-02-19").value());
    std::vector<std::string> shown;
    for (const EventNoun& noun : find_event_nouns(document, actors, WordTables::built_in(), times)) {
        std::string line = std::string(document.words(noun.whole)) + " | " + to_text(noun.type);
        for (const NounParty& party : noun.parties) {
            const std::uint32_t chain = actors.mentions[party.mention].chain;
            line += std::string(" | ") + to_text(party.as) + "=" + (chain == kNone ? "?" : actors.chains[chain].name);
        }
        if (noun.time != kNone) {
            line += " | " + times[noun.time].when.text();
        }
        for (const Span place : noun.places) {
            line += " | @" + std::string(document.words(place));
        }
        line += noun.separate ? " separate" : "";
        line += hint_of(noun.hint);
        if (noun.relation.end != 0) {
            line += (noun.after ? " after:" : " before:") + std::string(document.words(noun.relation));
        }
        if (noun.within.end != 0) {
            line += " within:" + std::string(document.words(noun.within));
        }
        shown.push_back(std::move(line));
    }
    return shown;
}

using Cases = std::vector<std::pair<std::string, std::vector<std::string>>>;

void expect_nouns(const Cases& cases) {
    for (const auto& [text, nouns] : cases) {
        EXPECT_THAT(nouns_of(text), ElementsAreArray(nouns)) << text;
    }
}

TEST(EventNouns, PartiesTimesAndPlaces) {
    expect_nouns({
        {"Ada Moreno had a phone call with Karl Lind on Tuesday.",
         {"a phone call with Karl Lind on Tuesday | consult/call | participant=Karl Lind | 2025-02-18"}},
        {"The talks between Peru and Chile in Oslo ended.",
         {"The talks between Peru and Chile in Oslo | consult/negotiate | participant=Peru | participant=Chile | "
          "@Oslo"}},
        {"Peru-Chile negotiations resumed.",
         {"Peru-Chile negotiations | consult/negotiate | participant=Peru | participant=Chile"}},
        {"The Chilean invasion of Peru in March 2021 was swift.",
         {"The Chilean invasion of Peru in March 2021 | assault | source=Chile | target=Peru | 2021-03"}},
        {"Rebels condemned the May 3, 2019, attack on Lima.",
         {"the May 3, 2019, attack on Lima | assault | target=Peru | 2019-05-03"}},
        {"Chile denounced its February 24, 2022, invasion of Peru.",
         {"its February 24, 2022, invasion of Peru | assault | target=Peru | 2022-02-24"}},
        {"Rebels condemned Monday's attack on Lima by Chile.",
         {"Monday's attack on Lima by Chile | assault | target=Peru | source=Chile | 2025-02-17"}},
        {"They met in Doha, where the trilateral talks in Doha, Qatar, were brokered by Egypt.",
         {"the trilateral talks in Doha, Qatar | consult/negotiate | @Doha | @Qatar"}},
        {"The Oslo talks failed.", {"The Oslo talks | consult/negotiate | @Oslo"}},
        {"They signed an agreement on Tuesday in the Peruvian capital, Lima.",
         {"an agreement on Tuesday in the Peruvian capital, Lima | agree | 2025-02-18 | @Lima"}},
        {"Ada Moreno was angry. Police defended Moreno's arrest by Chile.",
         {"Moreno's arrest by Chile | coerce/arrest | target=Ada Moreno | source=Chile"}},
        {"The union called a strike over pay on Monday.", {"a strike | protest/strike"}},
        {"Peru's strike on a market near Arica in January killed two.",
         {"Peru's strike on a market near Arica in January | assault | source=Peru | 2025-01 | @Arica"}},
        {"Drivers want more pay. A strike by union members ended. Today the strike resumed.",
         {"A strike | protest/strike", "the strike | protest/strike"}},
        {"The strike ended.", {}},
        {"The Camp David summit and the Jeddah talks ended.",
         {"The Camp David summit | consult/meet | @Camp David", "the Jeddah talks | consult/negotiate | @Jeddah"}},
        {"It followed talks between the GDL union and railway operator Deutsche Bahn.",
         {"talks between the GDL union and railway operator Deutsche Bahn | consult/negotiate | participant=GDL | "
          "participant=Deutsche Bahn after:followed"}},
        {"A meeting of EU trade ministers in Lima ended.",
         {"A meeting of EU trade ministers in Lima | consult/meet | participant=European Union | @Lima"}},
    });
}

TEST(EventNouns, SeveralOfOneKindAreSeparate) {
    expect_nouns({
        {"There were phone calls with both Ada Moreno and Karl Lind last week.",
         {"phone calls with both Ada Moreno and Karl Lind last week | consult/call | participant=Ada Moreno | "
          "participant=Karl Lind | [2025-02-10..2025-02-16] separate"}},
        {"There was a phone call with Ada Moreno and Karl Lind.",
         {"a phone call with Ada Moreno and Karl Lind | consult/call | participant=Ada Moreno | participant=Karl "
          "Lind"}},
    });
}

TEST(EventNouns, HintsAndOrder) {
    expect_nouns({
        {"There were no talks with Chile.", {"no talks with Chile | consult/negotiate | participant=Chile negated"}},
        {"They left without talks.", {"talks | consult/negotiate negated"}},
        {"Ahead of the planned summit in Geneva, both rested.",
         {"the planned summit in Geneva | consult/meet | @Geneva planned before:Ahead of"}},
        {"She rejected a possible deal with Chile.",
         {"a possible deal with Chile | agree | participant=Chile possible"}},
        {"In the wake of the attack, they fled.", {"the attack | assault after:In the wake of"}},
        {"The vote was followed by protests.", {"The vote | ", "protests | protest/demo before:was followed by"}},
        {"They spoke on the sidelines of the G-20 meeting in Brazil.",
         {"the G-20 meeting in Brazil | consult/meet | participant=Group of 20 | @Brazil within:on the sidelines of"}},
    });
}

TEST(EventNouns, NotEveryNounIsAnEvent) {
    for (const char* text : {
             "He left the meeting room.",
             "The attack helicopter struck a balance.",
             "The deal's terms were secret.",
             "The minister calls on Chile to act.",
             "A call for calm was heard.",
             "They want to call Lima.",
             "Ada Moreno talks with Karl Lind.",
             "Chile attacks Peru.",
             "Issues that deal with trade are hard.",
             "He suffered a heart attack.",
             "The talks team flew home.",
             "After meeting with Ada Moreno, he left.",
             "The Oslo Accords stand.",
         }) {
        EXPECT_THAT(nouns_of(text), testing::IsEmpty()) << text;
    }
}

} // namespace
} // namespace demarche::extract
