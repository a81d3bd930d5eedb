#pragma once
/// What must never be seen on a page, counted from the geometry of its scene.

#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace demarche::compose {

struct PageFaults {
    std::vector<std::string> overlapping; ///< pairs of texts
    std::vector<std::string> outside;     ///< texts that leave the page
    std::vector<std::string> struck;      ///< texts that a line or the outline of a mark touches

    [[nodiscard]] bool none() const { return overlapping.empty() && outside.empty() && struck.empty(); }
};

/// Texts are their boxes from ascent to descent, as measured. Filled shapes whose mark has an id that begins with
/// `bands` lie below texts by intent and are left out; so is a box around words of its own mark, such as a badge.
PageFaults faults(const scene::Page& page);

/// At most `most` of each kind, for a failing test's message.
std::string to_text(const PageFaults& faults, std::size_t most = 3);

} // namespace demarche::compose
