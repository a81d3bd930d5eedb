#include "base/kept_order.hpp"

#include <gtest/gtest.h>

namespace demarche {
namespace {

std::string ordered(const std::vector<std::string>& now, const std::vector<std::string>& before) {
    std::string text;
    for (const std::size_t index : kept_order(now, before)) {
        text += (text.empty() ? "" : " ") + now[index];
    }
    return text;
}

TEST(KeptOrder, IsThatOfBeforeWithNewThingsBehindTheirNeighbours) {
    EXPECT_EQ(ordered({}, {"a"}), "");
    EXPECT_EQ(ordered({"a", "b", "c"}, {}), "a b c");
    EXPECT_EQ(ordered({"a", "b", "c"}, {"c", "b", "a"}), "c b a");
    EXPECT_EQ(ordered({"a", "b", "c"}, {"gone", "b", "c", "b"}), "a b c");
    EXPECT_EQ(ordered({"a", "new", "b"}, {"b", "a"}), "b a new");
    EXPECT_EQ(ordered({"x", "y", "a", "z"}, {"a"}), "x y a z");
}

} // namespace
} // namespace demarche
