#pragma once
/// PNG files compared as the eye does: by their grey, without the last fringe of antialiasing.

#include <filesystem>
#include <vector>

namespace demarche::house {

struct Raster {
    int width = 0;
    int height = 0;
    std::vector<double> grey; ///< row by row, 0 to 1

    /// The part at (left, top); outside the picture it is white.
    [[nodiscard]] Raster part(int left, int top, int part_width, int part_height) const;
    /// The share of pixels darker than white.
    [[nodiscard]] double inked() const;
};

/// Fails the test, and gives an empty picture, where the file is no PNG.
Raster read_png(const std::filesystem::path& file);

/// The share of the inked pixels of the two that differ by more than a third of the scale once both are blurred
/// by a square of five pixels; 1 where their sizes differ.
double difference(const Raster& one, const Raster& other);

} // namespace demarche::house
