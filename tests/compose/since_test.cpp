/// Charts that mark what is new since an older state: the badges have room of their own, in every template and
/// language, and say what they say in words.

#include "base/file.hpp"
#include "compose/charts.hpp"
#include "compose/long_description.hpp"
#include "compose/scene_check.hpp"
#include "network/inspect.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "support/model_split.hpp"
#include "support/models_asked.hpp"
#include "view/since.hpp"

#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::compose {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::array kTemplates = {"report", "web+dark", "slide", "mobile", "print-1", "print-2", "poster"};
constexpr std::array kLanguages = {"en", "ar", "de", "fr", "uk", "ru"};

Template style_of(const std::string& name, const std::string& language = "en") {
    Diagnostics diagnostics;
    return in_language(*read_template(name, "", DiskReader(), diagnostics), language, diagnostics);
}

/// A generated story that grew, and changed in places.
struct Grown {
    Model before, now;
};

Grown grown(std::uint64_t seed, std::size_t most_events, const std::string& language) {
    support::GeneratorOptions options;
    options.most_events = most_events;
    support::Split split = support::split_model(support::generate_model(seed, options), seed);
    split.grown.language = split.known.language = language;
    split.known.as_of = "2024-01-01";
    for (std::size_t i = 0; i < split.grown.events.size(); i += 3) {
        split.grown.events[i].detail += " as corrected";
    }
    for (std::size_t i = 0; i < split.grown.actors.size(); i += 4) {
        split.grown.actors[i].name += " II";
    }
    return {std::move(split.known), std::move(split.grown)};
}

view::TimelineView timeline(const Grown& story) {
    view::TimelineView view = view::make_timeline_view(story.now, {});
    mark_news(view::make_since(diff_models(story.before, story.now)), {}, view);
    return view;
}

view::NetworkView network(const Grown& story) {
    view::NetworkView view = view::make_network_view(story.now, {});
    mark_news(view::make_since(diff_models(story.before, story.now)), story.now, {}, view);
    return view;
}

std::size_t texts(const scene::Scene& scene, const std::string& words) {
    std::size_t count = 0;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Mark& mark : page.marks) {
            for (const scene::Item& item : mark.items) {
                const auto* text = std::get_if<scene::Text>(&item);
                count += text != nullptr && mark.role == scene::Role::list_item && text->text == words ? 1 : 0;
            }
        }
    }
    return count;
}

class SinceIn : public ::testing::TestWithParam<const char*> {};

TEST_P(SinceIn, ATimelineNothingTouchesAnything) {
    const tests::FixedMeasurer measurer;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(support::models_asked(18)); ++seed) {
        const std::string language = kLanguages.at(seed % kLanguages.size());
        SCOPED_TRACE("seed " + std::to_string(seed) + " " + language);
        const view::TimelineView view = timeline(grown(seed, 60, language));
        const Template style = style_of(GetParam(), language);
        Diagnostics diagnostics;
        const scene::Scene scene = compose_timeline(view, style, measurer, Paging::pages, diagnostics);
        for (const scene::Page& page : scene.pages) {
            const PageFaults found = faults(page);
            EXPECT_TRUE(found.none()) << to_text(found);
        }
        if (language == "en") { // elsewhere marks of direction stand in the words
            EXPECT_EQ(texts(scene, "NEW"), view.since->fresh);
            EXPECT_EQ(texts(scene, "CHANGED"), view.since->changed);
        }
    }
}

TEST_P(SinceIn, ANetworkNothingTouchesAnything) {
    const tests::FixedMeasurer measurer;
    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(support::models_asked(6)); ++seed) {
        const std::string language = kLanguages.at(seed % kLanguages.size());
        SCOPED_TRACE("seed " + std::to_string(seed) + " " + language);
        const view::NetworkView view = network(grown(seed, 16, language));
        const Template style = style_of(GetParam(), language);
        Diagnostics diagnostics;
        NetworkOptions options;
        options.timeout = 600; // sanitizers on a busy machine
        const NetworkChart chart = compose_network(view, style, measurer, options, diagnostics);
        EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{});
        const PageFaults found = faults(chart.scene.pages.front());
        EXPECT_TRUE(found.overlapping.empty() && found.outside.empty()) << to_text(found);
    }
}

INSTANTIATE_TEST_SUITE_P(Templates, SinceIn, ::testing::ValuesIn(kTemplates), [](const auto& row) {
    std::string name = row.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '+'; }, '_');
    return name;
});

