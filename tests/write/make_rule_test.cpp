#include "write/make_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::write {
namespace {

TEST(MakeRule, names_targets_and_prerequisites_and_gives_each_of_these_a_rule_of_its_own) {
    EXPECT_EQ(to_text({{"a.svg", "a.pdf"}, {"a.xml", "t.txt"}}),
              "a.svg \\\n  a.pdf: \\\n  a.xml \\\n  t.txt\n\na.xml:\n\nt.txt:\n");
    EXPECT_EQ(to_text({{"a.svg"}, {}}), "a.svg:\n");
    EXPECT_EQ(to_text({{}, {"a.xml"}}), "");
}

TEST(MakeRule, names_each_once_and_no_target_as_its_own_prerequisite) {
    EXPECT_EQ(to_text({{"a.svg", "a.svg"}, {"b", "a.svg", "b"}}), "a.svg: \\\n  b\n\nb:\n");
}

TEST(MakeRule, escapes_as_make_and_ninja_read) {
    const std::pair<const char*, const char*> names[] = {
        {"a b", "a\\ b"},     {"a#b", "a\\#b"},
        {"a$b", "a$$b"},      {"C:a", "C\\:a"},
        {"a\\b", "a\\b"},     {"a\\ b", "a\\\\\\ b"},
        {"a\\\\b", "a\\\\b"}, {"a\\#b", "a\\\\\\#b"},
        {"Straße", "Straße"}, {"a'b\"c*[d]", "a'b\"c*[d]"},
    };
    for (const auto& [name, escaped] : names) {
        const std::string text(escaped);
        EXPECT_EQ(to_text({{"x"}, {name}}), "x: \\\n  " + text + "\n\n" + text + ":\n");
        EXPECT_EQ(to_text({{name}, {}}), text + ":\n");
    }
}

TEST(MakeRule, leaves_out_what_make_cannot_name) {
    for (const char* const name : {"", "a;b", "a|b", "a=b", "a%b", "a\tb", "a\nb", "a\\", "a(b)"}) {
        EXPECT_FALSE(make_can_name(name)) << name;
        EXPECT_EQ(to_text({{"x"}, {name, "y"}}), "x: \\\n  y\n\ny:\n") << name;
        EXPECT_EQ(to_text({{name}, {"y"}}), "") << name;
    }
    EXPECT_TRUE(make_can_name("a (1).txt"));
}

} // namespace
} // namespace demarche::write
