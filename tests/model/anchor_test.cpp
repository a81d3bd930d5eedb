#include "model/anchor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

constexpr const char* kText = "The Post\r\n\r\n"                                              // 0 to 12
                              "“The pier is safe,” said Reed.\r\n"                            // 12 to 44
                              "The ferry – a lifeline –\r\n  sails again. The pier is old.\n" // 44 to 102
                              "Cafe\u0301 na\u00EFve co\u00ADoperate\u00A0now\u200B.\n"
                              "Mayors' talks; the Mayor's talk.";

Citation quoting(std::string quote, std::string prefix = {}, std::string suffix = {}) {
    Citation citation;
    citation.article = "a";
    citation.quote = std::move(quote);
    citation.prefix = std::move(prefix);
    citation.suffix = std::move(suffix);
    return citation;
}

struct Found {
    std::string name;
    Citation citation;
    std::size_t start;
    std::size_t end;
    std::string exact;
    bool tolerant;
};

void PrintTo(const Found& found, std::ostream* out) { // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << found.name;
}

class Anchors : public ::testing::TestWithParam<Found> {};

TEST_P(Anchors, AtTheRightPlace) {
    const Anchor anchor = AnchorText(kText).find(GetParam().citation);
    ASSERT_TRUE(anchor.passage.has_value()) << anchor.occurrences << " occurrences";
    EXPECT_EQ(anchor.passage->start, GetParam().start);
    EXPECT_EQ(anchor.passage->end, GetParam().end);
    EXPECT_EQ(anchor.passage->exact, GetParam().exact);
    EXPECT_EQ(anchor.tolerant, GetParam().tolerant);
    EXPECT_FALSE(anchor.failure.has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Quotes,
    Anchors,
    ::testing::Values(Found{"start", quoting("The Post"), 0, 8, "The Post", false},
                      Found{"behind_line_ends", quoting("said Reed"), 32, 41, "said Reed", false},
                      Found{"curly_quotes_as_given", quoting("“The pier is safe,”"), 12, 31, "“The pier is safe,”",
                            false},
                      Found{"straight_quotes", quoting("\"The pier is safe,\""), 12, 31, "“The pier is safe,”", true},
                      Found{"dashes_and_line_end", quoting("ferry - a lifeline — sails"), 48, 77,
                            "ferry – a lifeline –\r\n  sails", true},
                      Found{"prefix", quoting("The pier is", "again."), 85, 96, "The pier is", false},
                      Found{"prefix_over_white_space", quoting("sails", "lifeline –"), 72, 77, "sails", false},
                      Found{"suffix", quoting("The pier is", "", " safe"), 13, 24, "The pier is", false},
                      Found{"suffix_folded", quoting("is safe", "", ",\" said"), 22, 29, "is safe", false},
                      Found{"both", quoting("The pier is", "\"", "safe"), 13, 24, "The pier is", false},
                      Found{"composed_for_decomposed", quoting("Café"), 102, 107, "Cafe\u0301", true},
                      Found{"decomposed_for_composed", quoting("nai\u0308ve"), 108, 113, "na\u00EFve", true},
                      Found{"soft_hyphen_and_no_break_space", quoting("cooperate now."), 114, 130,
                            "co\u00ADoperate\u00A0now\u200B.", true},
                      Found{"whole_words_before_parts", quoting("talk"), 158, 162, "talk", false},
                      Found{"part_of_a_word_if_need_be", quoting("ayors"), 132, 137, "ayors", false},
                      Found{"straight_apostrophe", quoting("the Mayor’s"), 146, 157, "the Mayor's", true}),
    [](const auto& tested) { return tested.param.name; });

TEST(Anchor, UsesTheRecordedPositionWhereSeveralFit) {
    const AnchorText text("war and war and war");
    Citation citation = quoting("war");
    Anchor anchor = text.find(citation);
    EXPECT_EQ(anchor.failure, AnchorFailure::ambiguous);
    EXPECT_EQ(anchor.occurrences, 3U);
    citation.start = 8;
    citation.end = 11;
    anchor = text.find(citation);
    EXPECT_EQ(anchor.passage, (Passage{8, 11, "war"}));
    citation.start = 9;
    EXPECT_EQ(text.find(citation).failure, AnchorFailure::ambiguous) << "a position that fits none decides nothing";
}

TEST(Anchor, PrefersTheWordsToTheRecordedPosition) {
    Citation citation = quoting("peace");
    citation.start = 0;
    citation.end = 5;
    EXPECT_EQ(AnchorText("war and peace").find(citation).passage, (Passage{8, 13, "peace"}));
}

TEST(Anchor, PrefersAnExactMatchToATolerantOne) {
    EXPECT_EQ(AnchorText("the mayor’s and the mayor's").find(quoting("mayor's")).passage, (Passage{20, 27, "mayor's"}));
}

TEST(Anchor, TellsWhatIsNearestToMissingWords) {
    const AnchorText text("The mayor and the harbour master spoke by telephone\non Monday. The council was not asked.");
    const auto nearest = [&](const char* quote) {
        const Anchor anchor = text.find(quoting(quote));
        EXPECT_EQ(anchor.failure, AnchorFailure::missing);
        EXPECT_EQ(anchor.occurrences, 0U);
        return text.nearest(quote);
    };
    EXPECT_EQ(nearest("harbour master spoke by phone on Monday"), "harbour master spoke by telephone on Monday");
    EXPECT_EQ(nearest("THE COUNCIL WAS ASKED"), "The council was not");
    EXPECT_EQ(nearest("councel"), "council");
    EXPECT_EQ(nearest("a lighthouse keeper resigned"), "");
    EXPECT_EQ(nearest("…"), "");
}

TEST(Anchor, SaysThatOnlyTheContextIsMissing) {
    const Anchor anchor = AnchorText("war and peace").find(quoting("peace", "no"));
    EXPECT_EQ(anchor.failure, AnchorFailure::missing);
    EXPECT_EQ(anchor.occurrences, 1U);
}

TEST(Anchor, FindsNothingForAWholeArticleOrInAnEmptyOne) {
    const Anchor whole = AnchorText("war and peace").find(quoting(""));
    EXPECT_FALSE(whole.passage.has_value());
    EXPECT_FALSE(whole.failure.has_value());
    EXPECT_EQ(AnchorText("").find(quoting("war")).failure, AnchorFailure::missing);
    EXPECT_EQ(AnchorText("war").find(quoting("\u00AD")).failure, AnchorFailure::missing) << "folds to nothing";
}

TEST(Anchor, CountsAByteOrderMarkAsTheArticleHasIt) {
    EXPECT_EQ(AnchorText("\uFEFFwar").find(quoting("war")).passage, (Passage{1, 4, "war"}));
}

TEST(Anchor, FindsManyQuotesInALongArticle) {
    std::string text;
    std::vector<std::string> quotes;
    for (int i = 0; text.size() < 1'000'000; ++i) {
        const std::string sentence = "Am Tag " + std::to_string(i) + " sprach die Bürgermeisterin über “Fähre " +
                                     std::to_string(i * 7919 % 100'003) + "” im Hafen.\n";
        if (i % 20 == 0 && quotes.size() < 500) {
            quotes.push_back(sentence.substr(0, sentence.size() - 1));
        }
        text += sentence;
    }
    ASSERT_EQ(quotes.size(), 500U);
    const AnchorText article(text);
    std::size_t found = 0;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        std::string quote = quotes[i];
        if (i % 2 == 1) { // half of them need folding
            quote.replace(quote.find("“"), 3, "\"");
            quote.replace(quote.find("”"), 3, "\"");
        }
        found += article.find(quoting(quote)).passage.has_value() ? 1 : 0;
    }
    EXPECT_EQ(found, 500U);
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

TEST(Anchor, TextThatRepeatsItselfTookTheProductOfTheLengths) {
    const AnchorText text(std::string(std::size_t{2} << 20, 'a'));
    const Citation never = quoting("b" + std::string(std::size_t{1} << 20, 'a'));
    EXPECT_EQ(text.find(never).failure, AnchorFailure::missing);
    const Citation everywhere = quoting(std::string(std::size_t{1} << 20, 'a'));
    EXPECT_EQ(text.find(everywhere).failure, AnchorFailure::ambiguous);
    EXPECT_EQ(AnchorText("aabaabaaab").find(quoting("aabaaab")).passage, (Passage{3, 10, "aabaaab"}));
}

TEST(Anchor, LongPrefixWasFoldedAtEachOfManyPlaces) {
    const AnchorText text(repeated("the pier. ", 200'000));
    const std::string prefix = "no " + repeated("the pier. ", 20'000);
    EXPECT_EQ(text.find(quoting("pier", prefix)).failure, AnchorFailure::ambiguous);
}

TEST(Anchor, LongQuoteWasComparedWithEveryStretchOfTheArticle) {
    const std::string article = repeated("one two ", 200'000);
    const AnchorText text(article);
    const Citation wanted = quoting(repeated("two one ", 50'000) + "three");
    EXPECT_EQ(text.find(wanted).failure, AnchorFailure::missing);
    EXPECT_EQ(text.nearest(wanted.quote), "") << "nobody would read so long a suggestion";
}

} // namespace
} // namespace demarche
