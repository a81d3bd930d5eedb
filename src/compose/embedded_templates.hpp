#pragma once
/// The templates that travel inside the program: templates/*.xml, turned into C++ by cmake/embed.cmake.

#include <span>
#include <string_view>

namespace demarche::compose {

struct EmbeddedFile {
    std::string_view name; ///< of the file, without its ending
    std::string_view text;
};

/// In the order of their names.
std::span<const EmbeddedFile> embedded_templates();

} // namespace demarche::compose
