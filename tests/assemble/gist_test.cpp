#include "assemble/gist.hpp"
#include "assemble/passages.hpp"
#include "base/utf8.hpp"
#include "story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::assemble {
namespace {

/// The words of `text` from code point `start` to `end`.
std::string at(const std::string& text, std::size_t start, std::size_t end) {
    return encode_utf8(std::u32string_view(decode_utf8(text)).substr(start, end - start));
}

TEST(Gist, PassagesCountCodePointsAndHoldTheExactWords) {
    const std::string text = "Señora Núñez — Perú’s “voice” — spoke. Ukrainian President Andriy Hrynko’s adviser, Iván "
                             "Ríos,\nsaid that Ada Moreno, the Peruvian foreign minister, had left.";
    const Gist gist = gist_of({text}, "n1");
    std::size_t passages = 0;
    const auto check = [&](const Passage& passage) {
        EXPECT_EQ(at(text, passage.start, passage.end), passage.exact);
        EXPECT_FALSE(passage.exact.empty());
        ++passages;
    };
    for (const ActorSaid& actor : gist.actors) {
        EXPECT_FALSE(actor.passages.empty()) << actor.name;
        std::for_each(actor.passages.begin(), actor.passages.end(), check);
        for (const TitleSaid& title : actor.titles) {
            check(title.passage);
        }
    }
    for (const TieSaid& tie : gist.ties) {
        check(tie.passage);
    }
    for (const EventSaid& event : gist.events) {
        check(event.passage);
    }
    EXPECT_GE(passages, 8U);
}

TEST(Gist, SentencesWithHolesAreRead) {
    const std::string before =
        "It rained on Monday, and the council stayed at home until the evening came, it said.\n\n";
    for (const char* odd : {"Moreno wanted to, but did not.",
                            "Moreno has \"been moved by what [ it has ] done, and [ it "
                            "wants ] to bring it home .\"",
                            "To, to and to.", "Will not. Has never. Would \"to\"."}) {
        EXPECT_EQ(gist_of({before + odd}, "n1").article.id, "n1") << odd;
    }
}

TEST(Gist, DelegationsAtTheMeetingAreAtTheOneTold) {
    const Gist gist =
        gist_of({"Peruvian and Chilean envoys met in Oslo on Tuesday. Norwegian Foreign Minister Kari Holm and "
                 "Norwegian envoy Nils Berg were present for the opening of the meeting."},
                "n1");
    ASSERT_EQ(gist.delegations.size(), 1U);
    ASSERT_LT(gist.delegations.front().event, gist.events.size());
    EXPECT_EQ(gist.events[gist.delegations.front().event].trigger, "met");
}

TEST(Gist, ATitleIsCitedWithItsName) {
    const Gist gist = gist_of({"Ada Moreno, the Peruvian foreign minister, left."}, "n1");
    ASSERT_FALSE(gist.actors.empty());
    ASSERT_EQ(gist.actors.front().titles.size(), 1U);
    EXPECT_EQ(gist.actors.front().titles.front().passage.exact, "Ada Moreno, the Peruvian foreign minister");
}

TEST(Passages, LongClausesAreCutToWholeClausesAroundWhatIsKept) {
    std::string text = "The council met";
    for (int i = 0; i < 30; ++i) {
        text += ", heard a speaker from the hills";
    }
    text += ", voted against the dam";
    for (int i = 0; i < 30; ++i) {
        text += ", thanked a speaker from the coast";
    }
    text += ".\n\nAnother paragraph.";
    const extract::Document document = extract::cut(text);
    Passages passages(document);
    const auto kept_at = static_cast<std::uint32_t>(text.find("voted"));
    const Passage middle = passages.clause({0, static_cast<std::uint32_t>(text.size())}, {kept_at, kept_at + 5});
    EXPECT_NE(middle.exact.find("voted against the dam"), std::string::npos);
    EXPECT_LE(middle.exact.size(), 320U);
    EXPECT_GE(middle.exact.size(), 200U);
    EXPECT_TRUE(middle.exact.starts_with("heard ")) << middle.exact;
    EXPECT_TRUE(middle.exact.ends_with(" the coast")) << middle.exact;
    const Passage first = passages.clause({0, static_cast<std::uint32_t>(text.size())}, {12, 15});
    EXPECT_TRUE(first.exact.starts_with("The council met, heard")) << first.exact;
    const Passage whole =
        passages.clause({4, static_cast<std::uint32_t>(text.size())},
                        {static_cast<std::uint32_t>(text.size()) - 10, static_cast<std::uint32_t>(text.size()) - 1});
    EXPECT_EQ(whole.exact, "Another paragraph.");
}

TEST(Passages, AreCitedOnOneLine) {
    const Citation citation = cite("n1", {5, 14, "Ada\nMoreno"});
    EXPECT_EQ(citation.quote, "Ada Moreno");
    EXPECT_EQ(citation.passage->exact, "Ada\nMoreno");
    EXPECT_EQ(citation.start, 5U);
    EXPECT_EQ(citation.end, 14U);
}

/// An attack that reports told of was drawn as if the article had told it itself.
TEST(Gist, WhatReportsCarryIsTheirWord) {
    const Gist gist = gist_of({"There were reports of Peruvian troops attacking Chile on Monday."}, "n1");
    ASSERT_EQ(gist.events.size(), 1U);
    EXPECT_EQ(gist.events.front().said_by_words, "reports");
    EXPECT_TRUE(gist.events.front().said_by.empty());
}

} // namespace
} // namespace demarche::assemble
