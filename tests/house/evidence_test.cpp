// The page of evidence in Chromium: clicked, used with keys, filtered, without script, small, dark, printed, read
// aloud.

#include "browser.hpp"
#include "charts.hpp"
#include "devtools.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <regex>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class EvidencePage : public testing::Test {
protected:
    void SetUp() override {
        if (!has_browser()) {
            GTEST_SKIP() << "chromium is not installed";
        }
        draw(tree() / "examples/riyadh-talks/riyadh.dossier.xml", scratch.path(), "html,svg");
        url = "file://" + (scratch.path() / "evidence.html").string();
    }

    static std::string text(DevTools& page, const std::string& selector) {
        return page.value("(document.querySelector(" + Json(selector).dump() + ") || {innerText: ''}).innerText");
    }

    static std::size_t count(DevTools& page, const std::string& selector) {
        return page.value("[...document.querySelectorAll(" + Json(selector).dump() +
                          ")].filter(one => one.getClientRects().length > 0).length");
    }

    /// The ids of what is lit in a chart.
    static std::vector<std::string> lit(DevTools& page, const std::string& chart) {
        return page.value("[...document.querySelectorAll('#chart-" + chart +
                          " a[href^=\"#fact-\"]:not(.dim)')].filter(one => "
                          "one.getClientRects().length > 0).map(one => one.getAttribute('href'))");
    }

    Scratch scratch;
    std::string url;
};

TEST_F(EvidencePage, AClickOrAKeyShowsThePassagesOfAMark) {
    DevTools page;
    page.size(1280, 900);
    page.open(url);
    EXPECT_EQ(page.complaints(), "");
    EXPECT_THAT(text(page, "#chosen"), IsEmpty());

    page.click("#chart-timeline a[data-event='riyadh-talks']");
    EXPECT_THAT(text(page, "#facts-head"), HasSubstr("Riyadh talks"));
    EXPECT_THAT(text(page, "#chosen"),
                AllOf(HasSubstr("Digest 2"), HasSubstr("took part"), HasSubstr("one text with")));
    EXPECT_GT(count(page, "#chosen .context mark"), 3U) << "the words stand marked in their sentences";
    EXPECT_THAT(lit(page, "timeline"), ElementsAre("#fact-event-riyadh-talks"));
    EXPECT_THAT(lit(page, "network"), testing::Contains("#fact-actor-rubio")) << "who took part is lit too";
    EXPECT_EQ(page.value("document.activeElement.id"), "facts-head") << "a screen reader is led to what was asked for";
    EXPECT_EQ(page.value("location.hash"), "#fact-event-riyadh-talks");

    page.press("Escape");
    EXPECT_THAT(text(page, "#chosen"), IsEmpty());
    EXPECT_EQ(page.value("document.activeElement.dataset.event"), "riyadh-talks") << "and back to the mark";

    // With the keyboard alone, from that mark to the next and into it.
    page.press("Tab");
    const std::string next = page.value("document.activeElement.dataset.event");
    EXPECT_NE(next, "riyadh-talks");
    page.press("Enter");
    EXPECT_EQ(page.value("document.querySelector('#chosen .fact').dataset.event"), next);
    page.press("Escape");
    page.press(" ");
    EXPECT_EQ(page.value("document.querySelector('#chosen .fact').dataset.event"), next) << "the space bar does it too";
    EXPECT_EQ(page.complaints(), "");
}

