#include "model/order.hpp"
#include "support/model_generator.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Row {
    std::string id;
    std::string when;
    std::vector<std::string> after = {};
    std::vector<std::string> before = {};
};

Model model_of(const std::vector<Row>& rows) {
    Model model;
    for (const Row& row : rows) {
        Event event;
        event.id = row.id;
        const std::variant<Edtf, EdtfError> when = parse_edtf(row.when);
        if (const Edtf* const date = std::get_if<Edtf>(&when)) {
            event.when = *date;
        } else {
            ADD_FAILURE() << row.when;
        }
        event.after = row.after;
        event.before = row.before;
        event.where = {"story.xml", model.events.size() + 1, 5};
        model.events.push_back(event);
    }
    return model;
}

std::vector<std::string> ordered(const std::vector<Row>& rows) {
    const Model model = model_of(rows);
    std::vector<std::string> ids;
    for (const std::size_t index : chronological_order(model)) {
        ids.push_back(model.events[index].id);
    }
    return ids;
}

std::vector<std::string> findings(const std::vector<Row>& rows) {
    Diagnostics diagnostics;
    check_order(model_of(rows), diagnostics);
    std::vector<std::string> texts;
    for (const Diagnostic& one : diagnostics.all()) {
        EXPECT_EQ(one.code, "contradictory-order");
        EXPECT_EQ(one.severity, Severity::error);
        texts.push_back(to_text(one));
    }
    return texts;
}

/// What the rows of the first chart show, given in the reverse of that order.
TEST(Order, ReadsLikeTheChartWhateverTheDossiersOrder) {
    std::vector<Row> rows = {
        {"invasion", "2022-02-24"},
        {"spy-chiefs", "2022-23"},
        {"g20", "2023-21~"},
        {"call", "[2025-02-10..2025-02-16]"},
        {"second-call", "[2025-02-10..2025-02-16]", {"call"}},
        {"interview", "2025-02-16"},
        {"said-before", "[..2025-02-17]"},
        {"gathering", "2025-02-17"},
        {"raids", "2025-02-17/2025-02-18"},
        {"talks", "2025-02-18"},
        {"agreement", "2025-02-18", {"talks"}},
        {"calls", "[2025-02-17..2025-02-18]", {"gathering"}},
        {"trip", "2025-02-19"},
        {"visit", "2025-02-20"},
        {"discussions", "[2025-02-19..2025-02-23]"},
        {"later", "[2025-02-24..]"},
        {"summit", ""},
        {"meeting", "", {"visit"}},
    };
    std::vector<std::string> expected;
    for (const Row& row : rows) {
        expected.push_back(row.id);
    }
    EXPECT_EQ(ordered(rows), expected);
    std::reverse(rows.begin(), rows.end());
    std::swap(expected[16], expected[17]); // undated ones keep the dossier's order
    EXPECT_EQ(ordered(rows), expected);
}

TEST(Order, TiesKeepTheDossiersOrder) {
    EXPECT_THAT(ordered({{"c", "2025-02-18"}, {"a", "2025-02-18"}, {"b", "2025-02-18"}}), ElementsAre("c", "a", "b"));
    EXPECT_THAT(ordered({{"c", ""}, {"a", ""}}), ElementsAre("c", "a"));
}

TEST(Order, WithinADay) {
    EXPECT_THAT(
        ordered({{"a", "2025-02-18", {"b"}}, {"b", "2025-02-18", {"c"}}, {"c", "2025-02-18"}, {"d", "2025-02-18"}}),
        ElementsAre("c", "b", "a", "d"));
    EXPECT_THAT(ordered({{"noon", "2025-02-18T12:00"}, {"dawn", "2025-02-18T06:00"}, {"some-time", "2025-02-18"}}),
                ElementsAre("some-time", "dawn", "noon"));
}

TEST(Order, AnIntervalOfHoursStandsAtItsFirst) {
    EXPECT_THAT(ordered({{"noon", "2025-02-18T12:00"},
                         {"session", "2025-02-18T10:00/2025-02-18T13:00"},
                         {"dawn", "2025-02-18T06:00"}}),
                ElementsAre("dawn", "session", "noon"));
    EXPECT_EQ(findings({{"a", "2025-02-18T10:00/2025-02-18T11:00"}, {"b", "2025-02-18T09:00", {"a"}}}).size(), 1U);
}

TEST(Order, BeforeIsTheReverseOfAfter) {
    EXPECT_THAT(ordered({{"a", "2025-02-18"}, {"b", "2025-02-18", {}, {"a"}}}), ElementsAre("b", "a"));
}

