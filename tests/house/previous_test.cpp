// draw --previous: the last charts as files that people and programs have been over.

#include "charts.hpp"
#include "tree.hpp"

#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <sstream>

namespace demarche::house {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Previous : public testing::Test {
protected:
    /// The charts of a dossier at this template, drawn into `folder` with `more` words on the command line.
    Outcome drawn(const fs::path& dossier,
                  const fs::path& folder,
                  const std::string& template_name,
                  const std::vector<std::string>& more) const {
        std::vector<std::string> words{"draw", dossier.string(), "-o",          folder.string(), "-T",
                                       "svg",  "--template",     template_name, "--chart",       "timeline"};
        words.insert(words.end(), more.begin(), more.end());
        return run(demarche(words));
    }

    static fs::path riyadh() { return tree() / "examples/riyadh-talks/riyadh.dossier.xml"; }

    [[nodiscard]] fs::path folder(const std::string& name) const { return scratch_.path() / name; }

    Scratch scratch_;
};

/// What SVGO's default pass does to a chart: ids and roles go, a group with one child gives it its attributes.
void optimise(pugi::xml_node node) {
    for (const char* name : {"id", "role", "aria-hidden"}) {
        node.remove_attribute(name);
    }
    for (pugi::xml_node child = node.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        if (std::string(child.name()) == "desc" || std::string(child.name()) == "title") {
            node.remove_child(child);
        } else {
            optimise(child);
        }
        child = next;
    }
    if (std::string(node.name()) == "g" && node.first_child() && node.first_child() == node.last_child()) {
        pugi::xml_node only = node.first_child();
        for (const pugi::xml_attribute attribute : node.attributes()) {
            if (!only.attribute(attribute.name())) {
                only.append_attribute(attribute.name()).set_value(attribute.value());
            }
        }
        node.parent().insert_move_before(only, node);
        node.parent().remove_child(node);
    }
}

std::string optimised(const std::string& svg) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(svg.c_str()));
    optimise(document.child("svg"));
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return std::move(out).str();
}

TEST_F(Previous, AChartDrawnWithItselfStaysAsItIsAtEveryTemplate) {
    for (const fs::path& dossier : examples()) {
        for (const char* name : {"report", "web", "mobile", "print-1", "print-2", "poster", "slide"}) {
            SCOPED_TRACE(dossier.string() + " " + name);
            const fs::path once = folder(dossier.stem().string() + name);
            const fs::path again = once.string() + "-again";
            ASSERT_EQ(drawn(tree() / dossier, once, name, {}).exit, 0);
            const Outcome outcome = drawn(tree() / dossier, again, name, {"--previous", once.string()});
            ASSERT_EQ(outcome.exit, 0) << outcome.err;
            EXPECT_THAT(outcome.err, Not(HasSubstr("previous")));
            const auto files = files_in(once, ".svg");
            EXPECT_FALSE(files.empty());
            EXPECT_EQ(files_in(again, ".svg").size(), files.size());
            for (const fs::path& file : files) {
                EXPECT_EQ(bytes_of(again / file.filename()), bytes_of(file)) << file;
            }
        }
    }
}

TEST_F(Previous, AnOptimisedChartSaysAsMuch) {
    for (const char* name : {"report", "slide"}) {
        SCOPED_TRACE(name);
        const fs::path once = folder(std::string("once-") + name);
        const fs::path smaller = folder(std::string("smaller-") + name);
        ASSERT_EQ(drawn(riyadh(), once, name, {}).exit, 0);
        for (const fs::path& file : files_in(once, ".svg")) {
            const std::string svg = optimised(bytes_of(file));
            EXPECT_THAT(svg, Not(HasSubstr(" id=")));
            std::ignore = scratch_.write(smaller.filename().string() + "/" + file.filename().string(), svg);
        }
        const fs::path again = folder(std::string("again-") + name);
        const Outcome outcome = drawn(riyadh(), again, name, {"--previous", smaller.string()});
        EXPECT_THAT(outcome.err, Not(HasSubstr("previous")));
        for (const fs::path& file : files_in(once, ".svg")) {
            EXPECT_EQ(bytes_of(again / file.filename()), bytes_of(file)) << file;
        }
    }
}