TEST_F(EvidencePage, EveryKindOfMarkLeadsToItsFacts) {
    DevTools page;
    page.size(1280, 900);
    page.open(url);
    const auto first = [&] { return std::string(page.value("document.querySelector('#chosen .fact').id")); };

    page.click("#chart-network a[data-actor='lavrov']:not([data-event])"); // a member's row
    EXPECT_EQ(first(), "fact-actor-lavrov");
    EXPECT_THAT(lit(page, "timeline"), testing::Contains("#fact-event-riyadh-talks"))
        << "the same actor in both charts";
    EXPECT_THAT(lit(page, "timeline"), Not(testing::Contains("#fact-event-kellogg-kyiv")));

    page.click("#chart-network a[data-event='riyadh-talks']:not([data-actor])"); // a hub
    EXPECT_EQ(first(), "fact-event-riyadh-talks");
    // A line and a tie: on the line itself, where the mouse is.
    for (const char* const selector : {"a[data-event][data-actor]", "a[data-tie]"}) {
        const std::string chart = std::string("#chart-network ") + selector;
        const std::string target = page.value("document.querySelector(\"" + chart + "\").getAttribute('href')");
        const Json at =
            page.value("(() => { const mark = document.querySelector(\"" + chart +
                       "\"); mark.scrollIntoView({block: 'center'});"
                       "const line = [...mark.querySelectorAll('path')].find(one => "
                       "one.getAttribute('fill') === 'none' && !one.getAttribute('class'));"
                       "const to = line.getScreenCTM(); const at = line.getPointAtLength(line.getTotalLength() / 3);"
                       "return [to.a * at.x + to.e + 3, to.d * at.y + to.f + 3]; })()");
        page.click_at(at[0], at[1]); // three pixels beside it: a line is thin
        EXPECT_EQ("#" + first(), target) << selector;
    }
    // Words of an article show what rests on them.
    page.click("#articles mark");
    const std::string passage = page.value("document.querySelector('#articles mark').dataset.passages.split(' ')[0]");
    EXPECT_EQ(page.value("[...document.querySelectorAll('#chosen .fact')].every(fact => fact.querySelector("
                         "'.passage[data-passage=" +
                         passage + "]'))"),
              true);
    EXPECT_GE(count(page, "#chosen .fact"), 1U);
    EXPECT_EQ(page.value("(() => { const box = document.querySelector('#articles mark').getBoundingClientRect();"
                         "return box.top >= 0 && box.bottom <= innerHeight; })()"),
              true)
        << "whoever reads an article is not taken away from it";
    // Whatever leads somewhere leads to what is there.
    EXPECT_THAT(std::vector<std::string>(
                    page.value("[...document.querySelectorAll('a[href^=\"#\"]')].map(one => one.getAttribute('href'))"
                               ".filter(href => !document.getElementById(decodeURIComponent(href.slice(1))))")),
                IsEmpty());
    EXPECT_EQ(page.value("(() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id);"
                         "return ids.length - new Set(ids).size; })()"),
              0)
        << "no id stands twice";
    EXPECT_EQ(page.value("[...document.querySelectorAll('.paper [data-event], .paper [data-actor], .paper [data-tie],"
                         ".paper [data-delegation], .paper [data-side]')].filter(one => one.localName !== 'a').length"),
              0)
        << "every mark that stands for something can be followed";
}

TEST_F(EvidencePage, FiltersDimAndHide) {
    DevTools page;
    page.size(1280, 900);
    page.open(url);
    page.click("#filters summary");
    const std::size_t all = count(page, ".all .fact");
    page.click("#filters input[name='only'][value='undrawn']");
    EXPECT_LT(count(page, ".all .fact"), all);
    EXPECT_EQ(count(page, ".all .fact"), count(page, ".all .fact[data-flags~='undrawn']"));
    EXPECT_EQ(lit(page, "timeline").size(), 0U);
    EXPECT_EQ(count(page, "#events .fact"), 24U)
        << "42 events, 18 drawn in the timeline, one of them in the network only";
    page.click("#filters button[type='reset']");
    page.value("new Promise(done => setTimeout(done, 50))");
    EXPECT_EQ(count(page, ".all .fact"), all);

    page.value("document.querySelectorAll('#filters input[name=side]').forEach(box => { if (box.value !== 'ksa') "
               "box.click(); })");
    EXPECT_THAT(lit(page, "timeline"),
                testing::UnorderedElementsAre("#fact-event-riyadh-talks", "#fact-event-zelenskyy-saudi"));
    page.click("#filters button[type='reset']");
    page.value("new Promise(done => setTimeout(done, 50))");
    page.value("(() => { const to = document.querySelector('#filters select[name=to]'); to.selectedIndex = 1;"
               "to.dispatchEvent(new Event('change', {bubbles: true})); })()");
    EXPECT_THAT(lit(page, "timeline"), testing::Contains("#fact-event-invasion"));
    EXPECT_THAT(lit(page, "timeline"), Not(testing::Contains("#fact-event-riyadh-talks")));
    EXPECT_EQ(page.complaints(), "");
}

