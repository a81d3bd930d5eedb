#include "extract/article_json.hpp"
#include "extract/document.hpp"
#include "extract/marked_up.hpp"
#include "extract/markup.hpp"
#include "samples.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace demarche::extract {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string body_of(const ReadArticle& article) {
    return article.text.substr(article.facts.body.begin, article.facts.body.end - article.facts.body.begin);
}

TEST(ReadFormats, OneStoryInEveryFormat) {
    for (const Sample& sample : samples()) {
        Diagnostics diagnostics;
        const auto article = read_article(sample.bytes, "a", diagnostics);
        EXPECT_EQ(body_of(article), sample_body()) << sample.name;
        EXPECT_EQ(article.facts.title, "Mayors & ferries") << sample.name;
        EXPECT_EQ(article.facts.outlet, "The Larkhaven Lantern") << sample.name;
        EXPECT_EQ(article.facts.published, "2024-03-06T07:30") << sample.name;
        EXPECT_EQ(article.facts.place, "LARKHAVEN") << sample.name;
        EXPECT_EQ(article.facts.language, "en") << sample.name;
        const bool has_address = std::string(sample.name) != "newsml";
        EXPECT_EQ(article.facts.url, has_address ? "https://example.org/a" : "") << sample.name;
        EXPECT_TRUE(diagnostics.all().empty()) << sample.name << to_text(diagnostics.all().front());
    }
}

TEST(ReadFormats, FormatsAreTold) {
    const std::vector<std::pair<std::string, ArticleFormat>> cases{
        {"<!DOCTYPE html><p>x", ArticleFormat::html},
        {"\n <HTML><BODY>x", ArticleFormat::html},
        {"<?xml version='1.0'?><html xmlns='x'><body/></html>", ArticleFormat::html},
        {"<?xml version='1.0'?><nitf/>", ArticleFormat::nitf},
        {"<newsMessage><itemSet><newsItem/></itemSet></newsMessage>", ArticleFormat::newsml_g2},
        {"{\"uri\": \"x\"}", ArticleFormat::ninjs},
        {"{x} said", ArticleFormat::plain},
        {"<Ann> said", ArticleFormat::plain},
        {"Ann <p> said", ArticleFormat::plain},
    };
    for (const auto& [text, format] : cases) {
        EXPECT_EQ(format_of(text), format) << text;
    }
}

TEST(ReadHtml, CaptionsStandBehindTheBody) {
    Diagnostics diagnostics;
    const auto article = read_article(samples()[1].bytes, "a.html", diagnostics);
    const std::size_t caption = article.text.find("The harbour of Ostrey, seen from the sea");
    ASSERT_NE(caption, std::string::npos);
    EXPECT_GE(caption, article.facts.body.end);
    for (const char* junk :
         {"cookies", "Home", "boat now", "Related", "boats", "Popular", "rights", "not text", "color", "Ann Roe"}) {
        EXPECT_THAT(article.text, Not(HasSubstr(junk)));
    }
}

std::string page(const std::string& body) {
    return "<html><head><title>Ferries</title></head><body>" + body + "</body></html>";
}

const std::string kOne = "The ferry of the island sails again, the mayor said, and the islanders are glad of it.";
const std::string kTwo = "It had been in the harbour since the storm, which broke its mast and two of its doors.";

TEST(ReadHtml, MainTextOfUntidyPages) {
    const std::vector<std::pair<const char*, std::string>> cases{
        {"bare paragraphs", "<p>" + kOne + "<p>" + kTwo},
        {"breaks", "<div>" + kOne + "<br><br>" + kTwo + "</div>"},
        {"a class that looks like an advertisement around all",
         "<div class='no-ads'><p>" + kOne + "</p><p>" + kTwo + "</p></div>"},
        {"in a form", "<form><p>" + kOne + "</p><p>" + kTwo + "</p></form>"},
        {"two articles, the second a teaser",
         "<article><p>" + kOne + "</p><p>" + kTwo +
             "</p></article><article><p>A teaser, short, of another one, here.</p></article>"},
        {"unclosed and crossed", "<div><b><p>" + kOne + "</b></i></p><div><p>" + kTwo + "</p>"},
        {"unknown elements", "<my-story><my-text><p>" + kOne + "</p></my-text><p>" + kTwo + "</p></my-story>"},
        {"links in the text", "<p>" + kOne +
                                  "</p><p>It had been in the <a href='#'>harbour since</a> the storm, which broke its "
                                  "mast and two of its doors.</p>"},
        {"a list of links",
         "<p>" + kOne + "</p><ul><li><a href='#'>One of many, and a good one.</a></ul><p>" + kTwo + "</p>"},
        {"hidden",
         "<p>" + kOne + "</p><p style='display:none'>Not to be seen, by anybody, at any time.</p><p>" + kTwo + "</p>"},
    };
    for (const auto& [what, body] : cases) {
        Diagnostics diagnostics;
        const auto article = read_article(page(body), "a.html", diagnostics);
        EXPECT_EQ(body_of(article), kOne + "\n\n" + kTwo) << what;
        EXPECT_EQ(article.facts.title, "Ferries") << what;
    }
}

TEST(ReadHtml, TheBodyInLinkedDataServesWhereThePageHasNone) {
    Diagnostics diagnostics;
    const auto article =
        read_article("<html><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" +
                         kOne + "\\n" + kTwo + "\"}</script><body><div>Loading</div></body></html>",
                     "a.html", diagnostics);
    EXPECT_EQ(body_of(article), kOne + "\n\n" + kTwo);
}

