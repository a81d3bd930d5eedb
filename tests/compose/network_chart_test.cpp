#include "base/file.hpp"
#include "compose/charts.hpp"
#include "network/inspect.hpp"
#include "support/fixed_measurer.hpp"
#include "support/model_generator.hpp"
#include "support/models_asked.hpp"
#include "view/network_view.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace demarche::compose {
namespace {

Template built_in(const std::string& name) {
    Diagnostics diagnostics;
    const std::optional<Template> style = read_template(name, ".", DiskReader(), diagnostics);
    EXPECT_TRUE(style) << name;
    return style.value_or(Template{});
}

NetworkChart draw(const Model& model, const Template& style, const ChartSpec& spec = {}) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    NetworkOptions options;
    options.timeout = 600; // sanitizers on a busy machine
    return compose_network(view::make_network_view(model, spec), style, measurer, options, diagnostics);
}

std::vector<scene::Text> texts(const scene::Scene& scene) {
    std::vector<scene::Text> found;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            if (const auto* text = std::get_if<scene::Text>(&item)) {
                found.push_back(*text);
            }
        }
    }
    return found;
}

std::string all_words(const scene::Scene& scene) {
    std::string words;
    for (const scene::Text& text : texts(scene)) {
        words += text.text + "\n";
    }
    return words;
}

/// Pairs of texts that overlap, and texts that leave the page.
std::vector<std::string> bad_texts(const scene::Scene& scene) {
    const Box page{0, 0, scene.pages.front().size.width, scene.pages.front().size.height};
    const std::vector<scene::Text> all = texts(scene);
    std::vector<std::string> bad;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Box box = scene::bounds(all[i]);
        if (!contains(page, box)) {
            bad.push_back("cut: " + all[i].text);
        }
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (overlap(box, scene::bounds(all[j]), 0.3)) {
                bad.push_back(all[i].text + " on " + all[j].text);
            }
        }
    }
    return bad;
}

/// An arrow head: a filled triangle.
bool is_arrow_head(const scene::Item& item) {
    const auto* path = std::get_if<scene::Path>(&item);
    return path != nullptr && path->fill && !path->stroke && path->segments.size() == 4;
}

/// Texts that an arrow head touches, of marks of any kind: large type has large heads.
std::vector<std::string> struck_by_heads(const scene::Scene& scene) {
    std::vector<Box> heads;
    for (const scene::Mark& mark : scene.pages.front().marks) {
        for (const scene::Item& item : mark.items) {
            if (is_arrow_head(item)) {
                heads.push_back(scene::bounds(item));
            }
        }
    }
    std::vector<std::string> struck;
    for (const scene::Text& text : texts(scene)) {
        if (std::any_of(heads.begin(), heads.end(),
                        [&](const Box& head) { return overlap(scene::bounds(text), head, 0.1); })) {
            struck.push_back(text.text);
        }
    }
    return struck;
}

class Generated : public testing::TestWithParam<int> {};

constexpr int kBatches = 20;
constexpr int kModels = 300;

TEST_P(Generated, networks_have_no_flaws) {
    const Template style = built_in(GetParam() % 4 == 3 ? "poster" : GetParam() % 2 == 0 ? "report" : "web");
    support::GeneratorOptions options;
    options.most_events = 60;
    int crossings = 0;
    const int models = (support::models_asked(kModels) + kBatches - 1) / kBatches;
    for (int i = 0; i < models; ++i) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * models + i);
        const NetworkChart chart = draw(support::generate_model(seed, options), style);
        const network::Flaws flaws = network::inspect(chart.drawing);
        EXPECT_EQ(flaws.examples, std::vector<std::string>{}) << "seed " << seed;
        EXPECT_EQ(bad_texts(chart.scene), std::vector<std::string>{}) << "seed " << seed;
        EXPECT_EQ(struck_by_heads(chart.scene), std::vector<std::string>{}) << "seed " << seed;
        crossings += chart.drawing.crossings;
    }
    std::cout << crossings << " crossings in " << models << " networks\n";
}

INSTANTIATE_TEST_SUITE_P(Models, Generated, testing::Range(0, kBatches));

/// A small network stood small in the middle of a large sheet.
TEST(NetworkChart, a_small_network_grows_with_its_sheet) {
    const Template style = built_in("poster");
    support::GeneratorOptions options;
    options.most_events = 6;
    options.most_actors = 6;
    const NetworkChart chart = draw(support::generate_model(1, options), style);
    const scene::Page& page = chart.scene.pages.front();
    EXPECT_NEAR(page.size.height, style.height, 1);
    EXPECT_NEAR(page.size.width, style.width, 1);
    const auto* title = std::get_if<scene::Text>(&page.marks.front().items.front());
    ASSERT_NE(title, nullptr);
    EXPECT_GT(title->font.size, 1.2 * style.title.size);
}

