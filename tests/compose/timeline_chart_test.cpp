/// The finished timeline: what a reader sees of plans, absences, attributions and sources.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "support/dossier_text.hpp"
#include "support/fixed_measurer.hpp"
#include "view/timeline_view.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const tests::FixedMeasurer kMeasurer;

Template report() {
    Diagnostics diagnostics;
    return *read_template("report", "", DiskReader(), diagnostics);
}

scene::Scene chart(const std::string& events, const ChartSpec& spec = {}, Paging paging = Paging::one_page) {
    Diagnostics diagnostics;
    return compose_timeline(view::make_timeline_view(support::story(events), spec), report(), kMeasurer, paging,
                            diagnostics);
}

const scene::Mark* find_mark(const scene::Scene& scene, const std::string& id) {
    for (const scene::Mark& mark : scene.pages.front().marks) {
        if (mark.id == id) {
            return &mark;
        }
    }
    return nullptr;
}

const scene::Mark& mark_of(const scene::Scene& scene, const std::string& event) {
    const scene::Mark* mark = find_mark(scene, "event-" + event);
    EXPECT_NE(mark, nullptr) << event;
    static const scene::Mark kNone;
    return mark == nullptr ? kNone : *mark;
}

std::vector<std::string> texts(const scene::Mark& mark) {
    std::vector<std::string> words;
    for (const scene::Item& item : mark.items) {
        if (const auto* text = std::get_if<scene::Text>(&item)) {
            words.push_back(text->text);
        }
    }
    return words;
}

std::string all_words(const scene::Mark* mark) {
    std::string words;
    for (const std::string& text : mark == nullptr ? std::vector<std::string>{} : texts(*mark)) {
        words += (words.empty() ? "" : " ") + text;
    }
    return words;
}

/// Circles filled with a colour other than the page's: parties drawn as having been there.
std::size_t filled_circles(const scene::Mark& mark) {
    return static_cast<std::size_t>(std::count_if(mark.items.begin(), mark.items.end(), [](const scene::Item& item) {
        const auto* circle = std::get_if<scene::Circle>(&item);
        return circle != nullptr && circle->fill && !(circle->fill->colour == report().background);
    }));
}

std::size_t dashed_lines(const scene::Mark& mark) {
    return static_cast<std::size_t>(std::count_if(mark.items.begin(), mark.items.end(), [](const scene::Item& item) {
        const auto* path = std::get_if<scene::Path>(&item);
        return path != nullptr && path->stroke && !path->stroke->dash.empty();
    }));
}

std::string meeting(const std::string& id, const std::string& attributes, const std::string& more = "") {
    return "<event id=\"" + id + "\" title=\"Meeting " + id + "\" type=\"consult/meet\" " + attributes +
           R"(><party actor="ann"/><party actor="bob"/>)" + more + R"(<cite article="a3"/></event>)";
}

TEST(TimelineChart, DrawsPlansHollowAndDashed) {
    const scene::Scene scene =
        chart(meeting("done", R"(when="2025-02-10")") + meeting("plan", R"(when="2025-02-20" status="planned")"));
    EXPECT_EQ(filled_circles(mark_of(scene, "done")), 2U);
    EXPECT_EQ(dashed_lines(mark_of(scene, "done")), 0U);
    EXPECT_EQ(filled_circles(mark_of(scene, "plan")), 0U);
    EXPECT_EQ(dashed_lines(mark_of(scene, "plan")), 1U);
    EXPECT_THAT(mark_of(scene, "plan").title, HasSubstr("Planned."));
    EXPECT_THAT(mark_of(scene, "plan").title, Not(HasSubstr("took part")));
}

TEST(TimelineChart, SaysThatACalledOffEventIsOff) {
    for (const auto& [status, word] : {std::pair{"cancelled", "Cancelled"}, std::pair{"denied", "Denied"}}) {
        const scene::Scene scene = chart(meeting("off", std::string(R"(when="2025-02-10" status=")") + status + "\""));
        const scene::Mark& mark = mark_of(scene, "off");
        EXPECT_EQ(filled_circles(mark), 0U);
        EXPECT_THAT(texts(mark), Contains(std::string(word) + ": Meeting off"));
        EXPECT_THAT(mark.title, HasSubstr(std::string(word) + "."));
        // Struck: each of its two marks has a stroke through it that is no dash.
        const auto strokes = std::count_if(mark.items.begin(), mark.items.end(), [](const scene::Item& item) {
            const auto* path = std::get_if<scene::Path>(&item);
            return path != nullptr && path->stroke && path->stroke->dash.empty();
        });
        EXPECT_EQ(strokes, 2);
        EXPECT_THAT(all_words(find_mark(scene, "legend")), HasSubstr(status));
    }
}

