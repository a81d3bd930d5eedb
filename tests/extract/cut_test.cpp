#include "extract/document.hpp"
#include "shown.hpp"

#include <gmock/gmock.h>

namespace demarche::extract {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

TEST(Cut, Tokens) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"Ann went home.", "Ann|went|home|."},
        {"Al-Arabiya and O'Neil don't agree", "Al-Arabiya|and|O'Neil|don't|agree"},
        {"Peru's envoy; Peru’s envoy", "Peru|'s|envoy|;|Peru|’s|envoy"},
        {"the envoys' cars", "the|envoys|'|cars"},
        {"the U.S.'s team", "the|U.S.|'s|team"},
        {"U.S.-led and US-Russia and Peruvian-U.S. talks", "U.S.-led|and|US-Russia|and|Peruvian-U.S.|talks"},
        {"J.D. Vance and J. R. Smith", "J.D.|Vance|and|J.|R.|Smith"},
        {"18, 1,200, 2.5, 20th, 1990s, 6pm", "18|,|1,200|,|2.5|,|20th|,|1990s|,|6pm"},
        {"the '90s and in ’22", "the|'90s|and|in|’22"},
        {"1,2 or 3,4567", "1|,|2|or|3|,|4567"},
        {"2025-02-18 at 10:30", "2025|-|02|-|18|at|10|:|30"},
        {"a 10-day trip in mid-2022", "a|10|-|day|trip|in|mid-2022"},
        {"$2.5b and 5%", "$|2.5b|and|5|%"},
        {"wait... and -- then — so…", "wait|...|and|--|then|—|so|…"},
        {"at 6 p.m. or 7 a.m.", "at|6|p.m.|or|7|a.m."},
        {"Mr. Smith, Gen. Jones, No. 10 and no.", "Mr.|Smith|,|Gen.|Jones|,|No.|10|and|no|."},
        {"see https://example.org/a.b?c=d. Then www.example.com, too",
         "see|https://example.org/a.b?c=d|.|Then|www.example.com|,|too"},
        {"example.com said. Ph.D. too", "example.com|said|.|Ph.D.|too"},
        {"over.The end", "over|.|The|end"},
        {"AT&T and G-20 and F-16s", "AT&T|and|G-20|and|F-16s"},
        {"Köln, Zürich, Москва and café́", "Köln|,|Zürich|,|Москва|and|café́"},
        {"co\u00ADop\u00A0up", "co\u00ADop|up"},
        {"#tag @name (x) [y]", "#|tag|@|name|(|x|)|[|y|]"},
    };
    for (const auto& [text, tokens] : cases) {
        EXPECT_EQ(tokens_of(text), tokens) << text;
    }
}

TEST(Cut, Sentences) {
    const std::vector<std::vector<std::string>> cases{
        // Sentences that follow each other with one space; the cutter must find them again.
        {"Ann left.", "Bo came."},
        {"Is it so?", "It is!", "Good."},
        {"He met U.S. Secretary Ann Lee of the U.S. Treasury.", "She left."},
        {"They went to the U.S.", "The trip was short."},
        {"It was bought by Acme Inc. Chief Executive Bo Roe."},
        {"It was bought by Acme Inc.", "He was glad."},
        {"Gen. Roe, Sen. Poe and Mr. Moe met Feb. 18 on St. John's."},
        {"They met at 6 p.m. Tuesday in Oslo."},
        {"They met at 6 p.m. Oslo time."},
        {"They met at 6 p.m.", "Roe came late."},
        {"J. D. Roe and A. Poe met.", "All went well."},
        {"It grew by 2.5 percent.", "Then it fell to 1,200.", "By 2012 it was gone."},
        {"No. 10 said no.", "She said so."},
        {"It began in Feb. 2022.", "It ended in Feb. 2023."},
        {"“We will win,” he said.", "“We must.”", "She nodded."},
        {"\"We will win.\"", "She nodded."},
        {"He called it “hard.”", "They left."},
        {"He called it “hard”.", "They left."},
        {"“Why now?” asked Roe.", "Nobody knew."},
        {"“Why now?” President Ann Roe asked.", "Nobody knew."},
        {"“Why now?”", "The hall fell silent."},
        {"“I said ‘no.’”", "“Then I left.”"},
        {"We hope. ...", "But there is none."},
        {"It may rain ... or not.", "It rained."},
        {"(She was late.)", "He was not."},
        {"They sell tea, rice, etc.", "Prices rose."},
        {"Roe Jr. and Poe Sr. met, e.g. Tuesday, vs. Moe."},
        {"It lies on Wall St.", "The house is old."},
        {"Yahoo! is a firm."},
        {"Sales rose 5 percent.", "20 shops closed."},
        {"He spoke of plan B.", "The plan failed."},
        {"An end to the war in St. Petersburg and Ft. Lee.", "— Ann Roe wrote this."},
    };
    for (const auto& sentences : cases) {
        std::string text;
        for (const std::string& sentence : sentences) {
            text += (text.empty() ? "" : " ") + sentence;
        }
        EXPECT_THAT(sentences_of(text), ElementsAreArray(sentences)) << text;
    }
}

TEST(Cut, AFullStopThatLostItsSpaceEndsASentence) {
    EXPECT_THAT(sentences_of("The hall was full.Most stood."), ElementsAre("The hall was full.", "Most stood."));
}

TEST(Cut, HeadingsCaptionsAndLists) {
    EXPECT_THAT(sentences_of("Two ministers meet\n\nThey met on Monday.\nWhat comes next\nNobody knows."),
                ElementsAre("# Two ministers meet", "They met on Monday.", "# What comes next", "Nobody knows."));
    EXPECT_THAT(sentences_of("They agreed:\n• to meet\n- to talk again\n1. Peace. And trade\n2. Nothing"),
                ElementsAre("They agreed:", "• to meet", "- to talk again", "1. Peace.", "And trade", "2. Nothing"));
}

