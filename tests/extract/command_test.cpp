// The extract command as a person runs it: what it prints, its exit code, what it says where it cannot go on.

#include "house/run.hpp"
#include "samples.hpp"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace demarche::extract {
namespace {

using testing::HasSubstr;

house::Outcome extract(std::vector<std::string> arguments, const std::string& input) {
    house::Command command;
    command.words = {DEMARCHE_PROGRAM, "extract"};
    command.words.insert(command.words.end(), arguments.begin(), arguments.end());
    command.input = input;
    return house::run(command);
}

const std::string kUndated = "The ferry sails again, the mayor said on Tuesday, and the islanders are glad.\n";

TEST(ExtractCommand, PrintsTheTextThatOffsetsCount) {
    const auto plain = extract({"-", "--as", "text"}, kUndated);
    EXPECT_EQ(plain.out, kUndated);
    EXPECT_EQ(plain.exit, 0) << "no date is needed for that";

    for (const Sample& sample : samples()) {
        const auto text = extract({"-", "--as", "text"}, sample.bytes);
        const auto json = nlohmann::json::parse(extract({"-"}, sample.bytes).out);
        EXPECT_EQ(json["title"], "Mayors & ferries") << sample.name;
        for (const auto& sentence : json["sentences"]) {
            const std::string words = sentence["text"];
            EXPECT_THAT(text.out, HasSubstr(words)) << sample.name;
        }
        EXPECT_EQ(json["speech"].size(), 1U) << sample.name;
        EXPECT_EQ(json["speech"][0]["speaker"], "Ines Calder") << sample.name;
    }
}

TEST(ExtractCommand, TheDayOfPublicationIsGivenOrFoundOrAnError) {
    const auto without = extract({"-"}, kUndated);
    EXPECT_EQ(without.exit, 1);
    EXPECT_THAT(without.err, HasSubstr("nothing says when this article was published; say it with --published"));
    EXPECT_EQ(without.out, "");

    const auto given = extract({"-", "--published", "18 February 2025"}, kUndated);
    EXPECT_EQ(given.exit, 0) << given.err;
    EXPECT_EQ(nlohmann::json::parse(given.out)["published"], "2025-02-18");

    const auto bad = extract({"-", "--published", "yesterday"}, kUndated);
    EXPECT_EQ(bad.exit, 2);
    EXPECT_THAT(bad.err, HasSubstr("\"yesterday\" is no full date"));
}

TEST(ExtractCommand, WhatCannotBeReadIsSaid) {
    const auto missing = extract({"no-such-file.txt"}, "");
    EXPECT_EQ(missing.exit, 1);
    EXPECT_THAT(missing.err, HasSubstr("no-such-file.txt"));

    const auto picture = extract({"-"}, "\x89PNG\r\n");
    EXPECT_EQ(picture.exit, 1);
    EXPECT_THAT(picture.err, HasSubstr("a PNG picture"));

    const auto several = extract({"a.txt", "b.txt", "--as", "text"}, "");
    EXPECT_EQ(several.exit, 2);

    const auto form = extract({"-", "--as", "xml"}, "");
    EXPECT_EQ(form.exit, 2);
    EXPECT_THAT(form.err, HasSubstr("no form \"xml\""));
}

} // namespace
} // namespace demarche::extract
