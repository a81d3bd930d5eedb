#include "samples.hpp"

namespace demarche::extract {
namespace {

const std::string kFirst =
    "The two mayors met in the old harbour and spoke about the ferry, which has not sailed since "
    "the storm. They agreed to meet again before the end of the month.";
const std::string kSecond =
    "“We shall ask the islanders what they need,” said Ines Calder, the mayor of Larkhaven, after "
    "the meeting with her colleague of Ostrey.";

const std::string kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head><title>Mayors meet - The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta charset="utf-8">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Mayors &amp; ferries", "datePublished": "2024-03-06T07:30:00Z",
  "publisher": {"@type": "Organization", "name": "The Larkhaven Lantern"}, "mainEntityOfPage": {"@id": "https://example.org/a"}}]}</script>
<style>p { color: red }</style></head>
<body class="article-page ad-free">
<div class="cookie-banner"><p>We use cookies to make the news better, faster, and easier to read for you.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><header><h1>Mayors &amp; ferries</h1><p class="byline">By Ann Roe</p><time datetime="2024-03-06">6 March</time></header>
<figure><img src="a.jpg"><figcaption>The harbour of Ostrey, seen from the sea, in spring.</figcaption></figure>
<div class="story"><p>LARKHAVEN (AP) — )" +
                          kFirst + R"(</p>
<div class="ad-slot"><p>Buy this boat now, it is cheap, and it floats on any sea that you know.</p></div>
<p><a href="/f">Related: Why ferries stay in harbour, and what can be done about it</a></p>
<aside><p>More stories about boats, ferries, and the people who sail them.</p></aside>
<p>&#8220;We shall ask the <em>islanders</em> what they need,&#8221; said <b>Ines Calder</b>, the mayor of Larkhaven, after
the meeting with her colleague of Ostrey.</p></div>
<script>var x = "<p>not text, I say, not a bit of it at all</p>";</script>
<h2>Most Popular</h2><ul><li><a href="/1">A list of things that are here</a></li></ul></article></main>
<footer><p>© 2024 The Lantern. All rights reserved, as they have always been, everywhere.</p></footer></body></html>
)";

const std::string kNitf = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf xml:lang="en"><head><title>mayors</title><docdata><date.issue norm="20240306T073000Z"/></docdata>
<pubdata name="The Larkhaven Lantern" ex-ref="https://example.org/a"/></head>
<body><body.head><hedline><hl1>Mayors &amp; ferries</hl1></hedline><byline>By Ann Roe</byline>
<dateline><location>LARKHAVEN</location></dateline></body.head>
<body.content><media media-type="image"><media-caption>The harbour of Ostrey.</media-caption></media>
<p>)" + kFirst + "</p>\n<p>" +
                          kSecond +
                          "</p></body.content>\n<body.end><tagline>The end.</tagline></body.end></body></nitf>\n";

const std::string kNewsml = R"(<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" guid="urn:x">
<itemMeta><provider literal="The Larkhaven Lantern"/><versionCreated>2024-03-06T07:30:00+00:00</versionCreated></itemMeta>
<contentMeta><dateline>LARKHAVEN</dateline><headline>Mayors &amp; ferries</headline><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>
<p>)" + kFirst + "</p>\n<p>" +
                            kSecond + "</p></body></html></inlineXML></contentSet></newsItem>\n";

const std::string kNinjs1 =
    R"({"uri": "https://example.org/a", "type": "text", "language": "en", "versioncreated": "2024-03-06T07:30:00Z",
"headline": "Mayors & ferries", "located": "LARKHAVEN", "copyrightholder": "The Larkhaven Lantern",
"body_html": "<p>)" +
    kFirst + "</p><p>" + kSecond + "</p>\"}\n";

const std::string kNinjs2 =
    R"({"uri": "https://example.org/a", "language": "en", "versioncreated": "2024-03-06T07:30:00Z",
"headlines": [{"role": "short", "value": "Mayors"}, {"role": "main", "value": "Mayors & ferries"}], "located": "LARKHAVEN",
"infosources": [{"name": "The Larkhaven Lantern"}],
"bodies": [{"contenttype": "text/plain", "value": ")" +
    kFirst + R"(\n\n)" + kSecond + "\"}]}\n";

const std::string kNinjs3 =
    R"({"standard": {"name": "ninjs", "version": "3.0"}, "uri": "https://example.org/a", "language": "en", "versionCreated": "2024-03-06T07:30:00Z",
"headlines": [{"value": "Mayors & ferries"}], "located": "LARKHAVEN", "infoSources": [{"name": "The Larkhaven Lantern"}],
"bodies": [{"contentType": "text/plain", "value": "no"}, {"contentType": "text/html", "value": "<div><p>)" +
    kFirst + "</p><p>" + kSecond + "</p></div>\"}]}\n";

const std::string kPlain = "Title: Mayors & ferries\nOutlet: The Larkhaven Lantern\nURL: "
                           "https://example.org/a\nPublished: 2024-03-06 07:30\n\n"
                           "LARKHAVEN (AP) — " +
                           kFirst + "\n\n" + kSecond + "\n\nMost Popular\nA list of things\n";

} // namespace

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all{{"plain", kPlain},   {"html", kPage},      {"nitf", kNitf},
                                         {"newsml", kNewsml}, {"ninjs 1", kNinjs1}, {"ninjs 2", kNinjs2},
                                         {"ninjs 3", kNinjs3}};
    return all;
}

const std::string& sample_body() {
    static const std::string body = kFirst + "\n\n" + kSecond;
    return body;
}

} // namespace demarche::extract