TEST_F(EvidencePage, WithoutScriptItIsAListWithAnchors) {
    DevTools page;
    page.size(360, 740);
    page.call("Emulation.setScriptExecutionDisabled", {{"value", true}});
    page.open(url);
    page.click("#chart-timeline .narrow a[data-event='riyadh-talks']");
    EXPECT_EQ(page.value("location.hash"), "#fact-event-riyadh-talks");
    EXPECT_EQ(page.value("document.querySelector(':target h4').innerText.includes('Riyadh talks')"), true);
    EXPECT_EQ(page.value("(() => { const box = document.querySelector(':target').getBoundingClientRect();"
                         "return box.top >= 0 && box.top < innerHeight; })()"),
              true)
        << "one stands there";
    EXPECT_GT(count(page, "#fact-event-riyadh-talks .passage q"), 3U);
    EXPECT_EQ(count(page, "#filters"), 0U) << "filters would do nothing";
    page.click("#fact-event-riyadh-talks .passage .in");
    EXPECT_THAT(std::string(page.value("location.hash")), HasSubstr("#passage-"));
    EXPECT_EQ(page.value("document.querySelector('mark:target, mark:has(:target)') !== null"), true);
}

TEST_F(EvidencePage, FitsAPhoneAndGoesDark) {
    DevTools page;
    page.size(360, 740);
    page.open(url);
    const char* const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    EXPECT_EQ(page.value(overflow), 0);
    EXPECT_EQ(page.value("[...document.querySelectorAll('.paper')].filter(one => one.getClientRects().length > 0)"
                         ".every(one => one.scrollWidth <= one.clientWidth)"),
              true)
        << "charts are drawn anew for the screen: none scrolls sideways";
    const std::size_t marks = count(page, "#chart-network a[href^='#']");
    EXPECT_GT(marks, 10U);
    page.click("#chart-timeline .narrow a[data-event='riyadh-talks']");
    EXPECT_EQ(page.value("getComputedStyle(document.getElementById('facts')).position"), "fixed");
    EXPECT_EQ(
        page.value("(() => { const mark = document.querySelector('#chart-timeline .narrow a[data-event=riyadh-talks]')"
                   ".getBoundingClientRect(); return mark.top >= 0 && "
                   "mark.bottom <= document.getElementById('facts').getBoundingClientRect().top; })()"),
        true)
        << "the mark stays in sight above the panel";
    EXPECT_EQ(page.value(overflow), 0);

    page.call("Emulation.setEmulatedMedia",
              {{"features", Json::array({{{"name", "prefers-color-scheme"}, {"value", "dark"}}})}});
    page.open(url);
    // WCAG 2.1 contrast of texts against the page.
    const char* const contrast =
        "(selector => { const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)"
        ".map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);"
        "return 0.2126 * r + 0.7152 * g + 0.0722 * b; };"
        "const a = light(getComputedStyle(document.documentElement).backgroundColor);"
        "const b = light(getComputedStyle(document.querySelector(selector)).color);"
        "return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); })";
    for (const char* const selector : {"h1", ".intro", ".fact .when", ".fact .title", ".rests", "nav a"}) {
        EXPECT_GE(double(page.value(std::string(contrast) + "('" + selector + "')")), 4.5) << selector;
    }
    EXPECT_EQ(page.value("getComputedStyle(document.documentElement).backgroundColor"), "rgb(20, 23, 26)");
    EXPECT_EQ(page.value("getComputedStyle(document.querySelector('.paper')).backgroundColor"), "rgb(255, 255, 255)")
        << "a chart keeps its paper";
}