TEST(TimelineChart, SaysThatAPlanOfThePastIsNotConfirmed) {
    const scene::Scene scene = chart(meeting("plan", R"(when="2025-02-10" status="planned")"));
    EXPECT_THAT(texts(mark_of(scene, "plan")), Contains("planned; not confirmed"));
    EXPECT_EQ(filled_circles(mark_of(scene, "plan")), 0U);
}

TEST(TimelineChart, NeverJoinsTheAttackedOrTheAbsent) {
    const scene::Scene scene = chart(
        R"(<event id="attack" title="Attack" when="2025-02-10" type="assault"><party actor="ann" as="source"/><party actor="bob" as="target"/><cite article="a3"/></event>)" +
        meeting("talks", R"(when="2025-02-11")", R"(<party actor="eve" as="absent"/>)"));
    // From lane to lane there is one line, with a head; it ends before the target's mark.
    std::vector<Box> lines;
    std::vector<Box> circles;
    for (const scene::Item& item : mark_of(scene, "attack").items) {
        if (const auto* path = std::get_if<scene::Path>(&item); path != nullptr && path->stroke) {
            lines.push_back(scene::bounds(item));
        } else if (std::holds_alternative<scene::Circle>(item)) {
            circles.push_back(scene::bounds(item));
        }
    }
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(circles.size(), 2U);
    EXPECT_LT(lines[0].right, circles[1].left);
    const scene::Mark& talks = mark_of(scene, "talks");
    EXPECT_EQ(filled_circles(talks), 2U); // the absent side's is open
    EXPECT_THAT(talks.title, HasSubstr("not present: East (Early)"));
}

TEST(TimelineChart, ShowsWhoseWordItIs) {
    const scene::Scene scene = chart(
        R"(<event id="e1" title="Sides agree" when="2025-02-10" type="agree" said-by="ann"><detail>in two hours</detail><party actor="ann"/><party actor="bob"/><cite article="a3"/></event>
           <event id="e2" title="Able: sides agree again" when="2025-02-11" type="agree" said-by="ann"><party actor="ann"/><party actor="bob"/><cite article="a3"/></event>)");
    EXPECT_THAT(texts(mark_of(scene, "e1")), Contains("according to Able · in two hours"));
    EXPECT_THAT(all_words(&mark_of(scene, "e2")), Not(HasSubstr("according")));
    EXPECT_THAT(mark_of(scene, "e2").title, HasSubstr("According to Able."));
}

TEST(TimelineChart, TellsOneTextFromSeveralSources) {
    const scene::Scene scene = chart(
        R"(<event id="e1" title="E1" when="2025-02-10" type="agree"><party actor="ann"/><cite article="a1"/><cite article="a2"/></event>
           <event id="e2" title="E2" when="2025-02-11" type="agree"><party actor="ann"/><cite article="a1"/><cite article="a3"/></event>
           <event id="e3" title="E3" when="2025-02-12" type="agree"><party actor="ann"/><cite article="a3"/><cite article="a1" stance="disputes"/></event>)");
    EXPECT_THAT(texts(mark_of(scene, "e1")), Contains("†"));
    EXPECT_THAT(texts(mark_of(scene, "e2")), Not(Contains("†")));
    EXPECT_THAT(texts(mark_of(scene, "e3")), Contains("‡"));
    EXPECT_THAT(all_words(find_mark(scene, "legend")), HasSubstr("‡"));
    EXPECT_THAT(all_words(find_mark(scene, "sources")), HasSubstr("(1 and 2 share one text)"));
    EXPECT_EQ(mark_of(scene, "e1").description, "Sources: 1 Lantern, “One”, 18 Feb 2025; 2 Post, “Two”, 18 Feb 2025");
}