TEST(ReadHtml, ADeclaredEncodingIsReadAndSaid) {
    Diagnostics diagnostics;
    const auto article = read_article("<html><head><meta charset=\"iso-8859-2\"></head><body><p>The mayor, Ana "
                                      "\xA9imi\xE6, spoke of the ferry and of the storm at length.</p>",
                                      "a.html", diagnostics);
    EXPECT_THAT(article.text, HasSubstr("Ana Šimić"));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("iso-8859-2, as it declares"));
}

TEST(ReadFormats, FilesWithoutTextAreErrors) {
    for (const char* bytes : {"<html></html>", "<html><body><script>x</script></body></html>", "<nitf/>", "<newsItem/>",
                              "{\"uri\": \"x\"}", "{\"headline\": 1, \"bodies\": [3]}", "{\"uri\": "}) {
        Diagnostics diagnostics;
        EXPECT_EQ(read_article(bytes, "a", diagnostics).text, "") << bytes;
        EXPECT_EQ(diagnostics.count(Severity::error), 1U) << bytes;
    }
}

TEST(ReadFormats, EntitiesOfAFileAreNotExpanded) {
    const std::string bomb =
        "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM "
        "'file:///etc/hostname'>]>"
        "<nitf><body><body.content><p>The ferry &b; sails &f; again, they said.</p></body.content></body></nitf>";
    Diagnostics diagnostics;
    const auto article = read_article(bomb, "a", diagnostics);
    EXPECT_THAT(article.text, Not(HasSubstr("aaaa")));
    EXPECT_THAT(article.text, HasSubstr("again, they said."));
}

TEST(Markup, NodesKnowWhereTheyEnd) {
    const Markup markup = parse_html("<div><p>a<b>c</b></p>d</div>e");
    for (std::uint32_t i = 0; i < markup.size(); ++i) {
        EXPECT_GT(markup.nodes[i].end, i);
        EXPECT_LE(markup.nodes[i].end, markup.nodes[markup.nodes[i].parent].end);
    }
    EXPECT_EQ(markup.text_of(0), "acde");
}

TEST(ArticleJson, SaysWhatIsKnown) {
    const std::string text = "“Ä,” said Ann.\n";
    EXPECT_EQ(article_json("a.txt", {"T", "O", "U", "2024-03-06", "en", "P", {3, 5}}, cut(text)),
              "{\"file\":\"a.txt\",\"title\":\"T\",\"outlet\":\"O\",\"url\":\"U\",\"published\":\"2024-03-06\","
              "\"language\":\"en\",\"place\":\"P\","
              "\"body\":{\"start\":1,\"end\":2},\"tokens\":7,\"sentences\":[{\"start\":0,\"end\":14,\"paragraph\":0,"
              "\"heading\":false,"
              "\"text\":\"“Ä,” said "
              "Ann.\"}],\"speech\":[{\"kind\":\"direct\",\"start\":1,\"end\":3,\"speaker\":\"Ann\",\"verb\":\"said\","
              "\"denied\":false,"
              "\"text\":\"Ä,\"}]}\n");
}

std::string mutated(std::string bytes, support::Random& random) {
    const std::vector<std::string> inserts{
        "<",    ">",    "</p>", "<div>", "\"",        "\\",       "{",        "}",     std::string(1, '\0'),
        "\xFF", "&#0;", "&",    "<!--",  "<![CDATA[", "<script>", "\xE2\x80", "]]>",   "<a><b><i>",
        "</x>", "[",    ",",    "\n\n",  "<table>",   "<?xml?>",  "é",        "&nbsp;"};
    for (std::size_t change = 0; change <= random.below(8); ++change) {
        const std::size_t at = random.below(bytes.size());
        switch (random.below(4)) {
        case 0:
            bytes[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            bytes.erase(at, random.below(40) + 1);
            break;
        case 2:
            bytes.insert(at, inserts[random.below(inserts.size())]);
            break;
        default:
            bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(200)));
        }
        bytes += bytes.empty() ? " " : "";
    }
    return bytes;
}

/// What holds of any bytes: a text or one error, and a body within the text that the cutter can read.
void expect_sane(const std::string& bytes) {
    Diagnostics diagnostics;
    const auto article = read_article(bytes, "a", diagnostics);
    ASSERT_EQ(article.text.empty(), diagnostics.has_errors());
    ASSERT_LE(article.facts.body.begin, article.facts.body.end);
    ASSERT_LE(article.facts.body.end, article.text.size());
    const Document document = cut(article.text);
    ASSERT_FALSE(article_json("a", article.facts, document).empty());
}

TEST(ReadFormats, MutatedFilesAreReadOrRefused) {
    support::Random random(7);
    for (const Sample& sample : samples()) {
        for (int round = 0; round < 300; ++round) {
            const std::string bytes = mutated(sample.bytes, random);
            expect_sane(bytes);
            if (testing::Test::HasFatalFailure()) {
                FAIL() << sample.name << "\n" << bytes;
            }
        }
    }
}

TEST(ReadFormats, DeepAndRepetitiveFilesEndQuickly) {
    for (const char* part : {"<div>", "<b></i>", "<a href=x>", "<p>a", "<table><tr><td>", "&amp;", "<!--", "</p>",
                             "<p class='ad ad ad'>x.</p>", "[", "{\"a\":", "<li><ul>"}) {
        for (const char* head : {"<html><body>", "<nitf><body>", "{\"uri\": "}) {
            std::string bytes = head;
            while (bytes.size() < 300'000) {
                bytes += part;
            }
            expect_sane(bytes);
        }
    }
}

} // namespace
} // namespace demarche::extract
