#include "extract/speech.hpp"

#include <gmock/gmock.h>

namespace demarche::extract {
namespace {

using testing::ElementsAreArray;

/// "speaker | verb | content", with "-" before the content that is denied; quotation marks tell direct speech.
std::vector<std::string> speech_of(const std::string& text) {
    const Document document = cut(text);
    std::vector<std::string> shown;
    for (const Speech& speech : find_speech(document)) {
        const std::string content(document.words(speech.content));
        shown.push_back(std::string(document.words(speech.speaker)) + " | " + std::string(document.words(speech.verb)) +
                        " | " + (speech.denied ? "-" : "") +
                        (speech.kind == SpeechKind::direct ? "\"" + content + "\"" : content));
    }
    return shown;
}

struct Case {
    const char* text;
    std::vector<std::string> speech;
};

void expect(const std::vector<Case>& cases) {
    for (const auto& [text, speech] : cases) {
        EXPECT_THAT(speech_of(text), ElementsAreArray(speech)) << text;
    }
}

TEST(Speech, Direct) {
    expect({
        {"“We shall sail,” Ann Roe said.", {"Ann Roe | said | \"We shall sail,\""}},
        {"“We shall sail,” said Ann Roe, the mayor.", {"Ann Roe | said | \"We shall sail,\""}},
        {"\"We shall sail,\" she told reporters.", {"she | told | \"We shall sail,\""}},
        {"“We shall sail,” the mayor said in a statement. “Nobody stays behind.”",
         {"the mayor | said | \"We shall sail,\"", "the mayor |  | \"Nobody stays behind.\""}},
        {"“We shall sail,” she said, “and soon.”", {"she | said | \"We shall sail,\"", "she | said | \"and soon.\""}},
        {"“The storm is over. We shall sail,” she said.", {"she | said | \"The storm is over. We shall sail,\""}},
        {"Ann Roe said: “We shall sail.”", {"Ann Roe | said | \"We shall sail.\""}},
        {"In a statement, the mayor wrote, “We shall sail.”", {"the mayor | wrote | \"We shall sail.\""}},
        {"“Shall we sail?” asked Ann Roe.", {"Ann Roe | asked | \"Shall we sail?\""}},
        {"“We shall sail.”", {" |  | \"We shall sail.\""}},
        {"Ann Roe called the crossing “a good day” for all.", {"Ann Roe | called | \"a good day\""}},
        {"The so-called “old harbour” is closed.", {}},
    });
}

TEST(Speech, OverParagraphs) {
    expect({
        {"“We shall sail,” she said. “It is time.\n\n“Nobody stays behind.”",
         {"she | said | \"We shall sail,\"", "she |  | \"It is time.\"", "she |  | \"Nobody stays behind.\""}},
        {"“It is time for all of us.\n\n“Nobody stays behind,” said Ann Roe.",
         {"Ann Roe |  | \"It is time for all of us.\"", "Ann Roe | said | \"Nobody stays behind,\""}},
        {"“We shall sail,” she said.\n\n“Nobody knows.”",
         {"she | said | \"We shall sail,\"", " |  | \"Nobody knows.\""}},
    });
}

TEST(Speech, Reported) {
    expect({
        {"Ann Roe said the ferry would sail.", {"Ann Roe | said | the ferry would sail"}},
        {"Ann Roe said Tuesday that the ferry would sail.", {"Ann Roe | said | the ferry would sail"}},
        {"Ann Roe on Tuesday said that the ferry would sail.", {"Ann Roe | said | the ferry would sail"}},
        {"Mayor Ann Roe told the Courier on Monday that the ferry would sail.",
         {"Mayor Ann Roe | told | the ferry would sail"}},
        {"She told reporters the ferry would sail.", {"She | told | the ferry would sail"}},
        {"Ann Roe, the mayor of Oslo, said the ferry was late.", {"Ann Roe | said | the ferry was late"}},
        {"Ann Roe, who came late, said the ferry was late.", {"Ann Roe | said | the ferry was late"}},
        {"The ferry was late, Ann Roe said Monday.", {"Ann Roe | said | The ferry was late"}},
        {"The ferry was late, said harbour spokesman Bo Poe.",
         {"harbour spokesman Bo Poe | said | The ferry was late"}},
        {"After the storm, Oslo's Roe said the ferry was late.", {"Oslo's Roe | said | the ferry was late"}},
        {"Roe said the ferry was late and noted that it was full.",
         {"Roe | said | the ferry was late", "Roe | noted | it was full"}},
        {"Roe said the ferry was late, and Poe said it was full.",
         {"Roe | said | the ferry was late", "Poe | said | it was full"}},
        {"Roe said the ferry was late, adding that it was full.",
         {"Roe | said | the ferry was late", "Roe | adding | it was full"}},
        {"Roe said the talks would be “purely technical” and short.",
         {"Roe | said | the talks would be “purely technical” and short"}},
        {"Roe and Poe announced that they would meet.", {"Roe and Poe | announced | they would meet"}},
        {"A spokesman for the harbour said the ferry was late.",
         {"A spokesman for the harbour | said | the ferry was late"}},
        {"Roe denied that the ferry was late.", {"Roe | denied | -the ferry was late"}},
        {"Roe's deputy, Bo Poe, told the Courier that the ferry was late.",
         {"Roe's deputy, Bo Poe | told | the ferry was late"}},
        {"Poe, who Roe said might come, spoke of the storm.", {"Roe | said | might come"}},
        {"Poe stayed despite Roe saying he would sail.", {"Roe | saying | he would sail"}},
        {"Roe praised the crew and underlined its calm, saying, “Well done to all.”",
         {"Roe | underlined | its calm", "Roe | saying | \"Well done to all.\""}},
        {"It was “late, he thought.\n\nThe mayor said the ferry sailed.", {"The mayor | said | the ferry sailed"}},
        {"The Ukrainian mayor said on Monday that the ferry was late.",
         {"The Ukrainian mayor | said | the ferry was late"}},
        {"Roe said that Poe has expressed hope, and noted that it was late.",
         {"Roe | said | Poe has expressed hope", "Roe | noted | it was late"}},
        {"Roe believes that the ferry is late.", {"Roe | believes | the ferry is late"}},
    });
}

TEST(Speech, AccordingTo) {
    expect({
        {"According to the harbour office, the ferry was late.",
         {"the harbour office | According to | the ferry was late"}},
        {"The ferry was late, according to Ann Roe.", {"Ann Roe | according to | The ferry was late"}},
        {"But according to Ann Roe, it was full.", {"Ann Roe | according to | it was full"}},
    });
}

TEST(Speech, WhatNobodySaidIsNoSpeech) {
    expect({
        {"Ann Roe will say the ferry is late.", {}},
        {"Ann Roe did not say the ferry was late.", {}},
        {"Ann Roe declined to say whether the ferry was late.", {}},
        {"The ferry is said to be late.", {}},
        {"Roe's comments came after reports of a storm.", {}},
        {"Roe called an emergency meeting.", {}},
        {"They answered the call and posted a letter.", {}},
        {"Ann Roe spoke.", {}},
        {"They watched Ruritanian state television.", {}},
    });
}

TEST(Speech, SpansLieInTheTextWhateverItIs) {
    const std::vector<std::string> parts{"said ",         "“",   "” ",    "Ann Roe ", ", ",      "that ",
                                         "according to ", ". ",  "told ", "\n\n",     "and ",    "the ferry was late",
                                         "who ",          "\" ", "’",     "‘",        "adding ", "In ",
                                         "on Tuesday ",   "?",   ": "};
    unsigned state = 3;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 20; ++i) {
            state = state * 1664525U + 1013904223U;
            text += parts[(state >> 16U) % parts.size()];
        }
        const Document document = cut(text);
        for (const Speech& speech : find_speech(document)) {
            ASSERT_LT(speech.content.begin, speech.content.end) << text;
            ASSERT_LE(speech.content.end, text.size()) << text;
            ASSERT_LE(speech.speaker.begin, speech.speaker.end) << text;
            ASSERT_LT(speech.sentence, document.sentences.size()) << text;
        }
    }
}

} // namespace
} // namespace demarche::extract