TEST(TimelineChart, LinksNumbersToTheSourceLine) {
    const scene::Scene scene = chart(
        R"(<event id="e1" title="E1" when="2025-02-10" type="agree"><party actor="ann"/><cite article="a1"/></event>)");
    bool linked = false;
    for (const scene::Item& item : mark_of(scene, "e1").items) {
        const auto* text = std::get_if<scene::Text>(&item);
        linked = linked || (text != nullptr && text->text == "1" && text->link == "#source-1");
    }
    EXPECT_TRUE(linked);
}

TEST(TimelineChart, HasInItsLegendOnlyWhatItShows) {
    const std::string plain = all_words(find_mark(chart(meeting("e", R"(when="2025-02-10")")), "legend"));
    EXPECT_EQ(plain, "took part");
    const scene::Scene more = chart(
        meeting("e1", R"(when="[2025-02-10..2025-02-12]")", R"(<party actor="eve" as="host"/>)") +
        meeting("e2", R"(when="2025-02-13/2025-02-15")", R"(<party actor="eve" as="mediator"/>)") +
        R"(<event id="e3" title="E3" when="2025-02-16" type="statement"><party actor="ann" as="speaker"/><cite article="a3"/></event>)");
    EXPECT_EQ(all_words(find_mark(more, "legend")), "took part spoke hosted mediated some day in this span lasted");
}

TEST(TimelineChart, SaysWhatItLeavesOutAndWhatIsNotKnown) {
    ChartSpec spec;
    spec.subtitle = "A test";
    spec.min_weight = 5;
    const scene::Scene scene =
        chart(meeting("e1", R"(when="2025-02-10" weight="3")") +
                  meeting("e2", R"(when="[2025-02-10..2025-02-12]" review="new")") +
                  meeting("e3", R"(when="[2025-02-10..2025-02-12]")") + meeting("e4", R"(when="2025-02-14")") +
                  meeting("e5", R"(when="2025-02-14")") + meeting("e6", ""),
              spec);
    EXPECT_THAT(texts(*find_mark(scene, "title")), Contains("A test · 5 of 6 events"));
    const std::string notes = all_words(find_mark(scene, "sources"));
    EXPECT_THAT(notes, HasSubstr("Within a day, the order is not always known."));
    EXPECT_THAT(notes, HasSubstr("1 fact not yet reviewed."));
    EXPECT_THAT(notes, HasSubstr("not to scale"));
    EXPECT_THAT(notes, HasSubstr("As of 18 Feb 2025."));
    EXPECT_THAT(all_words(&mark_of(scene, "e2")), Not(HasSubstr("unknown")));
    EXPECT_THAT(texts(mark_of(scene, "e3")), Contains("order within these dates unknown"));
    EXPECT_THAT(texts(mark_of(scene, "e6")), Contains("no date set"));
}

TEST(TimelineChart, CountsOnItsPages) {
    std::string events;
    for (int i = 0; i < 60; ++i) {
        events += meeting("e" + std::to_string(i), R"(when="2025-02-10")");
    }
    const scene::Scene scene = chart(events, {}, Paging::pages);
    ASSERT_GT(scene.pages.size(), 1U);
    for (std::size_t i = 0; i < scene.pages.size(); ++i) {
        std::vector<std::string> words;
        std::vector<std::string> ids;
        for (const scene::Mark& mark : scene.pages[i].marks) {
            ids.push_back(mark.id);
            const auto own = texts(mark);
            words.insert(words.end(), own.begin(), own.end());
        }
        EXPECT_THAT(ids, Contains("sides"));
        EXPECT_THAT(words, Contains(std::to_string(i + 1) + " of " + std::to_string(scene.pages.size())));
        EXPECT_THAT(words, Contains("10 Feb 2025")); // the date is said again where a page begins
        EXPECT_EQ(std::count(words.begin(), words.end(), "Test, continued"), i == 0 ? 0 : 1);
        EXPECT_EQ(std::count(ids.begin(), ids.end(), "sources"), i + 1 == scene.pages.size() ? 1 : 0);
    }
}