/// Words that were once placed far out held the columns apart: each round placed them further out.
TEST(NetworkChart, a_dense_network_does_not_grow_wide_while_half_empty) {
    Template style = built_in("report");
    style.landscape = true; // lines stay, however many there are
    support::GeneratorOptions options;
    options.most_events = 60;
    for (const std::uint64_t seed : {108, 134, 240}) {
        const NetworkChart chart = draw(support::generate_model(seed, options), style);
        EXPECT_LT(chart.scene.pages.front().size.width, 1.15 * style.width) << "seed " << seed;
    }
}

TEST(NetworkChart, two_thousand_events_are_too_many_and_the_chart_says_so) {
    support::GeneratorOptions options;
    options.least_events = options.most_events = 2000;
    options.least_actors = options.most_actors = 30;
    const NetworkChart chart = draw(support::generate_model(7, options), built_in("report"));
    EXPECT_EQ(network::inspect(chart.drawing).examples, std::vector<std::string>{});
    const auto hubs = std::count_if(chart.drawing.graph.nodes.begin(), chart.drawing.graph.nodes.end(),
                                    [](const network::Node& node) { return node.kind == network::NodeKind::hub; });
    EXPECT_EQ(static_cast<std::size_t>(hubs), view::kMostHubs);
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("40 of 2000 events"));
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("The 40 weightiest"));
    // One letter for one thing: hosts are explained once.
    const std::string words = all_words(chart.scene);
    EXPECT_EQ(words.find(") host."), words.rfind(") host."));
}

TEST(NetworkChart, the_same_bytes_twice) {
    const Model model = support::generate_model(3);
    const NetworkChart first = draw(model, built_in("report"));
    const NetworkChart second = draw(model, built_in("report"));
    EXPECT_EQ(first.gv, second.gv);
    EXPECT_EQ(first.drawing.boxes, second.drawing.boxes);
    EXPECT_EQ(first.drawing.routes, second.drawing.routes);
}

TEST(NetworkChart, ids_of_marks_are_unique_and_fit_for_svg) {
    support::GeneratorOptions options;
    options.most_events = 40;
    const NetworkChart chart = draw(support::generate_model(11, options), built_in("web"));
    std::set<std::string> seen;
    for (const scene::Mark& mark : chart.scene.pages.front().marks) {
        EXPECT_TRUE(seen.insert(mark.id).second) << mark.id;
        EXPECT_THAT(mark.id, testing::MatchesRegex("[a-z][a-z0-9-]*"));
    }
}

// A small model made by hand.

Edtf date(const std::string& text) {
    const auto parsed = parse_edtf(text);
    return std::get<Edtf>(parsed);
}

Event meeting(const std::string& id, const std::string& title, std::vector<Party> parties) {
    Event event;
    event.id = id;
    event.title = title;
    event.short_title = title;
    event.when = date("2025-02-18");
    event.type = {"consult", "meet"};
    event.parties = std::move(parties);
    event.citations = {{"a1", "", "", "", {}, {}, Stance::supports, {}, {}}};
    return event;
}

Party party(const std::string& actor, Part as = Part::participant) {
    Party made;
    made.actor = actor;
    made.as = as;
    return made;
}

Model small() {
    Model model;
    model.title = "Small";
    model.as_of = "2025-02-18";
    Article article;
    article.id = "a1";
    article.title = "Headline";
    article.published = "2025-02-18";
    model.articles = {article};
    for (const char* id : {"east", "west"}) {
        Side side;
        side.id = id;
        side.name = id == std::string("east") ? "East" : "West";
        model.sides.push_back(side);
    }
    for (const char* id : {"anna", "boris", "clara", "dora"}) {
        Actor actor;
        actor.id = id;
        actor.name = std::string(1, static_cast<char>(id[0] - 'a' + 'A')) + (id + 1);
        actor.side = id[0] <= 'b' ? "east" : "west";
        model.actors.push_back(actor);
    }
    Delegation delegation;
    delegation.id = "d";
    delegation.name = "Eastern team";
    delegation.event = "talks";
    delegation.side = "east";
    delegation.head = "anna";
    delegation.members = {"anna", "boris"};
    model.delegations = {delegation};
    model.events = {
        meeting("talks", "Talks", {party("anna"), party("boris"), party("clara"), party("dora", Part::absent)})};
    return model;
}

