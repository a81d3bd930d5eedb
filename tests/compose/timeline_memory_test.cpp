/// A timeline that is drawn with the last one in mind.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/scene_check.hpp"
#include "compose/timeline_memory.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "support/models_asked.hpp"
#include "support/random.hpp"
#include "support/story_change.hpp"
#include "view/lesser_sides.hpp"
#include "view/timeline_view.hpp"
#include "write/kept_svg.hpp"
#include "write/writers.hpp"

#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace demarche::compose {
namespace {

using ::testing::ElementsAre;

constexpr std::array kTemplates = {"report", "slide", "mobile", "print-1", "web", "poster", "print-2"};

Template style_of(std::size_t number) {
    Diagnostics diagnostics;
    return *read_template(kTemplates.at(number % kTemplates.size()), "", DiskReader(), diagnostics);
}

class TimelineMemory : public ::testing::Test {
protected:
    tests::FixedMeasurer measurer;

    scene::Scene draw(const Model& model, const Template& style, const scene::KeptChart* previous = nullptr) const {
        Diagnostics diagnostics;
        const view::TimelineView view = view::make_timeline_view(
            model, {}, previous == nullptr ? view::TimelineMemory() : remembered_order(*previous));
        return compose_timeline(view, style, measurer, Paging::one_page, diagnostics, previous);
    }

    static std::string bytes(const scene::Scene& scene) { return write::to_svg(scene); }

    static Model generated(std::uint64_t seed) {
        support::GeneratorOptions options;
        options.least_events = 2;
        options.most_events = 40;
        options.longest_label = 80;
        return support::generate_model(seed, options);
    }

    static std::size_t models() { return static_cast<std::size_t>(support::models_asked(42)); }

    static std::vector<std::string> order(const scene::Scene& scene) {
        return remembered_order(scene::kept_of(scene)).events;
    }

