#include "evidence/html.hpp"

#include <gmock/gmock.h>

namespace demarche::evidence {
namespace {

TEST(Html, TextAndAttributesStayWhatTheyAre) {
    Html html;
    html.open("p", {{"title", "a \"b\" <c> 'd'"}, {"hidden", Html::kNoValue}});
    html.text("</p><script>x & y</script>");
    html.foreign("b", "\xD7\x90");
    html.close();
    EXPECT_EQ(html.take(), "<p title=\"a &quot;b&quot; &lt;c&gt; &#39;d&#39;\" hidden>&lt;/p&gt;&lt;script&gt;x &amp; "
                           "y&lt;/script&gt;<b dir=\"auto\">\xD7\x90</b></p>");
}

TEST(Html, WhatHtmlCannotHoldIsReplaced) {
    const std::string replacement = "\xEF\xBF\xBD";
    EXPECT_EQ(escaped(std::string("a\0b", 3)), "a" + replacement + "b");
    EXPECT_EQ(escaped("\x1B[31m\x7F"), replacement + "[31m" + replacement);
    EXPECT_EQ(escaped("\xC2\x85\xEF\xBF\xBF"), replacement + replacement) << "C1, and U+FFFF";
    EXPECT_EQ(escaped("tab\tline\nU+00A0 \xC2\xA0"), "tab\tline\nU+00A0 \xC2\xA0");
    EXPECT_EQ(escaped("cut \xE2\x80"), "cut " + replacement);
}

TEST(Html, OnlyTheWebIsLinkedTo) {
    EXPECT_EQ(web_address("https://example.org/a?b=c#:~:text=x%20y"), "https://example.org/a?b=c#:~:text=x%20y");
    EXPECT_EQ(web_address("HTTP://example.org/"), "HTTP://example.org/");
    EXPECT_EQ(web_address("https://example.org/\"><script> '\xC3\xA9\n"),
              "https://example.org/%22%3E%3Cscript%3E%20%27%C3%A9%0A");
    for (const char* const refused : {"", "javascript:alert(1)", "data:text/html,x", "file:///x", "//example.org",
                                      "https:example.org", " https://example.org", "httpsx://example.org"}) {
        EXPECT_EQ(web_address(refused), "") << refused;
    }
}

} // namespace
} // namespace demarche::evidence