TEST(NetworkChart, who_was_absent_is_said_and_not_drawn) {
    const NetworkChart chart = draw(small(), built_in("report"));
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("Dora not at Talks."));
    for (const network::Node& node : chart.drawing.graph.nodes) {
        EXPECT_THAT(node.lines, testing::Not(testing::Contains("Dora")));
    }
}

/// On narrow cards a delegation's name left no room for the numbers of its sources, and they were not printed.
TEST(NetworkChart, a_delegation_never_lacks_the_numbers_of_its_sources) {
    Model model = small();
    Citation citation;
    citation.article = model.articles.front().id;
    model.delegations[0].citations = {citation};
    for (std::size_t length = 1; length < 40; length += 3) {
        const std::string long_name = "Easterners who came along by sea and rail";
        for (const std::string& name : {std::string(length, 'E'), long_name.substr(0, length)}) {
            model.delegations[0].name = name;
            for (const char* style : {"mobile", "print-1", "report"}) {
                const scene::Scene scene = draw(model, built_in(style)).scene;
                EXPECT_THAT(bad_texts(scene), testing::IsEmpty()) << style << ": " << name;
                const std::vector<scene::Mark>& marks = scene.pages.front().marks;
                const auto card = std::find_if(marks.begin(), marks.end(), [](const scene::Mark& mark) {
                    return !mark.data.empty() && mark.data.front().first == "delegation";
                });
                ASSERT_NE(card, marks.end());
                const auto* last = std::get_if<scene::Text>(&card->items.back());
                ASSERT_NE(last, nullptr);
                EXPECT_EQ(last->text, "1") << style << ": " << name;
            }
        }
    }
}

TEST(NetworkChart, the_legend_names_what_is_used_and_nothing_else) {
    Model model = small();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::AllOf(testing::HasSubstr("met or spoke"), testing::HasSubstr("head of delegation"),
                               testing::Not(testing::HasSubstr("planned")),
                               testing::Not(testing::HasSubstr("acted against"))));
    model.events[0].status = Status::planned;
    model.delegations[0].head.clear();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::AllOf(testing::Not(testing::HasSubstr("met or spoke")), testing::HasSubstr("planned"),
                               testing::Not(testing::HasSubstr("head of delegation"))));
}

TEST(NetworkChart, a_plan_a_cancelled_and_a_denied_event_are_dashed) {
    for (const Status status : {Status::planned, Status::cancelled, Status::denied}) {
        Model model = small();
        model.events[0].status = status;
        const NetworkChart chart = draw(model, built_in("report"));
        const auto& marks = chart.scene.pages.front().marks;
        const auto hub =
            std::find_if(marks.begin(), marks.end(), [](const auto& mark) { return mark.id == "hub-talks"; });
        ASSERT_NE(hub, marks.end());
        const auto* pill = std::get_if<scene::Rectangle>(&hub->items.front());
        ASSERT_NE(pill, nullptr);
        EXPECT_FALSE(pill->stroke->dash.empty());
        for (const network::Edge& edge : chart.drawing.graph.edges) {
            EXPECT_TRUE(edge.dashed);
        }
    }
}

TEST(NetworkChart, a_hub_says_its_sentence_and_its_sources) {
    const NetworkChart chart = draw(small(), built_in("report"));
    for (const scene::Mark& mark : chart.scene.pages.front().marks) {
        if (mark.id == "hub-talks") {
            EXPECT_EQ(mark.title, "18 Feb 2025: Talks. Eastern team (Anna and Boris) and Clara took part. Not present: "
                                  "Dora. One source only.");
            EXPECT_EQ(mark.description, "Source: 1 “Headline”, 18 Feb 2025");
        }
    }
}

const scene::Mark* mark_of(const NetworkChart& chart, const std::string& id) {
    const auto& marks = chart.scene.pages.front().marks;
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const scene::Mark& mark) { return mark.id == id; });
    return found == marks.end() ? nullptr : &*found;
}

/// Straight lines of two ends: the strokes through what was called off.
std::ptrdiff_t strokes(const scene::Mark& mark) {
    return std::count_if(mark.items.begin(), mark.items.end(), [](const scene::Item& item) {
        const auto* path = std::get_if<scene::Path>(&item);
        return path != nullptr && path->segments.size() == 2 && path->stroke && path->stroke->dash.empty();
    });
}