TEST(TimelineChart, SaysInASentenceWhoDidWhatToWhom) {
    struct Case {
        std::string event; ///< type and status
        std::string parties;
        std::string sentence;
    };

    for (const Case& c : {
             Case{R"(type="assault")", R"(<party actor="ann" as="source"/><party actor="bob" as="target"/>)",
                  "North (Able) acted against South (Bold)."},
             Case{R"(type="assault")", R"(<party actor="bob" as="target"/>)", "Directed against South (Bold)."},
             // Who is only named as taking part is not said to have acted.
             Case{R"(type="assault")", R"(<party actor="ann"/><party actor="bob" as="target"/>)",
                  "North (Able) took part; directed against South (Bold)."},
             Case{R"(type="aid")", R"(<party actor="ann" as="source"/><party actor="bob" as="target"/>)",
                  "North (Able) acted towards South (Bold)."},
             Case{R"(type="statement")", R"(<party actor="ann" as="speaker"/><party actor="bob" as="addressee"/>)",
                  "North (Able) spoke; addressed or named: South (Bold)."},
             Case{R"(type="consult/meet" status="planned")",
                  R"(<party actor="ann"/><party actor="bob"/><party actor="eve" as="host"/>)",
                  "Parties: North (Able) and South (Bold); host: East (Early)."},
             Case{R"(type="consult/meet")", R"(<party actor="ann"/><party actor="bob" as="absent"/>)",
                  "North (Able) took part; not present: South (Bold)."},
         }) {
        const scene::Scene scene = chart(R"(<event id="e" title="E" when="2025-02-10" )" + c.event + ">" + c.parties +
                                         R"(<cite article="a3"/></event>)");
        EXPECT_THAT(mark_of(scene, "e").title, HasSubstr(c.sentence));
    }
}

/// The corners of the first filled path of a mark; 0 without one.
std::size_t corners(const scene::Mark& mark) {
    for (const scene::Item& item : mark.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path != nullptr && path->fill) {
            return path->segments.size() - 1;
        }
    }
    return 0;
}

TEST(TimelineChart, ShowsAHostileActWithinOneLaneByAShapeOfItsOwn) {
    const std::string parties = R"(<party actor="ann" as="source"/><party actor="amy" as="target"/>)";
    const std::string zoes = R"(<party actor="zoe" as="source"/>)";
    for (const std::string& who : {parties, zoes}) {
        const scene::Scene scene = chart(R"(<event id="e" title="E" when="2025-02-10" type="assault">)" + who +
                                         R"(<cite article="a3"/></event>)");
        EXPECT_EQ(filled_circles(mark_of(scene, "e")), 0U);
        EXPECT_EQ(corners(mark_of(scene, "e")), 16U);
        EXPECT_THAT(all_words(find_mark(scene, "legend")), HasSubstr("hostile act"));
        EXPECT_THAT(all_words(find_mark(scene, "legend")), Not(HasSubstr("took part")));
    }
}

TEST(TimelineChart, OfNoEventsSaysSo) {
    ChartSpec spec;
    spec.min_weight = 10;
    const scene::Scene scene = chart(meeting("e", R"(when="2025-02-10")"), spec);
    EXPECT_THAT(all_words(find_mark(scene, "sources")), HasSubstr("No events."));
    EXPECT_EQ(find_mark(scene, "legend"), nullptr);
    EXPECT_TRUE(faults(scene.pages.front()).none());
}

/// One meeting of so many sides.
Model many_sides(int count) {
    std::string sides;
    std::string actors;
    std::string parties;
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        sides += "<side id=\"s" + n + "\" code=\"S" + n + "\" name=\"Side " + n + "\"/>";
        actors += "<actor id=\"p" + n + "\" name=\"Person " + n + "\" kind=\"person\" side=\"s" + n + "\"/>";
        parties += "<party actor=\"p" + n + "\"/>";
    }
    return support::model_of(R"(<articles><article id="a" title="A" published="2025-02-18"/></articles><sides>)" +
                             sides + "</sides><actors>" + actors +
                             R"(</actors><events><event id="e" title="E" when="2025-02-10" type="agree">)" + parties +
                             R"(<cite article="a"/></event></events>)");
}

