#pragma once
/// The page itself: templates/live/*, turned into C++ by cmake/embed.cmake.

#include <span>
#include <string_view>

namespace demarche::live {

struct EmbeddedFile {
    std::string_view name; ///< of the file, without its ending
    std::string_view text;
};

/// "page" (HTML), "look" (CSS), "follow" (JavaScript).
std::span<const EmbeddedFile> page_files();

} // namespace demarche::live