TEST(NetworkChart, a_plan_what_was_cancelled_and_what_was_denied_are_told_apart_without_colour) {
    const std::vector<std::tuple<Status, std::string, std::string, int>> table = {
        {Status::occurred, "Talks", "met or spoke", 0},
        {Status::planned, "Talks", "planned", 0},
        {Status::cancelled, "Cancelled: Talks", "cancelled", 2},
        {Status::denied, "Denied: Talks", "denied", 2},
    };
    for (const auto& [status, title, legend, struck] : table) {
        Model model = small();
        model.events[0].status = status;
        const NetworkChart chart = draw(model, built_in("report"));
        const scene::Mark* hub = mark_of(chart, "hub-talks");
        ASSERT_NE(hub, nullptr);
        EXPECT_EQ(strokes(*hub), struck) << title;
        EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("\n" + title + "\n"));
        EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("\n" + legend + "\n"));
        for (const auto& [other, unused, words, none] : table) {
            if (words != legend) {
                EXPECT_THAT(all_words(chart.scene), testing::Not(testing::HasSubstr("\n" + words + "\n"))) << title;
            }
        }
        // The strokes keep off the words.
        for (const scene::Item& item : hub->items) {
            if (const auto* path = std::get_if<scene::Path>(&item)) {
                for (const scene::Item& words : hub->items) {
                    const auto* text = std::get_if<scene::Text>(&words);
                    EXPECT_FALSE(text != nullptr && overlap(scene::bounds(*path), scene::bounds(*text), 0));
                }
            }
        }
    }
}

TEST(NetworkChart, arrows_in_the_legend_are_those_that_are_drawn) {
    Model model = small();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::Not(testing::AnyOf(testing::HasSubstr("hosts"), testing::HasSubstr("advises"))));
    model.events[0].parties[2].as = Part::mediator;
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("\nmediates\n"));
    Tie tie;
    tie.from = "clara";
    tie.to = "anna";
    tie.type = TieType::appointed;
    tie.verb = "sent";
    model.ties = {tie};
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("\nsent, mediates\n"));
    // What is too long for a legend is left to the arrow itself.
    model.ties[0].verb = "was asked once more, in spring, to speak for";
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::HasSubstr("\nmediates and others, as named\n"));
    model.events[0].parties[2].as = Part::participant;
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("\nties, as named\n"));
}

TEST(NetworkChart, every_line_says_what_it_stands_for) {
    Model model = small();
    Tie tie;
    tie.from = "clara";
    tie.to = "anna";
    model.ties = {tie};
    const NetworkChart chart = draw(model, built_in("report"));
    const scene::Mark* whole = mark_of(chart, "line-link-talks-delegation-d--1-participant");
    ASSERT_NE(whole, nullptr);
    EXPECT_EQ(whole->title, "18 Feb 2025: Talks. Eastern team (Anna and Boris) took part.");
    using Pair = std::pair<std::string, std::string>;
    EXPECT_THAT(whole->data, testing::IsSupersetOf({Pair("event", "talks"), Pair("actor", "anna boris"),
                                                    Pair("as", "participant"), Pair("delegation", "d")}));
    const scene::Mark* advice = mark_of(chart, "line-tie-clara-anna");
    ASSERT_NE(advice, nullptr);
    EXPECT_EQ(advice->title, "Clara advises Anna.");
    EXPECT_THAT(advice->data,
                testing::IsSupersetOf({Pair("tie", "advises"), Pair("from", "clara"), Pair("to", "anna")}));
    const scene::Mark* card = mark_of(chart, "card-delegation-d");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->title, "Eastern team: Anna (leads) and Boris.");
    EXPECT_THAT(card->data, testing::IsSupersetOf({Pair("delegation", "d"), Pair("side", "east")}));
    for (const scene::Mark& mark : chart.scene.pages.front().marks) {
        if (mark.role == scene::Role::list_item) {
            EXPECT_NE(mark.title, "") << mark.id;
            EXPECT_FALSE(mark.data.empty()) << mark.id;
        }
    }
}

TEST(NetworkChart, a_possible_member_is_never_said_to_be_one) {
    Model model = small();
    model.delegations[0].members = {"anna"};
    model.delegations[0].possible = {"boris"};
    model.events[0].parties.erase(model.events[0].parties.begin() + 1);
    const NetworkChart chart = draw(model, built_in("report"));
    EXPECT_EQ(mark_of(chart, "card-delegation-d")->title, "Eastern team: Anna (leads) and possibly Boris.");
    EXPECT_EQ(mark_of(chart, "actor-boris")->title, "Boris, possible member.");
    EXPECT_THAT(mark_of(chart, "hub-talks")->title, testing::HasSubstr("Eastern team (Anna) and Clara took part"));
}

