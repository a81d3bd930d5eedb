#include "compose/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Message, places_are_filled) {
    EXPECT_EQ(filled("plain", {}, "en"), "plain");
    EXPECT_EQ(filled("{a} of {b}", {{"a", "1"}, {"b", "2"}}, "en"), "1 of 2");
    EXPECT_EQ(filled("{a} of {b}", {{"a", "1"}}, "en"), "1 of ");
    EXPECT_EQ(filled("l'{a}", {{"a", "hôte"}}, "fr"), "l'hôte") << "an apostrophe is an apostrophe";
    EXPECT_EQ(filled("{a}", {{"a", "{b}"}, {"b", "x"}}, "en"), "{b}") << "values are not read again";
    EXPECT_EQ(filled("# {a}", {{"a", "1"}}, "en"), "# 1") << "the number sign of no plural";
}

TEST(Message, a_plural_goes_by_the_number_then_by_its_category) {
    const std::string events = "{n, plural, =0 {no events} one {# event of {who}} other {# events of {who}}}.";
    const auto with = [&](const std::string& n) { return filled(events, {{"n", n}, {"who", "us"}}, "en"); };
    EXPECT_EQ(with("0"), "no events.");
    EXPECT_EQ(with("1"), "1 event of us.");
    EXPECT_EQ(with("2"), "2 events of us.");
    EXPECT_EQ(with(""), " events of us.") << "no number: other";
    EXPECT_EQ(with("99999999999999999999"), "99999999999999999999 events of us.");
    const std::string days = "{n,plural,one{# день}few{# дня}many{# дней}other{# дня}}";
    for (const auto& [n, expected] : {std::pair{"21", "21 день"}, {"3", "3 дня"}, {"11", "11 дней"}}) {
        EXPECT_EQ(filled(days, {{"n", n}}, "ru"), expected);
    }
}

TEST(Message, plurals_may_stand_in_plurals) {
    const std::string message = "{a, plural, one {one and {b, plural, one {#} other {# more}}} other {many}}";
    EXPECT_EQ(filled(message, {{"a", "1"}, {"b", "5"}}, "en"), "one and 5 more");
    const MessageShape shape = shape_of(message);
    EXPECT_EQ(shape.problem, "");
    EXPECT_THAT(shape.places, ElementsAre("a", "b"));
    EXPECT_EQ(shape.plurals.size(), 2U);
}

TEST(Message, what_is_wrong_is_said_and_stays_as_it_is) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"{", "a place in the words is written {name}"},
        {"{}", "a place in the words is written {name}"},
        {"a } b", "a place in the words is written {name}"},
        {"{a{b}}", "a place in the words is written {name}"},
        {"{a,}", "only \"plural\" can follow"},
        {"{a, select, x {y} other {z}}", "only \"plural\" can follow"},
        {"{a, plural}", "only \"plural\" can follow"},
        {"{a, plural, }", "needs the case \"other\""},
        {"{a, plural, one {x}}", "needs the case \"other\""},
        {"{a, plural, other {x}", "not \"\""},
        {"{a, plural, other x}", "stand in braces"},
        {"{a, plural, other {x", "a brace is not closed"},
        {"{a, plural, =x {y} other {z}}", "not \"=x\""},
    };
    for (const auto& [message, problem] : table) {
        EXPECT_THAT(shape_of(message).problem, HasSubstr(problem)) << message;
        EXPECT_EQ(filled(message, {{"a", "1"}}, "en"), message);
    }
}

TEST(Message, the_depth_is_bounded) {
    std::string deep;
    for (int i = 0; i < 100000; ++i) {
        deep += "{a, plural, other {";
    }
    EXPECT_THAT(shape_of(deep).problem, HasSubstr("too deep"));
}

} // namespace
} // namespace demarche::compose
