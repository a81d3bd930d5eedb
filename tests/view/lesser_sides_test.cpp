/// Where there are more sides than lanes, what marks mean stays.

#include "support/dossier_text.hpp"
#include "view/lesser_sides.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche::view {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string event(int number, const std::string& type, const std::string& parties) {
    return R"(<event id="e)" + std::to_string(number) + R"(" title="E" when="2025-02-0)" + std::to_string(number) +
           R"(" type=")" + type + "\">" + parties + R"(<cite article="a3"/></event>)";
}

/// North stands in three rows, south and east in two.
const std::string kEvents =
    event(1, "consult/meet", R"(<party actor="ann"/><party actor="bob"/><party actor="eve" as="host"/>)") +
    event(2, "assault", R"(<party actor="bob" as="source"/><party actor="eve" as="target"/>)") +
    event(3, "statement", R"(<party actor="ann" as="speaker"/><party actor="eve" as="target"/>)") +
    event(4, "consult/meet", R"(<party actor="ann"/><party actor="zoe"/>)");

TEST(LesserSides, KeepTheirLanesWhereThereIsRoom) {
    const TimelineView view = fold_lesser_sides(make_timeline_view(support::story(kEvents), {}), 4);
    EXPECT_EQ(view.lanes.size(), 4U);
    EXPECT_THAT(view.lesser_sides, IsEmpty());
}

TEST(LesserSides, ShareTheLaneOfTheOthers) {
    const TimelineView view = fold_lesser_sides(make_timeline_view(support::story(kEvents), {}), 2);
    ASSERT_EQ(view.lanes.size(), 2U);
    EXPECT_EQ(view.lanes[0].code, "N");
    EXPECT_EQ(view.lanes[1].kind, Lane::Kind::others);
    EXPECT_THAT(view.lesser_sides, ElementsAre("S", "E"));

    const Row& meeting = view.rows[0];
    ASSERT_EQ(meeting.marks.size(), 2U);
    EXPECT_EQ(meeting.marks[1].standing, Standing::hosted); // the higher one of guest and host
    EXPECT_THAT(meeting.joined, ElementsAre(0U, 1U));
    EXPECT_EQ(meeting.parties[2].side_name, "East"); // sentences still say of which side somebody is

    // An attack among those who share the lane does not look like a meeting.
    const Row& attack = view.rows[1];
    ASSERT_EQ(attack.marks.size(), 1U);
    EXPECT_EQ(attack.marks[0].standing, Standing::clashed);
    EXPECT_THAT(attack.arrows, IsEmpty());

    const Row& words = view.rows[2];
    ASSERT_EQ(words.arrows.size(), 1U);
    EXPECT_EQ(words.arrows[0].from, 0U);
    EXPECT_EQ(words.arrows[0].to, 1U);
}

TEST(LesserSides, AreThoseInFewestRowsAndOfEqualOnesTheLater) {
    const TimelineView view = fold_lesser_sides(make_timeline_view(support::story(kEvents), {}), 3);
    ASSERT_EQ(view.lanes.size(), 3U);
    EXPECT_EQ(view.lanes[0].code, "N");
    EXPECT_EQ(view.lanes[1].code, "S");
    EXPECT_THAT(view.lesser_sides, ElementsAre("E"));
    EXPECT_EQ(view.rows[1].arrows.size(), 1U);
}

} // namespace
} // namespace demarche::view