TEST_F(EvidencePage, PrintsAllOfIt) {
    DevTools page;
    page.size(1280, 900);
    page.open(url);
    page.click("#chart-timeline a[data-event='riyadh-talks']");
    page.call("Emulation.setEmulatedMedia", {{"media", "print"}});
    EXPECT_EQ(count(page, ".narrow"), 0U) << "paper is wide";
    EXPECT_EQ(count(page, ".fact"), page.value("document.querySelectorAll('.fact').length").get<std::size_t>())
        << "also while one is chosen";
    EXPECT_EQ(count(page, "nav, #filters, .close"), 0U);
    EXPECT_EQ(page.value("getComputedStyle(document.querySelector('.paper a.dim')).opacity"), "1");
    const std::string pdf = page.call("Page.printToPDF", {{"preferCSSPageSize", true}}).at("data");
    EXPECT_EQ(pdf.substr(0, 7), "JVBERi0") << "%PDF-";
}

/// Names of the nodes of a role, in the order a screen reader meets them.
std::vector<std::string> read_aloud(DevTools& page, const std::string& role) {
    page.call("Accessibility.enable");
    const Json nodes = page.call("Accessibility.getFullAXTree").at("nodes");
    std::map<std::string, const Json*> by_id;
    for (const Json& node : nodes) {
        by_id[node.at("nodeId")] = &node;
    }
    std::vector<std::string> names;
    std::vector<const Json*> stack{&nodes.at(0)};
    while (!stack.empty()) {
        const Json& node = *stack.back();
        stack.pop_back();
        if (!node.value("ignored", false) && node.contains("role") && node["role"].value("value", "") == role &&
            node.contains("name")) {
            names.push_back(node["name"].value("value", ""));
        }
        const Json children = node.value("childIds", Json::array());
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            if (const auto found = by_id.find(*child); found != by_id.end()) {
                stack.push_back(found->second);
            }
        }
    }
    return names;
}

/// The sentences of a chart's marks, as the file has them: the chart's own title is not among them.
std::vector<std::string> sentences(const std::string& svg, const std::string& mark) {
    std::vector<std::string> list;
    const std::regex titled(mark + "[^>]*>\\s*<title>([^<]*)</title>");
    for (auto found = std::sregex_iterator(svg.begin(), svg.end(), titled); found != std::sregex_iterator(); ++found) {
        list.push_back((*found)[1]);
    }
    return list;
}

std::vector<std::string> among(const std::vector<std::string>& all, const std::vector<std::string>& wanted) {
    std::vector<std::string> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), [&](const std::string& name) {
        return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    });
    return kept;
}

TEST_F(EvidencePage, AScreenReaderMeetsEveryEventInOrderOfTime) {
    const std::string timeline = bytes_of(scratch.path() / "timeline.svg");
    const std::string network = bytes_of(scratch.path() / "network.svg");
    const auto events = sentences(timeline, "data-event=");
    ASSERT_EQ(events.size(), 18U);
    EXPECT_THAT(events.front(), HasSubstr("24 Feb 2022: Russia invades Ukraine."));
    EXPECT_THAT(events.back(), HasSubstr("no date set"));
    const auto hubs = sentences(network, "id=\"network-hub-[^\"]*\"");
    ASSERT_EQ(hubs.size(), 6U);
    EXPECT_THAT(hubs.back(), HasSubstr("20 Feb 2025"));

    DevTools page;
    const auto inlined =
        scratch.write("inline.html", "<!doctype html><html lang=en><meta charset=utf-8><title>x</title>" +
                                         timeline.substr(timeline.find("<svg")) + network.substr(network.find("<svg")));
    page.open("file://" + inlined.string());
    const auto symbols = read_aloud(page, "graphics-symbol");
    EXPECT_EQ(among(symbols, events), events) << "in the SVG, set into a page";
    EXPECT_EQ(among(symbols, hubs), hubs);
    EXPECT_GE(read_aloud(page, "listitem").size(), events.size() + hubs.size());

    page.open(url);
    const auto links = read_aloud(page, "link");
    EXPECT_EQ(among(links, events), events) << "in the page of evidence, where marks can be followed";
    EXPECT_EQ(among(links, hubs), hubs);
}

