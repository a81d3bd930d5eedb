#include "sample_scene.hpp"
#include "write/kept_svg.hpp"
#include "write/writers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::write {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class KeptSvg : public ::testing::Test {
protected:
    Diagnostics diagnostics;

    std::optional<scene::KeptChart> read(const std::string& svg) {
        return read_kept_svg(svg, "old/timeline.svg", diagnostics);
    }

    /// The one warning of a file that was not used.
    std::string refused(const std::string& svg) {
        diagnostics = {};
        EXPECT_FALSE(read(svg)) << svg.substr(0, 200);
        EXPECT_FALSE(diagnostics.has_errors());
        return diagnostics.all().size() == 1 ? to_text(diagnostics.all().front())
                                             : std::to_string(diagnostics.all().size()) + " findings";
    }

    static scene::Scene chart() {
        scene::Scene scene = tests::scene_of({scene::Circle{{10, 10}, 4, scene::Fill{}, {}}});
        scene.id_prefix = "timeline-p2";
        scene.data = {{"chart", "timeline"}, {"lanes", "us \"ru\" <ua> & \xC3\xA9"}};
        scene.pages.front().marks.clear();
        for (const char* id : {"talks", "talks-2", "plain"}) {
            scene::Mark mark;
            mark.id = id;
            mark.role = scene::Role::list_item;
            mark.title = "Talks";
            mark.items.emplace_back(scene::Circle{{10, 10}, 4, scene::Fill{}, {}});
            if (mark.id != "plain") {
                mark.data = {{"event", "talks"}, {"side", mark.id == "talks" ? "above" : "below"}};
            }
            scene.pages.front().marks.push_back(std::move(mark));
        }
        return scene;
    }
};

TEST_F(KeptSvg, WhatWasWrittenIsReadBack) {
    const auto kept = read(to_svg(chart()));
    ASSERT_TRUE(kept);
    EXPECT_THAT(kept->data,
                UnorderedElementsAre(Pair("chart", "timeline"), Pair("lanes", "us \"ru\" <ua> & \xC3\xA9")));
    ASSERT_EQ(kept->marks.size(), 2U) << "a mark without data says nothing";
    EXPECT_EQ(kept->marks[0].id, "talks");
    EXPECT_EQ(kept->marks[1].id, "talks-2");
    EXPECT_THAT(kept->marks[1].data, UnorderedElementsAre(Pair("event", "talks"), Pair("side", "below")));
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST_F(KeptSvg, ASceneSaysWhatItsFileSays) {
    const auto read_back = read(to_svg(chart()));
    const scene::KeptChart said = scene::kept_of(chart());
    ASSERT_TRUE(read_back);
    EXPECT_EQ(said.data, read_back->data);
    ASSERT_EQ(said.marks.size(), read_back->marks.size());
    for (std::size_t i = 0; i < said.marks.size(); ++i) {
        EXPECT_EQ(said.marks[i].id, read_back->marks[i].id);
        EXPECT_EQ(said.marks[i].data, read_back->marks[i].data);
    }
}

TEST_F(KeptSvg, AMarkThatIsALinkIsReadBack) {
    scene::Scene scene = chart();
    scene.pages.front().marks.front().link = "#fact-1";
    const auto kept = read(to_svg(scene));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->marks.size(), 2U);
}

TEST_F(KeptSvg, WhatAnOptimiserMergedIsFound) {
    // Ids, roles and the groups around are gone; what a group said stands on its one child; the file is in another one.
    const auto kept = read("<svg xmlns='http://www.w3.org/2000/svg'><g><svg data-chart='timeline' data-scale='rows'>"
                           "<path data-mark='b' data-event='b' d='M0 0'/><g><g><g>"
                           "<text data-event='a' data-mark='a'>A</text></g></g></g></svg></g></svg>");
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->data.at("scale"), "rows");
    ASSERT_EQ(kept->marks.size(), 2U);
    EXPECT_EQ(kept->marks[0].id, "b");
    EXPECT_THAT(kept->marks[1].data, ElementsAre(Pair("event", "a")));
}

TEST_F(KeptSvg, WhatCannotBeUsedIsAWarning) {
    EXPECT_THAT(refused(""), HasSubstr("old/timeline.svg:1:1: warning: the previous chart is not well-formed XML"));
    EXPECT_THAT(refused("{\"chart\": 1}"), HasSubstr("not well-formed"));
    EXPECT_THAT(refused("<svg>\n<g data-chart='timeline'"), HasSubstr("old/timeline.svg:2:"));
    EXPECT_THAT(refused("<svg width='1'/>"), HasSubstr("says nothing of its layout"));
    EXPECT_THAT(refused("<svg><g data-mark='a' data-event='a'/></svg>"), HasSubstr("says nothing of its layout"));
    EXPECT_THAT(refused("<html><svg data-chart='timeline'/><svg data-chart='network'/></html>"),
                HasSubstr("more than one chart"));
    EXPECT_THAT(refused("<svg data-chart='\xFF'/>"), HasSubstr("old/timeline.svg:1:18: warning"));
    EXPECT_THAT(refused(std::string("<svg data-chart='a'>\0</svg>", 27)), HasSubstr("not well-formed"));
}

TEST_F(KeptSvg, EveryBeginningOfAChartIsRefusedOrRead) {
    const std::string whole = to_svg(chart());
    std::size_t read_whole = 0;
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        diagnostics = {};
        const auto kept = read(whole.substr(0, length));
        EXPECT_EQ(kept.has_value(), diagnostics.all().empty()) << length;
        if (kept) {
            ++read_whole;
            EXPECT_EQ(kept->marks.size(), 2U);
        }
    }
    EXPECT_LE(read_whole, 2U) << "with the last line end and without";
    EXPECT_GE(read_whole, 1U);
}

TEST_F(KeptSvg, DepthAndEntitiesDoNoHarm) {
    std::string deep = "<svg data-chart='timeline'>";
    const std::size_t depth = 300'000;
    for (std::size_t i = 0; i < depth; ++i) {
        deep += "<g>";
    }
    deep += "<path data-mark='a' data-event='a'/>";
    for (std::size_t i = 0; i < depth; ++i) {
        deep += "</g>";
    }
    const auto kept = read(deep + "</svg>");
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->marks.size(), 1U);
    const auto bomb = read("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                           "<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
                           "<svg data-chart='timeline'><g data-mark='&b;' data-event='&f;'/></svg>");
    ASSERT_TRUE(bomb);
    EXPECT_EQ(bomb->marks.front().id, "&b;");
    EXPECT_EQ(bomb->marks.front().data.at("event"), "&f;");
}

} // namespace
} // namespace demarche::write
