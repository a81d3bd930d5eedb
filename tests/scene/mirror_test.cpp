#include "scene/mirror.hpp"

#include <gtest/gtest.h>

namespace demarche::scene {
namespace {

Scene sample() {
    const Stroke stroke{{0, 0, 0}, 2, 1, {}};
    Page page;
    page.size = {200, 100};
    Mark mark{"all", Role::decoration, {}, {}, {}, {}};
    mark.items.emplace_back(Rectangle{{10, 20, 50, 40}, 3, Fill{{1, 2, 3}, 1}, stroke});
    mark.items.emplace_back(Circle{{60, 30}, 5, Fill{{1, 2, 3}, 1}, {}});
    mark.items.emplace_back(Path{{{PathSegment::Kind::move, {70, 10}, {}, {}},
                                  {PathSegment::Kind::cubic, {90, 30}, {60, 20}, {110, 25}},
                                  {PathSegment::Kind::close, {}, {}, {}}},
                                 {},
                                 stroke});
    for (const Anchor anchor : {Anchor::start, Anchor::middle, Anchor::end}) {
        mark.items.emplace_back(Text{{120, 50}, "words", Font{}, {0, 0, 0}, anchor, 30, 8, 2, false, {}});
    }
    page.marks.push_back(mark);
    Scene scene;
    scene.pages = {page, page};
    scene.pages[1].size.width = 300; // each page has its own mirror
    return scene;
}

TEST(Mirror, every_box_changes_sides_and_keeps_its_size) {
    const Scene scene = sample();
    const Scene turned = mirrored(scene);
    for (std::size_t p = 0; p < scene.pages.size(); ++p) {
        const auto& items = scene.pages[p].marks[0].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Box before = bounds(items[i]);
            const Box after = bounds(turned.pages[p].marks[0].items[i]);
            EXPECT_DOUBLE_EQ(after.left, scene.pages[p].size.width - before.right) << i;
            EXPECT_DOUBLE_EQ(after.right, scene.pages[p].size.width - before.left) << i;
            EXPECT_EQ(after.top, before.top) << i;
            EXPECT_EQ(after.bottom, before.bottom) << i;
        }
    }
}

TEST(Mirror, texts_keep_their_letters_and_begin_at_the_other_end) {
    const Scene turned = mirrored(sample());
    const auto& items = turned.pages[0].marks[0].items;
    EXPECT_EQ(std::get<Text>(items[3]).anchor, Anchor::end);
    EXPECT_EQ(std::get<Text>(items[3]).at, (Point{80, 50}));
    EXPECT_EQ(std::get<Text>(items[4]).anchor, Anchor::middle);
    EXPECT_EQ(std::get<Text>(items[5]).anchor, Anchor::start);
    EXPECT_EQ(std::get<Text>(items[3]).text, "words");
}

TEST(Mirror, twice_is_once_not) {
    const Scene scene = sample();
    const Scene again = mirrored(mirrored(scene));
    for (std::size_t i = 0; i < scene.pages[0].marks[0].items.size(); ++i) {
        EXPECT_EQ(bounds(again.pages[0].marks[0].items[i]), bounds(scene.pages[0].marks[0].items[i]));
    }
}

} // namespace
} // namespace demarche::scene
