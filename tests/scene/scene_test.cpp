#include "scene/scene.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace demarche::scene {
namespace {

void expect_box(const Box& box, const Box& expected) {
    EXPECT_NEAR(box.left, expected.left, 1e-6);
    EXPECT_NEAR(box.top, expected.top, 1e-6);
    EXPECT_NEAR(box.right, expected.right, 1e-6);
    EXPECT_NEAR(box.bottom, expected.bottom, 1e-6);
}

TEST(PageAlone, has_ids_of_its_own_where_there_are_several) {
    Scene scene;
    scene.id_prefix = "timeline";
    scene.title = "A story";
    scene.pages = {{{10, 20}, {}}, {{30, 40}, {}}};
    const Scene second = page_alone(scene, 1);
    ASSERT_EQ(second.pages.size(), 1U);
    EXPECT_EQ(second.pages.front().size.width, 30);
    EXPECT_EQ(second.id_prefix, "timeline-p2");
    EXPECT_EQ(second.title, "A story");
    EXPECT_EQ(page_alone(second, 0).id_prefix, "timeline-p2");
}

TEST(SceneBounds, of_text_follow_its_anchor) {
    Text text;
    text.at = {100, 50};
    text.width = 30;
    text.ascent = 7;
    text.descent = 2;
    expect_box(bounds(text), {100, 43, 130, 52});
    text.anchor = Anchor::middle;
    expect_box(bounds(text), {85, 43, 115, 52});
    text.anchor = Anchor::end;
    expect_box(bounds(Item(text)), {70, 43, 100, 52});
}

TEST(SceneBounds, take_in_half_of_the_stroke) {
    expect_box(bounds(Item(Rectangle{{10, 10, 20, 30}, 2, Fill{}, {}})), {10, 10, 20, 30});
    expect_box(bounds(Item(Rectangle{{10, 10, 20, 30}, 2, {}, Stroke{{}, 2, 1, {}}})), {9, 9, 21, 31});
    expect_box(bounds(Item(Circle{{5, 5}, 4, {}, Stroke{{}, 1, 1, {}}})), {0.5, 0.5, 9.5, 9.5});
    expect_box(bounds(Item(line({0, 5}, {10, 5}, Stroke{{}, 1, 1, {}}))), {-0.5, 4.5, 10.5, 5.5});
}

TEST(SceneBounds, of_a_path_without_segments_are_empty) {
    expect_box(bounds(Item(Path{})), {0, 0, 0, 0});
}

TEST(SceneBounds, of_curves_are_the_curves_own_and_not_their_control_points) {
    // A quarter circle of radius 100 about the origin, flattened finely.
    const double k = 0.5522847498 * 100;
    Path arc;
    arc.segments = {{PathSegment::Kind::move, {100, 0}, {}, {}},
                    {PathSegment::Kind::cubic, {0, 100}, {100, k}, {k, 100}},
                    {PathSegment::Kind::cubic, {-100, 0}, {-k, 100}, {-100, k}}};
    expect_box(bounds(Item(arc)), {-100, 0, 100, 100});

    Path loop;
    loop.segments = {{PathSegment::Kind::move, {0, 0}, {}, {}},
                     {PathSegment::Kind::cubic, {10, 0}, {30, -40}, {-20, 40}}};
    Box walked{0, 0, 0, 0};
    for (int i = 0; i <= 100000; ++i) {
        const double t = i / 100000.0;
        const double s = 1 - t;
        const double x = 3 * s * s * t * 30 + 3 * s * t * t * -20 + t * t * t * 10;
        const double y = 3 * s * s * t * -40 + 3 * s * t * t * 40;
        walked = {std::min(walked.left, x), std::min(walked.top, y), std::max(walked.right, x),
                  std::max(walked.bottom, y)};
    }
    const Box box = bounds(Item(loop));
    EXPECT_NEAR(box.left, walked.left, 1e-3);
    EXPECT_NEAR(box.top, walked.top, 1e-3);
    EXPECT_NEAR(box.right, walked.right, 1e-3);
    EXPECT_NEAR(box.bottom, walked.bottom, 1e-3);
}

TEST(ScenePaths, polygons_are_closed_and_filled) {
    const Path path = polygon({{0, 0}, {4, 0}, {4, 4}}, Fill{{1, 2, 3}, 1});
    ASSERT_EQ(path.segments.size(), 4U);
    EXPECT_EQ(path.segments.front().kind, PathSegment::Kind::move);
    EXPECT_EQ(path.segments.back().kind, PathSegment::Kind::close);
    EXPECT_TRUE(path.fill.has_value());
    EXPECT_FALSE(path.stroke.has_value());
    expect_box(bounds(Item(path)), {0, 0, 4, 4});
}

} // namespace
} // namespace demarche::scene
