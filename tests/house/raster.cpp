#include "raster.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <memory>

namespace demarche::house {

namespace {

constexpr int kReach = 2; // of the blur

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

Raster blurred(const Raster& sharp) {
    Raster soft = sharp;
    for (int y = 0; y < sharp.height; ++y) {
        for (int x = 0; x < sharp.width; ++x) {
            double sum = 0;
            int count = 0;
            for (int v = std::max(0, y - kReach); v <= std::min(sharp.height - 1, y + kReach); ++v) {
                for (int u = std::max(0, x - kReach); u <= std::min(sharp.width - 1, x + kReach); ++u) {
                    sum += sharp.grey[static_cast<std::size_t>(v * sharp.width + u)];
                    ++count;
                }
            }
            soft.grey[static_cast<std::size_t>(y * sharp.width + x)] = sum / count;
        }
    }
    return soft;
}

bool is_inked(double grey) {
    return grey < 0.98;
}

} // namespace

Raster Raster::part(int left, int top, int part_width, int part_height) const {
    Raster cut{part_width, part_height, {}};
    for (int y = top; y < top + part_height; ++y) {
        for (int x = left; x < left + part_width; ++x) {
            const bool inside = x >= 0 && y >= 0 && x < width && y < height;
            cut.grey.push_back(inside ? grey[static_cast<std::size_t>(y * width + x)] : 1);
        }
    }
    return cut;
}

double Raster::inked() const {
    return static_cast<double>(std::ranges::count_if(grey, is_inked)) /
           static_cast<double>(std::max<std::size_t>(1, grey.size()));
}

Raster read_png(const std::filesystem::path& file) {
    const std::unique_ptr<cairo_surface_t, Release> surface(cairo_image_surface_create_from_png(file.c_str()));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        ADD_FAILURE() << file << " is no PNG";
        return {};
    }
    Raster raster{cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), {}};
    const bool has_alpha = cairo_image_surface_get_format(surface.get()) == CAIRO_FORMAT_ARGB32;
    const int stride = cairo_image_surface_get_stride(surface.get());
    const unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    for (int y = 0; y < raster.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(bytes + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < raster.width; ++x) {
            const std::uint32_t pixel = row[x];
            const double white = has_alpha ? 1 - (pixel >> 24U) / 255.0 : 0; // premultiplied, on white
            const double sum = (pixel >> 16U & 255U) + (pixel >> 8U & 255U) + (pixel & 255U);
            raster.grey.push_back(sum / (3 * 255.0) + white);
        }
    }
    return raster;
}

double difference(const Raster& one, const Raster& other) {
    if (one.width != other.width || one.height != other.height || one.grey.empty()) {
        return 1;
    }
    const Raster a = blurred(one);
    const Raster b = blurred(other);
    double inked = 0;
    double apart = 0;
    for (std::size_t i = 0; i < a.grey.size(); ++i) {
        inked += is_inked(a.grey[i]) || is_inked(b.grey[i]) ? 1 : 0;
        apart += std::abs(a.grey[i] - b.grey[i]) > 1.0 / 3 ? 1 : 0;
    }
    return inked > 0 ? apart / inked : 0;
}

} // namespace demarche::house
