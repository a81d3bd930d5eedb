#include "base/utf8.hpp"
#include "evidence/excerpt.hpp"

#include <gmock/gmock.h>

namespace demarche::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kText = "A title that is no sentence\n"
                          "\n"
                          "The first sentence stands here. The second is cited in part. The third follows it.\n"
                          "\n"
                          "A fourth begins a paragraph. Nobody needs the fifth. The sixth is far away. "
                          "The seventh \xE2\x80\x93 it is cited as a whole. The eighth ends it.\n";

Passage passage(const std::string& words) {
    const std::size_t at = kText.find(words);
    const std::size_t start = count_code_points(std::string_view(kText).substr(0, at));
    return {start, start + count_code_points(words), words};
}

/// "3:|The |[0]second..." would be hard to read: the sentence with its passages in brackets, "¶" and "..." before it.
std::string shown(const ShownSentence& sentence) {
    std::string text = sentence.after_gap ? "... " : "";
    for (const Piece& piece : sentence.pieces) {
        std::string marks;
        for (const std::size_t passage : piece.passages) {
            marks += std::to_string(passage);
        }
        text += marks.empty() ? piece.text : marks + "[" + piece.text + "]";
    }
    return text;
}

std::vector<std::string> shown(const Excerpt& excerpt) {
    std::vector<std::string> list;
    for (const ShownSentence& sentence : excerpt.sentences) {
        list.push_back(shown(sentence));
    }
    return list;
}

TEST(Excerpt, HasTheCitedSentencesAndANeighbourOnEitherSide) {
    const Excerpt excerpt = make_excerpt(
        kText, {passage("second is cited"), passage("The seventh \xE2\x80\x93 it is cited as a whole.")}, false);
    EXPECT_THAT(shown(excerpt),
                ElementsAre("... The first sentence stands here.", "The 0[second is cited] in part.",
                            "The third follows it.", "... The sixth is far away.",
                            "1[The seventh \xE2\x80\x93 it is cited as a whole.]", "The eighth ends it."));
    ASSERT_EQ(excerpt.contexts.size(), 2U);
    EXPECT_EQ(excerpt.contexts[1].last - excerpt.contexts[1].first, 2U);
    EXPECT_TRUE(excerpt.sentences[3].new_paragraph);
    EXPECT_FALSE(excerpt.sentences[1].new_paragraph);
}

TEST(Excerpt, ANeighbourMayBeginTheNextParagraphButATitleIsNone) {
    EXPECT_THAT(
        shown(make_excerpt(kText, {passage("third follows")}, false)),
        ElementsAre("... The second is cited in part.", "The 0[third follows] it.", "A fourth begins a paragraph."));
    EXPECT_THAT(shown(make_excerpt(kText, {passage("first")}, false)),
                ElementsAre("... The 0[first] sentence stands here.", "The second is cited in part."));
    EXPECT_THAT(shown(make_excerpt(kText, {passage("A title")}, false)).front(), "0[A title] that is no sentence");
}

TEST(Excerpt, PassagesMayOverlapAndReachOverSentences) {
    const Excerpt excerpt = make_excerpt(
        kText, {passage("first sentence stands here. The second"), passage("stands here"), passage("second is")},
        false);
    EXPECT_THAT(shown(excerpt)[0], "... The 0[first sentence ]01[stands here]0[.]");
    EXPECT_THAT(shown(excerpt)[1], "0[The ]02[second]2[ is] cited in part.");
    EXPECT_THAT(excerpt.sentences[0].pieces[2].begun, ElementsAre(1U));
    EXPECT_THAT(excerpt.sentences[1].pieces[0].begun, IsEmpty()) << "it began a sentence earlier";
}

TEST(Excerpt, TheWholeTextOnRequestAndOddTexts) {
    EXPECT_EQ(make_excerpt(kText, {passage("second")}, true).sentences.size(), 9U);
    EXPECT_THAT(shown(make_excerpt("\xE2\x80\x94 * \xE2\x80\x94", {{0, 1, "\xE2\x80\x94"}}, false)),
                ElementsAre("0[\xE2\x80\x94] * \xE2\x80\x94"));
    EXPECT_THAT(make_excerpt("", {}, true).sentences, IsEmpty());
}

} // namespace
} // namespace demarche::evidence
