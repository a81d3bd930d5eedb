#pragma once
/// What is new in a chart, where it was asked to say so.

#include <cstddef>
#include <string>

namespace demarche::view {

/// Of one thing, since an older state of the dossier.
enum class News {
    none,
    fresh,   ///< it was not there
    changed, ///< it was there and has changed
};

/// Of a chart.
struct NewsCount {
    std::string day;         ///< the older state's as-of day, YYYY-MM-DD; may be empty
    std::size_t fresh = 0;   ///< things shown
    std::size_t changed = 0; ///< things shown
    std::size_t gone = 0;    ///< events that the chart would have shown of the older state, and that are no more
};

} // namespace demarche::view