TEST(Order, LastingEventsStandWhereTheyBegin) {
    EXPECT_THAT(
        ordered({{"mid", "2025-02-20"}, {"war", "2022-02-24/.."}, {"old", "2020"}, {"raid", "2025-02-19/2025-03-01"}}),
        ElementsAre("old", "war", "raid", "mid"));
    EXPECT_THAT(ordered({{"a", "2025-02-20"}, {"unknown-start", "/2025-02-20"}, {"b", "2025-02-21"}}),
                ElementsAre("unknown-start", "a", "b"));
    EXPECT_THAT(ordered({{"long", "2025-02-18/2025-02-25"}, {"short", "2025-02-18/2025-02-19"}, {"day", "2025-02-18"}}),
                ElementsAre("day", "short", "long"));
    EXPECT_THAT(ordered({{"days", "{2025-02-20,2025-02-10}"}, {"day", "2025-02-12"}}), ElementsAre("days", "day"));
}

TEST(Order, ConstraintsNarrowUncertainDates) {
    // Known to have come before the 12th, so not at the end of its week.
    EXPECT_THAT(
        ordered(
            {{"other", "2025-02-14"}, {"fixed", "2025-02-12"}, {"week", "[2025-02-10..2025-02-16]", {}, {"fixed"}}}),
        ElementsAre("week", "fixed", "other"));
    // Known to have come on the last day of its week, after what happened that day.
    EXPECT_THAT(ordered({{"week", "[2025-02-10..2025-02-16]", {"sunday"}}, {"sunday", "2025-02-16"}}),
                ElementsAre("sunday", "week"));
    // Undated, but before a dated one.
    EXPECT_THAT(ordered({{"undated", "", {}, {"second"}},
                         {"first", "2025-02-10"},
                         {"second", "2025-02-12"},
                         {"third", "2025-02-14"}}),
                ElementsAre("first", "undated", "second", "third"));
    EXPECT_THAT(ordered({{"later", "[2025-02-10..]"}, {"undated", "", {}, {"later"}}, {"end", "2025-02-28"}}),
                ElementsAre("undated", "later", "end"));
    // Through a chain.
    EXPECT_THAT(ordered({{"x", "2025-02-15"}, {"a", "2025", {}, {"b"}}, {"b", "", {}, {"c"}}, {"c", "2025-02-12"}}),
                ElementsAre("a", "b", "c", "x"));
}

TEST(Order, ATwoDaySpanThatMustComeFirstMovesUpNoFurtherThanNeeded) {
    EXPECT_THAT(
        ordered(
            {{"first", "2025-02-18"}, {"talks", "2025-02-18"}, {"span", "[2025-02-17..2025-02-18]", {}, {"talks"}}}),
        ElementsAre("first", "span", "talks"));
}

TEST(Order, CyclesAreReportedOnceAndNamedWhole) {
    const std::vector<Row> rows = {{"x", "2025-02-18"},
                                   {"a", "2025-02-18", {"c"}},
                                   {"b", "2025-02-18", {"a"}},
                                   {"c", "2025-02-18", {"b", "x"}, {"a"}},
                                   {"d", "2025-02-18", {"c"}}};
    EXPECT_THAT(
        findings(rows),
        ElementsAre("story.xml:2:5: error: the order of events goes round: \"a\" before \"b\" before \"c\" before "
                    "\"a\"; remove one of these after= or before="));
    EXPECT_THAT(ordered(rows), ElementsAre("x", "a", "b", "c", "d"));
}

TEST(Order, TwoCyclesAreTwoFindings) {
    EXPECT_EQ(findings({{"a", "", {"b"}}, {"b", "", {"a"}}, {"c", "", {"d"}}, {"d", "", {"c"}}, {"e", "", {"a", "c"}}})
                  .size(),
              2U);
}

TEST(Order, AnEventAfterItself) {
    EXPECT_THAT(findings({{"a", "2025", {"a"}}}), ElementsAre(HasSubstr("goes round: \"a\" before \"a\"; remove")));
    EXPECT_THAT(ordered({{"a", "2025", {"a"}}, {"b", "2024"}}), ElementsAre("b", "a"));
}

TEST(Order, LongCyclesAreNamedInPart) {
    std::vector<Row> rows;
    for (int i = 0; i < 2000; ++i) {
        rows.push_back({"e" + std::to_string(i), "", {"e" + std::to_string((i + 1999) % 2000)}});
    }
    const std::vector<std::string> texts = findings(rows);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_THAT(texts[0], HasSubstr("\"e11\" before 1988 more before \"e0\""));
    EXPECT_EQ(ordered(rows).size(), 2000U);
}

