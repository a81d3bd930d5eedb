#include "base/diagnostic.hpp"
#include "base/sha256.hpp"
#include "evidence/assets.hpp"
#include "evidence/page.hpp"
#include "model/dossier_reader.hpp"
#include "support/memory_files.hpp"

#include <gmock/gmock.h>

namespace demarche::evidence {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class EvidenceHtml : public ::testing::Test {
protected:
    EvidenceHtml() {
        files["d.xml"] =
            "<dossier title=\"T\" lang=\"en\"><articles><article id=\"a1\" file=\"a1.txt\" outlet=\"Paper\" "
            "published=\"2031-05-06\" url=\"https://example.org/a\"/><article id=\"a2\" outlet=\"Agency\" "
            "published=\"2031-05-06\"/></articles><sides><side id=\"n\" code=\"N\" "
            "name=\"North\"/></sides><actors><actor "
            "id=\"smith\" name=\"Ann Smith\" side=\"n\"/></actors><events><event id=\"e\" title=\"Smith leaves\" "
            "when=\"2031-05-06\" type=\"statement\" status=\"planned\" said-by=\"smith\"><party actor=\"smith\" "
            "as=\"speaker\"/><cite article=\"a1\">is to leave</cite><cite article=\"a2\" stance=\"disputes\"/></event>"
            "</events></dossier>";
        files["a1.txt"] = "Nobody saw it. Smith is to leave on Tuesday. There was rain. A last sentence is far away.";
    }

    std::string page(const PageOptions& options = {},
                     const std::string& svg = "<?xml version=\"1.0\"?>\n<svg></svg>\n") {
        Diagnostics diagnostics;
        const auto model = read_dossier("d.xml", files, diagnostics);
        EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.all().front().message;
        const auto style = compose::read_template("report", ".", files, diagnostics);
        return write_page(*model, facts_of(*model), {{"timeline", ChartKind::timeline, {svg}, {}, {{"a1", 1}}}}, *style,
                          files, options);
    }

    support::MemoryFiles files;
};

TEST_F(EvidenceHtml, HasTheFactTheWordsAndWhatIsToBeKnown) {
    const std::string html = page();
    EXPECT_THAT(html, HasSubstr("<li class=\"status\" dir=\"auto\">planned</li>"));
    EXPECT_THAT(html, HasSubstr("according to Ann Smith"));
    EXPECT_THAT(html, HasSubstr("<li class=\"disputed\""));
    EXPECT_THAT(html, HasSubstr("against it"));
    EXPECT_THAT(html, HasSubstr("the whole article"));
    EXPECT_THAT(html, HasSubstr(">is to leave</q>"));
    EXPECT_THAT(html, HasSubstr("href=\"https://example.org/a#:~:text=is%20to%20leave\""));
    EXPECT_THAT(html, HasSubstr("Timeline: source 1"));
    EXPECT_THAT(html, HasSubstr("not drawn"));
    EXPECT_THAT(html, HasSubstr("<mark data-passages=\"passage-a1-1\" id=\"passage-a1-1\">is to leave</mark>"));
    EXPECT_THAT(html, Not(HasSubstr("<?xml")));
}

TEST_F(EvidenceHtml, HasOfAnArticleNoMoreThanItMust) {
    EXPECT_THAT(page(), testing::AllOf(HasSubstr("Nobody saw it."), HasSubstr("There was rain."),
                                       Not(HasSubstr("A last sentence"))));
    EXPECT_THAT(page({true}), HasSubstr("A last sentence is far away."));
}

TEST_F(EvidenceHtml, ShowsTheWordsAloneWhereTheTextIsGone) {
    Diagnostics diagnostics;
    const auto model = read_dossier("d.xml", files, diagnostics);
    const auto style = compose::read_template("report", ".", files, diagnostics);
    const std::string html = write_page(*model, facts_of(*model), {}, *style, support::MemoryFiles(), {});
    EXPECT_THAT(html, HasSubstr("The text of this article is not at hand"));
    EXPECT_THAT(html, HasSubstr("<mark id=\"passage-a1-1\""));
}

/// Nothing runs but the program's own script, nothing is fetched: the policy names both style and script by what they
/// are.
TEST_F(EvidenceHtml, ForbidsWhatItDoesNotBring) {
    const std::string html = page({}, "<svg><style>a{}</style></svg>");
    EXPECT_THAT(html, HasSubstr("default-src &#39;none&#39;"));
    EXPECT_THAT(html, HasSubstr("script-src &#39;sha256-" + sha256_base64(asset("use")) + "&#39;"));
    EXPECT_THAT(html, HasSubstr("&#39;sha256-" + sha256_base64("a{}") + "&#39;"));
    for (const char* const outside : {"@import", "url(", " src=", "<link", "http-equiv=\"refresh\""}) {
        EXPECT_THAT(html, Not(HasSubstr(outside)));
    }
}

TEST_F(EvidenceHtml, IsTheSameEveryTime) {
    EXPECT_EQ(page(), page());
}

/// An asset ends in the HTML as it stands: it must not close its element, nor hold the marks of a comment.
TEST(EvidenceAssets, CanStandInAPage) {
    for (const char* const name : {"look", "use"}) {
        const std::string text(asset(name));
        EXPECT_GT(text.size(), 1000U) << name;
        EXPECT_THAT(text, Not(HasSubstr("</")));
        EXPECT_THAT(text, Not(HasSubstr("<!--")));
    }
    EXPECT_EQ(asset("none"), "");
}

} // namespace
} // namespace demarche::evidence
