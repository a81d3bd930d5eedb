#include "assemble/assemble.hpp"
#include "model/dossier_reader.hpp"
#include "model/dossier_writer.hpp"
#include "story.hpp"
#include "support/memory_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::assemble {
namespace {

const std::vector<Told> kStory = {
    {"LIMA, May 13 — Peruvian Foreign Minister Ada Moreno met Chilean President Luis Araya in Lima on Tuesday. Moreno "
     "was joined by Iván Ríos, an adviser to the Peruvian president.\n\nThe two sides agreed to reopen the border, "
     "Moreno's spokesman, Juan Soto, told reporters.",
     "2031-05-13"},
    {"Chilean President Luis Araya flew to Peru on Monday to meet Foreign Minister Ada Moreno. “We are neighbours,” "
     "Araya said. Argentina will not take part in the talks.",
     "2031-05-14"},
};

TEST(Assemble, WhatIsWrittenReadsBackWithoutErrors) {
    Model model = assembled(kStory).model;
    if (model.events.empty()) { // a dossier needs one
        Event event;
        event.id = "rain";
        event.title = "Rain";
        event.type = {"statement", ""};
        event.review = "new";
        event.citations = model.actors.front().citations;
        model.events.push_back(event);
    }
    support::MemoryFiles files;
    for (std::size_t i = 0; i < kStory.size(); ++i) {
        files["n" + std::to_string(i + 1) + ".txt"] = kStory[i].text;
    }
    const std::string written = write_dossier(model);
    Diagnostics diagnostics;
    const auto read = parse_dossier(written, "story.xml", files, diagnostics);
    std::string findings;
    for (const Diagnostic& finding : diagnostics.all()) {
        findings += to_text(finding) + "\n";
    }
    EXPECT_FALSE(diagnostics.has_errors()) << findings << written;
    EXPECT_EQ(findings, "");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(write_dossier(*read), written);
    EXPECT_EQ(model.as_of, "2031-05-14");
    EXPECT_FALSE(model.title.empty());
}

TEST(Assemble, EveryFactIsNewAndCitedByItsArticle) {
    const Model model = assembled(kStory).model;
    const auto check = [&](const auto& fact) {
        EXPECT_EQ(fact.review, "new");
        EXPECT_FALSE(fact.citations.empty());
        for (const Citation& citation : fact.citations) {
            EXPECT_NE(model.article(citation.article), nullptr);
            EXPECT_TRUE(citation.passage.has_value());
        }
    };
    EXPECT_GE(model.actors.size(), 4U);
    std::for_each(model.actors.begin(), model.actors.end(), check);
    std::for_each(model.events.begin(), model.events.end(), check);
    std::for_each(model.ties.begin(), model.ties.end(), check);
}

TEST(Assemble, TheSameGistsGiveTheSameModel) {
    EXPECT_EQ(write_dossier(assembled(kStory).model), write_dossier(assembled(kStory).model));
}

TEST(Assemble, NoArticlesAndEmptyArticlesGiveAnEmptyModel) {
    EXPECT_TRUE(assembled({}).model.actors.empty());
    const Model model = assembled({{"It rained."}}).model;
    EXPECT_TRUE(model.actors.empty());
    EXPECT_TRUE(model.sides.empty());
    EXPECT_EQ(model.articles.size(), 1U);
}

/// Of a talk of somebody whom nobody can name with two others, a talk of those two was made.
TEST(Assemble, WhomAPronounMeansIsNotLeftOut) {
    const Model model =
        assembled({{"A stranger left. He talked by telephone with President Ada Moreno of Peru and with "
                    "Chancellor Jon Lind of Norway on Monday."}})
            .model;
    for (const Event& event : model.events) {
        EXPECT_NE(event.type.category, "consult") << event.title;
    }
}

} // namespace
} // namespace demarche::assemble
