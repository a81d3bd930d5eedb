// The three kinds of text in SVG: the same words and the same picture, whoever draws the file.

#include "browser.hpp"
#include "charts.hpp"
#include "raster.hpp"
#include "subset.hpp"
#include "tree.hpp"

#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <regex>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Pixels of a cell of the page that the browser draws.
constexpr int kCellWidth = 700;
constexpr int kCellHeight = 980;

/// How far pictures of one chart may be apart: shapes of letters differ by antialiasing and hinting only.
constexpr double kSame = 0.002;

constexpr const char* kScripts = R"(<dossier title="Six scripts: fi ffi AVATAR" as-of="2025-02-18">
<articles><article id="a1" file="a1.txt" outlet="Digest" title="Talks" published="2025-02-18"/></articles>
<sides><side id="us" code="US" name="United States" colour="#0062a3"/></sides>
<actors><actor id="x" name="X" side="us"><cite article="a1">X spoke</cite></actor></actors>
<events>
<event id="e1" title="Переговоры в Эр-Рияде" when="2025-02-10" type="consult/meet" emphasis="yes">
<detail>встреча министров — українською їжак</detail><party actor="x" as="participant"/><cite article="a1">X spoke</cite></event>
<event id="e2" title="محادثات في الرياض" when="2025-02-11" type="consult/meet">
<detail>اجتماع الوزراء في القصر</detail><party actor="x" as="participant"/><cite article="a1">X spoke</cite></event>
<event id="e3" title="שיחות בריאד, 18 בפברואר" when="2025-02-12" type="consult/meet">
<detail>פגישת השרים (18) בארמון</detail><party actor="x" as="participant"/><cite article="a1">X spoke</cite></event>
<event id="e4" title="代表团举行会谈" when="2025-02-13" type="consult/meet">
<detail>外交部长会晤</detail><party actor="x" as="participant"/><cite article="a1">X spoke</cite></event>
<event id="e5" title="Συνομιλίες; Musāʿid al-ʿAybān" when="2025-02-14" status="planned" type="consult/meet">
<detail>naïve façade, 1⁄2 ½ → №, a&#x304;</detail><party actor="x" as="participant"/><cite article="a1">X spoke</cite></event>
</events></dossier>)";

/// One chart in its three kinds of text.
struct Kinds {
    std::string live, embedded, outlines;
};

class TextKinds : public ::testing::Test {
protected:
    Scratch scratch;
    fs::path scripts = scratch.write("scripts.dossier.xml", kScripts);
    fs::path article = scratch.write("a1.txt", "X spoke on Tuesday.");

    std::string drawn(const fs::path& dossier, const std::string& chart, const std::string& kind) {
        const auto outcome = run(demarche({"draw", dossier, "-o", "-", "-T", "svg", "--chart", chart, "--text", kind}));
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        return outcome.out;
    }

    Kinds all(const fs::path& dossier, const std::string& chart = "timeline") {
        return {drawn(dossier, chart, "live"), drawn(dossier, chart, "embedded"), drawn(dossier, chart, "outlines")};
    }

    std::vector<Kinds> charts() {
        const fs::path riyadh = tree() / "examples/riyadh-talks/riyadh.dossier.xml";
        return {all(riyadh), all(riyadh, "network"), all(scripts)};
    }

    Raster by_rsvg(const std::string& svg) {
        const auto file = scratch.write("chart.svg", svg);
        const auto picture = scratch.path() / "rsvg.png";
        Command command;
        command.words = {"rsvg-convert", "--zoom", "2", file, "-o", picture};
        EXPECT_EQ(run(command).exit, 0);
        return read_png(picture);
    }

    /// The page as Chromium draws it.
    Raster by_browser(const std::string& html, int columns) {
        const auto page = scratch.write("page.html", "<!doctype html><meta charset=\"utf-8\">" + html);
        const auto picture = scratch.path() / "page.png";
        Command command;
        command.words = {"chromium",
                         "--headless",
                         "--no-sandbox",
                         "--disable-gpu",
                         "--disable-dev-shm-usage",
                         "--no-first-run",
                         "--disable-background-networking",
                         "--disable-component-update",
                         "--disable-sync",
                         "--disable-crash-reporter",
                         "--hide-scrollbars",
                         "--force-device-scale-factor=1",
                         "--window-size=" + std::to_string(columns * kCellWidth) + "," + std::to_string(kCellHeight),
                         "--screenshot=" + picture.string(),
                         "--user-data-dir=" + (scratch.path() / "profile").string(),
                         "file://" + page.string()};
        command.environment = {{"HOME", scratch.path()}, {"TMPDIR", scratch.path()}};
        command.timeout = std::chrono::seconds(180);
        run(command);
        return read_png(picture);
    }