TEST(TimelineChart, FoldsTheLesserOfVeryManySidesAndSaysSo) {
    for (const auto& [count, note] : {std::pair{12, ""}, std::pair{14, "Others: S11, S12 and S13."},
                                      std::pair{80, "Others: 69 sides with fewer events."}}) {
        Diagnostics diagnostics;
        const scene::Scene scene = compose_timeline(view::make_timeline_view(many_sides(count), {}), report(),
                                                    kMeasurer, Paging::one_page, diagnostics);
        EXPECT_TRUE(faults(scene.pages.front()).none()) << count;
        EXPECT_THAT(all_words(find_mark(scene, "sources")), HasSubstr(note));
        EXPECT_EQ(all_words(find_mark(scene, "sources")).find("Others") == std::string::npos, count == 12);
        EXPECT_EQ(find_mark(scene, "sides")->items.size(), 12U);
    }
}

/// In greyscale a side is known by its place and its code.
TEST(TimelineChart, GivesEverySideAPlaceAndACodeOfItsOwnInEveryTemplate) {
    const view::TimelineView view = view::make_timeline_view(many_sides(9), {});
    for (const std::string& name : built_in_templates()) {
        Diagnostics diagnostics;
        const Template style = read_template(name, "", DiskReader(), diagnostics).value();
        const scene::Scene scene = compose_timeline(view, style, kMeasurer, Paging::one_page, diagnostics);
        EXPECT_TRUE(faults(scene.pages.front()).none()) << name;
        const std::vector<std::string> codes = texts(*find_mark(scene, "sides"));
        std::vector<double> places;
        for (const scene::Item& lane : find_mark(scene, "lanes")->items) {
            const Point middle = scene::bounds(lane).centre();
            places.push_back(style.landscape ? middle.y : middle.x);
        }
        EXPECT_EQ(places.size(), codes.size()) << name;
        EXPECT_GE(codes.size(), 6U) << name;
        EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), codes.size()) << name;
        for (std::size_t i = 1; i < places.size(); ++i) {
            EXPECT_GT(places[i] - places[i - 1], 2 * style.mark_radius) << name;
        }
    }
}

/// A scale that would take the lanes of sides is not drawn on a telephone.
TEST(TimelineChart, KeepsTheSidesRatherThanTheScaleOnANarrowPage) {
    ChartSpec spec;
    spec.scale = ScaleMode::time;
    const view::TimelineView view = view::make_timeline_view(many_sides(5), spec);
    Diagnostics diagnostics;
    const Template style = read_template("mobile", "", DiskReader(), diagnostics).value();
    const scene::Scene scene = compose_timeline(view, style, kMeasurer, Paging::one_page, diagnostics);
    EXPECT_EQ(find_mark(scene, "sides")->items.size(), 5U);
}

TEST(TimelineChart, MakesColoursThatADossierChoseForWhiteLegibleOnDark) {
    Model model = many_sides(2);
    model.sides[0].colour = Colour{0x0a, 0x2a, 0x66};
    Diagnostics diagnostics;
    for (const std::string name : {"report", "report+dark"}) {
        const Template style = read_template(name, "", DiskReader(), diagnostics).value();
        const scene::Scene scene =
            compose_timeline(view::make_timeline_view(model, {}), style, kMeasurer, Paging::one_page, diagnostics);
        for (const scene::Item& head : find_mark(scene, "sides")->items) {
            EXPECT_GE(contrast(std::get<scene::Text>(head).colour, style.background), 4.5) << name;
        }
        const Colour drawn = std::get<scene::Text>(find_mark(scene, "sides")->items[0]).colour;
        EXPECT_EQ(drawn == *model.sides[0].colour, name == "report");
    }
}

TEST(TimelineChart, WarnsOfSidesThatShareAColour) {
    const Model model = many_sides(11);
    Diagnostics diagnostics;
    compose_timeline(view::make_timeline_view(model, {}), report(), kMeasurer, Paging::one_page, diagnostics);
    ASSERT_EQ(diagnostics.count(Severity::warning), 2U); // nine colours for eleven sides
    EXPECT_EQ(diagnostics.all().front().code, "shared-colour");
    EXPECT_THAT(diagnostics.all().front().message, HasSubstr("\"S0\" and \"S9\""));
}

TEST(TimelineChart, GivesMarksIdsThatAreUniqueAndPlain) {
    const scene::Scene scene = chart(meeting("A_b", R"(when="2025-02-10")") + meeting("a-b", R"(when="2025-02-11")"));
    EXPECT_NE(find_mark(scene, "event-a-b"), nullptr);
    EXPECT_NE(find_mark(scene, "event-a-b-2"), nullptr);
}

} // namespace
} // namespace demarche::compose