TEST(Cut, WrappedLinesAreOneParagraph) {
    const std::string text = "The ministers of both countries met in the capital on\n"
                             "Monday and spoke for an hour about the river. Then the\n"
                             "hosts served tea to all who had come from afar, and they\n"
                             "left.\n"
                             "  A second paragraph is indented, and goes on in another\n"
                             "line of its own.\n";
    const Document document = cut(text);
    ASSERT_EQ(document.sentences.size(), 3U);
    EXPECT_EQ(document.sentences[0].paragraph, 0U);
    EXPECT_EQ(document.sentences[1].paragraph, 0U);
    EXPECT_EQ(document.sentences[2].paragraph, 1U);
    EXPECT_FALSE(document.sentences[2].heading);
}

TEST(Cut, ALineIsAParagraphWhereNothingIsWrapped) {
    EXPECT_THAT(sentences_of("Roe came\r\nPoe went"), ElementsAre("# Roe came", "# Poe went"));
}

TEST(Cut, QuotationMarksArePaired) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\"a\" b \"c d\"", "<><>"},
        {"“a” b “c”", "<><>"},
        {"‘a b’ c", "<>"},
        {"'a b' c", "<>"},
        {"“a ‘b’ c”", "<<>>"},
        {"\"a 'b'\" c", "<<>>"},
        {"“The towns’ walls fell,” he said", "<>"},
        {"‘the towns’ walls’ fell", "<>"},
        {"the towns' walls and don't", ""},
        {"'tis late", ""},
        {"he said \"a.\" Then \"b,\" she said", "<><>"},
        {"so (\"a\") and —\"b\"", "<><>"},
        {"“a.“", "<>"},
        {"the “a b “ c", "<>"},
        {"”a b” c", "<>"},
        {"a 6' man", ""},
        {"„a“ and «b»", "<><>"},
        {"“one\n“two”", "<<>"},
    };
    for (const auto& [text, quotes] : cases) {
        EXPECT_EQ(quotes_of(text), quotes) << text;
    }
}

TEST(Cut, TokensKnowTheirCaseAndSpace) {
    const Document document = cut("NATO’s Ann, G20");
    ASSERT_EQ(document.tokens.size(), 5U);
    EXPECT_TRUE(document.tokens[0].all_caps && document.tokens[0].capital);
    EXPECT_FALSE(document.tokens[1].space_before);
    EXPECT_TRUE(document.tokens[2].capital && document.tokens[2].space_before && !document.tokens[2].all_caps);
    EXPECT_FALSE(document.tokens[4].all_caps) << "one letter";
}

/// What holds of any text: tokens in order, apart, not empty, between code points; sentences cover them all.
void expect_sound(const std::string& text) {
    const Document document = cut(text);
    std::uint32_t at = 0;
    for (const Token& token : document.tokens) {
        ASSERT_GE(token.span.begin, at);
        ASSERT_LT(token.span.begin, token.span.end);
        ASSERT_LE(token.span.end, text.size());
        const auto inside = [&](std::uint32_t i) { return i < text.size() && (text[i] & 0xC0) == 0x80; };
        ASSERT_FALSE(inside(token.span.begin) || inside(token.span.end));
        at = token.span.end;
    }
    std::uint32_t next = 0;
    for (const Sentence& sentence : document.sentences) {
        ASSERT_EQ(sentence.first, next);
        ASSERT_LT(sentence.first, sentence.last);
        next = sentence.last;
    }
    ASSERT_EQ(next, document.tokens.size());
}

TEST(Cut, AnyTextIsCutSoundly) {
    const std::vector<std::string> parts{"U.S", ".",  "’",      "'s",   "\"", "“",          "”",   "\n", "\n\n",
                                         " ",   "a",  "Ann",    "12",   ",3", "-",          "Mr.", "?",  "…",
                                         "é",   "日", "\u00AD", "p.m.", "No", "http://x.y", "́",    "&",  "--",
                                         "\t",  "(",  ")",      "'90",  "‘",  "•",          "...", "U.", "\x01"};
    unsigned state = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i) {
            state = state * 1664525U + 1013904223U;
            text += parts[(state >> 16U) % parts.size()];
        }
        expect_sound(text);
        if (HasFatalFailure()) {
            FAIL() << text;
        }
    }
}

TEST(Cut, LongInputsOfOneKindTakeLinearTime) {
    for (const char* part :
         {"a", ".", "'", "\"", "“", "-", "a.", "U.", "1,", "\n", " ", "'a ", "http://", "No. ", "&a"}) {
        std::string text;
        while (text.size() < 1'000'000) {
            text += part;
        }
        expect_sound(text);
    }
}

TEST(BeginSentence, PartsADatelineFromTheProseBehindIt) {
    Document document = cut("LIMA, Peru — Ada spoke. Luis left.");
    ASSERT_EQ(document.sentences.size(), 2U);
    const auto at = static_cast<std::uint32_t>(document.text.find("Ada"));
    for (int twice = 0; twice < 2; ++twice) {
        begin_sentence(document, at);
        ASSERT_EQ(document.sentences.size(), 3U);
        EXPECT_TRUE(document.sentences[0].heading);
        EXPECT_FALSE(document.sentences[1].heading);
        EXPECT_EQ(document.words(document.tokens[document.sentences[1].first]), "Ada");
        EXPECT_EQ(document.sentences[0].last, document.sentences[1].first);
    }
    begin_sentence(document, static_cast<std::uint32_t>(document.text.size()));
    EXPECT_EQ(document.sentences.size(), 3U);
}

} // namespace
} // namespace demarche::extract