    static std::string cell(int column, const std::string& inside) {
        return "<div style='position:absolute;top:0;left:" + std::to_string(column * kCellWidth) + "px'>" + inside +
               "</div>\n";
    }

    static std::string inlined(const std::string& svg) { return svg.substr(svg.find("<svg")); }

    std::string image(const std::string& name, const std::string& svg) {
        return "<img src='" + scratch.write(name + ".svg", svg).filename().string() + "'>";
    }
};

/// As on a machine without the typefaces that live text names.
std::string without_typefaces(const std::string& svg) {
    return std::regex_replace(svg, std::regex("Arial,[^>{}]*sans-serif"), "monospace");
}

std::string without_style(const std::string& svg) {
    const auto begin = svg.find("<style>");
    return svg.substr(0, begin) + svg.substr(svg.find("</style>") + 8);
}

TEST_F(TextKinds, HaveTheSameWords) {
    for (const Kinds& chart : charts()) {
        const auto labels = labels_of(chart.live);
        EXPECT_GT(labels.size(), 10U);
        EXPECT_EQ(labels_of(chart.embedded), labels);
        EXPECT_EQ(chart.outlines.find("<text"), std::string::npos);
        EXPECT_EQ(chart.outlines.find("<use"), std::string::npos);
        pugi::xml_document document;
        ASSERT_TRUE(document.load_string(chart.outlines.c_str()));
        std::string words;
        for (const auto& path : document.select_nodes("//path[@role='img']")) {
            words += path.node().child("title").text().get() + std::string(path.node().attribute("aria-label").value());
            words += '\n';
        }
        for (std::string label : labels) {
            for (const char* mark : {"\u202B", "\u202C"}) { // of the embedding of live text
                for (auto at = label.find(mark); at != std::string::npos; at = label.find(mark)) {
                    label.erase(at, std::string(mark).size());
                }
            }
            EXPECT_NE(words.find(label), std::string::npos) << label;
        }
    }
}

TEST_F(TextKinds, AreTheSamePictureInRsvg) {
    for (const Kinds& chart : charts()) {
        const Raster live = by_rsvg(chart.live);
        EXPECT_GT(live.inked(), 0.01);
        EXPECT_EQ(difference(by_rsvg(chart.embedded), live), 0) << "it knows no faces in files";
        // Bold Chinese is thickened as live text: there is no bold face.
        const bool is_thickened = chart.live.find("代表团") != std::string::npos;
        EXPECT_LT(difference(by_rsvg(chart.outlines), live), is_thickened ? 20 * kSame : kSame);
    }
}

TEST_F(TextKinds, AreTheSamePictureInTheBrowser) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    // Both charts on one page, inlined and as images; the last is what a missing typeface looks like.
    const Kinds story = all(tree() / "examples/riyadh-talks/riyadh.dossier.xml");
    const Kinds other = all(scripts);
    std::string html;
    int column = 0;
    for (const Kinds& chart : {story, other}) {
        const std::string bare = without_typefaces(chart.embedded);
        const std::string number = std::to_string(column);
        html += cell(column++, inlined(chart.outlines));
        html += cell(column++, inlined(bare));
        html += cell(column++, image("embedded" + number, bare));
        html += cell(column++, image("outlines" + number, chart.outlines));
        html += cell(column++, image("missing" + number, without_style(bare)));
    }
    const Raster page = by_browser(html, column);
    const auto at = [&page](int cell_number) {
        return page.part(cell_number * kCellWidth, 0, kCellWidth, kCellHeight);
    };
    for (const int first : {0, 5}) {
        const Raster outlines = at(first);
        EXPECT_GT(outlines.inked(), 0.005);
        EXPECT_LT(difference(at(first + 1), outlines), kSame) << "embedded, inlined";
        EXPECT_LT(difference(at(first + 2), outlines), kSame) << "embedded, as an image";
        EXPECT_LT(difference(at(first + 3), outlines), kSame) << "outlines, as an image";
        EXPECT_GT(difference(at(first + 4), outlines), 10 * kSame) << "else this test sees nothing";
    }
}

TEST_F(TextKinds, AreSmallEnough) {
    const Kinds chart = all(tree() / "examples/riyadh-talks/riyadh.dossier.xml");
    EXPECT_LE(chart.live.size(), 60'000U);
    EXPECT_LE(chart.embedded.size(), 80'000U);
}

TEST_F(TextKinds, AreTheSameBytesEveryTime) {
    for (const char* kind : {"embedded", "outlines"}) {
        EXPECT_EQ(drawn(scripts, "timeline", kind), drawn(scripts, "timeline", kind));
    }
}

} // namespace
} // namespace demarche::house
