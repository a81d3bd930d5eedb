// PNG and PDF are the picture that SVG is.

#include "sample_scene.hpp"
#include "write/writers.hpp"

#include <cairo.h>

#include <cstdlib>
#include <cstring>
#include <gtest/gtest.h>
#include <memory>
#include <string_view>

namespace demarche::write {
namespace {

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

/// The grey of each pixel, row by row.
std::vector<int> pixels(const std::string& png) {
    std::string_view left = png;
    const auto read = [](void* from, unsigned char* bytes, unsigned count) {
        auto& rest = *static_cast<std::string_view*>(from);
        if (rest.size() < count) {
            return CAIRO_STATUS_READ_ERROR;
        }
        std::memcpy(bytes, rest.data(), count);
        rest.remove_prefix(count);
        return CAIRO_STATUS_SUCCESS;
    };
    const std::unique_ptr<cairo_surface_t, Release> surface(cairo_image_surface_create_from_png_stream(read, &left));
    EXPECT_EQ(cairo_surface_status(surface.get()), CAIRO_STATUS_SUCCESS);
    std::vector<int> greys;
    for (int y = 0; y < cairo_image_surface_get_height(surface.get()); ++y) {
        const unsigned char* row = cairo_image_surface_get_data(surface.get()) +
                                   static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface.get());
        for (int x = 0; x < cairo_image_surface_get_width(surface.get()); ++x) {
            greys.push_back(row[4 * x]);
        }
    }
    return greys;
}

/// How many pixels of two pictures are plainly not the same.
int apart(const scene::Scene& one, const scene::Scene& other) {
    const auto a = pixels(to_png(one, 4));
    const auto b = pixels(to_png(other, 4));
    EXPECT_EQ(a.size(), b.size());
    int count = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        count += std::abs(a[i] - b[i]) > 64 ? 1 : 0;
    }
    return count;
}

// They began at the right end of the upper edge, those in SVG at the left one: a planned meeting's outline was never
// the same in two formats.
TEST(Painter, dashes_of_a_rectangle_begin_where_those_of_its_outline_do) {
    for (const double radius : {0.0, 4.0, 20.0}) {
        const scene::Rectangle box{{20, 10, 121, 53}, radius, {}, scene::Stroke{{0, 0, 0}, 1, 1, {3, 2}}};
        EXPECT_LE(apart(tests::scene_of({box}), tests::scene_of({outline(box)})), 8) << radius;
        scene::Rectangle other = box;
        other.stroke->dash = {2, 3};
        EXPECT_GT(apart(tests::scene_of({box}), tests::scene_of({outline(other)})), 500)
            << "else this test sees nothing";
    }
}

} // namespace
} // namespace demarche::write