TEST_F(Previous, AFileIsOneChart) {
    const fs::path once = folder("once");
    ASSERT_EQ(drawn(riyadh(), once, "report", {}).exit, 0);
    const std::string file = (once / "timeline.svg").string();
    EXPECT_EQ(drawn(riyadh(), folder("again"), "report", {"--previous", file}).exit, 0);
    EXPECT_EQ(bytes_of(folder("again") / "timeline.svg"), bytes_of(file));
    const Outcome two = run(demarche({"draw", riyadh().string(), "-o", folder("two").string(), "--previous", file}));
    EXPECT_EQ(two.exit, 2);
    EXPECT_THAT(two.err, HasSubstr("--previous names one chart, and 2 are drawn"));
    EXPECT_FALSE(fs::exists(folder("two")));
}

TEST_F(Previous, AFolderWithoutChartsIsAnErrorAndOneWithSomeANote) {
    for (const std::string& where : {folder("nowhere").string(), scratch_.path().string()}) {
        const Outcome none = drawn(riyadh(), folder("none"), "report", {"--previous", where});
        EXPECT_EQ(none.exit, 2);
        EXPECT_THAT(none.err, HasSubstr("there is none of the last charts here: no timeline.svg; name the folder"));
        EXPECT_FALSE(fs::exists(folder("none")));
    }
    ASSERT_EQ(drawn(riyadh(), folder("once"), "report", {}).exit, 0);
    const Outcome some = run(demarche({"draw", riyadh().string(), "-o", folder("some").string(), "-T", "svg",
                                       "--previous", folder("once").string()}));
    EXPECT_EQ(some.exit, 0);
    EXPECT_THAT(some.err, HasSubstr("note: there is no network.svg in"));
    EXPECT_EQ(bytes_of(folder("some") / "timeline.svg"), bytes_of(folder("once") / "timeline.svg"));
}

TEST_F(Previous, WhatCannotBeReadIsAWarningAndTheCanonicalChartIsDrawn) {
    ASSERT_EQ(drawn(riyadh(), folder("once"), "report", {}).exit, 0);
    const std::string whole = bytes_of(folder("once") / "timeline.svg");
    for (const std::string& torn : {whole.substr(0, whole.size() / 2), std::string("<svg/>"), std::string("\x89PNG"),
                                    std::string(), std::string("<svg data-chart=\"network\"/>")}) {
        std::ignore = scratch_.write("torn/timeline.svg", torn);
        const Outcome outcome = drawn(riyadh(), folder("drawn"), "report", {"--previous", folder("torn").string()});
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("timeline.svg"));
        EXPECT_THAT(outcome.err, HasSubstr("warning"));
        EXPECT_EQ(bytes_of(folder("drawn") / "timeline.svg"), whole);
    }
}

TEST_F(Previous, TheDossierMayNameItAndNeedNotHaveItYet) {
    std::string dossier =
        "<dossier title='Two calls'><sides><side id='n' code='N' name='North'/></sides>"
        "<actors><actor id='a' name='Ada' side='n'/></actors><events>"
        "<event id='one' title='A call' when='2031-05-05' type='consult/call'><party actor='a'/></event>"
        "<event id='two' title='A visit' when='2031-05-05' type='consult/visit'><party actor='a'/></event>"
        "</events><charts><chart kind='timeline' previous='charts'/></charts></dossier>";
    const fs::path file = scratch_.write("story/s.dossier.xml", dossier);
    const fs::path charts = folder("story/charts");
    const Outcome first = drawn(file, charts, "report", {});
    EXPECT_EQ(first.exit, 0) << first.err;
    EXPECT_THAT(first.err, HasSubstr("s.dossier.xml:1:"));
    EXPECT_THAT(first.err, HasSubstr("note: there is no timeline.svg in"));
    const std::string once = bytes_of(charts / "timeline.svg");
    // The two events of one day change places in the dossier, and keep them in the chart.
    const auto begin = dossier.find("<event id='one'");
    const auto middle = dossier.find("<event id='two'");
    const auto end = dossier.find("</events>");
    const std::string turned = dossier.substr(0, begin) + dossier.substr(middle, end - middle) +
                               dossier.substr(begin, middle - begin) + dossier.substr(end);
    std::ignore = scratch_.write("story/s.dossier.xml", turned);
    EXPECT_EQ(drawn(file, charts, "report", {}).exit, 0);
    EXPECT_EQ(bytes_of(charts / "timeline.svg"), once);
}

} // namespace
} // namespace demarche::house