    static void expect_no_faults(const scene::Scene& scene) {
        for (const scene::Page& page : scene.pages) {
            const PageFaults found = faults(page);
            EXPECT_TRUE(found.none()) << to_text(found);
        }
    }
};

std::vector<std::string> common(const std::vector<std::string>& of, const std::vector<std::string>& with) {
    const std::set<std::string> known(with.begin(), with.end());
    std::vector<std::string> left;
    std::copy_if(of.begin(), of.end(), std::back_inserter(left), [&](const auto& id) { return known.contains(id); });
    return left;
}

TEST_F(TimelineMemory, AChartDrawnWithItselfStaysAsItIs) {
    for (std::uint64_t seed = 0; seed < models(); ++seed) {
        SCOPED_TRACE(seed);
        const Model model = generated(seed);
        const Template style = style_of(seed);
        const scene::Scene first = draw(model, style);
        const scene::KeptChart kept = scene::kept_of(first);
        EXPECT_EQ(bytes(draw(model, style, &kept)), bytes(first));
    }
}

TEST_F(TimelineMemory, AnUpdatedChartDrawnWithItselfStaysAsItIs) {
    for (std::uint64_t seed = 0; seed < models(); ++seed) {
        SCOPED_TRACE(seed);
        const Model model = generated(seed);
        const Template style = style_of(seed);
        const scene::KeptChart old =
            scene::kept_of(draw(support::without_event(model, seed % model.events.size()), style));
        const scene::Scene updated = draw(model, style, &old);
        const scene::KeptChart kept = scene::kept_of(updated);
        EXPECT_EQ(bytes(draw(model, style, &kept)), bytes(updated));
    }
}

TEST_F(TimelineMemory, AnEventMoreChangesNoOrderAndTouchesNothing) {
    for (std::uint64_t seed = 0; seed < models(); ++seed) {
        SCOPED_TRACE(seed);
        const Model model = generated(seed);
        const Template style = style_of(seed);
        const Model less = support::without_event(model, (seed * 7) % model.events.size());
        const scene::Scene small = draw(less, style);
        const scene::Scene large = draw(model, style);
        const scene::KeptChart kept_small = scene::kept_of(small);
        const scene::KeptChart kept_large = scene::kept_of(large);
        const scene::Scene added = draw(model, style, &kept_small);
        const scene::Scene removed = draw(less, style, &kept_large);
        expect_no_faults(added);
        expect_no_faults(removed);
        EXPECT_EQ(order(added).size(), order(large).size());
        EXPECT_EQ(order(removed).size(), order(small).size());
        // Only an order that the dossier gives may change that of others; these models have few.
        if (std::all_of(model.events.begin(), model.events.end(),
                        [](const Event& event) { return event.after.empty() && event.before.empty(); })) {
            EXPECT_EQ(common(order(added), order(small)), order(small));
            EXPECT_EQ(order(removed), common(order(large), order(removed)));
        }
    }
}

TEST_F(TimelineMemory, RowsKeepTheirOrderAndLanesTheirPlaceWhenTheDossierIsReordered) {
    for (std::uint64_t seed = 0; seed < models(); ++seed) {
        SCOPED_TRACE(seed);
        Model model = generated(seed);
        const Template style = style_of(seed);
        const scene::Scene first = draw(model, style);
        const scene::KeptChart kept = scene::kept_of(first);
        std::reverse(model.events.begin(), model.events.end());
        std::reverse(model.sides.begin(), model.sides.end());
        EXPECT_EQ(order(draw(model, style, &kept)), order(first));
        EXPECT_EQ(scene::kept_of(draw(model, style, &kept)).data["lanes"], scene::kept_of(first).data["lanes"]);
    }
}

/// Any words where a drawing says numbers, and numbers that none ever had.
scene::KeptChart garbage(scene::KeptChart chart, std::uint64_t seed) {
    support::Random random(seed);
    constexpr std::array kValues = {"",      "-1",          "1e300",   "nan",          "0",    "0.001",
                                    "99999", "above 63",    "down",    "across",       "time", "rows",
                                    "days",  "1 2 3 4 5 6", "below 1", "9e9 0 0 1 1 1"};
    const auto spoil = [&](std::map<std::string, std::string>& data) {
        for (auto& [key, value] : data) {
            if (key != "chart" && key != "event" && random.below(3) == 0) {
                value = random.pick(kValues);
            }
        }
    };
    spoil(chart.data);
    for (scene::KeptMark& mark : chart.marks) {
        spoil(mark.data);
    }
    for (std::size_t i = chart.marks.size(); i-- > 1;) {
        std::swap(chart.marks[i], chart.marks[random.below(i + 1)]);
    }
    return chart;
}

TEST_F(TimelineMemory, ASenselessMemoryDoesNoHarm) {
    for (std::uint64_t seed = 0; seed < 2 * models(); ++seed) {
        SCOPED_TRACE(seed);
        const Model model = generated(seed);
        const Template style = style_of(seed);
        const scene::Scene canonical = draw(model, style);
        // Of this chart, or of another story in another template.
        const scene::Scene other = seed % 3 == 0 ? draw(generated(seed + 1), style_of(seed + seed % 2)) : canonical;
        const scene::KeptChart kept = garbage(scene::kept_of(other), seed);
        const scene::Scene drawn = draw(model, style, &kept);
        expect_no_faults(drawn);
        EXPECT_EQ(order(drawn).size(), order(canonical).size());
        EXPECT_EQ(drawn.pages.front().size.width, canonical.pages.front().size.width);
        EXPECT_LE(drawn.pages.front().size.height, 2 * canonical.pages.front().size.height);
    }
}

TEST_F(TimelineMemory, LanesThatWereThereAreNotTakenAwayByOneMoreEvent) {
    view::TimelineMemory before;
    before.sides = {"s2", "s0", "gone"};
    Model model = generated(3);
    model.sides.clear();
    model.actors.clear();
    model.delegations.clear();
    model.ties.clear();
    model.events.clear();
    for (const char* id : {"s0", "s1", "s2"}) {
        model.sides.push_back({id, id, id, {}, {}});
        Actor actor;
        actor.id = actor.name = std::string("a") + id;
        actor.side = id;
        model.actors.push_back(actor);
    }
    const auto meeting = [&](const std::string& id, const std::vector<std::string>& actors) {
        Event event;
        event.id = event.title = id;
        event.type.category = "consult";
        for (const std::string& actor : actors) {
            Party party;
            party.actor = actor;
            event.parties.push_back(party);
        }
        model.events.push_back(event);
    };
    meeting("e1", {"as0", "as1", "as2"});
    const auto lanes = [&](std::size_t most) {
        std::vector<std::string> heads;
        for (const view::Lane& lane :
             view::fold_lesser_sides(view::make_timeline_view(model, {}, before), most).lanes) {
            heads.push_back(lane.kind == view::Lane::Kind::side ? lane.side : "others");
        }
        return heads;
    };
    EXPECT_THAT(lanes(9), ElementsAre("s2", "s0", "s1"));
    EXPECT_THAT(lanes(2), ElementsAre("s2", "others"));
    meeting("e2", {"as1"});
    EXPECT_THAT(lanes(2), ElementsAre("s1", "others")) << "twice as many rows count for more";
}

} // namespace
} // namespace demarche::compose
