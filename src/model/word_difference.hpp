#pragma once
/// Two wordings side by side, for one line: what differs stands in marks that need no colour.

#include <string>
#include <string_view>

namespace demarche {

struct MarkedWordings {
    std::string before; ///< "telephoned the [harbour] master [last week]"
    std::string after;  ///< "telephoned the [port] master"
};

/// White space collapsed, words that only one of the two has in square brackets (braces where a wording has brackets of
/// its own), long stretches that both have cut with "…". Words are compared as base/folding.hpp says: other quotation
/// marks or dashes are no difference. Of the ways to tell them apart one with the fewest marked words, unless the two
/// are very long and differ almost everywhere: then all from the first to the last difference is marked.
MarkedWordings mark_differences(std::string_view before, std::string_view after);

} // namespace demarche