/// The policy knows the style of typefaces in the SVG, and there is a page for every template.
TEST_F(EvidencePage, HasItsTypefacesAndAFileATemplate) {
    const auto outcome =
        run(demarche({"draw", tree() / "examples/first-story/first.dossier.xml", "-o", scratch.path() / "more", "-T",
                      "html", "--text", "embedded", "--template", "report,web"}));
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    const auto files = files_in(scratch.path() / "more");
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].filename(), "evidence-report.html");
    EXPECT_EQ(files[1].filename(), "evidence-web.html");
    DevTools page;
    page.open("file://" + files[1].string());
    EXPECT_EQ(page.complaints(), "");
    EXPECT_GE(
        int(page.value("document.fonts.ready.then(fonts => [...fonts].filter(one => one.status === 'loaded').length)")),
        1);
}

/// Words of a dossier that would like to be more than words.
TEST_F(EvidencePage, HostileWordsStayWords) {
    // Of what a reader of dossiers lets through: marks of quotation must quote, and marks of direction are refused.
    const std::string evil = "&lt;/title&gt;&lt;script&gt;document.documentElement.dataset.owned=1&lt;/script&gt;"
                             "&lt;img src=x onerror=document.documentElement.dataset.owned=1&gt; "
                             "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D --&gt; ]]&gt; &amp;amp; {title} | `x` [y](z)";
    const std::string article =
        "Before it. Smith </mark></span><script>document.documentElement.dataset.owned=1</script> met Okafor "
        "\xE2\x80\xAEon Monday. Then <!-- they left.\n";
    const auto dossier = scratch.write(
        "evil.dossier.xml",
        "<dossier title=\"" + evil +
            "\"><articles><article id=\"a1\" file=\"a1.txt\" published=\"2031-05-06\" title=\"" + evil +
            "\" outlet=\"" + evil + "\" url=\"https://example.org/?a='onclick=b&amp;amp;c\"/></articles>" +
            "<sides><side id=\"s\" code=\"S\" name=\"" + evil +
            "\"/><side id=\"t\" code=\"T\" name=\"T\"/></sides><actors><actor id=\"smith\" name=\"" + evil +
            "\" side=\"s\"/><actor id=\"okafor\" name=\"Okafor\" side=\"t\"/></actors><events><event id=\"e\" "
            "title=\"" +
            evil + "\" when=\"2031-05-06\" type=\"consult/meet\"><detail>" + evil +
            "</detail><party actor=\"smith\"/><party actor=\"okafor\"/><cite article=\"a1\">&lt;/mark&gt;&lt;/span&gt;"
            "&lt;script&gt;document.documentElement.dataset.owned=1&lt;/script&gt; met Okafor</cite></event></events>"
            "</dossier>");
    std::ignore = scratch.write("a1.txt", article);
    draw(dossier, scratch.path() / "evil", "html,txt,md");
    const std::string html = bytes_of(scratch.path() / "evil/evidence.html");
    EXPECT_THAT(html, Not(HasSubstr("<script>document")));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, Not(HasSubstr("'onclick")));

    DevTools page;
    page.size(1280, 900);
    page.open("file://" + (scratch.path() / "evil/evidence.html").string());
    page.click("#chart-timeline a[data-event='e']");
    EXPECT_EQ(page.value("document.documentElement.dataset.owned === undefined"), true);
    EXPECT_THAT(text(page, "#chosen"), HasSubstr("</mark></span><script>"));
    EXPECT_EQ(page.value("document.querySelectorAll('script').length"), 1);
    EXPECT_EQ(page.complaints(), "") << "the policy found nothing to forbid";
    // What is turned around stays in its place: the words behind it keep their direction.
    EXPECT_EQ(page.value("[...document.querySelectorAll('[dir=auto]')].every(one => "
                         "['isolate', 'plaintext', 'isolate-override'].includes(getComputedStyle(one).unicodeBidi))"),
              true);
}

} // namespace
} // namespace demarche::house