TEST(NetworkChart, a_plan_names_its_parties_and_nobody_took_part) {
    Model model = small();
    model.events[0].status = Status::planned;
    model.events[0].when = date("2025-02-20");
    model.events[0].parties[2].as = Part::host;
    model.events[0].said_by = {"dora"};
    EXPECT_EQ(mark_of(draw(model, built_in("report")), "hub-talks")->title,
              "20 Feb 2025: Talks. Parties: Eastern team (Anna and Boris); host: Clara. Not present: Dora. Planned. "
              "According to Dora. One source only.");
}

TEST(NetworkChart, descriptions_give_the_cited_words_and_those_that_speak_against_it) {
    Model model = small();
    Citation& first = model.events[0].citations[0];
    first.quote = "they met\n  in the hall";
    Citation against = first;
    against.quote = "nobody met";
    against.stance = Stance::disputes;
    Citation is_long = first;
    for (int i = 0; i < 30; ++i) {
        is_long.quote += i == 20 ? " words, " : " words";
    }
    model.events[0].citations = {first, against};
    EXPECT_EQ(mark_of(draw(model, built_in("report")), "hub-talks")->description,
              "Source: 1 “Headline”, 18 Feb 2025: “they met in the hall”, against it: “nobody met”");
    model.events[0].citations = {is_long};
    const std::string cut = mark_of(draw(model, built_in("report")), "hub-talks")->description;
    EXPECT_THAT(cut, testing::EndsWith("words …”"));
    EXPECT_LT(cut.size(), 200U);
}

TEST(NetworkChart, years_stand_at_the_dates_of_more_than_one_year) {
    Model model = small();
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("Tue 18 Feb · 1\n"));
    Event earlier = meeting("earlier", "Earlier", {party("anna"), party("clara")});
    earlier.when = date("2024-07");
    model.events.push_back(earlier);
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene),
                testing::AllOf(testing::HasSubstr("\n18 Feb 2025 · 1\n"), testing::HasSubstr("\nJul 2024 · 1\n")));
    // A month without its year reads like a slip.
    model.events.back().when = date("2025-01");
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("\nJan 2025 · 1\n"));
}

TEST(NetworkChart, what_it_does_not_show_it_counts) {
    Model model = small();
    Event raid = meeting("raid", "Raid", {party("anna", Part::source)}); // against nobody: no arrow
    raid.type = {"assault", ""};
    model.events.push_back(raid);
    EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr("1 of 2 events"));
    ChartSpec spec;
    spec.kind = ChartKind::network;
    spec.events = {"talks", "raid"};
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    compose_network(view::make_network_view(model, spec), built_in("report"), measurer, {}, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].code, "not-in-a-network");
    EXPECT_THAT(diagnostics.all()[0].message, testing::HasSubstr("\"raid\""));
}

TEST(NetworkChart, nothing_to_show_is_said_in_the_picture_and_warned_of) {
    Model model = small();
    model.file = "small.xml";
    ChartSpec spec;
    spec.min_weight = 9;
    spec.where.line = 7;
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    const NetworkChart chart =
        compose_network(view::make_network_view(model, spec), built_in("report"), measurer, {}, diagnostics);
    EXPECT_TRUE(chart.drawing.boxes.empty());
    EXPECT_THAT(all_words(chart.scene), testing::HasSubstr("No meeting, call, visit or tie to show."));
    EXPECT_THAT(all_words(chart.scene), testing::Not(testing::HasSubstr("met or spoke")));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].code, "empty-network");
    EXPECT_EQ(diagnostics.all()[0].where, (SourcePosition{"small.xml", 7, 0}));
    EXPECT_NE(diagnostics.all()[0].hint, "");
}

TEST(NetworkChart, the_numbers_of_sources_stay_on_one_line) {
    Model model = small();
    for (int i = 2; i <= 5; ++i) {
        Article article = model.articles[0];
        article.id = "a" + std::to_string(i);
        model.articles.push_back(article);
        model.events[0].citations.push_back(model.events[0].citations[0]);
        model.events[0].citations.back().article = article.id;
    }
    for (const char* when : {"2025-02-18", "2025-02-18?", "2025-02-10/2025-03-18", "[2024-12-30..2025-02-18]"}) {
        model.events[0].when = date(when);
        EXPECT_THAT(all_words(draw(model, built_in("report")).scene), testing::HasSubstr(" · 1 2 3 4 5\n")) << when;
    }
}

TEST(NetworkChart, what_graphviz_cannot_do_is_an_error) {
    Diagnostics diagnostics;
    const tests::FixedMeasurer measurer;
    NetworkOptions options;
    options.engine = "no-such-engine";
    EXPECT_THROW(
        compose_network(view::make_network_view(small(), {}), built_in("report"), measurer, options, diagnostics),
        Error);
}

} // namespace
} // namespace demarche::compose
