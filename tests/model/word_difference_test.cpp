#include "model/word_difference.hpp"

#include <gmock/gmock.h>

namespace demarche {
namespace {

struct Case {
    const char* before;
    const char* after;
    const char* marked_before;
    const char* marked_after;
};

TEST(WordDifference, StandsInMarks) {
    const Case cases[] = {
        {"one two three", "one two three", "one two three", "one two three"},
        {"met on Monday", "met on Tuesday", "met on [Monday]", "met on [Tuesday]"},
        {"met on\n Monday", "met  on Monday", "met on Monday", "met on Monday"},
        {"will meet", "will not meet", "will meet", "will [not] meet"},
        {"a b c d", "x b y d", "[a] b [c] d", "[x] b [y] d"},
        {"old words", "new talk", "[old words]", "[new talk]"},
        {"said \"no\" - twice", "said “no” – twice", "said \"no\" - twice", "said “no” – twice"},
        {"the [sic] old pier", "the [sic] new pier", "the [sic] {old} pier", "the [sic] {new} pier"},
        {"", "all new", "", "[all new]"},
        {"1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9 y 1 2 3 4 5 6 7 8 9",
         "1 2 3 4 5 6 7 8 9 z 1 2 3 4 5 6 7 8 9 w 1 2 3 4 5 6 7 8 9", "… 6 7 8 9 [x] 1 2 3 4 … 6 7 8 9 [y] 1 2 3 4 …",
         "… 6 7 8 9 [z] 1 2 3 4 … 6 7 8 9 [w] 1 2 3 4 …"},
    };
    for (const Case& tested : cases) {
        const MarkedWordings marked = mark_differences(tested.before, tested.after);
        EXPECT_EQ(marked.before, tested.marked_before);
        EXPECT_EQ(marked.after, tested.marked_after);
    }
}

TEST(WordDifference, OfVeryLongWordingsIsMarkedAsAWhole) {
    std::string before = "begin ";
    std::string after = "begin ";
    for (int i = 0; i < 2'000; ++i) {
        before += std::to_string(i) + " ";
        after += std::to_string(i * 7) + " ";
    }
    const MarkedWordings marked = mark_differences(before + "end", after + "end");
    EXPECT_TRUE(marked.before.starts_with("begin [0 1 2 ") || marked.before.starts_with("begin 0 [1 2 "));
    EXPECT_TRUE(marked.before.ends_with("1999] end"));
}

} // namespace
} // namespace demarche
