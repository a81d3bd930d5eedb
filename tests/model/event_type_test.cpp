#include "model/event_type.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace demarche {
namespace {

TEST(EventType, HasPloverAndStatements) {
    const auto& types = known_event_types();
    EXPECT_THAT(types,
                ::testing::IsSupersetOf(
                    {"agree",   "consult", "support",   "concede",  "cooperate",    "aid",          "retreat",
                     "request", "accuse",  "reject",    "threaten", "protest",      "sanction",     "mobilize",
                     "coerce",  "assault", "statement", "demand",   "consult/call", "consult/meet", "consult/visit"}));
    EXPECT_EQ(std::set<std::string>(types.begin(), types.end()).size(), types.size()) << "each once";
}

TEST(EventType, IsReadAsItIsWritten) {
    for (const std::string& text : known_event_types()) {
        EXPECT_EQ(to_text(event_type(text)), text);
        EXPECT_FALSE(event_type(text).category.empty());
    }
    EXPECT_EQ(event_type("consult/call"), (EventType{"consult", "call"}));
    EXPECT_EQ(event_type("statement"), (EventType{"statement", ""}));
}

TEST(EventType, JoinsOnlyThoseWhoActTogether) {
    const std::set<std::string> hostile{"protest", "sanction", "mobilize", "coerce", "assault"};
    const std::set<std::string> speech{"statement", "support", "demand", "request", "reject", "accuse", "threaten"};
    for (const std::string& text : known_event_types()) {
        const EventType type = event_type(text);
        const EventNature expected = hostile.contains(type.category)  ? EventNature::hostile
                                     : speech.contains(type.category) ? EventNature::speech
                                                                      : EventNature::joint;
        EXPECT_EQ(nature(type), expected) << text;
    }
}

} // namespace
} // namespace demarche
