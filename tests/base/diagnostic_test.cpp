#include "base/diagnostic.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Diagnostic, OneLineForPeople) {
    const struct {
        Diagnostic diagnostic;
        const char* text;
    } kTable[] = {
        {{Severity::error, "unknown-actor", {"r.xml", 41, 18}, "no actor \"rubi0\"", "did you mean \"rubio\"?"},
         "r.xml:41:18: error: no actor \"rubi0\"; did you mean \"rubio\"?"},
        {{Severity::warning, "x", {"r.xml", 0, 0}, "no events", ""}, "r.xml: warning: no events"},
        {{Severity::note, "x", {"r.xml", 3, 0}, "here", ""}, "r.xml:3: note: here"},
        {{Severity::error, "x", {}, "the disk is full", ""}, "error: the disk is full"},
        {{Severity::error, "x", {"", 2, 5}, "in the middle", ""}, "2:5: error: in the middle"},
        {{Severity::error, "x", {"a\nb", 1, 1}, "one\ntwo\x1B[2J", ""}, "a b:1:1: error: one two\xEF\xBF\xBD[2J"},
    };

    for (const auto& row : kTable) {
        EXPECT_EQ(to_text(row.diagnostic), row.text);
    }
}

TEST(Diagnostic, SortsByPlaceWithinFilesAndKeepsTheOrderReported) {
    Diagnostics diagnostics;
    diagnostics.error("a", {"two.xml", 9, 1}, "1");
    diagnostics.error("b", {"one.xml", 5, 2}, "2");
    diagnostics.warning("c", {"two.xml", 3, 7}, "3");
    diagnostics.note("d", {"two.xml", 3, 7}, "4");
    diagnostics.error("e", {"one.xml", 5, 1}, "5");
    diagnostics.error("f", {"two.xml", 0, 0}, "6");
    std::string order;
    for (const Diagnostic& one : diagnostics.sorted()) {
        order += one.message;
    }
    EXPECT_EQ(order, "634152");
    EXPECT_EQ(diagnostics.count(Severity::error), 4U);
    EXPECT_EQ(diagnostics.count(Severity::warning), 1U);
    EXPECT_EQ(diagnostics.count(Severity::note), 1U);
    EXPECT_TRUE(diagnostics.has_errors());
    EXPECT_FALSE(Diagnostics().has_errors());
}

TEST(Diagnostic, JsonForEditors) {
    const auto list = nlohmann::json::parse(
        to_json({{Severity::error, "bad-date", {"r.xml", 41, 18}, "quote \" and \xFF byte", "hint"},
                 {Severity::note, "n", {}, "", ""}}));
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0]["severity"], "error");
    EXPECT_EQ(list[0]["code"], "bad-date");
    EXPECT_EQ(list[0]["file"], "r.xml");
    EXPECT_EQ(list[0]["line"], 41);
    EXPECT_EQ(list[0]["column"], 18);
    EXPECT_EQ(list[0]["message"], "quote \" and \xEF\xBF\xBD byte");
    EXPECT_EQ(list[0]["hint"], "hint");
    EXPECT_EQ(to_json({}), "[]");
}

TEST(Diagnostic, ErrorCarriesItsDiagnostic) {
    const Error error(Exit::usage_or_system, {Severity::error, "disk-full", {"out.svg", 0, 0}, "no room", ""});
    EXPECT_STREQ(error.what(), "out.svg: error: no room");
    EXPECT_EQ(error.exit(), Exit::usage_or_system);
    EXPECT_EQ(error.diagnostic().code, "disk-full");
}

} // namespace
} // namespace demarche
