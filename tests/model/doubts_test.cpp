#include "model/doubts.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::parse_sample;
using testing::printed;
using testing::sample_dossier;
using testing::sample_with;

std::string doubts(const std::string& dossier) {
    Diagnostics of_reading;
    const auto model = parse_sample(dossier, of_reading);
    EXPECT_FALSE(of_reading.has_errors()) << printed(of_reading);
    Diagnostics diagnostics;
    note_doubts(model.value_or(Model()), diagnostics);
    EXPECT_EQ(diagnostics.count(Severity::note), diagnostics.all().size()) << "doubts are notes";
    return printed(diagnostics);
}

const std::string kUncited =
    "23:5: note: the actor \"reed\" is supported by no citation; add <cite article=\"...\">\n"
    "24:5: note: the actor \"owners\" is supported by no citation; add <cite article=\"...\">\n";

TEST(Doubts, AreOfFactsWithoutSupport) {
    EXPECT_EQ(doubts(sample_dossier()), kUncited);
    EXPECT_EQ(doubts(sample_with("<cite article=\"a2\"/>", "<cite article=\"a2\" stance=\"disputes\"/>")),
              kUncited +
                  "28:5: note: the delegation \"team\" is supported by no citation; add <cite article=\"...\">\n")
        << "what disputes a fact does not support it";
}

TEST(Doubts, AreOfPlansWhoseDayHasPassed) {
    EXPECT_EQ(doubts(sample_with("when=\"2024-05\"", "when=\"2024-03-12\"")),
              kUncited +
                  "49:5: note: \"meeting\" is planned for 2024-03-12, which lies before the as-of day 2024-03-13; "
                  "has it happened? charts say that nothing is known of it\n");
    EXPECT_EQ(doubts(sample_with("when=\"2024-05\"", "when=\"2024-03\"")), kUncited) << "the month is not over";
}

TEST(Doubts, AreOfArticlesThatKnowMore) {
    EXPECT_EQ(
        doubts(sample_with("published=\"2024-03-06\"", "published=\"2024-03-14\"")),
        "5:5: note: the article \"a1\" was published on 2024-03-14, after the as-of day 2024-03-13; move as-of, or "
        "leave it out\n" +
            kUncited);
}

TEST(Doubts, WhatHasOccurredInTheFutureWasDrawnAsDone) {
    for (const auto& [status, refused] : std::vector<std::pair<std::string, bool>>{
             {"occurred", true}, {"ongoing", true}, {"planned", false}, {"cancelled", false}, {"denied", false}}) {
        Diagnostics diagnostics;
        parse_sample(sample_with("status=\"planned\"", "status=\"" + status + "\""), diagnostics);
        EXPECT_EQ(
            printed(diagnostics),
            refused ? "49:5: error: \"meeting\" is " + status +
                          " on 2024-05, which lies after the as-of day 2024-03-13; say status=\"planned\", or correct "
                          "when or as-of\n"
                    : "");
    }
}

} // namespace
} // namespace demarche
