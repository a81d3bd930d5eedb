#include "dump.hpp"
#include "model/dossier_writer.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::comments_of;
using testing::dump;
using testing::parse_sample;
using testing::printed;
using testing::sample_dossier;

std::string formatted(const std::string& text) {
    Diagnostics diagnostics;
    const auto result = format_dossier(text, "f.xml", diagnostics);
    EXPECT_EQ(printed(diagnostics), "");
    return result.value_or("refused");
}

/// Wrapped into a dossier whose canonical form is known.
std::string in_dossier(const std::string& inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dossier title=\"t\">\n" + inside + "</dossier>\n";
}

TEST(DossierWriter, WritesWhatTheReaderReadsBack) {
    Diagnostics diagnostics;
    const auto model = parse_sample(sample_dossier(), diagnostics);
    ASSERT_TRUE(model.has_value());
    const std::string written = write_dossier(*model);
    const auto again = parse_sample(written, diagnostics);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(printed(diagnostics), "");
    EXPECT_EQ(dump(*again), dump(*model));
    EXPECT_EQ(write_dossier(*again), written);
    EXPECT_EQ(formatted(written), written) << "the writer and the formatter agree on what is canonical";
}

TEST(DossierWriter, LeavesOutWhatIsMeantAnyway) {
    Model model;
    model.title = "t";
    model.actors.push_back({});
    model.actors[0].id = "a";
    model.actors[0].name = "A & <B> \"C\" > D";
    model.events.push_back({});
    model.events[0].id = "e";
    model.events[0].title = "E";
    model.events[0].detail = "a < b & c > d";
    model.events[0].type = {"consult", "meet"};
    EXPECT_EQ(write_dossier(model), in_dossier("  <actors>\n"
                                               "    <actor id=\"a\" name=\"A &amp; &lt;B> &quot;C&quot; > D\"/>\n"
                                               "  </actors>\n"
                                               "\n"
                                               "  <events>\n"
                                               "    <event id=\"e\" title=\"E\" type=\"consult/meet\">\n"
                                               "      <detail>a &lt; b &amp; c &gt; d</detail>\n"
                                               "    </event>\n"
                                               "  </events>\n"));
}

TEST(DossierFormat, LeavesACanonicalDossierAlone) {
    EXPECT_EQ(formatted(sample_dossier()), sample_dossier());
}

struct Format {
    std::string name;
    std::string given; ///< inside <dossier>
    std::string expected;
};

void PrintTo(const Format& format, std::ostream* out) { // NOLINT(readability-identifier-naming): GoogleTest's name
    *out << format.name;
}

class Formats : public ::testing::TestWithParam<Format> {};

TEST_P(Formats, IntoCanonicalFormAndNotTwice) {
    const std::string given = "<dossier title='t'>" + GetParam().given + "</dossier>";
    const std::string expected = in_dossier(GetParam().expected);
    EXPECT_EQ(formatted(given), expected);
    EXPECT_EQ(formatted(expected), expected);
    EXPECT_EQ(comments_of(formatted(given)).size(), comments_of(given).size());
}

