#include "live/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::live {
namespace {

using ::testing::HasSubstr;

TEST(Page, its_state_goes_to_the_server_and_comes_out_as_json) {
    PageState state;
    state.title = "riyadh.dossier.xml";
    state.files = {{"timeline.svg", "charts/timeline.svg", "7-1"}, {"b\xFF.svg", "charts/b\xFF.svg", "8-2"}};
    state.findings = {
        {Severity::error, "unknown-actor", {"a.xml", 41, 18}, "no actor \"rubi0\"", "did you mean \"rubio\"?"}};
    state.milliseconds = 43.5;
    const PageState copy = state_from(to_bytes(state));
    EXPECT_EQ(copy.title, state.title);
    ASSERT_EQ(copy.files.size(), 2U);
    EXPECT_EQ(copy.files.back().path, "charts/b\xFF.svg") << "a path need not be UTF-8";
    EXPECT_EQ(copy.findings.front().where, state.findings.front().where);
    EXPECT_EQ(to_json(copy), to_json(state));
    const std::string json = to_json(state);
    EXPECT_THAT(json, HasSubstr("\"line\":41"));
    EXPECT_THAT(json, HasSubstr("\"column\":18"));
    EXPECT_THAT(json, HasSubstr("rubi0"));
    EXPECT_EQ(json.find("charts/timeline.svg"), std::string::npos) << "where it lies is nobody's business";
    EXPECT_ANY_THROW(state_from("no state"));
}

TEST(Page, knows_the_types_of_what_is_drawn_and_no_others) {
    EXPECT_EQ(media_type("a/timeline.svg"), "image/svg+xml");
    EXPECT_EQ(media_type("evidence.html"), "text/html; charset=utf-8");
    EXPECT_EQ(media_type("story.dossier.xml"), std::nullopt);
    EXPECT_EQ(media_type(""), std::nullopt);
}

TEST(Page, only_names_of_this_machine_are_its_own) {
    for (const char* const host : {"127.0.0.1:8377", "localhost:8377", "[::1]:8377"}) {
        EXPECT_TRUE(is_own_host(host, 8377)) << host;
    }
    for (const char* const host : {"", "localhost", "127.0.0.1", "localhost:80", "localhost:83770", "evil.example:8377",
                                   "localhost.evil.example:8377", "127.0.0.1.nip.io:8377", "127.0.0.1:8377:8377",
                                   "127.0.0.1:8377, localhost:8377", ":8377"}) {
        EXPECT_FALSE(is_own_host(host, 8377)) << host;
    }
    EXPECT_TRUE(is_own_host("localhost", 80));
}

} // namespace
} // namespace demarche::live
