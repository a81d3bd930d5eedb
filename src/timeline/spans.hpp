#pragma once
/// Brackets of uncertain dates and bars of events that lasted: which rows they cover, side by side where they
/// overlap.

#include "timeline/input.hpp"

#include <cstddef>
#include <vector>

namespace demarche::timeline {

struct Span {
    Extent extent = Extent::uncertain; ///< uncertain or lasted
    std::size_t first = 0;             ///< rows, both included
    std::size_t last = 0;
    std::size_t row = 0; ///< the row whose dates it shows (of several that share them, the first)
    std::size_t track = 0;
    bool open_start = false;
    bool open_end = false;
};

/// At most so many side by side; of more, those that begin later are left to their words.
constexpr std::size_t kTracks = 3;

/// In order of their first rows. An uncertain span covers the rows next to each other that share it; one that
/// lasted covers the rows below that began before it ended, an open end the rows up to `today`.
/// In `Mode::time` spans are drawn to scale, so that two overlap where their days do.
std::vector<Span> find_spans(const Input& input, Mode mode);

} // namespace demarche::timeline