Grown cancelled_visit() {
    Grown story;
    Model& model = story.before;
    model.title = "A visit";
    model.as_of = "2025-02-18";
    model.actors.resize(2);
    model.actors[0].id = "ada";
    model.actors[0].name = "Ada North";
    model.actors[1].id = "sol";
    model.actors[1].name = "Sol South";
    Event event;
    event.id = "visit";
    event.title = "Ada to visit Sol";
    event.when = std::get<Edtf>(parse_edtf("2025-02-20"));
    event.type = {"consult", "visit"};
    event.status = Status::planned;
    for (const char* actor : {"ada", "sol"}) {
        Party party;
        party.actor = actor;
        event.parties.push_back(party);
    }
    model.events.push_back(event);
    event.id = "dinner";
    event.title = "A dinner";
    event.when = std::get<Edtf>(parse_edtf("2025-02-21"));
    model.events.push_back(event);
    story.now = model;
    story.now.events[0].status = Status::cancelled;
    story.now.events.pop_back();
    return story;
}

std::string all_words(const scene::Scene& scene) {
    std::string words;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        words += mark.title + "\n";
        for (const scene::Item& item : mark.items) {
            if (const auto* text = std::get_if<scene::Text>(&item)) {
                words += text->text + (text->continues ? " " : "\n");
            }
        }
    }
    return words;
}

TEST(Since, IsSaidInThePictureItsLegendItsSourceLineAndToThoseWhoCannotSeeIt) {
    const tests::FixedMeasurer measurer;
    const Template style = style_of("report");
    Diagnostics diagnostics;
    const view::TimelineView view = timeline(cancelled_visit());
    const std::string words = all_words(compose_timeline(view, style, measurer, Paging::one_page, diagnostics));
    EXPECT_THAT(words, HasSubstr("Cancelled. Changed since 18 Feb 2025.\n"));
    EXPECT_THAT(words, HasSubstr("\nCHANGED\n"));
    EXPECT_THAT(words, HasSubstr("\nchanged since 18 Feb 2025\n"));
    EXPECT_THAT(words, HasSubstr("Changed since 18 Feb 2025: 1 changed, 1 no longer shown."));
    EXPECT_THAT(words, Not(HasSubstr("NEW"))) << "the legend has what is used";
    const view::NetworkView drawn = network(cancelled_visit());
    const std::string of_network = all_words(compose_network(drawn, style, measurer, {}, diagnostics).scene);
    EXPECT_THAT(of_network, HasSubstr("Changed since 18 Feb 2025.\n"));
    EXPECT_THAT(of_network, HasSubstr("Changed since 18 Feb 2025: 1 changed, 1 no longer shown."));
    EXPECT_THAT(describe(view, style, DescriptionForm::text), HasSubstr("Changed since 18 Feb 2025."));
    EXPECT_THAT(describe(view, style, DescriptionForm::markdown), HasSubstr("changed since 18 Feb 2025"));
    EXPECT_THAT(describe(drawn, style, DescriptionForm::markdown), HasSubstr("changed since 18 Feb 2025"));
}

TEST(Since, SaysSoWhereNothingChanged) {
    const tests::FixedMeasurer measurer;
    Grown story = cancelled_visit();
    story.before = story.now;
    Diagnostics diagnostics;
    const std::string words =
        all_words(compose_timeline(timeline(story), style_of("report"), measurer, Paging::one_page, diagnostics));
    EXPECT_THAT(words, HasSubstr("Unchanged since 18 Feb 2025."));
    EXPECT_THAT(words, Not(HasSubstr("CHANGED")));
}

TEST(Since, ABadgeHasTheTemplatesFaceAndColour) {
    const std::string house = "<template extends=\"report\"><type><badge size=\"7\" weight=\"normal\"/></type>"
                              "<colours badge=\"#8a1020\"/><words><word key=\"badge-changed\">mod.</word></words>"
                              "</template>";

    class OneFile final : public FileReader {
    public:
        explicit OneFile(std::string text) : text_(std::move(text)) {}

        [[nodiscard]] std::string read(const std::string&, std::size_t) const override { return text_; }

        [[nodiscard]] bool exists(const std::string& path) const override { return path.ends_with("house.xml"); }

    private:
        std::string text_;
    };

    Diagnostics diagnostics;
    const auto style = read_template("house", ".", OneFile(house), diagnostics);
    ASSERT_TRUE(style) << to_text(diagnostics.all().front());
    const tests::FixedMeasurer measurer;
    const scene::Scene scene =
        compose_timeline(timeline(cancelled_visit()), *style, measurer, Paging::one_page, diagnostics);
    std::size_t found = 0;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            const auto* text = std::get_if<scene::Text>(&item);
            if (text != nullptr && text->text == "mod.") {
                ++found;
                EXPECT_DOUBLE_EQ(text->font.size, 7);
                EXPECT_FALSE(text->font.bold);
                EXPECT_EQ(text->colour, *parse_colour("#8a1020"));
            }
        }
    }
    EXPECT_EQ(found, 2U) << "behind the title and in the legend";
    EXPECT_EQ(style_of("report").badge_fill, style_of("report").ink);
    EXPECT_EQ(style_of("web+dark").badge_fill, style_of("web+dark").ink);
}

} // namespace
} // namespace demarche::compose
