#include "base/xml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::xml {
namespace {

struct BadFile {
    std::string name;
    std::string text;
    std::string code;
    std::size_t line;
    std::size_t column;
    std::string words; ///< stand in the message
};

class RefusesBadFiles : public ::testing::TestWithParam<BadFile> {};

TEST_P(RefusesBadFiles, WithOneErrorAtItsPlace) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse(GetParam().text, "f.xml", diagnostics).has_value());
    ASSERT_EQ(diagnostics.all().size(), 1U);
    const Diagnostic& error = diagnostics.all()[0];
    EXPECT_EQ(error.severity, Severity::error);
    EXPECT_EQ(error.code, GetParam().code);
    EXPECT_EQ(error.where.file, "f.xml");
    EXPECT_EQ(error.where.line, GetParam().line);
    EXPECT_EQ(error.where.column, GetParam().column);
    EXPECT_THAT(error.message, ::testing::HasSubstr(GetParam().words));
}

std::string nested(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
        text += "<a>";
    }
    for (std::size_t i = 0; i < depth; ++i) {
        text += "</a>";
    }
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    Xml,
    RefusesBadFiles,
    ::testing::Values(
        BadFile{"empty", "", "not-well-formed", 1, 1, "empty"},
        BadFile{"blank", " \n\n", "not-well-formed", 1, 1, "empty"},
        BadFile{"only_bom", "\xEF\xBB\xBF", "not-well-formed", 1, 1, "empty"},
        BadFile{"mismatch", "<a>\n <b></c>\n</a>", "not-well-formed", 2, 7, "</c> does not close <b>, which line 2"},
        BadFile{"unclosed", "<a>\n <b>", "not-well-formed", 2, 5, "ends inside <b>, which line 2 opens"},
        BadFile{"cut_in_tag", "<a>\n <b x='", "not-well-formed", 2, 2, "ends inside <a>"},
        BadFile{"duplicate", "<a x='1'\n  x=\"2\"/>", "duplicate-attribute", 2, 3, "\"x\" stands twice"},
        BadFile{"two_roots", "<a/>\n<b/>", "not-well-formed", 2, 1, "second root"},
        BadFile{"junk", "<a/> junk", "not-well-formed", 1, 6, "behind the end"},
        BadFile{"doctype", "<!DOCTYPE a>\n<a/>", "doctype", 1, 1, "document type"},
        BadFile{"entities", "<!DOCTYPE a [<!ENTITY b 'b'>]>\n<a>&b;</a>", "doctype", 1, 1, "document type"},
        BadFile{"external", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'>\n<a/>", "doctype", 1, 1, "document type"},
        BadFile{"entity", "<a>x &nbsp;</a>", "not-well-formed", 1, 6, "no entity \"&nbsp;\""},
        BadFile{"entity_in_attribute", "<a>\n <b x='1' y='&amp; &#38; &foo;'/></a>", "not-well-formed", 2, 26,
                "no entity \"&foo;\""},
        BadFile{"zero_reference", "<a>&#0;</a>", "not-well-formed", 1, 4, "reference"},
        BadFile{"bare_ampersand", "<a>AT & T</a>", "not-well-formed", 1, 8, "not well-formed"},
        BadFile{"no_quotes", "<a x=1/>", "not-well-formed", 1, 6, "not well-formed"},
        BadFile{"less_in_value", "<a x='<'/>", "not-well-formed", 1, 7, "not well-formed"},
        BadFile{"nul", std::string("<a>\n\0</a>", 9), "control-character", 2, 1, "U+0000"},
        BadFile{"bell", "<a>é\x07</a>", "control-character", 1, 5, "U+0007"},
        BadFile{"no_character", "<a>\xEF\xBF\xBF</a>", "control-character", 1, 4, "not a character"},
        BadFile{"latin1", "<a>caf\xE9</a>", "invalid-encoding", 1, 7, "UTF-8"},
        BadFile{"stray_continuation", "<a>\x80</a>", "invalid-encoding", 1, 4, "UTF-8"},
        BadFile{"overlong", "<a>\xC0\xAF</a>", "invalid-encoding", 1, 4, "UTF-8"},
        BadFile{"surrogate", "<a>\xED\xA0\x80</a>", "invalid-encoding", 1, 4, "UTF-8"},
        BadFile{"utf16", std::string("\xFF\xFE<\0a\0/\0>\0", 10), "invalid-encoding", 1, 1, "UTF-16"},
        BadFile{"declared_latin1", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<a/>", "invalid-encoding", 1, 1,
                "\"ISO-8859-1\""},
        BadFile{"too_deep", nested(65), "too-deep", 1, 64 * 3 + 1, "64 deep"},
        BadFile{"very_deep", nested(500'000), "too-deep", 1, 64 * 3 + 1, "64 deep"},
        BadFile{"empty_element_too_deep", nested(64).insert(64 * 3, "<b/>"), "too-deep", 1, 64 * 3 + 1, "64 deep"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Xml, MarkInsideAValueIsHintedAt) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse("<a x=\"he said \"no\" to it\"/>", "f.xml", diagnostics).has_value());
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_THAT(diagnostics.all()[0].hint, ::testing::HasSubstr("&quot;"));
}

TEST(Xml, KeepsEveryKindOfNodeInItsPlace) {
    const std::string text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!--first--><?style sheet?>\n"
                             "<a>one<b/><!-- in --><![CDATA[<two>]]> &amp; three</a>\n<!--last-->\n";
    Diagnostics diagnostics;
    const auto document = parse(text, "f.xml", diagnostics);
    ASSERT_TRUE(document.has_value());
    EXPECT_TRUE(diagnostics.all().empty());
    ASSERT_EQ(document->before.size(), 2U);
    EXPECT_EQ(document->before[0].text, "first");
    EXPECT_EQ(document->before[1].name, "style");
    EXPECT_EQ(document->before[1].text, "sheet");
    const Node& root = document->root;
    ASSERT_EQ(root.children.size(), 4U);
    EXPECT_EQ(root.children[0].text, "one");
    EXPECT_EQ(root.children[1].name, "b");
    EXPECT_EQ(root.children[2].text, " in ");
    EXPECT_EQ(root.children[3].text, "<two> & three");
    EXPECT_EQ(root.content(), "one<two> & three");
    ASSERT_EQ(document->after.size(), 1U);
    EXPECT_EQ(document->after[0].text, "last");
}

TEST(Xml, KnowsWhereEverythingStands) {
    const std::string text = "<dossier title=\"Ж\"\n   as-of = '2025'>\n\n  words<é x=''/></dossier>";
    Diagnostics diagnostics;
    const auto document = parse(text, "f.xml", diagnostics);
    ASSERT_TRUE(document.has_value());
    const Node& root = document->root;
    EXPECT_EQ(root.begin, (Position{1, 1, 0}));
    EXPECT_EQ(root.end.offset, text.size());
    ASSERT_EQ(root.attributes.size(), 2U);
    EXPECT_EQ(root.attributes[0].name_at, (Position{1, 10, 9}));
    EXPECT_EQ(root.attributes[0].value_at, (Position{1, 17, 16}));
    EXPECT_EQ(root.attributes[1].name_at.line, 2U);
    EXPECT_EQ(root.attributes[1].name_at.column, 4U);
    EXPECT_EQ(root.attributes[1].value_at.column, 13U);
    ASSERT_EQ(root.children.size(), 2U);
    EXPECT_EQ(root.children[0].begin.line, 4U);
    EXPECT_EQ(root.children[0].begin.column, 3U) << "text stands where its first character does";
    EXPECT_EQ(root.children[1].begin.column, 8U);
    EXPECT_EQ(root.children[1].attributes[0].value_at.column, 14U);
    EXPECT_EQ(root.children[1].end.column, 17U);
    EXPECT_EQ(root.attribute("as-of")->value, "2025");
    EXPECT_EQ(root.attribute("none"), nullptr);
}

TEST(Xml, CountsAllKindsOfLineEnds) {
    Diagnostics diagnostics;
    const auto document = parse("<a>\r\n<b/>\r<c/>\n<d/></a>", "f.xml", diagnostics);
    ASSERT_TRUE(document.has_value());
    std::vector<std::size_t> lines;
    for (const Node& child : document->root.children) {
        if (child.kind == NodeKind::element) {
            lines.push_back(child.begin.line);
            EXPECT_EQ(child.begin.column, 1U);
        }
    }
    EXPECT_EQ(lines, (std::vector<std::size_t>{2, 3, 4}));
}

TEST(Xml, FindsPlacesInsideValues) {
    Diagnostics diagnostics;
    const auto document = parse("<a x='&amp;&#x416;é-\n  b'/>", "f.xml", diagnostics);
    ASSERT_TRUE(document.has_value());
    const Attribute& x = document->root.attributes[0];
    EXPECT_EQ(x.value, "&Жé-   b");
    const auto column = [&](std::size_t offset) { return document->where(x, offset).column; };
    EXPECT_EQ(column(0), 7U);
    EXPECT_EQ(column(1), 12U) << "behind &amp;";
    EXPECT_EQ(column(3), 19U) << "behind &#x416;";
    EXPECT_EQ(column(5), 20U);
    EXPECT_EQ(document->where(x, x.value.find('b')), (SourcePosition{"f.xml", 2, 3}));
}

TEST(Xml, AcceptsAByteOrderMark) {
    Diagnostics diagnostics;
    const auto document = parse("\xEF\xBB\xBF<a x='1'/>", "f.xml", diagnostics);
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->root.begin, (Position{1, 1, 3}));
    EXPECT_EQ(document->root.attributes[0].value_at.column, 7U);
}

TEST(Xml, HoldsToItsLimits) {
    Limits limits;
    limits.bytes = 20;
    limits.elements = 3;
    Diagnostics diagnostics;
    EXPECT_TRUE(parse("<a><b/><b/></a>", "f", diagnostics, limits).has_value());
    EXPECT_FALSE(parse("<a><b/><b/><b/></a>", "f", diagnostics, limits).has_value());
    EXPECT_FALSE(parse("<a>" + std::string(20, ' ') + "</a>", "f", diagnostics, limits).has_value());
    Limits narrow;
    narrow.value_bytes = 3;
    EXPECT_TRUE(parse("<a x='123'/>", "f", diagnostics, narrow).has_value());
    EXPECT_FALSE(parse("<a x='1234'/>", "f", diagnostics, narrow).has_value());
    ASSERT_EQ(diagnostics.all().size(), 3U);
    EXPECT_EQ(diagnostics.all()[2].code, "too-large");
    EXPECT_EQ(diagnostics.all()[2].where.column, 7U);
    EXPECT_EQ(diagnostics.all()[0].code, "too-many-elements");
    EXPECT_EQ(diagnostics.all()[1].code, "too-large");
    EXPECT_TRUE(parse(nested(64), "f", diagnostics).has_value());
}

TEST(Xml, CollapsesBlanks) {
    EXPECT_EQ(collapse_blanks(" \n a\t b  c\r\n"), "a b c");
    EXPECT_EQ(collapse_blanks("a\xC2\xA0 b"), "a\xC2\xA0 b") << "a no-break space is no white space of XML's";
    EXPECT_EQ(collapse_blanks(" \n"), "");
    EXPECT_TRUE(is_blank("\t\r\n "));
    EXPECT_FALSE(is_blank(" x "));
}

} // namespace
} // namespace demarche::xml
