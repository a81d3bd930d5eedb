#include "support/dossier_text.hpp"
#include "view/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::view {
namespace {

using ::testing::ElementsAre;

Edtf date(const std::string& text) {
    return std::get<Edtf>(parse_edtf(text));
}

std::vector<std::string> chosen(const Model& model, const ChartSpec& chart) {
    std::vector<std::string> ids;
    for (const std::size_t index : select(model, chart).events) {
        ids.push_back(model.events[index].id);
    }
    return ids;
}

const Model& model() {
    static const Model built = support::story(R"(
      <event id="late" title="Late" when="2025-02-18" type="consult/meet" weight="9"><party actor="ann"/><party actor="bob"/><cite article="a1"/></event>
      <event id="early" title="Early" when="2024-12-30" type="statement" weight="3"><party actor="eve" as="speaker"/><cite article="a1"/></event>
      <event id="span" title="Span" when="2025-01-20/2025-02-02" type="consult/call" weight="5" review="new"><party actor="ann"/><cite article="a1"/></event>
      <event id="open" title="Open" when="2024-06-01/.." type="coerce" weight="5"><party actor="bob" as="source"/><cite article="a1"/></event>
      <event id="undated" title="Undated" type="agree" weight="5" review="new"><party actor="zoe"/><cite article="a1"/></event>)");
    return built;
}

TEST(Selection, IsChronologicalAndCountsAll) {
    const Selection all = select(model(), {});
    EXPECT_THAT(chosen(model(), {}), ElementsAre("open", "early", "span", "late", "undated"));
    EXPECT_EQ(all.events_of, 5U);
    EXPECT_EQ(all.unreviewed, 2U);
}

TEST(Selection, ConditionsNarrowTogether) {
    ChartSpec weight;
    weight.min_weight = 5;
    EXPECT_THAT(chosen(model(), weight), ElementsAre("open", "span", "late", "undated"));
    ChartSpec both = weight;
    both.types = {"consult"};
    EXPECT_THAT(chosen(model(), both), ElementsAre("span", "late"));
    both.types = {"consult/call"};
    EXPECT_THAT(chosen(model(), both), ElementsAre("span"));
    ChartSpec named;
    named.events = {"late", "early"};
    EXPECT_THAT(chosen(model(), named), ElementsAre("early", "late"));
    ChartSpec actor;
    actor.actors = {"ann"};
    EXPECT_THAT(chosen(model(), actor), ElementsAre("span", "late"));
    ChartSpec side;
    side.sides = {"south", "east"};
    EXPECT_THAT(chosen(model(), side), ElementsAre("open", "early", "late"));
}

/// What overlaps the window stays; open ends reach on; undated events pass.
TEST(Selection, WindowKeepsWhateverTouchesIt) {
    ChartSpec chart;
    chart.from = date("2025-02-01");
    EXPECT_THAT(chosen(model(), chart), ElementsAre("open", "span", "late", "undated"));
    chart.from = date("2025-02-03");
    EXPECT_THAT(chosen(model(), chart), ElementsAre("open", "late", "undated"));
    ChartSpec until;
    until.to = date("2024");
    EXPECT_THAT(chosen(model(), until), ElementsAre("open", "early", "undated"));
}

TEST(Selection, OfAnEmptyModelIsEmpty) {
    const Selection none = select(Model{}, {});
    EXPECT_TRUE(none.events.empty());
    EXPECT_EQ(none.events_of, 0U);
}

} // namespace
} // namespace demarche::view
