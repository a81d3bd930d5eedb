#pragma once
/// The page's style sheet and script: templates/evidence/*, turned into C++ by cmake/embed.cmake.

#include <span>
#include <string_view>

namespace demarche::evidence {

struct EmbeddedFile {
    std::string_view name; ///< of the file, without its ending
    std::string_view text;
};

/// "look" (CSS), "use" (JavaScript).
std::span<const EmbeddedFile> page_assets();

/// The text of one of them.
std::string_view asset(std::string_view name);

} // namespace demarche::evidence
