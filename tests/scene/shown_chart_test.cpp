// What two charts show, compared by what their files say of themselves.

#include "scene/shown_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::scene {
namespace {

using ::testing::HasSubstr;

std::string chart(const std::string& marks, const std::string& title = "The talks") {
    return "<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + title +
           "</title>" + marks + "</svg>\n";
}

std::string event(const std::string& id, const std::string& says, const std::string& more = "") {
    return "<g data-event=\"" + id + "\"" + more + "><title>" + says + "</title><path d=\"M0 0\"/></g>";
}

ShownChart read(const std::string& svg) {
    Diagnostics diagnostics;
    const auto shown = read_shown_chart(svg, "chart.svg", diagnostics);
    EXPECT_TRUE(shown && !diagnostics.has_errors()) << to_text(diagnostics.all().front());
    return shown.value_or(ShownChart());
}

std::string differs(const std::string& before, const std::string& after) {
    return to_text(compare(read(before), read(after)));
}

TEST(ShownChart, IsTheSameWhereverItsMarksStand) {
    const std::string before = chart(event("a", "18 Feb: A call.") + event("b", "19 Feb: A visit."));
    EXPECT_EQ(differs(before, before), "");
    EXPECT_EQ(differs(before, chart(event("b", "19 Feb: A visit.", " id=\"x\" data-column=\"3\"") + "<g>" +
                                    event("a", "18 Feb:\n A call.") + "</g>")),
              "");
    EXPECT_EQ(to_markdown(compare(read(before), read(before))), "");
}

TEST(ShownChart, SaysWhatWentWhatChangedAndWhatCame) {
    const std::string before = chart(event("a", "18 Feb: A call.") +
                                     event("b", "19 Feb: A visit. Parties: Roe and Doe. Planned. One source."));
    const std::string after = chart(event("b", "19 Feb: A visit. Parties: Roe and Doe. Cancelled. One source.") +
                                        event("c", "20 Feb: A dinner."),
                                    "The end");
    EXPECT_EQ(differs(before, after), "removed    18 Feb: A call.\n"
                                      "changed    19 Feb: A visit: “Planned.” -> “Cancelled.”\n"
                                      "added      20 Feb: A dinner.\n"
                                      "changed    title of the chart: “The talks” -> “The end”\n");
    const ShownDiff diff = compare(read(before), read(after));
    EXPECT_THAT(to_markdown(diff), HasSubstr("## The end\n\n- **removed:** 18 Feb: A call.\n"));
    EXPECT_THAT(to_json(diff), HasSubstr("\"demarche_chart_diff\": 1"));
    EXPECT_THAT(to_json(diff), HasSubstr("\"event\": \"a\""));
}

TEST(ShownChart, SaysWhatCameAtTheEndOfAMark) {
    EXPECT_EQ(differs(chart(event("a", "18 Feb: A call.")), chart(event("a", "18 Feb: A call. Disputed."))),
              "changed    18 Feb: A call: “call.” -> “call. Disputed.”\n");
}

TEST(ShownChart, TellsALineFromItsEventAndTwoMarksOfOneName) {
    const std::string line = "<g data-event=\"a\" data-actor=\"x\" data-as=\"host\"><title>By X.</title></g>";
    EXPECT_EQ(differs(chart(event("a", "A.") + line), chart(event("a", "A."))), "") << "the event says it";
    EXPECT_EQ(differs(chart(event("a", "A.") + event("a", "B.")), chart(event("a", "A."))), "removed    B.\n");
    EXPECT_TRUE(read(chart("<g data-actor=\"x\"><title>X.</title></g>")).network);
    EXPECT_FALSE(read(chart(event("a", "A."))).network);
}

TEST(ShownChart, IsAnSvgByItsRoot) {
    EXPECT_TRUE(is_svg(chart("")));
    EXPECT_TRUE(is_svg("\xEF\xBB\xBF <svg/>"));
    EXPECT_TRUE(is_svg("<!DOCTYPE svg><svg:svg>"));
    for (const char* other :
         {"", "<", "<dossier title=\"svg\"/>", "<!-- <svg> -->", "<!-- <svg>", "svg", "<?xml", "<svgx/>"}) {
        EXPECT_FALSE(is_svg(other)) << other;
    }
}

TEST(ShownChart, OfAFileThatSaysNothingIsAnError) {
    for (const std::string& svg : {std::string("<svg/>"), chart("<path d=\"M0 0\"/>"), std::string("<svg><g></svg>"),
                                   std::string("<svg>&unknown;</svg>")}) {
        Diagnostics diagnostics;
        EXPECT_FALSE(read_shown_chart(svg, "c.svg", diagnostics)) << svg;
        EXPECT_TRUE(diagnostics.has_errors()) << svg;
        EXPECT_EQ(diagnostics.all().front().where.file, "c.svg");
    }
    std::string deep = "<svg>";
    for (int i = 0; i < 100000; ++i) {
        deep += "<g>";
    }
    Diagnostics diagnostics;
    EXPECT_FALSE(read_shown_chart(deep, "c.svg", diagnostics));
}

} // namespace
} // namespace demarche::scene
