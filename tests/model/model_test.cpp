#include "model/model.hpp"
#include "model/words.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Model, FindsThingsById) {
    Model model;
    model.articles.resize(2);
    model.articles[1].id = "a";
    model.sides.resize(1);
    model.sides[0].id = "s";
    model.actors.resize(1);
    model.actors[0].id = "p";
    model.events.resize(1);
    model.events[0].id = "e";
    EXPECT_EQ(model.article("a"), &model.articles[1]);
    EXPECT_EQ(model.side("s"), model.sides.data());
    EXPECT_EQ(model.actor("p"), model.actors.data());
    EXPECT_EQ(model.event("e"), model.events.data());
    EXPECT_EQ(model.event("a"), nullptr);
}

TEST(Model, IsAsOfItsOwnDayOrTheLatestArticles) {
    Model model;
    EXPECT_EQ(model.as_of_day(), std::nullopt);
    model.articles.resize(3);
    EXPECT_EQ(model.as_of_day(), std::nullopt);
    model.articles[0].published = "1969-12-30";
    model.articles[1].published = "1969-12-31";
    EXPECT_EQ(model.as_of_day(), -1);
    model.as_of = "1970-01-02";
    EXPECT_EQ(model.as_of_day(), 1);
}

template <class Value>
void expect_round_trip() {
    for (const auto& word : WordsOf<Value>::kList) {
        EXPECT_EQ(value_of<Value>(word.text), word.value);
        EXPECT_STREQ(word_of(word.value), word.text);
    }
    EXPECT_EQ(value_of<Value>("nothing"), std::nullopt);
    EXPECT_EQ(words_of<Value>().size(), WordsOf<Value>::kList.size());
}

TEST(Model, HasAWordForEveryValue) {
    expect_round_trip<ActorKind>();
    expect_round_trip<TieType>();
    expect_round_trip<Stance>();
    expect_round_trip<Part>();
    expect_round_trip<Status>();
    expect_round_trip<ChartKind>();
    expect_round_trip<ScaleMode>();
    expect_round_trip<Weekday>();
    EXPECT_STREQ(to_text(TieType::member_of), "member-of");
    EXPECT_STREQ(to_text(ScaleMode::automatic), "auto");
    EXPECT_STREQ(to_text(Part::absent), "absent");
}

} // namespace
} // namespace demarche
