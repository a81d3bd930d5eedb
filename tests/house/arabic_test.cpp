// The main example in Arabic: charts that run from right to left, as Chromium draws them.

#include "browser.hpp"
#include "charts.hpp"
#include "subset.hpp"
#include "tree.hpp"

#include <gmock/gmock.h>
#include <map>
#include <regex>
#include <sstream>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path kStory = tree() / "examples/riyadh-talks";

/// English to Arabic, by data/riyadh.ar.tsv.
std::map<std::string, std::string> words() {
    std::map<std::string, std::string> table;
    std::istringstream lines(bytes_of(tree() / "tests/house/data/riyadh.ar.tsv"));
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        if (tab != std::string::npos && line.front() != '#') {
            table[line.substr(0, tab)] = line.substr(tab + 1);
        }
    }
    return table;
}

/// The dossier with `lang="ar"`, and in Arabic what the table has of its attributes and details.
std::string in_arabic(const std::string& dossier) {
    const auto table = words();
    const std::regex value("( (?:title|subtitle|name|short|code|outlet|body|verb)=\"|<detail>)([^\"<]*)");
    std::string text;
    std::size_t told = 0;
    auto at = dossier.cbegin();
    for (std::sregex_iterator match(dossier.begin(), dossier.end(), value), end; match != end; ++match) {
        text.append(at, (*match)[2].first);
        const auto found = table.find(std::regex_replace((*match)[2].str(), std::regex("\\s+"), " "));
        text += found == table.end() ? (*match)[2].str() : found->second;
        told += found == table.end() ? 0U : 1U;
        at = (*match)[2].second;
    }
    text.append(at, dossier.cend());
    EXPECT_GT(told, 100U) << "tests/house/data/riyadh.ar.tsv lags behind the example";
    return std::regex_replace(text, std::regex("<dossier "), "<dossier lang=\"ar\" ");
}

class Arabic : public testing::Test {
protected:
    void SetUp() override {
        for (const auto& entry : fs::directory_iterator(kStory)) {
            fs::copy(entry.path(), scratch.path() / entry.path().filename());
        }
        dossier = scratch.write("riyadh.dossier.xml", in_arabic(bytes_of(kStory / "riyadh.dossier.xml")));
    }

    Scratch scratch;
    fs::path dossier;
};

TEST_F(Arabic, NothingOverlapsIsCutOrStruckInTheBrowser) {
    if (!has_browser()) {
        GTEST_SKIP() << "chromium is not installed";
    }
    std::vector<std::pair<std::string, std::string>> charts;
    for (const char* house : {"report", "web", "slide"}) {
        draw(dossier, scratch.path() / house, "svg", house);
        for (const auto& file : files_in(scratch.path() / house)) {
            EXPECT_THAT(outside_subset(bytes_of(file)), IsEmpty()) << file;
            charts.emplace_back(fs::relative(file, scratch.path()), bytes_of(file));
        }
    }
    ASSERT_EQ(charts.size(), 7U) << "two charts in three templates, a slide of two pages";
    for (const auto& picture : draw_in_browser(charts)) {
        SCOPED_TRACE(picture.name);
        EXPECT_EQ(picture.error, "");
        EXPECT_THAT(picture.overlaps, IsEmpty());
        EXPECT_THAT(picture.cut, IsEmpty());
        EXPECT_THAT(picture.struck, IsEmpty());
        EXPECT_THAT(picture.covered, IsEmpty());
        if (picture.name.find("-p1") == std::string::npos) { // the talks are on the second slide
            EXPECT_THAT(picture.texts, Contains(HasSubstr("محادثات الرياض")));
        }
        EXPECT_THAT(picture.texts, Contains(HasSubstr("المصادر:")));
    }
}

/// What a reader hears: Arabic sentences, with Arabic commas, dates and plurals.
TEST_F(Arabic, SentencesAreArabic) {
    draw(dossier, scratch.path() / "out", "svg", "report");
    const auto timeline = bytes_of(scratch.path() / "out/timeline.svg");
    EXPECT_THAT(timeline, AllOf(HasSubstr("xml:lang=\"ar\""), HasSubstr(" direction=\"ltr\"")));
    EXPECT_THAT(timeline, HasSubstr("<desc>خط زمني حسب الأطراف: 18 حدثًا، من 24 فبراير 2022"));
    EXPECT_THAT(timeline, HasSubstr("18 من أصل 42 حدثًا"));
    EXPECT_THAT(timeline, HasSubstr("سنة واحدة و8 أشهر"));
    const auto network = bytes_of(scratch.path() / "out/network.svg");
    EXPECT_THAT(
        network,
        HasSubstr("<title>الوفد الروسي: سيرغي لافروف (رئيس الوفد)، يوري أوشاكوف وربما كيريل دميترييف.</title>"));
}

} // namespace
} // namespace demarche::house