TEST(Order, ConstraintsThatTheDatesRuleOut) {
    const std::vector<Row> direct = {{"gathering", "2025-02-17"}, {"calls", "[2025-02-10..2025-02-12]", {"gathering"}}};
    EXPECT_THAT(
        findings(direct),
        ElementsAre("story.xml:2:5: error: \"calls\" ([2025-02-10..2025-02-12]) cannot come after \"gathering\" "
                    "(2025-02-17); correct a date, or remove the order between them"));
    EXPECT_THAT(ordered(direct), ElementsAre("calls", "gathering"));

    const std::vector<Row> chain = {
        {"late", "2025-02-20"}, {"mid", "", {"late"}}, {"next", "2025", {"mid"}}, {"early", "2025-02-01", {"next"}}};
    EXPECT_THAT(findings(chain),
                ElementsAre(HasSubstr("\"early\" (2025-02-01) cannot come after \"late\" (2025-02-20), by "
                                      "way of \"mid\", \"next\";")));
    EXPECT_THAT(ordered(chain), ElementsAre("early", "late", "mid", "next"));
}

TEST(Order, TimesOfOneDayThatRuleOutAConstraint) {
    EXPECT_EQ(findings({{"a", "2025-02-18T10:00Z"}, {"b", "2025-02-18T09:00Z", {"a"}}}).size(), 1U);
    EXPECT_EQ(findings({{"a", "2025-02-18T10:00Z"}, {"b", "2025-02-18T09:00-05:00", {"a"}}}).size(), 0U);
    EXPECT_EQ(findings({{"a", "2025-02-18T10:00Z"}, {"b", "2025-02-18T11:00Z", {"a"}}}).size(), 0U);
}

TEST(Order, NothingIsReportedOfWhatCanBe) {
    EXPECT_TRUE(findings({{"a", "2025-02-18"},
                          {"b", "[..2025-02-18]", {"a"}},
                          {"c", "2025-02", {"b"}, {"d"}},
                          {"d", ""},
                          {"e", "2022/..", {}, {"a"}},
                          {"f", "2025-02-18", {"nobody"}, {"a", "a"}}})
                    .empty());
    EXPECT_TRUE(findings({}).empty());
    EXPECT_TRUE(ordered({}).empty());
}

std::vector<std::size_t> places_of(const std::vector<std::size_t>& order) {
    std::vector<std::size_t> place(order.size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
    }
    return place;
}

bool is_one_day(const Edtf& when) {
    return when.kind() == EdtfKind::point && !when.is_imprecise();
}

TEST(Order, HoldsEveryConstraintAndEveryExactDayOfGeneratedModels) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Model model = support::generate_model(seed);
        const std::vector<std::size_t> order = chronological_order(model);
        ASSERT_EQ(order.size(), model.events.size());
        const std::vector<std::size_t> place = places_of(order);
        ASSERT_EQ(std::count(place.begin(), place.end(), order.size()), 0) << "an event is missing";
        std::map<std::string, std::size_t> place_by_id;
        for (std::size_t i = 0; i < place.size(); ++i) {
            place_by_id[model.events[i].id] = place[i];
        }
        Day last = std::numeric_limits<Day>::min();
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Event& event = model.events[order[i]];
            for (const std::string& id : event.after) {
                ASSERT_LT(place_by_id.at(id), i) << "seed " << seed << ": " << event.id << " after " << id;
            }
            for (const std::string& id : event.before) {
                ASSERT_GT(place_by_id.at(id), i) << "seed " << seed << ": " << event.id << " before " << id;
            }
            if (is_one_day(event.when)) {
                ASSERT_GE(*event.when.earliest(), last) << "seed " << seed << ": " << event.id;
                last = *event.when.earliest();
            }
        }
    }
}

/// Whatever a person wrote, every event has one place.
TEST(Order, ConstraintsAtRandomStillGiveAnOrder) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        support::GeneratorOptions options;
        options.most_events = 60;
        Model model = support::generate_model(seed, options);
        support::Random random(seed);
        for (Event& event : model.events) {
            for (std::size_t count = random.below(3); count > 0; --count) {
                event.after.push_back(random.pick(model.events).id);
            }
        }
        const std::vector<std::size_t> place = places_of(chronological_order(model));
        ASSERT_EQ(place.size(), model.events.size());
        ASSERT_EQ(std::count(place.begin(), place.end(), place.size()), 0);
        Diagnostics diagnostics;
        check_order(model, diagnostics);
    }
}

TEST(Order, DeepChainsOfTwoHundredThousandEvents) {
    std::vector<Row> rows;
    const int count = 200'000;
    for (int i = 0; i < count; ++i) {
        rows.push_back({"e" + std::to_string(i), i % 3 == 0 ? "2025-02-18" : "", {}, {}});
        if (i > 0) {
            rows.back().before = {"e" + std::to_string(i - 1)};
        }
    }
    const Model model = model_of(rows);
    Diagnostics diagnostics;
    check_order(model, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    std::vector<std::size_t> expected(rows.size());
    std::iota(expected.rbegin(), expected.rend(), std::size_t{0});
    EXPECT_EQ(chronological_order(model), expected);
}

} // namespace
} // namespace demarche