INSTANTIATE_TEST_SUITE_P(
    Dossier,
    Formats,
    ::testing::Values(
        Format{"attributes_in_order", "<sides><side name=' a\n b ' id='s' code='S' colour='#AABBCC'/></sides>",
               "  <sides>\n    <side id=\"s\" code=\"S\" name=\"a b\" colour=\"#aabbcc\"/>\n  </sides>\n"},
        Format{"defaults", "<events><event weight='05' status='occurred' type='aid' id='e' words=''/></events>",
               "  <events>\n    <event id=\"e\" type=\"aid\"/>\n  </events>\n"},
        Format{"required_and_empty", "<sides><side id=''/></sides>", "  <sides>\n    <side id=\"\"/>\n  </sides>\n"},
        Format{"sections_in_order_with_their_comments",
               "<!--one-->\n<events/>\n<!--two--><?three x?>\n<sides/><!--of sides-->\n<!--last-->",
               "  <!--two--> <?three x?>\n  <sides/> <!--of sides-->\n\n  <!--one-->\n  <events/>\n  <!--last-->\n"},
        Format{"children_in_order",
               "<events><event id='e'><cite article='a'/><detail> d\n e</detail><party actor='b'/></event></events>",
               "  <events>\n    <event id=\"e\">\n      <detail>d e</detail>\n      <party actor=\"b\"/>\n      <cite "
               "article=\"a\"/>\n    </event>\n  </events>\n"},
        Format{"blank_lines", "<sides>\n\n\n<side id='a'/>\n\n\n\n<side id='b'/>\n<side id='c'/>\n\n</sides>",
               "  <sides>\n    <side id=\"a\"/>\n\n    <side id=\"b\"/>\n    <side id=\"c\"/>\n  </sides>\n"},
        Format{"comment_of_many_lines", "<sides><!-- a\n      b --><side id='a'/></sides>",
               "  <sides>\n    <!-- a\n      b -->\n    <side id=\"a\"/>\n  </sides>\n"},
        Format{"only_a_comment", "<sides> <!-- none yet --> </sides>",
               "  <sides>\n    <!-- none yet -->\n  </sides>\n"},
        Format{"comment_in_words", "<events><event id='e'><detail>a <!-- b --> c</detail></event></events>",
               "  <events>\n    <event id=\"e\">\n      <detail>a <!-- b --> c</detail>\n    </event>\n  </events>\n"},
        Format{
            "cdata", "<events><event id='e'><detail><![CDATA[<a> & b]]></detail></event></events>",
            "  <events>\n    <event id=\"e\">\n      <detail>&lt;a&gt; &amp; b</detail>\n    </event>\n  </events>\n"},
        Format{"what_is_not_known", "<sides><side zzz=' 1 ' id='a'/><b  x='1'> <c/>\n</b></sides>",
               "  <sides>\n    <side id=\"a\" zzz=\" 1 \"/>\n    <b  x='1'> <c/>\n</b>\n  </sides>\n"},
        Format{"stray_text", "<sides>well <side/></sides>", "  <sides>well <side/></sides>\n"},
        Format{"empty_cite", "<ties><tie><cite article='a'> </cite></tie></ties>",
               "  <ties>\n    <tie>\n      <cite article=\"a\"/>\n    </tie>\n  </ties>\n"}),
    [](const auto& tested) { return tested.param.name; });

TEST(DossierFormat, WrapsLongTagsUnderTheirFirstAttribute) {
    const std::string words(58, 'w');                                                       // the tag has 120 columns
    const std::string wide = "кот кот кот кот кот кот кот кот кот кот кот кот кот кот кот"; // 59 columns, more bytes
    EXPECT_EQ(formatted("<dossier title='" + words + "' as-of='2024-01-01' lang='de' week='sunday'/>"),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dossier title=\"" + words +
                  "\" as-of=\"2024-01-01\" lang=\"de\" week=\"sunday\"/>\n");
    EXPECT_EQ(formatted("<dossier title='t'><charts><chart kind='network' title='" + wide + "' subtitle='" + words +
                        "' from='2024' to='2025'/></charts></dossier>"),
              in_dossier("  <charts>\n    <chart kind=\"network\" title=\"" + wide + "\"\n           subtitle=\"" +
                         words + "\" from=\"2024\" to=\"2025\"/>\n  </charts>\n"));
}

TEST(DossierFormat, KeepsCommentsOutsideTheRoot) {
    EXPECT_EQ(formatted("\xEF\xBB\xBF<?xml version='1.0'?><!--a-->\r\n\r\n<?b c?><dossier title='t'/><!--d-->"),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--a-->\n\n<?b c?>\n<dossier title=\"t\"/>\n<!--d-->\n");
}

TEST(DossierFormat, RefusesWhatIsNoDossier) {
    Diagnostics diagnostics;
    EXPECT_FALSE(format_dossier("<dossier>", "f.xml", diagnostics).has_value());
    EXPECT_FALSE(format_dossier("<template/>", "f.xml", diagnostics).has_value());
    EXPECT_EQ(diagnostics.count(Severity::error), 2U);
}

} // namespace
} // namespace demarche
