// Citations whose article has changed: where their words are found again, and what is said of it.

#include "model/reanchor.hpp"

#include <gmock/gmock.h>

namespace demarche {
namespace {

/// As the article was when it was cited.
constexpr const char* kOld =
    "Title: Lock gates\n\n"
    "The water board will close the northern lock for three weeks in March, its chairman Ole Brandt said.\n\n"
    "Barges must take the old canal. The town council was not asked. Nobody knows what the repair will cost.\n\n"
    "The last repair took eleven months. The town council was not asked then either.\n";

struct Case {
    std::string name;
    std::string text; ///< the article now
    Citation citation;
    Hold hold;
    std::string stands; ///< what the citation comes to; empty: nothing
};

void PrintTo(const Case& tested, std::ostream* out) { // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << tested.name;
}

/// A citation as it stood in kOld, with its position if it is told which of several it was.
Citation cited(std::string quote, int nth = 0, std::string prefix = {}, std::string suffix = {}) {
    Citation citation;
    citation.article = "a";
    citation.prefix = std::move(prefix);
    citation.suffix = std::move(suffix);
    if (nth > 0) {
        const std::string old = kOld;
        std::size_t at = old.find(quote);
        for (int i = 1; i < nth; ++i) {
            at = old.find(quote, at + 1);
        }
        EXPECT_NE(at, std::string::npos) << quote;
        citation.start = at;
        citation.end = at + quote.size();
    }
    citation.quote = std::move(quote);
    return citation;
}

std::string old_with(const std::string& what, const std::string& by) {
    std::string text = kOld;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

std::string grown_above() {
    return "Correction: an earlier version of this article misstated the year.\n" + std::string(kOld);
}

Reanchored found_in(const AnchorText& text, const Citation& citation) {
    return Reanchoring(text).find(citation, text.find(citation));
}

class Reanchors : public ::testing::TestWithParam<Case> {};

TEST_P(Reanchors, ByWhatStandsThereNow) {
    const AnchorText text(GetParam().text);
    const Citation& citation = GetParam().citation;
    const Reanchored now = found_in(text, citation);
    EXPECT_EQ(now.hold, GetParam().hold);
    EXPECT_EQ(now.passage ? now.passage->exact : "", GetParam().stands);
    const auto mended = settled(citation, now, text);
    const bool mends = now.hold == Hold::moved || now.hold == Hold::context || now.hold == Hold::altered;
    ASSERT_EQ(mended.has_value(), mends);
    if (mended) {
        EXPECT_EQ(text.find(*mended).passage, now.passage) << "what is written holds";
        EXPECT_EQ(found_in(text, *mended).hold, Hold::stands) << "and needs nothing more";
        EXPECT_EQ(mended->quote == citation.quote, now.hold != Hold::altered);
    }
}

const std::string kCost = "Nobody knows what the repair will cost";
const std::string kAsked = "The town council was not asked";
const std::string kClose = "The water board will close the northern lock for three weeks in March";

INSTANTIATE_TEST_SUITE_P(
    Articles,
    Reanchors,
    ::testing::Values(
        Case{"as_it_was", kOld, cited(kCost, 1), Hold::stands, kCost},
        Case{"without_position", grown_above(), cited(kCost), Hold::stands, kCost},
        Case{"grown_above", grown_above(), cited(kCost, 1), Hold::moved, kCost},
        Case{"shortened_above", old_with("Title: Lock gates\n\n", ""), cited(kCost, 1), Hold::moved, kCost},
        Case{"paragraphs_swapped", kCost + ". " + old_with(" " + kCost + ".", ""), cited(kCost, 1), Hold::moved, kCost},
        Case{"typography_changed", old_with("not asked. Nobody knows what", "not asked.\nNobody\u00A0knows what"),
             cited(kCost), Hold::stands, "Nobody\u00A0knows what the repair will cost"},
        Case{"typography_changed_and_moved", "x " + old_with("Nobody knows what", "Nobody  knows\nwhat"),
             cited(kCost, 1), Hold::moved, "Nobody  knows\nwhat the repair will cost"},
        Case{"several_moved_a_little", "Now. " + std::string(kOld), cited(kAsked, 2), Hold::moved, kAsked},
        Case{"several_and_no_position", kOld, cited(kAsked), Hold::ambiguous, ""},
        Case{"several_moved_too_far_to_tell", std::string(140, '-') + "\n" + kOld, cited(kAsked, 1), Hold::ambiguous,
             ""},
        Case{"prefix_tells_which", grown_above(), cited(kAsked, 2, "months."), Hold::moved, kAsked},
        Case{"prefix_changed", old_with("old canal. The", "new canal. The"), cited(kAsked, 0, "old canal.", ". Nobody"),
             Hold::context, kAsked},
        Case{"prefix_and_suffix_changed", old_with("repair will", "work will"),
             cited("three weeks in March", 0, "for about", ", he said"), Hold::context, "three weeks in March"},
        Case{"one_word_changed", old_with("three weeks", "four weeks"), cited(kClose, 1), Hold::altered,
             "The water board will close the northern lock for four weeks in March"},
        Case{"capitals_changed", old_with("northern lock", "Northern Lock"), cited(kClose), Hold::altered,
             "The water board will close the Northern Lock for three weeks in March"},
        Case{"word_put_in", old_with("will close", "will not close"), cited(kClose), Hold::altered,
             "The water board will not close the northern lock for three weeks in March"},
        Case{"word_taken_out", old_with(" northern", ""), cited(kClose), Hold::altered,
             "The water board will close the lock for three weeks in March"},
        Case{"first_word_changed", old_with("Nobody knows", "Everybody knows"), cited(kCost), Hold::altered,
             "Everybody knows what the repair will cost"},
        Case{"last_word_changed", old_with("will cost.", "will need."), cited(kCost), Hold::altered,
             "Nobody knows what the repair will need"},
        Case{"last_word_taken_out_of_a_sentence", old_with("not asked then either.", "not asked then. They were told."),
             cited("The town council was not asked then either"), Hold::altered, "The town council was not asked then"},
        Case{"less_alike_where_it_is_expected",
             old_with("chairman Ole Brandt said", "acting chairwoman Ida Brandt said"),
             cited("its chairman Ole Brandt said", 1), Hold::altered, "its acting chairwoman Ida Brandt said"},
        Case{"less_alike_and_who_knows_where",
             old_with("chairman Ole Brandt said", "acting chairwoman Ida Brandt said"),
             cited("its chairman Ole Brandt said"), Hold::lost, ""},
        Case{"end_mark_changed", old_with("will cost.", "will cost!"), cited(kCost + "."), Hold::altered, kCost + "!"},
        Case{"rewritten", old_with(kCost, "The bill is an open question"), cited(kCost), Hold::lost, ""},
        Case{"taken_out", old_with(" " + kCost + ".", ""), cited(kCost, 1), Hold::lost, ""},
        Case{"nothing_left", "", cited(kCost, 1), Hold::lost, ""},
        Case{"one_word_is_too_few", old_with("Brandt", "Brand"), cited("Brandt"), Hold::lost, ""},
        Case{"altered_in_two_places", "The old mill burnt on Sunday night. We ask. The old mill burnt on Monday night.",
             cited("The old mill burnt on Friday night"), Hold::ambiguous, ""},
        Case{"altered_in_two_places_with_a_prefix",
             "The old mill burnt on Sunday night. We ask. The old mill burnt on Monday night.",
             cited("The old mill burnt on Friday night", 0, "We ask."), Hold::altered,
             "The old mill burnt on Monday night"},
        Case{"chinese", "市政府昨天宣布，北方的水闸将关闭四个星期。", cited("北方的水闸将关闭三个星期"), Hold::altered,
             "北方的水闸将关闭四个星期"},
        Case{"whole_article", "", cited(""), Hold::whole, ""}),
    [](const auto& tested) { return tested.param.name; });

TEST(Reanchor, SeveralPlacesMoveAsTheirNeighboursDid) {
    // All moved by more than the two places are apart.
    const AnchorText text(std::string(140, '-') + "\n" + kOld);
    Reanchoring reanchoring(text);
    const Citation neighbour = cited(kCost, 1);
    reanchoring.learn(neighbour, text.find(neighbour));
    for (const int nth : {1, 2}) {
        const Citation citation = cited(kAsked, nth);
        const Reanchored now = reanchoring.find(citation, text.find(citation));
        EXPECT_EQ(now.hold, Hold::moved) << nth;
        ASSERT_TRUE(now.passage);
        EXPECT_EQ(now.passage->start, *citation.start + 141);
    }
}

TEST(Reanchor, AlteredWordsThatStandTwiceGetAPosition) {
    const AnchorText text(
        "The ferry to Skarn sails at noon. The ferry to Skarn sails at noon. Later the ferry rests for good.");
    Citation citation;
    citation.quote = "The ferry to Skarn sailed at noon";
    citation.start = 0;
    citation.end = citation.quote.size();
    const Reanchored now = found_in(text, citation);
    ASSERT_EQ(now.hold, Hold::altered);
    const auto mended = settled(citation, now, text);
    ASSERT_TRUE(mended);
    EXPECT_EQ(mended->start, 0U);
    EXPECT_EQ(mended->end, 32U);
}

TEST(Reanchor, TakesOverNoWordsThatADossierCannotHold) {
    const AnchorText text("The old mill at the river burnt on\u202ESunday night.");
    const Citation citation = cited("The old mill at the river burnt on Monday night");
    const Reanchored now = found_in(text, citation);
    ASSERT_EQ(now.hold, Hold::altered);
    EXPECT_FALSE(settled(citation, now, text)) << "words that turn the direction of text";
}

} // namespace
} // namespace demarche
