#pragma once
/// What a chart that was drawn earlier says of itself: the data-* of its SVG, which write/kept_svg.hpp reads.
///
/// It is what somebody's file says, not what we wrote: keys may lack, values may be anything. Whoever uses it checks
/// each value, and does without those that mean nothing.

#include <map>
#include <string>
#include <vector>

namespace demarche::scene {

struct KeptMark {
    std::string id;                          ///< of the Mark, without the chart's prefix
    std::map<std::string, std::string> data; ///< keys without "data-"
};

struct KeptChart {
    std::map<std::string, std::string> data; ///< of the root element: Scene::data
    std::vector<KeptMark> marks;             ///< in the order of the file; ids may come more than once
};

struct Scene;

/// What a reader of the scene's SVG files would get: without the way through a file.
KeptChart kept_of(const Scene& scene);

} // namespace demarche::scene
